// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who may be one person: single stories, and a book of invented people whose truth is known.
#include "core/people/duplicates.h"
#include "core/people/latin_form.h"
#include "tests/support/people_forge.h"

#include <gtest/gtest.h>

#include <cstdio>

using namespace kith::people;
using kith::testing::figuresOf;
using kith::testing::forgePeople;

namespace {

/// A book of strangers, so that there is something to learn from, and two more.
DuplicateReport amongStrangers(PersonRecord one, PersonRecord other) {
    auto book = forgePeople(3000, 5);
    one.id = 900'001;
    other.id = 900'002;
    book.records.push_back(std::move(one));
    book.records.push_back(std::move(other));
    return findDuplicates(book.records);
}

const DuplicatePair* theTwo(const DuplicateReport& report) {
    for (const DuplicatePair& pair : report.pairs) {
        if (std::min(pair.one, pair.other) == 900'001 && std::max(pair.one, pair.other) == 900'002) {
            return &pair;
        }
    }
    return nullptr;
}

PersonRecord somebody(const char* name, const char* email, const char* phone, const char* company) {
    PersonRecord record;
    record.name = QString::fromUtf8(name);
    record.emails = *email == '\0' ? QStringList() : QStringList(QString::fromLatin1(email));
    record.phones = *phone == '\0' ? QStringList() : QStringList(QString::fromLatin1(phone));
    record.company = QString::fromUtf8(company);
    return record;
}

}  // namespace

TEST(Duplicates, TheSameAddressAndNameMayBeJoinedUnasked) {
    const auto report = amongStrangers(somebody("Ada Holmgren", "ada@north.example", "", "North Labs"),
                                       somebody("Holmgren, Ada", "ada@north.example", "+4740100200", ""));
    ASSERT_TRUE(theTwo(report));
    EXPECT_TRUE(theTwo(report)->automatic);
}

TEST(Duplicates, ANicknameAndTheSameNumberAreAQuestionWithItsEvidence) {
    const auto report = amongStrangers(somebody("Robert Vestergard", "rv@north.example", "+4740100200", "North Labs"),
                                       somebody("Bob Vestergard", "bob@private.example", "+4740100200", ""));
    ASSERT_TRUE(theTwo(report));
    bool phone = false;
    for (const DuplicateEvidence& one : theTwo(report)->evidence) {
        phone = phone || (one.field == QStringLiteral("phone") && one.weight > 1);
    }
    EXPECT_TRUE(phone);
}

TEST(Duplicates, ASharedMailboxOfAFunctionJoinsNobody) {
    const auto report = amongStrangers(somebody("Ada Holmgren", "info@north.example", "", "North Labs"),
                                       somebody("Bo Lindqvist", "info@north.example", "", "North Labs"));
    EXPECT_FALSE(theTwo(report));
}

TEST(Duplicates, TwoOfOneFamilyWithOneTelephoneStayTwo) {
    const auto report = amongStrangers(somebody("Ada Holmgren", "ada@north.example", "+4740100200", ""),
                                       somebody("Erik Holmgren", "erik@south.example", "+4740100200", ""));
    EXPECT_FALSE(theTwo(report));
    for (const auto& group : report.groups) {
        EXPECT_FALSE(std::ranges::count(group, 900'001) && std::ranges::count(group, 900'002));
    }
}

TEST(Duplicates, AnotherScriptIsTheSameName) {
    EXPECT_EQ(latinForm(QStringLiteral("Дмитрий Орлов")), QStringLiteral("dmitriy orlov"));
    EXPECT_EQ(latinForm(QStringLiteral("Jürgen Østby")), QStringLiteral("juergen oestby"));
    const auto report = amongStrangers(somebody("Дмитрий Орлов", "d.orlov@north.example", "+4740100200", "North Labs"),
                                       somebody("Dmitry Orlov", "", "+4740100200", "North Labs AS"));
    ASSERT_TRUE(theTwo(report));
}

TEST(Duplicates, AnInitialStandsForTheWholeNameAndIsNoTitle) {
    for (const auto& [initial, whole] : {std::pair("M. Holmgren", "Michael Holmgren"),
                                         {"Holmgren, M.", "Marit Holmgren"},
                                         {"Y. Holmgren", "Yuki Holmgren"},
                                         {"Д. Холмов", "Дмитрий Холмов"}}) {
        const auto report = amongStrangers(somebody(initial, "holmgren@north.example", "", "North Labs"),
                                           somebody(whole, "holmgren@north.example", "+4740100200", ""));
        ASSERT_TRUE(theTwo(report)) << initial;
        EXPECT_TRUE(theTwo(report)->automatic) << initial;
    }
}

TEST(Duplicates, AnotherScriptHasItsShortFormsToo) {
    const auto report = amongStrangers(somebody("Дмитрий Holmgren", "dholmgren@north.example", "", "North Labs"),
                                       somebody("Dima Holmgren", "dholmgren@north.example", "", "North Labs"));
    ASSERT_TRUE(theTwo(report));
}

TEST(Duplicates, AnInventedBookIsToldApart) {
    const auto book = forgePeople(20'000, 3);
    const auto report = findDuplicates(book.records);
    const auto figures = figuresOf(book, report);
    std::printf("duplicates: B3 P %.4f R %.4f F1 %.4f; review pairs P %.4f R %.4f; automatic %lld, wrong %lld\n",
                figures.precision, figures.recall, figures.f1, figures.pairPrecision, figures.pairRecall,
                static_cast<long long>(figures.automatic), static_cast<long long>(figures.wrongAutomatic));
    EXPECT_GE(figures.f1, 0.97);
    EXPECT_GT(figures.automatic, 1000);
    EXPECT_LE(double(figures.wrongAutomatic), 0.001 * double(figures.automatic));
}

TEST(Duplicates, InASmallBookTheSameNameIsAQuestion) {
    std::vector<PersonRecord> book;
    const char* const names[] = {"Sofia Mattsson", "Sofia Mattsson", "Timo Kallio", "Ben Ashworth", "Elif Aydin",
                                 "Ruth Ellery",    "Marek Dvorak",   "Inès Moreau", "Jonas Feld",   "Stina Norrby"};
    for (size_t i = 0; i < std::size(names); ++i) {
        const QByteArray address = "p" + QByteArray::number(i) + "@house" + QByteArray::number(i) + ".example";
        book.push_back(somebody(names[i], address.constData(), "", ""));
        book.back().id = qint64(i) + 1;
    }
    const auto report = findDuplicates(book);
    ASSERT_EQ(report.pairs.size(), 1u);
    EXPECT_FALSE(report.pairs.front().automatic);
}

TEST(Duplicates, NothingIsFoundAmongNobody) {
    EXPECT_TRUE(findDuplicates({}).pairs.empty());
    EXPECT_TRUE(findDuplicates({somebody("Ada", "", "", "")}).pairs.empty());
}
