// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asks for the passphrase of the vault on a terminal, without showing it.
#pragma once

#include <QByteArray>

#include <optional>

namespace kith::cli {

/// fresh: asked twice, because a mistyped new passphrase would lock everything away. Nothing: no terminal, or no word.
std::optional<QByteArray> askPassphrase(bool fresh);

}  // namespace kith::cli
