// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rules_desk.h"

#include "core/service/desk.h"
#include "core/service/mail_labels.h"
#include "core/service/rule_hands.h"
#include "core/service/rule_later.h"
#include "core/service/triage_room.h"
#include "core/triage/rule_json.h"

namespace kith::service {

namespace {

constexpr int kMostWaiting = 200;

Result<std::vector<WaitingDeed>> readWaiting(Cellar& cellar) {
    const auto rows = cellar.ruleActions.list({}, 0, kMostWaiting);
    if (!rows) {
        return rows.error();
    }
    std::vector<WaitingDeed> waiting;
    for (const storage::RuleActionRow& row : *rows) {
        const auto action = triage::actionFromJson(row.action, QStringLiteral("action"));
        const auto message = cellar.messages.message(row.message);
        if (!message) {
            return message.error();
        }
        if (!action || !*message) {
            continue;
        }
        waiting.push_back({row.id, row.rule, row.ruleName, *action, row.state == QLatin1String("asks"),
                           row.state == QLatin1String("delayed"), row.dueAt, row.reason, (*message)->thread,
                           (*message)->from, (*message)->subject});
    }
    return waiting;
}

Result<RulesView> readRulesView(Cellar& cellar) {
    auto book = readRules(cellar);
    auto waiting = readWaiting(cellar);
    const auto labels = readLabels(cellar, {});
    if (!book || !waiting || !labels) {
        return !book ? book.error() : !waiting ? waiting.error() : labels.error();
    }
    RulesView view;
    view.mode = book->mode;
    view.waiting = std::move(*waiting);
    for (Rule& rule : book->rules) {
        const auto acted = cellar.rules.actedCount(rule.id, rule.revision);
        if (!acted) {
            return acted.error();
        }
        view.rules.push_back({std::move(rule), *acted});
    }
    for (const MailLabel& label : *labels) {
        view.labels << label.name;
    }
    return view;
}

}  // namespace

/// On the desk that writes; what it changed is told to the window.
template <class Work>
auto RulesDesk::written(Work work) {
    return m_triage->ask([work = std::move(work), changed = m_changed](TriageRoom& room) {
        auto done = work(room);
        if (done && changed) {
            changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return done;
    });
}

QFuture<Result<RulesView>> RulesDesk::view() {
    return m_reading->ask([](Cellar& cellar) { return readRulesView(cellar); });
}

QFuture<Result<RuleTrial>> RulesDesk::tryOut(const Rule& rule, qint64 limit, std::stop_token stop) {
    return m_trying->ask([rule, limit, stop, clock = m_clock](Cellar& cellar) -> Result<RuleTrial> {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};  // a newer form is being tried
        }
        RuleTrial trial;
        if (const auto fits = checkWords(rule); !fits) {
            trial.refused = rulePlaceOf(fits.error());
            return trial;
        }
        if (const auto fits = checkRuleAmong(cellar, rule); !fits) {
            trial.refused = rulePlaceOf(fits.error());
            trial.refused->action = actionToBlame(cellar, rule).value_or(-1);
        }
        RuleRunWish wish;
        wish.limit = limit;
        wish.stop = stop;
        auto run = RuleRunner(cellar, *clock, {}, ruleHands(cellar, *clock)).tryOut(rule, wish);
        if (!run) {
            return run.error();
        }
        if (run->stopped) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        trial.run = std::move(*run);
        return trial;
    });
}

QFuture<Result<SavedRule>> RulesDesk::save(const Rule& rule) {
    return written([rule](TriageRoom& room) { return saveRule(room.cellar(), rule); });
}

QFuture<Result<Receipt>> RulesDesk::remove(RuleId id) {
    return written([id](TriageRoom& room) { return removeRule(room.cellar(), id); });
}

QFuture<Result<Receipt>> RulesDesk::enable(RuleId id, bool enabled) {
    return written([id, enabled](TriageRoom& room) { return enableRule(room.cellar(), id, enabled); });
}

QFuture<Result<Receipt>> RulesDesk::move(RuleId id, int place) {
    return written([id, place](TriageRoom& room) { return moveRule(room.cellar(), id, place); });
}

QFuture<Result<Receipt>> RulesDesk::setMode(RuleMode mode) {
    return written([mode](TriageRoom& room) { return setRuleMode(room.cellar(), mode); });
}

/// On its own connection: a long run keeps nobody's answer waiting.
QFuture<Result<RuleRun>> RulesDesk::run(RuleId rule, std::stop_token stop) {
    return m_trying->ask([rule, stop, clock = m_clock, triage = m_triage, changed = m_changed](Cellar& cellar) {
        TriageService service(cellar, *clock);
        const auto learned = [&]() -> Result<TriageService*> {
            const auto ready = service.learned() ? Result<void>() : service.recall(stop);
            return ready ? Result<TriageService*>(&service) : Result<TriageService*>(ready.error());
        };
        RuleRunWish wish;
        wish.only = rule;
        wish.stop = stop;
        auto run = RuleRunner(cellar, *clock, learned, ruleHands(cellar, *clock)).run(wish);
        triage->ask([](TriageRoom& room) -> Result<void> {
            room.forgetMarks();  // rules may have set priorities
            return {};
        });
        if (run && changed) {
            changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return run;
    });
}

QFuture<Result<Receipt>> RulesDesk::confirm(qint64 id) {
    return written([id, clock = m_clock](TriageRoom& room) {
        return RuleLater(
                   room.cellar(), *clock, [&room] { return room.learned(); }, ruleHands(room.cellar(), *clock))
            .confirm(id);
    });
}

QFuture<Result<Receipt>> RulesDesk::refuse(qint64 id) {
    return written([id, clock = m_clock](TriageRoom& room) {
        return RuleLater(room.cellar(), *clock, [&room] { return room.learned(); }).cancel(id);
    });
}

}  // namespace kith::service
