// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/list_words.h"

namespace kith::ui {

QString ListWords::title(MailList list) {
    switch (list) {
    case MailList::Priority:
        return tr("Priority");
    case MailList::RepliesOwed:
        return tr("Replies owed");
    case MailList::Waiting:
        return tr("Waiting");
    case MailList::Other:
        return tr("Other");
    case MailList::Snoozed:
        return tr("Snoozed");
    case MailList::Sent:
        return tr("Sent");
    case MailList::Review:
        return tr("Review");
    case MailList::Starred:
        return tr("Starred");
    case MailList::All:
        return tr("All mail");
    }
    return {};
}

QString ListWords::empty(MailList list) {
    switch (list) {
    case MailList::Priority:
        return tr("Nothing needs you.");
    case MailList::RepliesOwed:
        return tr("You owe nobody a reply.");
    case MailList::Waiting:
        return tr("Nobody owes you an answer.");
    case MailList::Other:
        return tr("Nothing was filed quietly.");
    case MailList::Snoozed:
        return tr("Nothing sleeps here. Press h on a conversation to see it again later.");
    case MailList::Sent:
        return tr("Nothing was sent yet.");
    case MailList::Review:
        return tr("Nothing waits for your eye.");
    case MailList::Starred:
        return tr("Nothing is starred. Press s on a conversation to keep it here.");
    case MailList::All:
        return tr("There is no mail yet.");
    }
    return {};
}

QString ListWords::action(MailList list) {
    switch (list) {
    case MailList::Priority:
        return tr("See what was filed");
    case MailList::Sent:
    case MailList::All:
        return {};
    default:
        return tr("Go to the inbox");
    }
}

QString ListWords::word(MailList list) {
    switch (list) {
    case MailList::Priority:
        return QStringLiteral("priority");
    case MailList::RepliesOwed:
        return QStringLiteral("replies_owed");
    case MailList::Waiting:
        return QStringLiteral("waiting");
    case MailList::Other:
        return QStringLiteral("other");
    case MailList::Snoozed:
        return QStringLiteral("snoozed");
    case MailList::Sent:
        return QStringLiteral("sent");
    case MailList::Review:
        return QStringLiteral("review");
    case MailList::Starred:
        return QStringLiteral("starred");
    case MailList::All:
        return QStringLiteral("all");
    }
    return {};
}

MailList ListWords::fromWord(const QString& word) {
    for (const MailList list : {MailList::RepliesOwed, MailList::Waiting, MailList::Other, MailList::Snoozed,
                                MailList::Sent, MailList::Review, MailList::Starred, MailList::All}) {
        if (ListWords::word(list) == word) {
            return list;
        }
    }
    return MailList::Priority;
}

bool ListWords::isTab(MailList list) {
    return list == MailList::Priority || list == MailList::RepliesOwed || list == MailList::Waiting ||
           list == MailList::Other;
}

}  // namespace kith::ui
