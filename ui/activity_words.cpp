// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/activity_words.h"

#include "ui/message_words.h"
#include "ui/priority_mark.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace kith::ui {

namespace {

struct ActivityKind {
    const char* one;   ///< of one conversation
    const char* many;  ///< with %1; the same as one where there is no number
    const char* icon;
};

#define KITH_ACTIVITY(text) QT_TRANSLATE_NOOP("kith::ui::ActivityWords", text)

const QHash<QString, ActivityKind>& activityKinds() {
    static const QHash<QString, ActivityKind> kinds{
        {QStringLiteral("message.archive"),
         {KITH_ACTIVITY("Archived a conversation"), KITH_ACTIVITY("Archived %1 conversations"), "archive"}},
        {QStringLiteral("message.inbox"),
         {KITH_ACTIVITY("Moved a conversation to the inbox"), KITH_ACTIVITY("Moved %1 conversations to the inbox"),
          "inbox"}},
        {QStringLiteral("message.trash"),
         {KITH_ACTIVITY("Moved a conversation to the trash"), KITH_ACTIVITY("Moved %1 conversations to the trash"),
          "trash-2"}},
        {QStringLiteral("message.star"),
         {KITH_ACTIVITY("Starred a conversation"), KITH_ACTIVITY("Starred %1 conversations"), "star"}},
        {QStringLiteral("message.unstar"),
         {KITH_ACTIVITY("Took the star off a conversation"), KITH_ACTIVITY("Took the star off %1 conversations"),
          "star"}},
        {QStringLiteral("message.read"),
         {KITH_ACTIVITY("Marked a conversation as read"), KITH_ACTIVITY("Marked %1 conversations as read"), "mail"}},
        {QStringLiteral("message.unread"),
         {KITH_ACTIVITY("Marked a conversation as unread"), KITH_ACTIVITY("Marked %1 conversations as unread"),
          "mail"}},
        {QStringLiteral("message.snooze"),
         {KITH_ACTIVITY("Snoozed a conversation"), KITH_ACTIVITY("Snoozed %1 conversations"), "clock"}},
        {QStringLiteral("message.unsnooze"),
         {KITH_ACTIVITY("Woke a conversation"), KITH_ACTIVITY("Woke %1 conversations"), "clock"}},
        {QStringLiteral("message.spam"),
         {KITH_ACTIVITY("Reported a conversation as spam"), KITH_ACTIVITY("Reported %1 conversations as spam"),
          "shield-alert"}},
        {QStringLiteral("message.mute"),
         {KITH_ACTIVITY("Muted a conversation"), KITH_ACTIVITY("Muted %1 conversations"), "volume-x"}},
        {QStringLiteral("message.label"),
         {KITH_ACTIVITY("Changed the labels of a conversation"),
          KITH_ACTIVITY("Changed the labels of %1 conversations"), "tag"}},
        {QStringLiteral("message.move"),
         {KITH_ACTIVITY("Moved a conversation"), KITH_ACTIVITY("Moved %1 conversations"), "folder-input"}},
        {QStringLiteral("message.woken"),
         {KITH_ACTIVITY("Brought snoozed mail back"), KITH_ACTIVITY("Brought snoozed mail back"), "clock"}},
        {QStringLiteral("messages.scored"),
         {KITH_ACTIVITY("Decided the priority of a message"), KITH_ACTIVITY("Decided the priority of %1 messages"),
          "list-checks"}},
        {QStringLiteral("import.finished"),
         {KITH_ACTIVITY("Imported mail"), KITH_ACTIVITY("Imported %1 messages"), "file-up"}}};
    return kinds;
}

#undef KITH_ACTIVITY

QString priorityWord(int key) {
    return key >= 1 && key <= 5 ? PriorityWords::name(static_cast<Priority>(5 - key)) : QString();
}

}  // namespace

