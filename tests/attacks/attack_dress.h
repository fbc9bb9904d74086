// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Words in the dresses by which attackers get them past a reader of plain text.
#pragma once

#include <QByteArray>
#include <QString>

namespace kith::attacks {

/// The words as the carrier writes them; as they are where the carrier changes no letters.
QString dressed(const QString& carrier, const QString& words);

/// RFC 2047, quoted-printable or base64.
QByteArray encodedWord(const QString& words, bool base64);

}  // namespace kith::attacks
