// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/tone_store.h"

#include "core/storage/id_source.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

ToneNote readToneNote(const Statement& row) {
    ToneNote note;
    note.id = row.integer(0);
    note.kind = row.text(1);
    note.words = row.text(2);
    note.before = row.text(3);
    note.after = row.text(4);
    note.draft = row.integer(5);
    note.support = static_cast<int>(row.integer(6));
    note.madeAt = row.millis(7);
    return note;
}

Snippet readSnippet(const Statement& row) {
    return {row.integer(0), row.text(1), row.text(2), row.millis(3)};
}

QJsonObject idKey(qint64 id) {
    return {{QStringLiteral("id"), id}};
}

bool standsAlone(const QString& kind) {
    return kind != QLatin1String("omit");
}

}  // namespace

Result<std::vector<ToneNote>> ToneStore::notes() {
    return allRows(
        m_database.query("SELECT id, kind, words, before_words, after_words, draft_id, support, made_at FROM "
                         "tone_notes ORDER BY support DESC, id DESC"),
        readToneNote);
}

Result<void> ToneStore::learn(ChangeWriter& change, const ToneNote& note) {
    const auto known = notes();
    if (!known) {
        return known.error();
    }
    bool there = false;
    for (const ToneNote& one : *known) {
        const bool same = one.kind == note.kind && one.words == note.words;
        there = there || same;
        if (same) {
            change.updateRow("tone_notes", idKey(one.id),
                             {{QStringLiteral("support"), one.support + 1},
                              {QStringLiteral("draft_id"), note.draft},
                              {QStringLiteral("before_words"), note.before},
                              {QStringLiteral("after_words"), note.after}});
        } else if (one.kind == note.kind && standsAlone(note.kind)) {
            change.deleteRow("tone_notes", idKey(one.id));
        }
    }
    if (!there) {
        change.insertRow("tone_notes", {{QStringLiteral("id"), m_database.ids().next()},
                                        {QStringLiteral("kind"), note.kind},
                                        {QStringLiteral("words"), note.words},
                                        {QStringLiteral("before_words"), note.before},
                                        {QStringLiteral("after_words"), note.after},
                                        {QStringLiteral("draft_id"), note.draft},
                                        {QStringLiteral("support"), 1},
                                        {QStringLiteral("made_at"), static_cast<qint64>(note.madeAt.count())}});
    }
    return {};
}

void ToneStore::forget(ChangeWriter& change, qint64 id) {
    change.deleteRow("tone_notes", idKey(id));
}

Result<std::vector<Snippet>> ToneStore::snippets() {
    return allRows(m_database.query("SELECT id, name, body, changed_at FROM snippets ORDER BY name"), readSnippet);
}

Result<std::optional<Snippet>> ToneStore::snippet(const QString& name) {
    return firstRow(m_database.query("SELECT id, name, body, changed_at FROM snippets WHERE name = ?", name),
                    readSnippet);
}

Result<void> ToneStore::keep(ChangeWriter& change, Snippet& snippet) {
    const auto known = this->snippet(snippet.name);
    if (!known) {
        return known.error();
    }
    const QJsonObject values{{QStringLiteral("name"), snippet.name},
                             {QStringLiteral("body"), snippet.body},
                             {QStringLiteral("changed_at"), static_cast<qint64>(snippet.changedAt.count())}};
    if (*known) {
        snippet.id = (*known)->id;
        change.updateRow("snippets", idKey(snippet.id), values);
        return {};
    }
    snippet.id = m_database.ids().next();
    QJsonObject row = values;
    row.insert(QStringLiteral("id"), snippet.id);
    change.insertRow("snippets", row);
    return {};
}

void ToneStore::remove(ChangeWriter& change, qint64 id) {
    change.deleteRow("snippets", idKey(id));
}

}  // namespace kith::storage
