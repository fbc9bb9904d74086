// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/unseen_text.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

QString seen(const QString& text) {
    return text::withoutUnseen(text).seen;
}

}  // namespace

TEST(UnseenText, TakesOutWhatNoEyeSees) {
    EXPECT_EQ(seen(QStringLiteral("ig\u200Bno\u2060re\u00AD me\uFEFF")), QStringLiteral("ignore me"));
    EXPECT_EQ(seen(QStringLiteral("a\u202Eb\u202C")), QStringLiteral("ab"));
    EXPECT_EQ(seen(QStringLiteral("i\u200Dg\u200Dnore")), QStringLiteral("ignore"));
}

TEST(UnseenText, KeepsJoinersThatAScriptNeedsAndPictures) {
    for (const QString& text :
         {QStringLiteral("می\u200Cخواهم"), QStringLiteral("क्\u200Dष"), QStringLiteral("👩\u200D💻 ❤\uFE0F"),
          QStringLiteral("🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F")}) {
        EXPECT_EQ(seen(text), text);
    }
}

TEST(UnseenText, ReadsWordsInTagsAndSelectors) {
    const auto tags = text::withoutUnseen(QStringLiteral("Hi\U000E0068\U000E0069."));
    EXPECT_EQ(tags.seen, QStringLiteral("Hi."));
    EXPECT_EQ(tags.unseen, QStringLiteral("hi"));
    const auto bytes = text::withoutUnseen(QStringLiteral("x\U000E0158\U000E0155\U000E015C\U000E015C\U000E015F"));
    EXPECT_EQ(bytes.seen, QStringLiteral("x"));
    EXPECT_EQ(bytes.unseen, QStringLiteral("hello"));
}
