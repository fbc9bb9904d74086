// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What Gmail's refusals mean, and batches as they come over the wire, whole and broken.
#include "core/sources/gmail_batch.h"
#include "core/sources/gmail_errors.h"
#include "core/sources/gmail_json.h"
#include "core/sources/gmail_palette.h"
#include "tests/unit/sources/gmail_desk.h"

namespace {

using namespace kith;
using namespace kith::testing;
using sources::Refusal;

constexpr Millis now{1'778'846'400'000};  // 15 May 2026, 12:00 UTC

sources::GmailRefusal refusal(int status, const QString& reason, const QString& message) {
    return sources::refusalOf({status, {}, refusalJson(status, reason, message)}, now);
}

TEST(GmailErrors, AreToldApartByReasonAndNotByNumber) {
    const auto kind = [](int status, const char* reason, const char* message) {
        return refusal(status, QLatin1String(reason), QLatin1String(message)).kind;
    };
    EXPECT_EQ(kind(403, "userRateLimitExceeded", "User-rate limit exceeded."), Refusal::UserRate);
    EXPECT_EQ(kind(429, "userRateLimitExceeded", "User-rate limit exceeded."), Refusal::UserRate);
    EXPECT_EQ(kind(403, "rateLimitExceeded", "Quota exceeded for quota metric 'Queries'"), Refusal::ProjectRate);
    EXPECT_EQ(kind(429, "rateLimitExceeded", "Too many concurrent requests for user"), Refusal::Concurrency);
    EXPECT_EQ(kind(403, "dailyLimitExceeded", "Daily Limit Exceeded"), Refusal::DailyLimit);
    EXPECT_EQ(kind(403, "insufficientPermissions", "Insufficient Permission"), Refusal::ScopeMissing);
    EXPECT_EQ(kind(403, "domainPolicy", "The domain administrators have disabled Gmail apps."), Refusal::Denied);
    EXPECT_EQ(kind(401, "authError", "Invalid Credentials"), Refusal::TokenRefused);
    EXPECT_EQ(kind(404, "notFound", "Requested entity was not found."), Refusal::Gone);
    EXPECT_EQ(kind(409, "aborted", "Label name exists or conflicts"), Refusal::Conflict);
    EXPECT_EQ(kind(409, "duplicate", "Label name exists or conflicts"), Refusal::Conflict);
    EXPECT_EQ(kind(400, "failedPrecondition", "Precondition check failed."), Refusal::Precondition);
    EXPECT_EQ(kind(400, "failedPrecondition", "Mail service not enabled"), Refusal::Denied);
    EXPECT_EQ(kind(400, "invalidArgument", "Invalid id value"), Refusal::Rejected);
    EXPECT_EQ(kind(500, "backendError", "Backend Error"), Refusal::ServerTrouble);
    EXPECT_EQ(kind(503, "backendError", "The service is currently unavailable."), Refusal::ServerTrouble);
    EXPECT_EQ(kind(429, "userRateLimitExceeded", "User-rate limit exceeded.  Retry after x (Mail sending)"),
              Refusal::SendingLimit);
}

TEST(GmailErrors, WorkWithoutTheListOfReasonsAndWithoutJson) {
    const QByteArray modern =
        R"({"error":{"code":403,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED","details":[{"reason":"RATE_LIMIT_EXCEEDED","metadata":{"quota_limit_value":"1200"}}]}})";
    const auto told = sources::refusalOf({403, {}, modern}, now);
    EXPECT_TRUE(sources::isRate(told.kind));
    EXPECT_EQ(told.toldLimit, 1200);
    EXPECT_EQ(sources::refusalOf({502, {}, "<html><body>Bad Gateway</body></html>"}, now).kind, Refusal::ServerTrouble);
    EXPECT_EQ(sources::refusalOf({429, {}, {}}, now).kind, Refusal::UserRate);
    EXPECT_EQ(sources::refusalOf({404, {}, "<html>captive portal</html>"}, now).kind, Refusal::ServerTrouble);
    EXPECT_EQ(sources::refusalOf({403, {}, "<html>no</html>"}, now).kind, Refusal::Denied);
    EXPECT_EQ(sources::refusalOf({204, {}, {}}, now).kind, Refusal::None);
}

TEST(GmailErrors, KnowWhenToComeBackFromTheTextAndFromTheHeader) {
    const auto text = refusal(403, QStringLiteral("userRateLimitExceeded"),
                              QStringLiteral("User-rate limit exceeded.  Retry after 2026-05-15T12:00:30.000Z"));
    ASSERT_TRUE(text.retryAfter);
    EXPECT_EQ(*text.retryAfter, std::chrono::seconds{30});
    const auto header = sources::refusalOf({503, {{"retry-after", "17"}}, {}}, now);
    ASSERT_TRUE(header.retryAfter);
    EXPECT_EQ(*header.retryAfter, std::chrono::seconds{17});
    const auto daily = refusal(403, QStringLiteral("dailyLimitExceeded"), QStringLiteral("Daily Limit Exceeded"));
    EXPECT_EQ(*sources::errorOf(daily, now).retryAfter, std::chrono::hours{20}) << "midnight on the Pacific coast";
}

