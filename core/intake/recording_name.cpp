// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/recording_name.h"

#include "core/base/text.h"

#include <QHash>
#include <QRegularExpression>

namespace kith::intake {

namespace {

using Match = QRegularExpressionMatch;

QRegularExpression pattern(const char* text) {
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption |
                                                           QRegularExpression::UseUnicodePropertiesOption);
}

int monthOf(const QString& word) {
    static const QHash<QString, int> months = [] {
        constexpr const char* names[12] = {"january jan januar janvier enero januari gennaio",
                                           "february feb februar fevrier febrero februari febbraio",
                                           "march mar marz mars marzo maart",
                                           "april apr avril abril aprile",
                                           "may mai mayo mei maggio maj",
                                           "june jun juni juin junio giugno",
                                           "july jul juli juillet julio luglio",
                                           "august aug aout agosto augustus augusti",
                                           "september sep sept septembre septiembre settembre",
                                           "october oct oktober okt octobre octubre ottobre",
                                           "november nov novembre noviembre",
                                           "december dec dezember dez decembre diciembre dicembre"};
        QHash<QString, int> table;
        for (int month = 0; month < 12; ++month) {
            for (const QString& name : QString::fromLatin1(names[month]).split(QLatin1Char(' '))) {
                table.insert(name, month + 1);
            }
        }
        return table;
    }();
    return months.value(text::folded(word), 0);
}

struct Found {
    qsizetype start{0};
    qsizetype end{0};
    std::vector<QDate> dates;
};

void addDate(std::vector<QDate>& dates, int year, int month, int day) {
    const QDate date(year, month, day);
    if (date.isValid() && year > 1990 && year < 2100 && std::find(dates.begin(), dates.end(), date) == dates.end()) {
        dates.push_back(date);
    }
}

int number(const Match& match, int group) {
    return match.captured(group).toInt();
}

/// Year first.
std::optional<Found> yearFirst(const QString& text) {
    static const auto shape = pattern(R"((?<!\d)(\d{4})([-_. /]?)(\d{2})\2(\d{2})(?!\d))");
    for (auto all = shape.globalMatch(text); all.hasNext();) {
        const Match match = all.next();
        Found found{match.capturedStart(), match.capturedEnd(), {}};
        addDate(found.dates, number(match, 1), number(match, 3), number(match, 4));
        if (!found.dates.empty()) {
            return found;
        }
    }
    return {};
}

/// Day or month first: a full stop means the day; else both readings stand where both are dates.
std::optional<Found> yearLast(const QString& text) {
    static const auto shape = pattern(R"((?<!\d)(\d{1,2})([-_./])(\d{1,2})\2(\d{4}|\d{2})(?!\d))");
    for (auto all = shape.globalMatch(text); all.hasNext();) {
        const Match match = all.next();
        const int year = number(match, 4) + (match.capturedLength(4) == 2 ? 2000 : 0);
        Found found{match.capturedStart(), match.capturedEnd(), {}};
        addDate(found.dates, year, number(match, 3), number(match, 1));
        if (match.captured(2) != QLatin1String(".")) {
            addDate(found.dates, year, number(match, 1), number(match, 3));
        }
        if (!found.dates.empty()) {
            return found;
        }
    }
    return {};
}

std::optional<Found> namedMonth(const QString& text) {
    static const auto dayFirst = pattern(
        R"((?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?[ _-]*(?:de |of )?(\p{L}{3,10})\.?,?[ _-]*(?:de )?(\d{4})(?!\d))");
    static const auto monthFirst = pattern(R"((\p{L}{3,10})\.?[ _-]*(\d{1,2})(?:st|nd|rd|th)?,?[ _-]+(\d{4})(?!\d))");
    for (auto all = dayFirst.globalMatch(text); all.hasNext();) {
        const Match match = all.next();
        Found found{match.capturedStart(), match.capturedEnd(), {}};
        addDate(found.dates, number(match, 3), monthOf(match.captured(2)), number(match, 1));
        if (!found.dates.empty()) {
            return found;
        }
    }
    for (auto all = monthFirst.globalMatch(text); all.hasNext();) {
        const Match match = all.next();
        Found found{match.capturedStart(), match.capturedEnd(), {}};
        addDate(found.dates, number(match, 3), monthOf(match.captured(1)), number(match, 2));
        if (!found.dates.empty()) {
            return found;
        }
    }
    return {};
}

/// A time right behind the date: T10:00, _10-00, 100000, at 10.00, 10:00 AM.
qsizetype readTime(const QString& text, qsizetype from, TranscriptTime& when) {
    static const auto shape = pattern(
        R"(\G(?:[ T_,-]|at |um |à |kl )*(\d{1,2})(?:[:._h-]?(\d{2}))(?:[:._-]?(\d{2}))?(?!\d)[ ]*(am|pm)?[ ]*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)");
    const Match match = shape.match(text, from);
    if (!match.hasMatch()) {
        return from;
    }
    int hour = number(match, 1);
    const QString half = match.captured(4).toLower();
    hour = half == QLatin1String("pm") && hour < 12 ? hour + 12 : half == QLatin1String("am") && hour == 12 ? 0 : hour;
    const QTime time(hour, number(match, 2), number(match, 3));
    if (!time.isValid()) {
        return from;
    }
    when.time = time;
    const QString zone = match.captured(5).toUpper();
    if (zone == QLatin1String("Z") || zone == QLatin1String("UTC") || zone == QLatin1String("GMT")) {
        when.offset = std::chrono::minutes(0);
    } else if (!zone.isEmpty()) {
        const int hours = zone.mid(1, 2).toInt();
        const int minutes = zone.right(2).toInt();
        when.offset = std::chrono::minutes((zone[0] == QLatin1Char('-') ? -1 : 1) * (hours * 60 + minutes));
    }
    return match.capturedEnd();
}

bool isNoise(const QString& word) {
    static const QStringList noise{
        QStringLiteral("transcript"), QStringLiteral("transcripts"), QStringLiteral("transcription"),
        QStringLiteral("transkript"), QStringLiteral("recording"),   QStringLiteral("aufzeichnung"),
        QStringLiteral("zoom"),       QStringLiteral("otter"),       QStringLiteral("otter_ai"),
        QStringLiteral("fireflies"),  QStringLiteral("captions"),    QStringLiteral("closed"),
        QStringLiteral("caption"),    QStringLiteral("subtitles"),   QStringLiteral("gmt"),
        QStringLiteral("utc"),        QStringLiteral("audio"),       QStringLiteral("autogenerated")};
    return noise.contains(text::folded(word));
}

}  // namespace

