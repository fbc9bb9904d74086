// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/transcript_book.h"

#include "core/intake/transcript_reader.h"
#include "core/people/transcript_matcher.h"
#include "core/service/meeting_reader.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonObject>

namespace kith::service {

namespace {

using std::chrono::milliseconds;
using storage::StoredTranscript;

/// Less sure than that is not worth a question.
constexpr double kWorthAsking = 0.25;
constexpr qint64 kMostTranscript = 64LL * 1024 * 1024;

struct ReadFiles {
    std::vector<Transcript> transcripts;
    std::vector<QByteArray> hashes;
    std::vector<TranscriptReject> rejected;
};

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::Denied, file.errorString(), {}};
    }
    if (file.size() > kMostTranscript) {
        return Error{ErrorKind::Malformed, QStringLiteral("more than 64 MB"), {}};
    }
    return file.readAll();
}

void shiftDays(Transcript& transcript, milliseconds by) {
    for (QDate& date : transcript.when.dates) {
        date = date.addDays(std::chrono::duration_cast<std::chrono::hours>(by).count() / 24);
    }
}

Result<ReadFiles> readAllFiles(const TranscriptRequest& request, std::stop_token stop,
                               const std::function<void(int)>& progress) {
    ReadFiles read;
    for (const QString& path : request.files) {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped; nothing was written"), {}};
        }
        const auto bytes = contentOf(path);
        auto transcript =
            bytes ? intake::readTranscript(QFileInfo(path).fileName(), *bytes) : Result<Transcript>(bytes.error());
        if (!transcript) {
            read.rejected.push_back({path, transcript.error().detail});
            continue;
        }
        const QByteArray hash = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
        if (std::find(read.hashes.begin(), read.hashes.end(), hash) != read.hashes.end()) {
            read.rejected.push_back({path, QStringLiteral("the same file stands there under another name")});
            continue;
        }
        shiftDays(*transcript, request.shiftDates);
        transcript->file = request.namesOnly ? QFileInfo(path).fileName() : path;
        read.transcripts.push_back(std::move(*transcript));
        read.hashes.push_back(hash);
        if (progress) {
            progress(static_cast<int>(read.transcripts.size()));
        }
    }
    return read;
}

milliseconds saidAt(const Transcript& transcript, const Meeting* meeting) {
    if (meeting != nullptr && meeting->source == MeetingSource::Invitation) {
        return meeting->start;
    }
    if (transcript.when.dates.empty()) {
        return milliseconds(0);
    }
    const QDateTime at(transcript.when.dates.front(), transcript.when.time.value_or(QTime(12, 0)), Qt::UTC);
    return milliseconds(at.toMSecsSinceEpoch()) - transcript.when.offset.value_or(std::chrono::minutes(0));
}

/// The first of them who is of another house than the owner; else the first who is not the owner.
QString outsider(const Addresses& people, const QStringList& owners) {
    QSet<QString> houses;
    for (const QString& owner : owners) {
        houses.insert(addressDomain(owner));
    }
    QString colleague;
    for (const Address& person : people) {
        const QString key = addressKey(person.address);
        if (key.isEmpty() || owners.contains(key)) {
            continue;
        }
        if (!houses.contains(addressDomain(key))) {
            return key;
        }
        colleague = colleague.isEmpty() ? key : colleague;
    }
    return colleague;
}

QJsonArray signsJson(const std::vector<people::MatchSignal>& signs) {
    QJsonArray all;
    for (const people::MatchSignal& sign : signs) {
        all.append(QJsonObject{{QStringLiteral("word"), sign.word},
                               {QStringLiteral("detail"), sign.detail},
                               {QStringLiteral("weight"), sign.weight}});
    }
    return all;
}

/// Speakers first: who spoke was there.
Addresses peopleIn(const Transcript& transcript, const Meeting* meeting) {
    Addresses people = transcript.participants;
    if (meeting != nullptr) {
        for (const Address& person : meeting->people) {
            const bool spoke = transcript.speakers.contains(person.name);
            people.insert(spoke ? people.begin() : people.end(), person);
        }
    }
    return people;
}

class TranscriptTaker {
public:
    TranscriptTaker(Cellar& cellar, double threshold, QStringList owners)
        : m_cellar(cellar)
        , m_store(*cellar.database)
        , m_threshold(threshold)
        , m_owners(std::move(owners)) {}

    StoredTranscript judged(const Transcript& transcript, const QByteArray& hash, const Meeting* meeting,
                            const people::TranscriptMatch* match) const {
        StoredTranscript row;
        row.file = transcript.file;
        row.sha256 = hash;
        row.title = transcript.title;
        row.saidAt = saidAt(transcript, meeting);
        row.speakers = transcript.speakers;
        row.turns = transcript.turns;
        row.takenAt = m_cellar.database->now();
        row.state = QStringLiteral("unmatched");
        row.people = transcript.participants;
        row.contact = outsider(row.people, m_owners);
        if (meeting != nullptr && match != nullptr && match->score >= std::min(kWorthAsking, m_threshold)) {
            row.meetingKey = meeting->key;
            row.meetingTitle = meeting->title;
            row.thread = meeting->thread;
            row.contact = outsider(peopleIn(transcript, meeting), m_owners);
            row.score = match->score;
            row.signs = signsJson(match->signs);
            row.state = match->score >= m_threshold ? QStringLiteral("automatic") : QStringLiteral("review");
            if (match->score >= m_threshold) {
                row.people = peopleIn(transcript, meeting);
            }
        }
        return row;
    }
    /// What the user decided about this file before stands.
    Result<StoredTranscript> take(storage::ChangeWriter& change, StoredTranscript row) {
        const auto before = m_store.bySha256(row.sha256);
        if (!before) {
            return before.error();
        }
        if (!*before) {
            row.id = m_store.add(change, row);
            return row;
        }
        const bool decided = (*before)->state == QLatin1String("confirmed") ||
                             ((*before)->state == QLatin1String("rejected") && (*before)->meetingKey == row.meetingKey);
        if (decided) {
            return **before;
        }
        row.id = (*before)->id;
        m_store.setMatch(change, row);
        return row;
    }

private:
    Cellar& m_cellar;
    storage::TranscriptStore m_store;
    double m_threshold;
    QStringList m_owners;
};

