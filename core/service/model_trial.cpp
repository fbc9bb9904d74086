// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_trial.h"

#include "core/base/ordered_pipeline.h"
#include "core/service/preferences_book.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace kith::service {

namespace {

constexpr size_t kMarksForCorrelation = 5;

/// Ranks from 0, ties in the middle of their stretch.
std::vector<double> ranksOf(const std::vector<double>& values) {
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (size_t from = 0; from < order.size();) {
        size_t to = from;
        while (to < order.size() && values[order[to]] == values[order[from]]) {
            ++to;
        }
        for (size_t i = from; i < to; ++i) {
            ranks[order[i]] = double(from + to - 1) / 2;
        }
        from = to;
    }
    return ranks;
}

/// Spearman's; nothing where there is too little, or one side says the same of everything.
std::optional<double> rankCorrelation(const std::vector<double>& one, const std::vector<double>& other) {
    if (one.size() < kMarksForCorrelation) {
        return std::nullopt;
    }
    const std::vector<double> a = ranksOf(one);
    const std::vector<double> b = ranksOf(other);
    const double mean = double(a.size() - 1) / 2;
    double together = 0, alone = 0, others = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        together += (a[i] - mean) * (b[i] - mean);
        alone += (a[i] - mean) * (a[i] - mean);
        others += (b[i] - mean) * (b[i] - mean);
    }
    return alone > 0 && others > 0 ? std::optional(together / std::sqrt(alone * others)) : std::nullopt;
}

void addUp(TrialReport& report, const std::vector<storage::Comparison>& all) {
    std::vector<double> marks, trial, standing;
    double difference = 0, cost = 0;
    for (const storage::Comparison& one : all) {
        const int apart = std::abs(static_cast<int>(priorityOf(one.trialImportance)) - static_cast<int>(one.standing));
        report.sameBand += apart == 0 ? 1 : 0;
        report.withinOneBand += apart <= 1 ? 1 : 0;
        report.wouldChange += one.trial != one.standing ? 1 : 0;
        difference += std::abs(one.trialImportance - one.standingImportance);
        cost += one.cost;
        if (one.marked) {
            marks.push_back(static_cast<int>(*one.marked));
            trial.push_back(one.trialImportance);
            standing.push_back(one.standingImportance);
        }
    }
    report.compared = static_cast<qint64>(all.size());
    report.marked = static_cast<qint64>(marks.size());
    report.meanDifference = all.empty() ? 0 : difference / double(all.size());
    report.usdEach = all.empty() ? 0 : cost / double(all.size());
    report.trialWithMarks = rankCorrelation(trial, marks);
    report.standingWithMarks = rankCorrelation(standing, marks);
}

}  // namespace

struct ModelTrial::Asked {
    LetterForModel letter;
    Message message;  ///< as it is
};

struct ModelTrial::Heard {
    Asked asked;
    Result<triage::ModelAnswer> answer;
    double costUsd{0};
};

Result<TrialReport> trialReport(Cellar& cellar, const storage::ModelName& trial) {
    const auto all = storage::ComparisonStore(*cellar.database).all(trial);
    const auto settings = modelSettings(cellar);
    if (!all || !settings) {
        return !all ? all.error() : settings.error();
    }
    TrialReport report;
    report.trial = trial;
    report.standing = settings->model;
    addUp(report, *all);
    return report;
}

Result<std::vector<ModelTrial::Asked>> ModelTrial::sample(const TrialWish& wish) {
    const auto privacy = PrivacyBook::load(m_cellar);
    const auto ids =
        storage::ComparisonStore(*m_cellar.database)
            .sample({wish.model, wish.prompt.version}, {m_settings.model, triage::classifyVersion()}, wish.most);
    const auto messages = privacy && ids ? m_cellar.messages.messages(*ids)
                                         : Result<std::vector<Message>>(privacy ? ids.error() : privacy.error());
    if (!messages) {
        return messages.error();
    }
    std::vector<Asked> sample;
    for (const Message& message : *messages) {
        auto letter = letterForModel(m_cellar, *privacy, message);
        if (!letter) {
            return letter.error();
        }
        if (*letter) {
            (*letter)->asked.prompt = &wish.prompt;
            sample.push_back({std::move(**letter), message});
        }
    }
    return sample;
}

