// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/backoff.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace kith::net {

namespace {

int monthNumber(const QByteArray& name) {
    static const QByteArray months = QByteArrayLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
    const qsizetype at = name.size() == 3 ? months.indexOf(name.toLower()) : -1;
    return at >= 0 && at % 3 == 0 ? static_cast<int>(at / 3) + 1 : 0;
}

/// Words of a date; blanks, commas and dashes part them.
QList<QByteArray> dateWords(QByteArray value) {
    value.replace(',', ' ').replace('-', ' ');
    return value.simplified().split(' ');
}

Millis inTheFuture(Millis time, Millis serverNow) {
    return std::max(time - serverNow, Millis{0});
}

std::optional<Millis> wholeSeconds(QStringView text) {
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0 && seconds <= 1e9)) {
        return std::nullopt;
    }
    return Millis{static_cast<qint64>(seconds * 1000)};
}

/// RFC 3339 with any number of decimals; Qt reads three.
std::optional<Millis> internetTime(QStringView word) {
    QString text = word.toString();
    if (const auto point = text.indexOf(u'.'); point >= 0) {
        auto end = point + 1;
        while (end < text.size() && text.at(end).isDigit()) {
            ++end;
        }
        text = text.left(std::min(end, point + 4)) + text.mid(end);
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(Millis{time.toMSecsSinceEpoch()}) : std::nullopt;
}

}  // namespace

Millis backoff(int attempt, double random, std::optional<Millis> asked, BackoffLimits limits) {
    if (asked) {
        const double extra = std::clamp(random, 0.0, 1.0) * static_cast<double>(limits.step.count());
        return std::min(*asked, limits.mostAsked) + Millis{static_cast<qint64>(extra)};
    }
    const int doublings = std::clamp(attempt, 0, 30);
    const qint64 half = std::min(limits.step.count() << doublings, limits.most.count() / 2);
    return Millis{half + static_cast<qint64>(std::clamp(random, 0.0, 1.0) * static_cast<double>(half))};
}

Millis backoff(int attempt, std::optional<Millis> asked, BackoffLimits limits) {
    return backoff(attempt, QRandomGenerator::global()->generateDouble(), asked, limits);
}

std::optional<Millis> httpDate(const QByteArray& value) {
    QList<QByteArray> words = dateWords(value);
    if (words.size() < 5) {
        return std::nullopt;
    }
    words.removeFirst();                  // the weekday
    if (monthNumber(words.at(0)) != 0) {  // asctime: Sep 11 20:00:00 2026
        words = {words.at(1), words.at(0), words.at(3), words.at(2)};
    }
    int year = words.at(2).toInt();
    year += words.at(2).size() == 2 ? (year < 70 ? 2000 : 1900) : 0;
    const QDate date(year, monthNumber(words.at(1)), words.at(0).toInt());
    const QTime time = QTime::fromString(QString::fromLatin1(words.at(3)), QStringLiteral("hh:mm:ss"));
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return Millis{QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch()};
}

std::optional<Millis> retryAfterHeader(const QByteArray& value, Millis serverNow) {
    const QByteArray trimmed = value.trimmed();
    if (const auto seconds = wholeSeconds(QString::fromLatin1(trimmed))) {
        return seconds;
    }
    if (const auto time = httpDate(trimmed)) {
        return inTheFuture(*time, serverNow);
    }
    const auto time = internetTime(QString::fromLatin1(trimmed));
    return time ? std::optional(inTheFuture(*time, serverNow)) : std::nullopt;
}

std::optional<Millis> retryAfterText(QStringView text, Millis serverNow) {
    constexpr QStringView words = u"retry after";
    const qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive);
    if (at < 0) {
        return std::nullopt;
    }
    QStringView rest = text.mid(at + words.size());
    while (!rest.isEmpty() && (rest.front().isSpace() || rest.front() == u':')) {
        rest = rest.mid(1);
    }
    qsizetype end = 0;
    while (end < rest.size() && !rest.at(end).isSpace() && QStringView(u"\"',;<)").indexOf(rest.at(end)) < 0) {
        ++end;
    }
    QStringView word = rest.left(end);
    while (word.endsWith(u'.')) {
        word.chop(1);
    }
    if (const auto time = internetTime(word)) {
        return inTheFuture(*time, serverNow);
    }
    return word.isEmpty() ? std::nullopt : wholeSeconds(word);
}

std::optional<Millis> retryAfter(const HttpResponse& response, Millis now) {
    const Millis serverNow = httpDate(response.header("Date")).value_or(now);
    if (const QByteArray value = response.header("Retry-After"); !value.isEmpty()) {
        if (const auto asked = retryAfterHeader(value, serverNow)) {
            return asked;
        }
    }
    return retryAfterText(QString::fromUtf8(response.body.left(64 * 1024)), serverNow);
}

}  // namespace kith::net
