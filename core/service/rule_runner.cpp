// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_runner.h"

#include "core/triage/rule_json.h"
#include "core/triage/rule_loops.h"
#include "core/triage/rule_words.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kRulePage = 500;
constexpr int kBacklogPage = 200;
constexpr qint64 kProgressEvery = 200;

bool writesSomething(DeedFate fate) {
    return fate == DeedFate::Done || fate == DeedFate::Asks || fate == DeedFate::Delayed || fate == DeedFate::Waits;
}

bool anyWrites(const std::vector<PlannedDeed>& planned) {
    return std::any_of(planned.begin(), planned.end(),
                       [](const PlannedDeed& deed) { return writesSomething(deed.fate); });
}

QString appliedSummary(const Rule& rule, const std::vector<PlannedDeed>& planned) {
    QStringList words;
    for (const PlannedDeed& deed : planned) {
        if (writesSomething(deed.fate)) {
            words << triage::english(deed.action);
        }
    }
    return QStringLiteral("Rule “%1”: %2").arg(rule.name, words.join(QStringLiteral(", ")));
}

QJsonArray deedsContext(const std::vector<PlannedDeed>& planned) {
    QJsonArray deeds;
    for (const PlannedDeed& deed : planned) {
        deeds.append(QStringLiteral("%1: %2").arg(triage::english(deed.action), deedFateWord(deed.fate)));
    }
    return deeds;
}

/// A delay that is over is none.
RuleAction whenDue(RuleAction action, const Message& message, Millis now) {
    if (message.date + action.after <= now) {
        action.after = {};
        action.unless = RuleUnless::Never;
    }
    return action;
}

QString stateOfFate(DeedFate fate) {
    return fate == DeedFate::Asks      ? QStringLiteral("asks")
           : fate == DeedFate::Delayed ? QStringLiteral("delayed")
                                       : QStringLiteral("waits");
}

}  // namespace

void RuleTally::count(const std::vector<PlannedDeed>& planned) {
    for (const PlannedDeed& deed : planned) {
        ++deeds[triage::english(deed.action)][deed.fate];
    }
}

qint64 RuleTally::total(DeedFate fate) const {
    qint64 sum = 0;
    for (const auto& [action, fates] : deeds) {
        const auto found = fates.find(fate);
        sum += found == fates.end() ? 0 : found->second;
    }
    return sum;
}

RuleRunner::RuleRunner(Cellar& cellar, const Clock& clock, RuleDeeds::Learned learned, RuleHands hands)
    : m_cellar(cellar)
    , m_clock(clock)
    , m_deeds(cellar, clock, std::move(learned), std::move(hands)) {
}

Result<void> RuleRunner::load(RuleId only) {
    auto book = readRules(m_cellar);
    if (!book) {
        return book.error();
    }
    if (only && book->find(only) == nullptr) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no rule %1").arg(only.value),
                     QStringLiteral("kithctl rules list shows them.")};
    }
    m_engine = triage::RuleEngine(std::move(book->rules), book->mode);
    m_reading = std::make_unique<RuleReading>(m_cellar, m_clock, m_engine.needs());
    return {};
}

Result<RuleRun> RuleRunner::run(const RuleRunWish& wish) {
    if (const auto loaded = load(wish.only); !loaded) {
        return loaded.error();
    }
    RuleRun run;
    run.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    run.dry = wish.dry;
    for (const Rule& rule : m_engine.rules()) {
        if (!wish.only || wish.only == rule.id) {
            run.rules.push_back({rule, 0, 0, {}, {}});
        }
    }
    m_onDemand = true;
    const auto walked = walk(wish, run);
    return walked ? Result<RuleRun>(std::move(run)) : Result<RuleRun>(walked.error());
}

Result<RuleRun> RuleRunner::tryOut(const Rule& rule, const RuleRunWish& wish) {
    Rule alone = rule;
    alone.enabled = true;
    m_engine = triage::RuleEngine({alone}, RuleMode::All);
    m_reading = std::make_unique<RuleReading>(m_cellar, m_clock, m_engine.needs());
    RuleRun run;
    run.dry = true;
    run.rules.push_back({rule, 0, 0, {}, {}});
    RuleRunWish dry = wish;
    dry.dry = true;
    const auto walked = walk(dry, run);
    return walked ? Result<RuleRun>(std::move(run)) : Result<RuleRun>(walked.error());
}

