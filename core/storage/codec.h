// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Bytes as they lie in the database: compressed sources, packed zones, keys.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <memory>

namespace kith::storage {

/// zstd with a context kept between calls.
class Compressor {
public:
    Compressor();
    ~Compressor();
    Q_DISABLE_COPY_MOVE(Compressor)
    QByteArray compressed(const QByteArray& bytes);

private:
    void* m_context;
};

Result<QByteArray> decompressed(const QByteArray& zstd);
QByteArray packedZones(const std::vector<Zone>& zones);
std::vector<Zone> unpackedZones(const QByteArray& bytes);
QByteArray packedBulk(const BulkMarks& marks);
BulkMarks unpackedBulk(const QByteArray& json);
bool isBulk(const BulkMarks& marks);

}  // namespace kith::storage
