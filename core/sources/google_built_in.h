// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The OAuth client that this build brings along, for those who have none of their own. Empty: bring your own.
#pragma once

namespace kith::sources {

inline constexpr char builtInGoogleClientId[] = "";
inline constexpr char builtInGoogleClientSecret[] = "";

}  // namespace kith::sources
