// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_command.h"

#include "app/train/zone_examples.h"
#include "app/train/zone_forge.h"
#include "app/train/zone_trainer.h"
#include "core/base/text.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace kith::train {
namespace {

constexpr std::array<const char*, mail::lineLabelCount> labelNames{"header", "body", "intro", "outro", "signature"};

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

void print(const QString& name, const ZoneScore& score) {
    out() << name << ": two zones " << QString::number(score.twoZones(), 'f', 4) << ", five zones "
          << QString::number(score.fiveZones(), 'f', 4) << Qt::endl;
    for (std::size_t label = 0; label < labelNames.size(); ++label) {
        out() << "  " << QString::fromLatin1(labelNames[label]).leftJustified(10) << " P "
              << QString::number(score.precision(mail::LineLabel(label)), 'f', 3) << " R "
              << QString::number(score.recall(mail::LineLabel(label)), 'f', 3) << "  ";
        for (const long count : score.counts[label]) {
            out() << QString::number(count).rightJustified(7);
        }
        out() << Qt::endl;
    }
}

void printErrors(const std::vector<ZoneExample>& examples, const mail::ZoneWeights& weights) {
    for (const ZoneExample& example : examples) {
        const mail::SeenLines seen = mail::seenLines(example.text);
        const auto said = mail::rowLabels(seen, mail::bestLabels(seen, weights));
        const QStringList rows = example.text.split(u'\n');
        for (std::size_t i = 0; i < said.size() && i < example.labels.size(); ++i) {
            if (example.labels[i] != mail::LineLabel::Blank && said[i] != mail::LineLabel::Blank &&
                said[i] != example.labels[i]) {
                out() << labelNames[std::size_t(example.labels[i])] << " -> " << labelNames[std::size_t(said[i])]
                      << " | " << rows[qsizetype(i)].left(100) << " | " << example.name << ':' << i << Qt::endl;
            }
        }
    }
}

bool writeWeights(const QString& path, const mail::ZoneWeights& weights) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text)) {
        return false;
    }
    QTextStream stream(&file);
    stream << "// Written by kith-train zones; thousandths. Rows of five: header, body, intro, outro, signature.\n";
    int column = 0;
    const auto write = [&](const mail::LabelScores& scores) {
        for (const float score : scores) {
            stream << std::lround(std::clamp(score, -30.0F, 30.0F) * 1000.0F) << ',';
        }
        if (++column % 8 == 0) {
            stream << '\n';
        }
    };
    for (const auto& place : weights.signals) {
        std::for_each(place.begin(), place.end(), write);
    }
    std::for_each(weights.steps.begin(), weights.steps.end(), write);
    stream << '\n';
    stream.flush();
    return file.commit();
}

std::vector<ZoneExample> trainingSet(const QString& corpora) {
    std::vector<ZoneExample> examples = forgedMails();
    if (const auto forge = readForge(corpora + QStringLiteral("/sig-forge"))) {
        for (const ZoneExample& example : forge.value()) {
            examples.push_back(withClosings(example));
        }
    }
    return examples;
}

void printForge(const QString& corpora, bool errors) {
    const auto forge = readForge(corpora + QStringLiteral("/sig-forge"));
    if (!forge) {
        return;
    }
    const std::vector<ZoneExample> invented = forgedMails();
    ForgeScore score;
    for (std::size_t part = 0; part < 10; ++part) {
        std::vector<ZoneExample> train = invented;
        for (std::size_t i = 0; i < forge->size(); ++i) {
            if (i % 10 != part) {
                train.push_back(withClosings((*forge)[i]));
            }
        }
        const mail::ZoneWeights weights = learnZones(train);
        for (std::size_t i = part; i < forge->size(); i += 10) {
            const long before = score.exact;
            scoreForge(score, (*forge)[i], weights);
            if (errors && score.exact == before) {
                out() << (*forge)[i].name << Qt::endl;
            }
        }
    }
    out() << "mailgun/forge, 10-fold: line accuracy " << QString::number(score.accuracy(), 'f', 4) << ", signature F1 "
          << QString::number(score.f1(), 'f', 4) << ", whole message exact "
          << QString::number(score.exactShare(), 'f', 4) << Qt::endl;
}

