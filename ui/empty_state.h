// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Nothing here, offline, or something failed: one sentence and one action.
#pragma once

#include <QWidget>

namespace kith::ui {

class Button;
class TextLabel;
class Theme;

class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const Theme& theme, QWidget* parent);

    /// An empty action leaves the sentence alone.
    void say(const QString& sentence, const QString& action);

Q_SIGNALS:
    void acted();

private:
    TextLabel* m_sentence;
    Button* m_action;
};

}  // namespace kith::ui
