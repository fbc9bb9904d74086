// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/csv_json.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

QString sign(char c) {
    return c == 0 ? QString() : QString(QChar::fromLatin1(c));
}

QJsonValue orNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject columnJson(const intake::CsvColumn& column) {
    QJsonObject json{{QStringLiteral("name"), column.name},
                     {QStringLiteral("type"), intake::csvTypeWord(column.type)},
                     {QStringLiteral("format"), orNull(column.format)},
                     {QStringLiteral("max_length"), column.maxLength},
                     {QStringLiteral("null_count"), column.nullCount},
                     {QStringLiteral("distinct"), column.distinct},
                     {QStringLiteral("is_percentage"), column.isPercentage},
                     {QStringLiteral("zero_padded"), column.zeroPadded},
                     {QStringLiteral("is_enum"), column.isEnum},
                     {QStringLiteral("exceptions"), column.exceptions},
                     {QStringLiteral("examples"), QJsonArray::fromStringList(column.examples)},
                     {QStringLiteral("confidence"), column.confidence}};
    if (column.decimalComma) {
        json.insert(QStringLiteral("decimal_mark"), QStringLiteral(","));
    }
    if (column.order == intake::CsvDateOrder::Ask) {
        json.insert(QStringLiteral("ambiguous"), true);
        json.insert(QStringLiteral("readings"), QJsonArray{QStringLiteral("dmy"), QStringLiteral("mdy")});
    }
    return json;
}

}  // namespace

QJsonObject dialectJson(const intake::CsvEncoding& encoding, const intake::CsvPlan& plan) {
    return {{QStringLiteral("encoding"), encoding.name},
            {QStringLiteral("encoding_confidence"), encoding.confidence},
            {QStringLiteral("byte_order_mark"), encoding.markBytes > 0},
            {QStringLiteral("delimiter"), sign(plan.dialect.delimiter)},
            {QStringLiteral("quote"), sign(plan.dialect.quote)},
            {QStringLiteral("escape"), sign(plan.dialect.escape)},
            {QStringLiteral("confidence"), plan.confidence},
            {QStringLiteral("header"), plan.layout.headerRows > 0},
            {QStringLiteral("header_rows"), plan.layout.headerRows},
            {QStringLiteral("header_confidence"), plan.layout.headerConfidence},
            {QStringLiteral("preamble_rows"), plan.layout.preambleRows},
            {QStringLiteral("footer_rows"), plan.layout.footerRows}};
}

QJsonObject schemaJson(const intake::CsvSchema& schema) {
    QJsonArray columns;
    for (const intake::CsvColumn& column : schema.columns) {
        columns.append(columnJson(column));
    }
    QJsonArray ragged;
    for (const qint64 line : schema.raggedLines) {
        ragged.append(line);
    }
    return {{QStringLiteral("dialect"), dialectJson(schema.encoding, schema.plan)},
            {QStringLiteral("rows"), schema.rows},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("blank_lines"), schema.blankLines},
            {QStringLiteral("ragged_rows"), schema.raggedRows},
            {QStringLiteral("ragged_lines"), ragged},
            {QStringLiteral("repaired_rows"), schema.repairedRows},
            {QStringLiteral("rows_with_nul"), schema.nulRows},
            {QStringLiteral("stray_bytes"), schema.encoding.strayBytes},
            {QStringLiteral("dropped_columns"), schema.droppedColumns}};
}

}  // namespace kith::cli
