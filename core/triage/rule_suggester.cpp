// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_suggester.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace kith::triage {

namespace {

struct Ground {
    QString field;
    QString keyword;
    bool raised{false};

    bool operator<(const Ground& other) const {
        return std::tie(field, keyword, raised) < std::tie(other.field, other.keyword, other.raised);
    }
};

/// Which corrections speak for a ground.
using Support = std::vector<const Correction*>;

Priority meant(const Correction& correction) {
    const bool unsubscribes = correction.comment.contains(QStringLiteral("unsubscribe"), Qt::CaseInsensitive);
    return unsubscribes ? std::min(correction.assigned, Priority::Medium) : correction.assigned;
}

std::vector<Ground> groundsOf(const Correction& correction) {
    const bool raised = meant(correction) > correction.suggested;
    std::vector<Ground> grounds;
    const auto add = [&](const char* field, const QString& keyword) {
        if (!keyword.trimmed().isEmpty()) {
            grounds.push_back({QLatin1String(field), keyword.trimmed().toLower(), raised});
        }
    };
    add("sender", correction.sender);
    if (!isSharedDomain(correction.domain)) {
        add("domain", correction.domain);
    }
    for (const QString& topic : correction.topics) {
        add("topics", topic);
    }
    add("source", correction.source);
    return grounds;
}

Priority medianOf(const Support& support) {
    std::vector<Priority> said;
    said.reserve(support.size());
    for (const Correction* correction : support) {
        said.push_back(meant(*correction));
    }
    const auto middle = said.begin() + static_cast<std::ptrdiff_t>(said.size() / 2);
    std::nth_element(said.begin(), middle, said.end());
    return *middle;
}

bool isRuleAlready(const Preferences& preferences, const Ground& ground) {
    return std::any_of(preferences.rules.begin(), preferences.rules.end(), [&](const PreferenceRule& rule) {
        const bool looksThere = rule.fields.isEmpty() || rule.fields.contains(ground.field);
        const bool sameWay = ground.raised ? rule.minPriority.has_value() : rule.maxPriority.has_value();
        return looksThere && sameWay && rule.keywords.contains(ground.keyword, Qt::CaseInsensitive);
    });
}

Suggestion suggestionOf(const Ground& ground, const Support& support) {
    Suggestion suggestion;
    suggestion.priority = medianOf(support);
    suggestion.support = static_cast<int>(support.size());
    suggestion.rule.group = RuleGroup::Override;
    suggestion.rule.fields = {ground.field};
    suggestion.rule.keywords = {ground.keyword};
    (ground.raised ? suggestion.rule.minPriority : suggestion.rule.maxPriority) = suggestion.priority;
    suggestion.rule.reason = QStringLiteral("You corrected %1 messages that named it.").arg(suggestion.support);
    return suggestion;
}

/// A wider ground with no more support than a narrower one says nothing new.
bool saidByNarrower(const Support& support, const std::vector<Support>& taken) {
    return std::any_of(taken.begin(), taken.end(), [&support](const Support& narrower) { return narrower == support; });
}

}  // namespace

bool isSharedDomain(const QString& domain) {
    static const QSet<QString> shared{
        QStringLiteral("gmail.com"),   QStringLiteral("googlemail.com"), QStringLiteral("outlook.com"),
        QStringLiteral("hotmail.com"), QStringLiteral("live.com"),       QStringLiteral("yahoo.com"),
        QStringLiteral("aol.com"),     QStringLiteral("icloud.com"),     QStringLiteral("me.com"),
        QStringLiteral("gmx.de"),      QStringLiteral("gmx.net"),        QStringLiteral("web.de"),
        QStringLiteral("proton.me"),   QStringLiteral("protonmail.com"), QStringLiteral("mail.ru"),
        QStringLiteral("yandex.ru"),   QStringLiteral("qq.com"),         QStringLiteral("163.com"),
        QStringLiteral("orange.fr"),   QStringLiteral("free.fr"),        QStringLiteral("t-online.de"),
        QStringLiteral("msn.com"),     QStringLiteral("comcast.net"),    QStringLiteral("libero.it")};
    return shared.contains(domain.toLower());
}

std::vector<Suggestion> suggestRules(const std::vector<Correction>& corrections, const Preferences& preferences) {
    std::vector<Suggestion> suggestions;
    if (corrections.size() < static_cast<size_t>(kEntriesBeforeSuggesting)) {
        return suggestions;
    }
    QMap<Ground, Support> support;
    for (const Correction& correction : corrections) {
        if (meant(correction) == correction.suggested) {
            continue;
        }
        for (const Ground& ground : groundsOf(correction)) {
            Support& speaking = support[ground];
            if (speaking.empty() || speaking.back() != &correction) {
                speaking.push_back(&correction);
            }
        }
    }
    std::vector<Support> taken;
    for (const char* field : {"sender", "domain", "topics", "source"}) {  // narrow before wide
        for (auto it = support.constBegin(); it != support.constEnd(); ++it) {
            const bool enough = it.value().size() >= static_cast<size_t>(kSupportBeforeSuggesting);
            if (it.key().field != QLatin1String(field) || !enough || saidByNarrower(it.value(), taken)) {
                continue;
            }
            taken.push_back(it.value());
            if (!isRuleAlready(preferences, it.key())) {
                suggestions.push_back(suggestionOf(it.key(), it.value()));
            }
        }
    }
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.support > b.support; });
    return suggestions;
}

std::optional<WeightSuggestion> suggestWeight(const std::vector<Correction>& corrections) {
    constexpr double oneWay = 0.8, oneSender = 0.5;
    Support up, down;
    for (const Correction& correction : corrections) {
        if (meant(correction) != correction.suggested) {
            (meant(correction) > correction.suggested ? up : down).push_back(&correction);
        }
    }
    const Support& leaning = up.size() > down.size() ? up : down;
    const auto all = static_cast<double>(up.size() + down.size());
    if (leaning.size() < static_cast<size_t>(kEntriesBeforeSuggesting) ||
        static_cast<double>(leaning.size()) < oneWay * all) {
        return std::nullopt;
    }
    QMap<QString, int> senders;
    for (const Correction* correction : leaning) {
        if (++senders[correction->sender] > oneSender * static_cast<double>(leaning.size())) {
            return std::nullopt;
        }
    }
    return WeightSuggestion{&leaning == &up, static_cast<int>(leaning.size()), medianOf(leaning)};
}

}  // namespace kith::triage
