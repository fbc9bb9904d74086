// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One call at a time: what is asked, what is tried again, and what the answers become.
#include "tests/unit/sources/gmail_desk.h"

#include <QUrlQuery>

namespace {

using namespace kith;
using namespace kith::testing;

QUrlQuery queryOf(const net::HttpRequest& request) {
    return QUrlQuery(request.url);
}

void refuse(GmailDesk& desk, int status, const char* reason, const char* message) {
    desk.line.answer(status, refusalJson(status, QLatin1String(reason), QLatin1String(message)));
}

TEST(GmailClient, AsksWithATokenAndAnAgentThatTakesGzip) {
    GmailDesk desk;
    desk.line.answer(200,
                     R"({"emailAddress":"ada@north.example","messagesTotal":12,"threadsTotal":5,"historyId":"99"})");
    const auto profile = desk.client->profile({});
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->address, QStringLiteral("ada@north.example"));
    EXPECT_EQ(profile->historyId, 99U);
    EXPECT_EQ(profile->messagesTotal, 12);
    const auto request = desk.line.requests().front();
    EXPECT_EQ(request.url.toString(), QStringLiteral("https://gmail.example/gmail/v1/users/me/profile"));
    const auto header = [&](const char* name) { return net::HttpResponse{0, request.headers, {}}.header(name); };
    EXPECT_EQ(header("Authorization"), "Bearer token-0");
    EXPECT_TRUE(header("User-Agent").contains("gzip"));
    EXPECT_EQ(desk.client->takeUsage().quotaUnits, 1);
}

TEST(GmailClient, ListsEverythingSpamAndTrashTooFiveHundredAPage) {
    GmailDesk desk;
    desk.line.answer(200,
                     R"({"messages":[{"id":"b","threadId":"t"},{"id":"a","threadId":"t"}],"nextPageToken":"p+/=2"})");
    desk.line.answer(200, R"({"resultSizeEstimate":0})");
    const auto first = desk.client->list({}, {});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->refs.size(), 2U);
    const auto second = desk.client->list(first->nextPage, {});
    ASSERT_TRUE(second);
    EXPECT_TRUE(second->refs.empty());
    EXPECT_TRUE(second->nextPage.isEmpty());
    const auto requests = desk.line.requests();
    EXPECT_EQ(queryOf(requests[0]).queryItemValue(QStringLiteral("maxResults")), QStringLiteral("500"));
    EXPECT_EQ(queryOf(requests[0]).queryItemValue(QStringLiteral("includeSpamTrash")), QStringLiteral("true"));
    EXPECT_TRUE(requests[1].url.toEncoded().contains("pageToken=p%2B%2F%3D2"))
        << requests[1].url.toEncoded().constData();
}

