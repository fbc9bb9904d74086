// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio's client over the emulator: paging, values of every kind, limits, errors that are failures, stopping.
#include "core/sources/attio_client.h"
#include "tests/unit/sources/emulated_services.h"

#include <QSet>

#include <gtest/gtest.h>

namespace kith::sources {
namespace {

class AttioClientStory : public ::testing::Test {
protected:
    /// How often each person was handed over.
    QMap<QString, int> everybody() {
        QMap<QString, int> met;
        const auto all = client.everyRecord(QStringLiteral("people"),
                                            [&](std::vector<AttioRecord>&& records) {
                                                for (const AttioRecord& record : records) {
                                                    ++met[record.id];
                                                }
                                                return true;
                                            },
                                            {});
        EXPECT_TRUE(all) << qPrintable(all.error().detail);
        return met;
    }

    testing::EmulatedServices services{60};
    AttioClient client{services.transport, services.time, testing::EmulatedServices::attioUrl(), testing::attioKey};
};

TEST_F(AttioClientStory, HandsOverEveryPersonOnceInAsManyPagesAsItTakes) {
    emulator::plantPeople(services.attio.api().book(), 1'300, services.time.now());
    const QMap<QString, int> met = everybody();
    EXPECT_EQ(met.size(), 1'300);
    EXPECT_TRUE(std::all_of(met.begin(), met.end(), [](int times) { return times == 1; }));
    EXPECT_EQ(services.requests(QStringLiteral("records.query")), 3);
}

TEST_F(AttioClientStory, SomebodyRemovedBetweenTwoPagesHidesNobodyElse) {
    emulator::plantPeople(services.attio.api().book(), 1'300, services.time.now());
    int asked = 0;
    services.before = [&](const QUrl& url) {
        if (url.path().endsWith(QLatin1String("/query")) && ++asked == 2) {
            ASSERT_TRUE(services.attio.order({{QStringLiteral("delete"), emulator::inventedPerson(3).email}}));
        }
    };
    EXPECT_EQ(everybody().size(), 1'300) << "with the one that was there at first";
    EXPECT_GT(services.requests(QStringLiteral("records.query")), 3) << "the pages did not fit: read again";
}

TEST_F(AttioClientStory, ReadsValuesOfEveryKindAndWhatItDoesNotKnowAsWell) {
    const auto page =
        client.query(QStringLiteral("people"),
                     {.filter = {{QStringLiteral("email_addresses"), emulator::inventedPerson(0).email}}}, {});
    ASSERT_TRUE(page && page->size() == 1);
    const AttioRecord& ada = page->front();
    const auto text = [&](const char* slug) {
        const auto found = ada.values.value(QLatin1String(slug));
        return found.empty() ? QString() : found.front().text;
    };
    EXPECT_EQ(text("name"), emulator::inventedPerson(0).fullName());
    EXPECT_EQ(text("email_addresses"), emulator::inventedPerson(0).email);
    EXPECT_EQ(text("phone_numbers"), emulator::inventedPerson(0).phone);
    EXPECT_EQ(text("primary_location"), QStringLiteral("Hamburg, DE"));
    EXPECT_EQ(text("lead_source"), QStringLiteral("Fair"));
    EXPECT_EQ(text("relationship"), QStringLiteral("Customer"));
    EXPECT_EQ(text("yearly_budget"), QStringLiteral("12500 EUR"));
    EXPECT_EQ(text("liking"), QStringLiteral("4"));
    EXPECT_EQ(text("wants_newsletter"), QStringLiteral("true"));
    EXPECT_EQ(text("birthday"), QStringLiteral("1984-05-17"));
    EXPECT_TRUE(text("last_email_interaction").startsWith(QStringLiteral("email 20")));
    EXPECT_EQ(ada.values.value(QStringLiteral("interests")).size(), 2U);
    EXPECT_FALSE(ada.values.value(QStringLiteral("company")).front().targetId.isEmpty());
    EXPECT_FALSE(ada.values.contains(QStringLiteral("twitter"))) << "an empty list is no value";
    EXPECT_GT(ada.createdAt.count(), 0) << "nine decimals";

    const auto odd = attioRecord(QJsonDocument::fromJson(R"({"id":{"record_id":"r"},"values":{"a":null,"b":[null],
        "c":[{"attribute_type":"hologram","value":{"x":1}}],"d":[{"attribute_type":"text","value":"was",
        "active_until":"2026-01-01T00:00:00.000000000Z"}]}})")
                                     .object());
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->values.keys(), QStringList{QStringLiteral("c")}) << "kept, though nobody knows what it says";
    EXPECT_FALSE(attioRecord({}));
}

TEST_F(AttioClientStory, KeepsBelowTheLimitByItself) {
    services.transport.setLatency(Millis{1});
    for (int i = 0; i < 1'000; ++i) {
        ASSERT_TRUE(client.query(QStringLiteral("people"),
                                 {.filter = {{QStringLiteral("email_addresses"), QStringLiteral("a@b.example")}}}, {}));
    }
    EXPECT_EQ(services.throttled(), 0);
}

TEST_F(AttioClientStory, WaitsForTheSecondThatARefusalNames) {
    services.fault(R"({"service":"attio","match":"records.query","kind":"rate_429","times":3,"retry_after":7})");
    const Millis began = services.time.now();
    ASSERT_TRUE(client.query(QStringLiteral("people"), {}, {}));
    EXPECT_GE(services.time.now() - began, Millis{18'000}) << "three times as long as was asked for, by the HTTP date";
    EXPECT_EQ(client.use().throttled, 3);
}

TEST_F(AttioClientStory, ErrorsAreFailuresInAttiosWords) {
    services.fault(R"({"service":"attio","kind":"unauthorized_401"})");
    EXPECT_EQ(client.query(QStringLiteral("people"), {}, {}).error().kind, ErrorKind::SignInNeeded);
    services.fault(R"({"service":"attio","kind":"payment_402"})");
    EXPECT_EQ(client.query(QStringLiteral("people"), {}, {}).error().kind, ErrorKind::Denied);
    const auto refused = client.query(QStringLiteral("people"), {.filter = {{QStringLiteral("shoe_size"), 44}}}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(refused.error().detail.contains(QStringLiteral("filter_error")));
    services.fault(R"({"service":"attio","kind":"server_502_html","times":-1})");
    EXPECT_EQ(client.query(QStringLiteral("people"), {}, {}).error().kind, ErrorKind::Unreachable);
    services.faults.clear();
    services.fault(R"({"service":"attio","kind":"truncate","times":-1})");
    EXPECT_EQ(client.query(QStringLiteral("people"), {}, {}).error().kind, ErrorKind::Malformed);
    services.faults.clear();
    services.fault(R"({"service":"attio","kind":"cut","times":2})");
    EXPECT_TRUE(client.query(QStringLiteral("people"), {}, {})) << "a broken line is asked again";
    ASSERT_TRUE(services.attio.order({{QStringLiteral("revoke"), true}}));
    EXPECT_EQ(client.workspace({}).error().kind, ErrorKind::SignInNeeded) << "told with 200";
}

TEST_F(AttioClientStory, StopsAtOnceWhileItWaits) {
    services.fault(R"({"service":"attio","kind":"rate_429","times":-1,"retry_after":3000})");
    std::stop_source stop;
    services.before = [&](const QUrl&) { stop.request_stop(); };
    const auto asked = client.query(QStringLiteral("people"), {}, stop.get_token());
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(services.log.entries().size(), 1U);
}

TEST_F(AttioClientStory, ReadsListsWithTheirEntriesAndNotes) {
    const auto lists = client.lists({});
    ASSERT_TRUE(lists && lists->size() == 2);
    const auto entries = client.entries(lists->front(), {});
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->size(), 20U);
    const auto notes = client.notes(QStringLiteral("people"), entries->front().record, {});
    ASSERT_TRUE(notes && notes->size() == 1);
    EXPECT_EQ(notes->front().text, QStringLiteral("Asked for the price list."));
}

}  // namespace
}  // namespace kith::sources
