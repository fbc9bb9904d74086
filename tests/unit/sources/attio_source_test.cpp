// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio as a source of values, and as a place to write back to without losing anything.
#include "core/sources/attio_source.h"
#include "tests/unit/sources/emulated_services.h"

#include <gtest/gtest.h>

namespace kith::sources {
namespace {

class AttioSourceStory : public ::testing::Test {
protected:
    people::EnrichmentFinding found(const people::EnrichmentSubject& subject) {
        const auto answer = source.lookUp(subject, {});
        EXPECT_TRUE(answer) << qPrintable(answer.error().detail);
        EXPECT_TRUE(*answer);
        return answer && *answer ? **answer : people::EnrichmentFinding();
    }
    static QString value(const people::EnrichmentFinding& finding, const char* field) {
        for (const people::SourcedValue& one : finding.values) {
            if (one.field == QLatin1String(field)) {
                return one.value;
            }
        }
        return {};
    }
    QStringList atAttio(const char* slug) {
        QStringList texts;
        const auto records = source.client().query(QStringLiteral("people"),
                                                   {.filter = {{QStringLiteral("email_addresses"), ada.email}}}, {});
        for (const AttioValue& one : records->front().values.value(QLatin1String(slug))) {
            texts << one.text;
        }
        return texts;
    }

