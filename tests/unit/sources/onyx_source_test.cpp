// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Onyx as a source: by whatever way the server has, with citations, and only what is literally said of the person.
#include "core/sources/onyx_source.h"
#include "tests/unit/sources/emulated_services.h"

#include <gtest/gtest.h>

namespace kith::sources {
namespace {

class OnyxSourceStory : public ::testing::Test {
protected:
    people::EnrichmentSubject subject(int number) const {
        const emulator::InventedPerson person = emulator::inventedPerson(number);
        return {.name = person.fullName(), .emails = {person.email}};
    }
    static QStringList values(const people::EnrichmentFinding& finding, const char* field) {
        QStringList all;
        for (const people::SourcedValue& one : finding.values) {
            if (one.field == QLatin1String(field)) {
                all << one.value;
            }
        }
        return all;
    }

    testing::EmulatedServices services{12};
    OnyxSource source{services.transport, services.time, testing::EmulatedServices::onyxUrl(), testing::onyxKey};
};

TEST_F(OnyxSourceStory, EveryEditionGivesTheSameFactsByItsOwnWay) {
    const emulator::InventedPerson ada = emulator::inventedPerson(0);
    for (const char* edition : {"search", "enterprise", "chat"}) {
        ASSERT_TRUE(services.onyx.order({{QStringLiteral("edition"), QLatin1String(edition)}}));
        OnyxSource fresh(services.transport, services.time, testing::EmulatedServices::onyxUrl(), testing::onyxKey);
        const auto answer = fresh.lookUp(subject(0), {});
        ASSERT_TRUE(answer && *answer) << edition;
        const people::EnrichmentFinding& finding = **answer;
        EXPECT_EQ(values(finding, "job_title"), QStringList{ada.title}) << edition;
        EXPECT_EQ(values(finding, "company"), QStringList{ada.firm}) << edition;
        EXPECT_EQ(values(finding, "phone"), QStringList{ada.phone}) << edition;
        EXPECT_EQ(finding.document[u"documents"].toArray().size(), 2) << edition;
        for (const people::SourcedValue& one : finding.values) {
            EXPECT_LT(one.confidence, 0.5);
            EXPECT_FALSE(one.evidence.isEmpty());
            EXPECT_TRUE(one.reference.startsWith(QStringLiteral("https://wiki"))) << qPrintable(one.reference);
        }
    }
}

TEST_F(OnyxSourceStory, WhatIsSaidOfSomebodyElseIsNotTaken) {
    // The minutes name both; the number is Bruno's.
    const auto ada = source.lookUp(subject(0), {});
    const auto bruno = source.lookUp(subject(1), {});
    ASSERT_TRUE(ada && *ada && bruno && *bruno);
    EXPECT_FALSE(values(**ada, "phone").contains(emulator::inventedPerson(1).phone));
    EXPECT_TRUE(values(**bruno, "phone").contains(emulator::inventedPerson(1).phone));
    EXPECT_TRUE(onyxFacts({.id = QStringLiteral("d"),
                           .text = QStringLiteral("Ada Holm told Ben Krug that +47 2255 5000 "
                                                  "is the number of Ben Krug.")},
                          {.name = QStringLiteral("Ada Holm")})
                    .empty());
    EXPECT_TRUE(onyxFacts({.id = QStringLiteral("d"), .text = QStringLiteral("Ada is Buyer at Brisa.")},
                          {.name = QStringLiteral("Ada")})
                    .empty())
        << "a first name is nobody's";
}

TEST_F(OnyxSourceStory, FindsOutWhatTheServerHasOnceAndAgainAfterAnUpdate) {
    ASSERT_TRUE(services.onyx.order({{QStringLiteral("edition"), QStringLiteral("chat")}}));
    ASSERT_TRUE(source.lookUp(subject(0), {}));
    const size_t before = services.log.entries().size();
    EXPECT_EQ(before, 3U) << "search and search-message are not there";
    ASSERT_TRUE(source.lookUp(subject(1), {}));
    EXPECT_EQ(services.log.entries().size(), before + 1);
}

TEST_F(OnyxSourceStory, AnErrorInsideATwoHundredOrABrokenStreamIsAFailure) {
    for (const char* edition : {"enterprise", "chat"}) {
        ASSERT_TRUE(services.onyx.order(
            {{QStringLiteral("edition"), QLatin1String(edition)}, {QStringLiteral("fail_inside"), true}}));
        OnyxSource fresh(services.transport, services.time, testing::EmulatedServices::onyxUrl(), testing::onyxKey);
        const auto answer = fresh.lookUp(subject(0), {});
        ASSERT_FALSE(answer) << edition;
        EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable) << edition;
    }
    ASSERT_TRUE(services.onyx.order({{QStringLiteral("fail_inside"), false}}));
    services.fault(R"({"service":"onyx","kind":"truncate","times":-1})");
    const auto half = source.lookUp(subject(0), {});
    ASSERT_FALSE(half);
    services.faults.clear();
    ASSERT_TRUE(services.onyx.order({{QStringLiteral("revoke"), true}}));
    EXPECT_EQ(source.lookUp(subject(0), {}).error().kind, ErrorKind::SignInNeeded);
    EXPECT_EQ(source.greet({}).error().kind, ErrorKind::SignInNeeded);
}

TEST_F(OnyxSourceStory, WaitsAsLongAsTheServerSays) {
    services.fault(R"({"service":"onyx","kind":"rate_429","retry_after":9})");
    const Millis began = services.time.now();
    ASSERT_TRUE(source.lookUp(subject(0), {}));
    EXPECT_GE(services.time.now() - began, Millis{9'000});
}

TEST_F(OnyxSourceStory, GreetsWithVersionAndAccount) {
    EXPECT_EQ(*source.greet({}), QStringLiteral("Onyx 2.19.0, mara@fjordlight.example"));
}

TEST(OnyxStream, SkipsHeartbeatsAndUnknownTypesAndJoinsCitations) {
    const auto answer = onyxChatAnswer(
        R"({"user_message_id":1,"reserved_assistant_message_id":2}
{"placement":{"turn_index":0},"obj":{"type":"chat_heartbeat"}}
{"placement":{"turn_index":0},"obj":{"type":"search_tool_documents_delta","documents":[{"document_id":"a","semantic_identifier":"A","link":null,"score":null,"match_highlights":["<hi>x</hi> <script>"]},{"document_id":"b","semantic_identifier":"B","link":"https://b.example","score":0.5,"blurb":"text"}]}}
{"placement":{"turn_index":1},"obj":{"type":"a_new_one","x":1}}
{"placement":{"turn_index":1},"obj":{"type":"message_delta","content":"Hello"}}
{"placement":{"turn_index":1},"obj":{"type":"citation_info","citation_number":1,"document_id":"b"}}
{"placement":{"turn_index":1},"obj":{"type":"stop","stop_reason":"finished"}}
)");
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->documents.size(), 2U);
    EXPECT_FALSE(answer->documents[0].cited);
    EXPECT_FALSE(answer->documents[0].score);
    EXPECT_TRUE(answer->documents[1].cited);
    EXPECT_EQ(answer->words, QStringLiteral("Hello"));
    EXPECT_EQ(onyxHighlightHtml(answer->documents[0].highlights.first()), QStringLiteral("<b>x</b> &lt;script&gt;"));
    EXPECT_EQ(onyxChatAnswer("{\"obj\":{\"type\":\"message_delta\",\"content\":\"Hel\"}}\n").error().kind,
              ErrorKind::Unreachable)
        << "it never said stop";
    EXPECT_EQ(onyxChatAnswer("data: {}\n").error().kind, ErrorKind::Malformed);
}

}  // namespace
}  // namespace kith::sources
