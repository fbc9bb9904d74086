// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The date of a mail as its sender wrote it, also where the header bends RFC 5322.
#pragma once

#include "core/domain/message.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <vector>

namespace kith::mail {

/// A date header's text: obsolete zones, two-digit years, missing weekdays, ISO 8601 and junk around it.
std::optional<MailDate> parseMailDate(QByteArrayView text);

/// The Date header, else the newest Received header that holds a date, else the file's date, else none.
std::optional<MailDate> dateOf(QByteArrayView dateHeader, const std::vector<QByteArrayView>& received,
                               std::optional<std::chrono::milliseconds> fileDate);

}  // namespace kith::mail
