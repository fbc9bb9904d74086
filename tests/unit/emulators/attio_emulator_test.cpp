// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio's emulator against what its contract says: strict about requests, every type of value, limits, merges.
#include "tests/emulators/attio/attio_people.h"
#include "tests/emulators/enrichment_emulators.h"

#include <QJsonDocument>
#include <QSet>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

class AttioEmulation : public testing::Test {
protected:
    void SetUp() override { plantPeople(attio.api().book(), 40, clock.now()); }

    Answer ask(const char* verb, const QString& path, const QByteArray& body = {}, const QByteArray& key = {}) {
        const QByteArray bearer = "Bearer " + (key.isEmpty() ? attio.api().key().toUtf8() : key);
        const QUrl url(path);
        return attio.handle({.verb = verb,
                             .path = url.path(),
                             .query = QUrlQuery(url.query()),
                             .headers = {{"Authorization", bearer}, {"Content-Type", "application/json"}},
                             .body = body});
    }
    Answer query(const QByteArray& body) {
        return ask("POST", QStringLiteral("/v2/objects/people/records/query"), body);
    }
    static QJsonObject object(const Answer& answer) { return QJsonDocument::fromJson(answer.body).object(); }
    static QJsonArray data(const Answer& answer) { return object(answer)[u"data"].toArray(); }
    QString idOf(const QString& address) {
        return attio.api().book().owner(QStringLiteral("people"), QStringLiteral("email_addresses"), address);
    }
    Answer assertPerson(const QByteArray& values) {
        return ask("PUT", QStringLiteral("/v2/objects/people/records?matching_attribute=email_addresses"),
                   R"({"data":{"values":)" + values + "}}");
    }

    EmulatorClock clock{Millis{1'779'000'000'000}};
    FaultDesk faults;
    RequestLog log;
    AttioEmulator attio{EmulatorGround{clock, faults, log}};
    const QString ada{inventedPerson(0).email};
};

TEST_F(AttioEmulation, RefusesWhatTheContractDoesNotAllow) {
    struct Refused {
        const char* body;
        const char* code;
    };
    for (const Refused& refused :
         {Refused{R"({"limit":501})", "validation_type"}, Refused{R"({"limit":"10"})", "validation_type"},
          Refused{R"({"offset":-1})", "validation_type"}, Refused{R"({"page":2})", "validation_type"},
          Refused{R"({"filter":{"nobody":1}})", "filter_error"},
          Refused{R"({"filter":{"email_addresses":{"$in":["a"]}}})", "filter_error"},
          Refused{R"({"filter":{"email_addresses":{"street":"a"}}})", "filter_error"},
          Refused{R"({"sorts":[{"attribute":"created_at"}]})", "filter_error"}, Refused{"[1]", "validation_type"}}) {
        const Answer answer = query(refused.body);
        EXPECT_EQ(answer.status, 400) << refused.body;
        EXPECT_EQ(object(answer)[u"code"].toString(), QLatin1String(refused.code)) << refused.body;
        EXPECT_EQ(object(answer)[u"status_code"].toInt(), 400);
    }
    EXPECT_EQ(ask("GET", QStringLiteral("/v2/objects"), {}, "wrong").status, 401);
    EXPECT_EQ(ask("GET", QStringLiteral("/v2/nothing")).status, 404);
    EXPECT_FALSE(object(ask("GET", QStringLiteral("/v2/self"), {}, "wrong"))[u"active"].toBool())
        << "a bad key is told with 200 there";
}

TEST_F(AttioEmulation, PagesByAStableSortMeetEveryPersonOnce) {
    QSet<QString> met;
    for (int offset = 0; offset < 60; offset += 20) {
        for (const QJsonValue& record :
             data(query(R"({"sorts":[{"attribute":"created_at","direction":"asc"}],"limit":20,"offset":)" +
                        QByteArray::number(offset) + "}"))) {
            met << record[u"id"][u"record_id"].toString();
        }
    }
    EXPECT_EQ(met.size(), 40);
    EXPECT_NE(data(query(R"({"limit":3})")), data(query(R"({"limit":3})")))
        << "nothing promises an order without sorts";
}

