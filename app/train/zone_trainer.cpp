// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_trainer.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace kith::train {
namespace {

using mail::LabelScores;
using mail::LineLabel;
using mail::lineLabelCount;
using mail::SeenLines;
using mail::ZoneWeights;

struct Prepared {
    SeenLines seen;
    std::vector<LineLabel> truth;  ///< of the lines with content
};

std::vector<Prepared> prepared(const std::vector<ZoneExample>& examples) {
    std::vector<Prepared> all;
    for (const ZoneExample& example : examples) {
        Prepared one{mail::seenLines(example.text), {}};
        for (const mail::ZoneLine& line : one.seen.text.lines) {
            one.truth.push_back(example.labels[std::size_t(line.row)]);
        }
        all.push_back(std::move(one));
    }
    return all;
}

LabelScores probabilities(LabelScores scores) {
    const float top = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) {
        score = std::exp(score - top);
        sum += score;
    }
    for (float& score : scores) {
        score /= sum;
    }
    return scores;
}

class Learner {
public:
    explicit Learner(const TrainingOptions& options)
        : m_options(options) {}

    void learn(const Prepared& mail, std::size_t i) {
        LabelScores scores{};
        visit(mail.seen, i, [&](LabelScores& weight, LabelScores&) {
            for (std::size_t label = 0; label < lineLabelCount; ++label) {
                scores[label] += weight[label];
            }
        });
        LabelScores gradient = probabilities(scores);
        gradient[std::size_t(mail.truth[i])] -= 1.0F;
        visit(mail.seen, i, [&](LabelScores& weight, LabelScores& squares) {
            for (std::size_t label = 0; label < lineLabelCount; ++label) {
                const float step = gradient[label] + m_options.decay * weight[label];
                squares[label] += step * step;
                weight[label] -= m_options.rate * step / std::sqrt(squares[label] + 1e-6F);
            }
        });
    }

    ZoneWeights weights;

private:
    template <class Visit>
    void visit(const SeenLines& seen, std::size_t i, Visit visit) {
        const auto count = std::ptrdiff_t(seen.signals.size());
        for (std::ptrdiff_t place = -mail::zoneReach; place <= mail::zoneReach; ++place) {
            const std::ptrdiff_t at = std::ptrdiff_t(i) + place;
            if (at < 0 || at >= count) {
                continue;
            }
            const auto row = std::size_t(place + mail::zoneReach);
            seen.signals[std::size_t(at)].forEach(
                [&](std::size_t signal) { visit(weights.signals[row][signal], m_squares.signals[row][signal]); });
        }
    }

    TrainingOptions m_options;
    ZoneWeights m_squares;
};

/// Log of how much likelier a step is than its target is anyway: the line's own score holds the target's share.
void learnSteps(ZoneWeights& weights, const std::vector<Prepared>& mails) {
    std::array<std::array<double, lineLabelCount>, lineLabelCount + 1> counts{};
    for (auto& row : counts) {
        row.fill(2.0);
    }
    std::array<double, lineLabelCount> totals{};
    totals.fill(2.0);
    for (const Prepared& mail : mails) {
        std::size_t before = lineLabelCount;
        for (const LineLabel label : mail.truth) {
            counts[before][std::size_t(label)] += 1;
            totals[std::size_t(label)] += 1;
            before = std::size_t(label);
        }
    }
    double all = 0;
    for (const double total : totals) {
        all += total;
    }
    for (std::size_t from = 0; from <= lineLabelCount; ++from) {
        double sum = 0;
        for (const double count : counts[from]) {
            sum += count;
        }
        for (std::size_t to = 0; to < lineLabelCount; ++to) {
            const double lift = std::log(counts[from][to] / sum) - std::log(totals[to] / all);
            weights.steps[from][to] = float(std::clamp(lift, -4.0, 4.0) * 0.5);
        }
    }
}

ZoneWeights learnPrepared(const std::vector<Prepared>& mails, const TrainingOptions& options) {
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t mail = 0; mail < mails.size(); ++mail) {
        for (std::size_t i = 0; i < mails[mail].truth.size(); ++i) {
            if (!mails[mail].seen.header[i] && mails[mail].truth[i] != LineLabel::Blank) {
                order.emplace_back(mail, i);
            }
        }
    }
    Learner learner(options);
    std::mt19937 random(options.seed);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random() % i]);
        }
        for (const auto& [mail, i] : order) {
            learner.learn(mails[mail], i);
        }
    }
    learnSteps(learner.weights, mails);
    return learner.weights;
}

}  // namespace

