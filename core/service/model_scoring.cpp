// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_scoring.h"

#include "core/base/ordered_pipeline.h"
#include "core/base/text.h"
#include "core/service/preferences_book.h"
#include "core/triage/asking.h"
#include "core/triage/model_prompt.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace kith::service {

namespace {

constexpr int kCandidatePage = 200;
constexpr size_t kDecidedTogether = 32;
constexpr Millis kDay{std::chrono::hours{24}};
constexpr Millis kAfterNonsense{std::chrono::hours{1}};

/// The author's own words; quotes, signatures and disclaimers stay here.
QString authorText(const storage::LetterParts& parts) {
    QString words;
    for (const Zone& zone : parts.zones) {
        if (zone.kind == ZoneKind::Author || zone.kind == ZoneKind::Greeting || zone.kind == ZoneKind::Closing) {
            const qsizetype from = text::utf16Index(parts.text, zone.start);
            words += QStringView(parts.text).mid(from, text::utf16Index(parts.text, zone.end) - from);
        }
    }
    return words.isEmpty() ? parts.text : words;
}

bool endsTheRun(const Error& error) {
    return error.kind != ErrorKind::Malformed;
}

}  // namespace

struct ModelScoring::Asked {
    Message message;
    QString text;
    QByteArray textHash;
    std::optional<QJsonObject> known;  ///< the answer to an equal text
    Decision standing;
};

struct ModelScoring::Heard {
    Asked asked;
    Result<triage::ModelAnswer> answer;
    double costUsd{0};
};

Result<ModelSettings> modelSettings(Cellar& cellar) {
    ModelSettings settings;
    const auto allowed = cellar.settings.flag(QStringLiteral("model.allowed"), settings.allowed);
    const auto model = cellar.settings.text(QStringLiteral("model.classify"), settings.model);
    const auto requests = cellar.settings.integer(QStringLiteral("model.requests_per_day"), settings.requestsPerDay);
    const auto money = cellar.settings.value(QStringLiteral("model.usd_per_day"));
    const auto flight = cellar.settings.integer(QStringLiteral("model.in_flight"), settings.inFlight);
    if (!allowed || !model || !requests || !money || !flight) {
        return !allowed    ? allowed.error()
               : !model    ? model.error()
               : !requests ? requests.error()
               : !money    ? money.error()
                           : flight.error();
    }
    settings.allowed = *allowed;
    settings.model = *model;
    settings.requestsPerDay = *requests;
    settings.usdPerDay = money->toDouble(settings.usdPerDay);
    settings.inFlight = static_cast<int>(std::clamp<qint64>(*flight, 1, 64));
    return settings;
}

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
    const auto spent = m_cellar.models.spent(m_clock.now() - kDay);
    if (!spent) {
        return spent.error();
    }
    m_spentBefore = spent->usd - m_report.usd;
    if (spent->usd >= m_settings.usdPerDay) {
        return 0;
    }
    const double each = spent->requests > 0 ? spent->usd / static_cast<double>(spent->requests) : 0;
    const double byMoney = each > 0 ? (m_settings.usdPerDay - spent->usd) / each : 1e9;
    const double byCount = static_cast<double>(m_settings.requestsPerDay - spent->requests);
    return static_cast<int>(std::max(0.0, std::floor(std::min({byMoney, byCount, 1e9}))));
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
    const auto parts = m_cellar.messages.letterParts(id);
    if (!parts) {
        return parts.error();
    }
    Asked asked{**message, *parts ? authorText(**parts) : QString(), {}, {}, {}};
    const triage::ModelQuestion question = triage::classifyQuestion(asked.message, asked.text, QString());
    asked.standing = std::move(**decision);
    asked.textHash = QCryptographicHash::hash(question.user.toUtf8(), QCryptographicHash::Sha256).toHex();
    auto known = m_cellar.models.forText(name(), asked.textHash);
    if (!known) {
        return known.error();
    }
    asked.known = std::move(*known);
    return std::optional(std::move(asked));
}

Result<std::vector<ModelScoring::Asked>> ModelScoring::worthAskingNow(int most) {
    const auto budget = affordable();
    if (!budget) {
        return budget.error();
    }
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
            if (!(*asked)->known && texts.contains((*asked)->textHash)) {
                m_equalLeft = true;
                continue;
            }
            texts.insert((*asked)->textHash);
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
    word.message = heard.asked.message.id;
    word.textHash = heard.asked.textHash;
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
    const auto scored = m_triage.scoreInto(change, m_fresh);
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
                                          : m_classifier.classify(asked.message, asked.text, *preferences,
                                                                  enough.get_token(), cost);
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
