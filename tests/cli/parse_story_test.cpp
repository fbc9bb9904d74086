// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/cli/kithctl.h"

#include <gtest/gtest.h>

using namespace kith::testing;

namespace {

constexpr char kMail[] =
    "From: \"Ruiz, Ana\" <ana@caldervoss.example>\nTo: =?utf-8?q?Mara_Lindqvist?= <mara@fjordlight.example>\n"
    "Subject: =?iso-8859-1?q?Angebot_f=FCr_40_Pl=E4tze?=\nDate: Fri, 15 May 2026 09:58:00 +0200\n"
    "Message-ID: <x1@caldervoss.example>\nContent-Type: text/plain; charset=utf-8\n\n"
    "Hi Mara,\n\nplease send the quote.\n\nBest,\nAna\n\n-- \nAna Ruiz\nHead of Lab Operations\n+34 910 555 041\n";

}  // namespace

TEST(MessageParse, SaysWhatTheMailSays) {
    const Kithctl kithctl;
    const QString path = kithctl.file(QStringLiteral("one.eml"), kMail);
    const QJsonObject json = kithctl({QStringLiteral("message"), QStringLiteral("parse"), path}).json();
    EXPECT_EQ(json.value(QStringLiteral("subject")).toString(), QStringLiteral("Angebot für 40 Plätze"));
    const QJsonObject from = json.value(QStringLiteral("from")).toArray().first().toObject();
    EXPECT_EQ(from.value(QStringLiteral("name")).toString(), QStringLiteral("Ruiz, Ana"));
    EXPECT_EQ(json.value(QStringLiteral("date")).toString(), QStringLiteral("2026-05-15T09:58:00+02:00"));
    for (const char* key : {"sender", "reply_to", "cc", "bcc", "in_reply_to", "references", "html", "attachments",
                            "list_id", "list_unsubscribe", "auto_submitted", "defects"}) {
        EXPECT_TRUE(json.contains(QString::fromLatin1(key))) << key;
    }
}

TEST(MessageParse, ZonesSliceTheTextByCodePoints) {
    const Kithctl kithctl;
    const QString path = kithctl.file(QStringLiteral("one.eml"), kMail);
    const QJsonObject json =
        kithctl({QStringLiteral("message"), QStringLiteral("parse"), path, QStringLiteral("--zones")}).json();
    const QString text = json.value(QStringLiteral("text")).toString();
    bool signatureSeen = false;
    for (const QJsonValue& value : json.value(QStringLiteral("zones")).toArray()) {
        const QJsonObject zone = value.toObject();
        const int start = zone.value(QStringLiteral("start")).toInt();
        const QString slice = text.mid(start, zone.value(QStringLiteral("end")).toInt() - start);
        if (zone.value(QStringLiteral("kind")).toString() == QStringLiteral("signature")) {
            signatureSeen = slice.contains(QStringLiteral("Head of Lab Operations"));
        }
    }
    EXPECT_TRUE(signatureSeen);
}

TEST(ScoreText, TellsARequestFromANotice) {
    const Kithctl kithctl;
    const Ran ran = kithctl(args("score text"),
                            "{\"id\":\"1\",\"text\":\"Could you please send us a quote for 40 seats by Friday?\"}\n"
                            "{\"id\":\"2\",\"text\":\"The canteen is closed on Monday.\"}\n");
    ASSERT_EQ(ran.exit, 0) << ran.err.toStdString();
    const auto lines = ran.lines();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_GT(lines[0].value(QStringLiteral("request")).toDouble(), 0.6);
    EXPECT_LT(lines[1].value(QStringLiteral("request")).toDouble(), 0.4);
    EXPECT_GT(lines[0].value(QStringLiteral("opportunity")).toObject().value(QStringLiteral("pricing")).toDouble(),
              0.5);
}
