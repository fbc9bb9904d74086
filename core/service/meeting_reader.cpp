// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/meeting_reader.h"

#include "core/base/text.h"
#include "core/intake/recording_name.h"
#include "core/mail/invitation.h"
#include "core/mail/mime_parser.h"
#include "core/people/transcript_signs.h"
#include "core/storage/transcript_store.h"

#include <QDateTime>

namespace kith::service {

namespace {

using std::chrono::milliseconds;

constexpr int kMostTalks = 20'000;
constexpr auto kAround = std::chrono::hours(24 * 60);  ///< mail about a meeting, before and after it

struct TimeFrame {
    milliseconds from{0};
    milliseconds until{4'102'444'800'000};  // 2100
};

/// Around the days that the transcripts name; everything where one of them names none.
TimeFrame frameOf(const std::vector<Transcript>& transcripts) {
    TimeFrame frame;
    milliseconds first = frame.until;
    milliseconds last{0};
    for (const Transcript& one : transcripts) {
        if (one.when.dates.empty()) {
            return frame;
        }
        for (const QDate& date : one.when.dates) {
            const milliseconds at(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
            first = std::min(first, at);
            last = std::max(last, at);
        }
    }
    return transcripts.empty() ? frame : TimeFrame{first - kAround, last + kAround};
}

Meeting meetingOf(const mail::Invitation& invitation, const storage::CalendarPart& part) {
    Meeting meeting;
    meeting.key = QStringLiteral("%1@%2").arg(invitation.uid, QString::number(invitation.start.count()));
    meeting.title = invitation.summary;
    meeting.bareTitle = intake::readRecordingName(invitation.summary).title;
    meeting.start = invitation.start;
    meeting.end = invitation.end;
    meeting.offset = invitation.offset;
    meeting.people = invitation.attendees;
    if (!invitation.organizer.address.isEmpty()) {
        meeting.people.push_back(invitation.organizer);
    }
    meeting.source = MeetingSource::Invitation;
    meeting.thread = part.thread;
    meeting.message = part.message;
    return meeting;
}

class MeetingReader {
public:
    MeetingReader(Cellar& cellar, const std::vector<Transcript>& transcripts)
        : m_cellar(cellar)
        , m_store(*cellar.database)
        , m_frame(frameOf(transcripts)) {
        for (const Transcript& one : transcripts) {
            for (const QString& word : people::titleWords(one.title)) {
                m_words.insert(word);
            }
            for (const QString& speaker : one.speakers) {
                m_speakers.insert(text::folded(speaker));
            }
        }
    }

    Result<std::vector<Meeting>> read(std::stop_token stop) {
        if (const auto invited = readInvited(stop); !invited) {
            return invited.error();
        }
        if (const auto talked = readTalks(stop); !talked) {
            return talked.error();
        }
        std::vector<Meeting> all;
        for (auto& [key, meeting] : m_invited) {
            if (!m_cancelled.contains(key)) {
                all.push_back(std::move(meeting));
            }
        }
        std::move(m_talks.begin(), m_talks.end(), std::back_inserter(all));
        return all;
    }

private:
    /// The newest mail about a uid is read first; an older state of the same event moves nothing.
    Result<void> readInvited(std::stop_token stop) {
        const auto parts = m_store.calendarParts();
        if (!parts) {
            return parts.error();
        }
        for (const storage::CalendarPart& part : *parts) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, {}, {}};
            }
            const auto source = m_cellar.messages.source(part.message);
            if (!source) {
                return source.error();
            }
            const QByteArray calendar = source->has_value() ? mail::partContent(**source, part.part) : QByteArray();
            for (const mail::Invitation& one : mail::readInvitations(calendar, m_frame.from, m_frame.until)) {
                take(one, part);
            }
        }
        return {};
    }
    void take(const mail::Invitation& invitation, const storage::CalendarPart& part) {
        const Meeting meeting = meetingOf(invitation, part);
        const auto newest = m_sequences.constFind(invitation.uid);
        const bool outdated = newest != m_sequences.constEnd() && *newest > invitation.sequence;
        if (invitation.cancelled) {
            m_cancelled.insert(meeting.key);
        } else if (!outdated && invitation.method != QLatin1String("REPLY")) {
            m_sequences.insert(invitation.uid, invitation.sequence);
            m_invited.emplace(meeting.key, meeting);
        }
    }
    bool concerns(const storage::TalkRow& talk) const {
        const QStringList words = people::titleWords(talk.subject);
        return m_speakers.contains(text::folded(talk.fromName)) ||
               std::any_of(words.begin(), words.end(), [this](const QString& word) { return m_words.contains(word); });
    }
    Result<void> readTalks(std::stop_token stop) {
        const auto talks = m_store.talks(m_frame.from, m_frame.until, kMostTalks);
        if (!talks) {
            return talks.error();
        }
        for (const storage::TalkRow& talk : *talks) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, {}, {}};
            }
            if (!concerns(talk)) {
                continue;
            }
            const auto there = m_store.peopleOf(talk.thread);
            if (!there) {
                return there.error();
            }
            Meeting meeting;
            meeting.key = QStringLiteral("thread:%1").arg(talk.thread.value);
            meeting.title = talk.subject;
            meeting.start = talk.first;
            meeting.end = talk.last;
            meeting.people = *there;
            meeting.source = MeetingSource::Conversation;
            meeting.thread = talk.thread;
            meeting.message = talk.message;
            m_talks.push_back(std::move(meeting));
        }
        return {};
    }

    Cellar& m_cellar;
    storage::TranscriptStore m_store;
    TimeFrame m_frame;
    QSet<QString> m_words;
    QSet<QString> m_speakers;
    std::map<QString, Meeting> m_invited;  ///< by key
    QSet<QString> m_cancelled;             ///< keys
    QHash<QString, int> m_sequences;       ///< by uid
    std::vector<Meeting> m_talks;
};

}  // namespace

Result<std::vector<Meeting>> readMeetings(Cellar& cellar, const std::vector<Transcript>& transcripts,
                                          std::stop_token stop) {
    return MeetingReader(cellar, transcripts).read(stop);
}

}  // namespace kith::service
