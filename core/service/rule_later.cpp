// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_later.h"

#include "core/triage/rule_json.h"
#include "core/triage/rule_words.h"

namespace kith::service {

namespace {

constexpr int kDuePage = 100;

Result<storage::RuleActionRow> openAction(Cellar& cellar, qint64 id) {
    const auto row = cellar.ruleActions.action(id);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no action %1").arg(id),
                     QStringLiteral("kithctl actions list shows those that wait.")};
    }
    const bool open = (*row)->endedAt.count() == 0;
    if (!open) {
        return Error{ErrorKind::Conflict, QStringLiteral("action %1 is over: %2").arg(id).arg((*row)->state), {}};
    }
    return **row;
}

storage::ChangeInfo answerInfo(const QString& kind, const storage::RuleActionRow& row, const QString& summary) {
    storage::ChangeInfo info;
    info.kind = kind;
    info.actor = QStringLiteral("user");
    info.entity = QStringLiteral("message:%1").arg(row.message.value);
    info.summary = summary;
    info.context = {{QStringLiteral("rule"), row.ruleName}, {QStringLiteral("action"), row.action}};
    return info;
}

QString actionText(const storage::RuleActionRow& row) {
    const auto action = triage::actionFromJson(row.action, QStringLiteral("action"));
    return action ? triage::english(*action) : QString();
}

}  // namespace

Result<DueReport> RuleLater::runDue(std::stop_token stop) {
    DueReport report;
    for (;;) {
        const auto due = m_cellar.ruleActions.due(m_clock.now(), kDuePage);
        if (!due) {
            return due.error();
        }
        for (const storage::RuleActionRow& row : *due) {
            if (stop.stop_requested()) {
                return report;
            }
            if (const auto ran = runOne(row, report); !ran) {
                return ran.error();
            }
        }
        if (due->size() < static_cast<size_t>(kDuePage)) {
            return report;
        }
    }
}

Result<void> RuleLater::runOne(const storage::RuleActionRow& row, DueReport& report) {
    const auto book = readRules(m_cellar);
    const auto message = m_cellar.messages.message(row.message);
    if (!book || !message) {
        return !book ? book.error() : message.error();
    }
    const auto action = triage::actionFromJson(row.action, QStringLiteral("action"));
    const Rule* rule = book->find(row.rule);
    if (rule == nullptr || !action || !*message) {
        const auto gone = m_cellar.ruleActions.claim(row.id, QStringLiteral("cancelled"),
                                                     QStringLiteral("The rule or the message is gone."));
        report.cancelled += gone && *gone ? 1 : 0;
        return gone ? Result<void>() : Result<void>(gone.error());
    }
    return settleDue(row, *rule, *action, **message, report);
}

Result<void> RuleLater::settleDue(const storage::RuleActionRow& row, const Rule& rule, const RuleAction& action,
                                  const Message& message, DueReport& report) {
    const auto deed = m_deeds.plannedNow(action, message, rule.mayTrash);
    if (!deed) {
        return deed.error();
    }
    storage::ChangeInfo info;
    info.kind = QStringLiteral("rule.applied");
    info.actor = QStringLiteral("rule:%1").arg(rule.id.value);
    info.entity = QStringLiteral("message:%1").arg(message.id.value);
    info.summary = QStringLiteral("Rule “%1”: %2").arg(rule.name, triage::english(action));
    info.context = {{QStringLiteral("rule"), rule.name}, {QStringLiteral("fate"), deedFateWord(deed->fate)}};
    storage::ChangeWriter change(*m_cellar.database, info);
    const bool asks = deed->fate == DeedFate::Asks || deed->fate == DeedFate::Waits;
    const QString state = deed->fate == DeedFate::Done ? QStringLiteral("done") : QStringLiteral("cancelled");
    if (!asks) {
        const auto claimed = m_cellar.ruleActions.claim(row.id, state, deed->reason);
        if (!claimed || !*claimed) {
            return claimed ? Result<void>() : Result<void>(claimed.error());  // somebody else was first
        }
    } else {
        m_cellar.ruleActions.setState(change, row.id,
                                      deed->fate == DeedFate::Asks ? QStringLiteral("asks") : QStringLiteral("waits"),
                                      deed->reason);
    }
    if (deed->fate == DeedFate::Done) {
        if (const auto done = m_deeds.perform(change, rule, action, message); !done) {
            return done;
        }
    }
    const auto done = change.commit();
    ++(asks ? report.asks : deed->fate == DeedFate::Done ? report.done : report.cancelled);
    return done ? Result<void>() : Result<void>(done.error());
}

/// Trash asks once a rule: all its questions have one answer.
Result<std::vector<storage::RuleActionRow>> RuleLater::togetherWith(const storage::RuleActionRow& row) {
    const QString trash = triage::ruleActionWord(RuleActionKind::Trash);
    const auto word = [](const storage::RuleActionRow& one) {
        return one.action.value(QStringLiteral("action")).toString();
    };
    if (row.state != QLatin1String("asks") || word(row) != trash) {
        return std::vector{row};
    }
    auto open = m_cellar.ruleActions.open(row.rule);
    if (open) {
        std::erase_if(*open, [&](const storage::RuleActionRow& one) {
            return one.state != QLatin1String("asks") || word(one) != trash;
        });
    }
    return open;
}