TEST_F(AttioEmulation, FiltersByFieldsOperatorsAndPaths) {
    const auto found = [&](const QByteArray& filter) { return data(query(R"({"filter":)" + filter + "}")).size(); };
    EXPECT_EQ(found(R"({"email_addresses":")" + ada.toUtf8() + R"("})"), 1);
    EXPECT_EQ(found(R"({"email_addresses":{"email_address":{"$eq":")" + ada.toUpper().toUtf8() + R"("}}})"), 1);
    EXPECT_EQ(found(R"({"$or":[{"name":{"$starts_with":"Ada"}},{"name":{"$starts_with":"Bruno"}}]})"), 4);
    EXPECT_EQ(found(R"({"$and":[{"liking":{"$gte":4}},{"name":{"$starts_with":"Ada"}}]})"), 2);
    EXPECT_EQ(found(R"({"$not":{"wants_newsletter":true}})"), 26);
    EXPECT_EQ(
        found(
            R"({"path":[["people","company"],["companies","domains"]],"constraints":{"domain":"nordwindsystems.example"}})"),
        4);
    EXPECT_EQ(found(R"({"phone_numbers":{"$not_empty":true}})"), 40);
}

TEST_F(AttioEmulation, AssertingAddsToTheMatchingValuesAndReplacesTheOthers) {
    const Answer answer = assertPerson(R"({"email_addresses":[")" + ada.toUtf8() +
                                       R"(","ada@second.example"],"interests":["Solar"],"job_title":"Chair"})");
    ASSERT_EQ(answer.status, 200) << answer.body.constData();
    const QJsonObject values = object(answer)[u"data"][u"values"].toObject();
    EXPECT_EQ(values[u"email_addresses"].toArray().size(), 2);
    ASSERT_EQ(values[u"interests"].toArray().size(), 1) << "Batteries and Charging are gone";
    EXPECT_EQ(values[u"interests"][0][u"option"][u"title"].toString(), QStringLiteral("Solar"));
    const QJsonArray past = data(ask("GET", QStringLiteral("/v2/objects/people/records/%1/attributes/job_title/"
                                                           "values?show_historic=true")
                                                .arg(idOf(ada))));
    ASSERT_EQ(past.size(), 2);
    EXPECT_TRUE(past[0][u"active_until"].isNull());
    EXPECT_TRUE(past[1][u"active_until"].isString());
}

TEST_F(AttioEmulation, RefusesValuesThatDoNotFitTheirAttribute) {
    const QByteArray key = R"("email_addresses":[")" + ada.toUtf8() + R"("])";
    struct Bad {
        const char* value;
        const char* code;
    };
    for (const Bad& bad :
         {Bad{R"("interests":["Cheese"])", "value_not_found"}, Bad{R"("favourite":1)", "value_not_found"},
          Bad{R"("job_title":7)", "validation_type"}, Bad{R"("job_title":["a","b"])", "validation_type"},
          Bad{R"("liking":6)", "validation_type"}, Bad{R"("phone_numbers":["040 123"])", "validation_type"},
          Bad{R"("primary_location":{"locality":"Oslo"})", "validation_type"},
          Bad{R"("created_at":"2026-01-01")", "system_edit_unauthorized"},
          Bad{R"("name":{"first":"Ada"})", "validation_type"}, Bad{R"("birthday":"soon")", "validation_type"},
          Bad{R"("company":[{"target_object":"companies","target_record_id":"none"}])", "value_not_found"}}) {
        const Answer answer = assertPerson("{" + key + "," + bad.value + "}");
        EXPECT_EQ(answer.status, 400) << bad.value;
        EXPECT_EQ(object(answer)[u"code"].toString(), QLatin1String(bad.code)) << bad.value;
    }
    const QByteArray two =
        R"({"email_addresses":[")" + ada.toUtf8() + "\",\"" + inventedPerson(1).email.toUtf8() + R"("]})";
    EXPECT_EQ(object(assertPerson(two))[u"code"].toString(), QStringLiteral("multiple_match_results"));
    EXPECT_EQ(ask("PUT", QStringLiteral("/v2/objects/people/records?matching_attribute=name"),
                  R"({"data":{"values":{"name":"A, B"}}})")
                  .status,
              400)
        << "a name is not unique";
}

TEST_F(AttioEmulation, AMergedRecordAnswersUnderItsNewIdOrNotAtAll) {
    const QString old = idOf(ada);
    const QString other = idOf(inventedPerson(1).email);
    ASSERT_TRUE(attio.order({{QStringLiteral("merge"), QJsonArray{ada, inventedPerson(1).email}}}));
    const Answer moved = ask("GET", QStringLiteral("/v2/objects/people/records/") + other);
    ASSERT_EQ(moved.status, 200);
    EXPECT_NE(object(moved)[u"data"][u"id"][u"record_id"].toString(), other);
    EXPECT_NE(idOf(ada), old);
    EXPECT_EQ(idOf(ada), idOf(inventedPerson(1).email));
    const QString third = idOf(inventedPerson(2).email);
    ASSERT_TRUE(attio.order({{QStringLiteral("merge"), QJsonArray{inventedPerson(2).email, inventedPerson(3).email}},
                             {QStringLiteral("forget"), true}}));
    EXPECT_EQ(ask("GET", QStringLiteral("/v2/objects/people/records/") + third).status, 404);
}

