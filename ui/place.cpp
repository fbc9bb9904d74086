// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/place.h"

namespace kith::ui {

QString PlaceWords::title(Place place) {
    switch (place) {
    case Place::Review:
        return tr("Review");
    case Place::Inbox:
        return tr("Inbox");
    case Place::Snoozed:
        return tr("Snoozed");
    case Place::Drafts:
        return tr("Drafts to approve");
    case Place::Sent:
        return tr("Sent");
    case Place::Contacts:
        return tr("Contacts");
    case Place::Opportunities:
        return tr("Opportunities");
    case Place::Imports:
        return tr("Imports");
    case Place::Activity:
        return tr("Activity");
    case Place::Insights:
        return tr("Insights");
    case Place::Rules:
        return tr("Rules");
    case Place::Starred:
        return tr("Starred");
    case Place::ConnectGmail:
        return tr("Connect Gmail");
    case Place::Write:
        return tr("Write");
    case Place::Accounts:
        return tr("Accounts");
    case Place::Settings:
        return tr("Settings");
    }
    return {};
}

QString PlaceWords::icon(Place place) {
    switch (place) {
    case Place::Review:
        return QStringLiteral("list-checks");
    case Place::Inbox:
        return QStringLiteral("inbox");
    case Place::Snoozed:
        return QStringLiteral("clock");
    case Place::Drafts:
        return QStringLiteral("file-check-2");
    case Place::Sent:
        return QStringLiteral("send");
    case Place::Contacts:
        return QStringLiteral("users");
    case Place::Opportunities:
        return QStringLiteral("target");
    case Place::Imports:
        return QStringLiteral("file-up");
    case Place::Activity:
        return QStringLiteral("activity");
    case Place::Insights:
        return QStringLiteral("chart-column");
    case Place::Rules:
        return QStringLiteral("workflow");
    case Place::Starred:
        return QStringLiteral("star");
    case Place::ConnectGmail:
        return QStringLiteral("mail");
    case Place::Write:
        return QStringLiteral("square-pen");
    case Place::Accounts:
        return QStringLiteral("users");
    case Place::Settings:
        return QStringLiteral("settings");
    }
    return {};
}

QString PlaceWords::yetToCome(Place place) {
    switch (place) {
    case Place::Drafts:
        return tr("Drafts that Kith writes for you wait here until you approve them.");
    case Place::Contacts:
        return tr("The people of your mail get a page of their own in a later version; each card already stands beside "
                  "the mail.");
    case Place::Opportunities:
        return tr(
            "Deals found in your mail will stand here by stage. Not in this version; rows already carry their chips.");
    case Place::Imports:
        return tr(
            "Past imports with their results will be listed here. For now, drop a mail file anywhere on the window.");
    case Place::Insights:
        return tr("Charts on how well Kith decides and how fast you answer come in a later version.");
    case Place::Write:
        return tr("Writing and answering come together with an account to send from. Not in this version.");
    default:
        return {};
    }
}

}  // namespace kith::ui