Result<double> thresholdOf(Cellar& cellar, double asked) {
    if (asked >= 0) {
        return asked;
    }
    const auto set = cellar.settings.text(QStringLiteral("transcripts.threshold"));
    if (!set) {
        return set.error();
    }
    bool isNumber = false;
    const double number = set->toDouble(&isNumber);
    return isNumber && number >= 0 && number <= 1 ? number : people::kTranscriptThreshold;
}

void sortIn(TranscriptReport& report, StoredTranscript row) {
    const bool matched = row.state == QLatin1String("automatic") || row.state == QLatin1String("confirmed");
    (matched ? report.matched : report.unmatched).push_back(std::move(row));
}

Result<TranscriptReport> writeAll(Cellar& cellar, TranscriptTaker& taker, std::vector<StoredTranscript> rows,
                                  TranscriptReport report) {
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("transcripts.matched"),
                                                    QStringLiteral("local"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Take in %1 transcripts").arg(rows.size()),
                                                    {},
                                                    true});
    for (StoredTranscript& row : rows) {
        auto taken = taker.take(change, std::move(row));
        if (!taken) {
            return taken.error();
        }
        sortIn(report, std::move(*taken));
    }
    const auto written = change.commit();
    if (!written) {
        return written.error();
    }
    report.change = *written;
    return report;
}

}  // namespace

Result<QStringList> transcriptFiles(const QString& folder) {
    const QFileInfo info(folder);
    if (!info.exists()) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no folder %1").arg(folder),
                     QStringLiteral("Give the folder with the transcripts.")};
    }
    if (info.isFile()) {
        return QStringList{folder};
    }
    QDir files(folder);
    if (!files.isReadable()) {
        return Error{ErrorKind::Denied, QStringLiteral("%1 cannot be read").arg(folder), {}};
    }
    QStringList patterns;
    for (const QString& ending : intake::transcriptEndings()) {
        patterns << QStringLiteral("*.") + ending;
    }
    QStringList paths;
    for (const QString& name : files.entryList(patterns, QDir::Files, QDir::Name)) {  // without regard to case
        paths << files.filePath(name);
    }
    return paths;
}

Result<TranscriptReport> matchTranscriptFiles(Cellar& cellar, const TranscriptRequest& request, std::stop_token stop,
                                              const std::function<void(int)>& progress) {
    const auto threshold = thresholdOf(cellar, request.threshold);
    const auto owners = cellar.owners.addresses();
    if (!threshold || !owners) {
        return threshold ? owners.error() : threshold.error();
    }
    auto read = readAllFiles(request, stop, progress);
    if (!read) {
        return read.error();
    }
    const auto meetings = readMeetings(cellar, read->transcripts, stop);
    if (!meetings) {
        return meetings.error();
    }
    TranscriptTaker taker(cellar, *threshold, *owners);
    std::vector<const people::TranscriptMatch*> best(read->transcripts.size());
    const auto matches = people::matchTranscripts(read->transcripts, *meetings);
    for (const people::TranscriptMatch& match : matches) {
        best[match.transcript] = &match;
    }
    TranscriptReport report;
    report.seen = static_cast<int>(request.files.size());
    report.rejected = std::move(read->rejected);
    std::vector<StoredTranscript> rows;
    for (size_t i = 0; i < best.size(); ++i) {
        const Meeting* meeting = best[i] == nullptr ? nullptr : &(*meetings)[best[i]->meeting];
        rows.push_back(taker.judged(read->transcripts[i], read->hashes[i], meeting, best[i]));
    }
    if (request.write && !rows.empty()) {
        return writeAll(cellar, taker, std::move(rows), std::move(report));
    }
    for (StoredTranscript& row : rows) {
        sortIn(report, std::move(row));
    }
    return report;
}

Result<ChangeId> judgeTranscript(Cellar& cellar, qint64 id, bool right) {
    storage::TranscriptStore store(*cellar.database);
    auto row = store.transcript(id);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no transcript %1").arg(id),
                     QStringLiteral("See kithctl transcripts list.")};
    }
    if ((*row)->meetingKey.isEmpty()) {
        return Error{ErrorKind::Conflict, QStringLiteral("transcript %1 has no meeting to judge").arg(id), {}};
    }
    storage::ChangeWriter change(
        *cellar.database,
        {right ? QStringLiteral("transcript.confirmed") : QStringLiteral("transcript.rejected"),
         QStringLiteral("user"),
         QStringLiteral("transcript:%1").arg(id),
         {},
         QStringLiteral("%1 a transcript's meeting").arg(right ? QStringLiteral("Confirm") : QStringLiteral("Reject")),
         {},
         true});
    (*row)->state = right ? QStringLiteral("confirmed") : QStringLiteral("rejected");
    store.setMatch(change, **row);
    if (right) {
        store.addPerson(change, id, {{}, (*row)->contact});
    }
    return change.commit();
}

}  // namespace kith::service
