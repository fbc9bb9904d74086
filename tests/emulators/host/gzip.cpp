// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/host/gzip.h"

#include <QtEndian>

#include <array>

namespace kith::emulator {
namespace {

constexpr std::array<quint32, 256> crcTable() {
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < table.size(); ++n) {
        quint32 value = n;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
        }
        table[n] = value;
    }
    return table;
}

quint32 crc32(const QByteArray& bytes) {
    static constexpr std::array<quint32, 256> table = crcTable();
    quint32 crc = 0xffffffffU;
    for (const char c : bytes) {
        crc = table[(crc ^ quint8(c)) & 0xff] ^ (crc >> 8);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 number) {
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

}  // namespace

QByteArray gzipped(const QByteArray& body) {
    // qCompress gives Qt's length (4 bytes), zlib's head (2), the deflated bytes, zlib's checksum (4).
    const QByteArray packed = qCompress(body, 1);
    static const QByteArray head = QByteArray::fromHex("1f8b08000000000000ff");
    return head + packed.mid(6, packed.size() - 10) + littleEndian(crc32(body)) + littleEndian(quint32(body.size()));
}

}  // namespace kith::emulator
