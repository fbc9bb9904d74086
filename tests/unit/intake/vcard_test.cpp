// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/vcard_reader.h"
#include "core/intake/vcard_writer.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::intake;

namespace {

struct ReadCards {
    std::vector<VCard> cards;
    std::vector<VCardReject> rejects;
    std::optional<Error> error;
};

ReadCards readCards(QByteArray bytes) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    VCardReader reader(buffer);
    ReadCards read;
    for (;;) {
        auto card = reader.next();
        if (!card) {
            read.error = card.error();
        }
        if (!card || !*card) {
            break;
        }
        read.cards.push_back(std::move(**card));
    }
    read.rejects = reader.rejects();
    return read;
}

VCard oneCard(const QByteArray& body) {
    const auto read = readCards("BEGIN:VCARD\r\n" + body + "END:VCARD\r\n");
    EXPECT_EQ(read.cards.size(), 1U);
    return read.cards.empty() ? VCard() : read.cards.front();
}

TEST(VCards, ModernCardsSayEverythingTwice) {
    const VCard card = oneCard("VERSION:4.0\r\nFN:Ana Ruiz\r\nN:Ruiz;Ana;María,Luz;Dr.;\r\nORG:Calder \\; Voss;Lab\r\n"
                               "TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+34-910-555-041;ext=12\r\n"
                               "EMAIL;TYPE=work:ana@caldervoss.example\r\nURL:https://caldervoss.example\r\n"
                               "ADR;TYPE=work:;;Calle Mayor 1;Madrid;;28001;Spain\r\nNOTE:met in May\\, likes\\ntea\r\n"
                               "PHOTO:data:image/png;base64,AAEC\r\n");
    EXPECT_EQ(card.name.additional, QStringLiteral("María Luz"));
    EXPECT_EQ(card.organisation, QStringList({QStringLiteral("Calder ; Voss"), QStringLiteral("Lab")}));
    ASSERT_EQ(card.phones.size(), 1U);
    EXPECT_EQ(card.phones[0].value, QStringLiteral("+34-910-555-041 ext. 12"));
    EXPECT_EQ(card.phones[0].types, QStringList({QStringLiteral("work"), QStringLiteral("voice")}));
    EXPECT_TRUE(card.phones[0].preferred);
    EXPECT_EQ(card.addresses[0].line(), QStringLiteral("Calle Mayor 1, 28001 Madrid, Spain"));
    EXPECT_EQ(card.note, QStringLiteral("met in May, likes\ntea"));
    EXPECT_EQ(card.photo->data, QByteArray("\0\1\2", 3));
    EXPECT_EQ(card.photo->mediaType, QStringLiteral("image/png"));
}

TEST(VCards, OldCardsComeWithBareWordsAndQuotedPrintable) {
    const VCard card =
        oneCard("VERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
                "TEL;HOME;VOICE:030 555 0101\r\nTEL;CELL;PREF:0170 555 0102\r\n"
                "NOTE;QUOTED-PRINTABLE:first line=0D=0A=\r\nsecond line\r\n"
                "PHOTO;JPEG;BASE64:\r\n  AAEC\r\n  AwQF\r\n\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Nobody\r\nEND:VCARD\r\n"
                "EMAIL;INTERNET:joerg@firma.example\r\n");
    EXPECT_EQ(card.displayName(), QStringLiteral("Jörg Müller"));
    ASSERT_EQ(card.phones.size(), 2U);
    EXPECT_EQ(card.phones[0].types, QStringList({QStringLiteral("home"), QStringLiteral("voice")}));
    EXPECT_TRUE(card.phones[1].preferred);
    EXPECT_EQ(card.note, QStringLiteral("first line\r\nsecond line"));
    EXPECT_EQ(card.photo->data, QByteArray("\0\1\2\3\4\5", 6));
    ASSERT_EQ(card.emails.size(), 1U) << "what follows the card inside is read";
}

