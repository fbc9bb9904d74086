// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of the contact book: who is found, what is said again, what the user decides, what a file brought.
#include "tests/unit/contacts/contact_house.h"

#include "core/storage/undo.h"

using namespace kith;
using namespace kith::service;
using kith::testing::ContactHouse;

class ContactBookStory : public ContactHouse {};

TEST_P(ContactBookStory, SomebodyIsFoundByAnyOfTheirIdentities) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    change([&](storage::ChangeWriter& writer) {
        const std::vector<storage::Identity> known{{QStringLiteral("attio"), QStringLiteral("rec-1")},
                                                   {QStringLiteral("email"), QStringLiteral("ada@north.example")}};
        const auto ensured = book->ensure(writer, QStringLiteral("Somebody"), known);
        KITH_GOOD(ensured);
        EXPECT_EQ(ensured->id, ada);
        EXPECT_FALSE(ensured->created);
    });
    EXPECT_EQ(book->find({QStringLiteral("attio"), QStringLiteral("rec-1")}).value(), ada);
    EXPECT_FALSE(book->find({QStringLiteral("attio"), QStringLiteral("rec-2")}).value());
}

TEST_P(ContactBookStory, TwoWhoShareAnIdentityWithOneRecordAreNamedAsOthers) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    const ContactId other = person("A. Holm", "ada.holm@private.example");
    change([&](storage::ChangeWriter& writer) {
        const std::vector<storage::Identity> known{
            {QStringLiteral("email"), QStringLiteral("ada@north.example")},
            {QStringLiteral("email"), QStringLiteral("ada.holm@private.example")}};
        const auto ensured = book->ensure(writer, {}, known);
        KITH_GOOD(ensured);
        EXPECT_EQ(ensured->id, ada);
        EXPECT_EQ(ensured->others, std::vector{other});
    });
}

TEST_P(ContactBookStory, TheSameSayingIsConfirmedAndAnotherIsAConflict) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    EXPECT_EQ(observe(ada, {said("company", "North Labs", "attio", "rec-1")}).added, 1);
    const ObserveCounts again = observe(ada, {said("company", "North Labs", "attio", "rec-1")});
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.confirmed, 1);
    const ObserveCounts other = observe(ada, {said("company", "North Laboratories Ltd", "import", "list.csv"),
                                              said("company", "South Works", "import", "list.csv")});
    EXPECT_EQ(other.added, 2);
    EXPECT_EQ(other.conflicts, 2);
    EXPECT_EQ(card(ada).field(QStringLiteral("company"))->choices.size(), 3u);
    EXPECT_TRUE(card(ada).field(QStringLiteral("company"))->disputed);
}

TEST_P(ContactBookStory, WhatARecordNoLongerSaysIsClosedAndOpensAgain) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    observe(ada, {said("job_title", "Engineer", "attio", "rec-1"), said("phone", "+46 8 555 0100", "attio", "rec-1")});
    const auto less = observe(ada, {said("phone", "+46 8 555 0100", "attio", "rec-1")}, Completeness::WholeRecord);
    EXPECT_EQ(less.closed, 1);
    EXPECT_TRUE(card(ada).field(QStringLiteral("job_title"))->choices.front().closed);
    observe(ada, {said("job_title", "Engineer", "attio", "rec-1")});
    EXPECT_FALSE(card(ada).field(QStringLiteral("job_title"))->choices.front().closed);
}

