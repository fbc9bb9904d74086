// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_colour.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace kith::mail {

namespace {

struct NamedColour {
    const char* name;
    unsigned rgb;
};

constexpr NamedColour kColours[]{
    {"white", 0xFFFFFF},     {"snow", 0xFFFAFA},      {"ghostwhite", 0xF8F8FF},  {"whitesmoke", 0xF5F5F5},
    {"ivory", 0xFFFFF0},     {"azure", 0xF0FFFF},     {"mintcream", 0xF5FFFA},   {"floralwhite", 0xFFFAF0},
    {"aliceblue", 0xF0F8FF}, {"honeydew", 0xF0FFF0},  {"seashell", 0xFFF5EE},    {"oldlace", 0xFDF5E6},
    {"beige", 0xF5F5DC},     {"linen", 0xFAF0E6},     {"lavender", 0xE6E6FA},    {"gainsboro", 0xDCDCDC},
    {"lightgray", 0xD3D3D3}, {"lightgrey", 0xD3D3D3}, {"silver", 0xC0C0C0},      {"darkgray", 0xA9A9A9},
    {"darkgrey", 0xA9A9A9},  {"gray", 0x808080},      {"grey", 0x808080},        {"dimgray", 0x696969},
    {"dimgrey", 0x696969},   {"black", 0x000000},     {"red", 0xFF0000},         {"darkred", 0x8B0000},
    {"crimson", 0xDC143C},   {"maroon", 0x800000},    {"orange", 0xFFA500},      {"darkorange", 0xFF8C00},
    {"gold", 0xFFD700},      {"yellow", 0xFFFF00},    {"lightyellow", 0xFFFFE0}, {"brown", 0xA52A2A},
    {"green", 0x008000},     {"darkgreen", 0x006400}, {"lime", 0x00FF00},        {"olive", 0x808000},
    {"teal", 0x008080},      {"cyan", 0x00FFFF},      {"aqua", 0x00FFFF},        {"lightcyan", 0xE0FFFF},
    {"blue", 0x0000FF},      {"navy", 0x000080},      {"darkblue", 0x00008B},    {"royalblue", 0x4169E1},
    {"steelblue", 0x4682B4}, {"lightblue", 0xADD8E6}, {"purple", 0x800080},      {"violet", 0xEE82EE},
    {"indigo", 0x4B0082},    {"magenta", 0xFF00FF},   {"fuchsia", 0xFF00FF},     {"pink", 0xFFC0CB},
};

Colour fromBits(unsigned rgb) {
    return {static_cast<int>(rgb >> 16 & 0xFF), static_cast<int>(rgb >> 8 & 0xFF), static_cast<int>(rgb & 0xFF), 1};
}

std::optional<Colour> fromHex(QStringView digits) {
    QString wide;
    for (const QChar c : digits) {
        wide += digits.size() < 6 ? QString(2, c) : QString(c);
    }
    bool ok = false;
    const unsigned value = wide.toUInt(&ok, 16);
    if (!ok || (wide.size() != 6 && wide.size() != 8)) {
        return {};
    }
    Colour colour = fromBits(wide.size() == 8 ? value >> 8 : value);
    colour.opacity = wide.size() == 8 ? (value & 0xFF) / 255.0 : 1;
    return colour;
}

std::optional<Colour> fromFunction(const QString& text) {
    QString inside = text.mid(text.indexOf(u'(') + 1);
    inside.chop(inside.endsWith(u')') ? 1 : 0);
    inside.replace(u'/', u' ').replace(u',', u' ');
    const QStringList parts = inside.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 3) {
        return {};
    }
    const auto channel = [](const QString& part) {
        const double number = part.endsWith(u'%') ? part.chopped(1).toDouble() * 2.55 : part.toDouble();
        return static_cast<int>(std::lround(std::clamp(number, 0.0, 255.0)));
    };
    Colour colour{channel(parts[0]), channel(parts[1]), channel(parts[2]), 1};
    if (parts.size() > 3) {
        colour.opacity = parts[3].endsWith(u'%') ? parts[3].chopped(1).toDouble() / 100 : parts[3].toDouble();
    }
    return colour;
}

double luminance(const Colour& colour) {
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> colourOf(const QString& value) {
    static const QHash<QString, unsigned> names = [] {
        QHash<QString, unsigned> hash;
        for (const NamedColour& one : kColours) {
            hash.insert(QLatin1String(one.name), one.rgb);
        }
        return hash;
    }();
    const QString text = value.trimmed().toLower();
    if (const auto known = names.find(text); known != names.end()) {
        return fromBits(*known);
    }
    if (text == QLatin1String("transparent")) {
        return Colour{0, 0, 0, 0};
    }
    if (text.startsWith(u'#')) {
        return fromHex(QStringView(text).sliced(1));
    }
    if (text.startsWith(QLatin1String("rgb(")) || text.startsWith(QLatin1String("rgba("))) {
        return fromFunction(text);
    }
    return text.size() == 6 ? fromHex(text) : std::nullopt;  // bgcolor="ffffff"
}

QString hexOf(const Colour& colour) {
    const int bits = colour.red << 16 | colour.green << 8 | colour.blue;
    return QStringLiteral("#%1").arg(bits, 6, 16, QLatin1Char('0'));
}

double contrastOf(const Colour& one, const Colour& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace kith::mail
