// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Bytes become text: the declared charset where it holds, a sound guess where it does not.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kith::mail {

enum class CharsetOutcome {
    AsDeclared,
    Guessed,  ///< nothing was declared
    Unknown,  ///< the declared name means nothing; guessed
    Wrong,    ///< the bytes are not what was declared; guessed
};

struct DecodedText {
    QString text;
    CharsetOutcome outcome{CharsetOutcome::AsDeclared};
};

/// Byte order mark first, then the declared charset (unless the bytes contradict it), then UTF-8 where
/// the bytes are valid UTF-8, then windows-1252. No byte is dropped: what cannot be read becomes U+FFFD.
DecodedText decodeText(QByteArrayView bytes, QByteArrayView declaredCharset);

/// Strict: false where the charset is unknown or a byte has no meaning in it.
bool decodeStrictly(QByteArrayView bytes, QByteArrayView charset, QString* text);

}  // namespace kith::mail