TEST(GmailBatch, WritesPathsOnlyAndNumbersItsCalls) {
    const std::vector<sources::BatchCall> calls{{"GET", "/gmail/v1/users/me/messages/a?format=raw", {}},
                                                {"POST", "/gmail/v1/users/me/messages/b/modify", "{}"}};
    const auto body = sources::writeBatch(calls, "kith_batch_abc");
    EXPECT_EQ(body.contentType, "multipart/mixed; boundary=kith_batch_abc");
    EXPECT_EQ(body.bytes, "--kith_batch_abc\r\nContent-Type: application/http\r\nContent-ID: <kith-0>\r\n\r\n"
                          "GET /gmail/v1/users/me/messages/a?format=raw HTTP/1.1\r\n\r\n\r\n"
                          "--kith_batch_abc\r\nContent-Type: application/http\r\nContent-ID: <kith-1>\r\n\r\n"
                          "POST /gmail/v1/users/me/messages/b/modify HTTP/1.1\r\nContent-Type: application/json\r\n"
                          "Content-Length: 2\r\n\r\n{}\r\n--kith_batch_abc--\r\n");
}

QByteArray batchPart(const QByteArray& id, const QByteArray& inner) {
    return "--b\r\nContent-Type: application/http\r\nContent-ID: <response-" + id + ">\r\n\r\n" + inner + "\r\n";
}

TEST(GmailBatch, ReadsAnswersInAnyOrderAndLeavesOutWhatIsNotWhole) {
    const QByteArray body = batchPart("kith-2", "HTTP/1.1 404 Not Found\r\n\r\n{\"error\":{}}") +
                            batchPart("kith-0", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") +
                            batchPart("kith-1", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"id\":") +
                            batchPart("kith-3", "HTTP/1.1 204 No Content\r\n\r\n") +
                            batchPart("kith-9", "HTTP/1.1 200 OK\r\n\r\n{}") +
                            batchPart("strange", "HTTP/1.1 200 OK\r\n\r\n{}") + "--b--\r\n";
    const auto read = sources::readBatch({200, {{"content-type", "multipart/mixed; boundary=b"}}, body}, 5);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 5U);
    ASSERT_TRUE(read->at(0));
    EXPECT_EQ(read->at(0)->body, "{}");
    EXPECT_FALSE(read->at(1));
    ASSERT_TRUE(read->at(2));
    EXPECT_EQ(read->at(2)->status, 404);
    ASSERT_TRUE(read->at(3));
    EXPECT_EQ(read->at(3)->status, 204);
    EXPECT_FALSE(read->at(4));
}

TEST(GmailBatch, CutOffAnywhereNeverGivesAPartThatIsNotWhole) {
    const QByteArray whole = batchPart("kith-0", "HTTP/1.1 200 OK\r\n\r\n{\"a\":1}") +
                             batchPart("kith-1", "HTTP/1.1 200 OK\r\n\r\n{\"b\":2}") + "--b--\r\n";
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const auto read =
            sources::readBatch({200, {{"Content-Type", "multipart/mixed; boundary=\"b\""}}, whole.left(size)}, 2);
        ASSERT_TRUE(read);
        EXPECT_TRUE(!read->at(0) || read->at(0)->body == "{\"a\":1}") << size;
        EXPECT_TRUE(!read->at(1) || read->at(1)->body == "{\"b\":2}") << size;
    }
    EXPECT_FALSE(sources::readBatch({200, {{"Content-Type", "text/html"}}, "<html>"}, 2));
}

