// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/json.h"
#include "core/base/text.h"

#include <gtest/gtest.h>

using namespace kith;

TEST(Text, FoldsCaseDiacriticsAndSpace) {
    EXPECT_EQ(text::folded(u"  Dvořák \t STRASSE "), QStringLiteral("dvorak strasse"));
    EXPECT_EQ(text::folded(u"Straße"), QStringLiteral("strasse"));
}

TEST(Text, CountsAnEmojiAsOneCodePoint) {
    const QString s = QStringLiteral("a\U0001F600b");
    EXPECT_EQ(text::codePoints(s), 3);
    EXPECT_EQ(text::utf16Index(s, 2), 3);
    EXPECT_EQ(text::utf16Index(s, 99), s.size());
}

TEST(Text, ElidesAtAWord) {
    EXPECT_EQ(text::elided(QStringLiteral("one two three four"), 10), QStringLiteral("one two…"));
    EXPECT_EQ(text::elided(QStringLiteral("short"), 10), QStringLiteral("short"));
}

TEST(Text, WritesRfc3339WithTheSendersOffset) {
    using namespace std::chrono;
    EXPECT_EQ(text::rfc3339(0ms, 90min), QStringLiteral("1970-01-01T01:30:00+01:30"));
    EXPECT_EQ(text::rfc3339(1500ms, -60min), QStringLiteral("1969-12-31T23:00:01.500-01:00"));
}

TEST(Json, ReadsIntegersThatCameAsStrings) {
    const auto object = json::parseObject(R"({"historyId":"9007199254740993","n":1.5})");
    ASSERT_TRUE(object);
    EXPECT_EQ(json::integer(*object, QStringLiteral("historyId")).value(), 9007199254740993);
    EXPECT_EQ(json::integer(*object, QStringLiteral("n")).error().kind, ErrorKind::Malformed);
}
