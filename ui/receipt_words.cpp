// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/receipt_words.h"

namespace kith::ui {

QString ReceiptWords::done(service::MailAction action, int count) {
    using service::MailAction;
    switch (action) {
    case MailAction::Archive:
        return tr("Archived %n conversation(s)", nullptr, count);
    case MailAction::ToInbox:
        return tr("Moved %n conversation(s) to the inbox", nullptr, count);
    case MailAction::Trash:
        return tr("Moved %n conversation(s) to the trash", nullptr, count);
    case MailAction::Star:
        return tr("Starred %n conversation(s)", nullptr, count);
    case MailAction::Unstar:
        return tr("Took the star off %n conversation(s)", nullptr, count);
    case MailAction::MarkRead:
        return tr("Marked %n conversation(s) as read", nullptr, count);
    case MailAction::MarkUnread:
        return tr("Marked %n conversation(s) as unread", nullptr, count);
    case MailAction::Snooze:
        return tr("Snoozed %n conversation(s)", nullptr, count);
    case MailAction::Unsnooze:
        return tr("Woke %n conversation(s)", nullptr, count);
    case MailAction::Spam:
        return tr("Marked %n conversation(s) as spam", nullptr, count);
    case MailAction::Mute:
        return tr("Muted %n conversation(s)", nullptr, count);
    }
    return {};
}

QString ReceiptWords::labelled(const service::LabelChange& change, int count) {
    QStringList off = change.remove;
    const bool moved = off.removeAll(QStringLiteral("INBOX")) > 0;
    const QString on = change.add.join(QStringLiteral(", "));
    if (moved && !on.isEmpty()) {
        return tr("Moved %n conversation(s) to %1", nullptr, count).arg(on);
    }
    if (off.isEmpty()) {
        return tr("Labelled %n conversation(s) %1", nullptr, count).arg(on);
    }
    return on.isEmpty() ? tr("Took %1 off %n conversation(s)", nullptr, count).arg(off.join(QStringLiteral(", ")))
                        : tr("Changed the labels of %n conversation(s)", nullptr, count);
}

QString ReceiptWords::icon(service::MailAction action) {
    using service::MailAction;
    switch (action) {
    case MailAction::Trash:
        return QStringLiteral("trash-2");
    case MailAction::Star:
    case MailAction::Unstar:
        return QStringLiteral("star");
    case MailAction::Snooze:
    case MailAction::Unsnooze:
        return QStringLiteral("clock");
    case MailAction::Spam:
        return QStringLiteral("shield-alert");
    case MailAction::ToInbox:
        return QStringLiteral("inbox");
    case MailAction::MarkRead:
    case MailAction::MarkUnread:
        return QStringLiteral("mail");
    default:
        return QStringLiteral("archive");
    }
}

QString ReceiptWords::partly(const service::Receipt& receipt, int asked) {
    return tr("Couldn’t do it for %1 of %2. %3")
        .arg(receipt.conflicts.size())
        .arg(asked)
        .arg(receipt.conflicts.value(0));
}

QString ReceiptWords::undone(const service::Receipt& receipt) {
    if (!receipt.conflicts.isEmpty()) {
        return tr("Couldn’t restore %1 of %2. %3")
            .arg(receipt.conflicts.size())
            .arg(receipt.count + receipt.conflicts.size())
            .arg(receipt.conflicts.value(0));
    }
    return receipt.count > 0 ? tr("Restored %n conversation(s)", nullptr, receipt.count) : tr("Undone");
}

QString ReceiptWords::redone(const service::Receipt& receipt) {
    return receipt.count > 0 ? tr("Done again for %n conversation(s)", nullptr, receipt.count) : tr("Done again");
}

QString ReceiptWords::notRedone(const Error& error) {
    switch (error.kind) {
    case ErrorKind::NotFound:
        return tr("Nothing to do again");
    case ErrorKind::Unsupported:
        return tr("The mail of an import that was undone is gone. Take its file in again to bring it back.");
    default:
        return problem(error);
    }
}

QString ReceiptWords::problem(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Busy:
        return tr("The workspace is busy with something else. Try again in a moment.");
    case ErrorKind::Full:
        return tr("The disk is full. Free some space, then try again; nothing was changed.");
    case ErrorKind::Denied:
        return tr("Kith may not write to its folder. Check the rights of the folder.");
    case ErrorKind::Damaged:
        return tr("The database is damaged. Run kithctl check for what can be saved.");
    case ErrorKind::NotFound:
        return tr("There is nothing to do that to.");
    case ErrorKind::Conflict:
        return tr("Something else changed it meanwhile. Nothing was done.");
    case ErrorKind::Cancelled:
        return tr("Stopped. Nothing was changed.");
    default:
        return error.hint.isEmpty() ? tr("That did not work. Nothing was changed.") : error.hint;
    }
}

}  // namespace kith::ui