TEST(VCards, ApplesLabelsBelongToTheirGroup) {
    const VCard card =
        oneCard("VERSION:3.0\r\nFN:Lena Hoffmann\r\nitem1.TEL:+49 30 555 0103\r\n"
                "item1.X-ABLabel:_$!<Assistant>!$_\r\nitem2.URL:https://firm.example\r\nitem2.X-ABLabel:Shop\r\n");
    EXPECT_EQ(card.phones[0].label, QStringLiteral("Assistant"));
    EXPECT_EQ(card.urls[0].label, QStringLiteral("Shop"));
}

TEST(VCards, SeveralCardsAndBrokenOnesAddUp) {
    const auto read = readCards("BEGIN:VCARD\nFN:One\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
                                "BEGIN:VCARD\nFN:Three\nthis is no property\nEND:VCARD\nBEGIN:VCARD\nFN:Four\n");
    ASSERT_EQ(read.cards.size(), 2U);
    EXPECT_EQ(read.cards[1].line, 7);
    ASSERT_EQ(read.cards[1].defects.size(), 1);
    EXPECT_TRUE(read.cards[1].defects[0].startsWith(QStringLiteral("line 9")));
    ASSERT_EQ(read.rejects.size(), 2U);
    EXPECT_EQ(read.rejects[0].line, 4);
    EXPECT_EQ(read.rejects[1].line, 11);
}

TEST(VCards, AFileWithoutCardsIsRefused) {
    EXPECT_TRUE(readCards("Name;Email\nAna;ana@firm.example\n").error);
    EXPECT_TRUE(readCards({}).error);
}

TEST(VCards, CardsInUtf16AreRead) {
    const QString text = QStringLiteral("BEGIN:VCARD\r\nFN:Žofie Nováková\r\nEND:VCARD\r\n");
    QByteArray bytes("\xFF\xFE");
    bytes.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const auto read = readCards(bytes);
    ASSERT_EQ(read.cards.size(), 1U);
    EXPECT_EQ(read.cards[0].formattedName, QStringLiteral("Žofie Nováková"));
}

TEST(VCards, WhatIsWrittenReadsBackTheSameInEveryVersion) {
    VCard card;
    card.uid = QStringLiteral("urn:uuid:1");
    card.formattedName =
        QStringLiteral("Dr. Jörg Müller-Lüdenscheidt, der Ältere; Vorsitzender des sehr langen Vereinsnamens 東京");
    card.name = {QStringLiteral("Müller"), QStringLiteral("Jörg"), {}, QStringLiteral("Dr."), {}};
    card.organisation = {QStringLiteral("Müller; Söhne, Inc."), QStringLiteral("Einkauf")};
    card.title = QStringLiteral("Leiter = Einkauf \\ Ost");
    card.emails = {{QStringLiteral("joerg@firma.example"), {QStringLiteral("work")}, true, {}}};
    card.phones = {{QStringLiteral("+49 30 555 0101"), {QStringLiteral("cell")}, false, QStringLiteral("Büro")}};
    card.addresses = {{{},
                       {},
                       QStringLiteral("Straße 1, Hof"),
                       QStringLiteral("Köln"),
                       {},
                       QStringLiteral("50667"),
                       QStringLiteral("Deutschland"),
                       {QStringLiteral("work")}}};
    card.note = QStringLiteral("eins\nzwei, drei; vier");
    card.photo = VCardPhoto{QByteArray(200, '\x7f'), QStringLiteral("image/jpeg"), {}};
    for (const VCardVersion version : {VCardVersion::V21, VCardVersion::V30, VCardVersion::V40}) {
        const QByteArray bytes = writeVCard(card, version);
        for (const QByteArray& line : bytes.split('\n')) {
            EXPECT_LE(line.size(), 77) << line.toStdString();
        }
        const auto read = readCards(bytes);
        ASSERT_EQ(read.cards.size(), 1U);
        const VCard& back = read.cards[0];
        EXPECT_EQ(back.formattedName, card.formattedName);
        EXPECT_EQ(back.name, card.name);
        EXPECT_EQ(back.organisation, card.organisation);
        EXPECT_EQ(back.title, card.title);
        EXPECT_EQ(back.emails, card.emails);
        EXPECT_EQ(back.phones, card.phones);
        EXPECT_EQ(back.addresses[0].street.simplified().remove(QLatin1Char(',')), QStringLiteral("Straße 1 Hof"));
        EXPECT_EQ(back.note, card.note);
        EXPECT_EQ(back.photo, card.photo);
        EXPECT_TRUE(back.defects.isEmpty());
    }
}

