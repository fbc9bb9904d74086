// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl actions run [--dry-run] · actions list · actions confirm|cancel ID
#include "app/cli/message_json.h"
#include "app/cli/rule_json.h"
#include "app/cli/session.h"
#include "core/service/rule_hands.h"
#include "core/service/rule_later.h"
#include "core/service/rule_work.h"

namespace kith::cli {

namespace {

struct ActionWish {
    bool dry{false};
    qint64 limit{0};
    qint64 rule{0};
    int examples{5};
    qint64 id{0};
    bool all{false};
};

/// Learns when a priority is set for the first time.
class LearnedLate {
public:
    LearnedLate(service::Cellar& cellar, Session& session)
        : m_service(cellar, session.clock())
        , m_session(session) {}

    service::RuleDeeds::Learned door() {
        return [this]() -> Result<service::TriageService*> {
            const auto learned = m_service.learned() ? Result<void>() : m_service.learn(m_session.stop());
            return learned ? Result<service::TriageService*>(&m_service)
                           : Result<service::TriageService*>(learned.error());
        };
    }

private:
    service::TriageService m_service;
    Session& m_session;
};

QJsonObject runJson(const service::RuleRun& run, const service::DueReport& due, Millis took) {
    QJsonArray rules;
    for (const service::RuleTally& tally : run.rules) {
        if (tally.rule.enabled || tally.matches > 0) {
            rules.append(tallyJson(tally, run.dry));
        }
    }
    return {
        {QStringLiteral("run"), run.id},
        {QStringLiteral("dry_run"), run.dry},
        {QStringLiteral("change"), run.change ? QJsonValue(idText(run.change.value)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("looked_at"), run.lookedAt},
        {QStringLiteral("stopped"), run.stopped},
        {QStringLiteral("rules"), rules},
        {QStringLiteral("due"), QJsonObject{{QStringLiteral("done"), due.done},
                                            {QStringLiteral("asks"), due.asks},
                                            {QStringLiteral("cancelled"), due.cancelled}}},
        {QStringLiteral("seconds"), static_cast<double>(took.count()) / 1000.0}};
}

Result<Exit> runActions(service::Cellar& cellar, Session& session, const ActionWish& wish) {
    const Millis began = session.clock().now();
    LearnedLate learned(cellar, session);
    service::RuleRunWish run;
    run.dry = wish.dry;
    run.limit = wish.limit;
    run.only = RuleId{wish.rule};
    run.examples = static_cast<size_t>(wish.examples);
    run.stop = session.stop();
    const auto hands = service::ruleHands(cellar, session.clock());
    run.progress = [&session](qint64 seen) { session.terminal().progress(QStringLiteral("%1 messages").arg(seen)); };
    const auto ran = service::RuleRunner(cellar, session.clock(), learned.door(), hands).run(run);
    if (!ran) {
        return ran.error();
    }
    service::DueReport due;
    if (!wish.dry && !ran->stopped) {
        const auto fresh = service::RuleRunner(cellar, session.clock(), learned.door(), hands).runNew(session.stop());
        const auto later = service::RuleLater(cellar, session.clock(), learned.door(), hands).runDue(session.stop());
        if (!fresh || !later) {
            return !fresh ? fresh.error() : later.error();
        }
        due = *later;
    }
    session.terminal().result(runJson(*ran, due, session.clock().now() - began));
    return ran->stopped ? Exit::Partial : Exit::Done;
}

Result<Exit> listActions(service::Cellar& cellar, Session& session, const ActionWish& wish) {
    QJsonArray actions;
    const QStringList states =
        wish.all ? QStringList{QStringLiteral("asks"), QStringLiteral("waits"),   QStringLiteral("delayed"),
                               QStringLiteral("done"), QStringLiteral("refused"), QStringLiteral("cancelled")}
                 : QStringList{QString()};
    for (const QString& state : states) {
        const auto rows = cellar.ruleActions.list(state, 0, 10'000);
        if (!rows) {
            return rows.error();
        }
        for (const storage::RuleActionRow& row : *rows) {
            const auto message = cellar.messages.message(row.message);
            actions.append(waitingJson(row, message && *message ? (*message)->subject : QString()));
        }
    }
    const auto counts = cellar.ruleActions.counts({});
    if (!counts) {
        return counts.error();
    }
    session.terminal().result({{QStringLiteral("actions"), actions},
                               {QStringLiteral("asks"), counts->asks},
                               {QStringLiteral("delayed"), counts->delayed},
                               {QStringLiteral("waits"), counts->waits}});
    return Exit::Done;
}

Result<Exit> answer(service::Cellar& cellar, Session& session, qint64 id, bool yes) {
    LearnedLate learned(cellar, session);
    service::RuleLater later(cellar, session.clock(), learned.door(), service::ruleHands(cellar, session.clock()));
    const auto receipt = yes ? later.confirm(id) : later.cancel(id);
    const auto row = cellar.ruleActions.action(id);
    if (!receipt || !row) {
        return !receipt ? receipt.error() : row.error();
    }
    session.terminal().result({{QStringLiteral("change"), idText(receipt->change.value)},
                               {QStringLiteral("what"), receipt->what},
                               {QStringLiteral("messages"), receipt->count},
                               {QStringLiteral("state"), *row ? (*row)->state : QString()},
                               {QStringLiteral("reason"), *row ? (*row)->reason : QString()}});
    return Exit::Done;
}

}  // namespace

void addActions(CLI::App& app, Session& session) {
    auto* actions = app.add_subcommand("actions", "Run the rules, and answer what they ask");
    actions->require_subcommand(1);
    const auto wish = std::make_shared<ActionWish>();
    auto* run = actions->add_subcommand("run", "Run the rules over past mail; no rule acts twice on a message");
    run->add_flag("--dry-run", wish->dry, "Only say what would be done");
    run->add_option("--limit", wish->limit, "Look at so many of the newest messages (0: all)")
        ->check(CLI::NonNegativeNumber);
    run->add_option("--rule", wish->rule, "Only this rule");
    run->add_option("--examples", wish->examples, "Show so many messages a rule")->check(CLI::Range(0, 100));
    run->callback([&session, wish] {
        session.with(wish->dry ? service::CellarMode::Read : service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return runActions(cellar, session, *wish); });
    });
    auto* list = actions->add_subcommand("list", "What asks, waits or is delayed");
    list->add_flag("--all", wish->all, "Also what is over");
    list->callback([&session, wish] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listActions(cellar, session, *wish); });
    });
    for (const auto& [name, help, yes] :
         {std::tuple{"confirm", "Yes, do it", true}, std::tuple{"cancel", "No, leave it", false}}) {
        auto* command = actions->add_subcommand(name, help);
        command->add_option("ID", wish->id, "The action's id")->required();
        command->callback([&session, wish, says = yes] {
            session.with(service::CellarMode::Write,
                         [&](service::Cellar& cellar) { return answer(cellar, session, wish->id, says); });
        });
    }
}

}  // namespace kith::cli
