// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_style.h"

#include <QSet>

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

bool tiny(const QString& value) {
    qsizetype digits = 0;
    while (digits < value.size() && (value[digits].isDigit() || value[digits] == u'.')) {
        ++digits;
    }
    bool ok = false;
    const double number = value.left(digits).toDouble(&ok);
    return ok && number <= 1.0 && (number == 0.0 || value.mid(digits).startsWith(QLatin1String("px")));
}

bool farAway(const QString& value) {
    return value.startsWith(u'-') && value.contains(QLatin1String("999"));
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
    return clipped || (!font.isEmpty() && tiny(font)) || (opaqueOk && opacity < 0.05) ||
           farAway(value("text-indent")) || farAway(value("left")) || farAway(value("top")) ||
           farAway(value("margin-left"));
}

QString plainColour(const QString& value) {
    QString text = value.trimmed().toLower();
    static const QSet<QString> names{QStringLiteral("white"), QStringLiteral("black"), QStringLiteral("red"),
                                     QStringLiteral("green"), QStringLiteral("blue"),  QStringLiteral("gray"),
                                     QStringLiteral("grey"),  QStringLiteral("yellow")};
    if (text == QLatin1String("white")) {
        return QStringLiteral("#ffffff");
    }
    if (text == QLatin1String("black")) {
        return QStringLiteral("#000000");
    }
    if (names.contains(text)) {
        return text;
    }
    if (text.startsWith(u'#') && (text.size() == 4 || text.size() == 7)) {
        QString wide = QStringLiteral("#");
        for (const QChar c : QStringView(text).sliced(1)) {
            if (!c.isLetterOrNumber() || c.unicode() > 'f') {
                return {};
            }
            wide += text.size() == 4 ? QString(2, c) : QString(c);
        }
        return wide;
    }
    if (text.startsWith(QLatin1String("rgb(")) && text.endsWith(u')')) {
        const QStringList parts = text.mid(4, text.size() - 5).split(u',');
        QString hex = QStringLiteral("#");
        for (const QString& part : parts) {
            hex += QStringLiteral("%1").arg(qBound(0, part.trimmed().toInt(), 255), 2, 16, QLatin1Char('0'));
        }
        return parts.size() == 3 ? hex : QString();
    }
    return {};
}

}  // namespace kith::mail
