// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/sentence_model.h"

#include "core/triage/sentences.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace kith::triage {

namespace {

constexpr double kSurest = 0.99;
constexpr double kMassMailingTrust = 0.2;
constexpr size_t kStreamForPriors = 200;
constexpr double kFurthestShift = 8;    // a stream without a single request would shift to nothing
constexpr size_t kSentencesRead = 400;  // a message that goes on longer says the rest in vain

void noteFlags(const SentenceParts& parts, ContentScores& scores) {
    scores.words += parts.words;
    scores.namesMoney = scores.namesMoney || parts.has(Cue::Money);
    scores.namesDeadline = scores.namesDeadline || parts.has(Cue::Deadline);
    scores.unsubscribes = scores.unsubscribes || parts.has(Cue::Unsubscribe);
}

/// Many links, or links and the phrases of advertisements.
bool readsLikeMassMailing(const QString& text, int advertising) {
    const qsizetype links = text.count(QLatin1String("http")) + text.count(QLatin1String("www."));
    return links >= 4 || advertising >= 3 || (links >= 2 && advertising >= 1);
}

/// The loudest sentence counts whole, the second half, the third a quarter: long mails do not add up to anything.
void joinHead(size_t head, ContentScores& scores) {
    std::array<double, 3> loudest{};
    for (size_t i = 0; i < scores.sentences.size(); ++i) {
        double p = scores.sentences[i].probability[head];
        if (p > loudest[0]) {
            scores.evidence[head] = static_cast<int>(i);
        }
        for (double& place : loudest) {
            if (p > place) {
                std::swap(p, place);
            }
        }
    }
    const double silence = (1 - loudest[0]) * (1 - loudest[1] / 2) * (1 - loudest[2] / 4);
    scores.probability[head] = std::min(kSurest, 1 - silence);
}

}  // namespace

const SentenceModel& SentenceModel::shipped() {
    static const SentenceModel model = [] {
        QFile file(QStringLiteral(":/kith/models/sentences.bin"));
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        auto read = fromBytes(open ? file.readAll() : QByteArray());
        Q_ASSERT(read);
        return read ? *std::move(read) : SentenceModel();
    }();
    return model;
}

HeadProbabilities SentenceModel::margins(const SentenceParts& parts) const {
    std::array<int, kHeadCount> sums{};
    auto from = m_grams.begin();
    for (const quint32 gram : parts.grams) {
        from = std::lower_bound(from, m_grams.end(), gram);
        if (from == m_grams.end()) {
            break;
        }
        if (*from == gram) {
            const auto& weights = m_weights[static_cast<size_t>(from - m_grams.begin())];
            for (size_t head = 0; head < kHeadCount; ++head) {
                sums[head] += weights[head];
            }
        }
    }
    HeadProbabilities margins{};
    for (size_t head = 0; head < kHeadCount; ++head) {
        margins[head] = m_bias[head] + m_scale[head] * static_cast<float>(sums[head]);
        for (size_t cue = 0; cue < kCueCount; ++cue) {
            margins[head] += parts.cue[cue] ? m_cueWeights[cue][head] : 0.0F;
        }
    }
    return margins;
}

HeadProbabilities SentenceModel::score(const SentenceParts& parts) const {
    HeadProbabilities scores = margins(parts);
    for (size_t head = 0; head < kHeadCount; ++head) {
        scores[head] = m_platt[head](scores[head]);
    }
    return scores;
}

HeadProbabilities SentenceModel::score(QStringView sentence) const {
    return score(sentenceParts(sentence));
}

HeadProbabilities SentenceModel::priorsOf(const std::vector<HeadProbabilities>& sentences) const {
    HeadProbabilities priors = m_prior;
    if (sentences.size() < kStreamForPriors) {
        return priors;
    }
    for (size_t head = 0; head < kFirstOpportunity; ++head) {
        std::vector<double> said;
        std::transform(sentences.begin(), sentences.end(), std::back_inserter(said),
                       [&](const HeadProbabilities& one) { return one[head]; });
        const double found = estimatePrior(said, m_prior[head]);
        priors[head] = std::clamp(found, m_prior[head] / kFurthestShift, (m_prior[head] + 1) / 2);
    }
    return priors;
}

ContentScores SentenceModel::scoreText(const QString& text, const std::vector<Zone>& zones) const {
    return scoreText(text, zones, m_prior);
}

ContentScores SentenceModel::scoreText(const QString& text, const std::vector<Zone>& zones,
                                       const HeadProbabilities& priors) const {
    ContentScores scores;
    std::vector<Sentence> sentences = splitSentences(text, zones);
    if (sentences.size() > kSentencesRead) {
        sentences.resize(kSentencesRead);
    }
    scores.sentences.reserve(sentences.size());
    int advertising = 0;
    for (const Sentence& sentence : sentences) {
        const SentenceParts parts = sentenceParts(sentence.text);
        noteFlags(parts, scores);
        advertising += parts.has(Cue::BulkWord) ? 1 : 0;
        HeadProbabilities said = score(parts);
        for (size_t head = 0; head < kHeadCount; ++head) {
            said[head] =
                priors[head] == m_prior[head] ? said[head] : shiftPrior(said[head], m_prior[head], priors[head]);
        }
        scores.sentences.push_back({sentence.start, sentence.end, said});
    }
    for (size_t head = 0; head < kHeadCount; ++head) {
        joinHead(head, scores);
    }
    scores.unsubscribes = scores.unsubscribes || readsLikeMassMailing(text, advertising);
    for (size_t head = kFirstOpportunity; scores.unsubscribes && head < kHeadCount; ++head) {
        scores.probability[head] *= kMassMailingTrust;
    }
    return scores;
}

}  // namespace kith::triage
