// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/model_offer.h"

#include <algorithm>

namespace kith::triage {

namespace {

constexpr double kNear = 0.45;  ///< of the longer name may differ

/// Levenshtein's: how many letters to put in, take out or change.
int editDistance(const QString& one, const QString& other) {
    std::vector<int> row(static_cast<size_t>(other.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i) {
        row[i] = static_cast<int>(i);
    }
    for (const QChar letter : one) {
        int diagonal = row[0]++;
        for (size_t i = 1; i < row.size(); ++i) {
            const bool same = other[static_cast<qsizetype>(i) - 1] == letter;
            const int next = std::min({row[i] + 1, row[i - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = std::exchange(row[i], next);
        }
    }
    return row.back();
}

/// 0: the same; letters, case aside, and the maker's name counts less than the model's.
double distanceOf(const QString& wanted, const QString& known) {
    const auto share = [](const QString& a, const QString& b) {
        return double(editDistance(a, b)) / double(std::max<qsizetype>({a.size(), b.size(), 1}));
    };
    const QString shortWanted = wanted.section(u'/', -1);
    const QString shortKnown = known.section(u'/', -1);
    const bool part = shortWanted.size() >= 4 && shortKnown.contains(shortWanted);
    const double byName = std::min(share(shortWanted, shortKnown), part ? 0.2 : 1.0);
    return std::min(share(wanted, known), byName + 0.01);
}

}  // namespace

QStringList nearNames(const QString& wanted, const QStringList& known, int most) {
    std::vector<std::pair<double, QString>> ranked;
    for (const QString& name : known) {
        if (const double distance = distanceOf(wanted.toLower(), name.toLower()); distance < kNear) {
            ranked.emplace_back(distance, name);
        }
    }
    std::sort(ranked.begin(), ranked.end());
    QStringList names;
    for (const auto& [distance, name] : ranked) {
        if (names.size() < most) {
            names << name;
        }
    }
    return names;
}

Result<ModelOffer> offerNamed(const QString& name, const std::vector<ModelOffer>& offers) {
    QStringList known;
    for (const ModelOffer& offer : offers) {
        if (offer.id == name) {
            return offer;
        }
        known << offer.id;
    }
    const QStringList near = nearNames(name, known);
    return Error{ErrorKind::NotFound, QStringLiteral("the service has no model %1").arg(name),
                 near.isEmpty() ? QStringLiteral("kithctl model list shows those that it has.")
                                : QStringLiteral("Did you mean %1?").arg(near.join(QStringLiteral(" or ")))};
}

}  // namespace kith::triage
