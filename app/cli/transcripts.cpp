// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl transcripts match DIR [--threshold T] [--dry-run] | list [--search WORDS] | show ID | confirm ID | reject ID
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/service/transcript_book.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

using storage::StoredTranscript;

QJsonValue orNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray signalWords(const StoredTranscript& row) {
    QJsonArray words;
    for (const QJsonValue& one : row.signs) {
        const QJsonObject sign = one.toObject();
        const QString detail = sign.value(QStringLiteral("detail")).toString();
        const QString word = sign.value(QStringLiteral("word")).toString();
        words.append(detail.isEmpty() ? word : word + QStringLiteral(": ") + detail);
    }
    return words;
}

QJsonObject transcriptJson(const StoredTranscript& row) {
    QJsonObject json{
        {QStringLiteral("file"), row.file},
        {QStringLiteral("title"), row.title},
        {QStringLiteral("meeting"), orNull(row.meetingTitle)},
        {QStringLiteral("thread_id"), row.thread ? orNull(QString::number(row.thread.value)) : QJsonValue()},
        {QStringLiteral("contact"), orNull(row.contact)},
        {QStringLiteral("score"), row.score},
        {QStringLiteral("signals"), signalWords(row)},
        {QStringLiteral("state"), row.state}};
    if (row.id != 0) {
        json.insert(QStringLiteral("id"), QString::number(row.id));
    }
    if (row.saidAt.count() != 0) {
        json.insert(QStringLiteral("said_at"), text::rfc3339(row.saidAt));
    }
    return json;
}

Result<Exit> runMatch(service::Cellar& cellar, Session& session, const service::TranscriptRequest& request) {
    const auto report = service::matchTranscriptFiles(cellar, request, session.stop(), [&](int read) {
        session.terminal().progress(QStringLiteral("%1 of %2 transcripts read").arg(read).arg(request.files.size()));
    });
    if (!report) {
        return report.error();
    }
    QJsonArray matches;
    for (const StoredTranscript& row : report->matched) {
        matches.append(transcriptJson(row));
    }
    QJsonArray unmatched;
    for (const StoredTranscript& row : report->unmatched) {
        unmatched.append(transcriptJson(row));
    }
    QJsonArray rejects;
    for (const service::TranscriptReject& reject : report->rejected) {
        rejects.append(QJsonObject{{QStringLiteral("file"), reject.file}, {QStringLiteral("reason"), reject.reason}});
    }
    session.terminal().result({{QStringLiteral("seen"), report->seen},
                               {QStringLiteral("matches"), matches},
                               {QStringLiteral("unmatched"), unmatched},
                               {QStringLiteral("rejects"), rejects}});
    return report->rejected.empty() ? Exit::Done : Exit::Partial;
}

void addMatch(CLI::App& group, Session& session) {
    auto* command = group.add_subcommand("match", "Find the meeting of each transcript in a folder");
    auto folder = std::make_shared<std::string>();
    auto threshold = std::make_shared<double>(-1);
    auto dry = std::make_shared<bool>(false);
    command->add_option("DIR", *folder, "Folder with .vtt, .srt, .txt, .docx, .md or .json files")->required();
    command->add_option("--threshold", *threshold, "How sure a match must be, 0 to 1 (0.7)")
        ->check(CLI::Range(0.0, 1.0));
    command->add_flag("--dry-run", *dry, "Store nothing");
    command->callback([&session, folder, threshold, dry] {
        const auto files = service::transcriptFiles(qt(*folder));
        if (!files) {
            return session.finish(session.terminal().fail(files.error()));
        }
        service::TranscriptRequest request{*files, *threshold, {}, false, !*dry};
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return runMatch(cellar, session, request); });
    });
}

void addList(CLI::App& group, Session& session) {
    auto* command = group.add_subcommand("list", "Transcripts, newest first");
    auto words = std::make_shared<std::string>();
    auto limit = std::make_shared<int>(100);
    command->add_option("--search", *words, "Words that were said");
    command->add_option("--limit", *limit, "At most so many")->check(CLI::PositiveNumber);
    command->callback([&session, words, limit] {
        session.with(service::CellarMode::Read, [&](service::Cellar& cellar) -> Result<Exit> {
            const QStringList folded = text::folded(qt(*words)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            const auto rows = storage::TranscriptStore(*cellar.database).list(folded, *limit);
            if (!rows) {
                return rows.error();
            }
            QJsonArray all;
            for (const StoredTranscript& row : *rows) {
                all.append(transcriptJson(row));
            }
            session.terminal().result({{QStringLiteral("transcripts"), all}});
            return Exit::Done;
        });
    });
}

Result<Exit> showTranscript(service::Cellar& cellar, Session& session, qint64 id) {
    const auto row = storage::TranscriptStore(*cellar.database).transcript(id);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no transcript %1").arg(id),
                     QStringLiteral("See kithctl transcripts list.")};
    }
    QJsonObject json = transcriptJson(**row);
    QJsonArray turns;
    for (const TranscriptTurn& turn : (*row)->turns) {
        turns.append(
            QJsonObject{{QStringLiteral("speaker"), orNull(turn.speaker)},
                        {QStringLiteral("start_ms"),
                         turn.start.count() < 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(turn.start.count()))},
                        {QStringLiteral("text"), turn.text}});
    }
    json.insert(QStringLiteral("turns"), turns);
    session.terminal().result(json);
    return Exit::Done;
}

void addShow(CLI::App& group, Session& session) {
    auto* command = group.add_subcommand("show", "What was said");
    auto id = std::make_shared<qint64>(0);
    command->add_option("ID", *id, "From transcripts list")->required();
    command->callback([&session, id] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return showTranscript(cellar, session, *id); });
    });
}

void addJudge(CLI::App& group, Session& session, const char* word, const char* help, bool right) {
    auto* command = group.add_subcommand(word, help);
    auto id = std::make_shared<qint64>(0);
    command->add_option("ID", *id, "From transcripts list")->required();
    command->callback([&session, id, right] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) -> Result<Exit> {
            const auto change = service::judgeTranscript(cellar, *id, right);
            return change ? showTranscript(cellar, session, *id) : Result<Exit>(change.error());
        });
    });
}

}  // namespace

void addTranscripts(CLI::App& app, Session& session) {
    auto* group = app.add_subcommand("transcripts", "What was said in meetings, and which meetings these were");
    group->require_subcommand(1);
    addMatch(*group, session);
    addList(*group, session);
    addShow(*group, session);
    addJudge(*group, session, "confirm", "The meeting is right", true);
    addJudge(*group, session, "reject", "The meeting is wrong", false);
}

}  // namespace kith::cli
