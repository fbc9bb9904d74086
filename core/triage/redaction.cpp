// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/redaction.h"

#include <QRegularExpression>

namespace kith::triage {

namespace {

/// What stands first in the text is taken first; at one place, the earlier kind.
struct RedactedKind {
    const char* word;
    const char* pattern;
};
constexpr const char* kNotInAddress = R"([^\s<>()\[\],;:"@＠﹫])";

QString currencies() {
    return QStringLiteral(
        R"((?:US\$|[€$£¥₹₽₩₺]|\b(?:EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|INR|CNY|)"
        R"(BRL|TRY|euros?|dollars?|pounds?|francs?|kr|Rs)\b))");
}

QString number() {
    return QStringLiteral(
        R"((?:\d[\d.,'’ \x{a0}\x{202f}]{0,30}\d|\d)(?:\s?(?:(?:k|m|mn|bn|thousand|million|billion)\b|)"
        R"((?:Tsd|Mio|Mrd)\b\.?))?)");
}

QString allKinds() {
    const QString part = QString::fromUtf8(kNotInAddress);
    const QString at = QStringLiteral("(?:[@＠﹫]|%40)");
    const QString address =
        QStringLiteral(R"((?:"[^"\n]{1,64}"|%1{1,200}?)%2(?:\[[^\]\s]{1,60}\]|%1*[^\s<>()\[\],;:"@＠﹫.!?]))")
            .arg(part, at) +
        QStringLiteral(R"(|[\w.+\-]{1,64}\s?[\[({]\s?at\s?[\])}]\s?[\w.\-]{1,200})");
    const QString web = QStringLiteral(
        R"((?:\b[a-z][a-z0-9+.\-]{1,20}://|\bwww\.|\bmailto:|\btel:)[^\s<>"]+|)"
        R"((?<![\w.\-])(?:[\w\-]{1,63}\.){1,8}(?:com|net|org|edu|gov|info|biz|io|ai|app|dev|co|eu|de|at|ch|fr|it|es|)"
        R"(nl|be|uk|us|ca|au|nz|se|no|dk|fi|pl|cz|pt|ie|ru|jp|cn|br|mx|example)\b(?:/[^\s<>"]*)?)");
    const QString amount =
        currencies() + QStringLiteral(R"(\s?)") + number() + u'|' + number() + QStringLiteral(R"(\s?)") + currencies();
    const QString account = QStringLiteral(R"(\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,8}(?: ?[A-Z0-9]{1,4})?\b)");
    const QString phone =
        QStringLiteral(R"((?<!\d)[+＋(]{0,2}\d(?:[ \t\x{a0}\x{2000}-\x{200d}\x{202f}().\-–—/·•_]{0,3}\d){6,})");
    return QStringLiteral(R"((?<TOKEN>\[(?:EMAIL|PHONE|AMOUNT|ACCOUNT|URL|TOKEN)_\d+\])|(?<EMAIL>%1)|(?<URL>%2)|)"
                          R"((?<ACCOUNT>%3)|(?<AMOUNT>%4)|(?<PHONE>%5))")
        .arg(address, web, account, amount, phone);
}

const QRegularExpression& redactedPattern() {
    static const QRegularExpression pattern(allKinds(), QRegularExpression::CaseInsensitiveOption |
                                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// Days, with or without an hour, and stretches of days: a model must know until when.
bool isDate(const QString& digits) {
    static const QRegularExpression dates(
        QStringLiteral(R"(^(?:D(?:[ T]\d{1,2})?)(?:[ \-–—/]+(?:D(?:[ T]\d{1,2})?))*$)")
            .replace(QStringLiteral("D"), QStringLiteral(R"((?:(?:19|20)\d\d[\-./](?:0?[1-9]|1[0-2])[\-./](?:0?[1-9]|)"
                                                         R"([12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[\-./](?:0?[1-9]|)"
                                                         R"([12]\d|3[01])[\-./](?:19|20)\d\d))")));
    return dates.match(digits).hasMatch();
}

QString kindOf(const QRegularExpressionMatch& match) {
    for (const char* kind : {"TOKEN", "EMAIL", "URL", "ACCOUNT", "AMOUNT", "PHONE"}) {
        if (match.capturedStart(QLatin1String(kind)) >= 0) {
            return QLatin1String(kind);
        }
    }
    return {};
}

}  // namespace

QString Redactor::tokenFor(const QString& kind, const QString& words) {
    const auto known = m_tokens.constFind(words);
    if (known != m_tokens.cend()) {
        return *known;
    }
    const QString token = QStringLiteral("[%1_%2]").arg(kind).arg(++m_numbers[kind]);
    m_tokens.insert(words, token);
    m_words.insert(token, words);
    return token;
}

QString Redactor::redact(const QString& text) {
    QString out;
    qsizetype from = 0;
    for (auto matches = redactedPattern().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString kind = kindOf(match);
        if (kind == QStringLiteral("PHONE") && isDate(match.captured())) {
            continue;
        }
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += tokenFor(kind, match.captured());
        from = match.capturedEnd();
        ++m_count;
    }
    return out + QStringView(text).mid(from);
}

QString Redactor::restore(const QString& text) const {
    static const QRegularExpression token(QStringLiteral(R"(\[(?:EMAIL|PHONE|AMOUNT|ACCOUNT|URL|TOKEN)_\d+\])"));
    QString out;
    qsizetype from = 0;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += m_words.value(match.captured(), match.captured());
        from = match.capturedEnd();
    }
    return out + QStringView(text).mid(from);
}

}  // namespace kith::triage
