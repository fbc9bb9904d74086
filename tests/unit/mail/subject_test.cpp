// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/subject.h"

#include <gtest/gtest.h>

using namespace kith;

TEST(Subjects, LoseTheirMarksInManyLanguages) {
    for (const QStringView mark :
         {u"Re: ",  u"RE[2]: ", u"Re (3): ", u"AW: ",   u"WG: ",  u"Antw: ", u"SV: ",
          u"VS: ",  u"RV: ",    u"TR: ",     u"Odp: ",  u"Ynt: ", u"Rif: ",  u"Vá: ",
          u"Отв: ", u"ΑΠ: ",    u"回复：",   u"返信: ", u"Fwd: ", u"Enc: ",  u"Re: Fwd: AW: "}) {
        const QString marked = mark.toString() + QStringLiteral("Quote for the mill");
        EXPECT_EQ(mail::normalizedSubject(marked), QStringLiteral("Quote for the mill"));
    }
    EXPECT_EQ(mail::normalizedSubject(u"[mill-list] Re: [x] Quote"), QStringLiteral("Quote"));
}

TEST(Subjects, KeepWordsThatOnlyLookLikeMarks) {
    EXPECT_EQ(mail::normalizedSubject(u"Reminder: pay"), QStringLiteral("Reminder: pay"));
    EXPECT_EQ(mail::normalizedSubject(u"Meeting: now"), QStringLiteral("Meeting: now"));
    EXPECT_EQ(mail::normalizedSubject(u"[only a tag]"), QStringLiteral("[only a tag]"));
}

TEST(Subjects, OfRepliesAreNotThoseOfForwards) {
    EXPECT_TRUE(mail::isReplySubject(u"Re: x"));
    EXPECT_TRUE(mail::isReplySubject(u"[list] Fwd: AW: x"));
    EXPECT_FALSE(mail::isReplySubject(u"Fwd: x"));
    EXPECT_FALSE(mail::isReplySubject(u"Regarding x"));
}
