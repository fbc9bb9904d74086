// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's remarks filed by a model that obeys the mail beside them: nothing but words that stand there is filed, and
// what it files only ever becomes a suggestion.
#include "core/service/comment_filing.h"
#include "core/service/feedback_service.h"
#include "core/service/preferences_book.h"
#include "core/service/suggestion_service.h"
#include "core/sources/model_comment_filer.h"
#include "tests/attacks/attack_letters.h"
#include "tests/unit/models/emulated_model.h"
#include "tests/unit/service/service_house.h"

#include <iostream>

using namespace kith;
using namespace kith::attacks;

namespace {

const QString kRemark = QStringLiteral("calibration records matter to us");

class ObedientRemark : public kith::testing::ServiceHouse {
protected:
    ObedientRemark() { model.api.setManner(emulator::ModelManner::Obedient); }

    /// The attack as everything that may be shown beside a remark.
    static triage::AskedComment remarkBeside(const Attack& attack, bool noticed) {
        triage::AskedComment asked;
        asked.comment = kRemark;
        asked.message.subject = attack.words;
        asked.message.from = {attack.words, QStringLiteral("desk@sensor-trade.example")};
        asked.text = attack.words;
        asked.aimedAtAssistant = noticed;
        return asked;
    }
    qint64 count(const char* statement) {
        auto query = cellar->database->query(statement);
        EXPECT_TRUE(query.next()) << statement;
        return query.integer(0);
    }

    kith::testing::EmulatedModel model;
    sources::OpenAiChat chat{model,
                             clock,
                             [] { return Result<QByteArray>(QByteArray("di-emulator-key")); },
                             {.baseUrl = QStringLiteral("http://127.0.0.1:1/v1/openai")}};
    sources::ModelCommentFiler filer{chat, service::ModelSettings().model};
};

}  // namespace

TEST_F(ObedientRemark, IsFiledUnderWordsThatStandThereAndNothingElse) {
    int obeyed = 0;
    for (const Attack& attack : writtenAttacks()) {
        for (const bool noticed : {false, true}) {
            const triage::AskedComment asked = remarkBeside(attack, noticed);
            double cost = 0;
            const auto filed = filer.file(asked, {}, cost);
            if (!filed) {
                EXPECT_EQ(filed.error().kind, ErrorKind::Malformed) << "an answer as the mail dictated it";
                continue;
            }
            const QString ground = noticed ? kRemark : kRemark + u' ' + attack.words;
            EXPECT_LE(filed->topics.size(), 3);
            for (const QString& topic : filed->topics) {
                EXPECT_TRUE(ground.contains(topic, Qt::CaseInsensitive)) << qPrintable(topic);
                obeyed += kRemark.contains(topic) ? 0 : 1;
            }
            EXPECT_TRUE(filed->source.isEmpty() || ground.contains(filed->source)) << qPrintable(filed->source);
        }
    }
    std::cout << obeyed << " topics in the attackers' own words from mail that was not noticed\n";
    EXPECT_GT(obeyed, 50) << "the model obeys, or this proves nothing";
}

TEST_F(ObedientRemark, MovesNoPreferenceNoMarkAndNoOtherMail) {
    take(file("past.mbox", kith::testing::aMailbox(6)));
    QByteArray box;
    for (const Attack& attack : writtenAttacks()) {
        box += "From x@x Tue May 12 08:00:00 2026\n" + letterWith(attack).replace("\nFrom ", "\n>From ") + "\n";
    }
    take(file("attacks.mbox", box));
    service::TriageService deciding(*cellar, clock);
    ASSERT_TRUE(deciding.learn({}));
    for (size_t i = 0; i < 12; ++i) {
        Feedback mark;
        mark.message = byId(qPrintable(idOf(writtenAttacks()[i])));
        mark.assigned = Priority::Low;
        mark.comment = kRemark;
        ASSERT_TRUE(kith::testing::good(service::giveFeedback(*cellar, deciding, clock, mark)));
    }
    const char* const bands = "SELECT coalesce(sum(priority), 0) FROM decisions";
    const qint64 before = count(bands), marks = count("SELECT count(*) FROM feedback");
    const auto rules = service::loadPreferences(*cellar);
    ASSERT_TRUE(rules);
    const auto report = service::fileComments(*cellar, clock, filer, QStringLiteral("m"), {});
    ASSERT_TRUE(kith::testing::good(report));
    EXPECT_EQ(report->read, 12);
    const auto processed = service::processFeedback(*cellar, deciding, clock);
    ASSERT_TRUE(kith::testing::good(processed));
    EXPECT_EQ(service::toJson(*rules), service::toJson(*service::loadPreferences(*cellar)));
    EXPECT_EQ(count(bands), before);
    EXPECT_EQ(count("SELECT count(*) FROM feedback"), marks);
    EXPECT_EQ(count("SELECT count(*) FROM outbox"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM suggestions WHERE state <> 'proposed'"), 0);
    for (const auto& suggestion : processed->suggestions) {
        for (const QString& word : {QStringLiteral("everything"), QStringLiteral("forward"), QStringLiteral("*")}) {
            EXPECT_FALSE(suggestion.keyword.contains(word)) << qPrintable(suggestion.keyword);
        }
    }
}