QString corporaFolder() {
    return qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/contacts-vcard");
}

/// Every text that a jCard says about a property of that name.
QStringList jcardTexts(const QJsonArray& card, const QString& name) {
    QStringList texts;
    for (const QJsonValue& one : card.at(1).toArray()) {
        const QJsonArray property = one.toArray();
        if (property.at(0).toString() == name) {
            texts << property.at(3).toString();
        }
    }
    return texts;
}

TEST(VCardCorpora, OtherPeoplesExpectationsAreMet) {
    const QString folder = corporaFolder() + QStringLiteral("/ical.js");
    if (!QFile::exists(folder)) {
        GTEST_SKIP() << "no corpora at KITH_CORPORA";
    }
    int compared = 0;
    QDirIterator files(folder, {QStringLiteral("*.vcf")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile json(QString(path).replace(QStringLiteral(".vcf"), QStringLiteral(".json")));
        QFile vcf(path);
        if (!json.open(QIODevice::ReadOnly) || !vcf.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QJsonArray expected = QJsonDocument::fromJson(json.readAll()).array();
        const QStringList names = jcardTexts(expected, QStringLiteral("fn"));
        const auto read = readCards(vcf.readAll());
        if (names.isEmpty()) {
            continue;
        }
        ASSERT_EQ(read.cards.size(), 1U) << path.toStdString();
        EXPECT_EQ(read.cards[0].formattedName, names.front()) << path.toStdString();
        QStringList emails;
        for (const VCardValue& email : read.cards[0].emails) {
            emails << email.value;
        }
        EXPECT_EQ(emails, jcardTexts(expected, QStringLiteral("email"))) << path.toStdString();
        EXPECT_EQ(read.cards[0].note, jcardTexts(expected, QStringLiteral("note")).join(QLatin1Char('\n')))
            << path.toStdString();
        ++compared;
    }
    EXPECT_GE(compared, 3);
}

TEST(VCardCorpora, CardsOfManyProgramsAreReadWithoutAReject) {
    if (!QFile::exists(corporaFolder())) {
        GTEST_SKIP() << "no corpora at KITH_CORPORA";
    }
    int files = 0;
    int cards = 0;
    QStringList without;
    QDirIterator walk(corporaFolder() + QStringLiteral("/ez-vcard"), {QStringLiteral("*.vcf")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto read = readCards(bytes);
        ++files;
        cards += static_cast<int>(read.cards.size());
        if (read.cards.empty() || !read.rejects.empty()) {
            without << walk.fileName();
        }
        for (const VCard& card : read.cards) {
            const auto again = readCards(writeVCard(card));
            ASSERT_EQ(again.cards.size(), 1U) << walk.fileName().toStdString();
            EXPECT_EQ(again.cards[0].emails, card.emails) << walk.fileName().toStdString();
            EXPECT_EQ(again.cards[0].phones.size(), card.phones.size()) << walk.fileName().toStdString();
        }
    }
    RecordProperty("files", files);
    RecordProperty("cards", cards);
    EXPECT_GT(cards, 20) << files;
    EXPECT_TRUE(without.isEmpty()) << without.join(QLatin1Char(' ')).toStdString();
}

}  // namespace
