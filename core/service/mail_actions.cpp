// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_actions.h"

#include "core/storage/message_marks.h"

#include <algorithm>

namespace kith::service {

namespace {

QString actionSummary(MailAction action, qsizetype count) {
    const auto sentence = [count](const char* words) { return QString::fromLatin1(words).arg(count); };
    switch (action) {
    case MailAction::Archive:
        return sentence("Archive %1 conversations");
    case MailAction::ToInbox:
        return sentence("Move %1 conversations to the inbox");
    case MailAction::Trash:
        return sentence("Move %1 conversations to the trash");
    case MailAction::Star:
        return sentence("Star %1 conversations");
    case MailAction::Unstar:
        return sentence("Unstar %1 conversations");
    case MailAction::MarkRead:
        return sentence("Mark %1 conversations as read");
    case MailAction::MarkUnread:
        return sentence("Mark %1 conversations as unread");
    case MailAction::Snooze:
        return sentence("Snooze %1 conversations");
    case MailAction::Unsnooze:
        return sentence("Wake %1 conversations");
    case MailAction::Spam:
        return sentence("Report %1 conversations as spam");
    case MailAction::Mute:
        return sentence("Mute %1 conversations");
    }
    return {};
}

/// Unread, star: only the newest message carries it, as Gmail does; the others of the thread stay as they are.
std::vector<MessageId> newestOfEach(Cellar& cellar, const std::vector<ThreadId>& threads) {
    std::vector<MessageId> newest;
    for (const ThreadId thread : threads) {
        const auto letters = cellar.messages.thread(thread);
        if (!letters || letters->empty()) {
            continue;
        }
        const auto received =
            std::find_if(letters->rbegin(), letters->rend(), [](const Message& message) { return !message.fromOwner; });
        newest.push_back(received == letters->rend() ? letters->back().id : received->id);
    }
    return newest;
}

void mark(storage::ChangeWriter& change, Cellar& cellar, MailAction action, const std::vector<ThreadId>& threads,
          const std::vector<MessageId>& all, std::chrono::milliseconds until) {
    storage::MessageMarks marks(change);
    switch (action) {
    case MailAction::Archive:
        marks.archive(all);
        break;
    case MailAction::ToInbox:
        marks.setLabel(all, QStringLiteral("TRASH"), false);
        marks.setLabel(all, QStringLiteral("SPAM"), false);
        marks.moveToInbox(all);
        break;
    case MailAction::Trash:
        marks.archive(all);
        marks.setLabel(all, QStringLiteral("TRASH"), true);
        break;
    case MailAction::Spam:
        marks.archive(all);
        marks.setLabel(all, QStringLiteral("SPAM"), true);
        break;
    case MailAction::Mute:
        marks.archive(all);
        marks.setLabel(all, QStringLiteral("MUTED"), true);
        break;
    case MailAction::Star:
        marks.setStarred(newestOfEach(cellar, threads), true);
        break;
    case MailAction::Unstar:
        marks.setStarred(all, false);
        break;
    case MailAction::MarkRead:
        marks.setUnread(all, false);
        break;
    case MailAction::MarkUnread:
        marks.setUnread(newestOfEach(cellar, threads), true);
        break;
    case MailAction::Snooze:
        marks.snooze(all, until);
        break;
    case MailAction::Unsnooze:
        marks.snooze(all, std::chrono::milliseconds{0});
        break;
    }
}

Receipt receiptOf(const storage::UndoReport& report, const QString& kind) {
    Receipt receipt;
    receipt.change = report.change;
    receipt.kind = kind;
    receipt.count = static_cast<int>(report.threads.size());
    receipt.what = report.summary;
    for (const storage::UndoConflict& conflict : report.conflicts) {
        receipt.conflicts << QStringLiteral("%1: %2").arg(conflict.table, conflict.reason);
    }
    return receipt;
}

}  // namespace

QString actionWord(MailAction action) {
    switch (action) {
    case MailAction::Archive:
        return QStringLiteral("archive");
    case MailAction::ToInbox:
        return QStringLiteral("inbox");
    case MailAction::Trash:
        return QStringLiteral("trash");
    case MailAction::Star:
        return QStringLiteral("star");
    case MailAction::Unstar:
        return QStringLiteral("unstar");
    case MailAction::MarkRead:
        return QStringLiteral("read");
    case MailAction::MarkUnread:
        return QStringLiteral("unread");
    case MailAction::Snooze:
        return QStringLiteral("snooze");
    case MailAction::Unsnooze:
        return QStringLiteral("unsnooze");
    case MailAction::Spam:
        return QStringLiteral("spam");
    case MailAction::Mute:
        return QStringLiteral("mute");
    }
    return {};
}

Result<Receipt> act(Cellar& cellar, MailAction action, const std::vector<ThreadId>& threads,
                    std::chrono::milliseconds until) {
    const auto all = storage::messagesOfThreads(*cellar.database, threads);
    if (!all) {
        return all.error();
    }
    storage::ChangeInfo info;
    info.kind = QStringLiteral("message.") + actionWord(action);
    // Looking at a conversation marks it as read: a change like any other, but not what "undo" means after a restart.
    info.actor = action == MailAction::MarkRead ? QStringLiteral("window") : QStringLiteral("user");
    info.entity = threads.size() == 1 ? QStringLiteral("thread:%1").arg(threads.front().value) : QString();
    info.summary = actionSummary(action, static_cast<qsizetype>(threads.size()));
    storage::ChangeWriter change(*cellar.database, info);
    mark(change, cellar, action, threads, *all, until);
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    return Receipt{*done, actionWord(action), static_cast<int>(threads.size()), info.summary, {}};
}

Result<Receipt> undoChange(Cellar& cellar, ChangeId change) {
    const auto report = change ? cellar.undo.undo(change) : cellar.undo.undoLast();
    if (!report) {
        return report.error();
    }
    return receiptOf(*report, QStringLiteral("undo"));
}

Result<Receipt> redoChange(Cellar& cellar) {
    const auto report = cellar.undo.redoLast();
    if (!report) {
        return report.error();
    }
    return receiptOf(*report, QStringLiteral("redo"));
}

Result<int> wakeSnoozed(Cellar& cellar, std::chrono::milliseconds now) {
    const auto due = storage::dueSnoozes(*cellar.database, now);
    if (!due) {
        return due.error();
    }
    if (due->empty()) {
        return 0;
    }
    storage::ChangeWriter change(
        *cellar.database,
        {QStringLiteral("message.woken"), QStringLiteral("local"), {}, {}, QStringLiteral("Snooze ended"), {}, true});
    storage::MessageMarks marks(change);
    marks.snooze(*due, std::chrono::milliseconds{0});
    marks.setUnread(*due, true);
    const auto done = change.commit();
    return done ? Result<int>(static_cast<int>(due->size())) : Result<int>(done.error());
}

}  // namespace kith::service
