// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl rules list · add FILE|- · add --when … --then … · test ID · remove|enable|disable|move ID · mode all|first
#include "app/cli/message_json.h"
#include "app/cli/rule_flags.h"
#include "app/cli/rule_json.h"
#include "app/cli/session.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/service/rule_hands.h"
#include "core/triage/rule_json.h"
#include "core/triage/rule_words.h"

#include <QFile>

namespace kith::cli {

namespace {

struct RuleWish {
    qint64 id{0};
    std::string file;
    std::string name;
    std::vector<std::string> when;
    std::vector<std::string> then;
    bool any{false};
    bool stop{false};
    bool disabled{false};
    qint64 limit{0};
    int examples{5};
    int place{1};
    std::string mode;
};

Result<QJsonObject> ruleOfFile(const QString& path) {
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return Error{ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()), {}};
    }
    return json::parseObject(file.readAll());
}

Result<QJsonObject> ruleOfFlags(const RuleWish& wish) {
    QJsonArray conditions;
    QJsonArray actions;
    for (const std::string& flag : wish.when) {
        const auto condition = conditionOfFlag(qt(flag));
        if (!condition) {
            return condition.error();
        }
        conditions.append(*condition);
    }
    for (const std::string& flag : wish.then) {
        const auto action = actionOfFlag(qt(flag));
        if (!action) {
            return action.error();
        }
        actions.append(*action);
    }
    const QJsonValue when =
        conditions.size() == 1
            ? conditions.first()
            : QJsonValue(QJsonObject{{wish.any ? QStringLiteral("any") : QStringLiteral("all"), conditions}});
    return QJsonObject{{QStringLiteral("name"), qt(wish.name)},
                       {QStringLiteral("enabled"), !wish.disabled},
                       {QStringLiteral("stop"), wish.stop},
                       {QStringLiteral("when"), when},
                       {QStringLiteral("then"), actions}};
}

/// A rule without a name is called after what it looks for.
QJsonObject named(QJsonObject rule) {
    if (rule.value(QStringLiteral("name")).toString().isEmpty()) {
        const auto when = triage::conditionFromJson(rule.value(QStringLiteral("when")), QStringLiteral("when"));
        rule.insert(QStringLiteral("name"), when ? text::elided(triage::english(*when), 80) : QStringLiteral("rule"));
    }
    return rule;
}

Result<Exit> addOne(service::Cellar& cellar, Session& session, const RuleWish& wish) {
    const bool fromFile = !wish.file.empty();
    if (fromFile == !wish.then.empty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("a rule needs either a file or --when and --then"),
                     QStringLiteral("For instance: kithctl rules add --when sender=billing --then label=Invoices")};
    }
    const auto document = fromFile ? ruleOfFile(qt(wish.file)) : ruleOfFlags(wish);
    const auto rule = document ? triage::ruleFromJson(named(*document)) : Result<Rule>(document.error());
    const auto saved = rule ? service::saveRule(cellar, *rule) : Result<service::SavedRule>(rule.error());
    if (!saved) {
        return saved.error();
    }
    QJsonObject result = ruleJson(saved->rule);
    result.insert(QStringLiteral("change"), idText(saved->receipt.change.value));
    session.terminal().result(result);
    return Exit::Done;
}

Result<Exit> listRules(service::Cellar& cellar, Session& session) {
    const auto book = service::readRules(cellar);
    if (!book) {
        return book.error();
    }
    QJsonArray rules;
    for (const Rule& rule : book->rules) {
        const auto acted = cellar.rules.actedCount(rule.id, rule.revision);
        const auto counts = cellar.ruleActions.counts(rule.id);
        if (!acted || !counts) {
            return !acted ? acted.error() : counts.error();
        }
        QJsonObject one = ruleJson(rule);
        QStringList actions;
        for (const RuleAction& action : rule.then) {
            actions << triage::english(action);
        }
        one.insert(QStringLiteral("actions"), QJsonArray::fromStringList(actions));
        one.insert(QStringLiteral("matches"), *acted);
        one.insert(QStringLiteral("asks"), counts->asks);
        one.insert(QStringLiteral("delayed"), counts->delayed);
        one.insert(QStringLiteral("waits"), counts->waits);
        one.insert(QStringLiteral("done_later"), counts->done);
        rules.append(one);
    }
    const bool first = book->mode == RuleMode::FirstMatch;
    session.terminal().result({{QStringLiteral("mode"), first ? QStringLiteral("first") : QStringLiteral("all")},
                               {QStringLiteral("rules"), rules}});
    return Exit::Done;
}