    testing::EmulatedServices services{40};
    AttioSource source{services.transport, services.time, testing::EmulatedServices::attioUrl(), testing::attioKey};
    const emulator::InventedPerson ada{emulator::inventedPerson(0)};
};

TEST_F(AttioSourceStory, APersonComesWithFirmListsAndNotes) {
    const people::EnrichmentFinding finding = found({.emails = {ada.email.toUpper()}});
    EXPECT_EQ(value(finding, "name"), ada.fullName());
    EXPECT_EQ(value(finding, "job_title"), ada.title);
    EXPECT_EQ(value(finding, "company"), ada.firm);
    EXPECT_EQ(value(finding, "phone"), ada.phone);
    EXPECT_TRUE(value(finding, "linkedin_url").startsWith(QStringLiteral("https://")));
    EXPECT_EQ(finding.document[u"lists"].toArray(), QJsonArray{QStringLiteral("Spring fair")});
    EXPECT_EQ(finding.document[u"notes"].toArray().size(), 1);
    for (const people::SourcedValue& one : finding.values) {
        EXPECT_TRUE(one.reference.startsWith(QStringLiteral("https://")));
        EXPECT_GT(one.validFrom.count(), 0);
    }
    const int before = int(services.log.entries().size());
    found({.emails = {emulator::inventedPerson(1).email}});
    EXPECT_EQ(int(services.log.entries().size()) - before, 2)
        << "of a colleague only the record and the notes are read";
}

TEST_F(AttioSourceStory, WhomAttioDoesNotKnowIsNobodyAndNoError) {
    const auto answer = source.lookUp({.emails = {QStringLiteral("nobody@nowhere.example")}}, {});
    ASSERT_TRUE(answer);
    EXPECT_FALSE(*answer);
    EXPECT_FALSE(*source.lookUp({.name = ada.fullName()}, {})) << "a name alone means nobody";
}

TEST_F(AttioSourceStory, FollowsAMergedRecordAndFindsAForgottenOneAgain) {
    const QString old = found({.emails = {ada.email}}).reference;
    ASSERT_TRUE(
        services.attio.order({{QStringLiteral("merge"), QJsonArray{emulator::inventedPerson(1).email, ada.email}}}));
    const people::EnrichmentFinding moved = found({.emails = {ada.email}, .reference = old});
    EXPECT_EQ(moved.formerly, old);
    EXPECT_NE(moved.reference, old);
    ASSERT_TRUE(
        services.attio.order({{QStringLiteral("merge"), QJsonArray{emulator::inventedPerson(2).email, ada.email}},
                              {QStringLiteral("forget"), true}}));
    const people::EnrichmentFinding again = found({.emails = {ada.email}, .reference = moved.reference});
    EXPECT_EQ(again.formerly, moved.reference);
}

TEST_F(AttioSourceStory, AFieldOfAnotherNameIsFoundByItsTypeOrTitle) {
    found({.emails = {ada.email}});
    for (const auto& [from, to] : {std::pair("job_title", "role"), std::pair("email_addresses", "mail"),
                                   std::pair("phone_numbers", "numbers")}) {
        ASSERT_TRUE(services.attio.order(
            {{QStringLiteral("rename"), QJsonObject{{QStringLiteral("object"), QStringLiteral("people")},
                                                    {QStringLiteral("from"), QLatin1String(from)},
                                                    {QStringLiteral("to"), QLatin1String(to)}}}}));
    }
    const people::EnrichmentFinding finding = found({.emails = {ada.email}});
    EXPECT_EQ(value(finding, "job_title"), ada.title);
    EXPECT_EQ(value(finding, "phone"), ada.phone);
}

TEST_F(AttioSourceStory, EachFaultOnTheWayIsAFailureAndNeverAFinding) {
    for (const auto& [match, kind, error] : {std::tuple("records.query", "unauthorized_401", ErrorKind::SignInNeeded),
                                             std::tuple("records.query", "server_500", ErrorKind::Unreachable),
                                             std::tuple("records.query", "cut", ErrorKind::Unreachable),
                                             std::tuple("records.query", "stall", ErrorKind::Unreachable),
                                             std::tuple("records.query", "truncate", ErrorKind::Malformed),
                                             std::tuple("records.get", "server_503", ErrorKind::Unreachable),
                                             std::tuple("notes", "server_500", ErrorKind::Unreachable),
                                             std::tuple("attributes", "truncate", ErrorKind::Malformed)}) {
        AttioSource fresh(services.transport, services.time, testing::EmulatedServices::attioUrl(), testing::attioKey);
        services.fault(QByteArray(R"({"service":"attio","times":-1,"match":")" + QByteArray(match) + R"(","kind":")" +
                                  kind + R"("})"));
        const auto answer = fresh.lookUp({.emails = {ada.email}}, {});
        ASSERT_FALSE(answer) << match << ' ' << kind;
        EXPECT_EQ(answer.error().kind, error) << match << ' ' << kind << ' ' << qPrintable(answer.error().detail);
        services.faults.clear();
    }
}

TEST_F(AttioSourceStory, APreviewShowsOldAndNewAndKeepsEveryValueOfSeveral) {
    const std::vector<people::FieldWish> wishes{{QStringLiteral("name"), ada.fullName()},
                                                {QStringLiteral("job_title"), QStringLiteral("Chair")},
                                                {QStringLiteral("phone"), QStringLiteral("+4940555 99 99")},
                                                {QStringLiteral("email"), ada.email},
                                                {QStringLiteral("email"), QStringLiteral("ada@second.example")},
                                                {QStringLiteral("shoe_size"), QStringLiteral("44")}};
    const auto preview = source.preview({.emails = {ada.email}}, wishes, {});
    ASSERT_TRUE(preview) << qPrintable(preview.error().detail);
    EXPECT_EQ(preview->refused, QStringList{QStringLiteral("shoe_size")});
    for (const people::FieldChange& change : preview->fields) {
        for (const QString& old : change.field == QLatin1String("phone") ? change.before : QStringList()) {
            EXPECT_TRUE(change.after.contains(old));
        }
        EXPECT_EQ(change.changes(), change.field != QLatin1String("name")) << qPrintable(change.field);
    }
    ASSERT_TRUE(source.write(*preview, {.emails = {ada.email}}, wishes, {}));
    EXPECT_EQ(atAttio("phone_numbers"), (QStringList{ada.phone, QStringLiteral("+49405559999")}));
    EXPECT_EQ(atAttio("job_title"), QStringList{QStringLiteral("Chair")});
    EXPECT_EQ(atAttio("email_addresses").size(), 2);
    EXPECT_EQ(atAttio("interests").size(), 2) << "what was not wished for was not touched";
    const auto after = source.preview({.emails = {ada.email}}, wishes, {});
    EXPECT_FALSE(after->changes()) << "there is nothing left to write";
}

TEST_F(AttioSourceStory, WhatChangedSinceThePreviewIsNotOverwritten) {
    const std::vector<people::FieldWish> wishes{{QStringLiteral("email"), ada.email},
                                                {QStringLiteral("phone"), QStringLiteral("+49405550123")}};
    const auto preview = source.preview({.emails = {ada.email}}, wishes, {});
    ASSERT_TRUE(preview);
    const auto other = source.preview(
        {.emails = {ada.email}},
        {{QStringLiteral("email"), ada.email}, {QStringLiteral("phone"), QStringLiteral("+4940777")}}, {});
    ASSERT_TRUE(source.client().assertRecord(QStringLiteral("people"), other->matching, other->values, {}));
    const auto written = source.write(*preview, {.emails = {ada.email}}, wishes, {});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(atAttio("phone_numbers"), (QStringList{ada.phone, QStringLiteral("+4940777")}));
}

TEST_F(AttioSourceStory, ListsEverybodyWithTheirFirms) {
    std::vector<people::ListedPerson> all;
    const auto count = source.everyPerson(
        [&](std::vector<people::ListedPerson>&& page) {
            all.insert(all.end(), page.begin(), page.end());
            return true;
        },
        {});
    ASSERT_TRUE(count) << qPrintable(count.error().detail);
    ASSERT_EQ(all.size(), 40U);
    EXPECT_EQ(all.front().company, ada.firm);
    EXPECT_EQ(all.front().emails, QStringList{ada.email});
    EXPECT_TRUE(all.front().values.contains(u"interests"));
}

TEST_F(AttioSourceStory, GreetsWithTheWorkspacesName) {
    EXPECT_EQ(*source.greet({}), QStringLiteral("Fjordlight"));
}

}  // namespace
}  // namespace kith::sources
