// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A mailbox with its display name (RFC 5322 mailbox).
#pragma once

#include <QString>

#include <vector>

namespace kith {

struct Address {
    QString name;     ///< decoded Unicode, may be empty
    QString address;  ///< local@domain in Unicode as written; empty for an empty group

    bool operator==(const Address&) const = default;
};

using Addresses = std::vector<Address>;

/// The form in which addresses are compared and stored as keys: lower case, trimmed.
inline QString addressKey(const QString& address) {
    return address.trimmed().toLower();
}
inline QString addressDomain(const QString& address) {
    return address.mid(address.lastIndexOf(QLatin1Char('@')) + 1).toLower();
}

}  // namespace kith
