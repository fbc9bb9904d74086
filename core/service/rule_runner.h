// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Runs the user's rules: over past mail on demand, over new mail as it comes, or only to see what they would do.
#pragma once

#include "core/service/rule_book.h"
#include "core/service/rule_deed.h"
#include "core/service/rule_reading.h"
#include "core/triage/rule_engine.h"

#include <QSet>

#include <map>
#include <memory>
#include <stop_token>

namespace kith::service {

struct RuleExample {
    MessageId message;
    ThreadId thread;
    Address sender;
    QString subject;
    Millis date{0};
    std::vector<PlannedDeed> deeds;
};

/// What one rule did, or would do.
struct RuleTally {
    Rule rule;
    qint64 matches{0};
    qint64 before{0};  ///< of them, those that it had acted on earlier
    /// Action in English → fate → how many messages.
    std::map<QString, std::map<DeedFate, qint64>> deeds;
    std::vector<RuleExample> examples;

    void count(const std::vector<PlannedDeed>& planned);
    qint64 total(DeedFate fate) const;
};

struct RuleRun {
    QString id;
    ChangeId change;  ///< takes the whole run back; 0: nothing was changed
    bool dry{false};
    bool stopped{false};
    qint64 lookedAt{0};
    std::vector<RuleTally> rules;  ///< in order
};

struct RuleRunWish {
    bool dry{false};
    qint64 limit{0};  ///< newest messages looked at; 0: all
    RuleId only;      ///< 0: all that are switched on; a dry run also tries one that is not
    size_t examples{5};
    std::stop_token stop{};
    std::function<void(qint64 lookedAt)> progress{};
};

class RuleRunner {
public:
    RuleRunner(Cellar& cellar, const Clock& clock, RuleDeeds::Learned learned, RuleHands hands = {});

    /// Over past mail, newest first; one change that takes the run back. Cancelled ones keep what they did.
    Result<RuleRun> run(const RuleRunWish& wish);
    /// Over what came in since; each message is ticked off with what was done. How many messages were changed.
    Result<qint64> runNew(std::stop_token stop);
    /// How a rule that is not stored would do on the newest messages; nothing is written.
    Result<RuleRun> tryOut(const Rule& rule, const RuleRunWish& wish);

private:
    Result<void> load(RuleId only);
    Result<void> walk(const RuleRunWish& wish, RuleRun& run);
    Result<void> look(const Message& message, const RuleRunWish& wish, RuleRun& run);
    Result<std::vector<PlannedDeed>> plan(const Rule& rule, const Message& message,
                                          std::map<QString, const Rule*>& claimed,
                                          std::map<QString, RuleAction>& wanted);
    Result<void> act(const Rule& rule, const Message& message, const std::vector<PlannedDeed>& planned, RuleRun& run);
    Result<void> writeDeeds(storage::ChangeWriter& change, const Rule& rule, const Message& message,
                            const std::vector<PlannedDeed>& planned);
    Result<void> begin(RuleRun& run);
    bool firstOf(const RuleAction& action, const Message& message);

    Cellar& m_cellar;
    const Clock& m_clock;
    RuleDeeds m_deeds;
    triage::RuleEngine m_engine;
    std::unique_ptr<RuleReading> m_reading;
    QSet<QString> m_made;  ///< contacts and opportunities of this run
    bool m_onDemand{true};
};

}  // namespace kith::service
