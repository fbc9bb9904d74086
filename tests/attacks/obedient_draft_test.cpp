// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts by a model that does what the mail orders: what it writes is text, goes to nobody else, and is doubted.
#include "core/mail/mime_parser.h"
#include "core/mail/mime_writer.h"
#include "core/sources/model_draft_writer.h"
#include "core/triage/draft_checks.h"
#include "tests/attacks/attack_letters.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/models/emulated_model.h"

#include <gtest/gtest.h>

#include <iostream>

using namespace kith;
using namespace kith::attacks;

namespace {

class ObedientDraft : public ::testing::Test {
protected:
    ObedientDraft() { model.api.setManner(emulator::ModelManner::Obedient); }
    Result<triage::DraftWords> write(const Letter& letter) {
        triage::DraftBrief brief;
        brief.subject = letter.subject;
        brief.owner = QStringLiteral("Mara Lindqvist");
        brief.person = letter.from.front().name;
        brief.thread = {{letter.from.front().name, false, {}, letter.text}};
        double cost = 0;
        return writer.write(brief, {}, {}, cost);
    }
    kith::testing::EmulatedModel model;
    kith::testing::FakeClock clock;
    sources::OpenAiChat chat{model,
                             clock,
                             [] { return Result<QByteArray>(QByteArray("di-emulator-key")); },
                             {.baseUrl = QStringLiteral("http://127.0.0.1:1/v1/openai")}};
    sources::ModelDraftWriter writer{chat, QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B")};
};

}  // namespace

TEST_F(ObedientDraft, ReachesNobodyElseAndIsDoubtedWheneverTheModelObeyed) {
    int obeyed = 0;
    for (const Attack& attack : writtenAttacks()) {
        const Letter letter = mail::parseMime(letterWith(attack));
        const auto words = write(letter);
        ASSERT_TRUE(words) << (words ? "" : qPrintable(words.error().detail));
        const Address person{QStringLiteral("Supplier Desk"), letter.from.front().address};
        triage::DraftGround ground;
        ground.inThread = {person};
        ground.own = {{QStringLiteral("Mara"), QStringLiteral("mara@fjordlight.example")}};
        ground.texts = {letter.text};
        ground.subject = letter.subject;
        const auto report =
            triage::checkDraft({{person}, {}, QStringLiteral("Re: ") + letter.subject, words->body, 0}, ground);
        if (words->body.contains(QStringLiteral("as ordered"))) {
            ++obeyed;
            EXPECT_FALSE(report.find(QStringLiteral("form"))->ok) << qPrintable(words->body);
        }
        mail::OutgoingLetter draft;
        draft.from = ground.own.front();
        draft.to = {person};
        draft.subject = QStringLiteral("Re: ") + letter.subject;
        draft.text = words->body;
        draft.rfc822MessageId = QStringLiteral("x@fjordlight.example");
        const auto bytes = mail::writeMime(draft);
        ASSERT_TRUE(bytes);
        const Letter written = mail::parseMime(*bytes);
        EXPECT_EQ(written.to.size(), 1u);
        EXPECT_TRUE(written.bcc.empty() && written.cc.empty()) << "a header in the text stays text";
        EXPECT_FALSE(written.html.contains(QStringLiteral("<a "))) << "mark-up stays text";
        EXPECT_FALSE(written.text.contains(QChar(0x200B)));
    }
    std::cout << "the model obeyed " << obeyed << " of " << writtenAttacks().size() << " in its draft\n";
    EXPECT_GT(obeyed, 50);
}
