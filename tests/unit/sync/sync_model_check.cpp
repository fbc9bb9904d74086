// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What must hold when everything came to rest.
#include "tests/unit/sync/sync_model.h"

#include "core/storage/local_labels.h"
#include "core/storage/outbox_store.h"
#include "core/storage/remote_store.h"
#include "core/storage/sync_state_store.h"

namespace kith::testing {

namespace {

/// As they are compared: labels differ by more than case.
QStringList compared(QStringList names) {
    for (QString& name : names) {
        name = storage::labelKey(name);
    }
    names.removeAll(QStringLiteral("muted"));
    names.sort();
    return names;
}

}  // namespace

void SyncModel::compareMessage(const SeenMessage& message) {
    const auto row = storage::RemoteStore(*m_cellar->database, m_account).row(message.id);
    if (!row || !*row || !(*row)->message) {
        return wrong(QStringLiteral("message %1 is lost").arg(message.id));
    }
    if ((*row)->labels != message.labels) {
        wrong(QStringLiteral("message %1: base %2, there %3")
                  .arg(message.id, (*row)->labels.join(QLatin1Char(' ')), message.labels.join(QLatin1Char(' '))));
    }
    const auto local = storage::localLabels(*m_cellar->database, (*row)->message);
    const QStringList there = namesOf(message);
    if (!local || compared(local->labels.values()) != compared(there)) {
        wrong(QStringLiteral("message %1: here %2, there %3")
                  .arg(message.id, local ? local->labels.values().join(QLatin1Char(' ')) : QString(),
                       there.join(QLatin1Char(' '))));
    }
    const auto inbox = m_cellar->database->number(
        "SELECT in_inbox - (SELECT count(*) FROM message_labels ml JOIN labels l ON l.id = ml.label_id WHERE "
        "ml.message_id = messages.id AND l.name = 'INBOX') FROM messages WHERE id = ?",
        (*row)->message);
    if (!inbox || inbox->value_or(1) != 0) {
        wrong(QStringLiteral("message %1: the inbox flag is not the label").arg(message.id));
    }
}

void SyncModel::compareWishes() {
    if (!m_wishesHold) {
        return;
    }
    for (auto wish = m_here.begin(); wish != m_here.end(); ++wish) {
        const QString id = wish.key().section(QLatin1Char(' '), 0, 0);
        const QString label = wish.key().section(QLatin1Char(' '), 1);
        const auto message = server().message(id);
        if (!isToldLabel(label) || !message || m_there.value(wish.key()).at > wish->at) {
            continue;
        }
        if (compared(namesOf(*message)).contains(storage::labelKey(label)) != wish->on) {
            wrong(QStringLiteral("message %1: the user's last word on %2 was lost").arg(id, label));
        }
    }
}

void SyncModel::compareCosts() {
    m_world.takeLog();
    cycle();
    const QStringList log = m_world.takeLog();
    const bool waits = storage::SyncStateStore(*m_cellar->database).load(m_account)->resumeAt > m_world.clock().now();
    if (!waits && log.size() > m_world.idleRequests()) {
        wrong(QStringLiteral("nothing new cost %1").arg(log.join(QLatin1Char(' '))));
    }
}

void SyncModel::compare() {
    storage::Database& db = *m_cellar->database;
    QHash<QString, qint64> threads;
    const QStringList order = server().order();
    for (const QString& id : order) {
        const SeenMessage message = server().message(id).value_or(SeenMessage());
        compareMessage(message);
        const auto thread = db.number("SELECT m.thread_id FROM messages m JOIN remote_messages r ON r.message_id = "
                                      "m.id WHERE r.remote_id = ?",
                                      id);
        const qint64 here = thread ? thread->value_or(0) : 0;
        if (threads.value(message.threadId, here) != here) {
            wrong(QStringLiteral("message %1 stands in another conversation").arg(id));
        }
        threads.insert(message.threadId, here);
    }
    const qint64 there = qint64(order.size());
    const std::pair<const char*, qint64> counts[] = {
        {"SELECT count(*) FROM messages", there},
        {"SELECT count(*) FROM remote_messages", there},
        {"SELECT count(DISTINCT message_id) FROM remote_messages", there},
        {"SELECT count(*) FROM outbox WHERE state < 2", 0},
        {db.isSqlite() ? "SELECT count(*) FROM message_search_docsize" : "SELECT count(*) FROM message_search", there},
        {"SELECT count(*) FROM threads t WHERE t.message_count <> (SELECT count(*) FROM messages m WHERE m.thread_id "
         "= t.id)",
         0},
        {"SELECT count(*) FROM threads t WHERE t.unread_count <> (SELECT count(*) FROM messages m WHERE m.thread_id "
         "= t.id AND m.unread = 1)",
         0}};
    for (const auto& [sql, expected] : counts) {
        const auto number = db.number(sql);
        if (!number || number->value_or(-1) != expected) {
            wrong(QStringLiteral("%1: %2, not %3")
                      .arg(QString::fromLatin1(sql))
                      .arg(number ? number->value_or(-1) : -2)
                      .arg(expected));
        }
    }
    compareWishes();
    compareCosts();
    m_wrong << m_world.findings();
}

}  // namespace kith::testing
