// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whose values a letter's values are, and what is none.
#include "core/mail/zones.h"
#include "signature_set.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

Letter letterFrom(const char* name, const char* address, const QString& text) {
    Letter letter;
    letter.from = {{QString::fromUtf8(name), QString::fromUtf8(address)}};
    letter.text = text;
    letter.zones = mail::zonesOf(text);
    return letter;
}

/// The text with the given zones, written as pairs of kind and part.
Letter zoned(const std::vector<std::pair<ZoneKind, QString>>& parts) {
    Letter letter;
    letter.from = {{QStringLiteral("Anna Berg"), QStringLiteral("anna.berg@nordlicht.example")}};
    for (const auto& [kind, part] : parts) {
        const int start = int(letter.text.toUcs4().size());
        letter.text += part;
        letter.zones.push_back({kind, start, int(letter.text.toUcs4().size())});
    }
    return letter;
}

QStringList valuesOf(const std::vector<people::ContactField>& fields, const char* name) {
    QStringList values;
    for (const people::ContactField& field : fields) {
        if (field.field == QLatin1String(name)) {
            values << field.value;
        }
    }
    return values;
}

const QString signatureOfAnother =
    QStringLiteral("Peter Klein\nHead of Sales\nWerkbank AG\nTel. +49 40 66969 123\np.klein@werkbank.example\n");

TEST(ContactFields, TheHeaderSpeaksWhereTheTextIsSilent) {
    const auto fields =
        people::contactFields(letterFrom("Berg, Anna", "Anna.Berg@Nordlicht.example", QStringLiteral("Hello!\n")));
    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[0].value, QStringLiteral("Anna Berg"));
    EXPECT_EQ(fields[0].raw, QStringLiteral("Berg, Anna"));
    EXPECT_EQ(fields[1].value, QStringLiteral("anna.berg@nordlicht.example"));
    for (const people::ContactField& field : fields) {
        EXPECT_EQ(field.start, -1);
        EXPECT_EQ(field.end, -1);
        EXPECT_EQ(field.method, QStringLiteral("header.from"));
    }
}

TEST(ContactFields, TheMakerOfATelephoneAndAnExtensionSayNothing) {
    const auto fields = people::contactFields(
        letterFrom("Anna Berg", "anna.berg@nordlicht.example",
                   QStringLiteral("Yes.\n\n-- \nAnna Berg\nExt 35734\nSent from my telephone (www.maker.example)\n")));
    EXPECT_TRUE(valuesOf(fields, "url").isEmpty());
    EXPECT_TRUE(valuesOf(fields, "address").isEmpty());
}

TEST(ContactFields, PeopleInAQuotationAreNotTheSender) {
    const auto fields = people::contactFields(
        zoned({{ZoneKind::Author, QStringLiteral("See below.\n\n")},
               {ZoneKind::QuoteHeader, QStringLiteral("On Monday Peter Klein wrote:\n")},
               {ZoneKind::Quote,
                QStringLiteral("> ") + QString(signatureOfAnother).replace(u'\n', QStringLiteral("\n> "))}}));
    EXPECT_TRUE(valuesOf(fields, "phone").isEmpty());
    EXPECT_TRUE(valuesOf(fields, "job_title").isEmpty());
    EXPECT_EQ(valuesOf(fields, "name"), QStringList{QStringLiteral("Anna Berg")});
}

TEST(ContactFields, ASignatureUnderAnUnmarkedQuotationIsNotTheAuthors) {
    const auto fields =
        people::contactFields(zoned({{ZoneKind::Author, QStringLiteral("See below.\n\n")},
                                     {ZoneKind::QuoteHeader, QStringLiteral("From: Peter Klein\nSent: Monday\n\n")},
                                     {ZoneKind::Quote, QStringLiteral("Please call me.\n\n")},
                                     {ZoneKind::Signature, signatureOfAnother}}));
    EXPECT_TRUE(valuesOf(fields, "phone").isEmpty());
    EXPECT_TRUE(valuesOf(fields, "company").isEmpty());
}

TEST(ContactFields, UnderAMarkedQuotationOnlyABlockThatNamesTheSenderCounts) {
    const QString own = QStringLiteral("-- \nAnna Berg\nTel. +49 30 23125 014\n");
    const auto quote = std::pair(ZoneKind::Quote, QStringLiteral("> old words\n"));
    EXPECT_EQ(valuesOf(people::contactFields(zoned({quote, {ZoneKind::Signature, own}})), "phone"),
              QStringList{QStringLiteral("+493023125014")});
    EXPECT_TRUE(
        valuesOf(people::contactFields(zoned({quote, {ZoneKind::Signature, signatureOfAnother}})), "phone").isEmpty());
}

TEST(ContactFields, WhatTheAuthorSaysInTheLetterIsNoCard) {
    const auto fields = people::contactFields(
        zoned({{ZoneKind::Author, QStringLiteral("Call Peter Klein, Head of Sales, +49 40 66969 123.\n")}}));
    EXPECT_TRUE(valuesOf(fields, "phone").isEmpty());
    EXPECT_TRUE(valuesOf(fields, "job_title").isEmpty());
}

