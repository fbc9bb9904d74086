// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/triage/sentence_model.h"
#include "core/triage/sentences.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

QStringList cut(const QString& text) {
    QStringList sentences;
    for (const Sentence& one : splitSentences(text)) {
        sentences << text::oneLine(one.text);
    }
    return sentences;
}

double probability(const char* sentence, Head head) {
    return SentenceModel::shipped().score(QString::fromUtf8(sentence))[static_cast<size_t>(head)];
}

}  // namespace

TEST(Sentences, EndAtMarksButNotAtAbbreviations) {
    EXPECT_EQ(cut(QStringLiteral("Dr. Voss called. It costs 3.50 EUR, e.g. per unit! Really?")),
              (QStringList{QStringLiteral("Dr. Voss called."), QStringLiteral("It costs 3.50 EUR, e.g. per unit!"),
                           QStringLiteral("Really?")}));
    EXPECT_EQ(cut(QStringLiteral("See www.harbour.example for more. Thanks")).size(), 2);
    EXPECT_EQ(cut(QStringLiteral("He asked \"why?\" Then he left.")).size(), 2);
}

TEST(Sentences, RunOnOverWrappedLines) {
    EXPECT_EQ(cut(QStringLiteral("Could you send the certificates of all six reference units\nbefore Friday?")).size(),
              1);
}

TEST(Sentences, StartAnewAtGreetingsBulletsAndEmptyLines) {
    EXPECT_EQ(cut(QStringLiteral("Hi Mara,\nplease see below\n\n- send the quote\n- call Tom\n2) sign")),
              (QStringList{QStringLiteral("Hi Mara,"), QStringLiteral("please see below"),
                           QStringLiteral("send the quote"), QStringLiteral("call Tom"), QStringLiteral("sign")}));
}

TEST(Sentences, CutOtherScriptsToo) {
    EXPECT_EQ(cut(QStringLiteral("見積もりをください。よろしくお願いします。")).size(), 2);
    EXPECT_EQ(cut(QStringLiteral("¿Puede enviarnos un presupuesto? Gracias.")).size(), 2);
}

TEST(Sentences, HandOutOffsetsThatSliceTheTextRight) {
    const QString text = QStringLiteral("\U0001F600 Hi!  Can you \U0001F680 launch?\n\nBye.");
    for (const Sentence& one : splitSentences(text)) {
        const qsizetype start = text::utf16Index(text, one.start);
        EXPECT_EQ(QStringView(text).mid(start, text::utf16Index(text, one.end) - start), one.text);
    }
    EXPECT_EQ(splitSentences(text).size(), 3U);
}

TEST(Sentences, ReadOnlyTheAuthorsZones) {
    const QString text = QStringLiteral("\U0001F600 New words here.\n> Could you send a quote?\nMore of mine.");
    const int quote = static_cast<int>(text::codePoints(text.left(text.indexOf(u'>'))));
    const int after = static_cast<int>(text::codePoints(text.left(text.indexOf(QStringLiteral("More")))));
    const auto sentences = splitSentences(text, {{ZoneKind::Author, 0, quote},
                                                 {ZoneKind::Quote, quote, after},
                                                 {ZoneKind::Author, after, static_cast<int>(text::codePoints(text))}});
    ASSERT_EQ(sentences.size(), 2U);
    EXPECT_EQ(sentences[1].text.toString(), QStringLiteral("More of mine."));
    EXPECT_EQ(sentences[1].start, after);
    EXPECT_TRUE(splitSentences(text, {{ZoneKind::Quote, 0, 30}}).empty());
}

TEST(Sentences, SurviveNothingAndNonsense) {
    EXPECT_TRUE(splitSentences(QString()).empty());
    EXPECT_TRUE(splitSentences(QStringLiteral("... !!! \n\n ---")).empty());
    EXPECT_TRUE(splitSentences(QStringLiteral("abc"), {{ZoneKind::Author, 50, 90}}).empty());
    const QString endless = QString(20000, u'a') + QStringLiteral(" ") + QString(20000, u'b');
    EXPECT_EQ(splitSentences(endless).size(), 2U);
}