TEST_P(ContactBookStory, ASourceThatWasWrongThreeTimesLosesTheNextTime) {
    const QString title = QStringLiteral("job_title");
    const auto told = [&](int number) {
        const QByteArray address = "p" + QByteArray::number(number) + "@north.example";
        const ContactId id = person("Somebody", address.constData());
        observe(id, {said("job_title", "Clerk", "import", "list.csv")});
        clock.advance(Millis{60'000});
        observe(id, {said("job_title", "Director", "attio", "rec")});
        return id;
    };
    EXPECT_EQ(card(told(0)).value(title), QStringLiteral("Director")) << "of two believed alike the newer";
    for (const char* address : {"a@south.example", "b@south.example", "c@south.example"}) {
        const ContactId id = person("Other", address);
        observe(id, {said("job_title", "Director", "attio", "rec")});
        const people::Choice shown = card(id).field(title)->choices.front();
        change([&](storage::ChangeWriter& w) { KITH_GOOD(book->decide(w, shown.claims.front(), Verdict::Wrong)); });
        const auto outcomes = cellar->observations.outcomes();
        KITH_GOOD(outcomes);
        EXPECT_NEAR(outcomes->front().first, shown.confidence, 1e-6) << "how sure Kith said it was, for calibration";
        EXPECT_FALSE(outcomes->front().second);
        clock.advance(Millis{1000});
    }
    EXPECT_EQ(card(told(9)).value(title), QStringLiteral("Clerk"));
    EXPECT_EQ(card(told(9)).field(title)->choices.size(), 2u) << "what lost is kept";
}

TEST_P(ContactBookStory, TheUsersWordStandsAboveEverySource) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    observe(ada, {said("job_title", "Engineer", "signature"), said("job_title", "Sales", "onyx")});
    EXPECT_EQ(card(ada).value(QStringLiteral("job_title")), QStringLiteral("Engineer"));
    const qint64 sales = card(ada).field(QStringLiteral("job_title"))->choices[1].claims[0];
    change([&](storage::ChangeWriter& w) { KITH_GOOD(book->decide(w, sales, Verdict::Use)); });
    EXPECT_EQ(card(ada).value(QStringLiteral("job_title")), QStringLiteral("Sales"));
    EXPECT_FALSE(card(ada).field(QStringLiteral("job_title"))->disputed);
    change([&](storage::ChangeWriter& w) {
        KITH_GOOD(book->type(w, ada, QStringLiteral("job_title"), QStringLiteral("Director")));
    });
    EXPECT_EQ(card(ada).value(QStringLiteral("job_title")), QStringLiteral("Director"));
    EXPECT_EQ(card(ada).field(QStringLiteral("job_title"))->choices.size(), 3u) << "what lost is kept";
}

TEST_P(ContactBookStory, AWrongValueIsNotShownAndLowersItsSource) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    observe(ada, {said("phone", "+46 8 555 0100", "onyx")});
    const qint64 phone = card(ada).field(QStringLiteral("phone"))->choices[0].claims[0];
    change([&](storage::ChangeWriter& w) { KITH_GOOD(book->decide(w, phone, Verdict::Wrong)); });
    EXPECT_EQ(card(ada).value(QStringLiteral("phone")), QString());
    const ContactId bo = person("Bo Lind", "bo@north.example");
    observe(bo, {said("phone", "+46 8 555 0200", "onyx")});
    const double doubted = card(bo).field(QStringLiteral("phone"))->choices[0].confidence;
    change([&](storage::ChangeWriter& w) { KITH_GOOD(book->decide(w, phone, Verdict::NotWrong)); });
    EXPECT_GT(card(bo).field(QStringLiteral("phone"))->choices[0].confidence, doubted);
}

TEST_P(ContactBookStory, WhatWasSeenOfAnAddressBelongsToWhoeverHasIt) {
    storage::Observation seen = said("phone", "+46 8 555 0100", "signature");
    seen.entity = QStringLiteral("address:ada@north.example");
    seen.normalized = QStringLiteral("+4685550100");
    KITH_GOOD(cellar->observations.addFound(std::vector{seen}));
    EXPECT_EQ(book->cardOfAddress(QStringLiteral("Ada@north.example"))->value(QStringLiteral("phone")), seen.value);
    const ContactId ada = person("Ada Holm", "ada@north.example");
    EXPECT_EQ(card(ada).value(QStringLiteral("phone")), seen.value);
    EXPECT_EQ(book->list({}).value().at(0).phone, seen.value);
}

