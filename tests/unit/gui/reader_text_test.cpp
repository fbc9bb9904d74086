// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A letter's text on its way to the screen: marks, folds, links, words; no window.
#include "reader_support.h"
#include "ui/contribution_bars.h"
#include "ui/letter_document.h"
#include "ui/letter_words.h"
#include "ui/reason_text.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace kith;
using namespace kith::ui;

namespace {

QString wordsOf(const std::vector<LetterParagraph>& paragraphs) {
    QString words;
    for (const LetterParagraph& paragraph : paragraphs) {
        words += words.isEmpty() ? QString() : QStringLiteral("|");
        for (const LetterRun& run : paragraph.runs) {
            words += run.text == QString(QChar(QChar::LineSeparator)) ? QStringLiteral("/") : run.text;
        }
    }
    return words;
}

QStringList marked(const LetterParts& parts, MarkedSpan::Look look) {
    QStringList words;
    for (const LetterParagraph& paragraph : parts.shown) {
        for (const LetterRun& run : paragraph.runs) {
            if (run.look == look) {
                words << run.text;
            }
        }
    }
    return words;
}

}  // namespace

TEST(LetterDocument, ALineBreakThatOnlyRoomHadMadeIsASpaceWhereverTheTextIsShown) {
    const QString letter =
        QStringLiteral("Hi Mara,\n\nthe pilot convinced everyone in the house, so the second lab joins us. Could you\n"
                       "send a quote?\n\nBest,\nAna\n");
    const QString joined = unwrapped(letter);
    EXPECT_EQ(joined.size(), letter.size());
    EXPECT_TRUE(joined.contains(QStringLiteral("Could you send a quote?\n\nBest,\nAna"))) << qPrintable(joined);
}

TEST(LetterDocument, BlankLinesMakeParagraphsAndSingleBreaksStay) {
    const LetterParts parts = letterParts(QStringLiteral("Hi,\n\n\none\r\ntwo  \n\nBest\n"), {}, {});
    EXPECT_EQ(wordsOf(parts.shown), QStringLiteral("Hi,|one/two|Best"));
    EXPECT_TRUE(parts.folded.empty());
}

TEST(LetterDocument, LinesThatAProgramBrokeFlowAgainAndMeantOnesStay) {
    const QString text = QStringLiteral("Our auditors want the calibration certificates of all six reference\n"
                                        "units before we sign. Can you send them as PDF, please? And bring the\n"
                                        "1) annex\n- list\nof terms\n\nKind regards,\nTobias\n");
    const LetterParts parts = letterParts(text, {}, {{56, 73, MarkedSpan::Look::Evidence}});
    EXPECT_EQ(
        wordsOf(parts.shown),
        QStringLiteral("Our auditors want the calibration certificates of all six reference units before we sign. Can "
                       "you send them as PDF, please? And bring the/1) annex/- list/of terms|Kind regards,/Tobias"));
    EXPECT_EQ(marked(parts, MarkedSpan::Look::Evidence).join(QLatin1Char('|')), QStringLiteral("x reference|units"));
}

TEST(LetterDocument, SpansCountCodePointsSoAnEmojiMovesNothing) {
    const QString text = QStringLiteral("😀😀 by Friday");
    const LetterParts parts = letterParts(text, {}, {{3, 12, MarkedSpan::Look::Evidence}});
    EXPECT_EQ(marked(parts, MarkedSpan::Look::Evidence), QStringList{QStringLiteral("by Friday")});
    EXPECT_EQ(wordsOf(parts.shown), text);
}

TEST(LetterDocument, OverlappingSpansNeverShowAWordTwice) {
    const QString text = QStringLiteral("send the quote today");
    const LetterParts parts = letterParts(text, {},
                                          {{5, 20, MarkedSpan::Look::Evidence},
                                           {0, 14, MarkedSpan::Look::Evidence},
                                           {50, 60, MarkedSpan::Look::Warning}});
    EXPECT_EQ(marked(parts, MarkedSpan::Look::Evidence).join(QString()), text);
    EXPECT_EQ(wordsOf(parts.shown), text);
    EXPECT_TRUE(marked(parts, MarkedSpan::Look::Warning).isEmpty());
}

TEST(LetterDocument, AWarningWinsOverEvidenceThatStartsWithIt) {
    const LetterParts parts = letterParts(QStringLiteral("do this"), {},
                                          {{0, 7, MarkedSpan::Look::Evidence}, {0, 7, MarkedSpan::Look::Warning}});
    EXPECT_EQ(marked(parts, MarkedSpan::Look::Warning), QStringList{QStringLiteral("do this")});
    EXPECT_TRUE(marked(parts, MarkedSpan::Look::Evidence).isEmpty());
}

