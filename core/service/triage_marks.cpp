// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mark_lessons.h"
#include "core/service/model_scoring.h"
#include "core/service/preferences_book.h"
#include "core/service/triage_service.h"
#include "core/triage/model_prompt.h"

#include <QSet>

namespace kith::service {

namespace {

constexpr int kMarkPage = 500;

}  // namespace

void TriageService::hear(MessageId message, triage::ModelAnswer answer, bool cached) {
    m_judge.voices.insert(message.value, {std::move(answer), cached});
}

/// Answers of the model and prompt in use; those of others stay stored and silent.
Result<void> TriageService::loadVoices() {
    m_judge.voices.clear();
    const auto settings = modelSettings(m_cellar);
    if (!settings) {
        return settings.error();
    }
    const auto words = m_cellar.models.all({settings->model, triage::classifyVersion()});
    const auto heard = m_cellar.models.lastAnswer();
    if (!words || !heard) {
        return !words ? words.error() : heard.error();
    }
    m_voicesHeard = *heard;
    for (const storage::ModelWord& word : *words) {
        if (auto answer = triage::modelAnswerFromJson(word.answer)) {
            hear(word.message, std::move(*answer), word.cached);
        }
    }
    return {};
}

Result<void> TriageService::loadRules() {
    const auto preferences = loadPreferences(m_cellar);
    if (!preferences) {
        return preferences.error();
    }
    const auto ruled = m_cellar.rules.priorities();
    if (!ruled) {
        return ruled.error();
    }
    m_judge.ruled.clear();
    for (const storage::RulePriority& one : *ruled) {
        m_judge.ruled.insert(one.message.value, {one.priority, one.ruleName});
    }
    m_judge.rules = triage::RuleMatcher(*preferences);
    return {};
}

Result<void> TriageService::loadMarks() {
    if (const auto voices = loadVoices(); !voices) {
        return voices;
    }
    const auto addresses = m_cellar.owners.addresses();
    if (!addresses) {
        return addresses.error();
    }
    m_judge.owners = OwnerBook(*addresses);
    if (const auto rules = loadRules(); !rules) {
        return rules;
    }
    const auto budget = errorBudget(m_cellar);
    const auto checks = spotChecksFrom(m_cellar, m_clock.now());
    const auto shift = acceptedShift(m_cellar);
    if (!budget || !checks || !shift) {
        return !budget ? budget.error() : !checks ? checks.error() : shift.error();
    }
    m_judge.shift = *shift;
    m_judge.errorBudget = *budget;
    m_judge.checksFrom = *checks;
    return loadFeedback();
}

Result<void> TriageService::teach(const Feedback& mark) {
    const auto message = m_cellar.messages.message(mark.message);
    const auto stored = m_cellar.signs.of(mark.message);
    if (!message || !stored) {
        return !message ? message.error() : stored.error();
    }
    if (*message) {  // else the mail is gone; its lesson goes with it
        const auto signs = triage::signalsFromBytes(stored->value_or(QByteArray()));
        const triage::Signals none;
        teachMark(m_judge, mark, m_judge.input(**message, signs ? *signs : none, dealingsOf(**message)));
    }
    return {};
}

/// Platt scaling for each model and prompt version that spoke about marked mail; the newest mark on a message counts.
void TriageService::calibrateModels(const std::vector<Feedback>& marks) {
    QHash<QString, std::vector<triage::MarkedAnswer>> heard;
    QSet<qint64> seen;
    for (const Feedback& mark : marks) {
        const auto voice = m_judge.voices.constFind(mark.message.value);
        if (voice == m_judge.voices.cend() || seen.contains(mark.message.value)) {
            continue;
        }
        seen.insert(mark.message.value);
        heard[triage::FusionState::key(voice->answer.model, voice->answer.promptVersion)].push_back(
            {triage::importanceOf(voice->answer), triage::lessonOfMark(mark.assigned).target});
    }
    for (auto it = heard.cbegin(); it != heard.cend(); ++it) {
        m_judge.fusion.calibrations.insert(it.key(), triage::calibrateModel(it.value()));
    }
}

Result<void> TriageService::loadFeedback() {
    m_judge.fusion = {};
    m_judge.marks.clear();
    m_judge.judged.clear();
    m_judge.answered.clear();
    m_judge.state = m_judge.behaviour;
    const auto state = m_cellar.triage.feedbackState();
    if (!state) {
        return state.error();
    }
    std::vector<Feedback> all;
    for (FeedbackId before{};;) {
        const auto page = m_cellar.triage.feedback(before, kMarkPage);
        if (!page) {
            return page.error();
        }
        if (page->empty()) {
            break;
        }
        before = page->back().id;
        all.insert(all.end(), page->begin(), page->end());
    }
    calibrateModels(all);
    for (auto it = all.rbegin(); it != all.rend(); ++it) {  // oldest first
        if (const auto taught = teach(*it); !taught) {
            return taught;
        }
    }
    m_taught = *state;
    weighMarks(m_judge);
    return {};
}

Result<void> TriageService::takeMark(const Feedback& stored) {
    const auto state = m_cellar.triage.feedbackState();
    const auto heard = m_cellar.models.lastAnswer();
    if (!state || !heard) {
        return !state ? state.error() : heard.error();
    }
    const bool oneMore = state->entries == m_taught.entries + 1 && state->newest == stored.id;
    if (!oneMore || *heard != m_voicesHeard) {
        return loadMarks();
    }
    if (const auto rules = loadRules(); !rules) {
        return rules;
    }
    if (const auto taught = teach(stored); !taught) {
        return taught;
    }
    m_taught = *state;
    weighMarks(m_judge);
    return {};
}

}  // namespace kith::service
