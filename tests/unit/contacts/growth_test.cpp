// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contacts that grow out of a mailbox by themselves, what their letters say of them, and what goes when the mail goes.
#include "core/service/contact_book.h"
#include "core/service/contact_duplicates.h"
#include "core/service/contact_export.h"
#include "core/service/contact_growth.h"
#include "core/service/mail_actions.h"
#include "tests/unit/service/service_house.h"

#include <QBuffer>
#include <QJsonArray>

using namespace kith;
using namespace kith::service;
using kith::testing::aLetter;
using kith::testing::good;

namespace {

constexpr auto kMara = "Mara Lindqvist <mara@fjordlight.example>";

class ContactGrowth : public kith::testing::ServiceHouse {
protected:
    QByteArray mailbox() {
        QByteArray all;
        for (int i = 1; i <= 3; ++i) {
            const QByteArray id = "a" + QByteArray::number(i) + "@caldervoss.example";
            all += aLetter()
                       .id(id)
                       .day(i)
                       .subject("Order " + QByteArray::number(i))
                       .body("Hi Mara,\n\nabout order " + QByteArray::number(i) +
                             ".\n\nBest,\nAna\n\nAna Ruiz\nHead of Lab Operations\nCalder & Voss GmbH\n"
                             "T +34 910 555 041\n")
                       .mbox();
            all += aLetter()
                       .from(kMara)
                       .to("Ana Ruiz <ana@caldervoss.example>")
                       .labels("Sent")
                       .day(i, 12)
                       .id("m" + QByteArray::number(i) + "@fjordlight.example")
                       .answers(id)
                       .subject("Re: Order " + QByteArray::number(i))
                       .body("Thanks Ana.\n")
                       .mbox();
        }
        all += aLetter()
                   .from(kMara)
                   .to("Bo Lind <bo@lind.example>")
                   .labels("Sent")
                   .day(4)
                   .id("m9@fjordlight.example")
                   .subject("A visit")
                   .body("Dear Bo, may I visit?\n")
                   .mbox();
        all += aLetter()
                   .from("News <news@papers.example>")
                   .id("n1@papers.example")
                   .day(5)
                   .header("List-Id: <news.papers.example>")
                   .header("List-Unsubscribe: <mailto:off@papers.example>")
                   .subject("Issue 7")
                   .body("All the news.\n")
                   .mbox();
        all += aLetter()
                   .from("Shop <noreply@shop.example>")
                   .id("s1@shop.example")
                   .day(5)
                   .subject("Your parcel")
                   .body("It is on its way.\n")
                   .mbox();
        all += aLetter()
                   .from("Carl Quoted <carl@other.example>")
                   .id("c1@other.example")
                   .day(6)
                   .subject("FYI")
                   .body("For your information.\n")
                   .mbox();
        return all;
    }
    std::optional<ContactId> who(const char* address) {
        const auto id = ContactBook(*cellar).find({QStringLiteral("email"), QString::fromLatin1(address)});
        return id && *id ? std::optional(*id) : std::nullopt;
    }
};

}  // namespace

TEST_F(ContactGrowth, WhomTheOwnerWroteToOrAnsweredBecomesAContactAndOthersDoNot) {
    take(file("mail.mbox", mailbox()));
    EXPECT_TRUE(who("ana@caldervoss.example"));
    EXPECT_TRUE(who("bo@lind.example"));
    for (const char* nobody : {"news@papers.example", "noreply@shop.example", "mara@fjordlight.example"}) {
        EXPECT_FALSE(who(nobody)) << nobody;
    }
}

TEST_F(ContactGrowth, ACardSaysWhereEachOfItsValuesStands) {
    take(file("mail.mbox", mailbox()));
    const auto card = ContactBook(*cellar).card(*who("ana@caldervoss.example"));
    ASSERT_TRUE(good(card));
    EXPECT_EQ(card->name, QStringLiteral("Ana Ruiz"));
    EXPECT_EQ(card->value(QStringLiteral("phone")), QStringLiteral("+34 910 555 041"));
    EXPECT_EQ(card->value(QStringLiteral("company")), QStringLiteral("Calder & Voss GmbH"));
    int spans = 0;
    for (const storage::Observation& one : card->observations) {
        if (one.message && one.start >= 0) {
            const auto letter = cellar->messages.letterParts(one.message);
            ASSERT_TRUE(letter && *letter);
            EXPECT_EQ((*letter)->text.mid(one.start, one.end - one.start), one.value);
            ++spans;
        }
    }
    EXPECT_GE(spans, 6);
    const auto bo = ContactBook(*cellar).card(*who("bo@lind.example"));
    EXPECT_EQ(bo->value(QStringLiteral("name")), QStringLiteral("Bo Lind"));
    EXPECT_TRUE(bo->observations.front().message) << "the letter to him is where the name stands";
}

TEST_F(ContactGrowth, TheRuleIsTheUsersToChange) {
    ASSERT_TRUE(cellar->settings.remember(
        personRulesKey(), QJsonObject{{QStringLiteral("never"), QJsonArray{QStringLiteral("lind.example")}},
                                      {QStringLiteral("always"), QJsonArray{QStringLiteral("carl@other.example")}}}));
    take(file("mail.mbox", mailbox()));
    EXPECT_FALSE(who("bo@lind.example"));
    EXPECT_TRUE(who("ana@caldervoss.example"));
}

