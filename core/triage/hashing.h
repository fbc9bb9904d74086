// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Words and their hashes, the same on every machine: what hashed features are made of.
#pragma once

#include <QChar>
#include <QStringView>

#include <vector>

namespace kith::triage {

inline constexpr quint32 kHashSeed = 2166136261u;

inline quint32 hashUnit(quint32 hash, char16_t unit) {
    hash = (hash ^ (unit & 0xffu)) * 16777619u;
    return (hash ^ (unit >> 8)) * 16777619u;
}

inline quint32 joinedHash(quint32 a, quint32 b) {
    quint32 hash = a * 0x9E3779B1u + (b ^ (b >> 15)) * 0x85EBCA77u;
    hash ^= hash >> 13;
    return hash * 0xC2B2AE3Du;
}

/// Spreads the bits before a hash is cut down to a number of buckets.
inline quint32 bucketOf(quint32 hash, quint32 buckets) {
    hash ^= hash >> 16;
    hash *= 0x7FEB352Du;
    hash ^= hash >> 15;
    return hash % buckets;
}

/// Hashes of the words of text: case-folded, digits all alike; marks that matter (?, !, $, €, £, %) count as words.
void appendWordHashes(QStringView text, std::vector<quint32>& hashes);

}  // namespace kith::triage
