// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/backoff.h"

#include <gtest/gtest.h>

#include <QLocale>

using namespace kith;
using net::backoff;

namespace {

// Fri, 11 Sep 2026 20:00:00 GMT
constexpr Millis kEvening{1'789'156'800'000};

TEST(Backoff, DoublesWithJitterAndStaysUnderItsCeiling) {
    EXPECT_EQ(backoff(0, 0.0), Millis{1'000});
    EXPECT_EQ(backoff(0, 0.5), Millis{1'500});
    EXPECT_EQ(backoff(3, 0.0), Millis{8'000});
    EXPECT_EQ(backoff(3, 0.25), Millis{10'000});
    for (int attempt = 0; attempt < 200; ++attempt) {
        for (const double random : {0.0, 0.3, 0.9999, 1.0, 7.0}) {
            EXPECT_GE(backoff(attempt, random), Millis{1'000});
            EXPECT_LE(backoff(attempt, random), Millis{64'000});
        }
        EXPECT_LT(backoff(attempt, 0.1), backoff(attempt, 0.9))
            << "no two clients come back together, at the ceiling either";
        EXPECT_LE(backoff(attempt, 0.1), backoff(attempt + 1, 0.1));
    }
}

TEST(Backoff, TakesWhatTheServerAskedForAsAFloor) {
    EXPECT_EQ(backoff(0, 0.0, Millis{30'000}), Millis{30'000});
    EXPECT_EQ(backoff(9, 0.5, Millis{30'000}), Millis{30'500});
    EXPECT_EQ(backoff(2, 0.5, Millis{0}), Millis{500});
    EXPECT_EQ(backoff(0, 0.0, Millis{std::chrono::hours{24 * 365}}), Millis{std::chrono::hours{1}});
    EXPECT_GE(backoff(1, Millis{5'000}), Millis{5'000});
    EXPECT_LE(backoff(1, Millis{5'000}), Millis{6'000});
}

TEST(RetryAfter, ReadsSecondsAndDatesOfAllThreeForms) {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(net::retryAfterHeader("120", kEvening), Millis{120'000});
    EXPECT_EQ(net::retryAfterHeader(" 0 ", kEvening), Millis{0});
    EXPECT_EQ(net::retryAfterHeader("1.5", kEvening), Millis{1'500});
    for (const char* date :
         {"Fri, 11 Sep 2026 20:01:00 GMT", "Friday, 11-Sep-26 20:01:00 GMT", "Fri Sep 11 20:01:00 2026"}) {
        EXPECT_EQ(net::retryAfterHeader(date, kEvening), Millis{60'000}) << date;
    }
    EXPECT_EQ(net::httpDate("Sun Nov  6 08:49:37 1994"), Millis{784'111'777'000});
    EXPECT_EQ(net::httpDate("Sunday, 06-Nov-94 08:49:37 GMT"), Millis{784'111'777'000});
    EXPECT_EQ(net::retryAfterHeader("Fri, 11 Sep 2026 19:00:00 GMT", kEvening), Millis{0}) << "past already";
    QLocale::setDefault(before);
}

TEST(RetryAfter, IsNothingWhereTheHeaderMakesNoSense) {
    for (const char* value :
         {"", "soon", "-5", "1e400", "nan", "Fri, 32 Sep 2026 20:00:00 GMT", "Fri, 11 Zzz 2026 20:00:00 GMT",
          "Fri, 11 Sep 2026 25:00:00 GMT", "Fri,", "a b c d e f", "99999999999999"}) {
        EXPECT_FALSE(net::retryAfterHeader(value, kEvening)) << value;
    }
}

TEST(RetryAfter, ReadsGooglesSentence) {
    const auto read = [](const char* text) { return net::retryAfterText(QString::fromUtf8(text), kEvening); };
    EXPECT_EQ(read("User-rate limit exceeded.  Retry after 2026-09-11T20:00:30.000Z"), Millis{30'000});
    EXPECT_EQ(read("{\"message\":\"User-rate limit exceeded.  Retry after 2026-09-11T20:00:30.250Z\"}"),
              Millis{30'250});
    EXPECT_EQ(read("retry after 2026-09-11T20:00:30.250123456Z (mail)"), Millis{30'250});
    EXPECT_EQ(read("Retry after 2026-09-11T22:01:00+02:00."), Millis{60'000});
    EXPECT_EQ(read("Retry after 2026-09-11T20:00:01Z."), Millis{1'000});
    EXPECT_EQ(read("Please retry after 15 seconds"), Millis{15'000});
    EXPECT_EQ(read("Retry after: 7"), Millis{7'000});
    EXPECT_EQ(read("Retry after 2020-01-01T00:00:00Z"), Millis{0});
    for (const char* text :
         {"", "Retry after", "Retry after ", "Retry after lunch", "Retry later", "Retry after 2026-99-11T20:00:00Z"}) {
        EXPECT_FALSE(read(text)) << text;
    }
}

TEST(RetryAfter, MeasuresTimesByTheServersClockNotOurs) {
    net::HttpResponse response{
        429, {{"Date", "Fri, 11 Sep 2026 20:00:00 GMT"}, {"Retry-After", "Fri, 11 Sep 2026 20:00:20 GMT"}}, {}};
    const Millis ourClockIsWrong = kEvening + std::chrono::hours{5};
    EXPECT_EQ(net::retryAfter(response, ourClockIsWrong), Millis{20'000});
    response.headers.pop_back();
    EXPECT_FALSE(net::retryAfter(response, ourClockIsWrong));
    response.body = "Retry after 2026-09-11T20:00:10.000Z";
    EXPECT_EQ(net::retryAfter(response, ourClockIsWrong), Millis{10'000});
    response.headers = {{"retry-after", "nonsense"}};
    EXPECT_EQ(net::retryAfter(response, kEvening), Millis{10'000}) << "a broken header does not hide the text";
}

}  // namespace
