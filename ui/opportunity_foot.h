// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What can be said about the opportunity under the keyboard: next step, owner, and the deeds.
#pragma once

#include "core/domain/opportunity.h"
#include "ui/pane.h"

class QLineEdit;

namespace kith::ui {

class Button;
class TextLabel;

class OpportunityFoot : public Pane {
    Q_OBJECT
public:
    OpportunityFoot(const Theme& theme, QWidget* parent);

    /// nullptr: none is chosen.
    void setOpportunity(const Opportunity* one);
    void editNextStep();
    QWidget* moveButton() const;

Q_SIGNALS:
    void nextStepWritten(const QString& words);
    void ownerWritten(const QString& words);
    void openAsked();
    void moveAsked();
    void dismissAsked();
    void acceptAsked();

private:
    QLineEdit* field(const QString& name, const QString& label);
    Button* deed(const QString& name, const QString& text, const QString& icon, Qt::Key key);

    TextLabel* m_words;
    QLineEdit* m_nextStep;
    QLineEdit* m_owner;
    Button* m_open;
    Button* m_move;
    Button* m_dismiss;
    Button* m_accept;
};

}  // namespace kith::ui
