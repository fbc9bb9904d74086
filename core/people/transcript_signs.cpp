// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/transcript_signs.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace kith::people {

namespace {

using std::chrono::milliseconds;

constexpr double kTitleMost = 8;
constexpr double kTitleLeast = -6;
constexpr double kSubjectLeast = -1;  ///< mail about a meeting has a subject of its own
constexpr double kUnshared = 0.5;     ///< a word that only one of them has counts half
constexpr double kPeopleMost = 6;
constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;

bool hasDigit(const QString& word) {
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

QString withoutZeros(QString word) {
    while (word.size() > 1 && word[0] == QLatin1Char('0') && word[1].isDigit()) {
        word.remove(0, 1);
    }
    return word;
}

QSet<QString> numbersOf(const QStringList& words) {
    QSet<QString> numbers;
    for (const QString& word : words) {
        if (hasDigit(word)) {
            numbers.insert(word);
        }
    }
    return numbers;
}

QString listed(const QSet<QString>& words) {
    QStringList sorted = words.values();
    sorted.sort();
    return sorted.join(QStringLiteral(", "));
}

void addNumbers(const QStringList& a, const QStringList& b, std::vector<MatchSignal>& signs) {
    if (a.isEmpty() || b.isEmpty()) {
        return;  // a file without a title says nothing about numbers
    }
    const QSet<QString> mine = numbersOf(a);
    const QSet<QString> theirs = numbersOf(b);
    // an order number in a subject is no number of a series
    const bool inSeries =
        std::any_of(a.begin(), a.end(), [&](const QString& word) { return !mine.contains(word) && b.contains(word); });
    if (mine.isEmpty() || theirs.isEmpty()) {
        if (mine.isEmpty() != theirs.isEmpty()) {
            signs.push_back({QStringLiteral("number_on_one_side"), listed(mine | theirs), -1.5});
        }
    } else if (!mine.intersects(theirs) && !inSeries) {
        signs.push_back({QStringLiteral("number_on_one_side"), listed(mine | theirs), -1.0});
    } else if (!mine.intersects(theirs)) {
        signs.push_back({QStringLiteral("other_number"),
                         QStringLiteral("%1 is not %2").arg(listed(mine), listed(theirs)), kMatchVeto});
    } else if (mine != theirs) {
        signs.push_back({QStringLiteral("number_missing"), listed((mine | theirs) - (mine & theirs)), -2});
    }
}

void addTitle(const QStringList& a, const QStringList& b, const MeetingRarity& rarity, double least,
              std::vector<MatchSignal>& signs) {
    const QSet<QString> mine(a.begin(), a.end());
    const QSet<QString> theirs(b.begin(), b.end());
    double shared = 0;
    double apart = 0;
    for (const QString& word : mine | theirs) {
        (mine.contains(word) && theirs.contains(word) ? shared : apart) += std::max(rarity.ofWord(word), 0.1);
    }
    if (mine.isEmpty() || theirs.isEmpty()) {
        return;
    }
    const double alike = shared / std::max(shared + apart, 1e-9);
    const double weight = std::clamp(shared - kUnshared * apart, least, kTitleMost);
    signs.push_back(
        {QStringLiteral("title"), QStringLiteral("%1 % of the title's words").arg(std::lround(alike * 100)), weight});
}

/// From UTC where both are known, else as the clocks on the walls said.
std::optional<qint64> minutesApart(const TranscriptTime& when, const QDate& date, const Meeting& meeting) {
    if (!when.time) {
        return {};
    }
    const QDateTime said(date, *when.time, Qt::UTC);
    const qint64 offset = when.offset ? when.offset->count() : meeting.offset.count();
    return (said.toMSecsSinceEpoch() - offset * kMinute - meeting.start.count()) / kMinute;
}

void addClock(const TranscriptTime& when, const QDate& date, const Meeting& meeting, std::vector<MatchSignal>& signs) {
    const auto apart = minutesApart(when, date, meeting);
    if (!apart) {
        return;
    }
    const qint64 minutes = std::abs(*apart);
    const bool zone = !when.offset && minutes % 60 <= 15 && minutes <= 14 * 60;  // recorded in another zone, perhaps
    const double weight = minutes <= 20 ? 4.0 : minutes <= 75 ? 1.0 : minutes <= 180 ? 0.0 : zone ? -1.0 : -4.0;
    signs.push_back({QStringLiteral("time"), QStringLiteral("%1 minutes apart").arg(minutes), weight});
}

/// Days between the calendar days; the nearest reading of an ambiguous date.
std::pair<qint64, QDate> nearestDay(const TranscriptTime& when, const QDate& day) {
    std::pair<qint64, QDate> best{1'000'000, {}};
    for (const QDate& date : when.dates) {
        const qint64 apart = std::abs(date.daysTo(day));
        best = apart < best.first ? std::pair(apart, date) : best;
    }
    return best;
}

void addDay(const Transcript& transcript, const Meeting& meeting, const MeetingRarity& rarity,
            std::vector<MatchSignal>& signs) {
    if (transcript.when.dates.empty() || meeting.start.count() == 0) {
        return;
    }
    const QDate day = dayOf(meeting);
    const auto [apart, date] = nearestDay(transcript.when, day);
    const double sure = transcript.when.dates.size() > 1 ? -0.7 : 0.0;  // half of an ambiguous date
    if (apart == 0) {
        signs.push_back(
            {QStringLiteral("same_day"), day.toString(Qt::ISODate), std::min(rarity.ofDay(day), 6.0) + sure});
    } else if (apart == 1 && transcript.when.time &&
               minutesApart(transcript.when, date, meeting).value_or(kDay) <= 75) {
        signs.push_back({QStringLiteral("next_day"), QStringLiteral("another zone's day"), 1.0});
    } else if (apart == 1 && !transcript.when.time) {
        signs.push_back({QStringLiteral("next_day"), date.toString(Qt::ISODate), 0.0});
    } else {
        signs.push_back({QStringLiteral("other_day"),
                         QStringLiteral("%1 is not %2").arg(date.toString(Qt::ISODate), day.toString(Qt::ISODate)),
                         kMatchVeto});
        return;
    }
    addClock(transcript.when, date, meeting, signs);
}

/// Mail about a meeting is written before and after it.
void addTalkDays(const Transcript& transcript, const Meeting& talk, std::vector<MatchSignal>& signs) {
    if (transcript.when.dates.empty()) {
        return;
    }
    const QDate first = QDateTime::fromMSecsSinceEpoch(talk.start.count(), Qt::UTC).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(talk.end.count(), Qt::UTC).date();
    qint64 outside = 1'000'000;
    for (const QDate& date : transcript.when.dates) {
        outside = std::min(outside, std::max<qint64>({0, date.daysTo(first), last.daysTo(date)}));
    }
    const double weight = outside <= 2 ? 2.0 : outside <= 7 ? 1.0 : outside <= 21 ? -0.5 : kMatchVeto;
    signs.push_back({QStringLiteral("spoken_of_then"), QStringLiteral("%1 days from the mails").arg(outside), weight});
}

QSet<QString> keysOf(const Transcript& transcript) {
    QSet<QString> keys;
    for (const Address& person : transcript.participants) {
        for (const QString& key : personKeys(person)) {
            keys.insert(key);
        }
    }
    for (const QString& speaker : transcript.speakers) {
        keys.insert(text::folded(speaker));
    }
    return keys;
}

void addPeople(const SeenTranscript& mine, const SeenMeeting& theirs, const MeetingRarity& rarity,
               std::vector<MatchSignal>& signs) {
    if (mine.people.isEmpty() || theirs.people.empty()) {
        return;
    }
    double weight = 0;
    QStringList there;
    for (size_t i = 0; i < theirs.people.size(); ++i) {
        const QStringList& keys = theirs.people[i];
        const auto known =
            std::find_if(keys.begin(), keys.end(), [&](const QString& key) { return mine.people.contains(key); });
        if (known != keys.end()) {
            const Address& person = theirs.meeting.people[i];
            weight += std::max(rarity.ofPerson(*known), 0.0);
            there << (person.name.isEmpty() ? person.address : person.name);
        }
    }
    const size_t speakers =
        std::max<size_t>(static_cast<size_t>(mine.transcript.speakers.size()), mine.transcript.participants.size());
    const auto fewer = static_cast<double>(std::min(speakers, theirs.people.size()));
    const double share = static_cast<double>(there.size()) / std::max(fewer, 1.0);
    if (there.isEmpty()) {
        signs.push_back({QStringLiteral("other_people"), QString(), fewer >= 2 ? -3.0 : -1.0});
    } else {
        signs.push_back({QStringLiteral("people"), there.join(QStringLiteral(", ")),
                         std::min(weight, kPeopleMost) * std::min(share, 1.0)});
    }
}

}  // namespace

QStringList titleWords(const QString& title) {
    static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QSet<QString> silent{QStringLiteral("re"),  QStringLiteral("fw"),   QStringLiteral("fwd"),
                                      QStringLiteral("aw"),  QStringLiteral("wg"),   QStringLiteral("the"),
                                      QStringLiteral("a"),   QStringLiteral("an"),   QStringLiteral("of"),
                                      QStringLiteral("and"), QStringLiteral("with"), QStringLiteral("for")};
    QStringList words;
    for (const QString& word : text::folded(title).split(apart, Qt::SkipEmptyParts)) {
        if (!silent.contains(word)) {
            words << withoutZeros(word);
        }
    }
    words.removeDuplicates();
    return words;
}

QStringList personKeys(const Address& person) {
    QStringList keys;
    if (!person.address.isEmpty()) {
        keys << addressKey(person.address);
    }
    if (!person.name.isEmpty()) {
        keys << text::folded(person.name);
    }
    return keys;
}

QDate dayOf(const Meeting& meeting) {
    return QDateTime::fromMSecsSinceEpoch(meeting.start.count() + meeting.offset.count() * kMinute, Qt::UTC).date();
}

MeetingRarity::MeetingRarity(const std::vector<Meeting>& meetings)
    : m_meetings(meetings.size()) {
    for (const Meeting& meeting : meetings) {
        for (const QString& word : titleWords(meeting.bareTitle.isEmpty() ? meeting.title : meeting.bareTitle)) {
            ++m_words[word];
        }
        QSet<QString> people;
        for (const Address& person : meeting.people) {
            for (const QString& key : personKeys(person)) {
                people.insert(key);
            }
        }
        for (const QString& key : people) {
            ++m_people[key];
        }
        if (meeting.source == MeetingSource::Invitation) {
            ++m_days[dayOf(meeting).toJulianDay()];
        }
    }
}

double MeetingRarity::rarity(int count) const {
    return std::log((static_cast<double>(m_meetings) + 1.0) / (std::max(count, 1) + 0.0));
}

SeenMeeting::SeenMeeting(const Meeting& seen)
    : meeting(seen)
    , words(titleWords(seen.bareTitle.isEmpty() ? seen.title : seen.bareTitle)) {
    for (const Address& person : seen.people) {
        people.push_back(personKeys(person));
    }
}

SeenTranscript::SeenTranscript(const Transcript& seen)
    : transcript(seen)
    , words(titleWords(seen.title))
    , people(keysOf(seen)) {
}

std::vector<MatchSignal> matchSignals(const SeenTranscript& mine, const SeenMeeting& theirs,
                                      const MeetingRarity& rarity) {
    std::vector<MatchSignal> signs;
    if (theirs.meeting.source == MeetingSource::Invitation) {
        addDay(mine.transcript, theirs.meeting, rarity, signs);
    } else {
        addTalkDays(mine.transcript, theirs.meeting, signs);
    }
    if (!signs.empty() && signs.front().weight <= kMatchVeto) {
        return signs;
    }
    addNumbers(mine.words, theirs.words, signs);
    addTitle(mine.words, theirs.words, rarity,
             theirs.meeting.source == MeetingSource::Invitation ? kTitleLeast : kSubjectLeast, signs);
    addPeople(mine, theirs, rarity, signs);
    return signs;
}

}  // namespace kith::people
