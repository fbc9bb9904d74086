// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A workspace on either database with a small mailbox, rules in short words, and the whole state as text.
#pragma once

#include "core/service/rule_later.h"
#include "core/service/rule_runner.h"
#include "core/service/rule_work.h"
#include "core/storage/dialect.h"
#include "core/triage/rule_json.h"
#include "tests/support/postgres_server.h"
#include "tests/support/table_dump.h"
#include "tests/unit/service/service_house.h"

#include <QJsonDocument>

#include <algorithm>

namespace kith::testing {

class RulesHouse : public ::testing::TestWithParam<storage::Dialect> {
protected:
    void SetUp() override {
        if (GetParam() == storage::Dialect::Postgres) {
            PostgresServer* server = PostgresServer::shared();
            if (server == nullptr) {
                GTEST_SKIP() << qPrintable(PostgresServer::whyNot());
            }
            database = urlOf(server->makeDatabase());
        }
        reopen();
    }
    /// libpq's words as an address; a cellar takes anything else for a file.
    static QString urlOf(const QString& words) {
        const auto value = [&words](const char* key) {
            return words.section(QLatin1String(key) + QLatin1Char('='), 1).section(QLatin1Char(' '), 0, 0);
        };
        return QStringLiteral("postgresql:///%1?host=%2&user=%3").arg(value("dbname"), value("host"), value("user"));
    }
    void reopen() {
        triage.reset();
        cellar.reset();
        clock.advance(Millis{1000});
        auto opened = service::Cellar::open(
            {folder.filePath(QStringLiteral("w")), database, service::CellarMode::Write, nullptr}, clock);
        ASSERT_TRUE(good(opened));
        cellar = std::move(*opened);
        ASSERT_EQ(cellar->database->dialect(), GetParam());
        triage = std::make_unique<service::TriageService>(*cellar, clock);
    }
    void take(const QByteArray& mbox) {
        QFile out(folder.filePath(QStringLiteral("box%1.mbox").arg(++files)));
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(mbox);
        out.close();
        service::ImportRequest request;
        request.paths = {out.fileName()};
        ASSERT_TRUE(good(service::ImportJob(*cellar, clock, {}).run(request, {})));
        ASSERT_TRUE(good(triage->learn({})));
    }
    service::RuleDeeds::Learned learned() {
        return [this]() -> Result<service::TriageService*> {
            const auto done = triage->learned() ? Result<void>() : triage->learn({});
            return done ? Result<service::TriageService*>(triage.get()) : Result<service::TriageService*>(done.error());
        };
    }
    Result<service::SavedRule> tryToAdd(const QByteArray& when, const QByteArray& then, const char* more = "") {
        const QByteArray text = R"({"name":")" + QByteArray("rule ") + QByteArray::number(++names) + R"(","when":)" +
                                when + R"(,"then":[)" + then + "]" + more + "}";
        const auto rule = triage::ruleFromJson(QJsonDocument::fromJson(text).object());
        EXPECT_TRUE(rule) << text.constData() << (rule ? "" : qPrintable(rule.error().detail));
        return rule ? service::saveRule(*cellar, *rule) : Result<service::SavedRule>(rule.error());
    }
    Rule add(const QByteArray& when, const QByteArray& then, const char* more = "") {
        const auto saved = tryToAdd(when, then, more);
        EXPECT_TRUE(good(saved));
        return saved ? saved->rule : Rule{};
    }
    service::RuleRun run(bool dry = false, RuleId only = {}) {
        service::RuleRunWish wish;
        wish.dry = dry;
        wish.only = only;
        const auto ran = service::RuleRunner(*cellar, clock, learned()).run(wish);
        EXPECT_TRUE(good(ran));
        return ran ? *ran : service::RuleRun{};
    }
    service::RuleLater later() { return {*cellar, clock, learned()}; }
    MessageId byId(const char* rfc822MessageId) {
        const auto found = cellar->messages.withMessageId(QString::fromLatin1(rfc822MessageId));
        return found && !found->empty() ? found->front() : MessageId{};
    }
    Message message(const char* rfc822MessageId) {
        const auto found = cellar->messages.message(byId(rfc822MessageId));
        EXPECT_TRUE(found && *found) << rfc822MessageId;
        return found && *found ? **found : Message{};
    }
    bool carries(const char* rfc822MessageId, const char* label) {
        return message(rfc822MessageId).labels.contains(QString::fromLatin1(label));
    }
    std::vector<storage::RuleActionRow> waiting(const char* state = "") {
        const auto rows = cellar->ruleActions.list(QString::fromLatin1(state), 0, 1000);
        EXPECT_TRUE(good(rows));
        return rows ? *rows : std::vector<storage::RuleActionRow>{};
    }
    qint64 count(const QByteArray& sql) {
        const auto number = cellar->database->number(sql);
        EXPECT_TRUE(good(number));
        return number ? number->value_or(0) : -1;
    }
    /// Everything that rules can change, as sorted text.
    QByteArray state() {
        return tableDump(*cellar->database, {"messages", "message_labels", "threads", "labels", "decisions",
                                             "rule_priorities", "rule_actions", "contacts", "identities"});
    }

    QTemporaryDir folder;
    QString database;
    FakeClock clock;
    std::unique_ptr<service::Cellar> cellar;
    std::unique_ptr<service::TriageService> triage;
    int files{0};
    int names{0};
};

}  // namespace kith::testing
