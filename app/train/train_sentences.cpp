// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/train_sentences.h"

#include "app/train/sentence_examples.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>

namespace kith::train {

namespace {

using triage::Head;
using triage::kHeadCount;
using triage::Scored;

constexpr double kOwnRequestBesideForeign = 0.15;  // the set's idea of a request is wider than ours
constexpr size_t kRequest = static_cast<size_t>(Head::Request);

QTextStream& say() {
    static QTextStream stream(stdout);
    return stream;
}

struct Held {
    std::vector<Scored> margins;
    std::vector<int> folds;
};

Held held(const std::vector<Example>& examples, const std::vector<triage::HeadProbabilities>& margins, size_t head,
          const Wanted& wanted) {
    Held some;
    for (size_t i = 0; i < examples.size(); ++i) {
        const HeadLabel& label = examples[i].label[head];
        if (label.weight > 0 && wanted(examples[i])) {
            some.margins.push_back({margins[i][head], label.positive, label.weight});
            some.folds.push_back(examples[i].fold);
        }
    }
    return some;
}

std::vector<Scored> calibrated(std::vector<Scored> margins, const triage::Platt& platt) {
    for (Scored& one : margins) {
        one.score = platt(one.score);
    }
    return margins;
}

/// Probabilities of each fold by a calibration that was fitted on the other folds.
std::vector<Scored> crossCalibrated(const Held& some) {
    std::vector<Scored> probabilities = some.margins;
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<Scored> others;
        for (size_t i = 0; i < some.margins.size(); ++i) {
            if (some.folds[i] != fold) {
                others.push_back(some.margins[i]);
            }
        }
        const triage::Platt platt = triage::fitPlatt(others);
        for (size_t i = 0; i < some.margins.size(); ++i) {
            if (some.folds[i] == fold) {
                probabilities[i].score = platt(some.margins[i].score);
            }
        }
    }
    return probabilities;
}

std::vector<Scored> priorCorrected(std::vector<Scored> scored, double trainingPrior) {
    std::vector<double> probabilities;
    std::transform(scored.begin(), scored.end(), std::back_inserter(probabilities),
                   [](const Scored& one) { return one.score; });
    const double prior = triage::estimatePrior(probabilities, trainingPrior);
    for (Scored& one : scored) {
        one.score = triage::shiftPrior(one.score, trainingPrior, prior);
    }
    return scored;
}

void printFigures(const QString& name, const std::vector<Scored>& scored) {
    double hit = 0, miss = 0, alarm = 0, rest = 0;
    for (const Scored& one : scored) {
        const bool said = one.score >= 0.5;
        (one.positive ? (said ? hit : miss) : (said ? alarm : rest)) += one.weight;
    }
    const double precision = hit + alarm > 0 ? hit / (hit + alarm) : 0;
    const double recall = hit + miss > 0 ? hit / (hit + miss) : 0;
    const double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    say() << QStringLiteral("%1 n %2  acc %3  P %4  R %5  F1 %6  AUC %7  ECE %8\n")
                 .arg(name, -34)
                 .arg(scored.size(), 5)
                 .arg((hit + rest) / (hit + rest + miss + alarm), 0, 'f', 3)
                 .arg(precision, 0, 'f', 3)
                 .arg(recall, 0, 'f', 3)
                 .arg(f1, 0, 'f', 3)
                 .arg(triage::rocAuc(scored), 0, 'f', 3)
                 .arg(triage::expectedCalibrationError(scored), 0, 'f', 3);
}

bool learnable(const Example& example) {
    return !example.kept;
}
bool ownOnly(const Example& example) {
    return example.own;
}
bool foreignKept(const Example& example) {
    return example.kept;
}
bool foreignLearnt(const Example& example) {
    return !example.own && !example.kept;
}

double positiveShare(const std::vector<Scored>& scored) {
    const auto count = std::count_if(scored.begin(), scored.end(), [](const Scored& one) { return one.positive; });
    return double(count) / double(std::max<size_t>(scored.size(), 1));
}

/// Sets Platt scaling and prior of every head and prints what the folds say.
void calibrate(const std::vector<Example>& examples, const Wanted& wanted, triage::SentenceWeights& weights) {
    const auto margins = outOfFoldMargins(examples, wanted);
    const bool foreign = std::any_of(examples.begin(), examples.end(),
                                     [&](const Example& one) { return wanted(one) && foreignLearnt(one); });
    for (size_t head = 0; head < kHeadCount; ++head) {
        const bool byForeign = head == kRequest && foreign;
        const Held some = held(examples, margins, head, byForeign ? Wanted(foreignLearnt) : wanted);
        weights.platt[head] = triage::fitPlatt(some.margins);
        weights.prior[head] = positiveShare(some.margins);
        printFigures(QString(triage::headWord(static_cast<Head>(head))) +
                         (byForeign ? QStringLiteral(" (Parakweet)") : QString()),
                     crossCalibrated(some));
    }
}

void reportKept(const QString& name, const std::vector<Example>& examples, const triage::SentenceWeights& weights) {
    const Held kept = held(examples, marginsOf(examples, weights), kRequest, foreignKept);
    if (kept.margins.empty()) {
        return;
    }
    const auto scored = calibrated(kept.margins, weights.platt[kRequest]);
    printFigures(QStringLiteral("kept out, ") + name, scored);
    printFigures(QStringLiteral("  after prior correction"), priorCorrected(scored, weights.prior[kRequest]));
}

void reportPace(const std::vector<Example>& examples, const triage::SentenceWeights& weights) {
    const QByteArray bytes = triage::toBytes(weights);
    QElapsedTimer timer;
    timer.start();
    const auto model = triage::SentenceModel::fromBytes(bytes);
    const double loading = double(timer.nsecsElapsed()) / 1e6;
    if (!model || examples.empty()) {
        return;
    }
    timer.start();
    double sum = 0;
    for (const Example& example : examples) {
        sum += model->score(example.text)[0];
    }
    const double each = double(timer.nsecsElapsed()) / 1e3 / double(examples.size());
    say() << weights.grams.size() << " grams, " << bytes.size() << " bytes, loaded in "
          << QString::number(loading, 'f', 2) << " ms; " << QString::number(each, 'f', 1) << " µs a sentence (mean "
          << QString::number(sum / double(examples.size()), 'f', 2) << ")\n";
}

bool writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

triage::SentenceWeights learn(const QString& name, const std::vector<Example>& examples, const Wanted& wanted) {
    say() << "\n" << name << ": five folds, each by weights and calibration of the others\n";
    triage::SentenceWeights weights = fitSentences(examples, wanted);
    weights.version = QStringLiteral("sentences-2");
    calibrate(examples, wanted, weights);
    reportKept(name, examples, weights);
    return weights;
}

}  // namespace

