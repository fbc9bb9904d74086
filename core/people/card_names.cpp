// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/card_values.h"
#include "core/people/lexicon.h"

#include <algorithm>

namespace kith::people {
namespace {

constexpr std::uint32_t neverInNames = TitleSense | LegalSense | OrganSense | StreetSense | UnitSense | CountrySense |
                                       DivisionSense | MailSense | WebSense | NoPhoneSense | ImprintSense | PhoneSense |
                                       FaxSense | MobileSense | CloseSense | CommonSense;

/// Words first up to last of a piece, exclusive.
struct NameSpan {
    std::size_t first{0};
    std::size_t last{0};
    int owned{0};  ///< words that are the sender's
    int full{0};   ///< words of more than one letter
    bool firstOwned{false};
    bool lastOwned{false};
};

bool ideographic(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul ||
               c.script() == QChar::Script_Katakana;
    });
}

bool nameLetters(QStringView word) {
    bool letter = false;
    for (const QChar c : word) {
        letter = letter || c.isLetter();
        if (!c.isLetter() && !c.isMark() && c != u'-' && c != u'.' && c != u'\'' && c != u'’') {
            return false;
        }
    }
    return letter;
}

/// Without closing words before it ("Viele Grüße Anna") and honours around it.
NameSpan trimmedSpan(const CardPieces& card, const CardPiece& piece) {
    NameSpan span{0, piece.words()};
    const auto senses = [&](std::size_t i) { return card.word(piece, i).senses; };
    const auto sense = [&](std::size_t i, std::uint32_t wanted) { return (senses(i) & wanted) != 0; };
    if (card.count(piece, CloseSense) > 0) {
        while (span.first < span.last && sense(span.first, CloseSense | CommonSense)) {
            ++span.first;
        }
    }
    const auto key = [&](std::size_t i) { return i < span.last ? card.word(piece, i).key : QString(); };
    const bool proxy = key(span.first) == QLatin1String("i") &&
                       (key(span.first + 1) == QLatin1String("v") || key(span.first + 1) == QLatin1String("a"));
    span.first += proxy ? 2 : 0;  // "i. V."
    while (span.first < span.last && sense(span.first, HonourSense)) {
        ++span.first;
    }
    while (span.last > span.first + 1 && sense(span.last - 1, HonourSense) && !sense(span.last - 1, ParticleSense)) {
        --span.last;
    }
    return span;
}

std::optional<NameSpan> nameSpan(const CardPieces& card, const CardPiece& piece, const Sender& sender) {
    NameSpan span = trimmedSpan(card, piece);
    const auto shouted = [&](std::size_t i) {
        const QString word = card.written(card.word(piece, i)).toString();
        return word.size() >= 3 && word == word.toUpper();
    };
    while (span.last > span.first + 2 && shouted(span.last - 1) && !shouted(span.first) &&
           !sender.owns(card.word(piece, span.last - 1).key)) {
        --span.last;  // letters after the name that no list knows
    }
    if (span.first >= span.last || span.last - span.first > 5) {
        return std::nullopt;
    }
    for (std::size_t i = span.first; i < span.last; ++i) {
        const CardWord& word = card.word(piece, i);
        const QStringView text = card.written(word);
        const bool owned = sender.owns(word.key);
        const bool inner = i > span.first && (word.senses & ParticleSense) != 0;
        const bool initial = i > span.first && word.key.size() == 1;
        const std::uint32_t forbidden =
            i > span.first && i + 1 == span.last ? neverInNames & ~StreetSense : neverInNames;
        const bool bare = text.front().isLower() && !inner && !(owned && (word.senses & ParticleSense) != 0);
        const bool lower = bare && !(owned && sender.nameKeys.size() >= 2 && word.key.size() >= 3);
        if (!nameLetters(text) || lower || ((word.senses & forbidden) != 0 && !owned && !inner && !initial)) {
            return std::nullopt;
        }
        span.owned += owned ? 1 : 0;
        span.full += word.key.size() > 1 && !inner ? 1 : 0;
        span.firstOwned = i == span.first ? owned : span.firstOwned;
        span.lastOwned = owned;
    }
    return span;
}

