// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What of a thread is told to the writer of drafts is what the user's rules allow.
#include "core/service/privacy_book.h"
#include "core/triage/redacted_draft_writer.h"
#include "tests/unit/drafts/draft_fakes.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::aLetter;
using kith::testing::good;
using kith::testing::ToldWriter;

namespace {

class DraftsPrivacy : public kith::testing::ServiceHouse {
protected:
    DraftsPrivacy() {
        take(file("a.mbox",
                  kith::testing::aMailbox(3) +
                      aLetter()
                          .id("ask@caldervoss.example")
                          .subject("Call +49 30 1234567")
                          .day(28)
                          .body("Hi Mara,\n\nwrite to boss@caldervoss.example or call +49 30 1234567.\n\nAna\n")
                          .mbox()));
    }
    Result<std::optional<Draft>> drafted(const triage::DraftWriter::OnWords& onWords = {}) {
        return DraftService(*cellar, clock)
            .generate({byId("ask@caldervoss.example"), {}, true, false}, writer, onWords, {});
    }
    QString told() const {
        QString all = writer.last.subject + writer.last.person + writer.last.card.join(u'\n');
        for (const triage::ThreadLetter& letter : writer.last.thread) {
            all += letter.author + letter.text;
        }
        return all;
    }
    ToldWriter writer;
};

TEST_F(DraftsPrivacy, AThreadThatStaysHereIsAnsweredByATemplate) {
    ASSERT_TRUE(
        good(setPrivacy(*cellar, QStringLiteral("domain:caldervoss.example"), triage::PrivacyLevel::LocalOnly)));
    const auto draft = drafted();
    ASSERT_TRUE(good(draft));
    EXPECT_EQ(writer.asked, 0);
    EXPECT_EQ((*draft)->model, QStringLiteral("template"));
}

TEST_F(DraftsPrivacy, ARedactedThreadLeavesWithTokensAndComesBackWithWords) {
    ASSERT_TRUE(good(setPrivacy(*cellar, QStringLiteral("everything"), triage::PrivacyLevel::Redacted)));
    writer.says = QStringLiteral("Hi Ana,\n\nI call [PHONE_1] and write to [EMAIL_1] on [date].\n\nMara\n");
    QString heard;
    const auto draft = drafted([&heard](const QString& words) { heard += words; });
    ASSERT_TRUE(good(draft));
    EXPECT_FALSE(told().contains(QStringLiteral("1234567"))) << qPrintable(told());
    EXPECT_FALSE(told().contains(QStringLiteral("boss@"))) << qPrintable(told());
    EXPECT_GE(writer.last.redactions, 2);
    EXPECT_TRUE((*draft)->body.contains(QStringLiteral("call +49 30 1234567 and write to boss@caldervoss.example")))
        << qPrintable((*draft)->body);
    EXPECT_EQ(heard, (*draft)->body) << "the words that came are the words that stay";
}

TEST_F(DraftsPrivacy, WithoutARuleTheThreadLeavesAsItIs) {
    ASSERT_TRUE(good(drafted()));
    EXPECT_TRUE(told().contains(QStringLiteral("1234567")));
    EXPECT_EQ(writer.last.redactions, 0);
}

}  // namespace
