// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A decision about one message, stored whole so that it can be explained and made again.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/priority.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <vector>

namespace kith {

/// One input of the ranker: value · weight = effect, in logits; the effects add up to the score.
struct Contribution {
    QString name;  ///< stable word of the feature, e.g. sender.replied_fraction
    QString note;  ///< evidence for people, e.g. the sentence that asks; may be empty
    double value{0};
    double weight{0};
    double effect{0};
    int evidenceStart{-1};  ///< code points of the message's text; -1: no evidence span
    int evidenceEnd{-1};
};

struct Decision {
    DecisionId id;
    MessageId message;
    Priority priority{Priority::Low};
    double importance{0};                     ///< [0,1]
    double score{0};                          ///< logits; the sum of the effects
    double spread{0};                         ///< of the bands around the score, logits; 0: read from storage
    double confidence{0};                     ///< calibrated probability that the band is right, [0,1]
    double uncertainty{0};                    ///< normalised entropy of the bands, widened; [0,1]
    std::array<double, 5> bandProbability{};  ///< index = stored priority
    DecidedBy decidedBy{DecidedBy::Local};
    bool needsReview{false};
    double askingValue{0};  ///< what the user's answer is worth; 0 where it is not asked
    bool spotCheck{false};  ///< asked about by lot although Kith is sure, to measure how often it is wrong
    QString reason;         ///< the strongest contributions as one short sentence key, for lists
    std::vector<Contribution> contributions;
    QStringList rules;       ///< ids or names of rules that set a floor or a cap
    QString rankerVersion;   ///< of the shipped prior, features and bands
    QByteArray modelRecord;  ///< JSON of the model's answer {name, prompt_version, scores, reasons}; empty without
    QByteArray inputsHash;   ///< SHA-256 hex over the canonical inputs
    std::chrono::milliseconds decidedAt{0};
};

}  // namespace kith
