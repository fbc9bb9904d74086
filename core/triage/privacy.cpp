// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/privacy.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

struct LevelWord {
    PrivacyLevel level;
    const char* word;
};
constexpr std::array<LevelWord, 3> kLevels{
    {{PrivacyLevel::Full, "full"}, {PrivacyLevel::Redacted, "redacted"}, {PrivacyLevel::LocalOnly, "local-only"}}};

struct ScopeWord {
    PrivacyScope scope;
    const char* word;
};
constexpr std::array<ScopeWord, 4> kScopes{{{PrivacyScope::Everything, "everything"},
                                            {PrivacyScope::Account, "account"},
                                            {PrivacyScope::Domain, "domain"},
                                            {PrivacyScope::Label, "label"}}};

bool isWithin(const QString& host, const QString& domain) {
    return host == domain || host.endsWith(u'.' + domain);
}

bool anyWithin(const Addresses& addresses, const QString& domain) {
    return std::any_of(addresses.begin(), addresses.end(),
                       [&](const Address& one) { return isWithin(addressDomain(one.address), domain); });
}

bool speaksAbout(const PrivacyRule& rule, const Message& message, const QString& account) {
    switch (rule.scope) {
    case PrivacyScope::Everything:
        return false;
    case PrivacyScope::Account:
        return !account.isEmpty() && account.compare(rule.value, Qt::CaseInsensitive) == 0;
    case PrivacyScope::Domain:
        return isWithin(addressDomain(message.from.address), rule.value) || anyWithin(message.to, rule.value) ||
               anyWithin(message.cc, rule.value) || anyWithin(message.replyTo, rule.value);
    case PrivacyScope::Label:
        return message.labels.contains(rule.value, Qt::CaseInsensitive);
    }
    return false;
}

Error privacyTrouble(const QString& detail) {
    return {ErrorKind::Malformed, detail,
            QStringLiteral("Name everything, account:ADDRESS, domain:NAME or label:NAME.")};
}

Result<QString> normalValue(PrivacyScope scope, const QString& given) {
    QString value = given.trimmed();
    if (scope == PrivacyScope::Domain) {
        value = value.startsWith(u'@') ? value.mid(1).toLower() : value.toLower();
        static const QRegularExpression domain(QStringLiteral(R"(^[\w\-]+(\.[\w\-]+)*$)"),
                                               QRegularExpression::UseUnicodePropertiesOption);
        if (!domain.match(value).hasMatch()) {
            return privacyTrouble(QStringLiteral("\"%1\" is no domain").arg(given));
        }
    }
    if (scope == PrivacyScope::Account && value.indexOf(u'@') < 1) {
        return privacyTrouble(QStringLiteral("\"%1\" is no address of an account").arg(given));
    }
    if (value.isEmpty() != (scope == PrivacyScope::Everything)) {
        return privacyTrouble(scope == PrivacyScope::Everything ? QStringLiteral("everything takes no name")
                                                                : QStringLiteral("the name is missing"));
    }
    return value;
}

}  // namespace

QString privacyWord(PrivacyLevel level) {
    return QLatin1String(kLevels.at(static_cast<size_t>(level)).word);
}

std::optional<PrivacyLevel> privacyLevelOf(const QString& word) {
    const auto found = std::find_if(kLevels.begin(), kLevels.end(),
                                    [&](const LevelWord& one) { return word == QLatin1String(one.word); });
    return found == kLevels.end() ? std::nullopt : std::optional(found->level);
}

QString privacyName(const PrivacyRule& rule) {
    const QString scope = QLatin1String(kScopes.at(static_cast<size_t>(rule.scope)).word);
    return rule.value.isEmpty() ? scope : scope + u':' + rule.value;
}

Result<PrivacyRule> privacyRuleNamed(const QString& name, PrivacyLevel level) {
    const QString word = name.section(u':', 0, 0).trimmed().toLower();
    for (const ScopeWord& scope : kScopes) {
        if (word == QLatin1String(scope.word)) {
            const auto value = normalValue(scope.scope, name.section(u':', 1));
            return value ? Result<PrivacyRule>(PrivacyRule{scope.scope, *value, level})
                         : Result<PrivacyRule>(value.error());
        }
    }
    return privacyTrouble(QStringLiteral("nothing is called \"%1\" here").arg(word));
}

PrivacyLevel privacyOf(const std::vector<PrivacyRule>& rules, const Message& message, const QString& account) {
    std::optional<PrivacyLevel> strictest;
    PrivacyLevel otherwise = PrivacyLevel::Full;
    for (const PrivacyRule& rule : rules) {
        if (rule.scope == PrivacyScope::Everything) {
            otherwise = rule.level;
        } else if (speaksAbout(rule, message, account)) {
            strictest = std::max(strictest.value_or(rule.level), rule.level);
        }
    }
    return strictest.value_or(otherwise);
}

void setPrivacyRule(std::vector<PrivacyRule>& rules, const PrivacyRule& rule) {
    const QString name = privacyName(rule);
    const auto same = std::find_if(rules.begin(), rules.end(), [&](const PrivacyRule& one) {
        return privacyName(one).compare(name, Qt::CaseInsensitive) == 0;
    });
    if (same == rules.end()) {
        rules.push_back(rule);
    } else {
        *same = rule;
    }
}

QJsonArray toJson(const std::vector<PrivacyRule>& rules) {
    QJsonArray list;
    for (const PrivacyRule& rule : rules) {
        list.append(
            QJsonObject{{QStringLiteral("scope"), QLatin1String(kScopes.at(static_cast<size_t>(rule.scope)).word)},
                        {QStringLiteral("value"), rule.value},
                        {QStringLiteral("level"), privacyWord(rule.level)}});
    }
    return list;
}

Result<std::vector<PrivacyRule>> privacyRulesFromJson(const QJsonArray& stored) {
    std::vector<PrivacyRule> rules;
    for (const QJsonValue& entry : stored) {
        const auto level = privacyLevelOf(entry[QStringLiteral("level")].toString());
        const QString value = entry[QStringLiteral("value")].toString();
        const QString scope = entry[QStringLiteral("scope")].toString();
        auto rule =
            privacyRuleNamed(value.isEmpty() ? scope : scope + u':' + value, level.value_or(PrivacyLevel::LocalOnly));
        if (!rule) {
            return rule.error();
        }
        rules.push_back(*rule);
    }
    return rules;
}

}  // namespace kith::triage