TEST_F(AttioEmulation, MoreThanAHundredReadsInASecondAreRefusedUntilTheNext) {
    for (int i = 0; i < 100; ++i) {
        ASSERT_EQ(query(R"({"limit":1})").status, 200) << i;
    }
    const Answer refused = query(R"({"limit":1})");
    ASSERT_EQ(refused.status, 429);
    EXPECT_EQ(object(refused)[u"type"].toString(), QStringLiteral("rate_limit_error"));
    EXPECT_TRUE(refused.header("Retry-After").endsWith(" GMT"));
    for (int i = 0; i < 25; ++i) {
        ASSERT_EQ(assertPerson(R"({"email_addresses":["a@b.example"]})").status, 200) << "writes count for themselves";
    }
    EXPECT_EQ(assertPerson(R"({"email_addresses":["a@b.example"]})").status, 429);
    clock.advance(Millis{1000});
    EXPECT_EQ(query(R"({"limit":1})").status, 200);
}

TEST_F(AttioEmulation, TellsAttributesListsEntriesAndNotes) {
    QSet<QString> types;
    for (const QJsonValue& attribute : data(ask("GET", QStringLiteral("/v2/objects/people/attributes")))) {
        types << attribute[u"type"].toString();
    }
    for (const QJsonValue& attribute : data(ask("GET", QStringLiteral("/v2/objects/companies/attributes")))) {
        types << attribute[u"type"].toString();
    }
    EXPECT_EQ(types.size(), 17) << "every type of the contract is somewhere";
    const QString id = idOf(ada);
    EXPECT_EQ(data(ask("GET", QStringLiteral("/v2/objects/people/records/%1/entries").arg(id))).size(), 1);
    EXPECT_EQ(
        data(ask("GET", QStringLiteral("/v2/notes?parent_object=people&parent_record_id=%1&limit=50").arg(id))).size(),
        1);
    EXPECT_EQ(ask("GET", QStringLiteral("/v2/notes?limit=51")).status, 400);
    EXPECT_EQ(data(ask("GET", QStringLiteral("/v2/lists"))).size(), 2);
    EXPECT_EQ(data(ask("POST", QStringLiteral("/v2/lists/spring_fair/entries/query"), "{}")).size(), 14);
}

TEST_F(AttioEmulation, TenThousandInventedPeopleHaveTenThousandAddresses) {
    QSet<QString> addresses;
    for (int number = 0; number < 10'000; ++number) {
        const InventedPerson person = inventedPerson(number);
        EXPECT_TRUE(person.email.endsWith(QLatin1String(".example")));
        addresses << person.email;
    }
    EXPECT_EQ(addresses.size(), 10'000);
}

TEST_F(AttioEmulation, FaultsSpeakInItsWordsAndTheScheduleOfASchemaChangeIsTheControls) {
    ASSERT_TRUE(faults.add(QJsonDocument::fromJson(R"({"service":"attio","match":"records.query","kind":"rate_429",
                                                       "retry_after":3})")
                               .object()));
    const Answer limited = query("{}");
    EXPECT_EQ(limited.status, 429);
    EXPECT_TRUE(limited.header("Retry-After").endsWith(" GMT")) << "as an HTTP date, like the service";
    ASSERT_TRUE(
        attio.order({{QStringLiteral("rename"), QJsonObject{{QStringLiteral("from"), QStringLiteral("job_title")},
                                                            {QStringLiteral("to"), QStringLiteral("role")}}}}));
    EXPECT_TRUE(data(query(R"({"limit":1})"))[0][u"values"].toObject().contains(u"role"));
    ASSERT_TRUE(attio.order({{QStringLiteral("revoke"), true}}));
    EXPECT_EQ(query("{}").status, 401);
    EXPECT_FALSE(attio.order({{QStringLiteral("paint"), true}}));
    EXPECT_EQ(log.entries().back().report.method, QStringLiteral("records.query"));
}

}  // namespace
}  // namespace kith::emulator