mail::ZoneWeights learnZones(const std::vector<ZoneExample>& examples, const TrainingOptions& options) {
    return learnPrepared(prepared(examples), options);
}

void ZoneScore::add(const std::vector<LineLabel>& truth, const std::vector<LineLabel>& said) {
    for (std::size_t i = 0; i < truth.size() && i < said.size(); ++i) {
        if (truth[i] != LineLabel::Blank) {
            ++counts[std::size_t(truth[i])][std::size_t(said[i] == LineLabel::Blank ? LineLabel::Body : said[i])];
        }
    }
}

double ZoneScore::fiveZones() const {
    double right = 0;
    double all = 0;
    for (std::size_t i = 0; i < lineLabelCount; ++i) {
        for (std::size_t k = 0; k < lineLabelCount; ++k) {
            all += double(counts[i][k]);
            right += i == k ? double(counts[i][k]) : 0;
        }
    }
    return right / std::max(all, 1.0);
}

double ZoneScore::twoZones() const {
    double right = 0;
    double all = 0;
    for (std::size_t i = 0; i < lineLabelCount; ++i) {
        for (std::size_t k = 0; k < lineLabelCount; ++k) {
            all += double(counts[i][k]);
            right += (i == 0) == (k == 0) ? double(counts[i][k]) : 0;
        }
    }
    return right / std::max(all, 1.0);
}

double ZoneScore::precision(LineLabel label) const {
    double said = 0;
    for (const auto& row : counts) {
        said += double(row[std::size_t(label)]);
    }
    return double(counts[std::size_t(label)][std::size_t(label)]) / std::max(said, 1.0);
}

double ZoneScore::recall(LineLabel label) const {
    double truth = 0;
    for (const long count : counts[std::size_t(label)]) {
        truth += double(count);
    }
    return double(counts[std::size_t(label)][std::size_t(label)]) / std::max(truth, 1.0);
}

ZoneScore scoreZones(const std::vector<ZoneExample>& examples, const mail::ZoneWeights& weights) {
    ZoneScore score;
    for (const ZoneExample& example : examples) {
        const SeenLines seen = mail::seenLines(example.text);
        score.add(example.labels, mail::rowLabels(seen, mail::bestLabels(seen, weights)));
    }
    return score;
}

ZoneScore crossValidateZones(const std::vector<ZoneExample>& examples, int parts, const TrainingOptions& options) {
    ZoneScore score;
    for (int part = 0; part < parts; ++part) {
        std::vector<ZoneExample> train;
        std::vector<ZoneExample> test;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            (int(i % std::size_t(parts)) == part ? test : train).push_back(examples[i]);
        }
        const mail::ZoneWeights weights = learnZones(train, options);
        const ZoneScore one = scoreZones(test, weights);
        for (std::size_t i = 0; i < lineLabelCount; ++i) {
            for (std::size_t k = 0; k < lineLabelCount; ++k) {
                score.counts[i][k] += one.counts[i][k];
            }
        }
    }
    return score;
}

void scoreForge(ForgeScore& score, const ZoneExample& example, const mail::ZoneWeights& weights) {
    const std::vector<Zone> zones = mail::zonesBy(weights, example.text);
    bool exact = true;
    qsizetype start = 0;
    std::size_t zone = 0;
    const QStringList rows = example.text.split(u'\n');
    for (std::size_t row = 0; row < example.labels.size(); ++row) {
        while (zone + 1 < zones.size() && start >= zones[zone].end) {
            ++zone;
        }
        start += text::codePoints(rows[qsizetype(row)]) + 1;
        if (example.labels[row] == LineLabel::Blank) {
            continue;
        }
        const ZoneKind kind = zones[zone].kind;
        const bool said = kind == ZoneKind::Closing || kind == ZoneKind::Signature || kind == ZoneKind::Disclaimer;
        const bool marked = example.labels[row] == LineLabel::Signature;
        ++score.lines;
        score.right += said == marked ? 1 : 0;
        score.marked += marked ? 1 : 0;
        score.said += said ? 1 : 0;
        score.both += said && marked ? 1 : 0;
        exact = exact && said == marked;
    }
    ++score.messages;
    score.exact += exact ? 1 : 0;
}

}  // namespace kith::train
