// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fetching messages in batches: nothing that was asked for is ever lost, whatever the server leaves out or refuses.
#include "tests/unit/sources/gmail_desk.h"

#include <QSet>

#include <random>

namespace {

using namespace kith;
using namespace kith::testing;

sources::GmailLimits noLimit() {
    return {0, 0, 6000, 0};
}

QSet<QString> everyId(const mail::RemoteFetch& fetch) {
    QSet<QString> ids(fetch.gone.begin(), fetch.gone.end());
    for (const auto& message : fetch.found) {
        EXPECT_FALSE(ids.contains(message.ref.id));
        ids.insert(message.ref.id);
    }
    for (const auto& failure : fetch.failed) {
        EXPECT_FALSE(ids.contains(failure.id));
        ids.insert(failure.id);
    }
    return ids;
}

TEST(GmailFetch, BringsEveryMessageInTheOrderInWhichItWasAskedForThoughTheServerAnswersInAnother) {
    GmailDesk desk(noLimit());
    desk.line.otherwise(batchServer([](const InnerCall& call) { return InnerAnswer{200, messageJson(call.id())}; }));
    const auto refs = refsTo(120);
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch) << qPrintable(fetch.error().detail);
    ASSERT_EQ(fetch->found.size(), 120U);
    for (size_t i = 0; i < refs.size(); ++i) {
        EXPECT_EQ(fetch->found[i].ref.id, refs[i].id);
        EXPECT_EQ(fetch->found[i].raw, mailBytes(refs[i].id));
    }
    EXPECT_EQ(fetch->found[0].historyId, 77U);
    EXPECT_EQ(fetch->found[0].labelIds, QStringList{QStringLiteral("INBOX")});
    const auto usage = desk.client->takeUsage();
    EXPECT_EQ(usage.quotaUnits, 120 * 20);
    EXPECT_LT(usage.requests, 20);
    EXPECT_EQ(usage.retries, 0);
}

TEST(GmailFetch, AsksForTheSameMessageOnce) {
    GmailDesk desk(noLimit());
    desk.line.otherwise(batchServer([](const InnerCall& call) { return InnerAnswer{200, messageJson(call.id())}; }));
    auto refs = refsTo(3);
    refs.push_back(refs.front());
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->found.size(), 3U);
}

TEST(GmailFetch, CallsAMessageGoneThatTheServerNoLongerKnows) {
    GmailDesk desk(noLimit());
    const auto refs = refsTo(5);
    desk.line.otherwise(batchServer([&](const InnerCall& call) {
        return call.id() == refs[2].id
                   ? InnerAnswer{404, refusalJson(404, QStringLiteral("notFound"),
                                                  QStringLiteral("Requested entity was not found."))}
                   : InnerAnswer{200, messageJson(call.id())};
    }));
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->gone, QStringList{refs[2].id});
    EXPECT_EQ(fetch->found.size(), 4U);
}

TEST(GmailFetch, AsksAgainForPartsThatAreMissingOrCutOffAndForNothingElse) {
    GmailDesk desk(noLimit());
    const auto refs = refsTo(20);
    std::map<QString, int> asked;
    std::mutex mutex;
    desk.line.otherwise(batchServer([&](const InnerCall& call) {
        const std::scoped_lock lock(mutex);
        const int time = ++asked[call.id()];
        InnerAnswer answer{200, messageJson(call.id())};
        answer.leftOut = time == 1 && call.id() == refs[3].id;
        answer.cut = time == 1 && call.id() == refs[4].id;
        return answer;
    }));
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->found.size(), 20U);
    for (const auto& [id, times] : asked) {
        EXPECT_EQ(times, id == refs[3].id || id == refs[4].id ? 2 : 1) << qPrintable(id);
    }
    EXPECT_EQ(desk.client->takeUsage().retries, 2);
}

TEST(GmailFetch, SaysWhichMessageFailedWhenEveryTryBroughtNonsense) {
    GmailDesk desk(noLimit());
    const auto refs = refsTo(4);
    desk.line.otherwise(batchServer([&](const InnerCall& call) {
        return InnerAnswer{200, call.id() == refs[1].id ? messageJson(QStringLiteral("somebody-else"))
                                                        : messageJson(call.id())};
    }));
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch);
    ASSERT_EQ(fetch->failed.size(), 1U);
    EXPECT_EQ(fetch->failed[0].id, refs[1].id);
    EXPECT_EQ(fetch->failed[0].error.kind, ErrorKind::Malformed);
    EXPECT_TRUE(fetch->failed[0].error.detail.contains(QStringLiteral("id")));
    EXPECT_EQ(fetch->found.size(), 3U);
}

