// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/snooze_words.h"

#include <gtest/gtest.h>

using namespace kith::ui;

namespace {

/// Friday 15 May 2026, 10:30.
const QDateTime friday(QDate(2026, 5, 15), QTime(10, 30));

QString read(const char* words) {
    const auto moment = snoozeTime(QString::fromUtf8(words), friday);
    return moment ? moment->toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QStringLiteral("nothing");
}

TEST(SnoozeWords, DaysOfTheWeekAreTheComingOnes) {
    EXPECT_EQ(read("tue 9"), QStringLiteral("2026-05-19 09:00"));
    EXPECT_EQ(read("fri"), QStringLiteral("2026-05-22 09:00")) << "today is Friday: the next one";
    EXPECT_EQ(read("Monday at 14:15"), QStringLiteral("2026-05-18 14:15"));
    EXPECT_EQ(read("di 8"), QStringLiteral("2026-05-19 08:00"));
}

TEST(SnoozeWords, NextMeansTheWeekAfterThisOne) {
    EXPECT_EQ(read("next week"), QStringLiteral("2026-05-18 09:00"));
    EXPECT_EQ(read("next tue 9"), QStringLiteral("2026-05-19 09:00"));
    EXPECT_EQ(read("next month"), QStringLiteral("2026-06-01 09:00"));
}

TEST(SnoozeWords, SpansCountFromNow) {
    EXPECT_EQ(read("in 3 hours"), QStringLiteral("2026-05-15 13:30"));
    EXPECT_EQ(read("90min"), QStringLiteral("2026-05-15 12:00"));
    EXPECT_EQ(read("2 weeks"), QStringLiteral("2026-05-29 10:30"));
    EXPECT_EQ(read("in 2 days 8am"), QStringLiteral("2026-05-17 08:00"));
}

TEST(SnoozeWords, HoursAloneAreTheNextSuchHour) {
    EXPECT_EQ(read("17"), QStringLiteral("2026-05-15 17:00"));
    EXPECT_EQ(read("9"), QStringLiteral("2026-05-16 09:00"));
    EXPECT_EQ(read("4"), QStringLiteral("2026-05-15 16:00"));
    EXPECT_EQ(read("8 pm"), QStringLiteral("2026-05-15 20:00"));
    EXPECT_EQ(read("tonight"), QStringLiteral("2026-05-15 18:00"));
}

TEST(SnoozeWords, DatesAreReadInSeveralHands) {
    EXPECT_EQ(read("tomorrow"), QStringLiteral("2026-05-16 09:00"));
    EXPECT_EQ(read("15 june"), QStringLiteral("2026-06-15 09:00"));
    EXPECT_EQ(read("June 15 at 11"), QStringLiteral("2026-06-15 11:00"));
    EXPECT_EQ(read("15.6. 14:30"), QStringLiteral("2026-06-15 14:30"));
    EXPECT_EQ(read("2026-12-01"), QStringLiteral("2026-12-01 09:00"));
    EXPECT_EQ(read("1 may"), QStringLiteral("2027-05-01 09:00")) << "this year's is over";
}

TEST(SnoozeWords, WhatMeansNothingOrIsOverIsNothing) {
    for (const char* words : {"", "soon", "tue nine", "today 9", "2020-01-01", "25:00", "13pm", "0 hours", "next"}) {
        EXPECT_EQ(read(words), QStringLiteral("nothing")) << words;
    }
}

}  // namespace
