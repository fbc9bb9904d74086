// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_people.h"

#include "tests/emulators/attio/attio_values.h"

#include <QRegularExpression>

#include <array>

namespace kith::emulator {
namespace {

using std::chrono::hours;

constexpr std::array kFirstNames{"Ada",   "Bruno",  "Chiara", "Dmitri", "Eleni", "Farid",  "Greta", "Hiro",
                                 "Ines",  "Jonas",  "Katrin", "Luis",   "Maren", "Nikhil", "Oona",  "Pavel",
                                 "Quinn", "Renata", "Søren",  "Tomasz", "Ulla",  "Viktor", "Wanda", "Yusuf"};
constexpr std::array kLastNames{"Almqvist", "Bergström", "Castell",   "Dornbach",  "Eriksen",   "Fontaine",  "Grünwald",
                                "Haddad",   "Iversen",   "Jankowski", "Kowalczyk", "Lindqvist", "Marchetti", "Novák",
                                "Okafor",   "Petrov",    "Quiroga",   "Rossi",     "Sandoval",  "Takahashi", "Ueda",
                                "Valverde", "Weissmann", "Yilmaz",    "Zielinski"};
constexpr std::array kTitles{"Head of Procurement",      "Managing Director",   "Energy Manager",
                             "Chief Technology Officer", "Facility Manager",    "Buyer",
                             "Project Engineer",         "Sustainability Lead", "Plant Manager",
                             "Finance Director"};
constexpr std::array kFirmWords{"Nordwind", "Solaria", "Kelvin",  "Voltara",  "Brisa",   "Gletscher",
                                "Ampere",   "Lumen",   "Torrent", "Meridian", "Kestrel", "Halden"};
constexpr std::array kFirmKinds{"Systems", "Energy", "Works", "Partners", "Logistics", "Foods", "Mobility"};

struct SeedPlace {
    const char* city;
    const char* country;
    const char* prefix;
};
constexpr std::array kPlaces{SeedPlace{"Hamburg", "DE", "+4940555"},  SeedPlace{"Oslo", "NO", "+4722555"},
                             SeedPlace{"Leeds", "GB", "+44113496"},   SeedPlace{"Lyon", "FR", "+33472555"},
                             SeedPlace{"Sevilla", "ES", "+34954555"}, SeedPlace{"Chicago", "US", "+1312555"}};

template <size_t N>
QString seedPick(const std::array<const char*, N>& words, int number) {
    return QString::fromUtf8(words[size_t(number) % N]);
}

QString asciiWord(const QString& word) {
    QString plain;
    for (const QChar letter : word.toLower().normalized(QString::NormalizationForm_KD)) {
        plain += letter.unicode() < 128 && letter.isLetterOrNumber() ? QString(letter) : QString();
    }
    return plain;
}

void seedValue(AttioBook& book, AttioRecord& record, const char* slug, const QJsonValue& value, Millis at) {
    const AttioShape* shape = book.schema().object(record.object);
    shape = shape != nullptr ? shape : book.schema().list(record.object);
    const AttioAttribute* attribute = shape->attribute(QLatin1String(slug));
    const auto values = attioValues(book, *shape, *attribute, value);
    Q_ASSERT(std::holds_alternative<QJsonArray>(values));
    book.put(record, *attribute, std::get<QJsonArray>(values), at);
}

void seedWord(AttioBook& book, AttioRecord& record, const char* slug, const char* word, Millis at) {
    seedValue(book, record, slug, QString::fromUtf8(word), at);
}

QJsonArray seedWords(std::initializer_list<const char*> words) {
    QJsonArray list;
    for (const char* word : words) {
        list.append(QString::fromUtf8(word));
    }
    return list;
}

QJsonObject seedLocation(const QString& city, const QString& country) {
    QJsonObject location{{QStringLiteral("locality"), city}, {QStringLiteral("country_code"), country}};
    for (const char* key : {"line_1", "line_2", "line_3", "line_4", "region", "postcode", "latitude", "longitude"}) {
        location.insert(QLatin1String(key), QJsonValue::Null);
    }
    return location;
}

void seedInteraction(AttioBook& book, AttioRecord& record, const char* slug, Millis at) {
    const AttioAttribute& attribute = *book.schema().object(record.object)->attribute(QLatin1String(slug));
    book.put(record, attribute,
             {QJsonObject{{QStringLiteral("attribute_type"), attribute.type},
                          {QStringLiteral("interaction_type"), QStringLiteral("email")},
                          {QStringLiteral("interacted_at"), attioTime(at)},
                          {QStringLiteral("owner_actor"), attioActor()}}},
             at);
}

QString firmOf(AttioBook& book, const InventedPerson& person, int number, Millis now) {
    const QString companies = QStringLiteral("companies");
    if (const QString known = book.owner(companies, QStringLiteral("domains"), person.domain); !known.isEmpty()) {
        return known;
    }
    AttioRecord& firm = book.addRecord(companies, now);
    seedValue(book, firm, "domains", person.domain, now);
    seedValue(book, firm, "name", person.firm, now);
    seedWord(book, firm, "employee_range", number % 2 == 0 ? "51-250" : "11-50", now);
    seedValue(book, firm, "categories", seedWords({number % 3 == 0 ? "Energy" : "Software"}), now);
    seedValue(book, firm, "primary_location", seedLocation(person.city, person.country), now);
    return firm.id;
}

void seedExtras(AttioBook& book, AttioRecord& record, int number, Millis at) {
    if (number % 2 == 0) {
        seedWord(book, record, "lead_source", number % 4 == 0 ? "Fair" : "Referral", at);
        seedValue(book, record, "interests", seedWords({"Batteries", "Charging"}), at);
        seedWord(book, record, "relationship", number % 4 == 0 ? "Customer" : "In touch", at);
        seedInteraction(book, record, "last_email_interaction", at + hours(30));
    }
    if (number % 3 == 0) {
        seedWord(book, record, "birthday", "1984-05-17", at);
        seedWord(book, record, "last_met", "2026-03-02T09:30:00.000000000Z", at);
        seedValue(book, record, "liking", 4, at);
        seedValue(book, record, "yearly_budget", 12'500, at);
        seedValue(book, record, "visits", 3, at);
        seedValue(book, record, "wants_newsletter", true, at);
        seedWord(book, record, "owner", "mara@fjordlight.example", at);
    }
}

}  // namespace

InventedPerson inventedPerson(int number) {
    InventedPerson person;
    person.first = seedPick(kFirstNames, number);
    person.last = seedPick(kLastNames, number / int(kFirstNames.size()) + number);
    person.title = seedPick(kTitles, number * 7);
    const int firm = number / 4;
    person.firm = seedPick(kFirmWords, firm) + QLatin1Char(' ') + seedPick(kFirmKinds, firm / int(kFirmWords.size()));
    const int firmNumber = firm / int(kFirmWords.size() * kFirmKinds.size());
    person.domain = asciiWord(person.firm) + (firmNumber > 0 ? QString::number(firmNumber) : QString()) +
                    QStringLiteral(".example");
    if (firmNumber > 0) {
        person.firm += QLatin1Char(' ') + QString::number(firmNumber);
    }
    // Four people a firm have four first names: their addresses differ.
    person.email =
        asciiWord(person.first) + QLatin1Char('.') + asciiWord(person.last) + QLatin1Char('@') + person.domain;
    const SeedPlace& place = kPlaces[size_t(firm) % kPlaces.size()];
    person.city = QString::fromUtf8(place.city);
    person.country = QString::fromUtf8(place.country);
    person.phone =
        QString::fromUtf8(place.prefix) + QString::number(number % 10'000).rightJustified(4, QLatin1Char('0'));
    return person;
}

std::optional<InventedPerson> personKnownAs(const QString& name, const QString& email, int number) {
    static const QRegularExpression form(QStringLiteral("^[a-z0-9._+-]+@(([a-z0-9-]+\\.)+[a-z0-9-]+)$"));
    const auto match = form.match(email.toLower());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    InventedPerson person = inventedPerson(number);
    const QString words = name.simplified();
    person.email = email.toLower();
    person.first =
        words.isEmpty() ? person.email.section(QLatin1Char('@'), 0, 0) : words.section(QLatin1Char(' '), 0, 0);
    person.last = words.section(QLatin1Char(' '), 1);
    person.domain = match.captured(1);
    person.firm = person.domain.section(QLatin1Char('.'), -2, -2);
    person.firm = person.firm.left(1).toUpper() + person.firm.mid(1);
    return person;
}

void plantPerson(AttioBook& book, const InventedPerson& person, int number, Millis now) {
    const QString people = QStringLiteral("people");
    if (!book.owner(people, QStringLiteral("email_addresses"), person.email).isEmpty()) {
        return;
    }
    const QString firm = person.domain.isEmpty() ? QString() : firmOf(book, person, number, now);
    AttioRecord& record = book.addRecord(people, now);
    const QString name = person.last.isEmpty() ? person.first : person.last + QStringLiteral(", ") + person.first;
    seedValue(book, record, "name", name, now);
    QJsonArray emails{person.email};
    if (number % 5 == 1) {
        emails.append(QString(QStringLiteral("private.") + person.email));
    }
    seedValue(book, record, "email_addresses", emails, now);
    if (number % 6 == 2) {
        seedWord(book, record, "job_title", "Trainee", now - hours(24 * 400));
    }
    seedValue(book, record, "job_title", person.title, now);
    if (!firm.isEmpty()) {
        seedValue(book, record, "company", firm, now);
    }
    seedValue(book, record, "phone_numbers", QJsonArray{person.phone}, now);
    seedValue(book, record, "primary_location", seedLocation(person.city, person.country), now);
    if (number % 4 != 3) {
        seedValue(book, record, "linkedin",
                  QString(QStringLiteral("https://www.linkedin.com/in/") + asciiWord(person.first) +
                          asciiWord(person.last) + QString::number(number)),
                  now);
    }
    seedExtras(book, record, number, now);
}

void plantPeople(AttioBook& book, int people, Millis now) {
    const Millis start = now - hours(24 * 300);
    for (int number = 0; number < people; ++number) {
        // A few came in one import and share their second.
        plantPerson(book, inventedPerson(number), number, start + hours(number / 7 % 4000));
    }
    const QString slug = QStringLiteral("people");
    const std::vector<AttioRecord*> all = book.all(slug);
    for (size_t at = 0; at < all.size() && at < 60; at += 3) {
        const QString id = all[at]->id;
        AttioRecord& entry = book.addEntry(*book.schema().list(QStringLiteral("spring_fair")), id, now);
        seedWord(book, entry, "stage", at % 2 == 0 ? "Met" : "Invited", now);
        book.addNote(
            {{}, slug, id, QStringLiteral("Fair"), QStringLiteral("Asked for the price list."), attioTime(now)});
    }
}

}  // namespace kith::emulator
