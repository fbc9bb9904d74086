// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What encloses foreign text in a question: fresh for each call, so that no text can close it.
#pragma once

#include <QString>

namespace kith::sources {

QString freshMarker();

}  // namespace kith::sources
