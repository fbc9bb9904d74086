// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_sight.h"

namespace kith::mail {

namespace {

/// Below it nobody reads: #eeeeee on white has 1.16, the palest grey that mail uses for small print 1.36.
constexpr double kReadable = 1.2;
constexpr double kFaintest = 0.08;

/// "background: #fff url(…)" names a picture and perhaps a colour.
bool namesPicture(const QString& value) {
    return value.contains(QLatin1String("url(")) || value.contains(QLatin1String("gradient("));
}

}  // namespace

void HtmlSight::enter(const GumboNode* node, const CssDeclarations& style) {
    Look look = m_looks.back();
    if (!isElement(node)) {
        m_looks.push_back(look);
        return;
    }
    const auto paint = [&look](const QString& value) {
        if (namesPicture(value)) {
            look.ground.reset();
        } else if (const auto colour = colourOf(value); colour && colour->opacity >= kFaintest) {
            look.ground = colour;
        } else if (!colour && !value.isEmpty() && value != QLatin1String("none") && value != QLatin1String("inherit")) {
            look.ground.reset();
        }
    };
    paint(attributeOf(node, "bgcolor"));
    if (!attributeOf(node, "background").isEmpty()) {
        look.ground.reset();
    }
    if (const QString colour = attributeOf(node, "color"); !colour.isEmpty()) {
        look.ink = colourOf(colour);
    }
    for (const auto& [name, value] : style) {
        if (name == QLatin1String("background") || name == QLatin1String("background-color")) {
            paint(value);
        } else if (name == QLatin1String("background-image") && value != QLatin1String("none")) {
            look.ground.reset();
        } else if (name == QLatin1String("color") && value != QLatin1String("inherit")) {
            look.ink = colourOf(value);
        }
    }
    m_looks.push_back(look);
}

bool HtmlSight::wordsUnseen() const {
    const Look& look = m_looks.back();
    if (!look.ink) {
        return false;
    }
    return look.ink->opacity < kFaintest || (look.ground && contrastOf(*look.ink, *look.ground) < kReadable);
}

}  // namespace kith::mail
