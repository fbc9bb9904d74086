// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the style and the attributes of an HTML element do to its visibility, and which declarations are safe.
#pragma once

#include "core/mail/html_tree.h"

#include <QString>

#include <utility>
#include <vector>

namespace kith::mail {

using CssDeclarations = std::vector<std::pair<QString, QString>>;  ///< property, value; lower case, trimmed

CssDeclarations cssDeclarations(const QString& style);
QString cssValue(const CssDeclarations& declarations, QLatin1String property);

/// The declarations that only change looks inside the element's own box; counts the others in blocked.
QString safeStyle(const QString& style, int* blocked);

/// display:none, visibility:hidden, no size, no opacity, off the page.
bool hidesItself(const GumboNode* element, const CssDeclarations& style);

/// #rrggbb; empty where it is no colour, or one that can be seen through.
QString plainColour(const QString& value);

}  // namespace kith::mail
