// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/suggestion_service.h"

#include "core/service/mark_lessons.h"
#include "core/service/past_treatment.h"
#include "core/service/preferences_book.h"
#include "core/triage/calibration.h"
#include "core/triage/rule_suggester.h"

namespace kith::service {

namespace {

constexpr int kTriedOn = 3000;  ///< newest messages that a suggestion is tried on
constexpr int kTryPage = 500;

QString weightType() {
    return QStringLiteral("adjust_weight");
}

Result<std::vector<Feedback>> allFeedback(Cellar& cellar) {
    std::vector<Feedback> all;
    for (FeedbackId before{};;) {
        const auto page = cellar.triage.feedback(before, kTryPage);
        if (!page || page->empty()) {
            return page ? Result<std::vector<Feedback>>(std::move(all)) : page;
        }
        before = page->back().id;
        all.insert(all.end(), page->begin(), page->end());
    }
}

QStringList topicsIn(const QString& words) {
    QStringList topics;
    for (const QString& word : words.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        topics << word.trimmed();
    }
    return topics;
}

Result<std::vector<triage::Correction>> correctionsOf(Cellar& cellar, TriageService& triage,
                                                      const std::vector<Feedback>& all) {
    std::vector<triage::Correction> corrections;
    for (const Feedback& entry : all) {
        const auto message = cellar.messages.message(entry.message);
        if (!message) {
            return message.error();
        }
        if (!*message) {
            continue;
        }
        triage::Correction correction;
        correction.assigned = entry.assigned;
        correction.suggested = entry.suggested;
        correction.sender = addressKey((*message)->from.address);
        correction.domain = addressDomain((*message)->from.address);
        correction.topics = topicsIn(entry.addToTopics);
        correction.source = entry.addToSource;
        correction.comment = entry.comment;
        const auto voice = triage.judge().voices.constFind(entry.message.value);
        if (voice != triage.judge().voices.cend()) {
            correction.topics << voice->answer.topics;
            correction.source = correction.source.isEmpty() ? voice->answer.source : correction.source;
        }
        corrections.push_back(std::move(correction));
    }
    return corrections;
}

triage::RuleFields fieldsOf(const Message& message, const Judge& judge) {
    triage::RuleFields fields{
        message.from.address + u' ' + message.from.name, addressDomain(message.from.address), message.subject, {}, {}};
    const auto voice = judge.voices.constFind(message.id.value);
    if (voice != judge.voices.cend()) {
        fields.topics = voice->answer.topics;
        fields.source = voice->answer.source;
    }
    return fields;
}

/// Past messages whose priority the rule would change, newest first.
Result<std::vector<std::pair<Message, Priority>>> touchedBy(Cellar& cellar, TriageService& triage,
                                                            const PreferenceRule& rule) {
    const triage::RuleMatcher matcher(Preferences{1, {rule}});
    std::vector<std::pair<Message, Priority>> touched;
    MessageId before;
    for (int tried = 0; tried < kTriedOn; tried += kTryPage) {
        const auto ids = cellar.messages.newest(before, kTryPage);
        const auto messages = ids ? cellar.messages.messages(*ids) : Result<std::vector<Message>>(ids.error());
        if (!messages) {
            return messages.error();
        }
        for (const Message& message : *messages) {
            const auto outcome = matcher.match(fieldsOf(message, triage.judge()));
            if (message.fromOwner || outcome.fired.empty()) {
                continue;
            }
            const auto stands = cellar.triage.latest(message.id);
            if (!stands) {
                return stands.error();
            }
            const bool open = *stands && (*stands)->decidedBy != DecidedBy::User;
            if (open && outcome.applied((*stands)->priority) != (*stands)->priority) {
                touched.emplace_back(message, outcome.applied((*stands)->priority));
            }
        }
        if (ids->size() < static_cast<size_t>(kTryPage)) {
            break;
        }
        before = ids->back();
    }
    return touched;
}

Result<storage::StoredSuggestion> tried(Cellar& cellar, TriageService& triage, Clock& clock,
                                        const triage::Suggestion& suggestion) {
    const auto touched = touchedBy(cellar, triage, suggestion.rule);
    if (!touched) {
        return touched.error();
    }
    storage::StoredSuggestion stored;
    stored.field = suggestion.rule.fields.value(0);
    stored.keyword = suggestion.rule.keywords.value(0);
    stored.raised = suggestion.rule.minPriority.has_value();
    stored.priority = suggestion.priority;
    stored.support = suggestion.support;
    stored.madeAt = clock.now();
    stored.wouldChange = static_cast<int>(touched->size());
    for (const auto& [message, after] : *touched) {
        ++(treatmentFits(cellar, message, after) ? stored.wouldAgree : stored.wouldDisagree);
    }
    return stored;
}

/// The newest mail whose priority a step on all mail would change.
Result<std::vector<std::pair<Message, Priority>>> movedByStep(Cellar& cellar, double step) {
    const auto ids = cellar.messages.newest({}, kTryPage);
    const auto messages = ids ? cellar.messages.messages(*ids) : Result<std::vector<Message>>(ids.error());
    if (!messages) {
        return messages.error();
    }
    std::vector<std::pair<Message, Priority>> moved;
    for (const Message& message : *messages) {
        const auto stands = message.fromOwner ? Result<std::optional<Decision>>(std::optional<Decision>{})
                                              : cellar.triage.latest(message.id);
        if (!stands) {
            return stands.error();
        }
        const bool open = *stands && (*stands)->decidedBy != DecidedBy::User && (*stands)->decidedBy != DecidedBy::Rule;
        if (const Priority after = open ? priorityOf(triage::sigmoid((*stands)->score + step)) : Priority::Low;
            open && after != (*stands)->priority) {
            moved.emplace_back(message, after);
        }
    }
    return moved;
}

bool isWeight(const storage::StoredSuggestion& suggestion) {
    return suggestion.type == weightType();
}

double stepOf(bool raised) {
    return raised ? triage::kWeightStep : -triage::kWeightStep;
}

Result<storage::StoredSuggestion> triedWeight(Cellar& cellar, Clock& clock,
                                              const triage::WeightSuggestion& suggestion) {
    const auto moved = movedByStep(cellar, stepOf(suggestion.raised));
    if (!moved) {
        return moved.error();
    }
    storage::StoredSuggestion stored;
    stored.type = weightType();
    stored.field = QStringLiteral("bias");
    stored.keyword = QStringLiteral("all mail");
    stored.raised = suggestion.raised;
    stored.priority = suggestion.priority;
    stored.support = suggestion.support;
    stored.madeAt = clock.now();
    stored.wouldChange = static_cast<int>(moved->size());
    for (const auto& [message, after] : *moved) {
        ++(treatmentFits(cellar, message, after) ? stored.wouldAgree : stored.wouldDisagree);
    }
    return stored;
}

PreferenceRule ruleOf(const storage::StoredSuggestion& suggestion) {
    PreferenceRule rule;
    rule.group = RuleGroup::Override;
    rule.fields = {suggestion.field};
    rule.keywords = {suggestion.keyword};
    (suggestion.raised ? rule.minPriority : rule.maxPriority) = suggestion.priority;
    rule.reason = QStringLiteral("You corrected %1 messages that named it.").arg(suggestion.support);
    return rule;
}

Result<void> markAsProcessed(Cellar& cellar) {
    const auto fresh = cellar.triage.unprocessedFeedback(100'000);
    if (!fresh || fresh->empty()) {
        return fresh ? Result<void>() : Result<void>(fresh.error());
    }
    std::vector<FeedbackId> ids;
    for (const Feedback& entry : *fresh) {
        ids.push_back(entry.id);
    }
    return cellar.triage.markProcessed(ids);
}

Result<storage::StoredSuggestion> needSuggestion(Cellar& cellar, qint64 id) {
    const auto found = cellar.suggestions.suggestion(id);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no suggestion %1").arg(id),
                     QStringLiteral("kithctl feedback process lists them.")};
    }
    return **found;
}

}  // namespace

