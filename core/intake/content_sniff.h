// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the first bytes of a file are.
#pragma once

#include <QString>

#include <string_view>

namespace kith::intake {

/// So many first bytes are enough to tell.
inline constexpr qsizetype kSniffBytes = 64 * 1024;

enum class Content { Empty, Mbox, Message, AppleMessage, Zip, Tar, Compressed, Csv, VCard, Other };

Content sniff(std::string_view head);
/// "a PDF document", "a picture", "text", …: for the sentence that says why it is not taken in.
QString describeOther(std::string_view head);

}  // namespace kith::intake
