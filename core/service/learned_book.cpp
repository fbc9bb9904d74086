// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/learned_book.h"

#include "core/service/mark_lessons.h"
#include "core/service/preferences_book.h"
#include "core/triage/rules.h"

#include <algorithm>
#include <map>

namespace kith::service {

namespace {

constexpr int kLearnedLookedAt = 2000;
constexpr int kLearnedPage = 500;
constexpr int kMarksShown = 200;

bool sameRule(const PreferenceRule& a, const PreferenceRule& b) {
    return a.group == b.group && a.keywords == b.keywords && a.fields == b.fields && a.minPriority == b.minPriority &&
           a.maxPriority == b.maxPriority;
}

bool opposed(const PreferenceRule& floor, const PreferenceRule& cap) {
    return floor.minPriority && cap.maxPriority && *floor.minPriority > *cap.maxPriority;
}

/// Each of the newest messages of others; look: false ends it.
template <class Look>
Result<int> eachOfNewest(Cellar& cellar, Look look) {
    int seen = 0;
    for (MessageId before; seen < kLearnedLookedAt;) {
        const auto ids = cellar.messages.newest(before, kLearnedPage);
        const auto messages = ids ? cellar.messages.messages(*ids) : Result<std::vector<Message>>(ids.error());
        if (!messages) {
            return messages.error();
        }
        for (const Message& message : *messages) {
            ++seen;
            if (!message.fromOwner) {
                look(message);
            }
        }
        if (ids->size() < static_cast<size_t>(kLearnedPage)) {
            break;
        }
        before = ids->back();
    }
    return seen;
}

using ConflictMap = std::map<std::pair<size_t, size_t>, PreferenceConflict>;

void noteConflicts(const LearnedView& view, const triage::RuleOutcome& outcome, const Message& message,
                   ConflictMap& conflicts) {
    for (const triage::FiredRule& one : outcome.fired) {
        for (const triage::FiredRule& other : outcome.fired) {
            if (one.index == other.index || !opposed(view.rules[one.index].rule, view.rules[other.index].rule)) {
                continue;
            }
            PreferenceConflict& conflict = conflicts[{one.index, other.index}];
            if (conflict.messages++ == 0) {
                conflict.example = message.subject;
                conflict.thread = message.thread;
                conflict.comesOut = outcome.applied(Priority::Medium);
            }
        }
    }
}

/// Of the same field and word, also where no mail shows it yet.
void noteBareConflicts(const LearnedView& view, ConflictMap& conflicts) {
    for (size_t one = 0; one < view.rules.size(); ++one) {
        for (size_t other = 0; other < view.rules.size(); ++other) {
            const PreferenceRule& a = view.rules[one].rule;
            const PreferenceRule& b = view.rules[other].rule;
            const bool shared =
                a.fields == b.fields && std::any_of(a.keywords.begin(), a.keywords.end(), [&b](const QString& word) {
                    return b.keywords.contains(word, Qt::CaseInsensitive);
                });
            if (one != other && shared && opposed(a, b)) {
                conflicts[{one, other}];
            }
        }
    }
}

Result<void> readMarks(Cellar& cellar, LearnedView& view) {
    const auto state = cellar.triage.feedbackState();
    const auto marks = cellar.triage.feedback({}, kMarksShown);
    if (!state || !marks) {
        return !state ? state.error() : marks.error();
    }
    view.marksTotal = state->entries;
    for (const Feedback& mark : *marks) {
        const auto message = cellar.messages.message(mark.message);
        if (!message) {
            return message.error();
        }
        if (*message) {
            view.marks.push_back({mark, (*message)->thread, (*message)->from, (*message)->subject});
        }
    }
    return {};
}

Result<Feedback> needMark(Cellar& cellar, FeedbackId id) {
    const auto found = cellar.triage.feedback(FeedbackId{id.value + 1}, 1);
    if (!found) {
        return found.error();
    }
    if (found->empty() || found->front().id != id) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no mark %1 any more").arg(id.value), {}};
    }
    return found->front();
}

/// The sender's or domain's rule that this mark made goes or changes with it; true where there was one.
bool changeRuleOfMark(Preferences& preferences, const Message& message, const Feedback& mark,
                      std::optional<Priority> becomes) {
    const bool domain = mark.scope == FeedbackScope::Domain;
    if (!domain && mark.scope != FeedbackScope::Sender) {
        return false;
    }
    const QString keyword = domain ? addressDomain(message.from.address) : addressKey(message.from.address);
    const QString field = domain ? QStringLiteral("domain") : QStringLiteral("sender");
    const auto made = std::find_if(preferences.rules.begin(), preferences.rules.end(), [&](const PreferenceRule& rule) {
        return rule.group == RuleGroup::Override && rule.fields == QStringList{field} &&
               rule.keywords == QStringList{keyword} && rule.minPriority == mark.assigned &&
               rule.maxPriority == mark.assigned;
    });
    if (made == preferences.rules.end()) {
        return false;
    }
    if (becomes) {
        made->minPriority = made->maxPriority = becomes;
    } else {
        preferences.rules.erase(made);
    }
    return true;
}

Result<Receipt> finished(Cellar& cellar, TriageService& triage, storage::ChangeWriter& change,
                         const std::vector<MessageId>& again, const QString& summary) {
    if (const auto taught = triage.loadMarks(); !taught) {
        return taught.error();
    }
    const auto ids = withNewest(cellar, again);
    const auto scored = ids ? triage.scoreInto(change, *ids) : Result<TriageReport>(ids.error());
    const auto done = scored ? change.commit() : Result<ChangeId>(scored.error());
    return done
               ? Result<Receipt>(Receipt{*done, QStringLiteral("learned"), static_cast<int>(again.size()), summary, {}})
               : Result<Receipt>(done.error());
}

}  // namespace

