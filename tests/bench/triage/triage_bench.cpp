// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How long local triage of one message takes (aim: 200 µs with the reading of its text) and one sentence (50 µs).
#include "core/triage/ranker.h"
#include "core/triage/rules.h"
#include "core/triage/sentence_model.h"
#include "core/triage/sentences.h"
#include "tests/unit/triage/triage_letters.h"

#include <benchmark/benchmark.h>

using namespace kith;
using namespace kith::triage;

namespace {

/// About 180 words in 15 sentences: longer than most of the author's own texts.
QString typicalText() {
    return QStringLiteral(
        "Dear Mara,\n\nthank you for the offer of last Tuesday, which I went through with our two auditors this "
        "morning.\n"
        "They want the calibration certificates of all six reference units before we sign the contract.\n"
        "Can you send them as PDF by Friday, please? The annex is fine as it stands, and so is the price.\n\n"
        "There is one more thing about the delivery. The second building will not be ready before the middle of June, "
        "so we\n"
        "would like to split the order: four units in May, the other eight six weeks later. Would that change the "
        "discount?\n"
        "If it does, please let me know what you need from us; our budget for this year is 61,000 euros and cannot "
        "move.\n\n"
        "My colleague Jonas will be at the fair in Leiden next week. He would be glad to meet you there, perhaps on\n"
        "Wednesday at ten? I will send you his number separately. He can also answer the questions about the "
        "network.\n\n"
        "- certificates as PDF\n- split delivery\n- meeting in Leiden\n\n"
        "I look forward to hearing from you.\n\nKind regards\nTobias\n");
}

TriageInput typicalInput() {
    TriageInput input = letters::directQuestion();
    input.authorText = typicalText();
    return input;
}

Preferences fiftyRules() {
    Preferences preferences;
    for (int i = 0; i < 50; ++i) {
        preferences.rules.push_back({static_cast<RuleGroup>(i % 4),
                                     {},
                                     {QStringLiteral("keyword%1").arg(i), QStringLiteral("two words")},
                                     {},
                                     Priority::Medium,
                                     {},
                                     {}});
    }
    return preferences;
}

void oneSentence(benchmark::State& state) {
    const QString sentence = QStringLiteral("Can you send them as PDF by Friday, please?");
    for (auto _ : state) {
        benchmark::DoNotOptimize(SentenceModel::shipped().score(sentence));
    }
}
BENCHMARK(oneSentence)->Unit(benchmark::kMicrosecond);

void readingTheText(benchmark::State& state) {
    const QString text = typicalText();
    for (auto _ : state) {
        benchmark::DoNotOptimize(SentenceModel::shipped().scoreText(text));
    }
    state.counters["sentences"] = static_cast<double>(splitSentences(text).size());
}
BENCHMARK(readingTheText)->Unit(benchmark::kMicrosecond);

void deciding(benchmark::State& state) {
    TriageInput input = typicalInput();
    input.content = SentenceModel::shipped().scoreText(input.authorText);
    const RuleMatcher rules(fiftyRules());
    for (auto _ : state) {
        benchmark::DoNotOptimize(decide(input, rules, RankerState{}));
    }
}
BENCHMARK(deciding)->Unit(benchmark::kMicrosecond);

void wholeTriageOfAMessage(benchmark::State& state) {
    TriageInput input = typicalInput();
    const RuleMatcher rules(fiftyRules());
    RankerState ranker;
    learn(ranker, features(input), lessonOfMark(Priority::High), true);
    for (auto _ : state) {
        input.content = SentenceModel::shipped().scoreText(input.authorText);
        benchmark::DoNotOptimize(decide(input, rules, ranker));
    }
}
BENCHMARK(wholeTriageOfAMessage)->Unit(benchmark::kMicrosecond);

}  // namespace