Result<void> RuleRunner::walk(const RuleRunWish& wish, RuleRun& run) {
    m_made.clear();
    MessageId before;
    while (wish.limit == 0 || run.lookedAt < wish.limit) {
        const int page =
            wish.limit == 0 ? kRulePage : static_cast<int>(std::min<qint64>(kRulePage, wish.limit - run.lookedAt));
        const auto ids = m_cellar.messages.newest(before, page);
        const auto messages = ids ? m_cellar.messages.messages(*ids) : Result<std::vector<Message>>(ids.error());
        if (!messages) {
            return messages.error();
        }
        for (const Message& message : *messages) {
            if (wish.stop.stop_requested()) {
                run.stopped = true;
                return {};
            }
            ++run.lookedAt;
            if (wish.progress && run.lookedAt % kProgressEvery == 0) {
                wish.progress(run.lookedAt);
            }
            if (const auto looked = look(message, wish, run); !looked) {
                return looked;
            }
        }
        if (ids->size() < static_cast<size_t>(page)) {
            break;
        }
        before = ids->back();
    }
    return {};
}

Result<void> RuleRunner::look(const Message& message, const RuleRunWish& wish, RuleRun& run) {
    if (!isForRules(message)) {
        return {};
    }
    const auto facts = m_reading->factsOf(message);
    if (!facts) {
        return facts.error();
    }
    std::map<QString, const Rule*> claimed;
    std::map<QString, RuleAction> wanted;
    const bool alone = wish.dry && wish.only;
    std::vector<size_t> matching = m_engine.matching(*facts);
    for (size_t i = 0; alone && i < m_engine.rules().size(); ++i) {
        const Rule& rule = m_engine.rules()[i];
        if (rule.id == wish.only && !rule.enabled && m_engine.holds(i, *facts)) {
            matching = {i};  // switched off, and tried all the same
        }
    }
    for (const size_t at : matching) {
        const Rule& rule = m_engine.rules()[at];
        const auto planned = plan(rule, message, claimed, wanted);
        const auto tally = std::find_if(run.rules.begin(), run.rules.end(),
                                        [&rule](const RuleTally& one) { return one.rule.id == rule.id; });
        if (!planned || tally == run.rules.end()) {
            if (!planned) {
                return planned.error();
            }
            continue;
        }
        const auto acted = rule.id ? m_cellar.rules.acted(rule.id, rule.revision, message.id) : Result<bool>(false);
        if (!acted) {
            return acted.error();
        }
        ++tally->matches;
        if (*acted) {
            ++tally->before;
            continue;
        }
        tally->count(*planned);
        if (tally->examples.size() < wish.examples) {
            tally->examples.push_back(
                {message.id, message.thread, message.from, message.subject, message.date, *planned});
        }
        if (const auto done = wish.dry ? Result<void>() : act(rule, message, *planned, run); !done) {
            return done;
        }
    }
    return {};
}

/// A person becomes a contact once, and a conversation one opportunity of a kind, also where nothing is written.
bool RuleRunner::firstOf(const RuleAction& action, const Message& message) {
    const bool person = action.kind == RuleActionKind::AddToContact;
    if (!person && action.kind != RuleActionKind::CreateOpportunity) {
        return true;
    }
    const QString key =
        person ? addressKey(message.from.address) : QStringLiteral("%1 %2").arg(message.thread.value).arg(action.text);
    const bool first = !m_made.contains(key);
    m_made.insert(key);
    return first;
}

/// What stands first in order has its way; the later one is told so.
Result<std::vector<PlannedDeed>> RuleRunner::plan(const Rule& rule, const Message& message,
                                                  std::map<QString, const Rule*>& claimed,
                                                  std::map<QString, RuleAction>& wanted) {
    std::vector<PlannedDeed> all;
    for (const RuleAction& action : rule.then) {
        const QString aspect = triage::aspectOf(action);
        const RuleAction now = whenDue(action, message, m_clock.now());
        const auto claim = claimed.find(aspect);
        const bool other = claim != claimed.end() && claim->second != &rule;
        if (other && wanted[aspect].after == now.after && triage::contradict(wanted[aspect], now)) {
            all.push_back({action, DeedFate::Outvoted,
                           QStringLiteral("“%1” stands before it and wants otherwise.").arg(claim->second->name),
                           Millis{0}});
            continue;
        }
        auto deed = m_deeds.planned(action, message, rule.mayTrash);
        if (!deed) {
            return deed.error();
        }
        if (other && deed->fate == DeedFate::Done && wanted[aspect] == now) {
            deed->fate = DeedFate::Already;  // by the rule before it
        }
        if (deed->fate == DeedFate::Done && !firstOf(action, message)) {
            deed->fate = DeedFate::Already;
        }
        all.push_back(std::move(*deed));
        if (!aspect.isEmpty() && claim == claimed.end()) {
            claimed.emplace(aspect, &rule);
            wanted.emplace(aspect, now);
        }
    }
    return all;
}

