// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/preferences_book.h"

#include <QJsonArray>

namespace kith::service {

namespace {

const QString& preferencesKey() {
    static const QString key = QStringLiteral("preferences");
    return key;
}

QString groupKey(RuleGroup group) {
    switch (group) {
    case RuleGroup::Override:
        return QStringLiteral("override_rules");
    case RuleGroup::HighPriority:
        return QStringLiteral("high_priority_sources");
    case RuleGroup::LowPriority:
        return QStringLiteral("low_priority_sources");
    case RuleGroup::Newsletter:
        return QStringLiteral("newsletter_defaults");
    }
    return {};
}

QJsonObject ruleJson(const PreferenceRule& rule) {
    QJsonObject json{{QStringLiteral("keywords"), QJsonArray::fromStringList(rule.keywords)}};
    if (!rule.fields.isEmpty()) {
        json.insert(QStringLiteral("fields"), QJsonArray::fromStringList(rule.fields));
    }
    if (rule.group == RuleGroup::Newsletter) {
        json.insert(QStringLiteral("default_priority"), static_cast<int>(rule.maxPriority.value_or(Priority::VeryLow)));
    } else {
        if (rule.minPriority) {
            json.insert(QStringLiteral("min_priority"), static_cast<int>(*rule.minPriority));
        }
        if (rule.maxPriority) {
            json.insert(QStringLiteral("max_priority"), static_cast<int>(*rule.maxPriority));
        }
    }
    if (!rule.reason.isEmpty()) {
        json.insert(QStringLiteral("reason"), rule.reason);
    }
    return json;
}

Result<std::optional<Priority>> priorityField(const QJsonObject& json, const char* name) {
    const QJsonValue value = json.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        return std::optional<Priority>{};
    }
    const int number = value.toInt(-1);
    if (number < 0 || number > 4) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("%1 is not a priority from 0 to 4").arg(QLatin1String(name)), {}};
    }
    return std::optional<Priority>{static_cast<Priority>(number)};
}

QStringList wordList(const QJsonObject& json, const char* name) {
    QStringList words;
    for (const QJsonValue& value : json.value(QLatin1String(name)).toArray()) {
        words << value.toString();
    }
    return words;
}

Result<PreferenceRule> ruleFromJson(RuleGroup group, const QString& name, const QJsonObject& json) {
    PreferenceRule rule;
    rule.group = group;
    rule.name = name;
    rule.keywords = wordList(json, "keywords");
    rule.fields = wordList(json, "fields");
    rule.reason = json.value(QStringLiteral("reason")).toString();
    if (rule.keywords.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("a rule in %1 has no keywords").arg(groupKey(group)), {}};
    }
    const auto low = priorityField(json, "min_priority");
    const auto high = priorityField(json, group == RuleGroup::Newsletter ? "default_priority" : "max_priority");
    if (!low || !high) {
        return !low ? low.error() : high.error();
    }
    rule.minPriority = group == RuleGroup::Newsletter ? *high : *low;
    rule.maxPriority = *high;
    return rule;
}

}  // namespace

QJsonObject toJson(const Preferences& preferences) {
    QJsonObject newsletters;
    QJsonObject document{{QStringLiteral("version"), preferences.version}};
    for (const RuleGroup group : {RuleGroup::Override, RuleGroup::HighPriority, RuleGroup::LowPriority}) {
        QJsonArray list;
        for (const PreferenceRule& rule : preferences.rules) {
            if (rule.group == group) {
                list.append(ruleJson(rule));
            }
        }
        document.insert(groupKey(group), list);
    }
    for (const PreferenceRule& rule : preferences.rules) {
        if (rule.group == RuleGroup::Newsletter) {
            newsletters.insert(rule.name, ruleJson(rule));
        }
    }
    document.insert(groupKey(RuleGroup::Newsletter), newsletters);
    return document;
}

Result<Preferences> preferencesFromJson(const QJsonObject& document) {
    Preferences preferences;
    preferences.version = document.value(QStringLiteral("version")).toInt();
    const auto take = [&preferences](RuleGroup group, const QString& name, const QJsonValue& value) -> Result<void> {
        auto rule = ruleFromJson(group, name, value.toObject());
        if (!rule) {
            return rule.error();
        }
        preferences.rules.push_back(std::move(*rule));
        return {};
    };
    for (const RuleGroup group : {RuleGroup::Override, RuleGroup::HighPriority, RuleGroup::LowPriority}) {
        for (const QJsonValue& value : document.value(groupKey(group)).toArray()) {
            if (const auto taken = take(group, {}, value); !taken) {
                return taken.error();
            }
        }
    }
    const QJsonObject newsletters = document.value(groupKey(RuleGroup::Newsletter)).toObject();
    for (auto it = newsletters.begin(); it != newsletters.end(); ++it) {
        if (const auto taken = take(RuleGroup::Newsletter, it.key(), it.value()); !taken) {
            return taken.error();
        }
    }
    return preferences;
}

Result<Preferences> loadPreferences(Cellar& cellar) {
    const auto document = cellar.settings.object(preferencesKey());
    if (!document) {
        return document.error();
    }
    return preferencesFromJson(*document);
}

void savePreferences(storage::ChangeWriter& change, Cellar& cellar, Preferences preferences) {
    ++preferences.version;
    cellar.settings.set(change, preferencesKey(), toJson(preferences));
}

void setSenderRule(Preferences& preferences, const Message& message, FeedbackScope scope, Priority assigned) {
    const bool wholeDomain = scope == FeedbackScope::Domain;
    const QString keyword = wholeDomain ? addressDomain(message.from.address) : addressKey(message.from.address);
    const QString field = wholeDomain ? QStringLiteral("domain") : QStringLiteral("sender");
    std::erase_if(preferences.rules, [&](const PreferenceRule& rule) {
        return rule.group == RuleGroup::Override && rule.fields == QStringList{field} &&
               rule.keywords == QStringList{keyword};
    });
    PreferenceRule rule;
    rule.group = RuleGroup::Override;
    rule.fields = {field};
    rule.keywords = {keyword};
    rule.minPriority = assigned;
    rule.maxPriority = assigned;
    rule.reason = QStringLiteral("You said so of a message from %1.").arg(keyword);
    preferences.rules.push_back(rule);
}

}  // namespace kith::service
