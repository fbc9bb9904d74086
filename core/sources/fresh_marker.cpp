// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/fresh_marker.h"

#include <QRandomGenerator>

#include <array>

namespace kith::sources {

QString freshMarker() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QStringLiteral("kith-") +
           QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
}

}  // namespace kith::sources
