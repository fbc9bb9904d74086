// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Learns the weights of the zone finder from examples (multinomial logistic regression, AdaGrad), and measures them.
#pragma once

#include "app/train/zone_examples.h"
#include "core/mail/zone_model.h"

#include <array>

namespace kith::train {

struct TrainingOptions {
    int epochs{12};
    float rate{0.15F};
    float decay{1e-5F};  ///< weight decay per step
    unsigned seed{20260512};
};

mail::ZoneWeights learnZones(const std::vector<ZoneExample>& examples, const TrainingOptions& options = {});

/// How often each label was given (column) where another was true (row).
struct ZoneScore {
    std::array<std::array<long, mail::lineLabelCount>, mail::lineLabelCount> counts{};

    void add(const std::vector<mail::LineLabel>& truth, const std::vector<mail::LineLabel>& said);
    double fiveZones() const;
    double twoZones() const;
    double precision(mail::LineLabel label) const;
    double recall(mail::LineLabel label) const;
};

ZoneScore scoreZones(const std::vector<ZoneExample>& examples, const mail::ZoneWeights& weights);

/// Trains on all but one part and measures on that, for each of the parts.
ZoneScore crossValidateZones(const std::vector<ZoneExample>& examples, int parts, const TrainingOptions& options = {});

/// How well closing, signature and disclaimer zones together meet the marked lines of mailgun/forge.
struct ForgeScore {
    long lines{0};
    long right{0};
    long marked{0};
    long said{0};
    long both{0};
    long messages{0};
    long exact{0};

    double accuracy() const { return double(right) / double(lines > 0 ? lines : 1); }
    double f1() const { return 2.0 * double(both) / double(marked + said > 0 ? marked + said : 1); }
    double exactShare() const { return double(exact) / double(messages > 0 ? messages : 1); }
};

void scoreForge(ForgeScore& score, const ZoneExample& example, const mail::ZoneWeights& weights);

}  // namespace kith::train
