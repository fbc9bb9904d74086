// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Postal addresses among the pieces of a card.
#include "core/people/card_values.h"
#include "core/people/lexicon.h"

#include <QRegularExpression>

#include <algorithm>

namespace kith::people {
namespace {

bool digitsOnly(QStringView text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
bool capitalsOnly(QStringView text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
}

/// Signs of an address in one piece.
struct AddressSigns {
    bool street{false};
    bool postcode{false};
    bool city{false};  ///< a capitalised word beside the postcode
    bool unit{false};
    bool country{false};  ///< nothing but a country's name
    bool place{false};    ///< one to three capitalised words that are nothing else
};

/// 10115, D-10115, 1010, 00-001, 1000-001, 01310-100, 94105-1234: alone in one word.
bool isPostcodeWord(QStringView word) {
    const qsizetype dash = word.indexOf(u'-');
    if (dash > 0 && dash <= 3 && capitalsOnly(word.left(dash))) {
        return digitsOnly(word.mid(dash + 1)) && word.size() - dash - 1 >= 4 && word.size() - dash - 1 <= 5;
    }
    if (dash > 0) {
        const auto left = dash;
        const auto right = word.size() - dash - 1;
        const bool shape =
            (left == 2 && right == 3) || (left == 4 && right == 3) || (left == 5 && (right == 3 || right == 4));
        return shape && digitsOnly(word.left(dash)) && digitsOnly(word.mid(dash + 1));
    }
    return digitsOnly(word) && (word.size() == 5 || word.size() == 4 || word.size() == 6);
}

/// SW1A 1AA, 1234 AB, 123 45, K1A 0B1: two words. Returns whether both together are a postcode.
bool isPostcodePair(QStringView first, QStringView second) {
    const bool outward = first.size() >= 2 && first.size() <= 4 && first.front().isUpper() &&
                         std::any_of(first.begin(), first.end(), [](QChar c) { return c.isDigit(); });
    const bool inward = second.size() == 3 && second.front().isDigit() && second[1].isUpper() &&
                        (second[2].isUpper() || second[2].isDigit());
    const bool dutch = first.size() == 4 && digitsOnly(first) && second.size() == 2 && capitalsOnly(second);
    const bool split = first.size() == 3 && digitsOnly(first) && second.size() == 2 && digitsOnly(second);
    return (outward && inward) || dutch || split;
}

bool isYear(QStringView word) {
    return word.size() == 4 && (word.startsWith(u"19") || word.startsWith(u"20"));
}

bool placeWord(QStringView word) {
    return word.size() >= 2 && word.front().isUpper() &&
           std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

void findPostcode(const CardPieces& card, const CardPiece& piece, AddressSigns& signs) {
    const auto text = [&](std::size_t i) { return card.written(card.word(piece, i)); };
    const std::size_t words = piece.words();
    for (std::size_t i = 0; i < words; ++i) {
        const bool pair = i + 1 < words && isPostcodePair(text(i), text(i + 1));
        if (!pair && !isPostcodeWord(text(i))) {
            continue;
        }
        const std::size_t after = i + (pair ? 2 : 1);
        const bool cityAfter = after < words && placeWord(text(after));
        const bool cityBefore = i > 0 && placeWord(text(i - 1)) && !text(i - 1).endsWith(u'.') &&
                                (!capitalsOnly(text(i - 1)) || i >= 2 || pair || text(i).size() >= 5) &&
                                (card.word(piece, i - 1).senses & (anyPhoneLabel | NoPhoneSense)) == 0;
        const bool first = i == 0 || (i == 1 && text(0).size() <= 3);
        const bool houseNumber = i == 0 && !pair && card.count(piece, StreetSense) > 0;
        const bool small = !pair && text(i).size() == 4 && text(i).indexOf(u'-') < 0;
        if (houseNumber) {
            continue;
        }
        if (small && (isYear(text(i)) ? !(first && cityAfter && words <= 3)
                                      : !cityAfter && !(cityBefore && (words >= 3 || piece.soft)))) {
            continue;
        }
        const bool alone = words == (pair ? 2U : 1U) && (pair || piece.soft);
        if ((first && cityAfter) || cityBefore || alone) {
            signs.postcode = true;
            signs.city = cityAfter || cityBefore;
            return;
        }
    }
}

AddressSigns signsOf(const CardPieces& card, const CardPiece& piece) {
    AddressSigns signs;
    if (piece.imprint || piece.words() > 10) {
        return signs;
    }
    const QStringView written = card.written(piece);
    const bool digit = std::any_of(written.begin(), written.end(), [](QChar c) { return c.isDigit(); });
    if (card.count(piece, NoPhoneSense | MailSense) > 0 && digit) {
        return signs;
    }
    const int countries = card.count(piece, CountrySense);
    signs.country = countries > 0 && countries + card.count(piece, CommonSense | ParticleSense) +
                                             (countries == 1 && piece.words() == 2 ? 1 : 0) >=
                                         int(piece.words());
    const int nothingElse =
        card.count(piece, TitleSense | LegalSense | OrganSense | DivisionSense | CommonSense | CloseSense | MailSense |
                              WebSense | anyPhoneLabel | HonourSense | NoPhoneSense);
    if (!digit) {
        signs.street = written.startsWith(u"C/");
        const bool capital = placeWord(card.written(card.word(piece, 0)));
        signs.place = capital && piece.words() <= 3 && nothingElse == 0;
        return signs;
    }
    for (std::size_t i = 0; i < piece.words(); ++i) {
        const CardWord& word = card.word(piece, i);
        const bool letter = word.end - word.start == 1;
        signs.street = signs.street || ((word.senses & StreetSense) != 0 && !letter);
        signs.unit = signs.unit || ((word.senses & UnitSense) != 0 && !letter);
    }
    signs.street = signs.street || written.startsWith(u"C/");
    const QStringView last = card.written(card.word(piece, piece.words() - 1));
    const bool district =
        piece.words() >= 2 && piece.words() <= 3 && last.size() <= 2 && digitsOnly(last);  // "Dublin 1"
    signs.place = district && nothingElse == 0 && placeWord(card.written(card.word(piece, 0)));
    findPostcode(card, piece, signs);
    return signs;
}

/// "12, rue des Tilleuls" and "Calle Mayor, 5": the number stands behind a comma of its own.
void joinHouseNumbers(const CardPieces& card, std::vector<AddressSigns>& signs) {
    const auto number = [&](std::size_t i) {
        const CardPiece& piece = card.pieces[i];
        const QStringView first = card.written(card.word(piece, 0));
        const QStringView last = card.written(card.word(piece, piece.words() - 1));
        const bool prefixed = piece.words() == 2 && first.size() <= 2 && last.front().isDigit();  // "д. 5"
        return prefixed || (piece.words() <= 2 && first.front().isDigit() && first.size() <= 5);
    };
    const auto street = [&](std::size_t i) {
        return signs[i].street || (card.count(card.pieces[i], StreetSense) > 0 && card.pieces[i].words() <= 6);
    };
    for (std::size_t i = 0; i + 1 < signs.size(); ++i) {
        const bool comma = card.pieces[i + 1].soft && !card.pieces[i].imprint;
        if (comma && ((number(i) && street(i + 1)) || (street(i) && number(i + 1)))) {
            signs[i].street = true;
            signs[i + 1].street = signs[i + 1].street || !signs[i + 1].postcode;
        }
    }
}

/// "Am Campus 3": what stands right before a postcode and ends in a house number is a street, whatever it is called.
void nameUnknownStreets(const CardPieces& card, std::vector<AddressSigns>& signs) {
    for (std::size_t i = 0; i + 1 < signs.size(); ++i) {
        const CardPiece& piece = card.pieces[i];
        const bool before =
            signs[i + 1].postcode && !signs[i].postcode && card.distance(piece, card.pieces[i + 1]) <= 1;
        if (!before || piece.imprint || piece.words() < 2 || piece.words() > 4) {
            continue;
        }
        const QStringView last = card.written(card.word(piece, piece.words() - 1));
        const bool number = last.front().isDigit() && last.size() <= 5;
        const bool named = placeWord(card.written(card.word(piece, 0)));
        signs[i].street =
            signs[i].street || (number && named && card.count(piece, NoPhoneSense | LegalSense | anyPhoneLabel) == 0);
    }
}

struct AddressRun {
    std::size_t first{0};
    std::size_t last{0};
    bool street{false};
    bool postcode{false};
    bool city{false};
    bool country{false};
    int places{0};
};

bool adjacent(const CardPieces& card, std::size_t one, std::size_t next) {
    return card.distance(card.pieces[one], card.pieces[next]) <= 1;
}

/// The run that begins with the piece: streets and postcodes, and places that stand between or behind them.
AddressRun runFrom(const CardPieces& card, const std::vector<AddressSigns>& signs, std::size_t first) {
    AddressRun run{first, first};
    std::size_t pending = 0;
    for (std::size_t i = first; i < signs.size() && i < first + 9; ++i) {
        const AddressSigns& sign = signs[i];
        const bool strong = sign.street || sign.postcode || sign.unit || sign.country;
        if ((i > first && !adjacent(card, i - 1, i)) || (sign.postcode && run.postcode) ||
            (sign.street && run.street && run.postcode)) {
            break;
        }
        if (strong) {
            run.street = run.street || sign.street || sign.unit;
            run.postcode = run.postcode || sign.postcode;
            run.city = run.city || sign.city || pending > 0;
            run.country = run.country || sign.country;
            run.last = i;
            run.places += int(pending);
            pending = 0;
            if (sign.country && i > first) {
                break;
            }
        } else if (sign.place && (card.pieces[i].soft || !run.postcode) && pending < 2) {
            ++pending;
            if (card.pieces[i].soft && run.last + pending == i) {  // "…, London" belongs to what stands before it
                run.last = i;
                run.city = true;
                pending = 0;
            }
        } else {
            break;
        }
    }
    return run;
}

double runTrust(const AddressRun& run) {
    if (run.street && run.postcode) {
        return 0.95;
    }
    if (run.postcode && run.city) {
        return run.country ? 0.88 : 0.8;
    }
    return run.street && (run.city || run.country) ? 0.78 : 0;
}

QString addressLine(QStringView raw) {
    QStringList parts;
    const QString text =
        QString(raw.toString()).replace(u'|', u'\n').replace(u'•', u'\n').replace(u'·', u'\n').replace(u'\t', u'\n');
    const auto lines = text.split(u'\n');
    for (const QString& line : lines) {
        QString part = line.simplified();
        while (part.endsWith(u',')) {
            part.chop(1);
        }
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(QStringLiteral(", "));
}

/// "Ext 35734" is a telephone's, however much it looks like a place with its code.
bool isExtension(const CardPieces& card, const CardPiece& piece) {
    const QString words = card.text.mid(piece.start, piece.end - piece.start).toString().toLower();
    static const QRegularExpression extension(QStringLiteral("^(ext|extension|extn|x|pin|durchwahl|dw|poste|interno)"
                                                             "[.:]?\\s*\\d+$"));
    return extension.match(words.trimmed()).hasMatch();
}

}  // namespace

std::vector<CardValue> cardAddresses(const CardPieces& card) {
    std::vector<AddressSigns> signs;
    signs.reserve(card.pieces.size());
    for (const CardPiece& piece : card.pieces) {
        signs.push_back(signsOf(card, piece));
    }
    joinHouseNumbers(card, signs);
    nameUnknownStreets(card, signs);
    std::vector<CardValue> found;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if ((!signs[i].street && !signs[i].postcode && !signs[i].unit) || isExtension(card, card.pieces[i])) {
            continue;
        }
        const AddressRun run = runFrom(card, signs, i);
        const double trust = runTrust(run);
        if (trust > 0) {
            const qsizetype start = card.pieces[run.first].start;
            const qsizetype end = card.pieces[run.last].end;
            found.push_back({start, end, addressLine(card.text.mid(start, end - start)), trust, i});
            i = run.last;
        }
    }
    return found;
}

}  // namespace kith::people