TEST(ContactFields, OrdersDatesAmountsAndRegistersAreNoTelephoneNumbers) {
    for (const char* line : {"Order no. 030 1234567",
                             "Invoice 2026-0011-2233",
                             "12.05.2026",
                             "EUR 12.345.678,00",
                             "USt-IdNr. DE123456789",
                             "HRB 123456 B",
                             "IBAN DE02 1203 0000 0000 2020 51",
                             "BIC 12345678",
                             "2019-2026",
                             "192.168.100.200",
                             "Ticket #4711 0815 99",
                             "Steuernummer 27/123/45678",
                             "Meeting ID: 812 3456 7890",
                             "01310-100",
                             "10115 Berlin",
                             "09:00-17:00 Mon-Fri",
                             "Company No. 01234567",
                             "KvK 12345678",
                             "ISBN 978-3-16-148410-0",
                             "Passcode: 123 456 789"}) {
        const QString card = QStringLiteral("Anna Berg\nNordlicht GmbH\n") + QString::fromUtf8(line) + u'\n';
        EXPECT_TRUE(valuesOf(people::contactFields(zoned({{ZoneKind::Signature, card}})), "phone").isEmpty()) << line;
    }
}

TEST(ContactFields, KeepsTheExtensionBesideTheNumber) {
    const auto fields = people::contactFields(
        zoned({{ZoneKind::Signature, QStringLiteral("Anna Berg\nPhone: +1 217 555 0142 ext. 23\n")}}));
    const auto phone =
        std::find_if(fields.begin(), fields.end(), [](const auto& f) { return f.field == QStringLiteral("phone"); });
    ASSERT_NE(phone, fields.end());
    EXPECT_EQ(phone->value, QStringLiteral("+12175550142"));
    EXPECT_EQ(phone->extension, QStringLiteral("23"));
    EXPECT_EQ(phone->raw, QStringLiteral("+1 217 555 0142 ext. 23"));
}

TEST(ContactFields, ANationalNumberIsReadInTheCountryOfTheOthers) {
    const auto fields = people::contactFields(
        zoned({{ZoneKind::Signature, QStringLiteral("Anna Berg\nT: 020 7946 0123\nM: +44 7700 900456\n")}}));
    EXPECT_EQ(valuesOf(fields, "phone"),
              (QStringList{QStringLiteral("+442079460123"), QStringLiteral("+447700900456")}));
}

TEST(ContactFields, TheOwnersAddressInTheCardIsNotTheSenders) {
    people::ContactHints hints;
    hints.ownAddresses = {QStringLiteral("me@owner.example")};
    const auto fields = people::contactFields(
        zoned({{ZoneKind::Signature, QStringLiteral("Anna Berg\nE-Mail: me@owner.example\n")}}), hints);
    EXPECT_EQ(valuesOf(fields, "email"), QStringList{QStringLiteral("anna.berg@nordlicht.example")});
}

TEST(ContactFields, OffsetsAreCodePointsAlsoBehindEmoji) {
    const Letter letter = zoned({{ZoneKind::Author, QStringLiteral("Hi 🎉🎉🎉 all\n")},
                                 {ZoneKind::Signature, QStringLiteral("🌲 Anna Berg 🌲\n📞 +49 30 23125 014\n")}});
    const auto fields = people::contactFields(letter);
    EXPECT_EQ(valuesOf(fields, "phone"), QStringList{QStringLiteral("+493023125014")});
    for (const people::ContactField& field : fields) {
        EXPECT_TRUE(slicesTrue(letter.text, field)) << qPrintable(field.field);
    }
}

TEST(ContactFields, AVotedBlockCountsThoughTheZonesMissIt) {
    Letter letter = zoned({{ZoneKind::Author, QStringLiteral("See you.\n")},
                           {ZoneKind::Author, QStringLiteral("Anna Berg\nT +49 30 23125 014\n")}});
    people::ContactHints hints;
    hints.signatureStart = letter.zones[1].start;
    hints.signatureEnd = letter.zones[1].end;
    EXPECT_TRUE(valuesOf(people::contactFields(letter), "phone").isEmpty());
    EXPECT_EQ(valuesOf(people::contactFields(letter, hints), "phone"), QStringList{QStringLiteral("+493023125014")});
}

/// Long lines and masses of digits: all of it read, none of it twice over. A quadratic reading would not end.
TEST(ContactFields, HostileEndingsAreReadInLinearTime) {
    const QString digits = QStringLiteral("+49 30 1234567 ").repeated(70'000);
    const QString ats = QStringLiteral("a@b.c").repeated(200'000);
    const QString lines = QStringLiteral("1\n").repeated(500'000);
    const QString oneWord = QString(1'000'000, u'9');
    const QString slashes = QStringLiteral("(((/-").repeated(200'000);
    for (const QString& text : {digits, ats, lines, oneWord, slashes, QString(1'000'000, QChar(0xD83D)),
                                QStringLiteral("Tel: ").repeated(200'000)}) {
        Letter letter = zoned({{ZoneKind::Signature, text}});
        letter.zones.push_back({ZoneKind::Signature, 5, 2});
        letter.zones.push_back({ZoneKind::Signature, -7, 2'000'000'000});
        for (const people::ContactField& field : people::contactFields(letter)) {
            EXPECT_TRUE(slicesTrue(letter.text, field));
        }
    }
}

}  // namespace