Result<ProcessedFeedback> processFeedback(Cellar& cellar, TriageService& triage, Clock& clock) {
    const auto all = allFeedback(cellar);
    const auto preferences = loadPreferences(cellar);
    if (!all || !preferences) {
        return !all ? all.error() : preferences.error();
    }
    const auto corrections = correctionsOf(cellar, triage, *all);
    if (!corrections) {
        return corrections.error();
    }
    std::vector<qint64> still;
    for (const triage::Suggestion& made : triage::suggestRules(*corrections, *preferences)) {
        const auto stored = tried(cellar, triage, clock, made);
        const auto proposed = stored ? cellar.suggestions.propose(*stored) : stored;
        if (!proposed) {
            return proposed.error();
        }
        still.push_back(proposed->id);
    }
    if (const auto leaning = triage::suggestWeight(*corrections)) {
        const auto stored = triedWeight(cellar, clock, *leaning);
        const auto proposed = stored ? cellar.suggestions.propose(*stored) : stored;
        if (!proposed) {
            return proposed.error();
        }
        still.push_back(proposed->id);
    }
    if (const auto dropped = cellar.suggestions.dropOthers(still); !dropped) {
        return dropped.error();
    }
    if (const auto marked = markAsProcessed(cellar); !marked) {
        return marked.error();
    }
    auto proposed = cellar.suggestions.list(QStringLiteral("proposed"));
    if (!proposed) {
        return proposed.error();
    }
    return ProcessedFeedback{static_cast<qint64>(all->size()), std::move(*proposed)};
}

