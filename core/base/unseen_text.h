// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes characters out of a text that no eye sees: zero-width letters, Unicode tags, direction overrides.
#pragma once

#include <QString>
#include <QStringView>

namespace kith::text {

struct SeenText {
    QString seen;
    QString unseen;        ///< words that were written in invisible characters, decoded; empty where there were none
    int charactersOut{0};  ///< UTF-16 units that were taken out
};

/// Joiners that a script needs (Persian, Hindi, emoji) stay. The text comes back as it is where nothing was unseen.
SeenText withoutUnseen(const QString& text);

/// Never drawn and never needed for drawing: zero-width space, word joiner, soft hyphen, byte order mark, overrides.
bool neverSeen(QChar c);

}  // namespace kith::text