QString ActivityWords::done(const service::ActivityEntry& entry) {
    if (entry.kind == QStringLiteral("feedback.given")) {
        const QString priority = priorityWord(entry.messages);
        return priority.isEmpty() ? tr("Gave a message its priority")
                                  : tr("Gave a message the priority %1").arg(priority);
    }
    if (entry.kind == QStringLiteral("change.undone") || entry.kind == QStringLiteral("change.redone")) {
        const QString what = entry.summary.isEmpty() ? tr("a change") : entry.summary;
        return (entry.kind == QStringLiteral("change.undone") ? tr("Took back: %1") : tr("Did again: %1")).arg(what);
    }
    const auto kind = activityKinds().find(entry.kind);
    if (kind == activityKinds().end()) {
        return entry.summary.isEmpty() ? entry.kind : entry.summary;
    }
    const int number = entry.messages;
    if (number > 1) {
        return tr(kind->many).contains(QStringLiteral("%1")) ? tr(kind->many).arg(QLocale().toString(number))
                                                             : tr(kind->many);
    }
    return number == 0 && entry.kind == QStringLiteral("messages.scored") ? tr("Decided priorities") : tr(kind->one);
}

QString ActivityWords::byWhom(const service::ActivityEntry& entry) {
    const QString number = entry.actor.section(QLatin1Char(':'), 1);
    if (entry.by == service::ActivityBy::You) {
        return tr("You");
    }
    if (entry.by == service::ActivityBy::Import) {
        return number.isEmpty() ? tr("An import") : tr("Import %1").arg(number);
    }
    if (entry.actor.startsWith(QStringLiteral("rule"))) {
        return tr("Kith, because of your rule %1").arg(number);
    }
    if (entry.actor.startsWith(QStringLiteral("model"))) {
        return tr("The model %1").arg(number);
    }
    if (entry.kind == QStringLiteral("message.woken")) {
        return tr("Kith, because the time had come");
    }
    if (entry.kind == QStringLiteral("messages.scored")) {
        return tr("Kith on this computer, because mail was new or you had taught it");
    }
    return tr("Kith on this computer");
}

QString ActivityWords::icon(const service::ActivityEntry& entry) {
    if (entry.kind == QStringLiteral("change.undone")) {
        return QStringLiteral("undo-2");
    }
    if (entry.kind == QStringLiteral("change.redone")) {
        return QStringLiteral("rotate-ccw");
    }
    if (entry.kind == QStringLiteral("feedback.given")) {
        return QStringLiteral("list-checks");
    }
    const auto kind = activityKinds().find(entry.kind);
    return kind == activityKinds().end() ? QStringLiteral("activity") : QString::fromLatin1(kind->icon);
}

QString ActivityWords::spoken(const service::ActivityEntry& entry, const QString& note, QDate today) {
    QStringList parts{done(entry), byWhom(entry), MessageWords::time(entry.when, today)};
    if (entry.undone) {
        parts << tr("taken back");
    } else if (entry.undoable) {
        parts << tr("Enter takes it back");
    }
    if (!note.isEmpty()) {
        parts << note;
    }
    return parts.join(QStringLiteral(", "));
}

QString ActivityWords::conflict(const service::Receipt& receipt) {
    const auto count = static_cast<int>(receipt.conflicts.size());
    if (count == 0) {
        return {};
    }
    return count == 1 ? tr("One thing was changed meanwhile and stays as it is.")
                      : tr("%1 things were changed meanwhile and stay as they are.").arg(QLocale().toString(count));
}

QString ActivityWords::problem(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Conflict:
        return tr("This was taken back already.");
    case ErrorKind::Unsupported:
        return tr("This cannot be taken back.");
    case ErrorKind::NotFound:
        return tr("This change is no longer known.");
    case ErrorKind::Full:
        return tr("The disk is full: nothing was changed.");
    case ErrorKind::Damaged:
        return tr("The workspace is damaged. Restore a backup.");
    default:
        break;
    }
    return error.hint.isEmpty() ? tr("This did not work. Try again.") : error.hint;
}

QString ActivityWords::verified(const service::LogReport& report) {
    const QString events = QLocale().toString(report.events);
    return report.intact ? tr("The log is whole: all %1 entries are as they were written.").arg(events)
                         : tr("The log was changed by another hand: entry %1 of %2 is not as it was written.")
                               .arg(QLocale().toString(report.firstBad.value), events);
}

}  // namespace kith::ui
