// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who becomes a contact, and whose repeated ending is their signature.
#include "core/people/person_rules.h"
#include "core/people/signature_vote.h"

#include <gtest/gtest.h>

using namespace kith;
using people::Dealings;
using people::personDecision;
using people::PersonRules;

namespace {

Address anna() {
    return {QStringLiteral("Anna Berg"), QStringLiteral("anna.berg@nordlicht.example")};
}

TEST(PersonRule, WhoWasWrittenToOrAnsweredBecomesAContact) {
    Dealings written;
    written.ownerWrote = 1;
    Dealings answered;
    answered.ownerAnswered = 1;
    EXPECT_EQ(personDecision(anna(), written).reason, QStringLiteral("owner-wrote"));
    EXPECT_TRUE(personDecision(anna(), written).becomesContact);
    EXPECT_EQ(personDecision(anna(), answered).reason, QStringLiteral("was-answered"));
    EXPECT_FALSE(personDecision(anna(), {}).becomesContact);
    EXPECT_EQ(personDecision(anna(), {}).reason, QStringLiteral("no-dealings"));
}

TEST(PersonRule, MachinesListsAndBulkDoNot) {
    Dealings written;
    written.ownerWrote = 3;
    for (const char* address :
         {"noreply@shop.example", "no-reply@shop.example", "do_not_reply@shop.example", "bounces+12@shop.example"}) {
        EXPECT_EQ(personDecision({{}, QLatin1String(address)}, written).reason, QStringLiteral("no-reply")) << address;
    }
    EXPECT_EQ(personDecision({{}, QStringLiteral("mailer-daemon@shop.example")}, written).reason,
              QStringLiteral("bounce"));
    Dealings list;
    list.mattered = 1;
    list.bulk.listId = QStringLiteral("talk.example");
    EXPECT_EQ(personDecision(anna(), list).reason, QStringLiteral("list"));
    Dealings bulk;
    bulk.mattered = 1;
    bulk.bulk.listUnsubscribe = QStringLiteral("<https://shop.example/u>");
    EXPECT_EQ(personDecision(anna(), bulk).reason, QStringLiteral("bulk"));
    Dealings automatic;
    automatic.mattered = 1;
    automatic.subject = QStringLiteral("Réponse automatique : congés");
    EXPECT_EQ(personDecision(anna(), automatic).reason, QStringLiteral("auto-reply"));
    EXPECT_EQ(personDecision({{}, QStringLiteral("info@shop.example")}, written).reason,
              QStringLiteral("role-address"));
}

TEST(PersonRule, TwoLettersOfAPersonAreEnoughWhereTheOwnerWantsThat) {
    Dealings two;
    two.received = 2;
    PersonRules rules;
    EXPECT_EQ(personDecision(anna(), two, rules).reason, QStringLiteral("no-dealings"));
    rules.wroteTwice = true;
    EXPECT_EQ(personDecision(anna(), two, rules).reason, QStringLiteral("wrote-twice"));
    two.bulk.listUnsubscribe = QStringLiteral("<https://shop.example/u>");
    EXPECT_EQ(personDecision(anna(), two, rules).reason, QStringLiteral("bulk"));
    rules.growing = false;
    EXPECT_EQ(personDecision(anna(), two, rules).reason, QStringLiteral("off"));
}

TEST(PersonRule, TheOwnerAdjustsIt) {
    Dealings written;
    written.ownerWrote = 1;
    PersonRules rules;
    rules.roleAddresses = true;
    EXPECT_TRUE(personDecision({{}, QStringLiteral("info@shop.example")}, written, rules).becomesContact);
    rules.enough = 2;
    EXPECT_FALSE(personDecision(anna(), written, rules).becomesContact);
    rules.always = {QStringLiteral("nordlicht.example")};
    EXPECT_EQ(personDecision(anna(), {}, rules).reason, QStringLiteral("always"));
    rules.never = {QStringLiteral("anna.berg@nordlicht.example")};
    EXPECT_EQ(personDecision(anna(), written, rules).reason, QStringLiteral("never"));
    rules.ownAddresses = {QStringLiteral("Anna.Berg@nordlicht.example")};
    EXPECT_EQ(personDecision(anna(), written, rules).reason, QStringLiteral("own-address"));
}

const QString annasCard = QStringLiteral("Anna Berg\nNordlicht GmbH\nT +49 30 23125 014\n");

TEST(SignatureVote, TheBlockThatEndsSeveralMessagesIsTheSignature) {
    const auto voted =
        people::votedSignature({QStringLiteral("Hello 🎉,\nsee you on Monday.\n\n") + annasCard,
                                QStringLiteral("No, thanks.\n\n") + annasCard, QStringLiteral("Fine!\n")});
    ASSERT_TRUE(voted.has_value());
    EXPECT_EQ(voted->lines, (QStringList{QStringLiteral("Anna Berg"), QStringLiteral("Nordlicht GmbH"),
                                         QStringLiteral("T +49 30 23125 014")}));
    EXPECT_EQ(voted->votes, 2);
    ASSERT_EQ(voted->places.size(), 2U);
    EXPECT_EQ(voted->places[0].start, 29);
    EXPECT_EQ(voted->places[0].end, 29 + int(annasCard.size()) - 1);
    EXPECT_EQ(voted->places[1].text, 1);
}

TEST(SignatureVote, TheSameMailTwiceDoesNotVoteForItself) {
    const QString mail = QStringLiteral("Hello,\nsee you on Monday.\n\n") + annasCard;
    EXPECT_FALSE(people::votedSignature({mail, mail}).has_value());
}

TEST(SignatureVote, AClosingWordAloneIsNoSignature) {
    EXPECT_FALSE(
        people::votedSignature({QStringLiteral("One.\nThanks\n"), QStringLiteral("Two.\nThanks\n")}).has_value());
    EXPECT_FALSE(people::votedSignature({}).has_value());
    EXPECT_FALSE(people::votedSignature({QString(), QString()}).has_value());
}

}  // namespace
