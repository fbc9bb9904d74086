// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contacts visit the services that know more about them: values with provenance, versions, and faults that harm
// nothing.
#include "core/service/enrichment.h"
#include "core/sources/attio_source.h"
#include "core/sources/onyx_source.h"
#include "core/storage/undo.h"
#include "tests/unit/contacts/contact_house.h"
#include "tests/unit/sources/emulated_services.h"

namespace kith::testing {
namespace {

const QString kAttio = QStringLiteral("attio");

class EnrichmentStory : public ContactHouse {
protected:
    void SetUp() override {
        ContactHouse::SetUp();
        if (!cellar) {
            return;  // skipped
        }
        for (int number = 0; number < 6; ++number) {
            const emulator::InventedPerson one = emulator::inventedPerson(number);
            people.push_back(person(one.first.toUtf8().constData(), one.email.toUtf8().constData()));
        }
    }
    service::EnrichmentReport visit(people::EnrichmentSource& source, std::stop_token stop = {}) {
        service::Enrichment enrichment(*cellar, clock, settings);
        const auto planned = enrichment.plan(source.name(), 1'000);
        EXPECT_TRUE(planned.isOk()) << (planned ? "" : qPrintable(planned.error().detail));
        const auto done = enrichment.run(source, 1'000, stop);
        EXPECT_TRUE(done.isOk() || done.error().kind == ErrorKind::Cancelled)
            << (done ? "" : qPrintable(done.error().detail));
        return enrichment.report();
    }
    storage::TaskCounts counts() { return *service::Enrichment(*cellar, clock, settings).counts(); }
    std::vector<Task> tasks(TaskState state) {
        return *storage::TaskStore(*cellar->database).listAll(QStringLiteral("enrich."), int(state), {}, 1'000);
    }
    std::vector<storage::SourceVersion> history(ContactId id) {
        return *storage::SourceStore(*cellar->database).history(service::contactEntity(id));
    }
    QString value(ContactId id, const char* field) { return card(id).value(QLatin1String(field)); }

    EmulatedServices services{20};
    sources::AttioSource attio{services.transport, services.time, EmulatedServices::attioUrl(), attioKey};
    sources::OnyxSource onyx{services.transport, services.time, EmulatedServices::onyxUrl(), onyxKey};
    service::EnrichmentSettings settings;
    std::vector<ContactId> people;
    const emulator::InventedPerson ada{emulator::inventedPerson(0)};
};

TEST_P(EnrichmentStory, ValuesComeWithTheirSourceAndTheTasksAreDone) {
    const service::EnrichmentReport report = visit(attio);
    EXPECT_EQ(report.sources.at(kAttio).found, 6);
    EXPECT_GT(report.fieldsAdded, 30);
    EXPECT_TRUE(report.complete());
    EXPECT_EQ(counts().pending, 0);
    EXPECT_EQ(counts().completed + counts().skipped, 18) << "three kinds of six people";
    EXPECT_EQ(value(people[0], "job_title"), ada.title);
    EXPECT_EQ(value(people[0], "company"), ada.firm);
    for (const storage::Observation& one : card(people[0]).observations) {
        if (one.source == kAttio) {
            EXPECT_TRUE(one.sourceRef.startsWith(QStringLiteral("https://")));
            EXPECT_EQ(one.method, QStringLiteral("attio.record"));
        }
    }
    ASSERT_EQ(history(people[0]).size(), 1U);
    EXPECT_EQ(history(people[0]).front().document[u"company"][u"name"].toString(), ada.firm);
}

TEST_P(EnrichmentStory, TheSameAgainIsOneVersionAndAChangeIsTheNext) {
    visit(attio);
    EXPECT_EQ(visit(attio).sources.count(kAttio), 1U);
    EXPECT_EQ(counts().pending, 0) << "nobody is due so soon";
    clock.advance(std::chrono::hours(24 * 31));
    const service::EnrichmentReport again = visit(attio);
    EXPECT_EQ(again.fieldsAdded, 0);
    EXPECT_GT(again.fieldsConfirmed, 30);
    EXPECT_EQ(history(people[0]).size(), 1U);

    const auto preview = attio.preview(
        {.emails = {ada.email}},
        {{QStringLiteral("email"), ada.email}, {QStringLiteral("job_title"), QStringLiteral("Chair of the Board")}},
        {});
    KITH_GOOD(preview);
    KITH_GOOD(attio.client().assertRecord(QStringLiteral("people"), preview->matching, preview->values, {}));
    clock.advance(std::chrono::hours(24 * 31));
    EXPECT_EQ(visit(attio).fieldsAdded, 1);
    const auto versions = history(people[0]);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].validTo.count(), 0);
    EXPECT_EQ(versions[1].validTo, versions[0].validFrom);
    EXPECT_EQ(value(people[0], "job_title"), QStringLiteral("Chair of the Board"));
    int ended = 0;
    for (const storage::Observation& one : card(people[0]).observations) {
        ended += one.field == QLatin1String("job_title") && one.value == ada.title && one.validTo.count() > 0 ? 1 : 0;
    }
    EXPECT_EQ(ended, 1) << "the old title is the past, not gone";
}

TEST_P(EnrichmentStory, AFaultLeavesTheTaskForLaterAndTheCardAsItWas) {
    for (const char* kind :
         {"rate_429", "server_500", "server_503", "server_502_html", "cut", "stall", "no_answer", "truncate"}) {
        const QByteArray before = dump();
        services.fault(QByteArray(R"({"service":"attio","times":-1,"retry_after":3000,"kind":")") + kind + R"("})");
        sources::AttioSource fresh(services.transport, services.time, EmulatedServices::attioUrl(), attioKey);
        const service::EnrichmentReport report = visit(fresh);
        EXPECT_GT(report.sources.at(kAttio).failed, 0) << kind;
        EXPECT_FALSE(report.complete());
        EXPECT_EQ(dump(), before) << kind;
        EXPECT_EQ(report.fieldsAdded, 0);
        const auto waiting = tasks(TaskState::Pending);
        ASSERT_EQ(waiting.size(), 18U) << kind;
        for (const Task& task : waiting) {
            EXPECT_GT(task.nextAttempt, clock.now()) << kind;
            EXPECT_FALSE(task.reason.isEmpty());
        }
        EXPECT_TRUE(history(people[0]).empty()) << kind << ": an error is no answer";
        services.faults.clear();
        change([&](storage::ChangeWriter&) {
            EXPECT_TRUE(cellar->database->run("UPDATE tasks SET attempts = 0").isOk());
        });
        clock.advance(std::chrono::hours(25));
    }
    EXPECT_EQ(visit(attio).sources.at(kAttio).found, 6) << "and then it works";
    EXPECT_EQ(counts().pending, 0);
}

TEST_P(EnrichmentStory, ARevokedKeyStopsTheVisitsAndUsesNoAttemptUp) {
    ASSERT_TRUE(services.attio.order({{QStringLiteral("revoke"), true}}));
    settings.inFlight = 1;
    const QByteArray before = dump();
    const service::EnrichmentReport report = visit(attio);
    ASSERT_TRUE(report.sources.at(kAttio).stopped);
    EXPECT_EQ(report.sources.at(kAttio).stopped->kind, ErrorKind::SignInNeeded);
    EXPECT_LE(services.log.entries().size(), 2U) << "the others were not even asked about";
    EXPECT_EQ(dump(), before);
    for (const Task& task : tasks(TaskState::Pending)) {
        EXPECT_EQ(task.attempts, 0);
    }
    EXPECT_EQ(counts().pending, 18);
    ASSERT_TRUE(services.attio.order({{QStringLiteral("revoke"), false}}));
    EXPECT_EQ(visit(attio).sources.at(kAttio).found, 6);
}

TEST_P(EnrichmentStory, AChangedSchemaIsFollowedOrLeavesEverythingAsItIs) {
    visit(attio);
    const QByteArray before = dump();
    clock.advance(std::chrono::hours(24 * 31));
    ASSERT_TRUE(services.attio.order(
        {{QStringLiteral("rename"), QJsonObject{{QStringLiteral("from"), QStringLiteral("email_addresses")},
                                                {QStringLiteral("to"), QStringLiteral("mail")}}}}));
    const service::EnrichmentReport report = visit(attio);
    EXPECT_EQ(report.sources.at(kAttio).failed, 0);
    EXPECT_EQ(report.fieldsAdded, 0);
    Q_UNUSED(before);
}

TEST_P(EnrichmentStory, AfterTheLastAttemptItHasFailedUntilSomebodyTriesAgain) {
    settings.maxAttempts = 2;
    services.fault(R"({"service":"attio","times":-1,"kind":"server_500"})");
    visit(attio);
    EXPECT_EQ(visit(attio).sources.at(kAttio).asked, 0) << "not before its time";
    clock.advance(std::chrono::minutes(7));
    visit(attio);
    EXPECT_EQ(counts().failed, 18);
    services.faults.clear();
    clock.advance(std::chrono::hours(24 * 365));
    EXPECT_EQ(visit(attio).sources.at(kAttio).asked, 0);
    EXPECT_EQ(*service::Enrichment(*cellar, clock, settings).retryFailed(), 18);
    EXPECT_EQ(visit(attio).sources.at(kAttio).found, 6);
}

TEST_P(EnrichmentStory, WhomTheSourceDoesNotKnowIsNotAskedAboutAgainSoon) {
    person("Nobody", "nobody@nowhere.example");
    EXPECT_EQ(visit(attio).sources.at(kAttio).unknown, 1);
    const auto skipped = tasks(TaskState::Skipped);
    EXPECT_EQ(std::ranges::count(skipped, QStringLiteral("attio knows nobody with this address"), &Task::reason), 3);
    EXPECT_EQ(visit(attio).sources.at(kAttio).asked, 0);
}

TEST_P(EnrichmentStory, UndoTakesTheValuesAndTheVersionOut) {
    settings.batch = 1;
    const QByteArray before = dump();
    service::Enrichment enrichment(*cellar, clock, settings);
    KITH_GOOD(enrichment.plan(kAttio, 1));
    KITH_GOOD(enrichment.run(attio, 1, {}));
    EXPECT_NE(dump(), before);
    const auto changes = cellar->undo.list({}, 1);
    KITH_GOOD(changes);
    EXPECT_EQ(changes->front().kind, QStringLiteral("contact.enriched"));
    KITH_GOOD(cellar->undo.undo(changes->front().id));
    EXPECT_EQ(dump(), before);
    EXPECT_TRUE(history(people.back()).empty());
}

TEST_P(EnrichmentStory, AStopLeavesTheRestAsItWas) {
    settings.inFlight = 1;
    std::stop_source stop;
    services.before = [&](const QUrl& url) {
        if (url.path().endsWith(QLatin1String("/query"))) {
            stop.request_stop();
        }
    };
    visit(attio, stop.get_token());
    EXPECT_EQ(counts().inProgress, 0);
    EXPECT_EQ(counts().pending, 18);
}

TEST_P(EnrichmentStory, OnyxAddsWhatADocumentLiterallySaysBelowTheRecordsWord) {
    visit(attio);
    const service::EnrichmentReport report = visit(onyx);
    EXPECT_EQ(report.sources.at(QStringLiteral("onyx")).found, 6);
    bool seen = false;
    for (const storage::Observation& one : card(people[0]).observations) {
        if (one.source == QLatin1String("onyx") && one.field == QLatin1String("job_title")) {
            seen = true;
            EXPECT_LT(one.confidence, 0.5);
            EXPECT_TRUE(one.sourceRef.startsWith(QStringLiteral("https://wiki")));
        }
    }
    EXPECT_TRUE(seen);
    const auto versions = history(people[0]);
    const auto onyxs = std::ranges::find(versions, QStringLiteral("onyx"), &storage::SourceVersion::source);
    ASSERT_NE(onyxs, versions.end());
    EXPECT_TRUE(onyxs->document[u"facts"][0][u"evidence"].toString().contains(ada.fullName()));
}

KITH_BOTH_DATABASES(EnrichmentStory);

TEST(EnrichmentDelay, DoublesFromFiveMinutesWithJitterUpToADay) {
    using std::chrono::minutes;
    EXPECT_EQ(service::enrichmentDelay(0, 0, {}), Millis{minutes{5}});
    EXPECT_EQ(service::enrichmentDelay(3, 0, {}), Millis{minutes{40}});
    EXPECT_GT(service::enrichmentDelay(3, 0.9, {}), Millis{minutes{45}});
    EXPECT_LE(service::enrichmentDelay(60, 0.999, {}), Millis{std::chrono::hours{24}});
    EXPECT_EQ(service::enrichmentDelay(0, 0, Millis{minutes{30}}), Millis{minutes{30}});
}

}  // namespace
}  // namespace kith::testing
