// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/fact_resolver.h"

#include "core/people/value_forms.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace kith::people {

namespace {

constexpr double kRepeated = 0.3;      ///< what a further source of the same family adds to the first
constexpr double kPartly = 0.5;        ///< what a claim adds to a fuller value that it agrees with
constexpr double kTakenBack = 0.2;     ///< what a claim is still worth that its source took back
constexpr double kLikelyToo = 0.15;    ///< from here on another value is a dispute
constexpr double kShownFrom = 0.3;     ///< of several values that may stand together
constexpr double kPriorStrength = 12;  ///< answers that the shipped reliability is worth
constexpr int kFewOutcomes = 30;

struct Believed {
    const char* source;
    const char* field;  ///< empty: any
    double reliability;
};

/// Before the user taught anything. The first that fits.
constexpr Believed kBelieved[] = {
    {"user", "", 0.995},     {"signature", "phone", 0.95}, {"signature", "email", 0.96},
    {"signature", "", 0.92}, {"header", "name", 0.9},      {"header", "", 0.97},
    {"import", "", 0.85},    {"attio", "", 0.85},          {"onyx", "", 0.7},
};

double believedAtFirst(const QString& source, const QString& field) {
    for (const Believed& one : kBelieved) {
        if (source == QLatin1String(one.source) && (*one.field == '\0' || field == QLatin1String(one.field))) {
            return one.reliability;
        }
    }
    return 0.65;
}

/// Sources of one family may have copied from one another, or are the same person writing again.
QString familyOf(const QString& source) {
    if (source == QStringLiteral("attio") || source == QStringLiteral("onyx")) {
        return QStringLiteral("outside");
    }
    return source == QStringLiteral("header") ? QStringLiteral("signature") : source;
}

/// After how many years what was said is worth half; 0: it does not age.
double halfLife(const QString& field) {
    if (field == QStringLiteral("job_title") || field == QStringLiteral("company")) {
        return 3;
    }
    return field == QStringLiteral("phone") ? 4 : field == QStringLiteral("address") ? 5 : 0;
}

double freshness(const Claim& claim, std::chrono::milliseconds now) {
    const double life = halfLife(claim.field);
    const double years = std::max(0.0, double((now - claim.observedAt).count()) / (365.25 * 86'400'000.0));
    return (life > 0 ? std::exp2(-years / life) : 1.0) * (claim.closed ? kTakenBack : 1.0);
}

bool isUsers(const Claim& claim) {
    return claim.locked || claim.chosen || claim.source == QStringLiteral("user");
}

/// A claim with its compared form and what it weighs alone.
struct Weighed {
    const Claim* claim{nullptr};
    QString form;
    QString family;
    double weight{0};
};

/// An order that rests on what was said only, never on when it came or which number it got.
auto contentOrder(const Weighed& one) {
    const Claim& c = *one.claim;
    return std::make_tuple(-one.weight, -c.observedAt.count(), c.value, c.source, c.reference, c.kind, c.id);
}

std::vector<Weighed> weighed(const std::vector<const Claim*>& claims, const SourceTrust& trust,
                             std::chrono::milliseconds now, bool severalStand) {
    std::set<QString> forms;
    std::vector<Weighed> all;
    for (const Claim* claim : claims) {
        all.push_back({claim,
                       comparedForm(claim->field, claim->normalized.isEmpty() ? claim->value : claim->normalized),
                       familyOf(claim->source), 0});
        forms.insert(all.back().form);
    }
    const double others = severalStand ? 1.0 : std::max<double>(2.0, double(forms.size()));
    for (Weighed& one : all) {
        const double right =
            reliability(trust, one.claim->source, one.claim->field) * std::clamp(one.claim->confidence, 0.05, 1.0);
        const double odds = std::log(right / ((1 - right) / others));
        one.weight = std::max(0.0, odds) * freshness(*one.claim, now);
    }
    std::ranges::sort(all, {}, contentOrder);
    return all;
}

/// All that speaks for one form: the first voice of a family fully, further ones less and less.
double supportOf(const QString& form, const std::vector<Weighed>& all) {
    QHash<QString, int> voices;
    double support = 0;
    for (const Weighed& one : all) {
        if (one.claim->rejected || !agrees(one.claim->field, one.form, form)) {
            continue;
        }
        const double share = one.form == form ? 1.0 : kPartly;
        support += one.weight * share * std::pow(kRepeated, voices[one.family]++);
    }
    return support;
}

Choice choiceOf(const QString& form, const std::vector<Weighed>& all) {
    Choice choice;
    choice.form = form;
    choice.closed = true;
    choice.rejected = true;
    for (const Weighed& one : all) {
        const Claim& claim = *one.claim;
        if (one.form != form) {
            continue;
        }
        if (choice.claims.empty()) {
            choice.value = claim.value;
            choice.firstSeen = claim.observedAt;
        }
        choice.kind = choice.kind.isEmpty() ? claim.kind : choice.kind;
        choice.claims.push_back(claim.id);
        choice.firstSeen = std::min(choice.firstSeen, claim.observedAt);
        choice.lastSeen = std::max(choice.lastSeen, claim.observedAt);
        choice.byUser = choice.byUser || (isUsers(claim) && !claim.rejected);
        choice.locked = choice.locked || claim.locked;
        choice.rejected = choice.rejected && claim.rejected;
        choice.closed = choice.closed && claim.closed;
    }
    return choice;
}

double calibrated(double probability, const SourceTrust& trust) {
    const double p = std::clamp(probability, 1e-6, 1 - 1e-6);
    return 1 / (1 + std::exp(-(trust.slope * std::log(p / (1 - p)) + trust.shift)));
}

/// The user's newest word on this form.
std::chrono::milliseconds lastWord(const QString& form, const std::vector<Weighed>& all) {
    std::chrono::milliseconds last{0};
    for (const Weighed& one : all) {
        if (one.form == form && isUsers(*one.claim)) {
            last = std::max(
                {last, one.claim->decidedAt,
                 one.claim->source == QStringLiteral("user") ? one.claim->observedAt : std::chrono::milliseconds{0}});
        }
    }
    return last;
}

bool saidTogether(const QString& a, const QString& b, const std::vector<Weighed>& all) {
    std::set<std::pair<QString, QString>> first;
    for (const Weighed& one : all) {
        if (one.form == a && !one.claim->reference.isEmpty()) {
            first.emplace(one.claim->source, one.claim->reference);
        }
    }
    return std::ranges::any_of(all, [&](const Weighed& one) {
        return one.form == b && first.contains({one.claim->source, one.claim->reference});
    });
}

bool isDisputed(const FieldFacts& facts, const std::vector<Weighed>& all) {
    const Choice& best = facts.choices.front();
    if (best.byUser || best.rejected) {
        return false;
    }
    const bool several = isMultiValued(facts.field);
    return std::any_of(facts.choices.begin() + 1, facts.choices.end(), [&](const Choice& other) {
        const bool against = !several || (facts.field == QStringLiteral("phone") && other.kind == best.kind);
        return against && !other.rejected && !other.closed && other.confidence >= kLikelyToo &&
               !agrees(facts.field, other.form, best.form) && !agrees(facts.field, best.form, other.form) &&
               !(several && saidTogether(best.form, other.form, all));
    });
}

void stateConfidence(FieldFacts& facts, const std::vector<Weighed>& all, const SourceTrust& trust) {
    const bool several = isMultiValued(facts.field);
    double total = 1;  // that none of them is right
    std::vector<double> support;
    for (const Choice& choice : facts.choices) {
        support.push_back(std::min(30.0, supportOf(choice.form, all)));
        total += choice.rejected ? 0 : std::exp(support.back());
    }
    for (std::size_t i = 0; i < facts.choices.size(); ++i) {
        Choice& choice = facts.choices[i];
        const double share = several ? 1 / (1 + std::exp(-support[i])) : std::exp(support[i]) / total;
        choice.confidence = choice.byUser ? 1.0 : choice.rejected ? 0.0 : calibrated(share, trust);
    }
}

FieldFacts resolveField(const QString& field, const std::vector<const Claim*>& claims, const SourceTrust& trust,
                        std::chrono::milliseconds now) {
    const bool several = isMultiValued(field);
    const std::vector<Weighed> all = weighed(claims, trust, now, several);
    FieldFacts facts;
    facts.field = field;
    std::set<QString> forms;
    for (const Weighed& one : all) {
        forms.insert(one.form);
    }
    for (const QString& form : forms) {
        facts.choices.push_back(choiceOf(form, all));
    }
    stateConfidence(facts, all, trust);
    std::ranges::sort(facts.choices, {}, [&](const Choice& choice) {
        return std::make_tuple(choice.rejected, !choice.locked, !choice.byUser, -lastWord(choice.form, all).count(),
                               choice.closed, -choice.confidence, -choice.lastSeen.count(), choice.form);
    });
    for (std::size_t i = 0; i < facts.choices.size(); ++i) {
        Choice& choice = facts.choices[i];
        choice.shown = !choice.rejected &&
                       (i == 0 || (several && !choice.closed && (choice.byUser || choice.confidence >= kShownFrom)));
    }
    facts.disputed = isDisputed(facts, all);
    return facts;
}

}  // namespace