Result<void> ModelTrial::take(const TrialWish& wish, Heard&& heard) {
    m_report.usd += heard.costUsd;
    ++m_report.asked;
    if (!heard.answer) {
        const Error& error = heard.answer.error();
        if (error.kind != ErrorKind::Malformed) {
            m_ending = m_ending ? m_ending : error;
            return {};
        }
        ++m_report.failed;
        return m_cellar.models.noteSpending(QStringLiteral("trial"), {1, heard.costUsd}, m_clock.now());
    }
    const auto stands = m_cellar.triage.latest(heard.asked.message.id);
    const auto signs = m_cellar.signs.of(heard.asked.message.id);
    if (!stands || !signs) {
        return !stands ? stands.error() : signs.error();
    }
    if (!*stands) {
        return {};
    }
    const auto would = m_triage.wouldDecide(heard.asked.message, *heard.answer);
    if (!would) {
        return would.error();
    }
    storage::Comparison comparison;
    comparison.message = heard.asked.message.id;
    comparison.answer = triage::toJson(*heard.answer);
    comparison.standingModel = (*stands)->modelRecord.isEmpty() ? QString() : m_settings.model;
    comparison.standing = would->machine.priority;
    comparison.standingImportance = would->machine.importance;
    comparison.trial = would->withAnswer.priority;
    comparison.trialImportance = triage::importanceOf(*heard.answer);
    comparison.cost = heard.costUsd;
    return storage::ComparisonStore(*m_cellar.database)
        .save({wish.model, wish.prompt.version}, comparison, m_clock.now());
}

Result<void> ModelTrial::askAll(const TrialWish& wish, std::vector<Asked>& list, std::stop_token stop,
                                const std::function<void(qint64)>& after) {
    const auto preferences = loadPreferences(m_cellar);
    const auto budget = ModelBudget::load(m_cellar, m_clock, m_settings);
    if (!preferences || !budget) {
        return !preferences ? preferences.error() : budget.error();
    }
    std::stop_source enough;
    const std::stop_callback onStop(stop, [&enough] { enough.request_stop(); });
    std::atomic<int> left{budget->questions()};  // what is on its way comes home, nothing more is asked
    size_t next = 0;
    OrderedPipeline<Asked, Heard> pipeline({
        .read = [&]() -> std::optional<Asked> {
            const bool more = next < list.size() && !enough.stop_requested() && left-- > 0;
            return more ? std::optional(std::move(list[next++])) : std::nullopt;
        },
        .work =
            [&](Asked&& asked) {
                double cost = 0;
                auto answer = asked.letter.heard(
                    m_classifier.classify(asked.letter.asked, *preferences, enough.get_token(), cost));
                return Heard{std::move(asked), std::move(answer), cost};
            },
        .weight = [](const Asked&) { return size_t{1}; },
        .maxWeight = static_cast<size_t>(m_settings.inFlight) * 2,
        .workers = m_settings.inFlight,
    });
    Result<void> kept;
    while (auto heard = pipeline.next()) {
        kept = kept ? take(wish, std::move(*heard)) : kept;
        if (budget->isSpentWith(m_report.usd)) {
            left = 0;
        }
        if (!kept || m_ending) {
            enough.request_stop();
        }
        if (after) {
            after(m_report.asked - m_report.failed);
        }
    }
    m_report.budgetSpent = next < list.size() && !enough.stop_requested();
    return kept;
}

Result<TrialReport> ModelTrial::run(const TrialWish& wish, std::stop_token stop,
                                    const std::function<void(qint64)>& after) {
    m_report = {};
    m_ending.reset();
    auto list = sample(wish);
    const auto asked = list ? askAll(wish, *list, stop, after) : Result<void>(list.error());
    if (!asked) {
        return asked.error();
    }
    if (m_ending && m_ending->kind != ErrorKind::Cancelled) {
        return *m_ending;
    }
    auto whole = trialReport(m_cellar, {wish.model, wish.prompt.version});
    if (whole) {
        whole->asked = m_report.asked;
        whole->failed = m_report.failed;
        whole->usd = m_report.usd;
        whole->budgetSpent = m_report.budgetSpent;
    }
    return whole;
}

}  // namespace kith::service
