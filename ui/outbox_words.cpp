// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/outbox_words.h"

#include "ui/sync_words.h"

#include <QLocale>

#include <algorithm>

namespace kith::ui {

namespace {

struct SystemDeed {
    const char* label;
    const char* on;   ///< what putting it on means
    const char* off;  ///< … and taking it off
};

#define KITH_DEED(text) QT_TRANSLATE_NOOP("kith::ui::OutboxWords", text)

constexpr SystemDeed systemDeeds[] = {
    {"TRASH", KITH_DEED("Move to the bin"), KITH_DEED("Take out of the bin")},
    {"SPAM", KITH_DEED("Report as spam"), KITH_DEED("Not spam")},
    {"INBOX", KITH_DEED("Move to the inbox"), KITH_DEED("Archive")},
    {"STARRED", KITH_DEED("Star"), KITH_DEED("Take the star off")},
    {"UNREAD", KITH_DEED("Mark as unread"), KITH_DEED("Mark as read")},
    {"IMPORTANT", KITH_DEED("Mark as important"), KITH_DEED("Mark as not important")},
};

#undef KITH_DEED

QStringList withoutSystem(QStringList labels) {
    for (const SystemDeed& deed : systemDeeds) {
        labels.removeAll(QLatin1String(deed.label));
    }
    return labels;
}

QString lowerFirst(const QString& words) {
    return words.isEmpty() ? words : QString(words.at(0).toLower() + words.mid(1));
}

QString sentenceEnd(const QString& reason) {
    const QString words = reason.trimmed();
    return words.isEmpty() || words.endsWith(QLatin1Char('.')) ? words : QString(words + QLatin1Char('.'));
}

}  // namespace

QString OutboxWords::deed(const OutboxEntry& entry) {
    QStringList deeds;
    const bool leaves = entry.add.contains(QStringLiteral("TRASH")) || entry.add.contains(QStringLiteral("SPAM"));
    for (const SystemDeed& deed : systemDeeds) {
        const QLatin1String label(deed.label);
        if (entry.add.contains(label)) {
            deeds << tr(deed.on);
        } else if (entry.remove.contains(label) && !(leaves && label == QLatin1String("INBOX"))) {
            deeds << tr(deed.off);
        }
    }
    const QString comma = QStringLiteral(", ");
    if (const QStringList on = withoutSystem(entry.add); !on.isEmpty()) {
        deeds << tr("Label %1").arg(on.join(comma));
    }
    if (const QStringList off = withoutSystem(entry.remove); !off.isEmpty()) {
        deeds << tr("Take %1 off").arg(off.join(comma));
    }
    for (qsizetype i = 1; i < deeds.size(); ++i) {
        deeds[i] = lowerFirst(deeds[i]);
    }
    return deeds.isEmpty() ? tr("Nothing to change") : deeds.join(comma);
}

QString OutboxWords::state(const OutboxEntry& entry, const QDateTime& now) {
    switch (entry.state) {
    case OutboxState::Pending:
        if (entry.attempts > 0 && entry.nextAttempt.count() > 0) {
            return tr("Waiting, next try %1").arg(SyncWords::clock(entry.nextAttempt, now));
        }
        return tr("Waiting");
    case OutboxState::Sending:
        return tr("On its way");
    case OutboxState::Done:
        return tr("Done");
    case OutboxState::Refused:
        return entry.reason.isEmpty() ? tr("Refused by Google") : tr("Refused: %1").arg(entry.reason);
    case OutboxState::Withdrawn:
        return entry.reason.isEmpty() ? tr("Taken back before it went out") : tr("Not sent: %1").arg(entry.reason);
    }
    return {};
}

QString OutboxWords::icon(OutboxState state) {
    switch (state) {
    case OutboxState::Pending:
        return QStringLiteral("clock");
    case OutboxState::Sending:
        return QStringLiteral("send");
    case OutboxState::Done:
        return QStringLiteral("circle-check");
    case OutboxState::Refused:
        return QStringLiteral("triangle-alert");
    case OutboxState::Withdrawn:
        return QStringLiteral("undo-2");
    }
    return {};
}

Role OutboxWords::role(OutboxState state) {
    switch (state) {
    case OutboxState::Done:
        return Role::Ok;
    case OutboxState::Refused:
        return Role::Bad;
    case OutboxState::Sending:
        return Role::Accent;
    default:
        return Role::Text3;
    }
}

QString OutboxWords::refused(const std::vector<OutboxEntry>& refused, int of) {
    if (refused.empty()) {
        return {};
    }
    const QString first = deed(refused.front());
    const bool alike = std::all_of(refused.begin(), refused.end(),
                                   [&first](const OutboxEntry& entry) { return deed(entry) == first; });
    const int count = static_cast<int>(refused.size());
    const QString some = QLocale().toString(count);
    const QString all = QLocale().toString(std::max(of, count));
    const QString head = count == 1 && of <= 1 ? tr("Google refused: %1.").arg(lowerFirst(first))
                         : alike               ? tr("Google refused %1 of %2: %3.").arg(some, all, lowerFirst(first))
                                               : tr("Google refused %1 of %2 changes.").arg(some, all);
    QStringList sentences{head};
    if (const QString why = sentenceEnd(refused.front().reason); !why.isEmpty()) {
        sentences << why;
    }
    sentences << (count == 1 ? tr("It is back as it was.") : tr("They are back as they were."));
    return sentences.join(QLatin1Char(' '));
}

QString OutboxWords::merged(const std::vector<OutboxEntry>& withdrawn) {
    if (withdrawn.empty()) {
        return {};
    }
    const QString why = sentenceEnd(withdrawn.front().reason);
    return withdrawn.size() == 1 && !withdrawn.front().subject.isEmpty()
               ? tr("“%1” had changed at Google meanwhile. %2").arg(withdrawn.front().subject, why).trimmed()
               : tr("%n message(s) had changed at Google meanwhile. %1", nullptr, static_cast<int>(withdrawn.size()))
                     .arg(why)
                     .trimmed();
}

}  // namespace kith::ui