TEST_P(ContactBookStory, TheListIsSearchedAndPagedByKey) {
    for (const char* name : {"Ada Holm", "Bo Lind", "Cleo Marsh", "Dan Östberg"}) {
        person(name, QByteArray(QByteArray(name).left(2).toLower() + "@north.example").constData());
    }
    storage::ContactQuery query;
    query.limit = 3;
    const auto first = book->list(query).value();
    ASSERT_EQ(first.size(), 3u);
    EXPECT_EQ(first[0].name, QStringLiteral("Ada Holm"));
    query.afterName = first.back().sortKey;
    query.after = first.back().id;
    const auto rest = book->list(query).value();
    ASSERT_EQ(rest.size(), 1u);
    storage::ContactQuery words;
    words.search = QStringLiteral("OSTBERG north");
    EXPECT_EQ(book->list(words)->at(0).id, rest[0].id);
    words.search = QStringLiteral("100%");
    EXPECT_TRUE(book->list(words)->empty());
}

TEST_P(ContactBookStory, NoListedValueIsWithoutItsObservation) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    KITH_GOOD(book->refresh());
    const auto orphan = cellar->database->run(
        "INSERT INTO contact_values (contact_id, field, position, value, normalized, confidence, disputed, "
        "observation_id) VALUES (?, 'company', 0, 'North Labs', 'north labs', 1, 0, 4711)",
        ada);
    EXPECT_FALSE(orphan) << "the database itself refuses it";
    KITH_GOOD(cellar->database->run("DELETE FROM observations"));
    EXPECT_EQ(cellar->database->number("SELECT count(*) FROM contact_values").value(), 0);
}

TEST_P(ContactBookStory, MakingSomebodyIsTakenBackWhole) {
    const QByteArray before = dump();
    person("Ada Holm", "ada@north.example");
    KITH_GOOD(storage::UndoStore(*cellar->database).undoLast());
    EXPECT_EQ(dump(), before);
}

TEST_P(ContactBookStory, AFileIsTakenInBulkAndTakenBackWithoutWhatWasThereBefore) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    const QByteArray before = dump();
    std::vector<ContactDraft> drafts(3);
    drafts[0] = {QStringLiteral("Ada Holm"),
                 {{QStringLiteral("email"), QStringLiteral("ada@north.example")}},
                 {said("company", "North Labs", "import", "list.csv"), said("name", "Ada Holm", "header")},
                 {},
                 0,
                 {},
                 {}};
    drafts[1] = {QStringLiteral("Bo Lind"),
                 {{QStringLiteral("email"), QStringLiteral("bo@north.example")}},
                 {said("name", "Bo Lind", "import", "list.csv")},
                 {},
                 0,
                 {},
                 {}};
    drafts[2] = {QStringLiteral("Bo Lind"),
                 {{QStringLiteral("email"), QStringLiteral("bo@north.example")}},
                 {said("name", "Bo Lind", "import", "list.csv"), said("company", "Lind & Co", "import", "list.csv")},
                 {},
                 0,
                 {},
                 {}};
    const ImportId import{77};
    ChangeId bulk;
    {
        storage::ChangeWriter writer(*cellar->database, info("contacts.imported"));
        writer.recordBulk(storage::BulkInverse::ImportedContacts, import.value);
        const auto taken = book->takeBulk(import, drafts);
        KITH_GOOD(taken);
        bulk = writer.commit().value();
        EXPECT_EQ(taken->at(0).id, ada);
        EXPECT_FALSE(taken->at(0).created);
        EXPECT_EQ(taken->at(0).counts.added, 1);
        EXPECT_EQ(taken->at(0).counts.confirmed, 1);
        EXPECT_TRUE(taken->at(1).created);
        EXPECT_EQ(taken->at(2).id, taken->at(1).id);
        EXPECT_EQ(taken->at(2).counts.added, 1);
    }
    EXPECT_EQ(book->list({})->size(), 2u);
    EXPECT_EQ(card(ada).value(QStringLiteral("company")), QStringLiteral("North Labs"));
    KITH_GOOD(storage::UndoStore(*cellar->database).undo(bulk));
    EXPECT_EQ(dump(), before);
}

KITH_BOTH_DATABASES(ContactBookStory);
