// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "transcript_set.h"

#include <QDateTime>

namespace kith::testing {

namespace {

constexpr const char* kFirms[] = {"Calder Voss",   "Orrin Marine", "Brightwater",  "Norrby Dairy",
                                  "Aster Climate", "Pellin Optik", "Kestrel",      "Tanabe Lab",
                                  "Boxfolder",     "Meridian",     "Halden Works", "Sora Foods"};
constexpr const char* kKinds[] = {"pilot review", "pricing call", "kick-off",   "demo",         "renewal talk",
                                  "weekly sync",  "site visit",   "onboarding", "budget round", "contract call"};
constexpr const char* kGiven[] = {"Ana",  "Tobias", "Lena",  "Jonas", "Priya", "Elif",  "Marek",
                                  "Yuki", "Carlo",  "Stina", "Ben",   "Inès",  "Oskar", "Žofie"};
constexpr const char* kFamily[] = {"Ruiz",   "Renner", "Hoffmann",  "Feld", "Nandakumar", "Aydın",
                                   "Dvořák", "Tanabe", "Benedetti", "Falk", "Ode",        "Laurent"};

class Forge {
public:
    explicit Forge(unsigned seed)
        : m_dice(seed) {}

    int below(int n) { return static_cast<int>(m_dice() % static_cast<unsigned>(n)); }
    bool chance(int percent) { return below(100) < percent; }
    template <size_t N>
    QString one(const char* const (&words)[N]) {
        return QString::fromUtf8(words[below(static_cast<int>(N))]);
    }
    Address person() {
        const QString name = one(kGiven) + QLatin1Char(' ') + one(kFamily);
        return {name,
                QString(name).toLower().replace(QLatin1Char(' '), QLatin1Char('.')) + QStringLiteral("@firm.example")};
    }
    Meeting meeting(int at) {
        Meeting meeting;
        meeting.key = QStringLiteral("m%1").arg(at);
        const bool series = chance(25);
        meeting.title =
            series ? QStringLiteral("Product talk %1").arg(++m_episode) : one(kFirms) + QLatin1Char(' ') + one(kKinds);
        const QDate day = QDate(2026, 1, 5).addDays(below(300));
        meeting.offset = std::chrono::minutes(day.month() > 3 && day.month() < 11 ? 120 : 60);
        const QDateTime start(day, QTime(8 + below(9), below(2) * 30), Qt::UTC);
        meeting.start = std::chrono::milliseconds(start.toMSecsSinceEpoch());
        meeting.end = meeting.start + std::chrono::hours(1);
        meeting.people = {{QStringLiteral("Mara Lindqvist"), QStringLiteral("mara@fjordlight.example")}, person()};
        for (int more = below(3); more > 0; --more) {
            meeting.people.push_back(person());
        }
        return meeting;
    }
    Transcript fileOf(const Meeting& meeting, int at) {
        Transcript file;
        file.file = QStringLiteral("f%1.vtt").arg(at, 4, 10, QLatin1Char('0'));
        const QDateTime local =
            QDateTime::fromMSecsSinceEpoch(meeting.start.count() + meeting.offset.count() * 60'000, Qt::UTC);
        const bool dated = chance(80);
        if (dated) {
            file.when.dates = {local.date()};
            if (chance(15) && local.date().day() <= 12 && local.date().day() != local.date().month()) {
                file.when.dates.emplace_back(local.date().year(), local.date().day(), local.date().month());
            }
        }
        if (dated && chance(50)) {
            file.when.time = local.time().addSecs(below(10) * 60);
            if (chance(40)) {
                file.when.offset = meeting.offset;
            }
        }
        if (chance(80)) {
            file.title = meeting.title.toLower().replace(QLatin1Char('-'), QLatin1Char(' '));
        }
        for (const Address& person : meeting.people) {
            if (chance(80)) {
                file.speakers << person.name;
            }
        }
        return file;
    }

private:
    std::mt19937 m_dice;
    int m_episode{0};
};

/// What looks like a recording of this meeting and is one of another that nobody put into the calendar.
void misplace(Transcript& file, Forge& forge) {
    switch (forge.below(3)) {
    case 0:  // the same title, another day
        file.when.dates = {QDate(2026, 12, 1).addDays(forge.below(25))};
        file.when.time.reset();
        break;
    case 1:  // another number of the series
        file.title = QStringLiteral("Product talk %1").arg(500 + forge.below(90));
        break;
    default:  // the same people, another week, no title
        file.title.clear();
        file.when.dates = {QDate(2025, 11, 2).addDays(forge.below(30))};
        break;
    }
}

}  // namespace

TranscriptSet TranscriptSet::make(unsigned seed, int meetingCount, int fileCount) {
    Forge forge(seed);
    TranscriptSet set;
    for (int i = 0; i < meetingCount; ++i) {
        set.meetings.push_back(forge.meeting(i));
    }
    for (int i = 0; i < fileCount; ++i) {
        const int of = (i * 7) % meetingCount;  // each at most once while there are fewer files than meetings
        Transcript file = forge.fileOf(set.meetings[static_cast<size_t>(of)], i);
        const bool stray = forge.chance(25);
        if (stray) {
            misplace(file, forge);
        }
        set.transcripts.push_back(std::move(file));
        set.truth.push_back(stray ? -1 : of);
    }
    return set;
}

}  // namespace kith::testing
