// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/opportunity_store.h"

#include "core/storage/id_source.h"
#include "core/storage/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::storage {

namespace {

QByteArray selectOpportunities(const QByteArray& rest) {
    return QByteArray(
               "SELECT o.id, o.kind, o.status, o.stage, o.confidence, o.address, o.name, "
               "coalesce(nullif(o.contact_id, 0), i.contact_id, 0), "
               "o.message_id, m.rfc822_message_id, m.thread_id, o.evidence, o.amount, o.currency, o.due, o.next_step, "
               "o.owner, o.settled_by, o.said_at, o.changed_at FROM opportunities o "
               "JOIN messages m ON m.id = o.message_id "
               "LEFT JOIN identities i ON i.kind = 'email' AND i.value = o.address ") +
           rest;
}

std::vector<OpportunityQuote> quotesFrom(const QByteArray& json) {
    std::vector<OpportunityQuote> quotes;
    for (const QJsonValue& one : QJsonDocument::fromJson(json).array()) {
        quotes.push_back({one[QLatin1String("text")].toString(), one[QLatin1String("start")].toInt(),
                          one[QLatin1String("end")].toInt()});
    }
    return quotes;
}

QString quotesToText(const std::vector<OpportunityQuote>& quotes) {
    QJsonArray array;
    for (const OpportunityQuote& one : quotes) {
        array.append(QJsonObject{{QStringLiteral("text"), one.text},
                                 {QStringLiteral("start"), one.start},
                                 {QStringLiteral("end"), one.end}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Opportunity readOpportunity(const Statement& row) {
    Opportunity one;
    one.id = row.id<OpportunityId>(0);
    one.kind = row.text(1);
    one.status = opportunityStatusFrom(row.text(2)).value_or(OpportunityStatus::New);
    one.stage = opportunityStageFrom(row.text(3)).value_or(OpportunityStage::New);
    one.confidence = row.real(4);
    one.address = row.text(5);
    one.name = row.text(6);
    one.contact = row.id<ContactId>(7);
    one.message = row.id<MessageId>(8);
    one.rfc822MessageId = row.text(9);
    one.thread = row.id<ThreadId>(10);
    one.evidence = quotesFrom(row.utf8(11).toByteArray());
    one.amount = row.real(12);
    one.currency = row.text(13);
    one.due = QDate::fromString(row.text(14), Qt::ISODate);
    one.nextStep = row.text(15);
    one.owner = row.text(16);
    one.settledBy = row.text(17);
    one.saidAt = row.millis(18);
    one.changedAt = row.millis(19);
    return one;
}

QJsonObject columnsOf(const Opportunity& one) {
    return {{QStringLiteral("kind"), one.kind},
            {QStringLiteral("status"), wordOf(one.status)},
            {QStringLiteral("stage"), wordOf(one.stage)},
            {QStringLiteral("confidence"), one.confidence},
            {QStringLiteral("address"), one.address},
            {QStringLiteral("name"), one.name},
            {QStringLiteral("contact_id"), one.contact.value},
            {QStringLiteral("message_id"), one.message.value},
            {QStringLiteral("thread_id"), one.thread.value},
            {QStringLiteral("evidence"), quotesToText(one.evidence)},
            {QStringLiteral("amount"), one.amount},
            {QStringLiteral("currency"), one.currency},
            {QStringLiteral("due"), one.due.toString(Qt::ISODate)},
            {QStringLiteral("next_step"), one.nextStep},
            {QStringLiteral("owner"), one.owner},
            {QStringLiteral("settled_by"), one.settledBy},
            {QStringLiteral("said_at"), qint64(one.saidAt.count())},
            {QStringLiteral("changed_at"), qint64(one.changedAt.count())}};
}

QByteArray placesFor(const QStringList& words) {
    return "(" + QByteArray("?, ").repeated(int(words.size())).chopped(2) + ")";
}

}  // namespace

Result<std::vector<Opportunity>> OpportunityStore::list(const OpportunityQuery& query) {
    QByteArray conditions("WHERE 1 = 1");
    QStringList words;
    const auto among = [&](const char* column, const QStringList& wanted) {
        if (!wanted.isEmpty()) {
            conditions += QByteArray(" AND o.") + column + " IN " + placesFor(wanted);
            words += wanted;
        }
    };
    among("status", query.statuses);
    among("kind", query.kinds);
    if (!query.address.isEmpty()) {
        among("address", {query.address});
    }
    if (query.contact) {
        conditions +=
            " AND coalesce(nullif(o.contact_id, 0), i.contact_id, 0) = " + QByteArray::number(query.contact.value);
    }
    Statement rows = m_database.query(selectOpportunities(conditions + " ORDER BY o.said_at DESC, o.id DESC LIMIT ?"));
    int at = 0;
    for (const QString& word : words) {
        if (!rows.failed()) {
            rows.bindTo(++at, word);
        }
    }
    if (!rows.failed()) {
        rows.bindTo(++at, query.limit);
    }
    return allRows(std::move(rows), readOpportunity);
}

Result<std::optional<Opportunity>> OpportunityStore::opportunity(OpportunityId id) {
    return firstRow(m_database.query(selectOpportunities("WHERE o.id = ?"), id), readOpportunity);
}

Result<qint64> OpportunityStore::count(const QStringList& statuses) {
    Statement row = m_database.query("SELECT count(*) FROM opportunities WHERE status IN " + placesFor(statuses));
    for (int at = 0; at < int(statuses.size()) && !row.failed(); ++at) {
        row.bindTo(at + 1, statuses[at]);
    }
    const auto counted = firstRow(std::move(row), [](const Statement& one) { return one.integer(0); });
    return counted ? Result<qint64>(counted->value_or(0)) : Result<qint64>(counted.error());
}

Result<std::optional<Opportunity>> OpportunityStore::inThread(ThreadId thread, const QString& kind) {
    return firstRow(m_database.query(selectOpportunities("WHERE m.thread_id = ? AND o.kind = ? "
                                                         "ORDER BY o.said_at DESC LIMIT 1"),
                                     thread, kind),
                    readOpportunity);
}

Result<SettledCounts> OpportunityStore::settled(const QString& address, const QString& kind) {
    SettledCounts counts;
    Statement rows = m_database.query("SELECT CASE WHEN address = ? THEN 1 ELSE 0 END, status, count(*) FROM "
                                      "opportunities WHERE kind = ? AND settled_by = 'user' GROUP BY 1, 2",
                                      address, kind);
    while (rows.next()) {
        const bool dismissed = rows.text(1) == wordOf(OpportunityStatus::Dismissed);
        auto& into = dismissed ? counts.dismissed : counts.accepted;
        into[0] += rows.flag(0) ? rows.number(2) : 0;
        into[1] += rows.number(2);
    }
    return rows.failed() ? Result<SettledCounts>(rows.error()) : counts;
}

Result<std::vector<Opportunity>> OpportunityStore::stale(std::chrono::milliseconds saidBefore, QDate dueBefore) {
    return allRows(m_database.query(selectOpportunities("WHERE o.status = 'new' AND o.said_at < ? AND "
                                                        "(o.due = '' OR o.due < ?)"),
                                    saidBefore, dueBefore.toString(Qt::ISODate)),
                   readOpportunity);
}

Result<std::chrono::milliseconds> OpportunityStore::newestMail() {
    const auto row =
        firstRow(m_database.query("SELECT id FROM messages ORDER BY id DESC LIMIT 1"),
                 [](const Statement& one) { return std::chrono::milliseconds((one.integer(0) >> 20) * 1000); });
    return row ? Result<std::chrono::milliseconds>(row->value_or(std::chrono::milliseconds{0}))
               : Result<std::chrono::milliseconds>(row.error());
}

Result<bool> OpportunityStore::wasRead(MessageId message, const QString& weights) {
    const auto row = firstRow(
        m_database.query("SELECT 1 FROM opportunity_reads WHERE message_id = ? AND weights = ?", message, weights),
        [](const Statement&) { return true; });
    return row ? Result<bool>(row->value_or(false)) : Result<bool>(row.error());
}

Result<void> OpportunityStore::noteRead(MessageId message, const QString& weights) {
    return m_database
        .query("INSERT INTO opportunity_reads (message_id, weights) VALUES (?, ?) "
               "ON CONFLICT (message_id) DO UPDATE SET weights = excluded.weights",
               message, weights)
        .run();
}

OpportunityId OpportunityStore::add(ChangeWriter& change, const Opportunity& opportunity) {
    const OpportunityId id{m_database.ids().next()};
    QJsonObject row = columnsOf(opportunity);
    row.insert(QStringLiteral("id"), id.value);
    row.insert(QStringLiteral("found_at"), qint64(opportunity.changedAt.count()));
    change.insertRow("opportunities", row);
    return id;
}

void OpportunityStore::save(ChangeWriter& change, const Opportunity& opportunity) {
    change.updateRow("opportunities", {{QStringLiteral("id"), opportunity.id.value}}, columnsOf(opportunity));
}

}  // namespace kith::storage
