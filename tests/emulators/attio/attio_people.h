// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented people and firms for the emulated workspace: as many as are asked for, always the same.
#pragma once

#include "tests/emulators/attio/attio_book.h"

#include <optional>

namespace kith::emulator {

/// One person of the seed, as other emulators may tell of them too.
struct InventedPerson {
    QString first;
    QString last;
    QString email;
    QString title;
    QString firm;
    QString domain;
    QString city;
    QString country;  ///< "DE"
    QString phone;    ///< E.164

    QString fullName() const { return first + QLatin1Char(' ') + last; }
};

/// The n-th, from 0. Two never share an address.
InventedPerson inventedPerson(int number);
/// Somebody with this name and address: the rest is invented. Empty where the address is none.
std::optional<InventedPerson> personKnownAs(const QString& name, const QString& email, int number);
/// Their records with their firms, list entries and notes.
void plantPeople(AttioBook& book, int people, Millis now);
/// One more, known from elsewhere; whose address is there already is left alone.
void plantPerson(AttioBook& book, const InventedPerson& person, int number, Millis now);

}  // namespace kith::emulator
