// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/named_values.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

constexpr auto kFolded = QRegularExpression::CaseInsensitiveOption;
constexpr int kDaysPastStillThisYear = 31;

struct CurrencyWords {
    const char* code;
    const char* words;  ///< parted by |
};

constexpr CurrencyWords kCurrencies[] = {
    {"EUR", "€|eur|euro|euros"},
    {"USD", "$|us$|usd|dollar|dollars"},
    {"GBP", "£|gbp|pound|pounds"},
    {"CHF", "chf|sfr|fr.|franken|francs"},
    {"SEK", "sek"},
    {"NOK", "nok"},
    {"DKK", "dkk"},
    {"PLN", "pln|zł"},
    {"JPY", "¥|jpy|yen"},
    {"CAD", "c$|cad"},
    {"AUD", "a$|aud"},
};

QString currencyOf(const QString& word) {
    for (const CurrencyWords& one : kCurrencies) {
        if (QString::fromUtf8(one.words).split(QLatin1Char('|')).contains(word.toLower())) {
            return QString::fromLatin1(one.code);
        }
    }
    return {};
}

QString currencyPattern() {
    QStringList words;
    for (const CurrencyWords& one : kCurrencies) {
        for (const QString& word : QString::fromUtf8(one.words).split(QLatin1Char('|'))) {
            words << QRegularExpression::escape(word);
        }
    }
    std::sort(words.begin(), words.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return words.join(QLatin1Char('|'));
}

/// "1.234,50", "1,234.5", "12'500", "1 200": a last group of three digits is thousands, of one or two a fraction.
std::optional<double> plainNumber(QString digits) {
    static const QRegularExpression spaces(QStringLiteral("[\\s'’\\x{00A0}\\x{202F}]"));
    digits.remove(spaces);
    const qsizetype last = std::max(digits.lastIndexOf(QLatin1Char('.')), digits.lastIndexOf(QLatin1Char(',')));
    if (last >= 0) {
        const qsizetype behind = digits.size() - last - 1;
        const bool both = digits.contains(QLatin1Char('.')) && digits.contains(QLatin1Char(','));
        const bool fraction = behind != 3 || (both && digits.count(digits[last]) == 1 && behind != 3);
        QString whole = digits.left(fraction ? last : digits.size());
        whole.remove(QLatin1Char('.')).remove(QLatin1Char(','));
        digits = fraction ? whole + QLatin1Char('.') + digits.mid(last + 1) : whole;
    }
    bool ok = false;
    const double value = digits.toDouble(&ok);
    return ok ? std::optional<double>(value) : std::nullopt;
}

double timesOf(const QString& word) {
    const QString folded = word.toLower();
    if (folded == u"k" || folded.startsWith(QLatin1String("thousand")) || folded == u"tausend") {
        return 1e3;
    }
    return folded.isEmpty() ? 1.0 : folded.startsWith(QLatin1String("b")) ? 1e9 : 1e6;
}

int monthOf(const QString& word) {
    static const std::array<const char*, 12> starts{
        "jan|gen|ene",  "feb|fév|fev",      "mar|mär|mrt|maa", "apr|avr|abr", "may|mai|mei|mag",
        "jun|juin|giu", "jul|juil|lug|jui", "aug|aoû|aou|ago", "sep|set",     "oct|okt|ott",
        "nov",          "dec|dez|déc|dic"};
    const QString folded = word.toLower();
    for (size_t month = 0; month < starts.size(); ++month) {
        for (const QString& start : QString::fromUtf8(starts[month]).split(QLatin1Char('|'))) {
            if (folded.startsWith(start) && !(month == 6 && folded.startsWith(QLatin1String("juin")))) {
                return static_cast<int>(month) + 1;
            }
        }
    }
    return 0;
}

const QString& monthPattern() {
    static const QString pattern = QStringLiteral(
        "(?:jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|février|mar(?:ch|s)|mar|märz|maart|apr(?:il)?|avril|"
        "may|mai|mei|june?|juni|juin|july?|juli|juillet|aug(?:ust|ustus)?|août|sep(?:t|tember|tembre)?|"
        "oct(?:ober|obre)?|okt(?:ober)?|nov(?:ember|embre)?|dec(?:ember)?|dez(?:ember)?|décembre)\\b\\.?");
    return pattern;
}

std::optional<QDate> dayOfYear(int year, int month, int day, QDate written) {
    if (year > 0 && year < 100) {
        year += 2000;
    }
    QDate date(year > 0 ? year : written.year(), month, day);
    if (year <= 0 && date.isValid() && date < written.addDays(-kDaysPastStillThisYear)) {
        date = QDate(written.year() + 1, month, day);
    }
    return date.isValid() ? std::optional<QDate>(date) : std::nullopt;
}

std::optional<QDate> writtenOutDay(const QString& text, QDate written) {
    static const QRegularExpression dayFirst(QStringLiteral("\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s*(?:of\\s+)?(") +
                                                 monthPattern() + QStringLiteral(")(?:,?\\s*(\\d{4}))?"),
                                             kFolded);
    static const QRegularExpression monthFirst(
        QStringLiteral("\\b(") + monthPattern() +
            QStringLiteral(")\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s*(\\d{4}))?"),
        kFolded);
    if (const auto match = dayFirst.match(text); match.hasMatch()) {
        return dayOfYear(match.captured(3).toInt(), monthOf(match.captured(2)), match.captured(1).toInt(), written);
    }
    if (const auto match = monthFirst.match(text); match.hasMatch()) {
        return dayOfYear(match.captured(3).toInt(), monthOf(match.captured(1)), match.captured(2).toInt(), written);
    }
    return std::nullopt;
}

std::optional<QDate> numericDay(const QString& text, QDate written) {
    static const QRegularExpression iso(QStringLiteral("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"));
    static const QRegularExpression dotted(QStringLiteral("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2}(?!\\d))?"));
    static const QRegularExpression slashed(QStringLiteral("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})\\b"));
    if (const auto match = iso.match(text); match.hasMatch()) {
        return dayOfYear(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(), written);
    }
    if (const auto match = dotted.match(text); match.hasMatch()) {
        return dayOfYear(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt(), written);
    }
    if (const auto match = slashed.match(text); match.hasMatch()) {
        const int one = match.captured(1).toInt();
        const int other = match.captured(2).toInt();
        if (one <= 12 && other <= 12 && one != other) {
            return std::nullopt;
        }
        return dayOfYear(match.captured(3).toInt(), other > 12 ? one : other, other > 12 ? other : one, written);
    }
    return std::nullopt;
}

int weekdayOf(const QString& word) {
    static const std::array<const char*, 7> starts{"mon|lun|maan",   "tue|die|mar|dins", "wed|mit|mer|woen",
                                                   "thu|don|jeu",    "fri|fre|ven|vrij", "sat|sam|zat",
                                                   "sun|son|dim|zon"};
    for (size_t day = 0; day < starts.size(); ++day) {
        for (const QString& start : QString::fromLatin1(starts[day]).split(QLatin1Char('|'))) {
            if (word.startsWith(start, Qt::CaseInsensitive)) {
                return static_cast<int>(day) + 1;
            }
        }
    }
    return 0;
}

/// Days that only the letter's own day gives a meaning: tomorrow, by Friday, the end of May.
std::optional<QDate> relativeDay(const QString& text, QDate written) {
    static const QRegularExpression tomorrow(QStringLiteral("\\b(tomorrow|bis morgen|demain|domani|mañana)\\b"),
                                             kFolded | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression today(
        QStringLiteral("\\b(by|until|before) (the end of )?(today|tonight|noon|eod)\\b"), kFolded);
    static const QRegularExpression end(
        QStringLiteral("\\b(?:end of|ende|fin)\\s+(?:the\\s+|this\\s+)?(month|week|year|") + monthPattern() +
            QStringLiteral(")"),
        kFolded);
    static const QRegularExpression weekday(
        QStringLiteral(
            "\\b(?:by|until|before|on|due|for|next|this|bis|avant|entro|am|vor)\\s+(?:next\\s+|this\\s+|zum\\s+)?"
            "((?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|"
            "mercredi|jeudi|vendredi|lunedì|venerdì|maandag|dinsdag|woensdag|donderdag|vrijdag)\\b"),
        kFolded);
    static const QRegularExpression within(QStringLiteral("\\b(?:with)?in\\s+(\\d{1,2})\\s+(day|week)s?\\b"), kFolded);
    if (today.match(text).hasMatch()) {
        return written;
    }
    if (tomorrow.match(text).hasMatch()) {
        return written.addDays(1);
    }
    if (const auto match = end.match(text); match.hasMatch()) {
        const QString what = match.captured(1).toLower();
        if (what == u"week") {
            return written.addDays(std::max(0, 5 - written.dayOfWeek()));
        }
        const int month = what == u"year" ? 12 : what == u"month" ? written.month() : monthOf(what);
        const auto first = month > 0 ? dayOfYear(0, month, 1, written.addDays(-27)) : std::nullopt;
        return first ? std::optional<QDate>(first->addDays(first->daysInMonth() - 1)) : std::nullopt;
    }
    if (const auto match = weekday.match(text); match.hasMatch()) {
        const int days = (weekdayOf(match.captured(1)) - written.dayOfWeek() + 7) % 7;
        return written.addDays(days == 0 ? 7 : days);
    }
    if (const auto match = within.match(text); match.hasMatch()) {
        return written.addDays(match.captured(1).toInt() * (match.captured(2).startsWith(u'w') ? 7 : 1));
    }
    return std::nullopt;
}

}  // namespace

std::optional<Amount> namedAmount(const QString& text) {
    static const QString number =
        QStringLiteral("(\\d{1,3}(?:[.,'’\\s\\x{00A0}\\x{202F}]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)");
    static const QString times =
        QStringLiteral("(?:\\s*(k|thousand|tausend|m|mm|mn|mio\\.?|million(?:en)?|billion|bn)\\b)?");
    static const QRegularExpression before(
        QStringLiteral("(?<![\\w])(") + currencyPattern() + QStringLiteral(")\\s*") + number + times, kFolded);
    static const QRegularExpression behind(
        number + times + QStringLiteral("\\s*(") + currencyPattern() + QStringLiteral(")(?![\\w])"), kFolded);
    const auto first = before.match(text);
    const auto second = behind.match(text);
    const bool leads = first.hasMatch() && (!second.hasMatch() || first.capturedStart() <= second.capturedStart());
    if (!leads && !second.hasMatch()) {
        return std::nullopt;
    }
    const auto value = plainNumber(leads ? first.captured(2) : second.captured(1));
    const QString currency = currencyOf(leads ? first.captured(1) : second.captured(3));
    if (!value || *value <= 0 || currency.isEmpty()) {
        return std::nullopt;
    }
    return Amount{*value * timesOf(leads ? first.captured(3) : second.captured(2)), currency};
}

std::optional<QDate> namedDay(const QString& text, QDate written) {
    if (!written.isValid()) {
        return std::nullopt;
    }
    if (const auto day = writtenOutDay(text, written)) {
        return day;
    }
    if (const auto day = numericDay(text, written)) {
        return day;
    }
    return relativeDay(text, written);
}

}  // namespace kith::triage
