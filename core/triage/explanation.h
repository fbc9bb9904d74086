// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Why a decision came out as it did: stable keys with numbers and evidence, which the screens put into words.
#pragma once

#include "core/domain/decision.h"
#include "core/triage/features.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::triage {

/// key names the sentence ("sender.wrote_to"), args fill its places ("14"); effect in logits.
struct Reason {
    QString key;
    QStringList args;
    double effect{0};
    int evidenceStart{-1};
    int evidenceEnd{-1};
};

/// The note of a contribution: the numbers or words that its sentence needs, parted by U+001F.
QString evidenceNote(quint32 feature, const TriageInput& input);
/// Where in the text the evidence of a content feature stands; {-1, -1} for others.
std::pair<int, int> evidenceSpan(quint32 feature, const TriageInput& input);

Reason reasonOf(const Contribution& contribution);
/// Strongest first, without the bias, at most count.
std::vector<Reason> reasons(const Decision& decision, int count);
/// Plain English for the command line: "You wrote to them 14 times".
QString english(const Reason& reason);
/// The key and arguments of the strongest reasons that speak for the decision, for Decision::reason.
QString reasonKey(const std::vector<Contribution>& contributions, double score);
/// What Decision::reason holds, taken apart again: key and arguments, parted there by U+001F.
Reason reasonOfKey(const QString& stored);

}  // namespace kith::triage