TEST(LetterDocument, ASpanOverTwoParagraphsMarksBoth) {
    const LetterParts parts = letterParts(QStringLiteral("one\n\ntwo"), {}, {{0, 8, MarkedSpan::Look::Warning}});
    EXPECT_EQ(marked(parts, MarkedSpan::Look::Warning), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
}

TEST(LetterDocument, EveryRunKnowsWhereItStandsInTheLetter) {
    const QString text = anasText();
    const LetterParts parts =
        letterParts(text, anasConversation().letters.back().zones, {{9, 30, MarkedSpan::Look::Evidence}});
    for (const auto* list : {&parts.shown, &parts.folded}) {
        for (const LetterParagraph& paragraph : *list) {
            for (const LetterRun& run : paragraph.runs) {
                if (run.text != QString(QChar(QChar::LineSeparator))) {
                    EXPECT_EQ(text.mid(run.from, run.text.size()), run.text);
                }
            }
        }
    }
}

TEST(LetterDocument, FoldsSignatureAndQuotesAndCountsThem) {
    const service::Conversation conversation = anasConversation();
    const LetterParts parts = letterParts(anasText(), conversation.letters.back().zones, {});
    EXPECT_TRUE(wordsOf(parts.shown).endsWith(QStringLiteral("Best,/Ana")));
    EXPECT_TRUE(wordsOf(parts.folded).contains(QStringLiteral("Head of Lab Operations")));
    EXPECT_TRUE(wordsOf(parts.folded).contains(QStringLiteral("> Not yet.")));
    EXPECT_EQ(LetterWords::folded(parts), QStringLiteral("Signature and 2 quoted messages"));
}

TEST(LetterDocument, ABareForwardFoldsNothing) {
    const QString text = QStringLiteral("On 6 May, Ana wrote:\n> the quote\n");
    const LetterParts parts = letterParts(text, {{ZoneKind::QuoteHeader, 0, 21}, {ZoneKind::Quote, 21, 33}}, {});
    EXPECT_EQ(wordsOf(parts.shown), QStringLiteral("On 6 May, Ana wrote:/> the quote"));
    EXPECT_TRUE(parts.folded.empty());
    EXPECT_TRUE(LetterWords::folded(parts).isEmpty());
}

TEST(LetterDocument, ALongLetterBeginsWithTheFirstCharactersOnly) {
    const LetterParts parts =
        letterParts(QStringLiteral("one two\n\nthree four\n\nfive"), {}, {{4, 7, MarkedSpan::Look::Evidence}});
    EXPECT_EQ(lengthOf(parts.shown), 21);
    EXPECT_EQ(wordsOf(beginningOf(parts.shown, 12)), QStringLiteral("one two|three"));
    EXPECT_EQ(wordsOf(beginningOf(parts.shown, 100)), wordsOf(parts.shown));
}

TEST(LetterDocument, FindsLinksAndLeavesThePunctuationOutside) {
    const LetterParts parts = letterParts(
        QStringLiteral("See (https://caldervoss.example/q?a=1&b=2), or write to ana.ruiz@caldervoss.example."), {}, {});
    QStringList links;
    for (const LetterRun& run : parts.shown.front().runs) {
        if (!run.link.isEmpty()) {
            links << run.link;
            EXPECT_TRUE(run.link.endsWith(run.text));  // what is read is where it leads
        }
    }
    EXPECT_EQ(links, (QStringList{QStringLiteral("https://caldervoss.example/q?a=1&b=2"),
                                  QStringLiteral("mailto:ana.ruiz@caldervoss.example")}));
}

TEST(LetterDocument, NoOtherSchemeBecomesALink) {
    const LetterParts parts =
        letterParts(QStringLiteral("javascript:alert(1) file:///etc/passwd data:text/html,x"), {}, {});
    for (const LetterRun& run : parts.shown.front().runs) {
        EXPECT_TRUE(run.link.isEmpty());
    }
}

TEST(LetterDocument, PersonalMailIsReadAsTextAndBulkAsDesigned) {
    service::LetterView letter = aLetter(1, ana(), QStringLiteral("Hello"));
    EXPECT_FALSE(readsBetterAsHtml(letter));
    letter.safeHtml = QStringLiteral("<p>Hello</p>");
    EXPECT_FALSE(readsBetterAsHtml(letter));
    letter.message.bulk.listId = QStringLiteral("news.example");
    EXPECT_TRUE(readsBetterAsHtml(letter));
    letter.message.bulk = {};
    letter.text = QStringLiteral(" \n ");
    EXPECT_TRUE(readsBetterAsHtml(letter));
    letter.text = QStringLiteral("This needs HTML.");
    letter.safeHtml =
        QStringLiteral("<p>Dear Mara,</p><p>here is the offer you asked for, with all three tables and the terms.</p>");
    EXPECT_TRUE(readsBetterAsHtml(letter));
}

TEST(LetterDocument, OnlyReasonsThatLiftAreUnderlined) {
    service::LetterView letter = aLetter(13, ana(), QStringLiteral("abcdef"));
    Decision decision = aDecision(13, Priority::High, 0.8);
    decision.contributions = {withEvidence(because(QStringLiteral("a"), {}, 1), letter.text, QStringLiteral("ab")),
                              withEvidence(because(QStringLiteral("b"), {}, -1), letter.text, QStringLiteral("cd"))};
    EXPECT_EQ(markedSpans(letter, decision).size(), 1U);
    decision.message = MessageId{99};
    EXPECT_TRUE(markedSpans(letter, decision).empty());
}

TEST(LetterWords, NamesRecipientsTheUserFirst) {
    Message message;
    message.to = {lena(), mara()};
    EXPECT_EQ(LetterWords::recipients(message, {mara().address}), QStringLiteral("to you and Lena Hoffmann"));
    message.cc = {ana(), tobias()};
    EXPECT_EQ(LetterWords::recipients(message, {mara().address}), QStringLiteral("to you, Lena Hoffmann and 2 others"));
    message.to.clear();
    message.cc.clear();
    EXPECT_EQ(LetterWords::recipients(message, {}), QStringLiteral("to undisclosed recipients"));
}

TEST(LetterWords, CallsPeopleByTheirFirstName) {
    EXPECT_EQ(LetterWords::shortName(ana()), QStringLiteral("Ana"));
    EXPECT_EQ(LetterWords::shortName({QStringLiteral("Ruiz, Ana"), {}}), QStringLiteral("Ana"));
    EXPECT_EQ(LetterWords::shortName({QStringLiteral("Dr. Yuki Tanabe"), {}}), QStringLiteral("Dr. Yuki Tanabe"));
    EXPECT_EQ(LetterWords::shortName({{}, QStringLiteral("desk@x.example")}), QStringLiteral("desk"));
}

TEST(LetterWords, AFileNameCannotTurnTheDirectionOfWriting) {
    Attachment file;
    file.filename = QStringLiteral("invoice\u202Efdp.exe");
    EXPECT_EQ(LetterWords::fileName(file), QStringLiteral("invoicefdp.exe"));
    EXPECT_TRUE(opensWithDanger(file));
    file.filename = QStringLiteral("quote.pdf");
    EXPECT_FALSE(opensWithDanger(file));
}

TEST(LetterWords, UnsubscribesByHttpsBeforeMailAndByNothingElse) {
    EXPECT_EQ(unsubscribeTarget(QStringLiteral("<mailto:leave@n.example>, <https://n.example/l>")).scheme(),
              QStringLiteral("https"));
    EXPECT_EQ(unsubscribeTarget(QStringLiteral("<mailto:leave@n.example>")).scheme(), QStringLiteral("mailto"));
    EXPECT_FALSE(unsubscribeTarget(QStringLiteral("<javascript:alert(1)>, <http://n.example>")).isValid());
}

TEST(EffectBars, StandLargestFirstWithTheStartingPointLast) {
    const std::vector<EffectBar> bars = effectBars(tobiasDecision());
    ASSERT_EQ(bars.size(), 7U);
    EXPECT_EQ(bars.front().quote, QStringLiteral("before we sign"));
    for (size_t i = 1; i + 1 < bars.size(); ++i) {
        EXPECT_GE(std::abs(bars[i - 1].effect), std::abs(bars[i].effect));
    }
    EXPECT_EQ(bars.back().kind, EffectBar::Kind::Bias);
}

TEST(EffectBars, AddUpToTheScoreHoweverManyAreShown) {
    const Decision decision = tobiasDecision();
    double score = 0;
    for (const Contribution& reason : decision.contributions) {
        score += reason.effect;
    }
    for (const int shown : {0, 1, 3, 20}) {
        double sum = 0;
        for (const EffectBar& bar : effectBars(decision, shown)) {
            sum += bar.effect;
        }
        EXPECT_NEAR(sum, score, 1e-9);
    }
}

TEST(EffectBars, TakeTheQuoteFromTheLetterWhereTheDecisionHoldsNone) {
    Decision decision = aDecision(23, Priority::High, 0.8);
    const QString note = QString(QStringLiteral("request")) + QChar(0x1F);
    decision.contributions = {withEvidence(because(QStringLiteral("content.request"), note, 1), tobiasText(),
                                           QStringLiteral("before we sign"))};
    EXPECT_EQ(effectBars(decision).front().lead, QStringLiteral("Asks for something"));
    EXPECT_EQ(effectBars(decision, 7, tobiasText()).front().sentence,
              QStringLiteral("Asks \u201cbefore we sign\u201d"));
}

TEST(EffectBars, SayTheirSizeWithARealMinusSign) {
    EXPECT_EQ(effectText(1.4), QStringLiteral("+1.4"));
    EXPECT_EQ(effectText(-0.5), QStringLiteral("\u22120.5"));
}

TEST(ReasonText, FillsNumbersAndQuotes) {
    const QChar unit(0x1F);
    EXPECT_EQ(reasonText(because(QStringLiteral("sender.replied_fraction"),
                                 QString(QStringLiteral("9") + unit + QStringLiteral("11")), 1))
                  .sentence,
              QStringLiteral("You answered 9 of 11"));
    const ReasonText asks = reasonText(because(QStringLiteral("content.request"),
                                               QString(QStringLiteral("0.9") + unit + QStringLiteral("call me")), 1));
    EXPECT_EQ(asks.sentence, QStringLiteral("Asks \u201ccall me\u201d"));
    EXPECT_EQ(reasonSentence(QStringLiteral("unheard.of")), QStringLiteral("unheard.of"));
}
