// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's way to the user's rules: what there is, trying one while it is written, running, answering questions.
#pragma once

#include "core/service/changes.h"
#include "core/service/rule_grammar.h"
#include "core/service/rule_runner.h"

#include <QFuture>

#include <functional>
#include <optional>
#include <stop_token>

namespace kith::service {

template <class Subject>
class Desk;
class TriageRoom;

struct RuleStanding {
    Rule rule;
    qint64 acted{0};  ///< messages, in its present form
};

/// A question, a delayed action, or one that waits for something.
struct WaitingDeed {
    qint64 id{0};
    RuleId rule;
    QString ruleName;
    RuleAction action;
    bool asks{false};
    bool delayed{false};
    Millis dueAt{0};
    QString reason;
    ThreadId thread;
    Address sender;
    QString subject;
};

struct RulesView {
    std::vector<RuleStanding> rules;  ///< by position
    RuleMode mode{RuleMode::All};
    std::vector<WaitingDeed> waiting;  ///< newest first, at most 200
    QStringList labels;                ///< the user's own
};

/// How a rule that is being written would do.
struct RuleTrial {
    std::optional<RulePlace> refused;  ///< it would not be saved, and why
    RuleRun run;                       ///< empty where its words mean nothing
};

/// May be called from the window's thread; answers come later. Every change is journalled and can be undone.
class RulesDesk {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;
    using Changed = std::function<void(const Changes&)>;

    /// trying: a reading of its own, so that a slow pattern keeps nobody waiting.
    RulesDesk(Desk<Cellar>& reading, Desk<Cellar>& trying, Desk<TriageRoom>& triage, Clock& clock, Changed changed)
        : m_reading(&reading)
        , m_trying(&trying)
        , m_triage(&triage)
        , m_clock(&clock)
        , m_changed(std::move(changed)) {}
    virtual ~RulesDesk() = default;

    virtual Answer<RulesView> view();
    /// On the newest messages, limit 0: all; nothing is written. Cancelled where stop was asked for.
    virtual Answer<RuleTrial> tryOut(const Rule& rule, qint64 limit, std::stop_token stop);
    /// Malformed: see rulePlaceOf().
    virtual Answer<SavedRule> save(const Rule& rule);
    virtual Answer<Receipt> remove(RuleId id);
    virtual Answer<Receipt> enable(RuleId id, bool enabled);
    /// place: from 0 on.
    virtual Answer<Receipt> move(RuleId id, int place);
    virtual Answer<Receipt> setMode(RuleMode mode);
    /// Over all past mail; rule 0: all of them.
    virtual Answer<RuleRun> run(RuleId rule, std::stop_token stop);
    /// Yes and no to a question; no also ends what waits.
    virtual Answer<Receipt> confirm(qint64 id);
    virtual Answer<Receipt> refuse(qint64 id);

protected:
    RulesDesk() = default;  ///< for those who answer everything themselves

private:
    template <class Work>
    auto written(Work work);

    Desk<Cellar>* m_reading{nullptr};
    Desk<Cellar>* m_trying{nullptr};
    Desk<TriageRoom>* m_triage{nullptr};
    Clock* m_clock{nullptr};
    Changed m_changed;
};

}  // namespace kith::service