TEST(GmailFetch, MakesBatchesSmallerUntilTheServerNoLongerComplainsOfTooManyAtOnce) {
    GmailDesk desk(noLimit(), {25, 100});
    std::atomic<int> refused{0};
    std::atomic<int> largest{0};
    desk.line.otherwise([&](const net::HttpRequest& request, std::stop_token stop) {
        auto seen = std::make_shared<int>(0);
        return batchServer([&, seen](const InnerCall& call) {
            if (++*seen > 6) {
                ++refused;
                return InnerAnswer{429, refusalJson(429, QStringLiteral("rateLimitExceeded"),
                                                    QStringLiteral("Too many concurrent requests for user"))};
            }
            largest = std::max(largest.load(), *seen);
            return InnerAnswer{200, messageJson(call.id())};
        })(request, stop);
    });
    const auto refs = refsTo(200);
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->found.size(), 200U);
    const int early = refused;
    EXPECT_GT(early, 0);
    EXPECT_GT(desk.client->takeUsage().throttled, 0);
    refused = 0;
    const auto again = desk.client->fetch(refs, {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->found.size(), 200U);
    EXPECT_LE(refused, early / 2) << "what was learnt is kept";
}

TEST(GmailFetch, TakesAFreshTokenOnceWhenTheServerRefusesTheOldOneInsideABatch) {
    GmailDesk desk(noLimit());
    desk.line.otherwise([&](const net::HttpRequest& request, std::stop_token stop) {
        const bool old = std::any_of(request.headers.begin(), request.headers.end(),
                                     [](const auto& header) { return header.second == "Bearer token-0"; });
        return batchServer([&](const InnerCall& call) {
            return old ? InnerAnswer{401, refusalJson(401, QStringLiteral("authError"),
                                                      QStringLiteral("Invalid Credentials"))}
                       : InnerAnswer{200, messageJson(call.id())};
        })(request, stop);
    });
    const auto fetch = desk.client->fetch(refsTo(7), {});
    ASSERT_TRUE(fetch) << qPrintable(fetch.error().detail);
    EXPECT_EQ(fetch->found.size(), 7U);
    EXPECT_EQ(desk.tokens->rejected(), 1);
}

TEST(GmailFetch, AsksForASignInWhenFreshTokensAreRefusedToo) {
    GmailDesk desk(noLimit());
    desk.line.otherwise(batchServer([](const InnerCall&) {
        return InnerAnswer{401, refusalJson(401, QStringLiteral("authError"), QStringLiteral("Invalid Credentials"))};
    }));
    const auto fetch = desk.client->fetch(refsTo(7), {});
    ASSERT_FALSE(fetch);
    EXPECT_EQ(fetch.error().kind, ErrorKind::SignInNeeded);
}

TEST(GmailFetch, KeepsWhatItPaidForWhenTheQuotaIsUsedUpForHours) {
    GmailDesk desk(noLimit());
    std::atomic<int> served{0};
    desk.line.otherwise(batchServer([&](const InnerCall& call) {
        return ++served <= 10 ? InnerAnswer{200, messageJson(call.id())}
                              : InnerAnswer{403, refusalJson(403, QStringLiteral("userRateLimitExceeded"),
                                                             QStringLiteral("User-rate limit exceeded.  Retry after "
                                                                            "2026-05-15T14:00:00.000Z"))};
    }));
    const auto refs = refsTo(40);
    const auto fetch = desk.client->fetch(refs, {});
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->found.size(), 10U);
    EXPECT_EQ(everyId(*fetch).size(), 40);
    EXPECT_EQ(fetch->failed.front().error.kind, ErrorKind::RateLimited);
    ASSERT_TRUE(fetch->failed.front().error.retryAfter);
    EXPECT_GT(*fetch->failed.front().error.retryAfter, std::chrono::minutes{50});
}

