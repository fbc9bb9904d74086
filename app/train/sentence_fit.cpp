// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/sentence_fit.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace kith::train {

namespace {

using triage::kCueCount;
using triage::kHeadCount;

constexpr int kEpochs = 60;
constexpr double kSettled = 1e-4;  // no dual weight moved further than this share of its bound
constexpr double kLoss = 0.4;      // weight of one example against the pull towards zero
constexpr double kTilt = 0.3;  // how much more room a telling feature gets than one that is the same in both classes
constexpr double kBias = 3;
constexpr int kSeenAtLeast = 2;

/// What is learnt from: the columns that each example has, grams first and then cues.
struct Table {
    std::vector<quint32> grams;
    std::vector<const Example*> rows;
    std::vector<std::vector<size_t>> columns;

    size_t width() const { return grams.size() + kCueCount; }
};

std::vector<quint32> gramsSeenOften(const std::vector<const Example*>& examples) {
    QHash<quint32, int> seen;
    for (const Example* example : examples) {
        for (const quint32 gram : example->parts.grams) {
            seen[gram]++;
        }
    }
    std::vector<quint32> grams;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (it.value() >= kSeenAtLeast) {
            grams.push_back(it.key());
        }
    }
    std::sort(grams.begin(), grams.end());
    return grams;
}

Table tableOf(const std::vector<Example>& examples, const Wanted& wanted) {
    Table table;
    for (const Example& example : examples) {
        if (wanted(example)) {
            table.rows.push_back(&example);
        }
    }
    table.grams = gramsSeenOften(table.rows);
    for (const Example* example : table.rows) {
        std::vector<size_t> columns;
        for (const quint32 gram : example->parts.grams) {
            const auto found = std::lower_bound(table.grams.begin(), table.grams.end(), gram);
            if (found != table.grams.end() && *found == gram) {
                columns.push_back(static_cast<size_t>(found - table.grams.begin()));
            }
        }
        for (size_t cue = 0; cue < kCueCount; ++cue) {
            if (example->parts.cue[cue]) {
                columns.push_back(table.grams.size() + cue);
            }
        }
        table.columns.push_back(std::move(columns));
    }
    return table;
}

/// Room of each column for one head: by how differently it stands in the two classes.
std::vector<double> tiltedRoom(const Table& table, size_t head) {
    std::array<std::vector<double>, 2> count{std::vector<double>(table.width(), 1.0),
                                             std::vector<double>(table.width(), 1.0)};
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const HeadLabel& label = table.rows[i]->label[head];
        for (const size_t column : table.columns[i]) {
            count[label.positive ? 1 : 0][column] += label.weight;
        }
    }
    const double no = std::accumulate(count[0].begin(), count[0].end(), 0.0);
    const double yes = std::accumulate(count[1].begin(), count[1].end(), 0.0);
    std::vector<double> room(table.width());
    for (size_t column = 0; column < room.size(); ++column) {
        room[column] = std::pow(std::abs(std::log(count[1][column] / yes * no / count[0][column])), kTilt);
    }
    return room;
}

/// The same order on every machine: std::shuffle is not.
void shuffled(std::vector<size_t>& order, std::mt19937& random) {
    for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
}

struct HeadFit {
    std::vector<double> weights;
    double bias{0};
};

/// Logistic regression in its dual, one example at a time.
class HeadLearner {
public:
    HeadLearner(const Table& table, size_t head)
        : m_table(table)
        , m_head(head)
        , m_room(tiltedRoom(table, head))
        , m_dual(table.rows.size()) {
        m_fit.weights.assign(table.width(), 0.0);
    }

