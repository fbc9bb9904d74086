// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Logging: one logger a room on standard error or in a file, Qt's messages routed in, secrets masked at the sink.
#pragma once

#include <QString>

namespace kith::log {

enum class Level { Debug, Info, Warning, Error, Off };

/// Call once at program start; a path keeps a rotating file there instead of standard error.
void setUp(Level level, const QString& filePath = {});
void debug(const char* room, const QString& text);
void info(const char* room, const QString& text);
void warning(const char* room, const QString& text);
void error(const char* room, const QString& text);
/// Bearer tokens, keys and e-mail addresses replaced; what every line goes through.
QString masked(const QString& text);

}  // namespace kith::log
