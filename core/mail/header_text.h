// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The text of one header field: unfolded, with its encoded words (RFC 2047) decoded, broken ones too.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace kith::mail {

/// Folding removed: line ends go, the white space after them stays as one space.
QByteArray unfolded(QByteArrayView raw);

/// Unstructured text (subject, phrase, comment): encoded words decoded, raw 8-bit bytes read as UTF-8
/// or windows-1252, control characters gone, ends trimmed.
QString decodedHeader(QByteArrayView raw);

/// The message ids of a Message-ID, In-Reply-To or References field, without brackets; where no
/// bracket is in sight, the words that hold an @.
QStringList messageIds(QByteArrayView raw);

}  // namespace kith::mail
