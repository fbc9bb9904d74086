// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/opportunity.h"

#include "core/base/text.h"
#include "core/triage/sentence_model.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

// Weights of the letter's circumstances, in logits: set by hand from what each means, not fitted to any labelled mail.
constexpr double kWrittenToOwner = 0.3;
constexpr double kWrittenToMany = -1.2;
constexpr double kOwnerNotNamed = -0.5;
constexpr double kAnsweredBefore = 0.3;
constexpr double kNobodyAddressed = -1.0;
constexpr double kTopicUnnamed = -1.5;  // a quote in which nothing is cancelled, priced, … by any of its words
constexpr double kNamesMoney = 0.4;
constexpr double kLongLetter = -0.7;  // each doubling of sentences beyond kLong is one more chance of a false alarm
constexpr double kSecondKind = -0.5;
constexpr int kManyRecipients = 10;
constexpr size_t kLong = 24;
constexpr size_t kEvidenceAtMost = 2;
constexpr double kEvidenceFrom = 0.5;

constexpr double kDismissedBySender = -1.5;
constexpr double kAcceptedBySender = 0.6;
constexpr double kDismissedKind = -0.15;
constexpr double kAcceptedKind = 0.1;
constexpr double kFurthestTaught = 5;

double circumstances(const TriageInput& input, size_t sentences) {
    double weight = input.ownerInTo && input.recipients <= 3 ? kWrittenToOwner : 0.0;
    weight += input.recipients > kManyRecipients ? kWrittenToMany : 0.0;
    weight += !input.ownerInTo && !input.ownerInCc ? kOwnerNotNamed : 0.0;
    weight += input.sender.repliedTo > 0 ? kAnsweredBefore : 0.0;
    const double doublings = std::log2(double(std::max(sentences, kLong)) / double(kLong));
    return weight + kLongLetter * doublings;
}

Quote quoteOf(const QString& text, const SentenceScore& sentence) {
    const qsizetype from = text::utf16Index(text, sentence.start);
    const qsizetype upTo = text::utf16Index(text, sentence.end);
    return {text::oneLine(QStringView(text).mid(from, upTo - from)), sentence.start, sentence.end};
}

Cue topicOf(size_t head) {
    switch (static_cast<Head>(head)) {
    case Head::Demo:
        return Cue::DemoWord;
    case Head::Partnership:
        return Cue::PartnerWord;
    case Head::Speaking:
        return Cue::SpeakWord;
    case Head::Publicity:
        return Cue::PressWord;
    case Head::Submission:
        return Cue::SubmitWord;
    case Head::Cancellation:
        return Cue::CancelWord;
    default:
        return Cue::PricingWord;
    }
}

double standingOf(const std::vector<Quote>& evidence, size_t head) {
    if (evidence.empty()) {
        return kNobodyAddressed + kTopicUnnamed;
    }
    const SentenceParts parts = sentenceParts(evidence.front().text);
    const bool addressed = parts.has(Cue::You) || parts.has(Cue::FirstPerson) || parts.has(Cue::AsksYou) ||
                           parts.has(Cue::Please) || parts.has(Cue::QuestionMark);
    const bool named = parts.has(topicOf(head)) || (static_cast<Head>(head) == Head::Pricing && parts.has(Cue::Money));
    return (addressed ? 0.0 : kNobodyAddressed) + (named ? 0.0 : kTopicUnnamed);
}

std::vector<Quote> evidenceFor(const QString& text, const ContentScores& scores, size_t head) {
    std::vector<const SentenceScore*> loud;
    for (const SentenceScore& one : scores.sentences) {
        loud.push_back(&one);
    }
    std::stable_sort(loud.begin(), loud.end(), [head](const SentenceScore* a, const SentenceScore* b) {
        return a->probability[head] > b->probability[head];
    });
    std::vector<Quote> quotes;
    for (const SentenceScore* one : loud) {
        if (quotes.size() == kEvidenceAtMost || (!quotes.empty() && one->probability[head] < kEvidenceFrom)) {
            break;
        }
        quotes.push_back(quoteOf(text, *one));
    }
    return quotes;
}

/// In the evidence first, then in the sentences beside it: an amount three paragraphs on is about something else.
template <class Value, class Read>
std::optional<Value> valueNear(const QString& text, const ContentScores& scores, int place, Read read) {
    for (const int step : {0, 1, -1, 2}) {
        const int at = place + step;
        if (at < 0 || at >= static_cast<int>(scores.sentences.size())) {
            continue;
        }
        if (const auto value = read(quoteOf(text, scores.sentences[static_cast<size_t>(at)]).text)) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace

bool mayHoldOpportunities(const TriageInput& input) {
    return !input.sameDomain && !input.automaticReply && !looksBulk(input) && !input.content.unsubscribes &&
           !input.from.address.isEmpty();
}

std::vector<FoundOpportunity> findOpportunities(const QString& text, const std::vector<Zone>& zones,
                                                const TriageInput& input) {
    std::vector<FoundOpportunity> found;
    const ContentScores scores = SentenceModel::shipped().scoreText(text, zones);
    if (scores.unsubscribes || scores.sentences.empty() || !mayHoldOpportunities(input)) {
        return found;
    }
    const double around = circumstances(input, scores.sentences.size());
    const QDate written = QDateTime::fromMSecsSinceEpoch(input.date.count(), Qt::UTC).date();
    for (size_t head = kFirstOpportunity; head < kHeadCount; ++head) {
        const int place = scores.evidence[head];
        double weight = logit(scores.probability[head]) + around;
        FoundOpportunity one{static_cast<Head>(head), 0, evidenceFor(text, scores, head), {}, {}};
        weight += standingOf(one.evidence, head);
        one.amount = valueNear<Amount>(text, scores, place, namedAmount);
        one.due = valueNear<QDate>(text, scores, place, [&](const QString& words) { return namedDay(words, written); });
        weight += one.amount && one.kind == Head::Pricing ? kNamesMoney : 0.0;
        one.confidence = sigmoid(weight);
        if (one.confidence >= kOpportunityShown) {
            found.push_back(std::move(one));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    for (size_t i = 1; i < found.size(); ++i) {
        found[i].confidence = sigmoid(logit(found[i].confidence) + kSecondKind);
    }
    std::erase_if(found, [](const FoundOpportunity& one) { return one.confidence < kOpportunityShown; });
    return found;
}

double taughtConfidence(double confidence, const PastVerdicts& past) {
    const double taught = kDismissedBySender * past.dismissed[0] + kAcceptedBySender * past.accepted[0] +
                          kDismissedKind * past.dismissed[1] + kAcceptedKind * past.accepted[1];
    return sigmoid(logit(confidence) + std::clamp(taught, -kFurthestTaught, kFurthestTaught));
}

}  // namespace kith::triage