int trainSentences(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("own"), QStringLiteral("own labelled sentences"), QStringLiteral("tsv")},
                       {QStringLiteral("corpora"), QStringLiteral("folder of public sets"), QStringLiteral("folder"),
                        qEnvironmentVariable("KITH_CORPORA")},
                       {QStringLiteral("out"), QStringLiteral("weights to write"), QStringLiteral("bin")}});
    if (!parser.parse(QStringList{QStringLiteral("sentences")} + arguments) || !parser.isSet(QStringLiteral("own"))) {
        return 2;
    }
    auto own = ownSentences(parser.value(QStringLiteral("own")));
    if (!own) {
        QTextStream(stderr) << own.error().detail << Qt::endl;
        return 3;
    }
    std::vector<Example> examples = *std::move(own);
    const auto foreign = parakweetSentences(parser.value(QStringLiteral("corpora")));
    say() << examples.size() << " own sentences; "
          << (foreign.empty() ? QStringLiteral("no public set at hand")
                              : QStringLiteral("Parakweet: %1 sentences").arg(foreign.size()))
          << "\n";
    examples.insert(examples.end(), foreign.begin(), foreign.end());
    triage::SentenceWeights weights = learn(QStringLiteral("own sentences alone"), examples, ownOnly);
    if (!foreign.empty()) {
        for (Example& example : examples) {
            example.label[kRequest].weight *= example.own ? kOwnRequestBesideForeign : 1;
        }
        weights = learn(QStringLiteral("own sentences and Parakweet"), examples, learnable);
    }
    reportPace(examples, weights);
    say().flush();
    const QString out = parser.value(QStringLiteral("out"));
    return out.isEmpty() || writeWhole(out, triage::toBytes(weights)) ? 0 : 3;
}

}  // namespace kith::train
