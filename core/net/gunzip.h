// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Undoes gzip and knows whether it saw the end. Qt's own decompression takes a stream that was cut off for a whole one.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace kith::net {

/// Unreachable: the stream ends too early or is damaged. Failed: it would become larger than most.
Result<QByteArray> gunzip(const QByteArray& packed, qsizetype most = qsizetype{512} << 20);

}  // namespace kith::net