TEST_F(ContactGrowth, OneLetterLaterTheNextGrowsWithoutBeingAskedTo) {
    take(file("mail.mbox", mailbox()));
    ASSERT_FALSE(who("carl@other.example"));
    const auto later = take(file("later.mbox", aLetter()
                                                   .from(kMara)
                                                   .to("Carl Quoted <carl@other.example>")
                                                   .labels("Sent")
                                                   .day(8)
                                                   .id("m10@fjordlight.example")
                                                   .subject("Re: FYI")
                                                   .body("Thank you, Carl.\n")
                                                   .mbox()));
    ASSERT_TRUE(who("carl@other.example"));
    ASSERT_TRUE(good(undoChange(*cellar, later.change)));
    EXPECT_TRUE(who("carl@other.example")) << "what their own letter said of them is still here";
    EXPECT_EQ(addressesDue(*cellar).value(), 0);
}

TEST_F(ContactGrowth, ChangedRulesLookAtEverybodyAgainAndAStopLeavesTheRest) {
    take(file("mail.mbox", mailbox() + aLetter()
                                           .from("Carl Quoted <carl@other.example>")
                                           .id("c2@other.example")
                                           .day(7)
                                           .subject("FYI again")
                                           .body("And this.\n")
                                           .mbox()));
    people::PersonRules rules = loadPersonRules(*cellar).value();
    rules.wroteTwice = true;
    ASSERT_TRUE(good(savePersonRules(*cellar, rules)));
    EXPECT_TRUE(loadPersonRules(*cellar).value().wroteTwice);
    std::stop_source stopped;
    stopped.request_stop();
    ASSERT_TRUE(good(growContacts(*cellar, stopped.get_token())));
    EXPECT_FALSE(who("carl@other.example"));
    EXPECT_GT(addressesDue(*cellar).value(), 0) << "the rows wait";
    const auto report = growContacts(*cellar, {});
    ASSERT_TRUE(good(report));
    EXPECT_TRUE(who("carl@other.example"));
    EXPECT_FALSE(who("news@papers.example")) << "two issues are no person's two letters";
    EXPECT_EQ(report->byReason.at(QStringLiteral("wrote-twice")), 1);
    EXPECT_EQ(report->left, 0);
}

TEST_F(ContactGrowth, SwitchedOffNobodyGrowsButWhomTheUserNamed) {
    people::PersonRules rules;
    rules.growing = false;
    rules.always = {QStringLiteral("bo@lind.example")};
    ASSERT_TRUE(good(savePersonRules(*cellar, rules)));
    take(file("mail.mbox", mailbox()));
    EXPECT_TRUE(who("bo@lind.example"));
    EXPECT_FALSE(who("ana@caldervoss.example"));
}

TEST_F(ContactGrowth, ProgressSaysHowManyAddressesAreLeft) {
    std::vector<std::pair<qint64, qint64>> told;
    ImportHooks hooks;
    hooks.progress = [&](const ImportProgress& progress) {
        if (progress.phase == ImportProgress::Phase::People) {
            told.emplace_back(progress.addressesLeft, progress.people);
        }
    };
    take(file("mail.mbox", mailbox()), {}, hooks);
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), std::pair(qint64(0), qint64(2)));
}

TEST_F(ContactGrowth, WhoGrewOutOfAFileGoesWithIt) {
    const auto progress = take(file("mail.mbox", mailbox()));
    ASSERT_TRUE(good(undoChange(*cellar, progress.change)));
    EXPECT_EQ(cellar->database->number("SELECT count(*) FROM contacts").value(), 0);
    EXPECT_EQ(cellar->database->number("SELECT count(*) FROM observations").value(), 0);
    EXPECT_EQ(cellar->database->number("SELECT count(*) FROM contact_values").value(), 0);
}

TEST_F(ContactGrowth, ASecondTimeMakesNobodyTwice) {
    take(file("mail.mbox", mailbox()));
    const auto again = growContacts(*cellar, {});
    ASSERT_TRUE(good(again));
    EXPECT_EQ(again->made, 0);
}

TEST_F(ContactGrowth, NoCellOfTheExportIsAFormula) {
    EXPECT_EQ(csvCell(QStringLiteral("=1+1")), QByteArray("'=1+1"));
    EXPECT_EQ(csvCell(QStringLiteral("@SUM(A1)")), QByteArray("'@SUM(A1)"));
    EXPECT_EQ(csvCell(QStringLiteral("-2, \"x\"")), QByteArray("\"'-2, \"\"x\"\"\""));
    EXPECT_EQ(csvCell(QStringLiteral("Ada")), QByteArray("Ada"));
    take(file("mail.mbox", mailbox()));
    QBuffer table;
    ASSERT_TRUE(table.open(QIODevice::WriteOnly));
    const auto written = exportContactsCsv(*cellar, table, {});
    ASSERT_TRUE(good(written));
    EXPECT_EQ(*written, cellar->database->number("SELECT count(*) FROM contacts").value());
    EXPECT_TRUE(table.data().contains("\r\nAna Ruiz,ana@caldervoss.example"));
}

TEST_F(ContactGrowth, JoinedAndPartedByHandIsAsBefore) {
    take(file("mail.mbox", mailbox()));
    const auto ana = *who("ana@caldervoss.example");
    const auto bo = *who("bo@lind.example");
    ASSERT_TRUE(good(mergeContacts(*cellar, ana, bo)));
    EXPECT_EQ(ContactBook(*cellar).card(bo)->id, ana);
    EXPECT_FALSE(mergeContacts(*cellar, bo, ana)) << "they are one already";
    ASSERT_TRUE(good(unmergeContact(*cellar, bo)));
    EXPECT_EQ(ContactBook(*cellar).card(bo)->id, bo);
    ASSERT_TRUE(good(searchDuplicates(*cellar, true, {})));
    ASSERT_TRUE(good(partContacts(*cellar, ana, bo)));
    EXPECT_EQ(storage::PairStore(*cellar->database).apart()->size(), 1u);
}