/// The change that stands for the whole run; made when the first message is touched.
Result<void> RuleRunner::begin(RuleRun& run) {
    if (run.change || !m_onDemand) {
        return {};
    }
    storage::ChangeInfo info;
    info.kind = QStringLiteral("rules.ran");
    info.actor = QStringLiteral("user");
    info.requestId = run.id;
    info.summary = QStringLiteral("Run the rules on past mail");
    storage::ChangeWriter change(*m_cellar.database, info);
    change.recordBulk(storage::BulkInverse::RuleRun, change.id().value);
    const auto done = change.commit();
    if (done) {
        run.change = *done;
    }
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> RuleRunner::act(const Rule& rule, const Message& message, const std::vector<PlannedDeed>& planned,
                             RuleRun& run) {
    if (!anyWrites(planned)) {
        const auto noted = m_cellar.rules.noteActed(rule.id, rule.revision, message.id, run.id);
        return noted ? Result<void>() : Result<void>(noted.error());
    }
    if (const auto begun = begin(run); !begun) {
        return begun;
    }
    storage::ChangeInfo info;
    info.kind = QStringLiteral("rule.applied");
    info.actor = QStringLiteral("rule:%1").arg(rule.id.value);
    info.entity = QStringLiteral("message:%1").arg(message.id.value);
    info.requestId = run.id;
    info.summary = appliedSummary(rule, planned);
    info.context = {{QStringLiteral("rule"), rule.name},
                    {QStringLiteral("revision"), rule.revision},
                    {QStringLiteral("actions"), deedsContext(planned)}};
    storage::ChangeWriter change(*m_cellar.database, info);
    const auto first = m_cellar.rules.noteActed(rule.id, rule.revision, message.id, run.id);
    if (!first || !*first) {
        return first ? Result<void>() : Result<void>(first.error());  // another process was first
    }
    if (const auto written = writeDeeds(change, rule, message, planned); !written) {
        return written;
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> RuleRunner::writeDeeds(storage::ChangeWriter& change, const Rule& rule, const Message& message,
                                    const std::vector<PlannedDeed>& planned) {
    for (const PlannedDeed& deed : planned) {
        if (deed.fate == DeedFate::Done) {
            if (const auto done = m_deeds.perform(change, rule, deed.action, message); !done) {
                return done;
            }
        } else if (writesSomething(deed.fate)) {
            storage::RuleActionRow row;
            row.rule = rule.id;
            row.revision = rule.revision;
            row.ruleName = rule.name;
            row.message = message.id;
            row.action = triage::toJson(deed.action);
            row.state = stateOfFate(deed.fate);
            row.dueAt = deed.dueAt;
            row.reason = deed.reason;
            m_cellar.ruleActions.add(change, row);
        }
    }
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<qint64> RuleRunner::runNew(std::stop_token stop) {
    auto waiting = m_cellar.rules.backlog(kBacklogPage);
    if (!waiting || waiting->empty()) {
        return waiting ? Result<qint64>(0) : Result<qint64>(waiting.error());
    }
    if (const auto loaded = load({}); !loaded) {
        return loaded.error();
    }
    RuleRun run;
    run.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const Rule& rule : m_engine.rules()) {
        run.rules.push_back({rule, 0, 0, {}, {}});
    }
    m_onDemand = false;
    RuleRunWish wish;
    wish.examples = 0;
    while (!waiting->empty() && !stop.stop_requested()) {
        const auto messages = m_cellar.messages.messages(*waiting);
        if (!messages) {
            return messages.error();
        }
        for (const Message& message : *messages) {
            const auto looked = look(message, wish, run);
            const auto dropped = looked ? m_cellar.rules.dropBacklog(message.id) : looked;
            if (!dropped) {
                return dropped.error();
            }
        }
        waiting = m_cellar.rules.backlog(kBacklogPage);
        if (!waiting) {
            return waiting.error();
        }
    }
    qint64 changed = 0;
    for (const RuleTally& tally : run.rules) {
        changed += tally.matches - tally.before;
    }
    return changed;
}

}  // namespace kith::service