bool roundsUp(const CardPieces& card, std::size_t at) {
    const CardPiece& piece = card.pieces[at];
    if (card.lines[piece.line].closing) {
        return true;
    }
    return at <= 2 && card.lines[piece.line].number - card.lines.front().number <= 3;
}

/// How sure it is that the words are the sender's name; 0 where it is not to be taken.
double nameTrust(const CardPieces& card, std::size_t at, const NameSpan& span, const Sender& sender) {
    const auto words = int(span.last - span.first);
    if (sender.nameKeys.size() >= 2) {
        const bool agrees = span.owned >= 2 && span.firstOwned && (span.lastOwned || span.owned >= 2);
        return agrees && words >= 2 ? 0.98 : 0;
    }
    if (sender.nameKeys.size() == 1) {
        const bool agrees = span.owned >= 1 && span.full >= 2;
        return agrees ? 0.94 : (words == 1 && span.owned == 1 && roundsUp(card, at) ? 0.85 : 0);
    }
    if (!sender.role && span.owned >= 1) {
        return words >= 2 ? 0.95 : (roundsUp(card, at) ? 0.7 : 0);
    }
    return words >= 2 && words <= 4 && span.full >= 2 && roundsUp(card, at) && !card.pieces[at].soft ? 0.8 : 0;
}

/// A card that begins with a name whole in Chinese, Japanese or Korean writing.
bool ideographicName(QStringView text, std::size_t at, const Sender& sender) {
    if (!ideographic(text) || text.size() > 8) {
        return false;
    }
    return squeezed(text) == squeezed(sender.name) || (at == 0 && text.size() >= 2 && text.size() <= 4);
}

/// Two words around a comma: "Berg, Anna".
std::optional<CardValue> turnedName(const CardPieces& card, std::size_t at, const Sender& sender) {
    if (at + 1 >= card.pieces.size() || !card.pieces[at + 1].soft || sender.nameKeys.size() < 2) {
        return std::nullopt;
    }
    const CardPiece& last = card.pieces[at];
    const CardPiece& first = card.pieces[at + 1];
    const auto ours = [&](const CardPiece& piece) {
        for (std::size_t i = 0; i < piece.words(); ++i) {
            if (card.word(piece, i).key.size() < 2 || !sender.owns(card.word(piece, i).key)) {
                return false;
            }
        }
        return piece.words() <= 2;
    };
    if (!ours(last) || !ours(first)) {
        return std::nullopt;
    }
    const qsizetype end = first.end;
    return CardValue{last.start, end, personName(card.text.mid(last.start, end - last.start)), 0.96, at + 1};
}

}  // namespace

std::optional<CardValue> cardName(const CardPieces& card, const Sender& sender) {
    std::optional<CardValue> best;
    for (std::size_t i = 0; i < card.pieces.size(); ++i) {
        const CardPiece& piece = card.pieces[i];
        if (piece.imprint) {
            continue;
        }
        if (ideographicName(card.written(piece), i, sender) && !best) {
            best = CardValue{piece.start, piece.end, card.written(piece).toString(), 0.85, i};
            continue;
        }
        if (const auto turned = turnedName(card, i, sender);
            turned && (!best || best->confidence < turned->confidence)) {
            best = turned;
            continue;
        }
        const auto span = nameSpan(card, piece, sender);
        if (!span) {
            continue;
        }
        const double trust = nameTrust(card, i, *span, sender);
        if (trust > 0 && (!best || trust > best->confidence)) {
            const qsizetype start = card.word(piece, span->first).start;
            const qsizetype end = card.word(piece, span->last - 1).end;
            const QString value = personName(card.text.mid(start, end - start));
            best =
                CardValue{start, end, value.isEmpty() ? card.text.mid(start, end - start).toString() : value, trust, i};
        }
    }
    return best;
}

}  // namespace kith::people
