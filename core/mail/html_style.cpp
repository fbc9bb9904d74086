// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_style.h"

#include "core/mail/html_colour.h"

#include <QSet>

#include <optional>

namespace kith::mail {

namespace {

const QSet<QString>& safeProperties() {
    static const QSet<QString> names = [] {
        QSet<QString> set;
        const QString words = QStringLiteral(
            "color background-color font font-family font-size font-style font-weight font-variant line-height "
            "letter-spacing text-align text-decoration text-indent text-transform vertical-align white-space "
            "width height max-width min-width border border-top border-right border-bottom border-left "
            "border-color border-style border-width border-collapse border-spacing border-radius padding "
            "padding-top padding-right padding-bottom padding-left margin margin-top margin-right margin-bottom "
            "margin-left list-style-type direction word-break word-wrap table-layout");
        for (const QString& word : words.split(u' ')) {
            set.insert(word);
        }
        return set;
    }();
    return names;
}

/// Only what plain values are made of; no functions but rgb() and rgba().
bool safeValue(const QString& value) {
    QString rest = value;
    rest.remove(QLatin1String("rgba(")).remove(QLatin1String("rgb("));
    if (value.size() > 300 || rest.contains(u'(')) {
        return false;
    }
    for (const QChar c : value) {
        const bool plain = c.isLetterOrNumber() || QStringView(u" .,#%-+()'!_").contains(c);
        if (!plain) {
            return false;
        }
    }
    return value.count(u'\'') % 2 == 0;
}

/// A length in pixels, roughly; nothing where the value is no length.
std::optional<double> pixels(const QString& value) {
    qsizetype digits = value.startsWith(u'-') ? 1 : 0;
    while (digits < value.size() && (value[digits].isDigit() || value[digits] == u'.')) {
        ++digits;
    }
    bool ok = false;
    const double number = value.left(digits).toDouble(&ok);
    const QString unit = value.mid(digits).trimmed();
    if (!ok || (number != 0 && unit.isEmpty())) {
        return {};
    }
    const bool relative = unit == QLatin1String("em") || unit == QLatin1String("rem");
    const bool ofWindow = unit == QLatin1String("vw") || unit == QLatin1String("vh");
    return number * (relative ? 16 : ofWindow ? 12 : unit == QLatin1String("%") ? 0.16 : 1);
}

bool tiny(const QString& value) {
    const auto length = pixels(value);
    return length && *length >= 0 && *length <= 1.0;
}

bool farAway(const QString& value) {
    const auto length = pixels(value);
    return length && *length <= -400;
}

/// "font: 0/0 Arial" and "font: 1px sans-serif" say a size too.
bool tinyFont(const QString& font) {
    for (const QString& word : font.split(u' ', Qt::SkipEmptyParts)) {
        if (word.front().isDigit()) {
            const QString size = word.section(u'/', 0, 0);
            return tiny(size) && (size.endsWith(QLatin1String("px")) || size.toDouble() == 0);
        }
    }
    return false;
}

bool clippedAway(const QString& clip, const QString& path) {
    const QString bare = QString(clip).remove(u' ').remove(u',').remove(QLatin1String("px"));
    return bare == QLatin1String("rect(0000)") || bare == QLatin1String("rect(1111)") ||
           path.contains(QLatin1String("inset(50%")) || path.contains(QLatin1String("inset(100%")) ||
           path == QLatin1String("circle(0)");
}

}  // namespace

CssDeclarations cssDeclarations(const QString& style) {
    CssDeclarations list;
    for (const QString& piece : style.split(u';')) {
        const qsizetype colon = piece.indexOf(u':');
        if (colon > 0 && list.size() < 200) {
            QString value = piece.mid(colon + 1).simplified().toLower();
            value.remove(QLatin1String("!important"));
            list.emplace_back(piece.left(colon).trimmed().toLower(), value.replace(u'"', u'\'').trimmed());
        }
    }
    return list;
}

QString cssValue(const CssDeclarations& declarations, QLatin1String property) {
    QString value;
    for (const auto& [name, text] : declarations) {
        value = name == property ? text : value;
    }
    return value;
}

QString safeStyle(const QString& style, int* blocked) {
    QString out;
    for (auto [name, value] : cssDeclarations(style)) {
        if (name == QLatin1String("background") && !plainColour(value).isEmpty()) {
            name = QStringLiteral("background-color");
        }
        const bool margin = name.startsWith(QLatin1String("margin")) && value.contains(u'-');
        if (value.isEmpty() || margin || !safeProperties().contains(name) || !safeValue(value)) {
            const bool dangerous =
                value.contains(u'(') || value.contains(u'\\') || margin || name == QLatin1String("position");
            *blocked += dangerous ? 1 : 0;
            continue;
        }
        out += (out.isEmpty() ? QString() : QStringLiteral("; ")) + name + QStringLiteral(": ") + value;
    }
    return out;
}

bool hidesItself(const GumboNode* element, const CssDeclarations& style) {
    const auto is = [&](const char* property, const char* value) {
        return cssValue(style, QLatin1String(property)) == QLatin1String(value);
    };
    const auto value = [&](const char* property) { return cssValue(style, QLatin1String(property)); };
    if (!attributeOf(element, "hidden").isNull() || is("display", "none") || is("visibility", "hidden") ||
        is("mso-hide", "all") || is("visibility", "collapse")) {
        return true;
    }
    const bool flat = tiny(value("max-height")) || tiny(value("height")) || tiny(value("max-width"));
    const bool clipped = is("overflow", "hidden") && flat;
    const QString font = value("font-size");
    bool opaqueOk = false;
    const double opacity = value("opacity").toDouble(&opaqueOk);
    const bool nothingLeft = value("transform").remove(u' ').contains(QLatin1String("scale(0)"));
    return clipped || (!font.isEmpty() ? tiny(font) : tinyFont(value("font"))) || (opaqueOk && opacity < 0.08) ||
           farAway(value("text-indent")) || farAway(value("left")) || farAway(value("top")) ||
           farAway(value("margin-left")) || clippedAway(value("clip"), value("clip-path")) || nothingLeft;
}

QString plainColour(const QString& value) {
    const auto colour = colourOf(value);
    return colour && colour->opacity >= 1 ? hexOf(*colour) : QString();
}

}  // namespace kith::mail