TEST(GmailClient, TriesAgainAfterTroubleOnTheLineAndCountsIt) {
    GmailDesk desk;
    desk.line.fail(ErrorKind::Unreachable);
    desk.line.answer(502, "<html>Bad Gateway</html>");
    refuse(desk, 503, "backendError", "The service is currently unavailable.");
    desk.line.answer(
        200,
        R"({"labels":[{"id":"INBOX","name":"INBOX","type":"system"},{"id":"Label_1","name":"Kith/A","type":"user","color":{"backgroundColor":"#fb4c2f","textColor":"#ffffff"}}]})");
    const auto labels = desk.client->labels({});
    ASSERT_TRUE(labels);
    ASSERT_EQ(labels->size(), 2U);
    EXPECT_TRUE(labels->at(0).system);
    EXPECT_EQ(labels->at(1).background, QStringLiteral("#fb4c2f"));
    const auto usage = desk.client->takeUsage();
    EXPECT_EQ(usage.requests, 4);
    EXPECT_EQ(usage.retries, 3);
    EXPECT_EQ(usage.throttled, 0);
    EXPECT_EQ(desk.client->takeUsage().requests, 0);
}

TEST(GmailClient, WaitsAsLongAsGmailAsksAndSaysThatItWasThrottled) {
    GmailDesk desk;
    refuse(desk, 403, "userRateLimitExceeded", "User-rate limit exceeded.  Retry after 2026-05-15T12:00:20.000Z");
    desk.line.answer(200, R"({"historyId":"7"})");
    const Millis before = desk.clock.now();
    ASSERT_TRUE(desk.client->history(5, {}, {}));
    EXPECT_GE(desk.clock.now() - before, std::chrono::seconds{20});
    EXPECT_LE(desk.clock.now() - before, std::chrono::seconds{22});
    const auto usage = desk.client->takeUsage();
    EXPECT_EQ(usage.throttled, 1);
    EXPECT_EQ(usage.quotaUnits, 2) << "what was refused is not counted";
}

TEST(GmailClient, GivesUpWithATimeWhenGmailWantsToBeLeftAloneForLong) {
    GmailDesk desk;
    refuse(desk, 403, "userRateLimitExceeded", "User-rate limit exceeded.  Retry after 2026-05-15T12:40:00.000Z");
    const auto history = desk.client->history(5, {}, {});
    ASSERT_FALSE(history);
    EXPECT_EQ(history.error().kind, ErrorKind::RateLimited);
    ASSERT_TRUE(history.error().retryAfter);
    EXPECT_GE(*history.error().retryAfter, std::chrono::minutes{39});
}

TEST(GmailClient, NeverRepeatsWhatIsWrongOrForbidden) {
    GmailDesk desk;
    refuse(desk, 403, "insufficientPermissions", "Insufficient Permission");
    const auto denied = desk.client->labels({});
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().kind, ErrorKind::Denied);
    EXPECT_FALSE(denied.error().hint.isEmpty());
    refuse(desk, 400, "invalidArgument", "Invalid label name");
    EXPECT_EQ(desk.client->createLabel({{}, QStringLiteral("INBOX"), false, {}, {}}, {}).error().kind,
              ErrorKind::Failed);
    EXPECT_EQ(desk.line.requests().size(), 2U);
}

TEST(GmailClient, AsksForASignInWhenAFreshTokenIsRefusedToo) {
    GmailDesk desk;
    refuse(desk, 401, "authError", "Invalid Credentials");
    refuse(desk, 401, "authError", "Invalid Credentials");
    EXPECT_EQ(desk.client->labels({}).error().kind, ErrorKind::SignInNeeded);
    EXPECT_EQ(desk.tokens->rejected(), 2);
}

TEST(GmailClient, CallsAHistoryThatIsTooOldOrStrangeNotFoundAndAStrangePageNot) {
    GmailDesk desk;
    refuse(desk, 404, "notFound", "Requested entity was not found.");
    EXPECT_EQ(desk.client->history(1, {}, {}).error().kind, ErrorKind::NotFound);
    refuse(desk, 400, "invalidArgument", "Invalid startHistoryId");
    EXPECT_EQ(desk.client->history(~0ULL, {}, {}).error().kind, ErrorKind::NotFound);
    refuse(desk, 400, "invalidArgument", "Invalid pageToken");
    EXPECT_EQ(desk.client->history(1, QStringLiteral("x"), {}).error().kind, ErrorKind::Failed);
}

TEST(GmailClient, MakesLabelsInColoursOfThePaletteAndSaysWhereOneExists) {
    GmailDesk desk;
    desk.line.answer(200, R"({"id":"Label_7","name":"Priority/Critical","type":"user"})");
    const auto label =
        desk.client->createLabel({{}, QStringLiteral("Priority/Critical"), false, QStringLiteral("#cc3a20"), {}}, {});
    ASSERT_TRUE(label);
    EXPECT_EQ(label->id, QStringLiteral("Label_7"));
    const QJsonObject sent = QJsonDocument::fromJson(desk.line.requests().front().body).object();
    EXPECT_EQ(sent.value(u"color").toObject().value(u"backgroundColor").toString(), QStringLiteral("#cc3a21"));
    EXPECT_EQ(sent.value(u"color").toObject().value(u"textColor").toString(), QStringLiteral("#ffffff"));
    refuse(desk, 409, "aborted", "Label name exists or conflicts");
    EXPECT_EQ(desk.client->createLabel({{}, QStringLiteral("priority/critical"), false, {}, {}}, {}).error().kind,
              ErrorKind::Conflict);
}

