// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The colours that Gmail allows for labels, and the one of them that is nearest to a wanted one.
#pragma once

#include <QString>

namespace kith::sources {

/// "#rrggbb" in any case; empty where the text is no colour.
QString nearestGmailColour(const QString& wanted);
/// Black or white of the palette, whichever is read better on this background.
QString readableGmailColour(const QString& background);

}  // namespace kith::sources
