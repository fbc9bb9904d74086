// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/train_sentences.h"

#include "app/train/sentence_fit.h"
#include "core/base/text.h"

#include <QCommandLineParser>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <functional>

namespace kith::train {

namespace {

using triage::Head;
using triage::kHeadCount;
using triage::Scored;

constexpr double kUnlabelledNegative = 0.7;  // a sentence labelled for requests only, taken as no opportunity

Example exampleOf(const QString& text) {
    Example example;
    example.text = text;
    example.parts = triage::sentenceParts(text);
    example.fold = static_cast<int>(text::stableHash(text::folded(text).toUtf8()) % kFolds);
    return example;
}

HeadLabel& labelOf(Example& example, Head head) {
    return example.label[static_cast<size_t>(head)];
}

/// labels<TAB>language<TAB>sentence; labels are head words parted by commas, or none.
void appendOwn(const QStringList& fields, std::vector<Example>& examples) {
    if (fields.size() < 3 || fields[0] == QLatin1String("labels")) {
        return;
    }
    Example example = exampleOf(fields[2]);
    example.own = true;
    for (HeadLabel& label : example.label) {
        label.weight = 1;
    }
    const QStringList words = fields[0].split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (const auto head = triage::headFromWord(QLatin1String(word.trimmed().toLatin1()))) {
            labelOf(example, *head).positive = true;
        }
    }
    // A question or a proposal asks for something too: only plain statements are sure not to be requests.
    const bool plain = fields[0] == QLatin1String("none") || fields[0] == QLatin1String("commitment");
    if (!labelOf(example, Head::Request).positive && !plain) {
        labelOf(example, Head::Request).weight = 0;
    }
    examples.push_back(std::move(example));
}

/// Yes|No<TAB>sentence: whether it asks for something.
void appendParakweet(const QStringList& fields, std::vector<Example>& examples) {
    if (fields.size() < 2) {
        return;
    }
    Example example = exampleOf(fields.mid(1).join(QLatin1Char(' ')));
    const bool asks = fields[0] == QLatin1String("Yes");
    labelOf(example, Head::Request) = {asks, 1};
    for (int head = triage::kFirstOpportunity; head < kHeadCount; ++head) {
        example.label[static_cast<size_t>(head)] = {false, kUnlabelledNegative};
    }
    if (!example.parts.has(triage::Cue::QuestionMark)) {
        labelOf(example, Head::Question) = {false, kUnlabelledNegative};
    }
    examples.push_back(std::move(example));
}

using LineReader = std::function<void(const QStringList&, std::vector<Example>&)>;

bool readLines(const QString& path, const LineReader& append, std::vector<Example>& examples) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (!line.isEmpty() && !line.startsWith(QLatin1Char('#'))) {
            append(line.split(QLatin1Char('\t')), examples);
        }
    }
    return true;
}

struct HeldOut {
    std::vector<Scored> margins;
    std::vector<int> folds;
};

HeldOut heldOut(const std::vector<Example>& examples, const std::vector<triage::HeadProbabilities>& margins,
                size_t head, const std::function<bool(const Example&)>& wanted) {
    HeldOut held;
    for (size_t i = 0; i < examples.size(); ++i) {
        const HeadLabel& label = examples[i].label[head];
        if (label.weight > 0 && wanted(examples[i])) {
            held.margins.push_back({margins[i][head], label.positive, label.weight});
            held.folds.push_back(examples[i].fold);
        }
    }
    return held;
}

/// Probabilities of each fold by a calibration that was fitted on the other folds.
std::vector<Scored> crossCalibrated(const HeldOut& held) {
    std::vector<Scored> probabilities = held.margins;
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<Scored> others;
        for (size_t i = 0; i < held.margins.size(); ++i) {
            if (held.folds[i] != fold) {
                others.push_back(held.margins[i]);
            }
        }
        const triage::Platt platt = triage::fitPlatt(others);
        for (size_t i = 0; i < held.margins.size(); ++i) {
            if (held.folds[i] == fold) {
                probabilities[i].score = platt(held.margins[i].score);
            }
        }
    }
    return probabilities;
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
    QTextStream(stdout) << QStringLiteral("%1 n %2  acc %3  P %4  R %5  F1 %6  AUC %7  ECE %8\n")
                               .arg(name, -20)
                               .arg(scored.size(), 5)
                               .arg((hit + rest) / (hit + rest + miss + alarm), 0, 'f', 3)
                               .arg(precision, 0, 'f', 3)
                               .arg(recall, 0, 'f', 3)
                               .arg(f1, 0, 'f', 3)
                               .arg(triage::rocAuc(scored), 0, 'f', 3)
                               .arg(triage::expectedCalibrationError(scored), 0, 'f', 3);
}

void calibrate(const std::vector<Example>& examples, triage::SentenceWeights& weights) {
    const auto margins = outOfFoldMargins(examples);
    const auto everyone = [](const Example&) { return true; };
    for (size_t head = 0; head < kHeadCount; ++head) {
        const HeldOut held = heldOut(examples, margins, head, everyone);
        weights.platt[head] = triage::fitPlatt(held.margins);
        printFigures(QString(triage::headWord(static_cast<Head>(head))), crossCalibrated(held));
    }
    const size_t request = static_cast<size_t>(Head::Request);
    const HeldOut foreign = heldOut(examples, margins, request, [](const Example& one) { return !one.own; });
    if (!foreign.margins.empty()) {
        weights.platt[request] = triage::fitPlatt(foreign.margins);
        printFigures(QStringLiteral("request (Parakweet)"), crossCalibrated(foreign));
    }
}

bool writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

int trainSentences(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("own"), QStringLiteral("own labelled sentences"), QStringLiteral("tsv")},
                       {QStringLiteral("parakweet"), QStringLiteral("Parakweet sentences"), QStringLiteral("tsv")},
                       {QStringLiteral("out"), QStringLiteral("weights to write"), QStringLiteral("bin")}});
    if (!parser.parse(QStringList{QStringLiteral("sentences")} + arguments) || !parser.isSet(QStringLiteral("own"))) {
        return 2;
    }
    std::vector<Example> examples;
    if (!readLines(parser.value(QStringLiteral("own")), appendOwn, examples)) {
        return 3;
    }
    const QString parakweet = parser.value(QStringLiteral("parakweet"));
    if (!parakweet.isEmpty() && !readLines(parakweet, appendParakweet, examples)) {
        return 3;
    }
    triage::SentenceWeights weights = fitSentences(examples, kNoFold);
    weights.version = QStringLiteral("sentences-1");
    calibrate(examples, weights);
    const QByteArray bytes = triage::toBytes(weights);
    QTextStream(stdout) << examples.size() << " sentences, " << weights.grams.size() << " n-grams, " << bytes.size()
                        << " bytes\n";
    const QString out = parser.value(QStringLiteral("out"));
    return out.isEmpty() || writeWhole(out, bytes) ? 0 : 3;
}

}  // namespace kith::train