TEST(GmailBatch, TimesInAPartAreMeantByTheClockOfTheServer) {
    const QByteArray error = refusalJson(403, QStringLiteral("userRateLimitExceeded"),
                                         QStringLiteral("Limit exceeded.  Retry after 2026-09-11T20:00:30.000Z"));
    const QByteArray body =
        batchPart("kith-0", "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n" + error) + "--b--\r\n";
    const auto read = sources::readBatch(
        {200, {{"Content-Type", "multipart/mixed; boundary=b"}, {"Date", "Fri, 11 Sep 2026 20:00:00 GMT"}}, body}, 1);
    ASSERT_TRUE(read && read->front());
    const Millis hoursBehind{1'789'140'000'000};
    EXPECT_EQ(sources::refusalOf(*read->front(), hoursBehind).retryAfter, Millis{30'000});
}

TEST(GmailJson, TakesBase64UrlWithAndWithoutPaddingAndNothingElse) {
    for (const char* text : {"-_8", "-_8=", "+/8="}) {
        const auto bytes = sources::fromBase64Url(QLatin1String(text), QStringLiteral("raw"));
        ASSERT_TRUE(bytes) << text;
        EXPECT_EQ(*bytes, QByteArray("\xfb\xff", 2));
    }
    const auto wrong = sources::fromBase64Url(QStringLiteral("a b*"), QStringLiteral("raw"));
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().detail.contains(QStringLiteral("raw")));
}

TEST(GmailJson, ReadsHistoryNumbersBeyondSignedAndRefusesOthers) {
    const auto number = [](const QJsonValue& value) {
        return sources::unsignedNumber({{QStringLiteral("historyId"), value}}, QStringLiteral("historyId"));
    };
    EXPECT_EQ(*number(QStringLiteral("18446744073709551615")), 18446744073709551615ULL);
    EXPECT_EQ(*number(4711), 4711U);
    EXPECT_FALSE(number(QStringLiteral("-3")));
    EXPECT_FALSE(number(-3));
    EXPECT_FALSE(number(QStringLiteral("12x")));
    EXPECT_FALSE(number(QJsonValue()));
}

TEST(GmailJson, ReadsAllFourListsOfHistoryOnceAndInOrder) {
    const QByteArray body = R"({"historyId":"900","nextPageToken":"n","history":[
      {"id":"30","messages":[{"id":"a","threadId":"t"}],"labelsRemoved":[{"message":{"id":"a","threadId":"t"},"labelIds":["UNREAD"]}]},
      {"id":"20","messages":[{"id":"a","threadId":"t"}],
       "labelsAdded":[{"message":{"id":"a","threadId":"t","labelIds":["INBOX","STARRED"]},"labelIds":["STARRED"]}],
       "messagesAdded":[{"message":{"id":"a","threadId":"t","labelIds":["INBOX"]}},{"message":{"id":"a","threadId":"t","labelIds":["INBOX"]}}]},
      {"id":"30","labelsRemoved":[{"message":{"id":"a","threadId":"t"},"labelIds":["UNREAD"]}]},
      {"id":"40","messagesDeleted":[{"message":{"id":"b","threadId":"t"}}]}]})";
    const auto page = sources::readHistory(body);
    ASSERT_TRUE(page) << qPrintable(page.error().detail);
    EXPECT_EQ(page->historyId, 900U);
    EXPECT_EQ(page->nextPage, QStringLiteral("n"));
    ASSERT_EQ(page->steps.size(), 4U);
    EXPECT_EQ(page->steps[0].kind, mail::HistoryKind::MessageAdded);
    EXPECT_TRUE(page->steps[0].toldAfter);
    EXPECT_EQ(page->steps[1].kind, mail::HistoryKind::LabelsAdded);
    EXPECT_EQ(page->steps[1].after, (QStringList{QStringLiteral("INBOX"), QStringLiteral("STARRED")}));
    EXPECT_EQ(page->steps[2].kind, mail::HistoryKind::LabelsRemoved);
    EXPECT_FALSE(page->steps[2].toldAfter);
    EXPECT_EQ(page->steps[3].kind, mail::HistoryKind::MessageDeleted);
}

TEST(GmailJson, NamesTheFieldThatMeansNothing) {
    EXPECT_TRUE(sources::readPage(R"({"messages":[{"threadId":"t"}]})")
                    .error()
                    .detail.contains(QStringLiteral("messages[].id")));
    EXPECT_TRUE(sources::readPage(R"({"messages":7})").error().detail.contains(QStringLiteral("messages")));
    EXPECT_TRUE(sources::readHistory(R"({"history":[]})").error().detail.contains(QStringLiteral("historyId")));
    EXPECT_TRUE(sources::readProfile(R"({"emailAddress":"","historyId":"1"})")
                    .error()
                    .detail.contains(QStringLiteral("emailAddress")));
    EXPECT_EQ(sources::readLabels("<html>").error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(sources::readPage("{}").value().refs.empty()) << "absent lists are empty ones";
    EXPECT_TRUE(sources::readHistory(R"({"historyId":"5"})").value().steps.empty());
    EXPECT_TRUE(sources::readLabels("{}").value().empty());
}

TEST(GmailPalette, ChoosesTheNearestOfTheColoursThatGmailAllows) {
    EXPECT_EQ(sources::nearestGmailColour(QStringLiteral("#FB4C2F")), QStringLiteral("#fb4c2f"));
    EXPECT_EQ(sources::nearestGmailColour(QStringLiteral("#010203")), QStringLiteral("#000000"));
    EXPECT_EQ(sources::nearestGmailColour(QStringLiteral("#4a86e9")), QStringLiteral("#4a86e8"));
    EXPECT_TRUE(sources::nearestGmailColour(QStringLiteral("red")).isEmpty());
    EXPECT_TRUE(sources::nearestGmailColour({}).isEmpty());
    EXPECT_EQ(sources::readableGmailColour(QStringLiteral("#822111")), QStringLiteral("#ffffff"));
    EXPECT_EQ(sources::readableGmailColour(QStringLiteral("#fad165")), QStringLiteral("#000000"));
}

}  // namespace
