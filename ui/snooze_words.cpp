// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/snooze_words.h"

#include <QStringList>
#include <QTimeZone>

#include <array>

namespace kith::ui {

namespace {

/// What the words have said so far.
struct SnoozeReading {
    QDateTime now;
    std::optional<QDate> day;
    std::optional<QTime> time;
    qint64 addSeconds{0};
    bool next{false};
};

struct SnoozeUnit {
    const char* words;  ///< between blanks
    qint64 seconds;
};

bool isAmong(const QString& word, const char* words) {
    return QString::fromUtf8(words).split(QLatin1Char(' ')).contains(word);
}

qint64 unitSeconds(const QString& word) {
    static constexpr std::array<SnoozeUnit, 4> units{{
        {"m min mins minute minutes minuten", 60},
        {"h hr hrs hour hours std stunde stunden", 3600},
        {"d day days tag tage tagen", 86400},
        {"w week weeks woche wochen", 7 * 86400},
    }};
    for (const SnoozeUnit& unit : units) {
        if (isAmong(word, unit.words)) {
            return unit.seconds;
        }
    }
    return 0;
}

/// 1 for Monday; 0: no day of the week.
int weekday(const QString& word) {
    static constexpr std::array<const char*, 7> days{
        "mon monday mo montag",      "tue tues tuesday di dienstag",
        "wed wednesday mi mittwoch", "thu thur thurs thursday do donnerstag",
        "fri friday fr freitag",     "sat saturday sa samstag sonnabend",
        "sun sunday so sonntag"};
    for (size_t i = 0; i < days.size(); ++i) {
        if (isAmong(word, days[i])) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

int monthOf(const QString& word) {
    static constexpr std::array<const char*, 12> months{"jan january januar",
                                                        "feb february februar",
                                                        "mar march mär märz",
                                                        "apr april",
                                                        "may mai",
                                                        "jun june juni",
                                                        "jul july juli",
                                                        "aug august",
                                                        "sep sept september",
                                                        "oct october okt oktober",
                                                        "nov november",
                                                        "dec december dez dezember"};
    for (size_t i = 0; i < months.size(); ++i) {
        if (isAmong(word, months[i])) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// The coming day of the week; "next" means that of the week after this one.
QDate comingDay(const SnoozeReading& reading, int dayOfWeek) {
    const QDate today = reading.now.date();
    if (reading.next) {
        return today.addDays(7 - today.dayOfWeek() + dayOfWeek);
    }
    const int ahead = (dayOfWeek - today.dayOfWeek() + 7) % 7;
    return today.addDays(ahead == 0 ? 7 : ahead);
}

std::optional<QTime> clockTime(QString word) {
    if (isAmong(word, "noon mittag mittags")) {
        return QTime(12, 0);
    }
    if (isAmong(word, "morning früh vormittag")) {
        return QTime(9, 0);
    }
    if (isAmong(word, "afternoon nachmittag")) {
        return QTime(14, 0);
    }
    if (isAmong(word, "evening abend tonight")) {
        return QTime(18, 0);
    }
    const bool pm = word.endsWith(QLatin1String("pm"));
    const bool am = word.endsWith(QLatin1String("am"));
    word.chop(pm || am ? 2 : 0);
    const QStringList parts = word.split(QLatin1Char(':'));
    bool hourOk = false;
    bool minuteOk = true;
    int hour = parts.value(0).toInt(&hourOk);
    const int minute = parts.size() > 1 ? parts[1].toInt(&minuteOk) : 0;
    if (!hourOk || !minuteOk || parts.size() > 2 || hour < 0 || hour > 23 || ((am || pm) && (hour < 1 || hour > 12))) {
        return {};
    }
    if (pm || am) {
        hour = hour % 12 + (pm ? 12 : 0);
    } else if (parts.size() == 1 && hour >= 1 && hour <= 6) {
        hour += 12;
    }
    const QTime time(hour, minute);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// The next date of that day and month, this year or the next.
std::optional<QDate> comingDate(const QDate& today, int day, int month) {
    for (int year = today.year(); year <= today.year() + 4; ++year) {
        const QDate date(year, month, day);
        if (date.isValid() && date > today) {
            return date;
        }
    }
    return {};
}

std::optional<QDate> writtenDate(const QString& word, const QDate& today) {
    if (const QDate iso = QDate::fromString(word, Qt::ISODate); iso.isValid()) {
        return iso;
    }
    const QStringList parts = word.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    if (!word.contains(QLatin1Char('.')) || parts.size() < 2) {
        return {};
    }
    return comingDate(today, parts[0].toInt(), parts[1].toInt());
}

bool readDay(SnoozeReading& reading, const QString& word) {
    const QDate today = reading.now.date();
    if (isAmong(word, "today heute")) {
        reading.day = today;
    } else if (isAmong(word, "tomorrow tmr morgen")) {
        reading.day = today.addDays(1);
    } else if (isAmong(word, "übermorgen")) {
        reading.day = today.addDays(2);
    } else if (isAmong(word, "weekend wochenende")) {
        reading.day = comingDay(reading, 6);
    } else if (const int dayOfWeek = weekday(word)) {
        reading.day = comingDay(reading, dayOfWeek);
    } else if (reading.next && isAmong(word, "week woche")) {
        reading.day = comingDay(reading, 1);
    } else if (reading.next && isAmong(word, "month monat")) {
        reading.day = QDate(today.year(), today.month(), 1).addMonths(1);
    } else if (const auto date = writtenDate(word, today)) {
        reading.day = *date;
    } else {
        return false;
    }
    return true;
}

/// "3 hours", "15 june", "june 15": a number that needs its neighbour. Gives the words taken, 0 if none.
int readPair(SnoozeReading& reading, const QString& word, const QString& after) {
    bool isNumber = false;
    const int number = word.chopped(word.endsWith(QLatin1Char('.')) ? 1 : 0).toInt(&isNumber);
    if (isNumber && number > 0 && number < 1000 && unitSeconds(after) > 0) {
        reading.addSeconds += number * unitSeconds(after);
        return 2;
    }
    const int month = monthOf(isNumber ? after : word);
    const int day = isNumber ? number : after.toInt();
    if (month == 0 || day == 0) {
        return 0;
    }
    const auto date = comingDate(reading.now.date(), day, month);
    reading.day = date ? date : reading.day;
    return date ? 2 : 0;
}

/// "3h", "90min" in one word.
bool readSpan(SnoozeReading& reading, const QString& word) {
    qsizetype digits = 0;
    while (digits < word.size() && word[digits].isDigit()) {
        ++digits;
    }
    const qint64 seconds = digits > 0 && digits < 4 ? unitSeconds(word.mid(digits)) : 0;
    reading.addSeconds += seconds * word.left(digits).toInt();
    return seconds > 0;
}

int readWord(SnoozeReading& reading, const QString& word, const QString& after) {
    if (isAmong(word, "in at on um am a the this diesen dieses")) {
        return 1;
    }
    if (isAmong(word, "next nächste nächsten nächster nächstes")) {
        reading.next = true;
        return 1;
    }
    if (const int taken = readPair(reading, word, after)) {
        return taken;
    }
    if (readSpan(reading, word) || readDay(reading, word)) {
        return 1;
    }
    if (reading.time) {
        return 0;
    }
    reading.time = clockTime((after == QLatin1String("am") || after == QLatin1String("pm")) ? word + after : word);
    return !reading.time ? 0 : after == QLatin1String("am") || after == QLatin1String("pm") ? 2 : 1;
}

std::optional<QDateTime> momentOf(const SnoozeReading& reading) {
    QDateTime at = reading.now;
    if (reading.addSeconds > 0) {
        at = at.addSecs(reading.addSeconds);
        if (reading.time) {
            at.setTime(*reading.time);
        }
    } else if (reading.day || reading.time) {
        at = QDateTime(reading.day.value_or(reading.now.date()), reading.time.value_or(QTime(9, 0)),
                       reading.now.timeZone());
        if (!reading.day && at <= reading.now) {
            at = at.addDays(1);
        }
    } else {
        return {};
    }
    return at > reading.now ? std::optional(at) : std::nullopt;
}

}  // namespace

std::optional<QDateTime> snoozeTime(const QString& words, const QDateTime& now) {
    SnoozeReading reading;
    reading.now = now;
    const QStringList list = words.toLower().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < list.size();) {
        const int taken = readWord(reading, list[i], list.value(i + 1));
        if (taken == 0) {
            return {};
        }
        i += taken;
    }
    return momentOf(reading);
}

}  // namespace kith::ui
