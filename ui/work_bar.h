// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A bar over the page that tells of long work: one sentence, links at its end, and how far it is along its foot.
#pragma once

#include "ui/pane.h"

#include <QString>

class QHBoxLayout;

namespace kith::ui {

class Button;
class ElidedLabel;

class WorkBar : public Pane {
    Q_OBJECT
public:
    WorkBar(const Theme& theme, QWidget* parent, const QString& sentenceName);

protected:
    void say(const QString& sentence, Role role = Role::Text2);
    Button* addLink(const char* objectName);
    /// Of 1000; -1: not known, nothing is drawn.
    void setPermille(int permille);
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    ElidedLabel* m_sentence;
    int m_permille{-1};
};

}  // namespace kith::ui