Result<Receipt> RuleLater::confirm(qint64 id) {
    const auto row = openAction(m_cellar, id);
    if (!row) {
        return row.error();
    }
    const auto action = triage::actionFromJson(row->action, QStringLiteral("action"));
    if (!action || row->state == QLatin1String("delayed")) {
        return Error{ErrorKind::Conflict, QStringLiteral("action %1 asks nothing: it waits for its time").arg(id),
                     QStringLiteral("kithctl actions cancel ends it.")};
    }
    return action->kind == RuleActionKind::Trash ? confirmTrash(*row) : confirmOne(*row, *action);
}

Result<Receipt> RuleLater::confirmTrash(const storage::RuleActionRow& row) {
    const auto rows = togetherWith(row);
    const auto stored = m_cellar.rules.rule(row.rule);
    const auto book = readRules(m_cellar);
    if (!rows || !stored || !book) {
        return !rows ? rows.error() : !stored ? stored.error() : book.error();
    }
    const QString summary =
        QStringLiteral("Let the rule “%1” move %2 messages to the trash").arg(row.ruleName).arg(rows->size());
    storage::ChangeWriter change(*m_cellar.database, answerInfo(QStringLiteral("rule.confirmed"), row, summary));
    if (*stored) {
        storage::RuleRow allowed = **stored;
        allowed.mayTrash = true;
        m_cellar.rules.save(change, allowed);
    }
    int moved = 0;
    for (const storage::RuleActionRow& one : *rows) {
        const auto message = m_cellar.messages.message(one.message);
        const RuleAction trash{RuleActionKind::Trash, {}, {}, {}, {}, {}, {}};
        const auto deed = message && *message ? m_deeds.plannedNow(trash, **message, true)
                                              : Result<PlannedDeed>(PlannedDeed{trash, DeedFate::Needless, {}, {}});
        if (!deed) {
            return deed.error();
        }
        const Rule* rule = book->find(row.rule);
        const bool does = deed->fate == DeedFate::Done;
        if (const auto done =
                does ? m_deeds.perform(change, rule == nullptr ? Rule{} : *rule, trash, **message) : Result<void>();
            !done) {
            return done.error();
        }
        m_cellar.ruleActions.setState(change, one.id, does ? QStringLiteral("done") : QStringLiteral("cancelled"),
                                      deed->reason);
        moved += does ? 1 : 0;
    }
    const auto done = change.commit();
    return done ? Result<Receipt>(Receipt{*done, QStringLiteral("confirm"), moved, summary, {}})
                : Result<Receipt>(done.error());
}

Result<Receipt> RuleLater::confirmOne(const storage::RuleActionRow& row, const RuleAction& action) {
    const auto message = m_cellar.messages.message(row.message);
    if (!message || !*message) {
        return message ? Error{ErrorKind::NotFound, QStringLiteral("the message is gone"), {}} : message.error();
    }
    const QString summary = QStringLiteral("Rule “%1”: %2").arg(row.ruleName, triage::english(action));
    const bool hand = m_deeds.hasHand(action.kind);
    const bool forward = action.kind == RuleActionKind::Forward;
    if (!hand && !forward) {
        return Error{ErrorKind::Unsupported, row.reason, {}};
    }
    storage::ChangeWriter change(*m_cellar.database, answerInfo(QStringLiteral("rule.confirmed"), row, summary));
    if (hand) {
        if (const auto done = m_deeds.perform(change, Rule{}, action, **message); !done) {
            return done.error();
        }
        m_cellar.ruleActions.setState(change, row.id, QStringLiteral("done"), {});
    } else if (row.state == QLatin1String("asks")) {
        m_cellar.ruleActions.setState(change, row.id, QStringLiteral("waits"),
                                      QStringLiteral("You said yes. Kith sends no mail itself: forward it from your "
                                                     "mail program, then tick it off here."));
    } else {
        m_cellar.ruleActions.setState(change, row.id, QStringLiteral("done"),
                                      QStringLiteral("You forwarded it yourself."));
    }
    const auto done = change.commit();
    return done ? Result<Receipt>(Receipt{*done, QStringLiteral("confirm"), 1, summary, {}})
                : Result<Receipt>(done.error());
}

Result<Receipt> RuleLater::cancel(qint64 id) {
    const auto row = openAction(m_cellar, id);
    const auto rows = row ? togetherWith(*row) : Result<std::vector<storage::RuleActionRow>>(row.error());
    if (!rows) {
        return rows.error();
    }
    const bool asked = row->state == QLatin1String("asks");
    const QString summary = QStringLiteral("Not wanted: rule “%1”: %2").arg(row->ruleName, actionText(*row));
    storage::ChangeWriter change(*m_cellar.database, answerInfo(QStringLiteral("rule.refused"), *row, summary));
    for (const storage::RuleActionRow& one : *rows) {
        m_cellar.ruleActions.setState(change, one.id, asked ? QStringLiteral("refused") : QStringLiteral("cancelled"),
                                      QStringLiteral("You said no."));
    }
    const auto done = change.commit();
    return done ? Result<Receipt>(Receipt{*done, QStringLiteral("refuse"), static_cast<int>(rows->size()), summary, {}})
                : Result<Receipt>(done.error());
}

}  // namespace kith::service
