// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A quiet bar over the page: one sentence and one action.
#pragma once

#include "ui/pane.h"

namespace kith::ui {

class Button;
class ElidedLabel;

enum class NoticeTone {
    Quiet,
    Alarm,  ///< something is needed from the user; the action is a button
};

class NoticeBar : public Pane {
    Q_OBJECT
public:
    NoticeBar(const Theme& theme, QWidget* parent);

    void setTone(NoticeTone tone);
    void say(const QString& icon, const QString& sentence, const QString& action);

Q_SIGNALS:
    void acted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoticeTone m_tone{NoticeTone::Quiet};
    QString m_icon;
    ElidedLabel* m_sentence;
    Button* m_action;
};

}  // namespace kith::ui
