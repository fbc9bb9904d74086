// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/draft_store.h"

#include "core/base/json.h"
#include "core/domain/priority.h"
#include "core/storage/id_source.h"
#include "core/storage/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace kith::storage {

namespace {

constexpr std::array<const char*, 6> kDraftStates{"proposed", "edited", "approved", "saved", "discarded", "outdated"};

QString peopleText(const Addresses& people) {
    QJsonArray list;
    for (const Address& who : people) {
        list.append(QJsonObject{{QStringLiteral("name"), who.name}, {QStringLiteral("address"), who.address}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Addresses peopleIn(const QString& text) {
    Addresses people;
    for (const QJsonValue& one : QJsonDocument::fromJson(text.toUtf8()).array()) {
        people.push_back({one[QStringLiteral("name")].toString(), one[QStringLiteral("address")].toString()});
    }
    return people;
}

QByteArray selectDrafts(const char* rest) {
    return QByteArray("SELECT id, message_id, thread_id, account_id, state, sender, recipients, copies, subject, body, "
                      "proposed_body, model, prompt_version, note, rfc822_message_id, remote_id, remote_message_id, "
                      "reason, made_at, changed_at, saved_at, cost FROM drafts ") +
           rest;
}

Draft readDraft(const Statement& row) {
    Draft draft;
    draft.id = row.integer(0);
    draft.message = row.id<MessageId>(1);
    draft.thread = row.id<ThreadId>(2);
    draft.account = row.id<AccountId>(3);
    for (size_t i = 0; i < kDraftStates.size(); ++i) {
        draft.state = row.text(4) == QLatin1String(kDraftStates[i]) ? static_cast<DraftState>(i) : draft.state;
    }
    const Addresses sender = peopleIn(row.text(5));
    draft.from = sender.empty() ? Address{} : sender.front();
    draft.to = peopleIn(row.text(6));
    draft.cc = peopleIn(row.text(7));
    draft.subject = row.text(8);
    draft.body = row.text(9);
    draft.proposedBody = row.text(10);
    draft.model = row.text(11);
    draft.promptVersion = row.text(12);
    draft.note = row.text(13);
    draft.rfc822MessageId = row.text(14);
    draft.remoteId = row.text(15);
    draft.remoteMessageId = row.text(16);
    draft.reason = row.text(17);
    draft.madeAt = row.millis(18);
    draft.changedAt = row.millis(19);
    draft.savedAt = row.millis(20);
    draft.costUsd = row.real(21);
    return draft;
}

QJsonObject draftValues(const Draft& draft) {
    return {{QStringLiteral("state"), draftStateWord(draft.state)},
            {QStringLiteral("sender"), peopleText({draft.from})},
            {QStringLiteral("recipients"), peopleText(draft.to)},
            {QStringLiteral("copies"), peopleText(draft.cc)},
            {QStringLiteral("subject"), draft.subject},
            {QStringLiteral("body"), draft.body},
            {QStringLiteral("proposed_body"), draft.proposedBody},
            {QStringLiteral("model"), draft.model},
            {QStringLiteral("prompt_version"), draft.promptVersion},
            {QStringLiteral("note"), draft.note},
            {QStringLiteral("rfc822_message_id"), draft.rfc822MessageId},
            {QStringLiteral("remote_id"), draft.remoteId},
            {QStringLiteral("remote_message_id"), draft.remoteMessageId},
            {QStringLiteral("reason"), draft.reason},
            {QStringLiteral("made_at"), static_cast<qint64>(draft.madeAt.count())},
            {QStringLiteral("changed_at"), static_cast<qint64>(draft.changedAt.count())},
            {QStringLiteral("saved_at"), static_cast<qint64>(draft.savedAt.count())},
            {QStringLiteral("cost"), draft.costUsd}};
}

}  // namespace

QString draftStateWord(DraftState state) {
    return QLatin1String(kDraftStates[static_cast<size_t>(state)]);
}

Result<std::optional<Draft>> DraftStore::draft(qint64 id) {
    return firstRow(m_database.query(selectDrafts("WHERE id = ?"), id), readDraft);
}

Result<std::optional<Draft>> DraftStore::ofMessage(MessageId message) {
    return firstRow(m_database.query(selectDrafts("WHERE message_id = ?"), message), readDraft);
}

Result<std::vector<Draft>> DraftStore::list(const std::vector<DraftState>& states) {
    auto all = allRows(m_database.query(selectDrafts("ORDER BY id DESC")), readDraft);
    if (all && !states.empty()) {
        std::erase_if(
            *all, [&](const Draft& one) { return std::find(states.begin(), states.end(), one.state) == states.end(); });
    }
    return all;
}

void DraftStore::add(ChangeWriter& change, Draft& draft) {
    draft.id = m_database.ids().next();
    QJsonObject row = draftValues(draft);
    row.insert(QStringLiteral("id"), draft.id);
    row.insert(QStringLiteral("message_id"), draft.message.value);
    row.insert(QStringLiteral("thread_id"), draft.thread.value);
    row.insert(QStringLiteral("account_id"), draft.account.value);
    change.insertRow("drafts", row);
}

void DraftStore::save(ChangeWriter& change, const Draft& draft) {
    change.updateRow("drafts", {{QStringLiteral("id"), draft.id}}, draftValues(draft));
}

Result<std::vector<MessageId>> DraftStore::wanting(Priority least, int limit) {
    return idRows<MessageId>(m_database.query(
        "SELECT m.id FROM messages m WHERE m.in_inbox = 1 AND m.from_owner = 0 AND m.priority >= ? AND NOT EXISTS "
        "(SELECT 1 FROM drafts d WHERE d.message_id = m.id) AND NOT EXISTS (SELECT 1 FROM messages n WHERE n.thread_id "
        "= m.thread_id AND (n.date_ms > m.date_ms OR (n.date_ms = m.date_ms AND n.id > m.id))) ORDER BY m.id DESC "
        "LIMIT ?",
        static_cast<int>(least), limit));
}

Result<std::vector<qint64>> DraftStore::overtaken() {
    return allRows(m_database.query(
                       "SELECT d.id FROM drafts d JOIN messages m ON m.id = d.message_id WHERE d.state IN ('proposed', "
                       "'edited', 'approved') AND EXISTS (SELECT 1 FROM messages n WHERE n.thread_id = m.thread_id AND "
                       "n.id <> m.id AND n.date_ms > m.date_ms AND n.rfc822_message_id <> d.rfc822_message_id)"),
                   [](const Statement& row) { return row.integer(0); });
}

}  // namespace kith::storage
