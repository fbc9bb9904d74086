// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/message_words.h"

#include "ui/chip.h"
#include "ui/priority_mark.h"

#include <QDateTime>
#include <QLocale>

namespace kith::ui {

QString MessageWords::time(std::chrono::milliseconds date, QDate today) {
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(date.count());
    const QLocale locale;
    const qint64 daysAgo = when.date().daysTo(today);
    if (daysAgo == 0) {
        return locale.toString(when.time(), QStringLiteral("HH:mm"));
    }
    if (daysAgo > 0 && daysAgo < 7) {
        return locale.dayName(when.date().dayOfWeek(), QLocale::ShortFormat);
    }
    return when.date().year() == today.year() ? locale.toString(when.date(), tr("d MMM", "day and month in lists"))
                                              : locale.toString(when.date(), QLocale::ShortFormat);
}

QString MessageWords::sender(const InboxRow& row) {
    return !row.sender.name.isEmpty()      ? row.sender.name
           : !row.sender.address.isEmpty() ? row.sender.address
                                           : tr("Unknown sender");
}

QString MessageWords::subject(const InboxRow& row) {
    return row.subject.isEmpty() ? tr("No subject") : row.subject;
}

QString MessageWords::spoken(const InboxRow& row, QDate today) {
    QStringList parts;
    if (row.unread) {
        parts << tr("Unread");
    }
    if (row.starred) {
        parts << tr("starred");
    }
    parts << (row.decided ? PriorityWords::spoken(row.priority, row.certainty) : tr("no priority yet"));
    parts << sender(row);
    if (row.messageCount > 1) {
        parts << tr("%n message(s)", nullptr, row.messageCount);
    }
    parts << subject(row) << time(row.date, today);
    for (const Chip& chip : row.chips) {
        parts << ChipWords::face(chip).text;
    }
    return parts.join(QStringLiteral(", "));
}

QString MessageWords::section(SectionKind kind) {
    switch (kind) {
    case SectionKind::CriticalAndHigh:
        return tr("Critical and high");
    case SectionKind::Medium:
        return tr("Medium");
    case SectionKind::LowAndVeryLow:
        return tr("Low and very low");
    case SectionKind::Undecided:
        return tr("Not scored yet");
    case SectionKind::Plain:
        break;
    }
    return {};
}

}  // namespace kith::ui