TEST(GmailClient, ChangesOneMessageAloneAndSaysWhenItIsGone) {
    GmailDesk desk;
    desk.line.answer(200, R"({"id":"a"})");
    const QString one = QStringLiteral("a");
    const mail::LabelEdit edit{{QStringLiteral("STARRED")}, {QStringLiteral("INBOX")}};
    ASSERT_TRUE(desk.client->modify({&one, 1}, edit, {}));
    const auto request = desk.line.requests().front();
    EXPECT_EQ(request.url.path(), QStringLiteral("/gmail/v1/users/me/messages/a/modify"));
    EXPECT_EQ(request.body, R"({"addLabelIds":["STARRED"],"removeLabelIds":["INBOX"]})");
    EXPECT_EQ(desk.client->takeUsage().quotaUnits, 5);
    refuse(desk, 404, "notFound", "Requested entity was not found.");
    EXPECT_EQ(desk.client->modify({&one, 1}, edit, {}).error().kind, ErrorKind::NotFound);
}

TEST(GmailClient, ChangesSomeInOneBatchWithoutAWordAboutThoseThatAreGone) {
    GmailDesk desk;
    desk.line.answerWith(batchServer([](const InnerCall& call) {
        return call.target.contains("/b/")
                   ? InnerAnswer{404, refusalJson(404, QStringLiteral("notFound"), QStringLiteral("gone"))}
                   : InnerAnswer{200, R"({"id":"x"})"};
    }));
    const QStringList ids{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    ASSERT_TRUE(desk.client->modify({ids.constData(), 3}, {{QStringLiteral("STARRED")}, {}}, {}));
    const auto usage = desk.client->takeUsage();
    EXPECT_EQ(usage.requests, 1);
    EXPECT_EQ(usage.quotaUnits, 15);
}

TEST(GmailClient, ChangesManyTogetherAThousandAtATime) {
    GmailDesk desk;
    desk.line.answer(204);
    desk.line.answer(204);
    QStringList ids;
    for (int i = 0; i < 1200; ++i) {
        ids.append(QString::number(i, 16));
    }
    ASSERT_TRUE(desk.client->modify({ids.constData(), size_t(ids.size())}, {{}, {QStringLiteral("UNREAD")}}, {}));
    const auto requests = desk.line.requests();
    EXPECT_EQ(QJsonDocument::fromJson(requests[0].body).object().value(u"ids").toArray().size(), 1000);
    EXPECT_EQ(QJsonDocument::fromJson(requests[1].body).object().value(u"ids").toArray().size(), 200);
    EXPECT_EQ(desk.client->takeUsage().quotaUnits, 100);
}

TEST(GmailClient, HasNoAliasesWhereTheScopeDoesNotAllowThem) {
    GmailDesk desk;
    refuse(desk, 403, "insufficientPermissions", "Insufficient Permission");
    const auto none = desk.client->aliases({});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->empty());
    desk.line.answer(
        200,
        R"({"sendAs":[{"sendAsEmail":"ada@north.example","displayName":"Ada","signature":"<b>A</b>","isDefault":true,"isPrimary":true},{"sendAsEmail":"new@north.example","verificationStatus":"pending"}]})");
    const auto aliases = desk.client->aliases({});
    ASSERT_TRUE(aliases);
    ASSERT_EQ(aliases->size(), 1U);
    EXPECT_EQ(aliases->at(0).signatureHtml, QStringLiteral("<b>A</b>"));
    EXPECT_TRUE(aliases->at(0).isDefault);
}

}  // namespace
