// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Job titles and companies among the pieces of a card.
#include "core/people/card_values.h"
#include "core/people/lexicon.h"

#include <QSet>

#include <algorithm>

namespace kith::people {
namespace {

const QSet<QString>& talkWords() {
    static const QSet<QString> words = [] {
        const QStringList list =
            QStringLiteral(
                "we our ours you your yours this that is are was were will can i'm im my wir unser unsere sie ihr ihre "
                "ist sind "
                "ich mein nous vous notre votre nos vos nuestro nuestra nosotros noi nostro nostra onze ons wij jij "
                "vår våra vi "
                "vår nasz nasza náš мы наш наша please bitte visit proud hiring welcome member follow join contact")
                .split(u' ');
        QSet<QString> keys;
        for (const QString& word : list) {
            keys.insert(wordKey(word));
        }
        return keys;
    }();
    return words;
}

bool isTalk(const CardPieces& card, const CardPiece& piece) {
    const QChar end = card.text[piece.end - 1];
    if (end == u'!' || end == u'?' || piece.words() > 11) {
        return true;
    }
    for (std::size_t i = 0; i < piece.words(); ++i) {
        if (talkWords().contains(card.word(piece, i).key)) {
            return true;
        }
    }
    return false;
}

/// A word of a legal form where it stands: short ones not in plain small letters, and not first.
bool isLegalHere(const CardPieces& card, const CardPiece& piece, std::size_t i) {
    const CardWord& word = card.word(piece, i);
    if ((word.senses & LegalSense) != 0) {
        if (word.key == QLatin1String("oo") || word.key == QLatin1String("ro")) {
            return i > 0 && card.word(piece, i - 1).key.size() == 1;
        }
        return true;
    }
    if ((word.senses & ShortLegalSense) == 0) {
        return false;
    }
    const QStringView written = card.written(word);
    const bool dotted = written.mid(1, 1) == u".";
    const bool capitals = written == written.toString().toUpper();
    const bool oy = written.front().isUpper() && written.size() == 2;
    const bool last = i + 1 == piece.words() ||
                      (card.word(piece, i + 1).senses & (LegalSense | ShortLegalSense)) != 0 ||
                      card.written(card.word(piece, i + 1)) == u"&";
    return last && (dotted || capitals || oy);
}

/// Words that stand in front of a legal form and belong to it: "Sp. z", "spol. s", "& Co.".
bool leadsToLegal(const QString& key) {
    return key == QLatin1String("sp") || key == QLatin1String("z") || key == QLatin1String("s") ||
           key == QLatin1String("spol") || key == QLatin1String("&") || key == QLatin1String("co") ||
           key == QLatin1String("e");
}

/// A name before the legal form must have a word that is none of these.
bool hasOwnWord(const CardPieces& card, const CardPiece& piece, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        const CardWord& word = card.word(piece, i);
        if (!leadsToLegal(word.key) && !isLegalHere(card, piece, i) && word.key.size() >= 2 &&
            (card.written(word).front().isUpper() || card.written(word).front().isDigit() || word.key.size() >= 4)) {
            return true;
        }
    }
    return false;
}

CardValue pieceValue(const CardPieces& card, qsizetype start, qsizetype end, double confidence, std::size_t at) {
    return {start, end, card.text.mid(start, end - start).toString().simplified(), confidence, at};
}

/// Where "at", "bei", "chez" parts the title from the company; the number of words where it does not.
std::size_t connectorIn(const CardPieces& card, const CardPiece& piece, const QStringList& labels) {
    static const QSet<QString> connectors{QStringLiteral("at"),  QStringLiteral("bei"),  QStringLiteral("@"),
                                          QStringLiteral("der"), QStringLiteral("chez"), QStringLiteral("presso"),
                                          QStringLiteral("bij"), QStringLiteral("hos"),  QStringLiteral("en"),
                                          QStringLiteral("de"),  QStringLiteral("of"),   QStringLiteral("na"),
                                          QStringLiteral("w"),   QStringLiteral("в"),    QStringLiteral("vid")};
    for (std::size_t i = 1; i + 1 < piece.words(); ++i) {
        if (!connectors.contains(card.word(piece, i).key)) {
            continue;
        }
        CardPiece rest = piece;
        rest.first += i + 1;
        rest.start = card.word(rest, 0).start;
        const bool title =
            (card.count({piece.start, rest.start, piece.line, piece.first, piece.first + i}, TitleSense)) > 0;
        if (title && (legalCompany(card, rest) || spellsDomain(card.written(rest), labels))) {
            return i;
        }
    }
    return piece.words();
}

/// Where the firm begins right behind the title: "Eigenaar Bakker Media". The number of words where it does not.
std::size_t firmBehind(const CardPieces& card, const CardPiece& piece, const QStringList& labels) {
    for (std::size_t i = 1; i < piece.words(); ++i) {
        const qsizetype start = card.word(piece, i).start;
        const bool title = card.count({piece.start, start, piece.line, piece.first, piece.first + i}, TitleSense) > 0;
        if (title && labels.contains(squeezed(card.text.mid(start, piece.end - start)))) {
            return i;
        }
    }
    return piece.words();
}

/// Later soft pieces of the same line that are nothing else belong to the title: "Director, Global Accounts".
qsizetype titleEnd(const CardPieces& card, std::size_t at, const QStringList& labels) {
    qsizetype end = card.pieces[at].end;
    for (std::size_t i = at + 1; i < card.pieces.size() && i <= at + 2; ++i) {
        const CardPiece& next = card.pieces[i];
        const bool joined = next.soft && next.line == card.pieces[at].line && next.words() <= 4;
        bool known = card.count(next, CountrySense | LegalSense | StreetSense | HonourSense | CloseSense) > 0;
        for (std::size_t w = 0; w < next.words(); ++w) {
            const CardWord& word = card.word(next, w);
            known = known || !regionsOfWord(word.key).isEmpty() || word.key.front().isDigit();
        }
        if (!joined || known || legalCompany(card, next) || spellsDomain(card.written(next), labels) ||
            card.count(next, OrganSense) > card.count(next, DivisionSense)) {
            break;
        }
        end = next.end;
    }
    return end;
}

/// "Owner: …" says who somebody is, in a colon's way.
bool isLabel(const CardPieces& card, const CardPiece& piece) {
    for (std::size_t i = 0; i < piece.words(); ++i) {
        if (card.word(piece, i).colon && (card.word(piece, i).senses & TitleSense) != 0) {
            return true;
        }
    }
    return false;
}

double titleTrust(const CardPieces& card, std::size_t at, const std::optional<CardValue>& name) {
    if (!name) {
        return at <= 3 ? 0.82 : 0;
    }
    const int lines = card.distance(card.pieces[name->piece], card.pieces[at]);
    if (at < name->piece) {
        return lines <= 1 && at + 1 == name->piece ? 0.7 : 0;
    }
    return lines <= 1 ? 0.97 : lines <= 2 ? 0.95 : lines <= 4 ? 0.88 : 0;
}

double companyTrust(const CardPieces& card, const CardPiece& piece, const QStringList& labels) {
    if (card.count(piece, ImprintSense | NoPhoneSense | OtherPersonSense) > 0) {
        return 0;
    }
    const QString key = squeezed(card.written(piece));
    const bool small = card.written(piece).front().isLower() && !labels.contains(key);
    const bool room = card.count(piece, UnitSense) > 0 && key.back().isDigit();
    if (!small && !room && spellsDomain(card.written(piece), labels)) {
        return 0.95;
    }
    const bool cased = card.written(piece).front().isUpper() || !card.written(piece).front().isLower();
    const int own = int(piece.words()) - card.count(piece, DivisionSense | CommonSense | ParticleSense);
    const bool organ = card.count(piece, OrganSense) > 0 && card.count(piece, TitleSense | StreetSense) == 0;
    return organ && cased && own >= 2 && piece.words() <= 7 ? 0.84 : 0;
}

}  // namespace

