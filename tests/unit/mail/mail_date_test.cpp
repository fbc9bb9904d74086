// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/mail/mail_date.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

QString dated(const char* header) {
    const auto date = mail::parseMailDate(QByteArrayView(header));
    return date ? text::rfc3339(date->sinceEpoch, date->offset) : QString();
}

}  // namespace

TEST(MailDates, KeepTheSendersOffset) {
    EXPECT_EQ(dated("Tue, 12 May 2026 09:58:00 +0200"), QStringLiteral("2026-05-12T09:58:00+02:00"));
    EXPECT_EQ(dated("12 May 2026 09:58 -0330 (NST)"), QStringLiteral("2026-05-12T09:58:00-03:30"));
}

TEST(MailDates, KnowObsoleteZonesAndYears) {
    EXPECT_EQ(dated("Fri, 21 Nov 97 09:55:06 EST"), QStringLiteral("1997-11-21T09:55:06-05:00"));
    EXPECT_EQ(dated("Fri, 21 Nov 03 09:55:06 GMT"), QStringLiteral("2003-11-21T09:55:06+00:00"));
    EXPECT_EQ(dated("21 Nov 101 09:55:06 +0000"), QStringLiteral("2001-11-21T09:55:06+00:00"));
}

TEST(MailDates, TolerateJunk) {
    EXPECT_EQ(dated("Thu,\r\n 13\r\n Feb 1969 23:32 -0330 (Newfoundland)"),
              QStringLiteral("1969-02-13T23:32:00-03:30"));
    EXPECT_EQ(dated("2005-05-10T11:26:39+02:00"), QStringLiteral("2005-05-10T11:26:39+02:00"));
    EXPECT_EQ(dated("Mon May 11 09:05:01 2026"), QStringLiteral("2026-05-11T09:05:01+00:00"));
    EXPECT_EQ(dated("Mon, 11 May 2026 9:05:01 PM +0000"), QStringLiteral("2026-05-11T21:05:01+00:00"));
    EXPECT_EQ(dated("someday"), QString());
    EXPECT_EQ(dated("31 Feb 2026 10:00 +0000"), QString());
}

TEST(MailDates, FallBackToTheNewestRelayThenTheFileAndNeverToNow) {
    using namespace std::chrono;
    const auto relayed = mail::dateOf(
        "nonsense", {"from a; Mon, 11 May 2026 10:00:00 +0000", "from b; Mon, 11 May 2026 09:00:00 +0000"}, 5ms);
    ASSERT_TRUE(relayed);
    EXPECT_EQ(relayed->origin, MailDate::Origin::Received);
    EXPECT_EQ(text::rfc3339(relayed->sinceEpoch), QStringLiteral("2026-05-11T10:00:00+00:00"));
    EXPECT_EQ(mail::dateOf("", {}, 5ms)->origin, MailDate::Origin::File);
    EXPECT_FALSE(mail::dateOf("", {}, std::nullopt));
}
