// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Calendar invitations found in mail (RFC 5545, 5546), read by libical: when, who, where, and what became of them.
#pragma once

#include "core/domain/address.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace kith::mail {

struct Invitation {
    QString uid;
    int sequence{0};
    QString method;  ///< REQUEST, CANCEL, REPLY …; upper case
    QString summary;
    std::chrono::milliseconds start{0};  ///< UTC
    std::chrono::milliseconds end{0};
    std::chrono::minutes offset{0};  ///< of the calendar in which it was made, from UTC at its start
    bool allDay{false};
    bool cancelled{false};
    Address organizer;
    Addresses attendees;
    QString location;
    QString joinUrl;  ///< of a video call, where the invitation names one
};

/// Every event in a text/calendar part; a recurring one stands once for each of its starts in [from, until], at most
/// 500. Broken parts give what can be read of them. Thread-safe.
std::vector<Invitation> readInvitations(const QByteArray& calendar, std::chrono::milliseconds from,
                                        std::chrono::milliseconds until);

}  // namespace kith::mail
