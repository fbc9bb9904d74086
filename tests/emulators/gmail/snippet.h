// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The first words of a mail, cheap enough for every get: only the beginning of the first text part is read.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace kith::emulator {

/// At most 200 characters on one line, HTML-escaped as Gmail does it.
QString snippetOf(QByteArrayView mail);

}  // namespace kith::emulator