TEST(SentenceModel, HearsWhatPeopleWant) {
    EXPECT_GT(probability("Could you please send me the signed contract by Friday?", Head::Request), 0.7);
    EXPECT_GT(probability("I will send you the offer tomorrow.", Head::Commitment), 0.5);
    EXPECT_GT(probability("Shall we meet on Tuesday at 10 in our office?", Head::Meeting), 0.5);
    EXPECT_GT(probability("When does the warranty start?", Head::Question), 0.8);
    EXPECT_GT(probability("Could you send us a quote for 40 seats?", Head::Pricing), 0.4);
    EXPECT_GT(probability("We would like to cancel our subscription.", Head::Cancellation), 0.4);
    EXPECT_GT(probability("Would you speak at our conference in May?", Head::Speaking), 0.4);
}

TEST(SentenceModel, IsQuietAboutSmallTalk) {
    for (const char* sentence : {"Nice weather here, finally.", "The harvest was early this year.", "Best regards,"}) {
        for (const double p : SentenceModel::shipped().score(QString::fromUtf8(sentence))) {
            EXPECT_LT(p, 0.5) << sentence;
        }
    }
}

TEST(SentenceModel, PointsAtTheSentenceThatSaysIt) {
    const QString text = QStringLiteral("Nice weather here. Could you please send me the contract? Best regards");
    const ContentScores scores = SentenceModel::shipped().scoreText(text);
    const auto& said = scores.sentences.at(static_cast<size_t>(scores.evidence[static_cast<size_t>(Head::Request)]));
    EXPECT_EQ(text.mid(said.start, said.end - said.start), QStringLiteral("Could you please send me the contract?"));
    EXPECT_GE(scores[Head::Request], std::min(0.99, said[Head::Request]));
    EXPECT_FALSE(scores.namesMoney);
    EXPECT_TRUE(SentenceModel::shipped().scoreText(QStringLiteral("Pay 500 euros by Friday.")).namesMoney);
    EXPECT_TRUE(SentenceModel::shipped().scoreText(QStringLiteral("Unsubscribe from this list")).unsubscribes);
}

TEST(SentenceModel, HardlyBelievesTheOpportunitiesOfAMassMailing) {
    const QString offer = QStringLiteral("Could you send us a quote for 40 seats?");
    const double personal = SentenceModel::shipped().scoreText(offer)[Head::Pricing];
    const ContentScores bulk =
        SentenceModel::shipped().scoreText(offer + QStringLiteral("\n\nUnsubscribe here: https://shop.example/u"));
    EXPECT_TRUE(bulk.unsubscribes);
    EXPECT_LT(bulk[Head::Pricing], personal / 2);
    EXPECT_FALSE(
        SentenceModel::shipped().scoreText(offer + QStringLiteral(" See https://firm.example/spec")).unsubscribes);
}

TEST(SentenceModel, ALongQuietMailDoesNotAddUpToARequest) {
    QString text;
    for (int i = 0; i < 200; ++i) {
        text += QStringLiteral("The harvest was a week early this time. ");
    }
    const double once = probability("The harvest was a week early this time.", Head::Request);
    EXPECT_LT(SentenceModel::shipped().scoreText(text)[Head::Request], 2 * once);
}

TEST(SentenceModel, RefusesForeignBytes) {
    EXPECT_EQ(SentenceModel::fromBytes("KSEN").error().kind, ErrorKind::Malformed);
    SentenceWeights weights;
    weights.grams = {1, 2};
    weights.gramWeights.resize(2);
    QByteArray bytes = toBytes(weights);
    EXPECT_TRUE(SentenceModel::fromBytes(bytes));
    bytes.chop(1);
    EXPECT_EQ(SentenceModel::fromBytes(bytes).error().kind, ErrorKind::Malformed);
}

TEST(SentenceModel, MovesToThePriorOfTheStreamItIsGiven) {
    const SentenceModel& model = SentenceModel::shipped();
    const QString ask = QStringLiteral("Could you look at section 4 again?");
    const auto quiet = model.score(QStringLiteral("It rained all day."));
    const HeadProbabilities few = model.priorsOf(std::vector<HeadProbabilities>(10, quiet));
    EXPECT_EQ(model.scoreText(ask, {}, few)[Head::Request], model.scoreText(ask)[Head::Request])
        << "ten sentences say nothing about how often people ask";
    const HeadProbabilities many = model.priorsOf(std::vector<HeadProbabilities>(1000, quiet));
    EXPECT_LT(model.scoreText(ask, {}, many)[Head::Request], model.scoreText(ask)[Head::Request]);
}
