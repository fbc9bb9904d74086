// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user changes in drafts is remembered as their tone, can be seen and forgotten; snippets fill their fields.
#include "core/storage/tone_store.h"
#include "core/triage/snippet_fields.h"
#include "core/triage/tone_lessons.h"
#include "tests/unit/drafts/draft_fakes.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::aLetter;
using kith::testing::good;
using kith::testing::ToldWriter;

namespace {

QStringList linesOf(const std::vector<ToneNote>& notes) {
    QStringList lines;
    for (const ToneNote& note : notes) {
        lines << triage::toneLine(note);
    }
    return lines;
}

TEST(ToneLessons, TellGreetingClosingLengthAndPhrasesWithoutTheNameOfAnybody) {
    const QString proposed = QStringLiteral(
        "Dear Ana,\n\nI hope this message finds you well! Thank you for the clear question about the forty seats. We "
        "will send the revised quote before Friday noon, as you asked for it, and we will add the terms.\n\nBest "
        "regards,\nMara\n");
    const QString approved = QStringLiteral(
        "Hi Ana,\n\nyou will have the revised quote before Friday noon, with the terms.\n\nCheers,\nMara\n");
    const QStringList lines = linesOf(triage::toneLessons(proposed, approved));
    EXPECT_TRUE(lines.contains(QStringLiteral("Greet with \"Hi\"."))) << qPrintable(lines.join(u'|'));
    EXPECT_TRUE(lines.contains(QStringLiteral("Close with \"Cheers\".")));
    EXPECT_TRUE(lines.contains(QStringLiteral("No exclamation marks.")));
    EXPECT_TRUE(lines.contains(QStringLiteral("Leave out phrases like \"hope this\".")));
    EXPECT_TRUE(lines.contains(QStringLiteral("About 20 words are enough.")));
    EXPECT_FALSE(lines.join(u' ').contains(QStringLiteral("Ana")));
    EXPECT_TRUE(triage::toneLessons(proposed, proposed).empty());
    EXPECT_TRUE(triage::toneLessons({}, approved).empty()) << "the user's own letter is no edit";
}

TEST(SnippetFields, FillWhatIsKnownAndLeaveAGapThatTheChecksFind) {
    const QHash<QString, QString> known{{QStringLiteral("first_name"), QStringLiteral("Ana")}};
    EXPECT_EQ(triage::filledSnippet(QStringLiteral("Hi {first_name}, {{x} of {company} at {"), known),
              QStringLiteral("Hi Ana, {x} of [company] at {"));
}

class ToneStory : public kith::testing::ServiceHouse {
protected:
    ToneStory() {
        take(file("a.mbox", kith::testing::aMailbox(3) + aLetter().id("one@caldervoss.example").day(14).mbox() +
                                aLetter().id("two@caldervoss.example").subject("Two").day(14).mbox()));
    }
    Draft drafted(const char* id) {
        const auto draft = DraftService(*cellar, clock).generate({byId(id), {}, true, false}, writer, {}, {});
        EXPECT_TRUE(good(draft));
        return **draft;
    }
    ToldWriter writer;
};

TEST_F(ToneStory, AnEditThatIsApprovedTeachesTheNextDraftUntilItIsForgotten) {
    DraftService drafts(*cellar, clock);
    const Draft draft = drafted("one@caldervoss.example");
    EXPECT_TRUE(writer.last.tone.isEmpty());
    ASSERT_TRUE(good(drafts.edit(
        draft.id, {.body = QStringLiteral("Hello Ana,\n\nyou will have the data sheet soon.\n\nCheers,\nMara\n")})));
    ASSERT_TRUE(good(drafts.approve(draft.id)));
    (void)drafted("two@caldervoss.example");
    EXPECT_TRUE(writer.last.tone.contains(QStringLiteral("Greet with \"Hello\".")))
        << qPrintable(writer.last.tone.join(u'|'));
    storage::ToneStore store(*cellar->database);
    const auto notes = store.notes();
    ASSERT_TRUE(good(notes));
    for (const ToneNote& note : std::vector<ToneNote>(*notes)) {
        storage::ChangeWriter change(*cellar->database,
                                     {QStringLiteral("tone.forgotten"), QStringLiteral("user"), {}, {}, {}, {}, true});
        store.forget(change, note.id);
        ASSERT_TRUE(good(change.commit()));
    }
    (void)drafted("two@caldervoss.example");
    EXPECT_TRUE(writer.last.tone.isEmpty());
    ASSERT_TRUE(good(cellar->undo.undoLast(QStringLiteral("user"))));
    EXPECT_EQ(store.notes()->size(), 1u) << "forgetting can be taken back";
}

}  // namespace
