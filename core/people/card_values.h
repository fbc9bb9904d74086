// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reads names, job titles, companies and postal addresses out of the pieces of a card.
#pragma once

#include "core/people/card_pieces.h"
#include "core/people/sender.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::people {

/// A value with its stretch of the letter's text, in UTF-16 units.
struct CardValue {
    qsizetype start{0};
    qsizetype end{0};
    QString value;
    double confidence{0};
    std::size_t piece{0};
};

/// The sender's name; a first name alone only where the header has no name.
std::optional<CardValue> cardName(const CardPieces& card, const Sender& sender);

/// labels: squeezed name parts of the domains of the card's addresses and links.
std::optional<CardValue> cardCompany(const CardPieces& card, const QStringList& labels,
                                     const std::optional<CardValue>& name);
std::optional<CardValue> cardTitle(const CardPieces& card, const QStringList& labels,
                                   const std::optional<CardValue>& name);

/// Streets, postcodes, cities and countries that follow each other are one address.
std::vector<CardValue> cardAddresses(const CardPieces& card);

/// The company within a run of words, by its legal form; nothing where there is none.
std::optional<CardValue> legalCompany(const CardPieces& card, const CardPiece& piece);
/// Do the words spell the name part of one of the domains?
bool spellsDomain(QStringView words, const QStringList& labels);

}  // namespace kith::people