TEST(GmailFetch, GoesOnOneByOneWhereAServerDoesNotTakeBatches) {
    GmailDesk desk(noLimit());
    const auto server = batchServer([](const InnerCall& call) { return InnerAnswer{200, messageJson(call.id())}; });
    desk.line.otherwise([server](const net::HttpRequest& request, std::stop_token stop) -> Result<net::HttpResponse> {
        return request.verb == "POST" ? Result<net::HttpResponse>(net::HttpResponse{404, {}, "<html>no</html>"})
                                      : server(request, stop);
    });
    // A page in HTML is trouble on the way, not an answer: it is tried again, then told.
    const auto fetch = desk.client->fetch(refsTo(5), {});
    ASSERT_FALSE(fetch);
    EXPECT_EQ(fetch.error().kind, ErrorKind::Unreachable);
    desk.line.otherwise([server](const net::HttpRequest& request, std::stop_token stop) -> Result<net::HttpResponse> {
        return request.verb == "POST"
                   ? Result<net::HttpResponse>(net::HttpResponse{
                         400, {}, refusalJson(400, QStringLiteral("invalidArgument"), QStringLiteral("Batch"))})
                   : server(request, stop);
    });
    const auto single = desk.client->fetch(refsTo(5), {});
    ASSERT_TRUE(single) << qPrintable(single.error().detail);
    EXPECT_EQ(single->found.size(), 5U);
}

/// What a server and a line can do to one call, by the dice.
InnerAnswer misfortune(std::mt19937& dice, const QString& id) {
    switch (dice() % 16) {
    case 0:
        return {404, refusalJson(404, QStringLiteral("notFound"), QStringLiteral("Requested entity was not found."))};
    case 1:
        return {500, refusalJson(500, QStringLiteral("backendError"), QStringLiteral("Backend Error"))};
    case 2:
        return {429,
                refusalJson(429, QStringLiteral("rateLimitExceeded"), QStringLiteral("Too many concurrent requests"))};
    case 3:
        return {403,
                refusalJson(403, QStringLiteral("userRateLimitExceeded"), QStringLiteral("User-rate limit exceeded."))};
    case 4:
        return {200, messageJson(id), true};
    case 5:
        return {200, messageJson(id), false, true};
    case 6:
        return {200, messageJson(QStringLiteral("another"))};
    case 7:
        return {400,
                refusalJson(400, QStringLiteral("failedPrecondition"), QStringLiteral("Precondition check failed."))};
    case 8:
        return {502, "<html>Bad Gateway</html>"};
    case 9:
        return {400, refusalJson(400, QStringLiteral("invalidArgument"), QStringLiteral("Invalid id value"))};
    default:
        return {200, messageJson(id)};
    }
}

TEST(GmailFetch, AccountsForEveryIdWhateverHappensToWhichCall) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        GmailDesk desk(seed % 2 == 0 ? noLimit() : sources::GmailLimits{});
        auto dice = std::make_shared<std::mt19937>(seed);
        auto mutex = std::make_shared<std::mutex>();
        desk.line.otherwise([=](const net::HttpRequest& request, std::stop_token stop) -> Result<net::HttpResponse> {
            const std::scoped_lock lock(*mutex);
            const auto luck = (*dice)() % 12;
            if (luck == 0) {
                return Error{ErrorKind::Unreachable, QStringLiteral("cut"), {}};
            }
            if (luck == 1) {
                return net::HttpResponse{503, {{"Retry-After", "2"}}, "<html>later</html>"};
            }
            return batchServer([&](const InnerCall& call) { return misfortune(*dice, call.id()); })(request, stop);
        });
        const auto refs = refsTo(60);
        const auto fetch = desk.client->fetch(refs, {});
        if (!fetch) {
            EXPECT_TRUE(fetch.error().kind == ErrorKind::Unreachable || fetch.error().kind == ErrorKind::RateLimited)
                << seed;
            continue;
        }
        EXPECT_EQ(everyId(*fetch).size(), 60) << "seed " << seed;
        EXPECT_EQ(fetch->found.size() + size_t(fetch->gone.size()) + fetch->failed.size(), 60U) << "seed " << seed;
        for (const auto& message : fetch->found) {
            EXPECT_EQ(message.raw, mailBytes(message.ref.id)) << "seed " << seed;
        }
    }
}

TEST(GmailFetch, ComesBackAtOnceWhenStopped) {
    GmailDesk desk(noLimit());
    std::stop_source stop;
    desk.line.otherwise([&](const net::HttpRequest&, std::stop_token) -> Result<net::HttpResponse> {
        stop.request_stop();
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
    });
    const auto fetch = desk.client->fetch(refsTo(60), stop.get_token());
    ASSERT_FALSE(fetch);
    EXPECT_EQ(fetch.error().kind, ErrorKind::Cancelled);
}

}  // namespace
