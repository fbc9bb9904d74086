// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/triage_service.h"

#include "core/service/mailbox_learning.h"
#include "core/service/model_scoring.h"
#include "core/service/preferences_book.h"
#include "core/storage/journal.h"
#include "core/triage/model_prompt.h"

#include <QUuid>

#include <algorithm>
#include <cmath>

namespace kith::service {

namespace {

constexpr int kScoreBatch = 256;
/// A decision is written again only where the eye would see it.
constexpr double kSameImportance = 0.02;
constexpr double kChipThreshold = 0.6;

triage::Signals readSigns(const QByteArray& bytes) {
    auto signs = triage::signalsFromBytes(bytes);
    return signs ? std::move(*signs) : triage::Signals{};
}

bool sameToTheEye(const Decision& a, const Decision& b) {
    return a.priority == b.priority && a.needsReview == b.needsReview && a.decidedBy == b.decidedBy &&
           std::abs(a.importance - b.importance) < kSameImportance;
}

bool sameToTheEye(const storage::SignedMessage& stands, const Decision& fresh) {
    return stands.priority == fresh.priority && stands.needsReview == fresh.needsReview &&
           stands.decidedBy == fresh.decidedBy && std::abs(stands.importance - fresh.importance) < kSameImportance;
}

}  // namespace

void TriageReport::count(const Decision& decision) {
    ++scored;
    needsReview += decision.needsReview ? 1 : 0;
    switch (decision.decidedBy) {
    case DecidedBy::Rule:
        ++byRule;
        break;
    case DecidedBy::Model:
        ++byModel;
        break;
    case DecidedBy::Cache:
        ++byCache;
        break;
    case DecidedBy::Local:
        ++byLocal;
        break;
    case DecidedBy::User:
        ++byUser;
        break;
    }
}

void TriageReport::add(const TriageReport& other) {
    scored += other.scored;
    byRule += other.byRule;
    byModel += other.byModel;
    byCache += other.byCache;
    byLocal += other.byLocal;
    byUser += other.byUser;
    needsReview += other.needsReview;
    failed += other.failed;
}

QStringList chipWords(const Message& message, const triage::Signals& signs) {
    QStringList chips;
    if (signs.aimedAtAssistant) {
        chips << QStringLiteral("assistant");
    }
    const bool bulk = !message.bulk.listId.isEmpty() || !message.bulk.listUnsubscribe.isEmpty();
    if (bulk) {
        chips << QStringLiteral("newsletter");
        return chips;
    }
    int best = -1;
    for (int head = triage::kFirstOpportunity; head < triage::kHeadCount; ++head) {
        const double p = signs.content.probability[static_cast<size_t>(head)];
        if (p >= kChipThreshold && (best < 0 || p > signs.content.probability[static_cast<size_t>(best)])) {
            best = head;
        }
    }
    if (best >= 0 && !signs.aimedAtAssistant && message.bulk.autoSubmitted.isEmpty()) {
        chips << QString(triage::headWord(static_cast<triage::Head>(best)));
    }
    return chips;
}

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
    if (!words) {
        return words.error();
    }
    for (const storage::ModelWord& word : *words) {
        if (auto answer = triage::modelAnswerFromJson(word.answer)) {
            hear(word.message, std::move(*answer), word.cached);
        }
    }
    return {};
}

Result<void> TriageService::loadMarks() {
    if (const auto voices = loadVoices(); !voices) {
        return voices.error();
    }
    m_judge.fusion = {};
    const auto addresses = m_cellar.owners.addresses();
    if (!addresses) {
        return addresses.error();
    }
    m_judge.owners = OwnerBook(*addresses);
    const auto preferences = loadPreferences(m_cellar);
    if (!preferences) {
        return preferences.error();
    }
    m_judge.rules = triage::RuleMatcher(*preferences);
    m_judge.marks.clear();
    m_judge.state = m_judge.behaviour;
    std::vector<Feedback> all;
    for (FeedbackId before{};;) {
        auto page = m_cellar.triage.feedback(before, 500);
        if (!page) {
            return page.error();
        }
        if (page->empty()) {
            break;
        }
        before = page->back().id;
        all.insert(all.end(), page->begin(), page->end());
    }
    for (auto it = all.rbegin(); it != all.rend(); ++it) {  // oldest first
        m_judge.marks.insert(it->message.value, it->assigned);
        const auto message = m_cellar.messages.message(it->message);
        const auto signs = m_cellar.signs.of(it->message);
        if (!message || !signs || !*message) {
            continue;  // the mail is gone; its lesson goes with it
        }
        const auto features =
            triage::features(m_judge.input(**message, readSigns(signs->value_or(QByteArray())), dealingsOf(**message)));
        const triage::Lesson lesson = triage::lessonOfMark(it->assigned);
        if (const auto voice = m_judge.voices.constFind(it->message.value); voice != m_judge.voices.cend()) {
            triage::learnFusion(m_judge.fusion, triage::importanceOf(voice->answer),
                                triage::FusionState::key(voice->answer.model, voice->answer.promptVersion),
                                triage::scoreOf(features, m_judge.state), lesson.target, lesson.weight);
        }
        triage::learn(m_judge.state, features, lesson, true);
    }
    return {};
}

