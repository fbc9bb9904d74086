// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The readable text of a mail's body: unflowed, cleaned, and the better one of text and HTML.
#pragma once

#include <QString>
#include <QStringView>

namespace kith::mail {

/// Line ends become \n; NUL and control characters go, except tab and form feed (which becomes \n).
QString cleanedText(const QString& text);

/// RFC 3676: soft line ends joined within a paragraph of equal quote depth, space-stuffing removed;
/// with delSp the space before a soft line end goes too. Quoted lines keep their marks as "> ".
QString unflowed(const QString& text, bool delSp);

/// Whether the plain alternative only says that there is nothing to read in it ("your mail reader
/// does not show HTML"), or is next to nothing beside what the HTML says.
bool isStub(QStringView plain, QStringView textOfHtml);

}  // namespace kith::mail
