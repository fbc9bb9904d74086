// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/onyx_facts.h"

#include "core/base/text.h"
#include "core/domain/address.h"

#include <QRegularExpression>

#include <algorithm>

namespace kith::sources {

namespace {

constexpr double kOnyxJobTrust = 0.4;
constexpr double kOnyxPhoneTrust = 0.35;
constexpr double kOnyxPageTrust = 0.4;
constexpr double kOnyxMailTrust = 0.35;

QString wordsPattern(const QString& words) {
    QStringList parts;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        parts << QRegularExpression::escape(word);
    }
    return parts.join(QStringLiteral("\\s+"));
}

bool namesSubject(const QString& line, const people::EnrichmentSubject& subject) {
    const bool byAddress = std::ranges::any_of(
        subject.emails, [&](const QString& email) { return line.contains(email, Qt::CaseInsensitive); });
    const bool hasName = subject.name.contains(QLatin1Char(' '));
    return byAddress || (hasName && text::folded(line).contains(text::folded(subject.name)));
}

/// Two or more words with capitals in a row that are not the subject's name: somebody or something else is meant too.
bool namesOthers(const QString& line, const people::EnrichmentSubject& subject) {
    static const QRegularExpression name(QStringLiteral("\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)+"));
    const QString own = text::folded(subject.name);
    const QString firm = text::folded(subject.company);
    auto at = name.globalMatch(line);
    while (at.hasNext()) {
        const QString found = text::folded(at.next().captured());
        const bool isOwn = found.contains(own) || own.contains(found);
        if (!isOwn && (firm.isEmpty() || !firm.contains(found))) {
            return true;
        }
    }
    return false;
}

/// Lines, and sentences within them.
QStringList pieces(const QString& text) {
    static const QRegularExpression ends(QStringLiteral("(?<=[.!?])\\s+(?=\\p{Lu})|\\n"));
    return text.split(ends, Qt::SkipEmptyParts);
}

struct FactWriter {
    const OnyxDocument& document;
    std::vector<people::SourcedValue>& facts;

    void add(const char* field, const QString& value, const QString& sentence, double confidence) const {
        const people::SourcedValue fact{QLatin1String(field),
                                        text::oneLine(value),
                                        sentence.trimmed(),
                                        document.link.isEmpty() ? QStringLiteral("onyx:") + document.id : document.link,
                                        QStringLiteral("onyx.sentence"),
                                        confidence,
                                        document.updatedAt};
        const bool known = std::ranges::any_of(
            facts, [&](const people::SourcedValue& one) { return one.field == fact.field && one.value == fact.value; });
        if (!known && !fact.value.isEmpty()) {
            facts.push_back(fact);
        }
    }
};

bool takeJob(const QString& piece, const people::EnrichmentSubject& subject, const FactWriter& writer) {
    if (!subject.name.contains(QLatin1Char(' '))) {
        return false;
    }
    const QRegularExpression job(
        QStringLiteral("^\\s*%1\\s+(?:is|is the|is a|is an|ist|ist die|ist der)\\s+(\\p{Lu}[^.,;:\\n]{2,60}?)"
                       "\\s+(?:at|bei)\\s+(\\p{Lu}[^.,;:\\n]{1,60})[.\\s]*$")
            .arg(wordsPattern(subject.name)));
    const auto match = job.match(piece);
    if (match.hasMatch()) {
        writer.add("job_title", match.captured(1), piece, kOnyxJobTrust);
        writer.add("company", match.captured(2), piece, kOnyxJobTrust);
    }
    return match.hasMatch();
}

void takePhone(const QString& piece, const FactWriter& writer) {
    static const QRegularExpression phone(QStringLiteral("\\+[1-9][0-9 ()./-]{6,20}[0-9]"));
    const auto match = phone.match(piece);
    if (match.hasMatch()) {
        QString digits = match.captured();
        digits.remove(QRegularExpression(QStringLiteral("[^0-9+]")));
        writer.add("phone", digits, piece, kOnyxPhoneTrust);
    }
}

/// "Phone: +49…" alone on its line.
bool isPhoneLine(const QString& piece) {
    static const QRegularExpression label(
        QStringLiteral("^\\s*(?:phone|tel\\.?|telephone|mobile|telefon|mobil)\\s*:?\\s*\\+[0-9 ()./-]+$"),
        QRegularExpression::CaseInsensitiveOption);
    return label.match(piece).hasMatch();
}

void takeAddresses(const QString& piece, const people::EnrichmentSubject& subject, const FactWriter& writer) {
    static const QRegularExpression mail(QStringLiteral("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"));
    static const QRegularExpression linkedIn(QStringLiteral("https?://(?:www\\.)?linkedin\\.com/in/[\\w%-]+"));
    auto mails = mail.globalMatch(piece);
    while (mails.hasNext()) {
        const QString found = mails.next().captured();
        const QString last = text::folded(subject.name.section(QLatin1Char(' '), -1));
        if (last.size() > 2 && text::folded(found).section(QLatin1Char('@'), 0, 0).contains(last)) {
            writer.add("email", addressKey(found), piece, kOnyxMailTrust);
        }
    }
    const auto page = linkedIn.match(piece);
    if (page.hasMatch()) {
        writer.add("linkedin_url", page.captured(), piece, kOnyxPageTrust);
    }
}

}  // namespace

std::vector<people::SourcedValue> onyxFacts(const OnyxDocument& document, const people::EnrichmentSubject& subject) {
    std::vector<people::SourcedValue> facts;
    const FactWriter writer{document, facts};
    bool about = false;  // the piece before is about the subject alone
    for (const QString& piece : pieces(document.text)) {
        const bool named = namesSubject(piece, subject);
        const bool job = named && takeJob(piece, subject, writer);
        const bool alone = job || (named && !namesOthers(piece, subject));
        if (alone) {
            takeAddresses(piece, subject, writer);
        }
        if (alone || (about && isPhoneLine(piece))) {
            takePhone(piece, writer);
        }
        about = alone;
    }
    return facts;
}

}  // namespace kith::sources