Result<void> TriageService::learn(std::stop_token stop, const Walked& line) {
    const auto addresses = m_cellar.owners.addresses();
    if (!addresses) {
        return addresses.error();
    }
    m_judge.owners = OwnerBook(*addresses);
    const LetterWalk walk = [this, stop](const std::function<bool(const StoredLetter&)>& visit) {
        return m_cellar.signs.walk([&](const storage::SignedMessage& letter) {
            return !stop.stop_requested() && visit({letter.message, readSigns(letter.signs)});
        });
    };
    if (const auto learned = learnFromMailbox(m_judge, walk, line); !learned) {
        return learned.error();
    }
    m_learned = true;
    return loadMarks();
}

storage::DecisionToSave TriageService::decided(const Message& message, const triage::Signals& signs,
                                               const triage::Dealings& dealings) {
    storage::DecisionToSave result;
    result.decision = m_judge.decide(message, signs, dealings);
    result.decision.decidedAt = m_clock.now();
    result.chips = chipWords(message, signs);
    result.inputs = triage::toJson(dealings);
    return result;
}

triage::Dealings TriageService::dealingsOf(const Message& message) {
    const auto stands = m_cellar.triage.latest(message.id);
    if (stands && *stands) {
        const auto inputs = m_cellar.triage.inputs((*stands)->id);
        if (const auto stored = inputs ? triage::dealingsFromJson(*inputs) : std::nullopt) {
            return *stored;
        }
    }
    return Judge::dealings(m_judge.history, message);
}

Result<void> TriageService::save(const std::vector<storage::DecisionToSave>& batch) {
    if (batch.empty()) {
        return {};
    }
    if (m_run.isEmpty()) {
        m_run = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("messages.scored"),
                                                      QStringLiteral("local"),
                                                      QString(),
                                                      m_run,
                                                      QStringLiteral("Score %1 messages").arg(batch.size()),
                                                      {},
                                                      true});
    if (const auto saved = m_cellar.triage.saveRun(change, batch); !saved) {
        return saved.error();
    }
    if (const auto done = change.commit(); !done) {
        return done.error();
    }
    return {};
}

Result<std::vector<storage::DecisionToSave>> TriageService::decideBatch(const std::vector<MessageId>& ids,
                                                                        TriageReport& report) {
    auto messages = m_cellar.messages.messages(ids);
    if (!messages) {
        return messages.error();
    }
    std::vector<storage::DecisionToSave> batch;
    batch.reserve(messages->size());
    for (const Message& message : *messages) {
        if (message.fromOwner) {
            continue;
        }
        const auto signs = m_cellar.signs.of(message.id);
        if (!signs) {
            return signs.error();
        }
        batch.push_back(decided(message, readSigns(signs->value_or(QByteArray())), dealingsOf(message)));
        report.count(batch.back().decision);
    }
    return batch;
}

Result<TriageReport> TriageService::score(Which which, std::stop_token stop, const std::function<void()>& afterBatch) {
    TriageReport report;
    triage::MailHistory history;
    std::vector<storage::DecisionToSave> batch;
    Result<void> saved;
    const auto saveBatch = [&] {
        saved = save(batch);
        batch.clear();
        if (saved && afterBatch) {
            afterBatch();
        }
    };
    const auto visit = [&](const storage::SignedMessage& letter) {
        if (letter.message.fromOwner) {
            history.observeOutgoing(passingOf(letter.message));
            return !stop.stop_requested();
        }
        if (which == Which::Changed || !letter.priority) {
            storage::DecisionToSave fresh =
                decided(letter.message, readSigns(letter.signs), Judge::dealings(history, letter.message));
            report.count(fresh.decision);
            if (!letter.priority || !sameToTheEye(letter, fresh.decision)) {
                batch.push_back(std::move(fresh));
            }
        }
        history.observeIncoming(passingOf(letter.message));
        if (batch.size() >= kScoreBatch) {
            saveBatch();
        }
        return saved && !stop.stop_requested();
    };
    const auto walked = m_cellar.signs.walk(visit);
    if (!walked || !saved) {
        return !walked ? walked.error() : saved.error();
    }
    saveBatch();
    return saved ? Result<TriageReport>(report) : Result<TriageReport>(saved.error());
}

Result<TriageReport> TriageService::scoreInto(storage::ChangeWriter& change, const std::vector<MessageId>& messages) {
    TriageReport report;
    const auto batch = decideBatch(messages, report);
    if (!batch) {
        return batch.error();
    }
    for (const storage::DecisionToSave& fresh : *batch) {
        const auto stands = m_cellar.triage.latest(fresh.decision.message);
        if (stands && *stands && sameToTheEye(**stands, fresh.decision)) {
            continue;
        }
        if (const auto saved = m_cellar.triage.save(change, fresh); !saved) {
            return saved.error();
        }
    }
    return report;
}

Result<TriageReport> TriageService::scoreNow(const std::vector<MessageId>& messages) {
    TriageReport report;
    const auto batch = decideBatch(messages, report);
    const auto saved = batch ? save(*batch) : Result<void>(batch.error());
    if (!saved) {
        return saved.error();
    }
    const auto letters = m_cellar.messages.messages(messages);
    if (!letters) {
        return letters.error();
    }
    for (const Message& letter : *letters) {
        m_judge.history.observeIncoming(passingOf(letter));
    }
    return report;
}

}  // namespace kith::service
