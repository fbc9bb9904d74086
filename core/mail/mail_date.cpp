// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mail_date.h"

#include "core/mail/header_text.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace kith::mail {

namespace {

struct DateFields {
    int day{0};
    int month{0};
    int year{-1};
    int hour{0};
    int minute{0};
    int second{0};
    bool hasTime{false};
    bool afternoon{false};
    bool morning{false};
    std::optional<int> offset{};  ///< minutes
};

int monthOf(const QByteArray& word) {
    static const QList<QByteArray> months{"jan", "feb", "mar", "apr", "may", "jun",
                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    return static_cast<int>(months.indexOf(word.left(3))) + 1;
}

std::optional<int> namedZone(const QByteArray& word) {
    static const QHash<QByteArray, int> zones{
        {"ut", 0},     {"utc", 0},    {"gmt", 0},    {"z", 0},      {"est", -300}, {"edt", -240},  {"cst", -360},
        {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"cet", 60},    {"cest", 120},
        {"met", 60},   {"mest", 120}, {"bst", 60},   {"wet", 0},    {"west", 60},  {"eet", 120},   {"eest", 180},
        {"msk", 180},  {"msd", 240},  {"jst", 540},  {"kst", 540},  {"hst", -600}, {"akst", -540}, {"akdt", -480},
        {"nzst", 720}, {"nzdt", 780}, {"aest", 600}, {"aedt", 660}};
    const auto found = zones.constFind(word);
    return found == zones.cend() ? std::nullopt : std::optional<int>(*found);
}

/// +0200, -05:30, +2
std::optional<int> numericZone(QByteArray word) {
    if (word.size() < 2 || (word[0] != '+' && word[0] != '-')) {
        return std::nullopt;
    }
    const int sign = word[0] == '-' ? -1 : 1;
    word.remove(0, 1).replace(":", "");
    bool ok = false;
    const int number = word.left(4).toInt(&ok);
    if (!ok) {
        return std::nullopt;
    }
    const int minutes = word.size() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
    return minutes > 18 * 60 ? 0 : sign * minutes;
}

bool readTime(QByteArray word, DateFields* fields) {
    if (const qsizetype zone = qMax(word.lastIndexOf('+'), word.lastIndexOf('-')); zone > 3) {
        fields->offset = numericZone(word.mid(zone));
        word.truncate(zone);
    } else if (word.endsWith('z')) {
        fields->offset = 0;
        word.chop(1);
    }
    const QList<QByteArray> pieces = word.split(word.contains(':') ? ':' : '.');
    bool ok = pieces.size() >= 2;
    bool minuteOk = false;
    const int hour = ok ? pieces[0].toInt(&ok) : 0;
    const int minute = ok ? pieces[1].toInt(&minuteOk) : 0;
    const int second = pieces.size() > 2 ? pieces[2].left(2).toInt() : 0;
    if (!ok || !minuteOk || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
        return false;
    }
    fields->hour = hour;
    fields->minute = minute;
    fields->second = qBound(0, second, 59);  // a leap second counts as the one before
    return fields->hasTime = true;
}

void readNumber(const QByteArray& word, DateFields* fields) {
    bool ok = false;
    const int number = word.toInt(&ok);
    if (!ok || number < 0) {
        return;
    }
    if (word.size() <= 2 && fields->day == 0 && number >= 1 && number <= 31) {
        fields->day = number;
    } else if (fields->year < 0 && number <= 9999) {
        fields->year = word.size() <= 2   ? number + (number < 50 ? 2000 : 1900)
                       : word.size() == 3 ? number + 1900
                                          : number;
    }
}

/// 2005-05-10, 10-May-2005, 05/10/2005 (American, the only slashed form seen in mail)
bool readJoinedDate(const QByteArray& word, DateFields* fields) {
    const QList<QByteArray> pieces = word.split(word.contains('/') ? '/' : '-');
    if (pieces.size() != 3 || pieces[0].isEmpty()) {
        return false;
    }
    if (pieces[0].size() == 4) {
        fields->year = pieces[0].toInt();
        fields->month = pieces[1].toInt();
        fields->day = pieces[2].toInt();
        return true;
    }
    const int named = monthOf(pieces[1]);
    const bool americanOrder = named == 0 && word.contains('/') && pieces[0].toInt() <= 12;
    fields->month = named ? named : pieces[americanOrder ? 0 : 1].toInt();
    fields->day = pieces[americanOrder ? 1 : 0].toInt();
    readNumber(pieces[2], fields);
    return true;
}

void readWord(const QByteArray& word, DateFields* fields) {
    if (const qsizetype t = word.indexOf('t'); t == 10 && word[4] == '-') {
        readJoinedDate(word.left(10), fields);
        readTime(word.mid(11), fields);
    } else if (const auto zone = numericZone(word); zone && (fields->hasTime || word.size() >= 5)) {
        fields->offset = fields->offset ? fields->offset : zone;
    } else if (word.contains(':') && word[0] >= '0' && word[0] <= '9') {
        if (!fields->hasTime) {
            readTime(word, fields);
        }
    } else if ((word.contains('-') || word.contains('/')) && readJoinedDate(word, fields)) {
        return;
    } else if (word[0] >= '0' && word[0] <= '9') {
        const bool dotted = word.contains('.') && fields->day > 0 && !fields->hasTime;
        if (!dotted || !readTime(word, fields)) {
            readNumber(word, fields);
        }
    } else if (word == "pm" || word == "am") {
        fields->afternoon = word == "pm";
        fields->morning = word == "am";
    } else if (const int month = monthOf(word); month > 0 && fields->month == 0 && word.size() <= 9) {
        fields->month = month;
    } else if (const auto named = namedZone(word); named && !fields->offset) {
        fields->offset = named;
    } else if (word.startsWith("gmt") || word.startsWith("utc")) {
        fields->offset = numericZone(word.mid(3)).value_or(0);
    }
}

QByteArray withoutComments(const QByteArray& text) {
    QByteArray plain;
    int depth = 0;
    for (const char c : text) {
        depth += c == '(';
        plain += depth > 0 || c == ',' || c == '"' || c == ';' ? ' ' : c;
        depth -= c == ')' && depth > 0;
    }
    return plain;
}

}  // namespace

std::optional<MailDate> parseMailDate(QByteArrayView text) {
    DateFields fields;
    for (const QByteArray& word :
         withoutComments(unfolded(text.first(qMin<qsizetype>(text.size(), 2000)))).simplified().toLower().split(' ')) {
        if (!word.isEmpty()) {
            readWord(word, &fields);
        }
    }
    const QDate date(fields.year, fields.month, fields.day);
    if (fields.year < 1 || !date.isValid()) {
        return std::nullopt;
    }
    if (fields.afternoon && fields.hour < 12) {
        fields.hour += 12;
    } else if (fields.morning && fields.hour == 12) {
        fields.hour = 0;
    }
    const int offset = fields.offset.value_or(0);
    const QDateTime utc(date, QTime(fields.hour, fields.minute, fields.second), Qt::UTC);
    MailDate out;
    out.offset = std::chrono::minutes(offset);
    out.sinceEpoch = std::chrono::milliseconds(utc.toMSecsSinceEpoch()) - out.offset;
    return out;
}

std::optional<MailDate> dateOf(QByteArrayView dateHeader, const std::vector<QByteArrayView>& received,
                               std::optional<std::chrono::milliseconds> fileDate) {
    if (auto date = parseMailDate(dateHeader)) {
        return date;
    }
    constexpr std::chrono::milliseconds from(315532800000);    // 1980: no mail relay is older
    constexpr std::chrono::milliseconds until(4102444800000);  // 2100
    for (const QByteArrayView trace : received) {              // the topmost was added last
        const qsizetype semicolon = trace.lastIndexOf(';');
        auto date = semicolon < 0 ? std::nullopt : parseMailDate(trace.sliced(semicolon + 1));
        if (date && date->sinceEpoch >= from && date->sinceEpoch < until) {
            date->origin = MailDate::Origin::Received;
            return date;
        }
    }
    if (fileDate) {
        return MailDate{*fileDate, {}, MailDate::Origin::File};
    }
    return std::nullopt;
}

}  // namespace kith::mail
