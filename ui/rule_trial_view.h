// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a rule would do with the mail that is there: a count, what becomes of each action, and examples to open.
#pragma once

#include "core/service/rules_desk.h"
#include "ui/pane.h"

class QVBoxLayout;

namespace kith::ui {

class Button;
class Paragraph;
class TextLabel;

class RuleTrialView : public Pane {
    Q_OBJECT
public:
    RuleTrialView(const Theme& theme, QWidget* parent);

    /// Nothing to try yet.
    void showUnfilled();
    void showTrying();
    /// everything: no mail was left out.
    void show(const service::RuleTrial& trial, bool everything);
    void showProblem(const Error& error);
    using Pane::show;

Q_SIGNALS:
    void allAsked();
    void opened(kith::ThreadId thread);

private:
    void clear();
    void say(const QString& sentence);
    void addDeeds(const service::RuleTally& tally);
    void addExample(const service::RuleExample& example);

    TextLabel* m_state{nullptr};
    Paragraph* m_sentence{nullptr};
    Button* m_all{nullptr};
    QWidget* m_holder{nullptr};
    QVBoxLayout* m_rows{nullptr};
};

}  // namespace kith::ui
