// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities without a database: invented ones, deeds that happen at once.
#pragma once

#include "core/service/opportunity_desk.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>

namespace kith::ui {

class FakeOpportunityDesk : public service::OpportunityDesk {
public:
    void add(const char* name, const char* kind, OpportunityStage stage, double amount, const char* quote, QDate due,
             double confidence = 0.95) {
        Opportunity one;
        one.id = OpportunityId{static_cast<qint64>(all.size()) + 1};
        one.name = QString::fromUtf8(name);
        one.address = one.name.section(QLatin1Char(' '), 0, 0).toLower() + QStringLiteral("@firm.example");
        one.kind = QString::fromLatin1(kind);
        one.stage = stage;
        one.status = stage == OpportunityStage::New   ? OpportunityStatus::New
                     : stage == OpportunityStage::Won ? OpportunityStatus::Completed
                                                      : OpportunityStatus::Active;
        one.amount = amount;
        one.currency = amount > 0 ? QStringLiteral("EUR") : QString();
        one.due = due;
        one.confidence = confidence;
        one.thread = ThreadId{static_cast<qint64>(all.size()) + 100};
        one.evidence = {{QString::fromUtf8(quote), 0, 10}};
        all.push_back(one);
    }
    /// As in the drawing.
    void fill(QDate today) {
        using S = OpportunityStage;
        add("Jonas Feld", "demo", S::New, 0, "If you have something to try on board before then, even better.",
            today.addDays(0), 0.6);
        add("Dr. Yuki Tanabe", "demo", S::New, 31000, "We wonder whether a demo for the stability team is possible.",
            today.addDays(6));
        add("Elif Aydın", "speaking", S::New, 0, "Our programme committee would love to have you on day two.",
            today.addDays(46));
        add("Inès Moreau", "partnership", S::New, 0, "Could we carry your probes in our catalogue?", {});
        add("Priya Nandakumar", "cancellation", S::Talking, 22800,
            "Two of the probes drifted again. We are thinking about not renewing in July.", today.addDays(47));
        add("Marek Dvořák", "pricing", S::Talking, 19500, "What would a second crate of the same probes cost us?",
            today.addDays(8));
        add("Timo Kallio", "pricing", S::Talking, 16000, "Please send a price for ten seats and one year of service.",
            today.addDays(22));
        add("Ana Ruiz", "pricing", S::Quote, 38400,
            "Could you send a revised quote for 40 seats instead of 25, by Friday noon?", today.addDays(1));
        add("R. Castellan", "submission", S::Quote, 500,
            "The form for approved suppliers is open until the end of May.", today.addDays(17));
        add("Tobias Renner", "pricing", S::Decision, 61000,
            "Everything else is settled on our side, and the annex is fine as it stands.", today.addDays(15));
        add("Carlo Benedetti", "pricing", S::Decision, 47500,
            "The 26th works for the crane, so we can order this week.", today.addDays(1));
        add("Stina Norrby", "pricing", S::Won, 28700, "Signed, the order is on its way to you.", today.addDays(-6));
        add("Ben Ashworth", "pricing", S::Won, 15500, "Agreed at the price of the second quote.", today.addDays(-9));
    }
    Opportunity& get(OpportunityId id) {
        return *std::find_if(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
    }

    Answer<std::vector<Opportunity>> list(const storage::OpportunityQuery&) override { return answer(all); }
    Answer<service::OpportunityOutcome> accept(OpportunityId id) override {
        get(id).status = OpportunityStatus::Active;
        return outcome(id);
    }
    Answer<service::OpportunityOutcome> dismiss(OpportunityId id) override {
        get(id).status = OpportunityStatus::Dismissed;
        return outcome(id);
    }
    Answer<service::OpportunityOutcome> move(OpportunityId id, OpportunityStage stage) override {
        get(id).stage = stage;
        get(id).status = stage == OpportunityStage::Won ? OpportunityStatus::Completed : OpportunityStatus::Active;
        return outcome(id);
    }
    Answer<service::OpportunityOutcome> edit(OpportunityId id, const service::OpportunityEdit& edit) override {
        get(id).nextStep = edit.nextStep.value_or(get(id).nextStep);
        get(id).owner = edit.owner.value_or(get(id).owner);
        return outcome(id);
    }

    std::vector<Opportunity> all;

private:
    template <class T>
    static QFuture<Result<T>> answer(T value) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(std::move(value)));
        promise.finish();
        return promise.future();
    }
    Answer<service::OpportunityOutcome> outcome(OpportunityId id) {
        return answer(service::OpportunityOutcome{get(id), ChangeId{7}});
    }
};

}  // namespace kith::ui
