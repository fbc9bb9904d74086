// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A workspace with one account whose mailbox stands in memory.
#pragma once

#include "core/service/mail_actions.h"
#include "core/service/mail_sync.h"
#include "core/storage/account_store.h"
#include "core/storage/message_marks.h"
#include "core/storage/outbox_store.h"
#include "core/storage/remote_labels.h"
#include "core/storage/remote_store.h"
#include "tests/support/fake_mailbox.h"
#include "tests/unit/service/service_house.h"

namespace kith::testing {

inline QStringList words(std::initializer_list<const char*> names) {
    QStringList list;
    for (const char* name : names) {
        list << QString::fromLatin1(name);
    }
    return list;
}

class SyncHouse : public ServiceHouse {
protected:
    SyncHouse() { addAccount(); }

    void addAccount() {
        Account fresh;
        fresh.kind = QStringLiteral("gmail");
        fresh.address = QStringLiteral("mara@fjordlight.example");
        const auto added = storage::AccountStore(*cellar->database).add(fresh);
        EXPECT_TRUE(good(added));
        account = added ? added->id : AccountId{};
    }
    /// A letter at the server; its number is its Message-ID.
    QString plant(int number, const QStringList& labels = words({"INBOX", "UNREAD"}), const QString& thread = {}) {
        return server.add(letter(number), labels, thread);
    }
    static QByteArray letter(int number) {
        return aLetter()
            .id("m" + QByteArray::number(number) + "@caldervoss.example")
            .subject("Order " + QByteArray::number(number))
            .day(1 + number % 28)
            .eml();
    }
    std::unique_ptr<service::MailSync> engine() {
        service::SyncTuning tuning;
        tuning.workers = workers;
        if (light) {
            tuning.triage = [](service::Cellar&, Clock&) { return service::SyncTriage{}; };
        }
        return std::make_unique<service::MailSync>(*cellar, clock, mailbox, account, hooks, tuning);
    }
    SyncReport cycle(const service::SyncOptions& options = {}) {
        const auto report = engine()->cycle(options, {});
        EXPECT_TRUE(good(report));
        return report ? *report : SyncReport{};
    }
    MessageId here(const QString& remoteId) {
        const auto row = storage::RemoteStore(*cellar->database, account).row(remoteId);
        EXPECT_TRUE(good(row));
        return row && *row ? (*row)->message : MessageId{};
    }
    /// As a user sees it, without the words that only this house knows.
    QStringList labelsOf(MessageId id) {
        const auto message = cellar->messages.message(id);
        EXPECT_TRUE(message && *message);
        QStringList labels = message && *message ? (*message)->labels : QStringList();
        labels.sort();
        return labels;
    }
    QStringList labelsOf(const QString& remoteId) { return labelsOf(here(remoteId)); }
    ThreadId threadOf(const QString& remoteId) {
        const auto thread = cellar->messages.threadOf(here(remoteId));
        return thread && *thread ? **thread : ThreadId{};
    }
    service::Receipt act(service::MailAction action, const QString& remoteId, Millis until = {}) {
        clock.advance(Millis{10});
        const auto receipt = service::act(*cellar, action, {threadOf(remoteId)}, until);
        EXPECT_TRUE(good(receipt));
        return receipt ? *receipt : service::Receipt{};
    }
    void label(const QString& remoteId, const char* name, bool on) {
        clock.advance(Millis{10});
        storage::ChangeWriter change(
            *cellar->database,
            {QStringLiteral("message.labelled"), QStringLiteral("user"), {}, {}, QStringLiteral("Label"), {}, true});
        const MessageId ids[] = {here(remoteId)};
        storage::MessageMarks(change).setLabel(ids, QString::fromUtf8(name), on);
        EXPECT_TRUE(good(change.commit()));
    }
    void undo() {
        clock.advance(Millis{10});
        EXPECT_TRUE(good(service::undoChange(*cellar, {})));
    }
    std::vector<OutboxEntry> outbox(bool openOnly = true) {
        storage::OutboxFilter filter;
        filter.openOnly = openOnly;
        const auto entries = storage::OutboxStore(*cellar->database).list(filter);
        EXPECT_TRUE(good(entries));
        return entries ? *entries : std::vector<OutboxEntry>{};
    }
    qint64 count(const char* sql) {
        const auto number = cellar->database->number(sql);
        EXPECT_TRUE(good(number));
        return number ? number->value_or(0) : -1;
    }

    FakeServer server;
    FakeMailbox mailbox{server};
    AccountId account;
    service::SyncHooks hooks;
    int workers{0};
    bool light{true};
};

}  // namespace kith::testing
