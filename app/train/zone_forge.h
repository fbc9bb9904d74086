// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invents mails of every kind, with the true role of each line: what the shipped zone weights learn from.
#pragma once

#include "app/train/zone_examples.h"

namespace kith::train {

/// The same mails on every run.
std::vector<ZoneExample> forgedMails();

/// A message of mailgun/forge with its signature lines told apart into closing and signature.
ZoneExample withClosings(ZoneExample example);

}  // namespace kith::train
