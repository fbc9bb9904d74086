// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/linkage.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string_view>
#include <unordered_map>

namespace kith::people {

namespace {

constexpr int kSmallBook = 500;  ///< below it, how common a value is cannot be told from its duplicates

constexpr int kRandomPairs = 60'000;
constexpr int kEmRounds = 60;
constexpr double kSmoothing = 0.5;
constexpr double kLeastM = 1e-4;

using PairKey = quint64;  ///< one < other, 32 bits each

PairKey pairKey(int a, int b) {
    return (quint64(std::min(a, b)) << 32) | quint32(std::max(a, b));
}

/// All pairs of a pass, sorted, once each.
std::vector<PairKey> pairsOf(const BlockingPass& pass, int cap, qint64& capped) {
    std::vector<std::pair<quint64, int>> entries;
    for (int record = 0; record < int(pass.keys.size()); ++record) {
        for (const quint64 key : pass.keys[size_t(record)]) {
            entries.emplace_back(key, record);
        }
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    std::vector<PairKey> pairs;
    for (size_t from = 0; from < entries.size();) {
        size_t to = from;
        while (to < entries.size() && entries[to].first == entries[from].first) {
            ++to;
        }
        if (int(to - from) > cap) {
            ++capped;
        } else {
            for (size_t i = from; i < to; ++i) {
                for (size_t j = i + 1; j < to; ++j) {
                    pairs.push_back(pairKey(entries[i].second, entries[j].second));
                }
            }
        }
        from = to;
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// Agreement in few bits, to count equal ones.
quint64 packed(const Agreement& agreement) {
    quint64 word = 0;
    for (const qint8 level : agreement) {
        word = (word << 4) | quint64(level + 1);
    }
    return word;
}

struct Pattern {
    Agreement agreement{};
    double count{0};
};

void learnU(const LinkageProblem& problem, LinkageModel& model) {
    std::mt19937 dice(problem.seed);
    std::uniform_int_distribution<int> any(0, std::max(0, problem.records - 1));
    for (size_t field = 0; field < problem.levels.size(); ++field) {
        model.u.emplace_back(size_t(problem.levels[field]), kSmoothing);
    }
    for (int i = 0; i < kRandomPairs && problem.records > 1; ++i) {
        const int a = any(dice);
        const int b = any(dice);
        if (a == b) {
            continue;
        }
        const Agreement agreement = problem.compare(a, b);
        for (size_t field = 0; field < problem.levels.size(); ++field) {
            if (agreement[field] != nothingSaid) {
                model.u[field][size_t(agreement[field])] += 1;
            }
        }
    }
    for (auto& field : model.u) {
        const double all = std::accumulate(field.begin(), field.end(), 0.0);
        std::ranges::for_each(field, [&](double& share) { share /= all; });
        model.uOfFull.push_back(field.back());
    }
}

/// m of one pass by expectation and maximisation; held out fields stay as they are.
std::vector<std::vector<double>> learnM(const LinkageProblem& problem, const LinkageModel& model,
                                        const BlockingPass& pass, const std::vector<Pattern>& patterns) {
    std::vector<std::vector<double>> m;
    for (const int levels : problem.levels) {
        std::vector<double> shares(size_t(levels), 0.1 / std::max(1, levels - 1));
        shares.back() = 0.9;
        m.push_back(std::move(shares));
    }
    std::vector<bool> held(problem.levels.size(), false);
    for (const int field : pass.heldOut) {
        held[size_t(field)] = true;
    }
    double share = pass.deterministic ? 0.95 : 0.3;
    for (int round = 0; round < kEmRounds; ++round) {
        std::vector<std::vector<double>> counted;
        for (const int levels : problem.levels) {
            counted.emplace_back(size_t(levels), kSmoothing);
        }
        double same = 0;
        double all = 0;
        for (const Pattern& pattern : patterns) {
            double odds = std::log(share / (1 - share));
            for (size_t field = 0; field < m.size(); ++field) {
                const qint8 level = pattern.agreement[field];
                if (level != nothingSaid && !held[field]) {
                    odds += std::log(m[field][size_t(level)] / model.u[field][size_t(level)]);
                }
            }
            const double weight = pattern.count / (1 + std::exp(-odds));
            for (size_t field = 0; field < m.size(); ++field) {
                if (pattern.agreement[field] != nothingSaid) {
                    counted[field][size_t(pattern.agreement[field])] += weight;
                }
            }
            same += weight;
            all += pattern.count;
        }
        for (size_t field = 0; field < m.size(); ++field) {
            const double sum = std::accumulate(counted[field].begin(), counted[field].end(), 0.0);
            for (size_t level = 0; level < m[field].size(); ++level) {
                m[field][level] = std::max(kLeastM, counted[field][level] / sum);
            }
        }
        share = std::clamp(all > 0 ? same / all : 0.3, 1e-4, 0.999);
    }
    return m;
}

std::vector<Pattern> patternsOf(const LinkageProblem& problem, const std::vector<PairKey>& pairs) {
    constexpr size_t most = 200'000;
    const size_t step = std::max<size_t>(1, pairs.size() / most);
    std::unordered_map<quint64, Pattern> counted;
    for (size_t i = 0; i < pairs.size(); i += step) {
        const Agreement agreement = problem.compare(int(pairs[i] >> 32), int(pairs[i] & 0xffffffffU));
        Pattern& pattern = counted[packed(agreement)];
        pattern.agreement = agreement;
        pattern.count += 1;
    }
    std::vector<std::pair<quint64, Pattern>> ordered(counted.begin(), counted.end());
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Pattern> patterns;
    for (const auto& [key, pattern] : ordered) {
        patterns.push_back(pattern);
    }
    return patterns;
}

/// Averages m over the passes that may teach a field, each by how many pairs it saw.
void averageM(const LinkageProblem& problem, LinkageModel& model, const std::vector<std::vector<PairKey>>& pairs) {
    std::vector<double> weights(problem.levels.size(), 0);
    for (const int levels : problem.levels) {
        model.m.emplace_back(size_t(levels), 0);
    }
    for (size_t p = 0; p < problem.passes.size(); ++p) {
        const BlockingPass& pass = problem.passes[p];
        if (pairs[p].size() < 20) {
            continue;
        }
        const auto m = learnM(problem, model, pass, patternsOf(problem, pairs[p]));
        const double weight = pass.deterministic ? 3.0 : 1.0;
        for (size_t field = 0; field < m.size(); ++field) {
            if (std::ranges::count(pass.heldOut, int(field)) > 0) {
                continue;
            }
            weights[field] += weight;
            for (size_t level = 0; level < m[field].size(); ++level) {
                model.m[field][level] += weight * m[field][level];
            }
        }
    }
    for (size_t field = 0; field < model.m.size(); ++field) {
        for (size_t level = 0; level < model.m[field].size(); ++level) {
            const bool best = level + 1 == model.m[field].size();
            const double before = !problem.m.empty() ? problem.m[field][level]
                                  : best             ? 0.9
                                                     : 0.1 / double(model.m[field].size() - 1);
            model.m[field][level] = weights[field] > 0 ? model.m[field][level] / weights[field] : before;
        }
    }
}

double logOdds(const LinkageProblem& problem, const LinkageModel& model, const Agreement& agreement, int a, int b) {
    double names = 0;
    double odds = std::log(model.lambda / (1 - model.lambda));
    for (size_t field = 0; field < model.m.size(); ++field) {
        const qint8 level = agreement[field];
        if (level == nothingSaid) {
            continue;
        }
        double weight = std::log(model.m[field][size_t(level)] / model.u[field][size_t(level)]);
        if (problem.frequency && level + 1 == qint8(problem.levels[field])) {
            const double often = std::max(problem.frequency(int(field), a), problem.frequency(int(field), b));
            if (often > 0) {
                // in a small book a value is common because the pair itself has it twice
                const double least = problem.records < kSmallBook ? 0.0 : -4.0;
                weight += std::clamp(std::log(model.uOfFull[field] / often), least, 3.0);
            }
        }
        const bool name = std::ranges::count(problem.nameFields, int(field)) > 0;
        (name ? names : odds) += weight;
    }
    return odds + std::min(names, problem.nameCap);
}

struct Passed {
    PairKey pair{0};
    bool deterministic{false};
};

std::vector<Passed> unionOf(const LinkageProblem& problem, const std::vector<std::vector<PairKey>>& pairs) {
    std::vector<Passed> all;
    for (size_t p = 0; p < pairs.size(); ++p) {
        for (const PairKey pair : pairs[p]) {
            all.push_back({pair, problem.passes[p].deterministic});
        }
    }
    std::sort(all.begin(), all.end(), [](const Passed& a, const Passed& b) {
        return a.pair != b.pair ? a.pair < b.pair : a.deterministic > b.deterministic;
    });
    all.erase(std::unique(all.begin(), all.end(), [](const Passed& a, const Passed& b) { return a.pair == b.pair; }),
              all.end());
    return all;
}

}  // namespace

LinkageResult link(const LinkageProblem& problem, double least, std::stop_token stop) {
    LinkageResult result;
    if (problem.records < 2) {
        return result;
    }
    std::vector<std::vector<PairKey>> pairs;
    for (const BlockingPass& pass : problem.passes) {
        pairs.push_back(pairsOf(pass, problem.blockCap, result.cappedBlocks));
    }
    learnU(problem, result.model);
    averageM(problem, result.model, pairs);
    const std::vector<Passed> all = unionOf(problem, pairs);
    const auto sure = std::ranges::count_if(all, &Passed::deterministic);
    const double possible = 0.5 * double(problem.records) * double(problem.records - 1);
    result.model.lambda = std::clamp(std::max(1.0, double(sure)) / problem.recallOfRules / possible, 1e-12, 0.5);
    for (const Passed& passed : all) {
        if ((++result.compared & 0xffff) == 0 && stop.stop_requested()) {
            return result;
        }
        LinkedPair pair;
        pair.one = int(passed.pair >> 32);
        pair.other = int(passed.pair & 0xffffffffU);
        pair.agreement = problem.compare(pair.one, pair.other);
        pair.deterministic = passed.deterministic;
        pair.probability = 1 / (1 + std::exp(-logOdds(problem, result.model, pair.agreement, pair.one, pair.other)));
        if (pair.probability >= least) {
            result.pairs.push_back(pair);
        }
    }
    std::sort(result.pairs.begin(), result.pairs.end(), [](const LinkedPair& a, const LinkedPair& b) {
        return a.probability != b.probability ? a.probability > b.probability
                                              : std::pair(a.one, a.other) < std::pair(b.one, b.other);
    });
    return result;
}

std::vector<int> clusters(int records, std::span<const LinkedPair> pairs, double least,
                          const std::function<bool(int, int)>& veto) {
    std::vector<int> group(static_cast<size_t>(records));
    std::iota(group.begin(), group.end(), 0);
    std::vector<std::vector<int>> members(static_cast<size_t>(records));
    for (int i = 0; i < records; ++i) {
        members[size_t(i)] = {i};
    }
    for (const LinkedPair& pair : pairs) {
        int into = group[size_t(pair.one)];
        int from = group[size_t(pair.other)];
        if (pair.probability < least || into == from) {
            continue;
        }
        const auto& ours = members[size_t(into)];
        const auto& theirs = members[size_t(from)];
        const bool apart = veto && std::ranges::any_of(ours, [&](int a) {
                               return std::ranges::any_of(theirs, [&](int b) { return veto(a, b); });
                           });
        if (apart) {
            continue;
        }
        if (ours.size() < theirs.size()) {
            std::swap(into, from);
        }
        for (const int record : members[size_t(from)]) {
            group[size_t(record)] = into;
            members[size_t(into)].push_back(record);
        }
        members[size_t(from)].clear();
    }
    return group;
}

double jaroWinkler(const std::u16string_view& a, const std::u16string_view& b) {
    if (a.empty() || b.empty()) {
        return a.empty() && b.empty() ? 1.0 : 0.0;
    }
    if (a == b) {
        return 1.0;
    }
    constexpr size_t longest = 64;
    const size_t na = std::min(a.size(), longest);
    const size_t nb = std::min(b.size(), longest);
    const size_t reach = std::max<size_t>(1, std::max(na, nb) / 2) - 1;
    std::array<bool, longest> takenA{};
    std::array<bool, longest> takenB{};
    size_t common = 0;
    for (size_t i = 0; i < na; ++i) {
        const size_t from = i > reach ? i - reach : 0;
        const size_t to = std::min(nb, i + reach + 1);
        for (size_t j = from; j < to; ++j) {
            if (!takenB[j] && a[i] == b[j]) {
                takenA[i] = takenB[j] = true;
                ++common;
                break;
            }
        }
    }
    if (common == 0) {
        return 0;
    }
    size_t swapped = 0;
    for (size_t i = 0, j = 0; i < na; ++i) {
        if (takenA[i]) {
            while (!takenB[j]) {
                ++j;
            }
            swapped += a[i] == b[j] ? 0 : 1;
            ++j;
        }
    }
    const double c = double(common);
    const double jaro = (c / double(na) + c / double(nb) + (c - double(swapped) / 2) / c) / 3;
    size_t prefix = 0;
    while (prefix < 4 && prefix < std::min(na, nb) && a[prefix] == b[prefix]) {
        ++prefix;
    }
    return jaro + 0.1 * double(prefix) * (1 - jaro);
}

quint64 blockingKey(std::u16string_view word, int pass) {
    quint64 hash = 1469598103934665603ULL ^ (quint64(pass) * 0x9e3779b97f4a7c15ULL);
    for (const char16_t c : word) {
        hash = (hash ^ c) * 1099511628211ULL;
    }
    return hash | 1;
}

}  // namespace kith::people
