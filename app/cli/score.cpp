// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl score text: JSON lines in, probabilities out.
#include "app/cli/session.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/mail/zones.h"
#include "core/triage/sentence_model.h"

#include <QFile>
#include <QJsonArray>

namespace kith::cli {

namespace {

using triage::Head;

QJsonArray sentenceLines(const triage::ContentScores& scores) {
    constexpr double worthTelling = 0.3;
    QJsonArray lines;
    for (const triage::SentenceScore& sentence : scores.sentences) {
        for (int head = 0; head < triage::kHeadCount; ++head) {
            const double p = sentence[static_cast<Head>(head)];
            if (p >= worthTelling) {
                lines.append(QJsonObject{{QStringLiteral("start"), sentence.start},
                                         {QStringLiteral("end"), sentence.end},
                                         {QStringLiteral("kind"), triage::headWord(static_cast<Head>(head))},
                                         {QStringLiteral("probability"), p}});
            }
        }
    }
    return lines;
}

QString bodyOf(const QJsonObject& in) {
    return in.value(QStringLiteral("text")).toString();
}

QJsonObject scoreLine(const QJsonObject& in, const triage::HeadProbabilities& priors) {
    const QString body = bodyOf(in);
    const triage::ContentScores scores = triage::SentenceModel::shipped().scoreText(body, mail::zonesOf(body), priors);
    QJsonObject out{{QStringLiteral("id"), in.value(QStringLiteral("id"))},
                    {QStringLiteral("sentences"), sentenceLines(scores)}};
    QJsonObject opportunity;
    for (int head = 0; head < triage::kHeadCount; ++head) {
        QJsonObject& target = head < triage::kFirstOpportunity ? out : opportunity;
        target.insert(triage::headWord(static_cast<Head>(head)), scores[static_cast<Head>(head)]);
    }
    out.insert(QStringLiteral("opportunity"), opportunity);
    return out;
}

Result<std::vector<QJsonObject>> readStream(QIODevice& input) {
    std::vector<QJsonObject> lines;
    for (qint64 line = 1; !input.atEnd(); ++line) {
        const QByteArray bytes = input.readLine().trimmed();
        if (bytes.isEmpty()) {
            continue;
        }
        const auto object = json::parseObject(bytes);
        if (!object) {
            return Error{ErrorKind::Malformed, QStringLiteral("line %1: %2").arg(line).arg(object.error().detail),
                         QStringLiteral("Each line is one JSON object with id and text.")};
        }
        if (const auto text = json::string(*object, QStringLiteral("text")); !text) {
            return Error{ErrorKind::Malformed, QStringLiteral("line %1: %2").arg(line).arg(text.error().detail), {}};
        }
        lines.push_back(*object);
    }
    return lines;
}

/// All lines are read first: how often people ask for something in them is part of what a probability means.
Result<void> scoreStream(QIODevice& input, const Terminal& terminal) {
    const auto lines = readStream(input);
    if (!lines) {
        return lines.error();
    }
    const triage::SentenceModel& model = triage::SentenceModel::shipped();
    std::vector<triage::HeadProbabilities> said;
    for (const QJsonObject& line : *lines) {
        const QString body = bodyOf(line);
        for (const triage::SentenceScore& sentence : model.scoreText(body, mail::zonesOf(body)).sentences) {
            said.push_back(sentence.probability);
        }
    }
    const triage::HeadProbabilities priors = model.priorsOf(said);
    for (const QJsonObject& line : *lines) {
        terminal.row(scoreLine(line, priors));
    }
    return {};
}

}  // namespace

void addScore(CLI::App& app, Session& session) {
    auto* score = app.add_subcommand("score", "Scores without a workspace");
    score->require_subcommand(1);
    auto* text = score->add_subcommand("text", "JSON lines {id,text[,subject,from]} in, calibrated probabilities out");
    const auto path = std::make_shared<std::string>();
    text->add_option("FILE", *path, "File of JSON lines; standard input if absent");
    text->callback([&session, path] {
        QFile file(qt(*path));
        const bool open =
            path->empty() || *path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!open) {
            return session.finish(session.terminal().fail(
                {ErrorKind::NotFound, QStringLiteral("cannot read %1: %2").arg(qt(*path), file.errorString()), {}}));
        }
        if (const auto done = scoreStream(file, session.terminal()); !done) {
            session.finish(session.terminal().fail(done.error()));
        }
    });
}

}  // namespace kith::cli
