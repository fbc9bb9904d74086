// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/emulators/gmail_house.h"

namespace kith::emulator {
namespace {

using GmailStrictness = GmailHouse;

TEST_F(GmailStrictness, UnknownParametersAreNamedInTheRefusal) {
    const Answer answer = get(QStringLiteral("messages?maxResult=5"));
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(message(answer),
              QStringLiteral("Invalid JSON payload received. Unknown name \"maxResult\": Cannot bind query "
                             "parameter. Field 'maxResult' could not be found in request message."));
    EXPECT_EQ(object(answer)[u"error"][u"status"].toString(), QStringLiteral("INVALID_ARGUMENT"));
    EXPECT_EQ(get(QStringLiteral("profile?q=x")).status, 400) << "a parameter of another method";
}

TEST_F(GmailStrictness, ValuesMustBeOfTheirType) {
    EXPECT_EQ(message(get(QStringLiteral("messages?maxResults=many"))),
              QStringLiteral("Invalid value at 'max_results' (TYPE_UINT32), \"many\""));
    EXPECT_EQ(get(QStringLiteral("messages?maxResults=-1")).status, 400);
    EXPECT_EQ(get(QStringLiteral("messages?includeSpamTrash=yes")).status, 400);
    EXPECT_EQ(get(QStringLiteral("messages/1234567890abcdef?format=eml")).status, 400);
    EXPECT_EQ(get(QStringLiteral("messages?q=a&q=b")).status, 400) << "not repeated";
    EXPECT_EQ(get(QStringLiteral("messages?alt=proto")).status, 400);
    EXPECT_EQ(get(QStringLiteral("messages?quotaUser=me&key=abc")).status, 200);
}

TEST_F(GmailStrictness, UnknownAndMistypedBodyFieldsAreRefused) {
    const QString path = users + QStringLiteral("labels");
    const Answer unknown = send("POST", path, R"({"name":"A","colour":{}})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(message(unknown),
              QStringLiteral("Invalid JSON payload received. Unknown name \"colour\": Cannot find field."));
    EXPECT_EQ(message(send("POST", path, R"({"name":"A","color":{"text":"#000000"}})")),
              QStringLiteral("Invalid JSON payload received. Unknown name \"text\" at 'color': Cannot find field."));
    EXPECT_EQ(send("POST", path, R"({"name":5})").status, 400);
    EXPECT_EQ(send("POST", path, R"({"name":"A","labelListVisibility":"never"})").status, 400);
    EXPECT_EQ(send("POST", path, R"(["name"])").status, 400);
    EXPECT_EQ(send("POST", path, R"({"name":"A")").status, 400);
    EXPECT_EQ(send("POST", path, "name=A", {{"Content-Type", "application/x-www-form-urlencoded"}}).status, 400);
    EXPECT_EQ(send("GET", path, "{}").status, 400);
    EXPECT_EQ(mara().labels.count(), 14);
}

TEST_F(GmailStrictness, UnknownPathsAndVerbsAreAPageNotJson) {
    for (const QString& path :
         {QStringLiteral("/gmail/v1/users/me/mail"), QStringLiteral("/gmail/v1/users/me"),
          QStringLiteral("/gmail/v2/users/me/profile"), QStringLiteral("/gmail/v1/users/me/messages/")}) {
        const Answer answer = send("GET", path);
        EXPECT_EQ(answer.status, 404) << qPrintable(path);
        EXPECT_TRUE(answer.header("Content-Type").startsWith("text/html"));
    }
    EXPECT_EQ(send("PATCH", users + QStringLiteral("profile")).status, 404);
}

TEST_F(GmailStrictness, AMethodNeedsOneOfItsScopes) {
    scopes = {scope("gmail.readonly")};
    const QString id = phone().deliver(letter("A", "a@x.example"));
    EXPECT_EQ(get(QStringLiteral("messages/") + id).status, 200);
    const Answer answer = post(QStringLiteral("messages/%1/trash").arg(id));
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(reason(answer), QStringLiteral("insufficientPermissions"));
    EXPECT_EQ(message(answer), QStringLiteral("Request had insufficient authentication scopes."));
    EXPECT_EQ(object(answer)[u"error"][u"details"][0][u"reason"].toString(),
              QStringLiteral("ACCESS_TOKEN_SCOPE_INSUFFICIENT"));
    scopes = {scope("gmail.modify")};
    EXPECT_EQ(post(QStringLiteral("messages/%1/trash").arg(id)).status, 200);
    EXPECT_EQ(send("DELETE", users + QStringLiteral("messages/") + id).status, 403)
        << "for good needs the whole mailbox";
}

TEST_F(GmailStrictness, TheMetadataScopeSeesNoBodiesAndSearchesNothing) {
    scopes = {scope("gmail.metadata")};
    const QString id = phone().deliver(letter("A", "a@x.example"));
    EXPECT_EQ(get(QStringLiteral("messages/%1?format=metadata").arg(id)).status, 200);
    EXPECT_EQ(get(QStringLiteral("messages/%1?format=raw").arg(id)).status, 403);
    EXPECT_EQ(get(QStringLiteral("messages/") + id).status, 403);
    EXPECT_EQ(message(get(QStringLiteral("messages?q=a"))),
              QStringLiteral("Metadata scope does not support 'q' parameter"));
}

TEST_F(GmailStrictness, OnlyTheCallersOwnMailboxIsOpen) {
    EXPECT_EQ(send("GET", QStringLiteral("/gmail/v1/users/mara%40fjord.example/profile")).status, 200);
    const Answer other = send("GET", QStringLiteral("/gmail/v1/users/olle%40fjord.example/profile"));
    EXPECT_EQ(other.status, 403);
    EXPECT_EQ(message(other), QStringLiteral("Delegation denied for mara@fjord.example"));
    EXPECT_EQ(send("GET", users + QStringLiteral("profile"), {}, {{"Authorization", "Bearer nobody"}}).status, 401);
}

TEST_F(GmailStrictness, QuotaIsAMovingMinuteAndTellsWhenThereIsRoomAgain) {
    api.setQuota(40, 0);
    const QString id = phone().deliver(letter("A", "a@x.example"));
    const QString path = QStringLiteral("messages/%1?format=minimal").arg(id);
    EXPECT_EQ(get(path).status, 200);
    clock.advance(Millis(10'000));
    EXPECT_EQ(get(path).status, 200);
    const Answer refused = get(path);
    EXPECT_EQ(refused.status, 403);
    EXPECT_TRUE(reason(refused) == u"userRateLimitExceeded" || reason(refused) == u"rateLimitExceeded");
    EXPECT_EQ(message(refused), QStringLiteral("User-rate limit exceeded.  Retry after 2026-09-21T14:14:20.000Z"));
    EXPECT_TRUE(refused.header("Retry-After").isEmpty());
    EXPECT_EQ(api.report().units, 0) << "a refused call costs nothing";
    clock.advance(Millis(49'999));
    EXPECT_EQ(get(path).status, 403);
    clock.advance(Millis(1));
    EXPECT_EQ(get(path).status, 200);
    EXPECT_EQ(get(path).status, 403);
}

TEST_F(GmailStrictness, TheOldTableCountsLessForAGet) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    get(QStringLiteral("messages/") + id);
    EXPECT_EQ(api.report().units, 20);
    EXPECT_EQ(api.report().method, QStringLiteral("messages.get"));
    api.setUnitTable(UnitTable::Legacy);
    get(QStringLiteral("messages/") + id);
    EXPECT_EQ(api.report().units, 5);
}

TEST_F(GmailStrictness, CallsThatStillRunCountAgainstTheCeiling) {
    api.setQuota(0, 2);
    api.options().callTime = Millis(500);
    EXPECT_EQ(get(QStringLiteral("profile")).status, 200);
    EXPECT_EQ(get(QStringLiteral("profile")).status, 200);
    EXPECT_EQ(get(QStringLiteral("profile")).status, 429);
    clock.advance(Millis(500));
    EXPECT_EQ(get(QStringLiteral("profile")).status, 200);
}

TEST_F(GmailStrictness, TheNewerErrorFormatLeavesOutTheOldList) {
    EXPECT_TRUE(object(get(QStringLiteral("labels/none?$.xgafv=1")))[u"error"].toObject().contains(u"errors"));
    EXPECT_FALSE(object(get(QStringLiteral("labels/none?$.xgafv=2")))[u"error"].toObject().contains(u"errors"));
}

}  // namespace
}  // namespace kith::emulator
