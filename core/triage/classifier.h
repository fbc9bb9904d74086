// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: a model that scores one message against the user's preferences.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/domain/preferences.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace kith::triage {

struct ModelScore {
    double value{0};  ///< 0..1
    QString reason;
};

/// The model's five scores; never a priority, an id or an action.
struct ModelAnswer {
    ModelScore automation;        ///< weight .1, as 1 − x
    ModelScore contentValue;      ///< .4
    ModelScore humanInteraction;  ///< .2
    ModelScore timeValue;         ///< .1
    ModelScore businessImpact;    ///< .2
    QStringList topics;
    QString source;
    QString emailType;
    QString model;
    QString promptVersion;
};

/// The weighted sum of the five scores, in [0,1].
double importanceOf(const ModelAnswer& answer);

struct ClassifyPrompt;

/// One message as a model may see it: what the user keeps back is out of it already.
struct AskedLetter {
    Message message;
    QString text;                           ///< the author's own words
    int redactions{0};                      ///< places that were taken out, for the ledger
    const ClassifyPrompt* prompt{nullptr};  ///< nothing: the shipped one
};

class Classifier {
public:
    virtual ~Classifier() = default;
    /// Blocks the calling worker until an answer or a stop. spentUsd grows by what it cost as the service estimates it,
    /// where nothing came of it too.
    virtual Result<ModelAnswer> classify(const AskedLetter& letter, const Preferences& preferences,
                                         std::stop_token stop, double& spentUsd) = 0;
};

}  // namespace kith::triage
