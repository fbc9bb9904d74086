// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/sentence_examples.h"

#include "core/base/text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace kith::train {

namespace {

using triage::Head;
using triage::kHeadCount;

constexpr double kForeignSilence = 0.7;  // a sentence labelled for requests only, taken as no opportunity

HeadLabel& labelOf(Example& example, Head head) {
    return example.label[static_cast<size_t>(head)];
}

bool label(Example& example, const QStringList& words) {
    for (HeadLabel& one : example.label) {
        one.weight = 1;
    }
    for (const QString& word : words) {
        const auto head = triage::headFromWord(QLatin1String(word.toLatin1()));
        if (head) {
            labelOf(example, *head).positive = true;
        } else if (word == u"request?") {
            labelOf(example, Head::Request).weight = 0;
        } else if (word != u"none") {
            return false;
        }
    }
    // A question or a proposal asks for something too: only plain statements are sure not to be requests.
    const bool plain =
        words == QStringList{QStringLiteral("none")} || words == QStringList{QStringLiteral("commitment")};
    if (!labelOf(example, Head::Request).positive && !plain) {
        labelOf(example, Head::Request).weight = 0;
    }
    return true;
}

/// Stable, and independent of the folds.
bool isKept(const QString& text) {
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray("h" + text.toLower().toUtf8()), QCryptographicHash::Sha1);
    return (digest.back() & 3) == 0;
}

QStringList linesOf(QFile& file) {
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    std::transform(lines.begin(), lines.end(), lines.begin(), [](const QString& line) { return line.trimmed(); });
    return lines;
}

Example parakweetExample(bool asks, const QString& text) {
    Example example = exampleOf(text);
    example.kept = isKept(text);
    labelOf(example, Head::Request) = {asks, 1};
    for (int head = triage::kFirstOpportunity; head < kHeadCount; ++head) {
        example.label[static_cast<size_t>(head)] = {false, kForeignSilence};
    }
    if (!example.parts.has(triage::Cue::QuestionMark)) {
        labelOf(example, Head::Question) = {false, kForeignSilence};
    }
    return example;
}

}  // namespace

Example exampleOf(const QString& text) {
    Example example;
    example.text = text;
    example.parts = triage::sentenceParts(text);
    example.fold = static_cast<int>(text::stableHash(text::folded(text).toUtf8()) % kFolds);
    return example;
}

Result<std::vector<Example>> ownSentences(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()), {}};
    }
    std::vector<Example> examples;
    const QStringList lines = linesOf(file);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList fields = lines[i].split(QLatin1Char('\t'));
        if (lines[i].isEmpty()) {
            continue;
        }
        Example example = exampleOf(fields.value(2));
        example.own = true;
        if (fields.size() != 3 || !label(example, fields[0].split(QLatin1Char(',')))) {
            return Error{ErrorKind::Malformed,
                         QStringLiteral("%1, line %2: not labels, language, sentence").arg(path).arg(i + 1),
                         {}};
        }
        examples.push_back(std::move(example));
    }
    return examples;
}

std::vector<Example> parakweetSentences(const QString& corpora) {
    std::vector<Example> examples;
    QFile file(QDir(corpora).filePath(QStringLiteral("lab-parakweet-intent/train_half.tsv")));
    if (corpora.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return examples;
    }
    for (const QString& line : linesOf(file)) {
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        if (tab > 0 && !line.startsWith(QLatin1Char('#'))) {
            const QString text = line.mid(tab + 1).replace(QLatin1Char('\t'), QLatin1Char(' ')).trimmed();
            examples.push_back(parakweetExample(line.startsWith(QLatin1String("Yes")), text));
        }
    }
    return examples;
}

}  // namespace kith::train
