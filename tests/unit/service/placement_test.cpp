// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_folders.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::service;

namespace {

QStringList words(std::initializer_list<const char*> list) {
    QStringList out;
    for (const char* word : list) {
        out << QString::fromUtf8(word);
    }
    return out;
}

}  // namespace

TEST(Placement, MailWithoutAnyFolderIsInTheInboxAndRead) {
    const Placement place = placementOf({}, {}, {});
    EXPECT_EQ(place.labels, words({"INBOX"}));
    EXPECT_FALSE(place.unread);
}

TEST(Placement, TakeoutLabelsDecideOverTheFileName) {
    const Placement place = placementOf(words({"All mail"}), words({"Inbox", "Unread", "Customers/Nordic"}), {});
    EXPECT_EQ(place.labels, words({"INBOX", "Customers/Nordic"}));
    EXPECT_TRUE(place.unread);
}

TEST(Placement, ArchivedTakeoutMailIsNotInTheInbox) {
    EXPECT_FALSE(placementOf({}, words({"Archived", "Opened"}), {}).labels.contains(QStringLiteral("INBOX")));
}

TEST(Placement, SentFoldersAreKnownInManyLanguages) {
    for (const char* name :
         {"Sent Items", "_sent_mail", "Gesendete Elemente", "Envoyés", "[Gmail]/Sent Mail", "INBOX.Sent"}) {
        const Placement place = placementOf({QString::fromUtf8(name)}, {}, {});
        EXPECT_TRUE(place.sent) << name;
        EXPECT_FALSE(place.labels.contains(QStringLiteral("INBOX"))) << name;
    }
}

TEST(Placement, MaildirFlagsAndStatusLettersAreRead) {
    EXPECT_FALSE(placementOf(words({"Inbox", "seen", "flagged"}), {}, {}).unread);
    EXPECT_TRUE(placementOf(words({"Inbox", "flagged"}), {}, {}).starred);
    EXPECT_TRUE(placementOf({}, {}, QStringLiteral("O")).unread);
    EXPECT_FALSE(placementOf({}, {}, QStringLiteral("RO")).unread);
    EXPECT_TRUE(placementOf({}, {}, QStringLiteral("ROD")).labels.contains(QStringLiteral("TRASH")));
}

TEST(Placement, AFolderOfTheUsersOwnIsALabel) {
    EXPECT_EQ(placementOf(words({"Project Heron"}), {}, {}).labels, words({"Project Heron"}));
}
