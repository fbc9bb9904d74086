// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Scores sentences for requests, commitments, meetings, questions and opportunities: small logistic heads, no network.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/triage/content.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

namespace kith::triage {

class SentenceModel {
public:
    /// The weights that ship with Kith; read once, cheap to copy afterwards (implicitly shared bytes).
    static const SentenceModel& shipped();
    static Result<SentenceModel> fromBytes(const QByteArray& bytes);

    HeadProbabilities score(QStringView sentence) const;
    /// The author's own sentences of a message; offsets are code points of text.
    ContentScores scoreText(const QString& text, const std::vector<Zone>& zones = {}) const;
    QString version() const { return m_version; }

private:
    QByteArray m_weights;  ///< int8, bucket-major: kHeadCount weights a bucket
    std::array<double, kHeadCount> m_scale{};
    std::array<double, kHeadCount> m_bias{};
    std::array<double, kHeadCount> m_plattSlope{};
    std::array<double, kHeadCount> m_plattOffset{};
    QString m_version;
    int m_buckets{0};
};

}  // namespace kith::triage