bool spellsDomain(QStringView words, const QStringList& labels) {
    const QString key = squeezed(words);
    if (key.size() < 3 || key.size() > 60) {
        return false;
    }
    QString initials;
    QString plain;  // without the small words of names
    const auto parts = words.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        initials += part.front().isUpper() ? squeezed(part.left(1)) : QString();
        plain += (sensesOf(wordKey(part)) & (ParticleSense | CommonSense)) != 0 ? QString() : squeezed(part);
    }
    return std::any_of(labels.begin(), labels.end(), [&](const QString& label) {
        const bool inside = label.size() >= 4 && key.size() >= 4 &&
                            (key.startsWith(label) || (label.startsWith(key) && key.size() * 2 >= label.size()));
        return key == label || plain == label || inside || (initials.size() >= 3 && initials == label);
    });
}

std::optional<CardValue> legalCompany(const CardPieces& card, const CardPiece& piece) {
    for (const char16_t* form : {u"株式会社", u"有限公司", u"有限会社", u"주식회사"}) {
        if (card.written(piece).contains(QStringView(form)) && card.written(piece).size() > 4) {
            return pieceValue(card, piece.start, piece.end, 0.95, 0);
        }
    }
    std::size_t last = piece.words();
    for (std::size_t i = piece.words(); i-- > 0;) {
        if (isLegalHere(card, piece, i)) {
            last = i;
            break;
        }
    }
    if (last == piece.words()) {
        return std::nullopt;
    }
    const bool leading = last == 0;
    if (leading ? !hasOwnWord(card, piece, 1, piece.words()) || piece.words() > 5 : !hasOwnWord(card, piece, 0, last)) {
        return std::nullopt;
    }
    const bool spare = !leading && last + 1 < piece.words();
    if (piece.words() > 9 || (spare && (card.word(piece, last).senses & LegalSense) == 0)) {
        return std::nullopt;
    }
    const CardWord& end = card.word(piece, leading ? piece.words() - 1 : last);
    const qsizetype stop = std::max(end.end, leading || !spare ? piece.end : end.end);
    return pieceValue(card, card.word(piece, 0).start, stop, 0.96, 0);
}