Result<Exit> testRule(service::Cellar& cellar, Session& session, const RuleWish& wish) {
    service::RuleRunner runner(cellar, session.clock(), {}, service::ruleHands(cellar, session.clock()));
    service::RuleRunWish run;
    run.dry = true;
    run.only = RuleId{wish.id};
    run.limit = wish.limit;
    run.examples = static_cast<size_t>(wish.examples);
    run.stop = session.stop();
    run.progress = [&session](qint64 seen) { session.terminal().progress(QStringLiteral("%1 messages").arg(seen)); };
    const auto tried = runner.run(run);
    if (!tried) {
        return tried.error();
    }
    QJsonObject result = tallyJson(tried->rules.front(), true);
    result.insert(QStringLiteral("says"), ruleJson(tried->rules.front().rule).value(QStringLiteral("says")));
    result.insert(QStringLiteral("looked_at"), tried->lookedAt);
    session.terminal().result(result);
    return tried->stopped ? Exit::Partial : Exit::Done;
}

Result<Exit> printRuleReceipt(Session& session, const Result<service::Receipt>& receipt) {
    if (!receipt) {
        return receipt.error();
    }
    session.terminal().result(
        {{QStringLiteral("change"), idText(receipt->change.value)}, {QStringLiteral("what"), receipt->what}});
    return Exit::Done;
}

void addRuleAdd(CLI::App& rules, Session& session, const std::shared_ptr<RuleWish>& wish) {
    auto* add = rules.add_subcommand("add", "Add a rule: from a JSON file, or with --when and --then");
    add->add_option("FILE", wish->file, "JSON of one rule; - reads standard input");
    add->add_option("--name", wish->name, "Its name");
    add->add_option("--when", wish->when, "FIELD=TEXT, FIELD==TEXT, FIELD~PATTERN, FIELD>=N, FIELD<=N, list, !list");
    add->add_option("--then", wish->then, "ACTION or ACTION=VALUE, then: after SPAN, unless answered");
    add->add_flag("--any", wish->any, "One of several --when is enough");
    add->add_flag("--stop", wish->stop, "Where it holds, try no later rule");
    add->add_flag("--disabled", wish->disabled, "Add it switched off");
    add->callback([&session, wish] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return addOne(cellar, session, *wish); });
    });
}

template <class Work>
CLI::App* addRuleDeed(CLI::App& rules, Session& session, const std::shared_ptr<RuleWish>& wish, const char* name,
                      const char* help, Work work) {
    auto* command = rules.add_subcommand(name, help);
    command->add_option("ID", wish->id, "The rule's id")->required();
    command->callback([&session, wish, work] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return printRuleReceipt(session, work(cellar, *wish)); });
    });
    return command;
}

}  // namespace

void addRules(CLI::App& app, Session& session) {
    auto* rules = app.add_subcommand("rules", "What Kith does with mail by itself");
    rules->require_subcommand(1);
    const auto wish = std::make_shared<RuleWish>();
    rules->add_subcommand("list", "All rules, and what they did")->callback([&session] {
        session.with(service::CellarMode::Read, [&](service::Cellar& cellar) { return listRules(cellar, session); });
    });
    addRuleAdd(*rules, session, wish);
    auto* test = rules->add_subcommand("test", "What it would do with past mail; nothing is changed");
    test->add_option("ID", wish->id, "The rule's id")->required();
    test->add_option("--limit", wish->limit, "Look at so many of the newest messages (0: all)")
        ->check(CLI::NonNegativeNumber);
    test->add_option("--examples", wish->examples, "Show so many messages")->check(CLI::Range(0, 100));
    test->callback([&session, wish] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return testRule(cellar, session, *wish); });
    });
    addRuleDeed(*rules, session, wish, "remove", "Remove it; what it did stays",
                [](service::Cellar& cellar, const RuleWish& w) { return service::removeRule(cellar, RuleId{w.id}); });
    addRuleDeed(*rules, session, wish, "enable", "Switch it on", [](service::Cellar& cellar, const RuleWish& w) {
        return service::enableRule(cellar, RuleId{w.id}, true);
    });
    addRuleDeed(*rules, session, wish, "disable", "Switch it off", [](service::Cellar& cellar, const RuleWish& w) {
        return service::enableRule(cellar, RuleId{w.id}, false);
    });
    addRuleDeed(
        *rules, session, wish, "move", "To another place in the order",
        [](service::Cellar& cellar, const RuleWish& w) { return service::moveRule(cellar, RuleId{w.id}, w.place - 1); })
        ->add_option("PLACE", wish->place, "From 1 on")
        ->required();
    auto* mode = rules->add_subcommand("mode", "Whether all rules that hold act, or the first alone");
    mode->add_option("MODE", wish->mode, "all or first")->required()->check(CLI::IsMember({"all", "first"}));
    mode->callback([&session, wish] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return printRuleReceipt(
                session, service::setRuleMode(cellar, wish->mode == "first" ? RuleMode::FirstMatch : RuleMode::All));
        });
    });
}

}  // namespace kith::cli
