// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What is mended in a mail's bytes before GMime reads them: leading junk, lost boundaries, double types.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace kith::mail {

/// From where the header really starts: after blank lines, a byte order mark, an mbox line.
QByteArrayView withoutPreamble(QByteArrayView bytes, bool* skipped);

/// The bytes up to where one boundary line has come that many times: each part costs memory.
QByteArrayView withinParts(QByteArrayView bytes, int most);

/// How much header is read: each field costs GMime half a kilobyte, each byte of a list of addresses some seventy.
struct HeaderBounds {
    int fields{10'000};                   ///< in one header (the mail's, a part's, an attached mail's)
    qsizetype bytes{1024 * 1024};         ///< in one header
    qsizetype allBytes{3 * 1024 * 1024};  ///< in all headers of the mail
};

/// The bytes without what headers hold beyond the bounds.
QByteArray withinFields(QByteArrayView bytes, const HeaderBounds& bounds = {});

/// The boundary of a line that looks like one in use ("--word", then a content field); empty where none is.
QByteArray boundaryInUse(QByteArrayView text);

/// The first Content-Type of the header that is multipart and names a boundary; empty where none is.
QByteArray multipartTypeIn(QByteArrayView source);
/// The bytes without the Content-Type fields of their header.
QByteArray withoutContentType(QByteArrayView source);

}  // namespace kith::mail
