// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Colours as mail writes them, and whether letters of one can be read on another.
#pragma once

#include <QString>

#include <optional>

namespace kith::mail {

struct Colour {
    int red{0};
    int green{0};
    int blue{0};
    double opacity{1};

    bool operator==(const Colour&) const = default;
};

/// "#fff", "#ffffff", "white", "rgb(255, 255, 255)", "rgba(0, 0, 0, .5)", "transparent"; nothing where it is no colour.
std::optional<Colour> colourOf(const QString& value);
/// #rrggbb
QString hexOf(const Colour& colour);
/// From 1 (the same) to 21 (black on white), as the accessibility guidelines define it.
double contrastOf(const Colour& one, const Colour& other);

}  // namespace kith::mail
