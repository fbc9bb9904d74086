// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_book.h"

#include "core/storage/account_store.h"
#include "core/storage/remote_labels.h"
#include "core/triage/rule_check.h"
#include "core/triage/rule_json.h"
#include "core/triage/rule_loops.h"

#include <algorithm>

namespace kith::service {

namespace {

const QString& ruleModeKey() {
    static const QString key = QStringLiteral("rules.mode");
    return key;
}

Result<Rule> ruleOfRow(const storage::RuleRow& row) {
    QJsonObject words = row.body;
    words.insert(QStringLiteral("name"), row.name);
    words.insert(QStringLiteral("enabled"), row.enabled);
    words.insert(QStringLiteral("stop"), row.stop);
    auto rule = triage::ruleFromJson(words);
    if (!rule) {
        return Error{ErrorKind::Damaged, QStringLiteral("rule %1: %2").arg(row.id.value).arg(rule.error().detail), {}};
    }
    rule->id = row.id;
    rule->position = row.position;
    rule->revision = row.revision;
    rule->mayTrash = row.mayTrash;
    return rule;
}

storage::RuleRow rowOfRule(const Rule& rule) {
    storage::RuleRow row;
    row.id = rule.id;
    row.name = rule.name;
    row.position = rule.position;
    row.enabled = rule.enabled;
    row.stop = rule.stop;
    row.revision = rule.revision;
    row.mayTrash = rule.mayTrash;
    const QJsonObject words = triage::toJson(rule);
    row.body = {{QStringLiteral("when"), words.value(QStringLiteral("when"))},
                {QStringLiteral("then"), words.value(QStringLiteral("then"))}};
    return row;
}

storage::ChangeInfo ruleChange(const QString& kind, RuleId id, const QString& summary) {
    storage::ChangeInfo info;
    info.kind = kind;
    info.actor = QStringLiteral("user");
    info.entity = id ? QStringLiteral("rule:%1").arg(id.value) : QString();
    info.summary = summary;
    return info;
}

Receipt ruleReceipt(ChangeId change, const QString& kind, const QString& what) {
    return {change, kind, 1, what, {}};
}

Error noSuchRule(RuleId id) {
    return {ErrorKind::NotFound, QStringLiteral("there is no rule %1").arg(id.value),
            QStringLiteral("kithctl rules list shows them.")};
}

Result<void> checkAmong(Cellar& cellar, const RuleBook& book) {
    const auto own = ownAddresses(cellar);
    return own ? triage::checkLoops(book.rules, book.mode, *own) : Result<void>(own.error());
}

/// What the rule still wanted to do is not wanted any more.
Result<void> cancelOpen(Cellar& cellar, storage::ChangeWriter& change, RuleId id, const QString& reason) {
    const auto open = cellar.ruleActions.open(id);
    if (!open) {
        return open.error();
    }
    for (const storage::RuleActionRow& one : *open) {
        cellar.ruleActions.setState(change, one.id, QStringLiteral("cancelled"), reason);
    }
    return {};
}

/// The rule with the place, revision and consent that its earlier form leaves it.
Rule continued(const RuleBook& book, Rule rule) {
    const Rule* before = book.find(rule.id);
    if (before == nullptr) {
        rule.position = book.rules.empty() ? 1 : book.rules.back().position + 1;
        rule.revision = 1;
        rule.mayTrash = false;
        return rule;
    }
    const bool same = before->when == rule.when && before->then == rule.then;
    rule.position = before->position;
    rule.revision = before->revision + (same ? 0 : 1);
    rule.mayTrash = same && before->mayTrash;
    return rule;
}

}  // namespace

const Rule* RuleBook::find(RuleId id) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [id](const Rule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

Result<RuleBook> readRules(Cellar& cellar) {
    const auto rows = cellar.rules.rules();
    const auto mode = cellar.settings.text(ruleModeKey(), QStringLiteral("all"));
    if (!rows || !mode) {
        return !rows ? rows.error() : mode.error();
    }
    RuleBook book;
    book.mode = *mode == QLatin1String("first") ? RuleMode::FirstMatch : RuleMode::All;
    for (const storage::RuleRow& row : *rows) {
        auto rule = ruleOfRow(row);
        if (!rule) {
            return rule.error();
        }
        book.rules.push_back(std::move(*rule));
    }
    return book;
}

Result<QStringList> ownAddresses(Cellar& cellar) {
    const auto owners = cellar.owners.addresses();
    const auto accounts = storage::AccountStore(*cellar.database).list();
    if (!owners || !accounts) {
        return !owners ? owners.error() : accounts.error();
    }
    QStringList own;
    for (const QString& address : *owners) {
        own << addressKey(address);
    }
    for (const Account& account : *accounts) {
        own << addressKey(account.address);
        const auto aliases = storage::RemoteLabelStore(*cellar.database, account.id).aliases();
        if (!aliases) {
            return aliases.error();
        }
        for (const storage::StoredAlias& alias : *aliases) {
            own << addressKey(alias.address);
        }
    }
    return own;
}

Result<void> checkRuleAmong(Cellar& cellar, const Rule& wanted) {
    auto book = readRules(cellar);
    if (!book) {
        return book.error();
    }
    const Rule rule = continued(*book, wanted);
    std::erase_if(book->rules, [&](const Rule& other) { return rule.id && other.id == rule.id; });
    book->rules.push_back(rule);
    return checkAmong(cellar, *book);
}

std::optional<int> actionToBlame(Cellar& cellar, const Rule& rule) {
    for (size_t at = rule.then.size(); at-- > 0;) {  // the last one is the one that was just added
        Rule without = rule;
        without.then.erase(without.then.begin() + static_cast<std::ptrdiff_t>(at));
        if (checkRuleAmong(cellar, without)) {
            return static_cast<int>(at);
        }
    }
    return {};
}

Result<SavedRule> saveRule(Cellar& cellar, const Rule& wanted) {
    const auto fits = triage::checkRule(wanted);
    auto book = fits ? readRules(cellar) : Result<RuleBook>(fits.error());
    if (!book) {
        return book.error();
    }
    if (wanted.id && book->find(wanted.id) == nullptr) {
        return noSuchRule(wanted.id);
    }
    Rule rule = continued(*book, wanted);
    const bool isNew = !rule.id;
    const bool changed = !isNew && book->find(rule.id)->revision != rule.revision;
    std::erase_if(book->rules, [&](const Rule& other) { return other.id == rule.id; });
    book->rules.push_back(rule);
    if (const auto fine = checkAmong(cellar, *book); !fine) {
        return fine.error();
    }
    const QString kind = isNew ? QStringLiteral("rule.added") : QStringLiteral("rule.changed");
    const QString summary =
        (isNew ? QStringLiteral("Add the rule “%1”") : QStringLiteral("Change the rule “%1”")).arg(rule.name);
    storage::ChangeWriter change(*cellar.database, ruleChange(kind, rule.id, summary));
    if (changed) {
        if (const auto cancelled = cancelOpen(cellar, change, rule.id, QStringLiteral("The rule was changed."));
            !cancelled) {
            return cancelled.error();
        }
    }
    rule.id = cellar.rules.save(change, rowOfRule(rule));
    change.addContext(QStringLiteral("rule"), rule.id.value);
    const auto done = change.commit();
    return done ? Result<SavedRule>(SavedRule{rule, ruleReceipt(*done, kind, summary)})
                : Result<SavedRule>(done.error());
}

Result<Receipt> removeRule(Cellar& cellar, RuleId id) {
    const auto row = cellar.rules.rule(id);
    if (!row || !*row) {
        return row ? noSuchRule(id) : row.error();
    }
    const QString kind = QStringLiteral("rule.removed");
    const QString summary = QStringLiteral("Remove the rule “%1”").arg((*row)->name);
    storage::ChangeWriter change(*cellar.database, ruleChange(kind, id, summary));
    if (const auto cancelled = cancelOpen(cellar, change, id, QStringLiteral("The rule was removed.")); !cancelled) {
        return cancelled.error();
    }
    cellar.rules.remove(change, id);
    const auto done = change.commit();
    return done ? Result<Receipt>(ruleReceipt(*done, kind, summary)) : Result<Receipt>(done.error());
}

Result<Receipt> enableRule(Cellar& cellar, RuleId id, bool enabled) {
    const auto book = readRules(cellar);
    const Rule* stands = book ? book->find(id) : nullptr;
    if (stands == nullptr) {
        return book ? noSuchRule(id) : book.error();
    }
    Rule rule = *stands;
    rule.enabled = enabled;
    const auto saved = saveRule(cellar, rule);
    return saved ? Result<Receipt>(saved->receipt) : Result<Receipt>(saved.error());
}

Result<Receipt> moveRule(Cellar& cellar, RuleId id, int place) {
    auto book = readRules(cellar);
    if (!book || book->find(id) == nullptr) {
        return book ? noSuchRule(id) : book.error();
    }
    const Rule moved = *book->find(id);
    std::erase_if(book->rules, [id](const Rule& rule) { return rule.id == id; });
    const auto at = std::clamp<qsizetype>(place, 0, std::ssize(book->rules));
    book->rules.insert(book->rules.begin() + at, moved);
    for (size_t i = 0; i < book->rules.size(); ++i) {
        book->rules[i].position = static_cast<int>(i) + 1;
    }
    if (const auto fine = checkAmong(cellar, *book); !fine) {
        return fine.error();
    }
    const QString kind = QStringLiteral("rule.moved");
    const QString summary = QStringLiteral("Move the rule “%1”").arg(moved.name);
    storage::ChangeWriter change(*cellar.database, ruleChange(kind, id, summary));
    for (const Rule& rule : book->rules) {
        cellar.rules.save(change, rowOfRule(rule));
    }
    const auto done = change.commit();
    return done ? Result<Receipt>(ruleReceipt(*done, kind, summary)) : Result<Receipt>(done.error());
}

Result<Receipt> setRuleMode(Cellar& cellar, RuleMode mode) {
    auto book = readRules(cellar);
    if (!book) {
        return book.error();
    }
    book->mode = mode;
    if (const auto fine = checkAmong(cellar, *book); !fine) {
        return fine.error();
    }
    const bool first = mode == RuleMode::FirstMatch;
    const QString kind = QStringLiteral("rules.mode");
    const QString summary = first ? QStringLiteral("Let the first rule that holds decide alone")
                                  : QStringLiteral("Let all rules that hold act");
    storage::ChangeWriter change(*cellar.database, ruleChange(kind, {}, summary));
    cellar.settings.set(change, ruleModeKey(), first ? QStringLiteral("first") : QStringLiteral("all"));
    const auto done = change.commit();
    return done ? Result<Receipt>(ruleReceipt(*done, kind, summary)) : Result<Receipt>(done.error());
}

}  // namespace kith::service
