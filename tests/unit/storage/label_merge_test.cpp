// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What must hold for every merge of labels, and the few cases where both sides cannot have it.
#include "core/storage/label_merge.h"

#include <gtest/gtest.h>

#include <random>

using namespace kith::storage;

namespace {

LabelSet someOf(std::mt19937& random) {
    QStringList names;
    for (const char* name :
         {"INBOX", "TRASH", "SPAM", "Kith/Snoozed", "UNREAD", "STARRED", "Work", "Priority/High", "Priority/Low"}) {
        if (random() % 2 == 0) {
            names << QString::fromLatin1(name);
        }
    }
    return labelSet(names);
}

LabelSet setOf(std::initializer_list<const char*> names) {
    QStringList list;
    for (const char* name : names) {
        list << QString::fromLatin1(name);
    }
    return labelSet(list);
}

TEST(LabelMerge, LawsHoldForThousandsOfSets) {
    std::mt19937 random(11);
    for (int i = 0; i < 20'000; ++i) {
        const LabelSet base = someOf(random);
        const LabelSet local = someOf(random);
        const LabelSet remote = someOf(random);
        const LabelMerge merge = threeWayMerge(base, local, remote);
        EXPECT_EQ(threeWayMerge(base, base, remote).merged, remote) << "nothing was wished: the server's word";
        EXPECT_EQ(threeWayMerge(base, local, base).merged, local) << "nothing happened there: the user's word";
        const LabelChange wished = difference(base, local);
        for (auto it = wished.add.begin(); it != wished.add.end(); ++it) {
            EXPECT_TRUE(merge.merged.contains(it.key()));
        }
        for (auto it = wished.remove.begin(); it != wished.remove.end(); ++it) {
            EXPECT_FALSE(merge.merged.contains(it.key()));
        }
        EXPECT_EQ(applied(remote, difference(remote, merge.merged)), merge.merged);
        EXPECT_EQ(threeWayMerge(remote, merge.merged, remote).merged, merge.merged) << "said twice changes nothing";
        EXPECT_TRUE(wished.add.isEmpty() ? merge.conflicts.empty() : true);
    }
}

TEST(LabelMerge, TheUsersPlaceWinsOverTheServersAndItIsTold) {
    const LabelMerge merge = threeWayMerge(setOf({"UNREAD"}), setOf({"INBOX", "UNREAD"}), setOf({"SPAM", "STARRED"}));
    EXPECT_EQ(merge.merged, setOf({"INBOX", "STARRED"}));
    ASSERT_EQ(merge.conflicts.size(), 1u);
    EXPECT_EQ(merge.conflicts.front(), (LabelConflict{QStringLiteral("INBOX"), QStringLiteral("SPAM")}));
}

TEST(LabelMerge, OnePriorityStands) {
    const LabelMerge merge = threeWayMerge({}, setOf({"Priority/High"}), setOf({"Priority/Low"}));
    EXPECT_EQ(merge.merged, setOf({"Priority/High"}));
}

TEST(LabelMerge, WhatMayHaveArrivedIsStillTheUsersToSay) {
    const LabelMerge merge = threeWayMerge({}, {}, setOf({"STARRED"}), setOf({"STARRED"}));
    EXPECT_TRUE(merge.merged.isEmpty());
}

TEST(LabelMerge, LettersCompareWithoutCase) {
    EXPECT_TRUE(difference(setOf({"Work"}), setOf({"WORK"})).isEmpty());
}

}  // namespace
