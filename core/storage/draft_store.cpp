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
#include <limits>

namespace kith::storage {

namespace {

constexpr std::array<const char*, 7> kDraftStates{"proposed",  "edited",   "approved", "saved",
                                                  "discarded", "outdated", "sent"};
constexpr std::array<const char*, 4> kDraftKinds{"reply", "reply-all", "forward", "new"};

template <class Kind, size_t count>
Kind draftWord(const std::array<const char*, count>& words, const QString& word) {
    const auto at =
        std::find_if(words.begin(), words.end(), [&](const char* one) { return word == QLatin1String(one); });
    return static_cast<Kind>(at == words.end() ? 0 : at - words.begin());
}

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

QByteArray selectDrafts(const QByteArray& rest) {
    return QByteArray(
               "SELECT id, message_id, thread_id, account_id, state, sender, recipients, copies, subject, body, "
               "proposed_body, model, prompt_version, note, rfc822_message_id, remote_id, remote_message_id, "
               "reason, made_at, changed_at, saved_at, cost, kind, blind_copies, send_at, send_tried, sent_at FROM "
               "drafts ") +
           rest;
}

Draft readDraft(const Statement& row) {
    Draft draft;
    draft.id = row.integer(0);
    draft.message = row.id<MessageId>(1);
    draft.thread = row.id<ThreadId>(2);
    draft.account = row.id<AccountId>(3);
    draft.state = draftWord<DraftState>(kDraftStates, row.text(4));
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
    draft.kind = draftWord<DraftKind>(kDraftKinds, row.text(22));
    draft.bcc = peopleIn(row.text(23));
    draft.sendAt = row.millis(24);
    draft.sendTried = row.integer(25) != 0;
    draft.sentAt = row.millis(26);
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
            {QStringLiteral("cost"), draft.costUsd},
            {QStringLiteral("kind"), draftKindWord(draft.kind)},
            {QStringLiteral("blind_copies"), peopleText(draft.bcc)},
            {QStringLiteral("send_at"), static_cast<qint64>(draft.sendAt.count())},
            {QStringLiteral("send_tried"), draft.sendTried ? 1 : 0},
            {QStringLiteral("sent_at"), static_cast<qint64>(draft.sentAt.count())}};
}

}  // namespace

QString draftStateWord(DraftState state) {
    return QLatin1String(kDraftStates[static_cast<size_t>(state)]);
}

QString draftKindWord(DraftKind kind) {
    return QLatin1String(kDraftKinds[static_cast<size_t>(kind)]);
}

Result<std::optional<Draft>> DraftStore::draft(qint64 id) {
    return firstRow(m_database.query(selectDrafts("WHERE id = ?"), id), readDraft);
}

Result<std::optional<Draft>> DraftStore::ofMessage(MessageId message) {
    return firstRow(m_database.query(selectDrafts("WHERE message_id = ?"), message), readDraft);
}

Result<std::vector<Draft>> DraftStore::list(const std::vector<DraftState>& states) {
    QStringList words;
    for (const DraftState state : states) {
        words << u'\'' + draftStateWord(state) + u'\'';
    }
    const QByteArray where = words.isEmpty() ? QByteArray() : "WHERE state IN (" + words.join(u',').toLatin1() + ") ";
    return allRows(m_database.query(selectDrafts(where + "ORDER BY id DESC")), readDraft);
}

Result<std::vector<Draft>> DraftStore::toSettle(AccountId account) {
    return allRows(m_database.query(selectDrafts("WHERE account_id = ? AND (state = 'approved' OR (state = 'discarded' "
                                                 "AND remote_id <> '') OR remote_message_id LIKE '?%') ORDER BY id"),
                                    account),
                   readDraft);
}

Result<void> DraftStore::noteTried(qint64 id, const QString& what) {
    return done(m_database.run("UPDATE drafts SET remote_message_id = ? WHERE id = ?", what, id));
}

void DraftStore::add(ChangeWriter& change, Draft& draft) {
    draft.id = m_database.ids().next();
    QJsonObject row = draftValues(draft);
    row.insert(QStringLiteral("id"), draft.id);
    row.insert(QStringLiteral("message_id"), draft.message ? QJsonValue(draft.message.value) : QJsonValue());
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

Result<std::vector<MessageId>> DraftStore::wantingAhead(Priority least, int limit) {
    return idRows<MessageId>(m_database.query(
        "SELECT m.id FROM messages m JOIN threads t ON t.id = m.thread_id WHERE m.in_inbox = 1 AND m.from_owner = 0 "
        "AND "
        "m.is_bulk = 0 AND m.priority >= ? AND t.owner_wrote_last = 0 AND t.snoozed_until = 0 AND NOT EXISTS (SELECT 1 "
        "FROM drafts d WHERE d.message_id = m.id) AND NOT EXISTS (SELECT 1 FROM tasks k WHERE k.kind = 'draft.ahead' "
        "AND "
        "k.entity = 'message:' || m.id) AND NOT EXISTS (SELECT 1 FROM messages n WHERE n.thread_id = m.thread_id AND "
        "(n.date_ms > m.date_ms OR (n.date_ms = m.date_ms AND n.id > m.id))) ORDER BY m.id DESC LIMIT ?",
        static_cast<int>(least), limit));
}

Result<qint64> DraftStore::madeAhead(std::chrono::milliseconds since) {
    const auto count = m_database.number(
        "SELECT count(*) FROM drafts WHERE made_at >= ? AND model <> '' AND model <> 'template'", since);
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<std::vector<Draft>> DraftStore::toSend(AccountId account, std::chrono::milliseconds until) {
    const std::chrono::milliseconds last =
        until.count() > 0 ? until : std::chrono::milliseconds(std::numeric_limits<qint64>::max());
    auto due = allRows(m_database.query(selectDrafts("WHERE send_at > 0 AND send_at <= ? AND state IN ('approved', "
                                                     "'saved') ORDER BY send_at, id"),
                                        last),
                       readDraft);
    if (due && account) {
        std::erase_if(*due, [account](const Draft& draft) { return draft.account != account; });
    }
    return due;
}

Result<qint64> DraftStore::waitingCount() {
    const auto count = m_database.number(
        "SELECT count(*) FROM drafts WHERE state IN ('proposed', 'edited') OR (state = 'approved' AND account_id > 0)");
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<std::vector<qint64>> DraftStore::overtaken() {
    return allRows(m_database.query(
                       "SELECT d.id FROM drafts d JOIN messages m ON m.id = d.message_id WHERE d.state IN ('proposed', "
                       "'edited', 'approved') AND EXISTS (SELECT 1 FROM messages n WHERE n.thread_id = m.thread_id AND "
                       "n.id <> m.id AND (n.date_ms > m.date_ms OR (n.date_ms = m.date_ms AND n.id > m.id)) AND "
                       "n.rfc822_message_id <> d.rfc822_message_id)"),
                   [](const Statement& row) { return row.integer(0); });
}

}  // namespace kith::storage
