// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_value.h"

#include <algorithm>
#include <array>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr std::array<bool, 128> plainSigns(string_view signs) {
    std::array<bool, 128> table{};
    for (int c = 0; c < 128; ++c) {
        const char sign = static_cast<char>(c);
        table[static_cast<std::size_t>(c)] = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
                                             (sign >= '0' && sign <= '9') || signs.find(sign) != string_view::npos;
    }
    return table;
}

constexpr auto kBareSigns = plainSigns(" -_.()?!'");
constexpr auto kQuotedSigns = plainSigns(" -_.()?!',");

}  // namespace

bool isPlainText(string_view cell, bool quoted) {
    const auto& table = quoted ? kQuotedSigns : kBareSigns;
    return std::ranges::all_of(cell, [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || table[byte];
    });
}

}  // namespace kith::intake
