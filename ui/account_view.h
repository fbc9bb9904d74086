// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An account together with how its sync stands, as the window shows it.
#pragma once

#include "core/domain/account.h"

#include <vector>

namespace kith::ui {

struct AccountView {
    Account account;
    SyncStatus status;  ///< as on the first day until the account told something
    bool heard{false};  ///< the status was told
};

using AccountViews = std::vector<AccountView>;

}  // namespace kith::ui