Result<LearnedView> readLearned(Cellar& cellar, TriageService& triage) {
    const auto preferences = loadPreferences(cellar);
    const auto shift = acceptedShift(cellar);
    auto suggestions = cellar.suggestions.list({});
    if (!preferences || !shift || !suggestions) {
        return !preferences ? preferences.error() : !shift ? shift.error() : suggestions.error();
    }
    LearnedView view;
    view.shift = *shift;
    view.suggestions = std::move(*suggestions);
    for (size_t i = 0; i < preferences->rules.size(); ++i) {
        view.rules.push_back({i, preferences->rules[i], 0, 0, 0});
    }
    if (const auto read = readMarks(cellar, view); !read) {
        return read.error();
    }
    QHash<qint64, Priority> marked;
    for (auto one = view.marks.rbegin(); one != view.marks.rend(); ++one) {
        marked.insert(one->mark.message.value, one->mark.assigned);
    }
    const triage::RuleMatcher matcher(*preferences);
    ConflictMap conflicts;
    const auto looked = eachOfNewest(cellar, [&](const Message& message) {
        const auto outcome = matcher.match(ruleFieldsOf(message, triage));
        for (const triage::FiredRule& fired : outcome.fired) {
            LearnedRule& rule = view.rules[fired.index];
            ++rule.holdsFor;
            const auto mark = marked.constFind(message.id.value);
            const bool against = mark != marked.cend() && ((rule.rule.minPriority && *mark < *rule.rule.minPriority) ||
                                                           (rule.rule.maxPriority && *mark > *rule.rule.maxPriority));
            rule.markedAgainst += against ? 1 : 0;
        }
        for (const size_t at : outcome.deciding) {
            ++view.rules[outcome.fired[at].index].decides;
        }
        noteConflicts(view, outcome, message, conflicts);
    });
    if (!looked) {
        return looked.error();
    }
    view.lookedAt = *looked;
    noteBareConflicts(view, conflicts);
    for (auto& [pair, conflict] : conflicts) {
        conflict.one = pair.first;
        conflict.other = pair.second;
        view.conflicts.push_back(conflict);
    }
    return view;
}

Result<Receipt> changePreference(Cellar& cellar, TriageService& triage, size_t index, const PreferenceRule& was,
                                 const std::optional<PreferenceRule>& becomes) {
    auto preferences = loadPreferences(cellar);
    if (!preferences) {
        return preferences.error();
    }
    if (index >= preferences->rules.size() || !sameRule(preferences->rules[index], was)) {
        return Error{ErrorKind::Conflict, QStringLiteral("these preferences were changed meanwhile"), {}};
    }
    std::vector<MessageId> again;
    const triage::RuleMatcher matcher(Preferences{1, becomes ? std::vector{was, *becomes} : std::vector{was}});
    const auto looked = eachOfNewest(cellar, [&](const Message& message) {
        if (!matcher.match(ruleFieldsOf(message, triage)).fired.empty()) {
            again.push_back(message.id);
        }
    });
    if (!looked) {
        return looked.error();
    }
    const QString summary =
        (becomes ? QStringLiteral("Change the preference for %1") : QStringLiteral("Remove the preference for %1"))
            .arg(was.keywords.join(QStringLiteral(", ")));
    storage::ChangeWriter change(*cellar.database,
                                 {becomes ? QStringLiteral("preference.changed") : QStringLiteral("preference.removed"),
                                  QStringLiteral("user"),
                                  {},
                                  {},
                                  summary,
                                  {},
                                  true});
    if (becomes) {
        preferences->rules[index] = *becomes;
    } else {
        preferences->rules.erase(preferences->rules.begin() + static_cast<std::ptrdiff_t>(index));
    }
    savePreferences(change, cellar, std::move(*preferences));
    return finished(cellar, triage, change, again, summary);
}

Result<Receipt> changeMark(Cellar& cellar, TriageService& triage, FeedbackId id, std::optional<Priority> becomes) {
    const auto mark = needMark(cellar, id);
    const auto message = mark ? cellar.messages.message(mark->message) : Result<std::optional<Message>>(mark.error());
    auto preferences = loadPreferences(cellar);
    if (!message || !preferences) {
        return !message ? message.error() : preferences.error();
    }
    std::vector<MessageId> again{mark->message};
    if (*message) {
        const auto others = cellar.messages.fromDomain(addressDomain((*message)->from.address), {}, kLearnedPage);
        if (!others) {
            return others.error();
        }
        again.insert(again.end(), others->begin(), others->end());
    }
    const QString summary = becomes ? QStringLiteral("Change a mark to priority %1").arg(shownKey(*becomes))
                                    : QStringLiteral("Remove a mark");
    storage::ChangeWriter change(*cellar.database,
                                 {becomes ? QStringLiteral("feedback.changed") : QStringLiteral("feedback.removed"),
                                  QStringLiteral("user"),
                                  QStringLiteral("message:%1").arg(mark->message.value),
                                  {},
                                  summary,
                                  {},
                                  true});
    const QJsonObject key{{QStringLiteral("id"), id.value}};
    if (becomes) {
        change.updateRow("feedback", key, {{QStringLiteral("assigned"), static_cast<int>(*becomes)}});
    } else {
        change.deleteRow("feedback", key);
    }
    if (*message && changeRuleOfMark(*preferences, **message, *mark, becomes)) {
        savePreferences(change, cellar, std::move(*preferences));
    }
    std::sort(again.begin(), again.end());
    again.erase(std::unique(again.begin(), again.end()), again.end());
    return finished(cellar, triage, change, again, summary);
}

}  // namespace kith::service
