// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/privacy_book.h"

#include "core/storage/account_store.h"

#include <algorithm>

namespace kith::service {

namespace {

QString privacyKey() {
    return QStringLiteral("model.privacy");
}

Result<void> savePrivacy(Cellar& cellar, const PrivacyRules& rules, const QString& summary) {
    storage::ChangeWriter change(
        *cellar.database, {QStringLiteral("privacy.changed"), QStringLiteral("user"), {}, {}, summary, {}, true});
    cellar.settings.set(change, privacyKey(), triage::toJson(rules));
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> checkAccount(Cellar& cellar, const triage::PrivacyRule& rule) {
    if (rule.scope != triage::PrivacyScope::Account) {
        return {};
    }
    const auto accounts = storage::AccountStore(*cellar.database).list();
    if (!accounts) {
        return accounts.error();
    }
    const bool known = std::any_of(accounts->begin(), accounts->end(), [&](const Account& one) {
        return one.address.compare(rule.value, Qt::CaseInsensitive) == 0;
    });
    return known ? Result<void>()
                 : Result<void>(Error{ErrorKind::NotFound, QStringLiteral("no account %1").arg(rule.value),
                                      QStringLiteral("Use an address that account list prints.")});
}

}  // namespace

Result<PrivacyRules> loadPrivacy(Cellar& cellar) {
    const auto stored = cellar.settings.value(privacyKey());
    return stored ? triage::privacyRulesFromJson(stored->toArray()) : Result<PrivacyRules>(stored.error());
}

Result<triage::PrivacyRule> setPrivacy(Cellar& cellar, const QString& name, triage::PrivacyLevel level) {
    const auto rule = triage::privacyRuleNamed(name, level);
    auto rules = rule ? loadPrivacy(cellar) : Result<PrivacyRules>(rule.error());
    const auto known = rules ? checkAccount(cellar, *rule) : Result<void>(rules.error());
    if (!known) {
        return known.error();
    }
    triage::setPrivacyRule(*rules, *rule);
    const auto saved = savePrivacy(
        cellar, *rules,
        QStringLiteral("What leaves of %1: %2").arg(triage::privacyName(*rule), triage::privacyWord(level)));
    return saved ? rule : Result<triage::PrivacyRule>(saved.error());
}

Result<triage::PrivacyRule> removePrivacy(Cellar& cellar, const QString& name) {
    const auto wanted = triage::privacyRuleNamed(name, triage::PrivacyLevel::Full);
    auto rules = wanted ? loadPrivacy(cellar) : Result<PrivacyRules>(wanted.error());
    if (!rules) {
        return rules.error();
    }
    const auto found = std::find_if(rules->begin(), rules->end(), [&](const triage::PrivacyRule& one) {
        return triage::privacyName(one).compare(triage::privacyName(*wanted), Qt::CaseInsensitive) == 0;
    });
    if (found == rules->end()) {
        return Error{ErrorKind::NotFound, QStringLiteral("no rule on %1").arg(triage::privacyName(*wanted)),
                     QStringLiteral("privacy list shows them all.")};
    }
    const triage::PrivacyRule gone = *found;
    rules->erase(found);
    const auto saved =
        savePrivacy(cellar, *rules, QStringLiteral("No rule on what leaves of %1").arg(triage::privacyName(gone)));
    return saved ? Result<triage::PrivacyRule>(gone) : Result<triage::PrivacyRule>(saved.error());
}

Result<PrivacyBook> PrivacyBook::load(Cellar& cellar) {
    auto rules = loadPrivacy(cellar);
    const auto accounts = storage::AccountStore(*cellar.database).list();
    if (!rules || !accounts) {
        return !rules ? rules.error() : accounts.error();
    }
    PrivacyBook book;
    book.m_rules = std::move(*rules);
    for (const Account& account : *accounts) {
        book.m_accounts.insert(account.id.value, account.address);
    }
    return book;
}

triage::PrivacyLevel PrivacyBook::levelOf(const Message& message) const {
    return triage::privacyOf(m_rules, message, m_accounts.value(message.account.value));
}

}  // namespace kith::service
