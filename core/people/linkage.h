// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Record linkage after Fellegi and Sunter, learned from the records themselves: how likely two of them are the same.
#pragma once

#include <QtGlobal>

#include <array>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace kith::people {

constexpr int mostLinkageFields = 12;
/// How far two records agree, a number a field: 0 not at all, higher is better, nothingSaid where one says nothing.
using Agreement = std::array<qint8, mostLinkageFields>;
constexpr qint8 nothingSaid = -1;

/// Records that share a key in a pass are compared.
struct BlockingPass {
    std::vector<std::vector<quint64>> keys;  ///< by record; none: not in this pass
    std::vector<int> heldOut;                ///< fields that the keys settle: not learned from this pass
    bool deterministic{false};               ///< sharing a key here means the same, nearly always
};

struct LinkageProblem {
    int records{0};
    std::vector<int> levels;  ///< of each field: levels 0 … n−1
    std::function<Agreement(int, int)> compare;
    std::vector<BlockingPass> passes;
    /// Of full agreement in a field: how often the value of this record occurs among all, 0 … 1; empty: no adjustment.
    std::function<double(int field, int record)> frequency;
    /// m by field and level where there are too few pairs to learn from; empty: mostly full agreement.
    std::vector<std::vector<double>> m;
    std::vector<int> nameFields;  ///< their evidence together is capped: one name is one coincidence
    double nameCap{9.0};          ///< natural logarithm of odds
    int blockCap{200};            ///< larger blocks are left out of a pass
    double recallOfRules{0.7};    ///< share of true pairs that deterministic passes find
    quint32 seed{7};
};

struct LinkageModel {
    double lambda{0};                    ///< that two records at random are the same
    std::vector<std::vector<double>> m;  ///< by field and level: agreement among the same
    std::vector<std::vector<double>> u;  ///< and among others
    std::vector<double> uOfFull;         ///< chance of full agreement, for the adjustment by frequency
};

struct LinkedPair {
    int one{0};
    int other{0};
    double probability{0};
    Agreement agreement{};
    bool deterministic{false};  ///< a deterministic pass found it
};

struct LinkageResult {
    LinkageModel model;
    std::vector<LinkedPair> pairs;  ///< from `least` on, the likeliest first
    qint64 compared{0};
    qint64 cappedBlocks{0};
};

LinkageResult link(const LinkageProblem& problem, double least, std::stop_token stop = {});

/// Groups of records that are one, by the likeliest pair first. veto(a, b) keeps two records out of one group however
/// they are chained.
std::vector<int> clusters(int records, std::span<const LinkedPair> pairs, double least,
                          const std::function<bool(int, int)>& veto);

/// Jaro–Winkler, 0 … 1.
double jaroWinkler(const std::u16string_view& a, const std::u16string_view& b);
/// A key out of a word, never 0; empty words have none.
quint64 blockingKey(std::u16string_view word, int pass);

}  // namespace kith::people
