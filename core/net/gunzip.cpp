// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/gunzip.h"

#include <zlib.h>

#include <algorithm>

namespace kith::net {

namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr qsizetype kStep = 256 * 1024;

Error cutOff() {
    return {ErrorKind::Unreachable, QStringLiteral("the compressed answer was cut off or damaged"), {}, {}};
}

}  // namespace

Result<QByteArray> gunzip(const QByteArray& packed, qsizetype most) {
    z_stream stream{};
    if (inflateInit2(&stream, kGzipOnly) != Z_OK) {
        return Error{ErrorKind::Failed, QStringLiteral("no memory to unpack an answer"), {}, {}};
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray text;
    int state = Z_OK;
    while (state == Z_OK && text.size() <= most) {
        const qsizetype before = text.size();
        text.resize(before + std::max(kStep, before / 2));
        stream.next_out = reinterpret_cast<Bytef*>(text.data() + before);
        stream.avail_out = static_cast<uInt>(text.size() - before);
        state = inflate(&stream, Z_NO_FLUSH);
        text.truncate(text.size() - static_cast<qsizetype>(stream.avail_out));
        if (state == Z_STREAM_END && stream.avail_in > 0) {  // gzip members may follow each other
            state = inflateReset(&stream);
        }
    }
    inflateEnd(&stream);
    if (text.size() > most) {
        return Error{
            ErrorKind::Failed, QStringLiteral("an answer that unpacks to more than %1 bytes").arg(most), {}, {}};
    }
    return state == Z_STREAM_END ? Result<QByteArray>(std::move(text)) : Result<QByteArray>(cutOff());
}

}  // namespace kith::net