Result<AppliedSuggestion> applySuggestion(Cellar& cellar, TriageService& triage, qint64 id) {
    auto suggestion = needSuggestion(cellar, id);
    auto preferences = loadPreferences(cellar);
    if (!suggestion || !preferences) {
        return !suggestion ? suggestion.error() : preferences.error();
    }
    if (suggestion->state == QStringLiteral("applied")) {
        return Error{ErrorKind::Conflict, QStringLiteral("suggestion %1 is applied already").arg(id), {}};
    }
    const auto touched = isWeight(*suggestion) ? movedByStep(cellar, stepOf(suggestion->raised))
                                               : touchedBy(cellar, triage, ruleOf(*suggestion));
    const auto shift = acceptedShift(cellar);
    if (!touched || !shift) {
        return !touched ? touched.error() : shift.error();
    }
    std::vector<MessageId> ids;
    for (const auto& [message, after] : *touched) {
        ids.push_back(message.id);
    }
    storage::ChangeWriter change(*cellar.database,
                                 {QStringLiteral("suggestion.applied"),
                                  QStringLiteral("user"),
                                  QStringLiteral("suggestion:%1").arg(id),
                                  {},
                                  isWeight(*suggestion)
                                      ? QStringLiteral("Let all mail count a little %1")
                                            .arg(suggestion->raised ? QStringLiteral("more") : QStringLiteral("less"))
                                      : QStringLiteral("Accept the rule for %1").arg(suggestion->keyword),
                                  {},
                                  true});
    if (isWeight(*suggestion)) {
        setAcceptedShift(change, cellar, *shift + stepOf(suggestion->raised));
    } else {
        preferences->rules.push_back(ruleOf(*suggestion));
        savePreferences(change, cellar, std::move(*preferences));
    }
    cellar.suggestions.setState(change, id, QStringLiteral("applied"), change.id());
    if (const auto taught = triage.loadMarks(); !taught) {
        return taught.error();
    }
    const auto scored = triage.scoreInto(change, ids);
    if (!scored) {
        return scored.error();
    }
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    suggestion->state = QStringLiteral("applied");
    suggestion->change = *done;
    return AppliedSuggestion{*suggestion, *done, static_cast<qint64>(ids.size())};
}

Result<AppliedSuggestion> setSuggestionAside(Cellar& cellar, qint64 id) {
    auto suggestion = needSuggestion(cellar, id);
    if (!suggestion) {
        return suggestion.error();
    }
    if (suggestion->state == QStringLiteral("applied")) {
        return Error{ErrorKind::Conflict, QStringLiteral("suggestion %1 is applied").arg(id), {}};
    }
    storage::ChangeWriter change(*cellar.database,
                                 {QStringLiteral("suggestion.dismissed"),
                                  QStringLiteral("user"),
                                  QStringLiteral("suggestion:%1").arg(id),
                                  {},
                                  QStringLiteral("Set the suggestion for %1 aside").arg(suggestion->keyword),
                                  {},
                                  true});
    cellar.suggestions.setState(change, id, QStringLiteral("dismissed"), {});
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    suggestion->state = QStringLiteral("dismissed");
    return AppliedSuggestion{*suggestion, *done, 0};
}

triage::RuleFields ruleFieldsOf(const Message& message, TriageService& triage) {
    return fieldsOf(message, triage.judge());
}

Result<std::vector<storage::StoredSuggestion>> suggestionsAbout(Cellar& cellar, TriageService& triage, MessageId id) {
    auto proposed = cellar.suggestions.list(QStringLiteral("proposed"));
    const auto message = cellar.messages.message(id);
    if (!proposed || !message) {
        return !proposed ? proposed : Result<std::vector<storage::StoredSuggestion>>(message.error());
    }
    std::erase_if(*proposed, [&](const storage::StoredSuggestion& one) {
        return isWeight(one) || !*message ||
               triage::RuleMatcher(Preferences{1, {ruleOf(one)}}).match(ruleFieldsOf(**message, triage)).fired.empty();
    });
    return proposed;
}

Result<AppliedSuggestion> revertSuggestion(Cellar& cellar, qint64 id) {
    auto suggestion = needSuggestion(cellar, id);
    if (!suggestion) {
        return suggestion.error();
    }
    if (suggestion->state != QStringLiteral("applied")) {
        return Error{ErrorKind::Conflict, QStringLiteral("suggestion %1 is not applied").arg(id), {}};
    }
    const auto undone = cellar.undo.undo(suggestion->change, QStringLiteral("user"));
    if (!undone) {
        return undone.error();
    }
    suggestion->state = QStringLiteral("proposed");
    return AppliedSuggestion{*suggestion, undone->change, static_cast<qint64>(undone->threads.size())};
}

}  // namespace kith::service