/// Prints the zone of every line of a file.
void show(const QString& path) {
    static const std::array<const char*, 7> names{"author",     "greeting", "closing", "signature",
                                                  "disclaimer", "header",   "quote"};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QString text = QString::fromUtf8(file.readAll());
    const std::vector<Zone> zones = mail::zonesOf(text);
    qsizetype start = 0;
    std::size_t zone = 0;
    for (const QString& row : text.split(u'\n')) {
        while (zone + 1 < zones.size() && start >= zones[zone].end) {
            ++zone;
        }
        start += text::codePoints(row) + 1;
        out() << QLatin1String(zones.empty() ? "" : names[std::size_t(zones[zone].kind)])
                     .left(6)
                     .toString()
                     .leftJustified(7)
              << "| " << row.trimmed() << Qt::endl;
    }
}

/// The time for one mail without what else the machine does: a mail of about two thousand characters.
void printSpeed() {
    QString text;
    for (const ZoneExample& example : forgedMails()) {
        if (example.text.size() > 1800 && example.text.size() < 2200) {
            text = example.text;
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 3000; ++i) {
                QElapsedTimer timer;
                timer.start();
                const std::size_t zones = mail::zonesOf(text).size();
                best = zones > 0 ? std::min(best, timer.nsecsElapsed()) : best;
            }
            out() << text.size() << " characters, " << text.count(u'\n') << " lines: " << double(best) / 1000
                  << " us at best" << Qt::endl;
            break;
        }
    }
}

int crossValidate(const QString& corpora) {
    printForge(corpora, false);
    for (const QString& set : {QStringLiteral("Enron"), QStringLiteral("ASF")}) {
        const auto examples = readQuagga(corpora + QStringLiteral("/sig-quagga/quagga.tar.xz"), set);
        if (examples) {
            print(set + QStringLiteral(", 5-fold in its own domain (weights thrown away)"),
                  crossValidateZones(*examples, 5));
        }
    }
    return 0;
}

void measure(const QString& corpora, const mail::ZoneWeights& weights) {
    for (const QString& set : {QStringLiteral("Enron"), QStringLiteral("ASF")}) {
        if (const auto examples = readQuagga(corpora + QStringLiteral("/sig-quagga/quagga.tar.xz"), set)) {
            print(set, scoreZones(*examples, weights));
        }
    }
}

}  // namespace

int runZones(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("source"), {}, QStringLiteral("dir"), QStringLiteral(".")},
                       {QStringLiteral("corpora"), {}, QStringLiteral("dir"), qEnvironmentVariable("KITH_CORPORA")},
                       {QStringLiteral("measure"), {}},
                       {QStringLiteral("cross-validate"), {}},
                       {QStringLiteral("errors"), {}, QStringLiteral("set")},
                       {QStringLiteral("show"), {}, QStringLiteral("file")},
                       {QStringLiteral("speed"), {}}});
    if (!parser.parse(QStringList{QStringLiteral("zones")} + arguments)) {
        QTextStream(stderr) << parser.errorText() << Qt::endl;
        return 2;
    }
    const QString corpora = parser.value(QStringLiteral("corpora"));
    if (parser.isSet(QStringLiteral("cross-validate"))) {
        return crossValidate(corpora);
    }
    if (parser.isSet(QStringLiteral("measure"))) {
        measure(corpora, mail::shippedZoneWeights());
        return 0;
    }
    if (parser.isSet(QStringLiteral("show"))) {
        show(parser.value(QStringLiteral("show")));
        return 0;
    }
    if (parser.isSet(QStringLiteral("speed"))) {
        printSpeed();
        return 0;
    }
    if (parser.value(QStringLiteral("errors")) == u"forge") {
        printForge(corpora, true);
        return 0;
    }
    const mail::ZoneWeights weights = learnZones(trainingSet(corpora));
    if (parser.isSet(QStringLiteral("errors"))) {
        const auto examples =
            readQuagga(corpora + QStringLiteral("/sig-quagga/quagga.tar.xz"), parser.value(QStringLiteral("errors")));
        printErrors(examples ? *examples : std::vector<ZoneExample>{}, weights);
        return 0;
    }
    measure(corpora, weights);
    const QString path = parser.value(QStringLiteral("source")) + QStringLiteral("/core/mail/zone_weights.inc");
    if (!writeWeights(path, weights)) {
        QTextStream(stderr) << "cannot write " << path << Qt::endl;
        return 1;
    }
    out() << "written: " << path << Qt::endl;
    return 0;
}

}  // namespace kith::train
