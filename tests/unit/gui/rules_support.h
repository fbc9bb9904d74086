// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules without a database: some invented ones, deeds that happen at once, trials that are answered when told to.
#pragma once

#include "core/service/rules_desk.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <memory>
#include <vector>

namespace kith::ui {

class FakeRulesDesk : public service::RulesDesk {
public:
    static RuleCondition contains(RuleField field, const char* words) {
        return {RuleCondition::Kind::Test, {}, field, RuleOperator::Contains, {QString::fromUtf8(words)}};
    }
    static RuleAction does(RuleActionKind kind, const char* text = "") {
        RuleAction action;
        action.kind = kind;
        action.text = QString::fromUtf8(text);
        return action;
    }
    RuleId add(const char* name, RuleCondition when, std::vector<RuleAction> then, qint64 acted = 0) {
        Rule rule;
        rule.id = RuleId{static_cast<qint64>(kept.rules.size()) + 1};
        rule.position = static_cast<int>(kept.rules.size());
        rule.name = QString::fromUtf8(name);
        rule.when = std::move(when);
        rule.then = std::move(then);
        kept.rules.push_back({rule, acted});
        return rule.id;
    }
    void fill() {
        using F = RuleField;
        using A = RuleActionKind;
        add("Invoices", contains(F::Subject, "invoice"), {does(A::Label, "Invoices"), does(A::MarkRead)}, 12);
        add("Tenders", contains(F::Body, "tender"), {does(A::Star), does(A::CreateOpportunity, "submission")}, 3);
        RuleAction later = does(A::Archive);
        later.after = std::chrono::hours{48};
        later.unless = RuleUnless::Read;
        RuleCondition list{RuleCondition::Kind::Test, {}, F::List, RuleOperator::Is, {QStringLiteral("yes")}};
        add("Newsletters", list, {later}, 140);
        kept.rules.back().rule.enabled = false;
        kept.labels = {QStringLiteral("Invoices"), QStringLiteral("Travel")};
    }
    void ask(qint64 id, RuleActionKind kind, const char* subject, const char* text = "") {
        service::WaitingDeed deed;
        deed.id = id;
        deed.rule = RuleId{3};
        deed.ruleName = QStringLiteral("Newsletters");
        deed.action = does(kind, text);
        deed.asks = true;
        deed.thread = ThreadId{id + 500};
        deed.sender = {QStringLiteral("The Gazette"), QStringLiteral("news@gazette.example")};
        deed.subject = QString::fromUtf8(subject);
        kept.waiting.push_back(deed);
    }
    Rule& get(RuleId id) {
        return std::find_if(kept.rules.begin(), kept.rules.end(), [id](const auto& one) { return one.rule.id == id; })
            ->rule;
    }
    bool has(RuleId id) const {
        return std::any_of(kept.rules.begin(), kept.rules.end(), [id](const auto& one) { return one.rule.id == id; });
    }

    Answer<service::RulesView> view() override { return now(kept); }
    Answer<service::RuleTrial> tryOut(const Rule& rule, qint64 limit, std::stop_token stop) override {
        auto promise = std::make_unique<QPromise<Result<service::RuleTrial>>>();
        promise->start();
        auto future = promise->future();
        trials.push_back({rule, limit, std::move(stop), std::move(promise)});
        return future;
    }
    /// The newest trial's answer: it holds for so many of 2,000.
    void answerTrial(qint64 matches, std::optional<service::RulePlace> refused = {}) {
        Trial& trial = trials.back();
        service::RuleTrial result;
        result.refused = std::move(refused);
        result.run.lookedAt = 2000;
        service::RuleTally tally;
        tally.rule = trial.rule;
        tally.matches = matches;
        for (qint64 i = 0; i < std::min<qint64>(matches, 3); ++i) {
            tally.examples.push_back({MessageId{i + 1},
                                      ThreadId{i + 900},
                                      {QStringLiteral("Ines Holm"), QStringLiteral("ines@holm.example")},
                                      QStringLiteral("Invoice %1 for the probes").arg(4711 + i),
                                      std::chrono::milliseconds{1'760'000'000'000},
                                      {}});
        }
        result.run.rules.push_back(std::move(tally));
        trial.promise->addResult(Result<service::RuleTrial>(std::move(result)));
        trial.promise->finish();
    }
    Answer<service::SavedRule> save(const Rule& rule) override {
        if (refuses) {
            return now<service::SavedRule>(*refuses);
        }
        if (!rule.id) {
            const RuleId id = add("", rule.when, rule.then);
            get(id).name = rule.name;
            return now(service::SavedRule{get(id), receipt()});
        }
        get(rule.id) = rule;
        return now(service::SavedRule{rule, receipt()});
    }
    Answer<service::Receipt> remove(RuleId id) override {
        std::erase_if(kept.rules, [id](const auto& one) { return one.rule.id == id; });
        return now(receipt());
    }
    Answer<service::Receipt> enable(RuleId id, bool enabled) override {
        get(id).enabled = enabled;
        return now(receipt());
    }
    Answer<service::Receipt> move(RuleId id, int place) override {
        const auto at =
            std::find_if(kept.rules.begin(), kept.rules.end(), [id](const auto& one) { return one.rule.id == id; });
        const service::RuleStanding moved = *at;
        kept.rules.erase(at);
        kept.rules.insert(kept.rules.begin() + place, moved);
        return now(receipt());
    }
    Answer<service::Receipt> setMode(RuleMode mode) override {
        kept.mode = mode;
        return now(receipt());
    }
    Answer<service::RuleRun> run(RuleId rule, std::stop_token) override {
        ran = rule;
        service::RuleRun run;
        run.change = ChangeId{9};
        service::RuleTally tally;
        tally.matches = 12;
        run.rules = {tally};
        return now(run);
    }
    Answer<service::Receipt> confirm(qint64 id) override { return settle(id, confirmed); }
    Answer<service::Receipt> refuse(qint64 id) override { return settle(id, declined); }

    struct Trial {
        Rule rule;
        qint64 limit;
        std::stop_token stop;
        std::unique_ptr<QPromise<Result<service::RuleTrial>>> promise;
    };
    service::RulesView kept;
    std::vector<Trial> trials;
    std::optional<Error> refuses;
    std::vector<qint64> confirmed;
    std::vector<qint64> declined;
    RuleId ran;

private:
    static service::Receipt receipt() { return {ChangeId{7}, {}, 1, {}, {}}; }
    Answer<service::Receipt> settle(qint64 id, std::vector<qint64>& into) {
        into.push_back(id);
        std::erase_if(kept.waiting, [id](const service::WaitingDeed& deed) { return deed.id == id; });
        return now(receipt());
    }
    template <class T>
    static QFuture<Result<T>> now(Result<T> value) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
    template <class T>
    static QFuture<Result<T>> now(T value) {
        return now(Result<T>(std::move(value)));
    }
};

}  // namespace kith::ui