TranscriptTime readMeetingTime(const QString& text, QString* rest) {
    TranscriptTime when;
    auto found = yearFirst(text);
    found = found ? found : namedMonth(text);
    found = found ? found : yearLast(text);
    if (rest != nullptr) {
        *rest = text;
    }
    if (!found) {
        return when;
    }
    when.dates = found->dates;
    const qsizetype end = readTime(text, found->end, when);
    qsizetype start = found->start;
    if (start >= 3 && text.mid(start - 3, 3).compare(QLatin1String("GMT"), Qt::CaseInsensitive) == 0) {
        start -= 3;  // Zoom: GMT20260429-100000
        when.offset = std::chrono::minutes(0);
    }
    if (rest != nullptr) {
        *rest = text.left(start) + QLatin1Char(' ') + text.mid(end);
    }
    return when;
}

RecordingName readRecordingName(const QString& name) {
    static const auto endings =
        pattern(R"((?:\.(?:txt|srt|vtt|docx?|md|markdown|json|transcript|cc|en|de|fr|es|mp4|m4a|mp3|wav))+$)");
    static const auto separators = pattern(R"([\s_\-–—.,;:()\[\]{}|/\\]+)");
    RecordingName read;
    QString rest;
    read.when = readMeetingTime(QString(name).remove(endings), &rest);
    QStringList words;
    for (const QString& word : rest.split(separators, Qt::SkipEmptyParts)) {
        if (!isNoise(word)) {
            words << word;
        }
    }
    read.title = words.join(QLatin1Char(' '));
    return read;
}

}  // namespace kith::intake
