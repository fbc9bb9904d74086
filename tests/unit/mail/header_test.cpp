// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/header_text.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

QString header(const char* raw) {
    return mail::decodedHeader(QByteArrayView(raw));
}

}  // namespace

TEST(HeaderText, JoinsACharacterSplitBetweenTwoEncodedWords) {
    EXPECT_EQ(header("=?utf-8?Q?Gr=C3?=\r\n =?utf-8?Q?=BC=C3=9Fe?="), QStringLiteral("Grüße"));
    EXPECT_EQ(header("=?utf-8?B?R3LD?= =?UTF-8?B?vMOfZQ==?="), QStringLiteral("Grüße"));
}

TEST(HeaderText, ReadsBrokenEncodedWords) {
    EXPECT_EQ(header("=?utf-8?B?R3LDvMOfZQ?="), QStringLiteral("Grüße"));
    EXPECT_EQ(header("=?utf-8?Q?two words?="), QStringLiteral("two words"));
    EXPECT_EQ(header("=?iso-8859-1*de?Q?gr=FCn?= und"), QStringLiteral("grün und"));
    EXPECT_EQ(header("=?utf-8?Q?why?=20?= x"), QStringLiteral("why?  x"));
    EXPECT_EQ(header("no =? word"), QStringLiteral("no =? word"));
}

TEST(HeaderText, ReadsRawBytesAsUtf8OrWindows) {
    EXPECT_EQ(header("Gr\xC3\xBC\xC3\x9F"), QStringLiteral("Grüß"));
    EXPECT_EQ(header("Gr\xFC\xDF"), QStringLiteral("Grüß"));
}

TEST(HeaderText, UnfoldsAndDropsControlCharacters) {
    EXPECT_EQ(header("one\r\n\ttwo\x01\x7F three"), QStringLiteral("one two three"));
}

TEST(MessageIds, AreFoundWithAndWithoutBrackets) {
    const auto ids = [](const char* raw) { return mail::messageIds(QByteArrayView(raw)); };
    EXPECT_EQ(ids("<a@x.example>\r\n <b@x.example>"),
              (QStringList{QStringLiteral("a@x.example"), QStringLiteral("b@x.example")}));
    EXPECT_EQ(ids("a@x.example, b@x.example"),
              (QStringList{QStringLiteral("a@x.example"), QStringLiteral("b@x.example")}));
    EXPECT_EQ(ids("<a@x.example <b@x.example>"),
              (QStringList{QStringLiteral("a@x.example"), QStringLiteral("b@x.example")}));
    EXPECT_TRUE(ids("Your message of Monday").isEmpty());
}