    HeadFit learn() {
        std::vector<size_t> order;
        for (size_t i = 0; i < m_table.rows.size(); ++i) {
            if (m_table.rows[i]->label[m_head].weight > 0) {
                order.push_back(i);
            }
        }
        std::mt19937 random(20260501);
        for (int epoch = 0; epoch < kEpochs; ++epoch) {
            shuffled(order, random);
            double furthest = 0;
            for (const size_t i : order) {
                furthest = std::max(furthest, step(i));
            }
            if (furthest < kSettled) {
                break;
            }
        }
        for (size_t column = 0; column < m_room.size(); ++column) {
            m_fit.weights[column] *= m_room[column];
        }
        return std::move(m_fit);
    }

private:
    double step(size_t i) {
        const HeadLabel& label = m_table.rows[i]->label[m_head];
        const double side = label.positive ? 1.0 : -1.0;
        const double bound = kLoss * label.weight;
        double margin = m_fit.bias;
        double norm = kBias * kBias;
        for (const size_t column : m_table.columns[i]) {
            margin += m_fit.weights[column] * m_room[column];
            norm += m_room[column] * m_room[column];
        }
        const double wanted = bound * triage::sigmoid(-side * margin);
        const double move = (wanted - m_dual[i]) / (1 + bound * norm / 4);
        m_dual[i] += move;
        for (const size_t column : m_table.columns[i]) {
            m_fit.weights[column] += move * side * m_room[column];
        }
        m_fit.bias += move * side * kBias * kBias;
        return std::abs(move) / bound;
    }

    const Table& m_table;
    size_t m_head;
    std::vector<double> m_room;
    std::vector<double> m_dual;
    HeadFit m_fit;
};

/// Leaves out the grams that no head hears once they are quantised.
void dropSilentGrams(triage::SentenceWeights& weights) {
    std::array<float, kHeadCount> audible{};
    for (const auto& row : weights.gramWeights) {
        for (size_t head = 0; head < kHeadCount; ++head) {
            audible[head] = std::max(audible[head], std::abs(row[head]) / 254.0F);
        }
    }
    size_t kept = 0;
    for (size_t gram = 0; gram < weights.grams.size(); ++gram) {
        const auto& row = weights.gramWeights[gram];
        bool heard = false;
        for (size_t head = 0; head < kHeadCount; ++head) {
            heard = heard || std::abs(row[head]) >= audible[head];
        }
        if (heard) {
            weights.grams[kept] = weights.grams[gram];
            weights.gramWeights[kept++] = row;
        }
    }
    weights.grams.resize(kept);
    weights.gramWeights.resize(kept);
}

}  // namespace

triage::SentenceWeights fitSentences(const std::vector<Example>& examples, const Wanted& wanted) {
    const Table table = tableOf(examples, wanted);
    triage::SentenceWeights weights;
    weights.grams = table.grams;
    weights.gramWeights.resize(table.grams.size());
    for (size_t head = 0; head < kHeadCount; ++head) {
        const HeadFit fit = HeadLearner(table, head).learn();
        for (size_t gram = 0; gram < table.grams.size(); ++gram) {
            weights.gramWeights[gram][head] = static_cast<float>(fit.weights[gram]);
        }
        for (size_t cue = 0; cue < kCueCount; ++cue) {
            weights.cueWeights[cue][head] = static_cast<float>(fit.weights[table.grams.size() + cue]);
        }
        weights.bias[head] = static_cast<float>(fit.bias);
    }
    dropSilentGrams(weights);
    return weights;
}

std::vector<triage::HeadProbabilities> marginsOf(const std::vector<Example>& examples,
                                                 const triage::SentenceWeights& weights) {
    std::vector<triage::HeadProbabilities> margins(examples.size());
    if (const auto model = triage::SentenceModel::fromBytes(triage::toBytes(weights))) {
        std::transform(examples.begin(), examples.end(), margins.begin(),
                       [&](const Example& example) { return model->margins(example.parts); });
    }
    return margins;
}

std::vector<triage::HeadProbabilities> outOfFoldMargins(const std::vector<Example>& examples, const Wanted& wanted) {
    std::vector<triage::HeadProbabilities> margins(examples.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        const auto others = fitSentences(examples, [&](const Example& one) { return wanted(one) && one.fold != fold; });
        const auto said = marginsOf(examples, others);
        for (size_t i = 0; i < examples.size(); ++i) {
            if (examples[i].fold == fold) {
                margins[i] = said[i];
            }
        }
    }
    return margins;
}

}  // namespace kith::train
