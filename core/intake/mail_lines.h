// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the first bytes of a mail tell without parsing it: header lines, their dates, a From_ line's date.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace kith::intake {

struct HeaderLook {
    int lines{0};       ///< header fields before the first line that is none
    bool known{false};  ///< one of them is a field that mails have
    bool clean{true};   ///< ended by a blank line or the end of the bytes
};

HeaderLook lookAtHeader(std::string_view bytes);
/// The bytes of the header including the blank line; the whole where there is no blank line in the first 256 KiB.
std::string_view headerOf(std::string_view message);
/// The first line of the field's value; empty where the field is missing. The name is matched in any case.
std::string_view fieldOf(std::string_view header, std::string_view name);
/// "Mon, 5 Jan 2026 10:00:00 +0100", "Mon Jan  5 10:00:00 2026" and what lies between.
std::optional<std::chrono::milliseconds> dateIn(std::string_view text);
/// The date of "From sender date"; none where the line does not end in one.
std::optional<std::chrono::milliseconds> fromLineDate(std::string_view line);

}  // namespace kith::intake
