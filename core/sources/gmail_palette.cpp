// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_palette.h"

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <optional>

namespace kith::sources {

namespace {

// Facts of the API: Gmail refuses every other colour.
constexpr std::array<std::uint32_t, 113> gmailPalette = {
    0x000000, 0x434343, 0x666666, 0x999999, 0xcccccc, 0xefefef, 0xf3f3f3, 0xffffff, 0xfb4c2f, 0xffad47, 0xfad165,
    0x16a766, 0x43d692, 0x4a86e8, 0xa479e2, 0xf691b3, 0xf6c5be, 0xffe6c7, 0xfef1d1, 0xb9e4d0, 0xc6f3de, 0xc9daf8,
    0xe4d7f5, 0xfcdee8, 0xefa093, 0xffd6a2, 0xfce8b3, 0x89d3b2, 0xa0eac9, 0xa4c2f4, 0xd0bcf1, 0xfbc8d9, 0xe66550,
    0xffbc6b, 0xfcda83, 0x44b984, 0x68dfa9, 0x6d9eeb, 0xb694e8, 0xf7a7c0, 0xcc3a21, 0xeaa041, 0xf2c960, 0x149e60,
    0x3dc789, 0x3c78d8, 0x8e63ce, 0xe07798, 0xac2b16, 0xcf8933, 0xd5ae49, 0x0b804b, 0x2a9c68, 0x285bac, 0x653e9b,
    0xb65775, 0x822111, 0xa46a21, 0xaa8831, 0x076239, 0x1a764d, 0x1c4587, 0x41236d, 0x83334c, 0x464646, 0xe7e7e7,
    0x0d3472, 0xb6cff5, 0x0d3b44, 0x98d7e4, 0x3d188e, 0xe3d7ff, 0x711a36, 0xfbd3e0, 0x8a1c0a, 0xf2b2a8, 0x7a2e0b,
    0xffc8af, 0x7a4706, 0xffdeb5, 0x594c05, 0xfbe983, 0x684e07, 0xfdedc1, 0x0b4f30, 0xb3efd3, 0x04502e, 0xa2dcc1,
    0xc2c2c2, 0x4986e7, 0x2da2bb, 0xb99aff, 0x994a64, 0xf691b2, 0xff7537, 0xffad46, 0x662e37, 0xebdbde, 0xcca6ac,
    0x094228, 0x42d692, 0x16a765, 0x757575, 0x1e53b8, 0x007286, 0x7858c3, 0xc2185b, 0xd93025, 0x54240e, 0x633e04,
    0x521d28, 0x202124, 0x083018,
};

struct PaletteRgb {
    int red{0};
    int green{0};
    int blue{0};
};

PaletteRgb paletteRgb(std::uint32_t colour) {
    return {int(colour >> 16), int(colour >> 8 & 0xff), int(colour & 0xff)};
}

std::optional<std::uint32_t> paletteNumber(const QString& text) {
    bool ok = false;
    const std::uint32_t colour = text.startsWith(u'#') && text.size() == 7 ? text.mid(1).toUInt(&ok, 16) : 0;
    return ok ? std::optional(colour) : std::nullopt;
}

/// As the eye sees it, roughly ("redmean").
double paletteDistance(std::uint32_t one, std::uint32_t other) {
    const PaletteRgb a = paletteRgb(one);
    const PaletteRgb b = paletteRgb(other);
    const double mean = (a.red + b.red) / 2.0;
    const double red = a.red - b.red;
    const double green = a.green - b.green;
    const double blue = a.blue - b.blue;
    return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue;
}

}  // namespace

QString nearestGmailColour(const QString& wanted) {
    const auto colour = paletteNumber(wanted);
    if (!colour) {
        return {};
    }
    std::uint32_t nearest = gmailPalette.front();
    for (const std::uint32_t candidate : gmailPalette) {
        if (paletteDistance(*colour, candidate) < paletteDistance(*colour, nearest)) {
            nearest = candidate;
        }
    }
    return QStringLiteral("#%1").arg(nearest, 6, 16, QLatin1Char('0'));
}

QString readableGmailColour(const QString& background) {
    const PaletteRgb rgb = paletteRgb(paletteNumber(background).value_or(0xffffff));
    const double light = 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue;
    return light > 150 ? QStringLiteral("#000000") : QStringLiteral("#ffffff");
}

}  // namespace kith::sources
