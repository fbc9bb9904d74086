// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Any bytes are cards, rejects or no vCard file at all; a card that was read is one card again when it is written.
#include "core/intake/vcard_reader.h"
#include "core/intake/vcard_writer.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

using namespace kith;
using namespace kith::intake;

namespace {

void hold(bool promise) {
    if (!promise) {
        std::abort();
    }
}

void writeAndRead(const VCard& card, VCardVersion version) {
    QByteArray written = writeVCard(card, version);
    QBuffer buffer(&written);
    hold(buffer.open(QIODevice::ReadOnly));
    VCardReader reader(buffer);
    const auto again = reader.next();
    hold(again && (*again || !reader.rejects().empty()));
    const auto end = reader.next();
    hold(end && !*end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&bytes);
    hold(buffer.open(QIODevice::ReadOnly));
    VCardReader reader(buffer);
    for (std::size_t cards = 0;; ++cards) {
        hold(cards <= size);
        const auto card = reader.next();
        if (!card || !*card) {
            return 0;
        }
        for (const VCardVersion version : {VCardVersion::V21, VCardVersion::V30, VCardVersion::V40}) {
            writeAndRead(**card, version);
        }
    }
}
