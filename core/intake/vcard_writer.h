// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Writes a vCard that VCardReader and other programs read back: folded at 75 bytes, never inside a character.
#pragma once

#include "core/intake/vcard.h"

namespace kith::intake {

/// 2.1 writes what is not ASCII as quoted-printable UTF-8; 3.0 and 4.0 are UTF-8 (RFC 2426, RFC 6350).
enum class VCardVersion { V21, V30, V40 };

QByteArray writeVCard(const VCard& card, VCardVersion version = VCardVersion::V40);

}  // namespace kith::intake
