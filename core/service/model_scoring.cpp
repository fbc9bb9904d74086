// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_scoring.h"

#include "core/base/ordered_pipeline.h"
#include "core/service/preferences_book.h"
#include "core/triage/asking.h"
#include "core/triage/model_prompt.h"

#include <QSet>

#include <atomic>

namespace kith::service {

namespace {

constexpr int kCandidatePage = 200;
constexpr size_t kDecidedTogether = 32;
constexpr Millis kAfterNonsense{std::chrono::hours{1}};

bool endsTheRun(const Error& error) {
    return error.kind != ErrorKind::Malformed;
}

}  // namespace

struct ModelScoring::Asked {
    LetterForModel letter;
    std::optional<QJsonObject> known;  ///< the answer to an equal text
    Decision standing;
};

struct ModelScoring::Heard {
    Asked asked;
    Result<triage::ModelAnswer> answer;
    double costUsd{0};
};

ModelScoring::ModelScoring(Cellar& cellar, Clock& clock, TriageService& triage, triage::Classifier& classifier,
                           ModelSettings settings)
    : m_cellar(cellar)
    , m_clock(clock)
    , m_triage(triage)
    , m_classifier(classifier)
    , m_settings(std::move(settings)) {
}

storage::ModelName ModelScoring::name() const {
    return {m_settings.model, triage::classifyVersion()};
}

/// How many questions the budget of the last 24 hours still allows.
Result<int> ModelScoring::affordable() {
    const auto budget = ModelBudget::load(m_cellar, m_clock, m_settings);
    if (!budget) {
        return budget.error();
    }
    m_spentBefore = budget->spentUsd() - m_report.usd;
    return budget->questions();
}

Result<std::optional<ModelScoring::Asked>> ModelScoring::readUp(MessageId id) {
    auto decision = m_cellar.triage.latest(id);
    const auto message = m_cellar.messages.message(id);
    if (!decision || !message) {
        return !decision ? decision.error() : message.error();
    }
    if (!*decision || !*message || !triage::worthAsking(**decision, m_triage.dealingsOf(**message).sender)) {
        return std::optional<Asked>{};
    }
    triage::ModelAnswer named;
    named.model = name().model;
    named.promptVersion = name().promptVersion;
    const auto reach = m_triage.modelReach(**message, named);
    if (!reach || !triage::canChangeBand(**decision, *reach)) {
        return reach ? Result<std::optional<Asked>>(std::nullopt) : Result<std::optional<Asked>>(reach.error());
    }
    auto letter = letterForModel(m_cellar, m_privacy, **message);
    if (!letter) {
        return letter.error();
    }
    if (!*letter) {
        ++m_report.keptBack;
        return std::optional<Asked>{};
    }
    auto known = m_cellar.models.forText(name(), (*letter)->textHash);
    if (!known) {
        return known.error();
    }
    return std::optional(Asked{std::move(**letter), std::move(*known), std::move(**decision)});
}

Result<std::vector<ModelScoring::Asked>> ModelScoring::worthAskingNow(int most) {
    const auto budget = affordable();
    if (!budget) {
        return budget.error();
    }
    m_report.keptBack = 0;  // counted anew with each look
    std::vector<Asked> list;
    QSet<QByteArray> texts;
    int questions = 0;
    for (MessageId before{};;) {
        const auto page = m_cellar.models.candidates(name(), m_clock.now(), before, kCandidatePage);
        if (!page) {
            return page.error();
        }
        for (const MessageId id : *page) {
            auto asked = readUp(id);
            if (!asked) {
                return asked.error();
            }
            if (!*asked) {
                continue;
            }
            if (!(*asked)->known && texts.contains((*asked)->letter.textHash)) {
                m_equalLeft = true;
                continue;
            }
            texts.insert((*asked)->letter.textHash);
            if (!(*asked)->known && ++questions > *budget) {
                m_report.budgetSpent = true;
                return list;
            }
            list.push_back(std::move(**asked));
            if (static_cast<int>(list.size()) >= most) {
                return list;
            }
        }
        if (page->size() < static_cast<size_t>(kCandidatePage)) {
            return list;
        }
        before = page->back();
    }
}

Result<void> ModelScoring::take(Heard&& heard) {
    storage::ModelWord word;
    word.message = heard.asked.letter.asked.message.id;
    word.textHash = heard.asked.letter.textHash;
    word.cached = heard.asked.known.has_value();
    word.cost = heard.costUsd;
    m_report.usd += word.cost;
    m_report.asked += word.cached ? 0 : 1;
    if (!heard.answer) {
        const Error& error = heard.answer.error();
        if (endsTheRun(error)) {
            m_ending = m_ending ? m_ending : error;
            return {};
        }
        ++m_report.failed;
        word.reason = error.detail;
        return m_cellar.models.saveFailure(name(), word, m_clock.now(), kAfterNonsense);
    }
    ++(word.cached ? m_report.fromCache : m_report.answered);
    word.answer = triage::toJson(*heard.answer);
    if (heard.asked.standing.decidedAt >= m_replacedSince) {
        m_report.replaced.count(heard.asked.standing);
    }
    m_triage.hear(word.message, std::move(*heard.answer), word.cached);
    m_fresh.push_back(word.message);
    return m_cellar.models.save(name(), word, m_clock.now());
}

/// Of the fresh answers, those on mail that nobody else decided about while the model thought.
Result<std::vector<MessageId>> ModelScoring::stillTheRankers() {
    std::vector<MessageId> open;
    for (const MessageId id : m_fresh) {
        const auto stands = m_cellar.triage.latest(id);
        if (!stands) {
            return stands.error();
        }
        if (*stands && (*stands)->decidedBy == DecidedBy::Local) {
            open.push_back(id);
        }
    }
    return open;
}

Result<void> ModelScoring::decideAgain(const std::function<void()>& afterBatch) {
    if (m_fresh.empty()) {
        return {};
    }
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("messages.scored"),
                                                      QStringLiteral("model:") + m_settings.model,
                                                      {},
                                                      {},
                                                      QStringLiteral("Score %1 messages").arg(m_fresh.size()),
                                                      {},
                                                      true});
    const auto open = stillTheRankers();  // inside the change: nobody can mark one in between
    const auto scored = open ? m_triage.scoreInto(change, *open) : Result<TriageReport>(open.error());
    if (!scored) {
        return scored.error();
    }
    if (const auto done = change.commit(); !done) {
        return done.error();
    }
    m_report.triage.add(*scored);
    m_fresh.clear();
    if (afterBatch) {
        afterBatch();
    }
    return {};
}

