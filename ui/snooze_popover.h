// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asks until when: a few typed words with a preview, or one of three usual moments.
#pragma once

#include "ui/popover.h"

#include <QDateTime>

#include <functional>
#include <optional>

class QLineEdit;

namespace kith::ui {

class Button;
class TextLabel;

class SnoozePopover : public Popover {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    SnoozePopover(
        const Theme& theme, QWidget* parent, Now now = [] { return QDateTime::currentDateTime(); });

Q_SIGNALS:
    void chosen(const QDateTime& until);

private:
    void build();
    void addUsual(const QString& title, const QString& words);
    void preview();
    void accept();

    const Theme& m_theme;
    Now m_now;
    QLineEdit* m_words{nullptr};
    TextLabel* m_preview{nullptr};
    Button* m_snooze{nullptr};
    std::optional<QDateTime> m_until;
};

}  // namespace kith::ui