std::optional<CardValue> cardCompany(const CardPieces& card, const QStringList& labels,
                                     const std::optional<CardValue>& name) {
    std::optional<CardValue> best;
    for (std::size_t i = 0; i < card.pieces.size(); ++i) {
        CardPiece piece = card.pieces[i];
        const std::size_t whole = piece.words();
        if (isTalk(card, piece) || (name && piece.start < name->end && name->start < piece.end)) {
            continue;
        }
        const std::size_t cut = std::min(connectorIn(card, piece, labels), firmBehind(card, piece, labels));
        if (cut < piece.words()) {
            piece.first += connectorIn(card, piece, labels) == cut ? cut + 1 : cut;
            piece.start = card.word(piece, 0).start;
        }
        std::optional<CardValue> found = legalCompany(card, piece);
        if (found) {
            found->confidence =
                spellsDomain(card.text.mid(found->start, found->end - found->start), labels) ? 0.98 : 0.95;
            found->confidence -= piece.imprint ? 0.05 : 0;
        } else if (!piece.imprint && card.count(piece, CloseSense) == 0) {
            const double trust = companyTrust(card, piece, labels);
            const bool titled = cut == whole && card.count(piece, TitleSense) > 0 && trust < 0.9;
            found =
                trust > 0 && !titled ? std::optional(pieceValue(card, piece.start, piece.end, trust, i)) : std::nullopt;
        }
        if (found && (!best || found->confidence > best->confidence)) {
            found->piece = i;
            best = found;
        }
    }
    return best;
}

std::optional<CardValue> cardTitle(const CardPieces& card, const QStringList& labels,
                                   const std::optional<CardValue>& name) {
    std::optional<CardValue> best;
    for (std::size_t i = 0; i < card.pieces.size(); ++i) {
        const CardPiece& piece = card.pieces[i];
        const bool named = name && piece.start < name->end && name->start < piece.end;
        if (named || isLabel(card, piece) || piece.imprint || card.count(piece, TitleSense) == 0 ||
            card.count(piece, CloseSense | ImprintSense) > 0 || isTalk(card, piece) ||
            card.written(piece).endsWith(u'.')) {
            continue;
        }
        const std::size_t cut = std::min(connectorIn(card, piece, labels), firmBehind(card, piece, labels));
        const bool colon = card.word(piece, piece.words() - 1).colon;
        if (colon || (cut == piece.words() && legalCompany(card, piece))) {
            continue;
        }
        const qsizetype end = cut < piece.words() ? card.word(piece, cut - 1).end : titleEnd(card, i, labels);
        const double trust = titleTrust(card, i, name);
        if (trust > 0 && (!best || trust > best->confidence)) {
            best = pieceValue(card, piece.start, end, trust, i);
        }
    }
    return best;
}

}  // namespace kith::people
