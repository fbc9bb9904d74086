// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The places one can go to in the window, as the sidebar lists them.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace kith::ui {

enum class Place {
    Review,
    Inbox,
    Snoozed,
    Drafts,
    Sent,
    Contacts,
    Opportunities,
    Imports,
    Activity,
    Insights,
    Rules,
    Starred,
    ConnectGmail,
    Write,
    Accounts,
    Settings,
};

struct PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::PlaceWords)
public:
    static QString title(Place place);
    static QString icon(Place place);
    /// What will stand there, for places that come with a later version; empty for those that are here.
    static QString yetToCome(Place place);
};

}  // namespace kith::ui
