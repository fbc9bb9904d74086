// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/table_shape.h"

namespace kith::storage {

namespace {

constexpr auto I = ColumnType::Integer;
constexpr auto R = ColumnType::Real;
constexpr auto T = ColumnType::Text;

const std::vector<TableShape>& journalTables() {
    static const std::vector<TableShape> tables = {
        {"messages",
         {{"id", I}},
         {{"in_inbox", I},
          {"unread", I},
          {"starred", I},
          {"snoozed_until", I},
          {"owner_asks", I},
          {"priority", I},
          {"importance", R},
          {"confidence", R},
          {"decided_by", I},
          {"needs_review", I},
          {"reason", T},
          {"chips", T}},
         true},
        {"message_labels", {{"message_id", I}, {"label_id", I}}, {}},
        {"labels", {{"id", I}}, {{"name", T}, {"kind", T}, {"colour", T}}},
        {"settings", {{"key", T}}, {{"value", T}}},
        {"accounts", {{"id", I}}, {{"kind", T}, {"address", T}, {"state", T}, {"detail", T}}},
        {"opportunities",
         {{"id", I}},
         {{"kind", T},
          {"status", T},
          {"stage", T},
          {"confidence", R},
          {"address", T},
          {"name", T},
          {"contact_id", I},
          {"message_id", I},
          {"thread_id", I},
          {"evidence", T},
          {"amount", R},
          {"currency", T},
          {"due", T},
          {"next_step", T},
          {"owner", T},
          {"settled_by", T},
          {"said_at", I},
          {"found_at", I},
          {"changed_at", I}}},
        {"suggestions", {{"id", I}}, {{"state", T}, {"change_id", I}}},
        {"rules",
         {{"id", I}},
         {{"position", I},
          {"name", T},
          {"enabled", I},
          {"stops", I},
          {"revision", I},
          {"may_trash", I},
          {"body", T},
          {"made_at", I}}},
        {"rule_actions",
         {{"id", I}},
         {{"rule_id", I},
          {"revision", I},
          {"rule_name", T},
          {"message_id", I},
          {"action", T},
          {"state", T},
          {"due_at", I},
          {"reason", T},
          {"made_at", I},
          {"ended_at", I}}},
        {"rule_priorities", {{"message_id", I}}, {{"rule_id", I}, {"rule_name", T}, {"priority", I}}},
        {"drafts", {{"id", I}}, {{"message_id", I},   {"thread_id", I},
                                 {"account_id", I},   {"state", T},
                                 {"sender", T},       {"recipients", T},
                                 {"copies", T},       {"subject", T},
                                 {"body", T},         {"proposed_body", T},
                                 {"model", T},        {"prompt_version", T},
                                 {"note", T},         {"rfc822_message_id", T},
                                 {"remote_id", T},    {"remote_message_id", T},
                                 {"reason", T},       {"made_at", I},
                                 {"changed_at", I},   {"saved_at", I},
                                 {"cost", R},         {"kind", T},
                                 {"blind_copies", T}, {"send_at", I},
                                 {"send_tried", I},   {"sent_at", I}}},
        {"tone_notes",
         {{"id", I}},
         {{"kind", T},
          {"words", T},
          {"before_words", T},
          {"after_words", T},
          {"draft_id", I},
          {"support", I},
          {"made_at", I}}},
        {"snippets", {{"id", I}}, {{"name", T}, {"body", T}, {"changed_at", I}}},
        {"reminders",
         {{"id", I}},
         {{"thread_id", I}, {"draft_id", I}, {"since", I}, {"due_at", I}, {"state", T}, {"made_at", I}}},
        {"feedback",
         {{"id", I}},
         {{"message_id", I},
          {"assigned", I},
          {"suggested", I},
          {"scope", I},
          {"comment", T},
          {"add_to_topics", T},
          {"add_to_source", T},
          {"at", I},
          {"origin", I},
          {"uncertainty", R},
          {"confidence", R}}},
        {"decisions",
         {{"id", I}},
         {{"message_id", I},
          {"change_id", I},
          {"latest", I},
          {"priority", I},
          {"importance", R},
          {"score", R},
          {"confidence", R},
          {"uncertainty", R},
          {"decided_by", I},
          {"needs_review", I},
          {"reason", T},
          {"chips", T},
          {"ranker_version", T},
          {"inputs_hash", T},
          {"decided_at", I},
          {"detail", T},
          {"inputs", T},
          {"asking", R},
          {"spot_check", I}}},
        {"contacts", {{"id", I}}, {{"name", T}, {"state", T}, {"merged_into", I}, {"import_id", I}}},
        {"identities", {{"kind", T}, {"value", T}}, {{"contact_id", I}, {"position", I}, {"import_id", I}}},
        {"transcripts",
         {{"id", I}},
         {{"file", T},
          {"sha256", T},
          {"title", T},
          {"said_at", I},
          {"speakers", T},
          {"turns", T},
          {"search_text", T},
          {"meeting_key", T},
          {"meeting_title", T},
          {"thread_id", I},
          {"contact", T},
          {"score", R},
          {"signs", T},
          {"state", T},
          {"taken_at", I}}},
        {"transcript_people", {{"transcript_id", I}, {"address_key", T}}, {{"name", T}}},
        {"contact_merges",
         {{"absorbed", I}},
         {{"survivor", I}, {"actor", T}, {"reason", T}, {"evidence", T}, {"at", I}}},
        {"contact_pairs",
         {{"one", I}, {"other", I}},
         {{"probability", R}, {"evidence", T}, {"state", T}, {"found_at", I}}},
        {"sources",
         {{"id", I}},
         {{"source", T},
          {"entity", T},
          {"reference", T},
          {"title", T},
          {"link", T},
          {"document", T},
          {"valid_from", I},
          {"valid_to", I},
          {"checked_at", I}}},
        {"observations", {{"id", I}}, {{"entity", T},     {"field", T},      {"value", T},      {"normalized", T},
                                       {"source", T},     {"source_ref", T}, {"message_id", I}, {"start_at", I},
                                       {"end_at", I},     {"method", T},     {"confidence", R}, {"observed_at", I},
                                       {"valid_from", I}, {"valid_to", I},   {"locked", I},     {"state", T},
                                       {"decided_at", I}, {"stated", R},     {"import_id", I},  {"kind", T}}},
    };
    return tables;
}

QJsonValue jsonColumn(const Statement& row, int column, ColumnType type) {
    if (row.isNull(column)) {
        return QJsonValue::Null;
    }
    switch (type) {
    case ColumnType::Integer:
        return row.integer(column);
    case ColumnType::Real:
        return row.real(column);
    case ColumnType::Text:
        return row.text(column);
    }
    return {};
}

}  // namespace

const TableShape* tableShape(const QByteArray& table) {
    for (const TableShape& shape : journalTables()) {
        if (table == shape.name) {
            return &shape;
        }
    }
    return nullptr;
}

QByteArray keyCondition(const TableShape& shape) {
    QByteArray words;
    for (const ColumnShape& key : shape.keys) {
        words += QByteArray(words.isEmpty() ? "" : " AND ") + key.name + " = ?";
    }
    return words;
}

void bindJson(Statement& statement, int index, ColumnType type, const QJsonValue& value) {
    if (value.isNull() || value.isUndefined()) {
        statement.bindTo(index, nullptr);
    } else if (type == ColumnType::Integer) {
        statement.bindTo(index, qint64(value.toInteger()));
    } else if (type == ColumnType::Real) {
        statement.bindTo(index, value.toDouble());
    } else {
        statement.bindTo(index, value.toString());
    }
}

bool sameValue(ColumnType type, const QJsonValue& one, const QJsonValue& other) {
    if (one.isNull() || other.isNull()) {
        return one.isNull() && other.isNull();
    }
    switch (type) {
    case ColumnType::Integer:
        return one.toInteger() == other.toInteger();
    case ColumnType::Real:
        return one.toDouble() == other.toDouble();
    case ColumnType::Text:
        return one.toString() == other.toString();
    }
    return false;
}

QJsonObject keyOfRow(const TableShape& shape, const QJsonObject& row) {
    QJsonObject key;
    for (const ColumnShape& column : shape.keys) {
        const QString name = QString::fromLatin1(column.name);
        key.insert(name, row.value(name));
    }
    return key;
}

Result<QJsonObject> readRow(Database& database, const TableShape& shape, const QJsonObject& key) {
    std::vector<ColumnShape> columns = shape.keys;
    columns.insert(columns.end(), shape.values.begin(), shape.values.end());
    QByteArray names;
    for (const ColumnShape& column : columns) {
        names += QByteArray(names.isEmpty() ? "" : ", ") + column.name;
    }
    const QByteArray sql = "SELECT " + names + " FROM " + QByteArray(shape.name) + " WHERE " + keyCondition(shape);
    Statement row = database.query(sql);
    for (size_t i = 0; i < shape.keys.size() && !row.failed(); ++i) {
        bindJson(row, int(i) + 1, shape.keys[i].type, key.value(QString::fromLatin1(shape.keys[i].name)));
    }
    QJsonObject found;
    if (row.next()) {
        for (size_t i = 0; i < columns.size(); ++i) {
            found.insert(QString::fromLatin1(columns[i].name), jsonColumn(row, int(i), columns[i].type));
        }
    }
    return row.failed() ? Result<QJsonObject>(row.error()) : found;
}

}  // namespace kith::storage
