// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words of signatures in many languages: titles, legal forms, streets, labels of numbers, closings, countries.
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <cstdint>
#include <functional>

namespace kith::people {

/// What a word can be a sign of; values are bits.
enum Sense : std::uint32_t {
    TitleSense = 1U << 0,       ///< manager, Leiterin, directeur …
    LegalSense = 1U << 1,       ///< GmbH, Ltd, S.r.l. … (dots left out)
    ShortLegalSense = 1U << 2,  ///< AG, SA, AS …: legal only at the end of a name and not in small letters
    OrganSense = 1U << 3,       ///< university, bank, institute …
    StreetSense = 1U << 4,
    UnitSense = 1U << 5,  ///< suite, floor, Postfach …
    CountrySense = 1U << 6,
    HonourSense = 1U << 7,     ///< Dr., Prof., MBA: stand around names
    ParticleSense = 1U << 8,   ///< von, de, van: inside names
    CloseSense = 1U << 9,      ///< regards, Grüße, cordialement …
    DivisionSense = 1U << 10,  ///< sales, department, Abteilung …: never a name
    CommonSense = 1U << 11,    ///< words of sentences
    MobileSense = 1U << 12,
    FaxSense = 1U << 13,
    DirectSense = 1U << 14,
    WorkSense = 1U << 15,   ///< office, Büro, work …
    PhoneSense = 1U << 16,  ///< tel, phone …: of any kind
    MailSense = 1U << 17,
    WebSense = 1U << 18,
    NoPhoneSense = 1U << 19,      ///< order, IBAN, VAT …: the number after it is none to call
    ImprintSense = 1U << 20,      ///< Amtsgericht, registered …: what the law wants, not what the sender is
    OtherPersonSense = 1U << 21,  ///< assistant, Sekretariat before a colon: the value is not the sender's
    HomeSense = 1U << 22,
};
constexpr std::uint32_t anyPhoneLabel = MobileSense | FaxSense | DirectSense | WorkSense | PhoneSense | HomeSense;

/// A word as it is looked up: folded, dots left out.
QString wordKey(QStringView word);
/// The senses of a key; of long words also by how they end (Vertriebsleiterin, Lindenstraße).
std::uint32_t sensesOf(const QString& key);
/// A country (ISO 3166) that a word points to, and how strongly.
struct RegionHint {
    QString region;
    double weight{0};
};
/// By a country's name, a legal form, words for street or telephone, or the language of a common word.
QList<RegionHint> regionsOfWord(const QString& key);
/// Are these two first names the same person's (Bob and Robert)? Both folded.
bool sameFirstName(const QString& one, const QString& other);
/// The name under which all short forms of a first name are found (bob: robert); itself where it has none. Folded.
QString firstNameRoot(const QString& name);
/// Mail domains that say nothing about an employer.
bool isFreeMail(const QString& domain);

using AddWords = std::function<void(std::uint32_t, const char16_t*)>;
void addCardWords(const AddWords& add);   ///< titles, legal forms, organisations, streets
void addLabelWords(const AddWords& add);  ///< labels, closings, imprint, common words

}  // namespace kith::people
