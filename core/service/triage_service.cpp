// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/triage_service.h"

#include "core/service/judge_memory.h"
#include "core/service/mailbox_learning.h"
#include "core/storage/journal.h"

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
    m_historyMissing = false;
    if (!stop.stop_requested()) {
        (void)rememberJudge(m_cellar, m_judge);  // opened for reading: it is learned again next time
    }
    return loadMarks();
}

Result<void> TriageService::recall(std::stop_token stop) {
    const auto known = recallJudge(m_cellar, m_judge);
    if (!known) {
        return known.error();
    }
    m_learned = m_historyMissing = *known;
    return *known ? loadMarks() : learn(stop);
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

Result<triage::ModelReach> TriageService::modelReach(const Message& message, const triage::ModelAnswer& named) {
    const auto signs = m_cellar.signs.of(message.id);
    return signs ? Result<triage::ModelReach>(m_judge.modelReach(message, readSigns(signs->value_or(QByteArray())),
                                                                 dealingsOf(message), named))
                 : Result<triage::ModelReach>(signs.error());
}

Result<TriageService::Would> TriageService::wouldDecide(const Message& message, const triage::ModelAnswer& answer) {
    const auto stored = m_cellar.signs.of(message.id);
    if (!stored) {
        return stored.error();
    }
    const triage::Signals signs = readSigns(stored->value_or(QByteArray()));
    const triage::Dealings dealings = dealingsOf(message);
    const auto voice = m_judge.voices.constFind(message.id.value);
    const ModelVoice other{answer, false};
    return Would{m_judge.decideWith(message, signs, dealings, voice == m_judge.voices.cend() ? nullptr : &*voice),
                 m_judge.decideWith(message, signs, dealings, &other)};
}

std::optional<triage::Dealings> TriageService::storedDealings(const Message& message) {
    const auto stands = m_cellar.triage.latest(message.id);
    if (stands && *stands) {
        const auto inputs = m_cellar.triage.inputs((*stands)->id);
        if (const auto stored = inputs ? triage::dealingsFromJson(*inputs) : std::nullopt) {
            return stored;
        }
    }
    return std::nullopt;
}

triage::Dealings TriageService::dealingsOf(const Message& message) {
    const auto stored = storedDealings(message);
    return stored ? *stored : Judge::dealings(m_judge.history, message);
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
        const auto dealings = storedDealings(message);
        if (!dealings && m_historyMissing && !m_judge.marks.contains(message.id.value)) {
            continue;  // the user's word needs no history
        }
        batch.push_back(decided(message, readSigns(signs->value_or(QByteArray())),
                                dealings ? *dealings : Judge::dealings(m_judge.history, message)));
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