Result<void> ModelScoring::askAll(int most, std::stop_token stop, const std::function<void()>& afterBatch) {
    auto list = worthAskingNow(most);
    const auto preferences = loadPreferences(m_cellar);
    if (!list || !preferences) {
        return !list ? list.error() : preferences.error();
    }
    m_report.planned += static_cast<qint64>(list->size());
    if (m_beforeAsking && !list->empty()) {
        m_beforeAsking();
    }
    std::stop_source enough;  // the run ends early: stop asked for, or an error that no question mends
    const std::stop_callback onStop(stop, [&enough] { enough.request_stop(); });
    std::atomic<bool> overdrawn{false};  // what is on its way comes home, nothing more is asked
    size_t next = 0;
    OrderedPipeline<Asked, Heard> pipeline({
        .read = [&]() -> std::optional<Asked> {
            const bool more = next < list->size() && !enough.stop_requested() && !(overdrawn && !(*list)[next].known);
            return more ? std::optional(std::move((*list)[next++])) : std::nullopt;
        },
        .work =
            [&](Asked&& asked) {
                double cost = 0;
                auto answer = asked.known ? triage::modelAnswerFromJson(*asked.known)
                                          : asked.letter.heard(m_classifier.classify(asked.letter.asked, *preferences,
                                                                                     enough.get_token(), cost));
                return Heard{std::move(asked), std::move(answer), cost};
            },
        .weight = [](const Asked&) { return size_t{1}; },
        .maxWeight = static_cast<size_t>(m_settings.inFlight) * 2,
        .workers = m_settings.inFlight,
    });
    Result<void> kept;
    while (auto heard = pipeline.next()) {
        kept = kept ? take(std::move(*heard)) : kept;
        if (kept && m_fresh.size() >= kDecidedTogether) {
            kept = decideAgain(afterBatch);
        }
        overdrawn = moneySpent();
        if (!kept || m_ending) {
            enough.request_stop();
        }
    }
    m_report.budgetSpent = m_report.budgetSpent || (overdrawn && next < list->size());
    return kept ? decideAgain(afterBatch) : kept;
}

Result<ModelReport> ModelScoring::run(int most, std::stop_token stop, const std::function<void()>& afterBatch) {
    m_report = {};
    m_ending.reset();
    auto privacy = PrivacyBook::load(m_cellar);
    auto unheard = privacy ? m_cellar.models.unheard(name()) : Result<std::vector<MessageId>>(privacy.error());
    if (!unheard) {
        return unheard.error();
    }
    m_privacy = std::move(*privacy);
    m_fresh = std::move(*unheard);
    if (const auto heard = decideAgain(afterBatch); !heard) {
        return heard.error();
    }
    do {
        m_equalLeft = false;
        if (const auto asked = askAll(most, stop, afterBatch); !asked) {
            return asked.error();
        }
    } while (m_equalLeft && !m_ending && !stop.stop_requested() && m_report.asked > 0 && !m_report.budgetSpent);
    if (m_ending && m_ending->kind != ErrorKind::Cancelled) {
        return *m_ending;
    }
    return m_report;
}

}  // namespace kith::service
