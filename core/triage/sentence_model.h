// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Scores sentences for requests, commitments, meetings, questions and opportunities: small logistic heads, no network.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/triage/calibration.h"
#include "core/triage/content.h"
#include "core/triage/sentence_cues.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

namespace kith::triage {

/// The weights of all heads before they are quantised; what training makes and the shipped file holds.
struct SentenceWeights {
    QString version;
    std::vector<quint32> grams;  ///< ascending; the n-grams that the model knows
    std::vector<std::array<float, kHeadCount>> gramWeights;
    std::array<std::array<float, kHeadCount>, kCueCount> cueWeights{};
    std::array<float, kHeadCount> bias{};
    std::array<Platt, kHeadCount> platt{};
    HeadProbabilities prior{};  ///< share of positives among what the calibration was fitted on
};

/// int8 for each n-gram and head, with one scale a head.
QByteArray toBytes(const SentenceWeights& weights);

class SentenceModel {
public:
    /// The weights that ship with Kith, read once.
    static const SentenceModel& shipped();
    static Result<SentenceModel> fromBytes(const QByteArray& bytes);

    HeadProbabilities score(QStringView sentence) const;
    HeadProbabilities score(const SentenceParts& parts) const;
    /// Before calibration, in logits.
    HeadProbabilities margins(const SentenceParts& parts) const;
    /// The author's own sentences of a message; offsets are code points of text.
    ContentScores scoreText(const QString& text, const std::vector<Zone>& zones = {}) const;
    /// The same under the priors of the stream that the text comes from.
    ContentScores scoreText(const QString& text, const std::vector<Zone>& zones, const HeadProbabilities& priors) const;
    /// The priors of a stream of sentences: estimated for request, commitment, meeting and question where there are
    /// enough of them; everything else stays as it was trained.
    HeadProbabilities priorsOf(const std::vector<HeadProbabilities>& sentences) const;
    QString version() const { return m_version; }

private:
    QString m_version;
    std::vector<quint32> m_grams;
    std::vector<std::array<qint8, kHeadCount>> m_weights;
    std::array<float, kHeadCount> m_scale{};
    std::array<std::array<float, kHeadCount>, kCueCount> m_cueWeights{};
    std::array<float, kHeadCount> m_bias{};
    std::array<Platt, kHeadCount> m_platt{};
    HeadProbabilities m_prior{};
};

}  // namespace kith::triage
