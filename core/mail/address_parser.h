// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Header text becomes addresses: groups, comments, encoded words, and what people write instead of RFC 5322.
#pragma once

#include "core/domain/address.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace kith::mail {

/// The mailboxes of an address list as it stands in the header (encoded words not yet decoded,
/// folding allowed). Members of groups come one by one; an empty group is a name without address.
Addresses parseAddresses(QByteArrayView header);
Addresses parseAddresses(const QString& header);

/// Whether the text is one addr-spec that SMTP can carry: dot-atom or quoted local part, host name
/// with at least two labels or an address literal, within the lengths of RFC 5321. IDN allowed.
bool isAddrSpec(QStringView text);

/// The domain with its punycode labels in Unicode; unchanged where it is not valid IDNA.
QString unicodeDomain(const QString& domain);

}  // namespace kith::mail
