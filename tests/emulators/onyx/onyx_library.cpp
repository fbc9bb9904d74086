// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/onyx/onyx_library.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace kith::emulator {
namespace {

struct OnyxQuery {
    QStringList musts;  ///< one of them has to be there
    QStringList words;
};

OnyxQuery readQuery(const QString& text) {
    static const QRegularExpression parts(QStringLiteral("\"([^\"]+)\"|(\\S+)"));
    OnyxQuery query;
    auto at = parts.globalMatch(text.toLower());
    while (at.hasNext()) {
        const auto match = at.next();
        const QString phrase = match.captured(1);
        const QString word = match.captured(2);
        if (!phrase.isEmpty() || word.contains(QLatin1Char('@'))) {
            query.musts << (phrase.isEmpty() ? word : phrase);
        } else if (word != QLatin1String("or") && word.size() > 2) {
            query.words << word;
        }
    }
    return query;
}

OnyxDocument onyxNotes(const InventedPerson& person, int number, Millis now) {
    const QString name = person.fullName();
    OnyxDocument notes;
    notes.id = QStringLiteral("confluence__notes_%1").arg(number);
    notes.title = QStringLiteral("Call with %1").arg(name);
    notes.link = QStringLiteral("https://wiki.fjordlight.example/notes/%1").arg(number);
    notes.source = QStringLiteral("confluence");
    notes.updatedAt = attioTime(now - std::chrono::hours(24 * (number % 90 + 1)));
    notes.content = QStringLiteral("Notes of the call with %1 <%2>.\n%1 is %3 at %4.\nPhone: %5\n"
                                   "Next step: send the offer & the <b>data sheet</b> before Friday.")
                        .arg(name, person.email, person.title, person.firm, person.phone);
    return notes;
}

/// Names two people and gives the number of the other one: not everything near a name is about it.
OnyxDocument onyxMinutes(const InventedPerson& person, const InventedPerson& other, int number, Millis now) {
    OnyxDocument minutes;
    minutes.id = QStringLiteral("google_drive__minutes_%1").arg(number);
    minutes.title = QStringLiteral("Minutes of the round with %1").arg(person.firm);
    minutes.source = QStringLiteral("google_drive");
    minutes.updatedAt = attioTime(now - std::chrono::hours(24 * 10));
    minutes.content = QStringLiteral("Present: %1, %2.\n%1 said that %2 is out until Monday.\n"
                                     "%2 can be reached under %3.\n%1 liked the second offer.")
                          .arg(person.fullName(), other.fullName(), other.phone);
    return minutes;
}

}  // namespace

void OnyxLibrary::plant(int people, Millis now) {
    for (int number = 0; number < people; ++number) {
        plantAbout(inventedPerson(number), number, now);
    }
}

void OnyxLibrary::plantAbout(const InventedPerson& person, int number, Millis now) {
    add(onyxNotes(person, number, now));
    if (number % 3 == 0) {
        add(onyxMinutes(person, inventedPerson(number + 1), number, now));
    }
}

std::vector<OnyxHit> OnyxLibrary::search(const QString& text, int most) const {
    const OnyxQuery query = readQuery(text);
    std::vector<OnyxHit> hits;
    for (const OnyxDocument& document : m_documents) {
        const auto in = [&](const QString& word) {
            return document.content.contains(word, Qt::CaseInsensitive) ||
                   document.title.contains(word, Qt::CaseInsensitive);
        };
        const qsizetype musts = std::count_if(query.musts.begin(), query.musts.end(), in);
        const qsizetype words = std::count_if(query.words.begin(), query.words.end(), in);
        if ((!query.musts.isEmpty() && musts == 0) || musts + words == 0) {
            continue;
        }
        const double all = double(2 * query.musts.size() + query.words.size());
        hits.push_back({&document, double(2 * musts + words) / all});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const OnyxHit& one, const OnyxHit& other) { return one.score > other.score; });
    hits.resize(std::min(hits.size(), size_t(most)));
    return hits;
}

QJsonObject onyxSearchDoc(const OnyxHit& hit, const QString& text) {
    const OnyxDocument& document = *hit.document;
    const OnyxQuery query = readQuery(text);
    QString lit = document.content;
    for (const QString& word : query.musts + query.words) {
        const QRegularExpression found(QLatin1Char('(') + QRegularExpression::escape(word) + QLatin1Char(')'),
                                       QRegularExpression::CaseInsensitiveOption);
        lit.replace(found, QStringLiteral("<hi>\\1</hi>"));
    }
    return {{QStringLiteral("document_id"), document.id},
            {QStringLiteral("chunk_ind"), 0},
            {QStringLiteral("semantic_identifier"), document.title},
            {QStringLiteral("link"), document.link.isEmpty() ? QJsonValue() : QJsonValue(document.link)},
            {QStringLiteral("blurb"), document.content.left(200)},
            {QStringLiteral("source_type"), document.source},
            {QStringLiteral("boost"), 0},
            {QStringLiteral("hidden"), false},
            {QStringLiteral("metadata"), QJsonObject()},
            {QStringLiteral("score"), hit.score},
            {QStringLiteral("match_highlights"), QJsonArray{lit.left(600)}},
            {QStringLiteral("updated_at"), document.updatedAt},
            {QStringLiteral("primary_owners"), QJsonValue::Null},
            {QStringLiteral("secondary_owners"), QJsonValue::Null},
            {QStringLiteral("is_internet"), false},
            {QStringLiteral("file_id"), QJsonValue::Null}};
}

}  // namespace kith::emulator