double reliability(const SourceTrust& trust, const QString& source, const QString& field) {
    const double before = believedAtFirst(source, field);
    const SourceTrust::Answers answers = trust.answers.value({source, field});
    const double accepted = before * kPriorStrength + answers.accepted;
    const double all = kPriorStrength + answers.accepted + answers.rejected;
    return std::clamp(accepted / all, 0.02, 0.995);
}

std::vector<FieldFacts> resolveFacts(std::span<const Claim> claims, const SourceTrust& trust,
                                     std::chrono::milliseconds now) {
    QMap<QString, std::vector<const Claim*>> fields;
    for (const Claim& claim : claims) {
        if (!claim.value.trimmed().isEmpty()) {
            fields[claim.field].push_back(&claim);
        }
    }
    std::vector<FieldFacts> facts;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        facts.push_back(resolveField(it.key(), it.value(), trust, now));
    }
    return facts;
}

std::pair<double, double> calibrationOf(std::span<const std::pair<double, bool>> outcomes) {
    double slope = 1;
    double shift = 0;
    if (int(outcomes.size()) < kFewOutcomes) {
        return {slope, shift};
    }
    const double pull = 4.0;  // towards leaving them as they are
    for (int round = 0; round < 400; ++round) {
        double bySlope = pull * (1 - slope);
        double byShift = -pull * shift;
        for (const auto& [stated, right] : outcomes) {
            const double p = std::clamp(stated, 1e-4, 1 - 1e-4);
            const double logit = std::log(p / (1 - p));
            const double error = (right ? 1.0 : 0.0) - 1 / (1 + std::exp(-(slope * logit + shift)));
            bySlope += error * logit;
            byShift += error;
        }
        const double step = 0.5 / double(outcomes.size());
        slope = std::clamp(slope + step * bySlope, 0.1, 3.0);
        shift += step * byShift;
    }
    return {slope, shift};
}

}  // namespace kith::people
