// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A workspace of many invented messages, made once and kept for the next run: KITH_BENCH_FOLDER, else a temporary
// folder.
#pragma once

#include "core/service/cellar.h"

#include <memory>

namespace kith::bench {

/// 200,000 by default; KITH_BENCH_MESSAGES says otherwise. Words are drawn by Zipf's law from invented ones.
service::Cellar& bigWorkspace();
qint64 bigWorkspaceMessages();
/// The n-th most frequent word of the invented language.
QString word(int rank);
/// The words of a letter of the workspace, in order, as it begins.
QStringList wordsOfSomeLetter(int which);

}  // namespace kith::bench
