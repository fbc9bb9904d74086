// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/address_parser.h"
#include "tests/unit/mail/corpora.h"

#include <QXmlStreamReader>

#include <gtest/gtest.h>

using namespace kith;

namespace {

Addresses readAddresses(const char* header) {
    return mail::parseAddresses(QByteArrayView(header));
}

Address box(const char* name, const char* address) {
    return {QString::fromUtf8(name), QString::fromUtf8(address)};
}

}  // namespace

TEST(Addresses, AreNamesAndMailboxes) {
    EXPECT_EQ(readAddresses("Ada Lovelace <ada@engine.example>, bob@mill.example"),
              (Addresses{box("Ada Lovelace", "ada@engine.example"), box("", "bob@mill.example")}));
}

TEST(Addresses, KeepACommaInsideQuotesAndOutside) {
    const Addresses expected{box("Lovelace, Ada", "ada@engine.example")};
    EXPECT_EQ(readAddresses("\"Lovelace, Ada\" <ada@engine.example>"), expected);
    EXPECT_EQ(readAddresses("Lovelace, Ada <ada@engine.example>"), expected);
}

TEST(Addresses, OfGroupsComeOneByOne) {
    EXPECT_EQ(readAddresses("Team: a@x.example, B <b@x.example>; c@x.example"),
              (Addresses{box("", "a@x.example"), box("B", "b@x.example"), box("", "c@x.example")}));
    EXPECT_EQ(readAddresses("undisclosed-recipients:;"), (Addresses{box("undisclosed-recipients", "")}));
}

TEST(Addresses, TakeTheNameFromACommentAndForgetTheRoute) {
    EXPECT_EQ(readAddresses("ada@engine.example (Ada (the first))"),
              (Addresses{box("Ada (the first)", "ada@engine.example")}));
    EXPECT_EQ(readAddresses("Ada <@relay.example,@b.example:ada@engine.example>"),
              (Addresses{box("Ada", "ada@engine.example")}));
}

TEST(Addresses, DecodeNamesAfterTheCommasAreFound) {
    EXPECT_EQ(readAddresses("=?utf-8?B?TMO2d2UsIEFkYQ==?= <ada@engine.example>, b@x.example"),
              (Addresses{box("Löwe, Ada", "ada@engine.example"), box("", "b@x.example")}));
    EXPECT_EQ(readAddresses("\"=?utf-8?Q?L=C3=B6we?=\" <l@x.example>"), (Addresses{box("Löwe", "l@x.example")}));
}

TEST(Addresses, ShowInternationalDomains) {
    EXPECT_EQ(readAddresses("info@xn--bcher-kva.example"), (Addresses{box("", "info@bücher.example")}));
}

TEST(Addresses, SurviveWhatPeopleWrite) {
    EXPECT_EQ(readAddresses("Ada <ada@engine.example, Bob <bob@x.example>"),
              (Addresses{box("Ada", "ada@engine.example"), box("Bob", "bob@x.example")}));
    EXPECT_EQ(readAddresses("Ada L. ada@engine.example"), (Addresses{box("Ada L.", "ada@engine.example")}));
    EXPECT_EQ(readAddresses("a@b@c.example"), (Addresses{box("", "a@b@c.example")}));
    EXPECT_EQ(readAddresses("\"never closed <q@x.example>"), (Addresses{box("never closed", "q@x.example")}));
    EXPECT_EQ(readAddresses("a@x.example; b@x.example"), (Addresses{box("", "a@x.example"), box("", "b@x.example")}));
    EXPECT_TRUE(readAddresses(" , ,, ").empty());
}

/// A top-level domain alone is no mailbox to us, whatever the table says of test@io.
TEST(Addresses, AreStrictlyCheckedAsTheIsemailTableSays) {
    const QString folder = corpora::folder(QStringLiteral("address-isemail"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "no address-isemail";
    }
    QXmlStreamReader xml(corpora::bytesOf(folder + QStringLiteral("/tests.xml")));
    QString address;
    QString category;
    QString diagnosis;
    int seen = 0;
    QStringList different;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"address") {
            address = xml.readElementText();
            for (QChar& c : address) {
                c = c.unicode() >= 0x2400 && c.unicode() < 0x2420 ? QChar(c.unicode() - 0x2400) : c;
            }
        } else if (xml.isStartElement() && xml.name() == u"category") {
            category = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == u"diagnosis") {
            diagnosis = xml.readElementText();
        } else if (xml.isEndElement() && xml.name() == u"test") {
            const bool top = address == u"test@io" || diagnosis.startsWith(QStringLiteral("ISEMAIL_RFC5321_TLD"));
            const bool valid = (category == u"ISEMAIL_VALID_CATEGORY" || category == u"ISEMAIL_DNSWARN" ||
                                category == u"ISEMAIL_RFC5321") &&
                               !top;
            ++seen;
            if (mail::isAddrSpec(address) != valid) {
                different << address + u' ' + diagnosis;
            }
        }
    }
    EXPECT_EQ(seen, 164);
    EXPECT_TRUE(different.isEmpty()) << qPrintable(different.join(u'\n'));
}
