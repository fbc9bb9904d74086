// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/imported_rows.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

constexpr auto kImportedColumns = "contact_id, import_id, line, at, said";
// Text, one value after the other; the marks themselves and the sign before them are written with that sign.
constexpr char kValueEnd = '\x1E';
constexpr char kPartEnd = '\x1F';
constexpr char kLiteral = '\x1B';

void packPart(QByteArray* packed, const QString& part, char end) {
    const QByteArray utf8 = part.toUtf8();
    for (const char c : utf8) {
        if (c == kValueEnd || c == kPartEnd || c == kLiteral) {
            packed->append(kLiteral);
        }
        packed->append(c);
    }
    packed->append(end);
}

QByteArray packedValues(const std::vector<SaidValue>& said) {
    QByteArray packed;
    packed.reserve(256);
    for (const SaidValue& value : said) {
        packPart(&packed, value.field, kPartEnd);
        packPart(&packed, value.kind, kPartEnd);
        packPart(&packed, value.value, kValueEnd);
    }
    return packed;
}

std::vector<SaidValue> unpackedValues(QByteArrayView packed) {
    std::vector<SaidValue> said;
    std::vector<QByteArray> parts(1);
    for (qsizetype at = 0; at < packed.size(); ++at) {
        const char c = packed[at];
        if (c == kLiteral && at + 1 < packed.size()) {
            parts.back().append(packed[++at]);
        } else if (c == kPartEnd) {
            parts.emplace_back();
        } else if (c == kValueEnd) {
            parts.resize(3);
            said.push_back({QString::fromUtf8(parts[0]), QString::fromUtf8(parts[1]), QString::fromUtf8(parts[2])});
            parts.assign(1, {});
        } else {
            parts.back().append(c);
        }
    }
    return said;
}

ImportedRow readImportedRow(const Statement& row) {
    return {row.id<ContactId>(0), row.id<ImportId>(1), row.integer(2), row.millis(3), unpackedValues(row.utf8(4))};
}

}  // namespace

Result<void> ImportedRows::add(const ImportedRow& row) {
    return done(m_database.run(
        "INSERT INTO imported_rows (contact_id, import_id, line, at, held, said) VALUES (?, ?, ?, ?, ?, ?)",
        row.contact, row.import, row.line, row.at, static_cast<qint64>(row.said.size()),
        Statement::Utf8{packedValues(row.said)}));
}

Result<std::optional<ImportedRow>> ImportedRows::of(ContactId contact) {
    return firstRow(m_database.query(
                        QByteArray("SELECT ") + kImportedColumns + " FROM imported_rows WHERE contact_id = ?", contact),
                    readImportedRow);
}

Result<std::optional<ImportedRow>> ImportedRows::ofObservation(qint64 observation) {
    auto before = firstRow(m_database.query(QByteArray("SELECT ") + kImportedColumns +
                                                " FROM imported_rows WHERE contact_id < ? ORDER BY contact_id DESC "
                                                "LIMIT 1",
                                            observation),
                           readImportedRow);
    if (before && *before && observation > (*before)->observation((*before)->said.size()) - 1) {
        return std::optional<ImportedRow>();
    }
    return before;
}

Result<void> ImportedRows::drop(ContactId contact) {
    return done(m_database.run("DELETE FROM imported_rows WHERE contact_id = ?", contact));
}

}  // namespace kith::storage
