// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/codec.h"

#include "core/base/json.h"

#include <QJsonDocument>
#include <QtEndian>

#include <zstd.h>

namespace kith::storage {

namespace {
constexpr int kZstdLevel = 1;
constexpr qsizetype kZoneBytes = 9;  // kind, start, end
constexpr qint64 kLargestSource = qint64(1) << 30;
}  // namespace

Compressor::Compressor()
    : m_context(ZSTD_createCCtx()) {
}
Compressor::~Compressor() {
    ZSTD_freeCCtx(static_cast<ZSTD_CCtx*>(m_context));
}

QByteArray Compressor::compressed(const QByteArray& bytes) {
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(static_cast<ZSTD_CCtx*>(m_context), out.data(), size_t(out.size()),
                                          bytes.constData(), size_t(bytes.size()), kZstdLevel);
    out.truncate(ZSTD_isError(size) ? 0 : qsizetype(size));
    return out;
}

Result<QByteArray> decompressed(const QByteArray& zstd) {
    const unsigned long long size = ZSTD_getFrameContentSize(zstd.constData(), size_t(zstd.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > quint64(kLargestSource)) {
        return Error{ErrorKind::Damaged, QStringLiteral("a stored source is not readable"), {}};
    }
    QByteArray out(qsizetype(size), Qt::Uninitialized);
    const size_t done = ZSTD_decompress(out.data(), size_t(out.size()), zstd.constData(), size_t(zstd.size()));
    if (ZSTD_isError(done) || done != size) {
        return Error{ErrorKind::Damaged, QStringLiteral("a stored source is damaged"), {}};
    }
    return out;
}

QByteArray packedZones(const std::vector<Zone>& zones) {
    QByteArray out(qsizetype(zones.size()) * kZoneBytes, Qt::Uninitialized);
    char* at = out.data();
    for (const Zone& zone : zones) {
        *at = static_cast<char>(zone.kind);
        qToLittleEndian(qint32(zone.start), at + 1);
        qToLittleEndian(qint32(zone.end), at + 5);
        at += kZoneBytes;
    }
    return out;
}

std::vector<Zone> unpackedZones(const QByteArray& bytes) {
    std::vector<Zone> zones;
    for (qsizetype at = 0; at + kZoneBytes <= bytes.size(); at += kZoneBytes) {
        const char* zone = bytes.constData() + at;
        zones.push_back(
            {static_cast<ZoneKind>(*zone), qFromLittleEndian<qint32>(zone + 1), qFromLittleEndian<qint32>(zone + 5)});
    }
    return zones;
}

QByteArray packedBulk(const BulkMarks& marks) {
    QJsonObject object;
    const auto put = [&](const QString& key, const QString& value) {
        if (!value.isEmpty()) {
            object.insert(key, value);
        }
    };
    put(QStringLiteral("list_id"), marks.listId);
    put(QStringLiteral("unsubscribe"), marks.listUnsubscribe);
    put(QStringLiteral("auto"), marks.autoSubmitted);
    put(QStringLiteral("precedence"), marks.precedence);
    put(QStringLiteral("dkim"), marks.dkimDomain);
    put(QStringLiteral("return_path"), marks.returnPath);
    if (marks.emptyReturnPath) {
        object.insert(QStringLiteral("empty_return_path"), true);
    }
    return object.isEmpty() ? QByteArray("") : json::canonical(object);
}

BulkMarks unpackedBulk(const QByteArray& json) {
    if (json.isEmpty()) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto word = [&](const QString& key) { return object.value(key).toString(); };
    return {word(QStringLiteral("list_id")),
            word(QStringLiteral("unsubscribe")),
            word(QStringLiteral("auto")),
            word(QStringLiteral("precedence")),
            word(QStringLiteral("dkim")),
            word(QStringLiteral("return_path")),
            object.value(QStringLiteral("empty_return_path")).toBool()};
}

bool isBulk(const BulkMarks& marks) {
    const QString precedence = marks.precedence.toLower();
    const QString automatic = marks.autoSubmitted.toLower();
    return !marks.listId.isEmpty() || !marks.listUnsubscribe.isEmpty() || precedence == QLatin1String("bulk") ||
           precedence == QLatin1String("list") || precedence == QLatin1String("junk") ||
           (!automatic.isEmpty() && automatic != QLatin1String("no"));
}

}  // namespace kith::storage
