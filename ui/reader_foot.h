// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The answers at the foot of the reader: reply, reply to all, and what one does next.
#pragma once

#include "core/service/inbox_desk.h"

#include <QWidget>

class QHBoxLayout;

namespace kith::ui {

class Button;
class TextLabel;
class Theme;

class ReaderFoot : public QWidget {
    Q_OBJECT
public:
    ReaderFoot(const Theme& theme, QWidget* parent);

    /// A message that is aimed at an assistant gets no reply: Spam and Archive instead.
    void showFor(bool aimedAtAssistant);
    QSize sizeHint() const override;

Q_SIGNALS:
    void actionRequested(kith::service::MailAction action);
    void replyRequested(bool all);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Button* addButton(const char* objectName, const QString& text, const char* icon, const char* keys);

    const Theme& m_theme;
    Button* m_reply;
    Button* m_replyAll;
    Button* m_spam;
    Button* m_archive;
    QHBoxLayout* m_row;
    TextLabel* m_replyOff;
};

}  // namespace kith::ui
