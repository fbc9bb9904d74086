// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The shipped sentence weights on what was kept out of their training, and the training itself on a few sentences.
#include "app/train/sentence_examples.h"
#include "core/triage/calibration.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::train;
using triage::Head;

namespace {

std::vector<triage::Scored> shippedOn(const std::vector<Example>& examples) {
    std::vector<triage::Scored> scored;
    for (const Example& one : examples) {
        if (one.kept) {
            const auto said = triage::SentenceModel::shipped().score(one.parts);
            scored.push_back({said[static_cast<size_t>(Head::Request)], one.label[0].positive});
        }
    }
    return scored;
}

double f1(const std::vector<triage::Scored>& scored) {
    double hits = 0, said = 0, marked = 0;
    for (const auto& one : scored) {
        hits += one.positive && one.score >= 0.5 ? 1 : 0;
        said += one.score >= 0.5 ? 1 : 0;
        marked += one.positive ? 1 : 0;
    }
    return 2 * hits / std::max(said + marked, 1.0);
}

class OwnFile : public ::testing::Test {
protected:
    QString write(const char* lines) {
        const QString path = folder.filePath(QStringLiteral("own.tsv"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(lines);
        return path;
    }
    QTemporaryDir folder;
};

}  // namespace

TEST(ShippedSentences, ReachTheirBarOnSentencesKeptOutOfTraining) {
    const auto examples = parakweetSentences(qEnvironmentVariable("KITH_CORPORA"));
    if (examples.empty()) {
        GTEST_SKIP() << "the folder lab-parakweet-intent is not here";
    }
    const auto scored = shippedOn(examples);
    ASSERT_GT(scored.size(), 400U);
    RecordProperty("auc", std::to_string(triage::rocAuc(scored)));
    EXPECT_GE(triage::rocAuc(scored), 0.91);
    EXPECT_GE(f1(scored), 0.77);
    EXPECT_LE(triage::expectedCalibrationError(scored), 0.05);
}

TEST(ShippedSentences, KnowWhereTheirFileCameFrom) {
    const QString tsv = qEnvironmentVariable("KITH_SOURCE_DIR") + QStringLiteral("/resources/models/sentences.tsv");
    if (!QFile::exists(tsv)) {
        GTEST_SKIP() << "the sources are not here";
    }
    const auto own = ownSentences(tsv);
    ASSERT_TRUE(own) << qPrintable(own.error().detail);
    EXPECT_GE(own->size(), 2000U);
    QHash<QString, int> times;
    for (const Example& one : *own) {
        EXPECT_EQ(++times[one.text], 1) << qPrintable(one.text);
    }
}

TEST_F(OwnFile, AWrongLabelIsRefusedWithItsLine) {
    const auto refused = ownSentences(write("labels\tlanguage\tsentence\nnone\ten\tFine.\nwish\ten\tSend it.\n"));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().detail.contains(QStringLiteral("line 3"))) << qPrintable(refused.error().detail);
    EXPECT_EQ(ownSentences(folder.filePath(QStringLiteral("no.tsv"))).error().kind, ErrorKind::NotFound);
}

TEST_F(OwnFile, AnOpenRequestTeachesNeitherYesNorNo) {
    const auto own =
        ownSentences(write("labels\tlanguage\tsentence\nrequest?\ten\tShop now.\nrequest\ten\tSend it.\n"));
    ASSERT_TRUE(own);
    EXPECT_EQ(own->at(0).label[0].weight, 0);
    EXPECT_GT(own->at(0).label[static_cast<size_t>(Head::Pricing)].weight, 0);
    EXPECT_TRUE(own->at(1).label[0].positive);
}

TEST_F(OwnFile, TheSameSentencesGiveTheSameWeights) {
    std::vector<Example> examples;
    for (int i = 0; i < 40; ++i) {
        Example one = exampleOf(i % 2 == 0 ? QStringLiteral("Please send the list number %1.").arg(i)
                                           : QStringLiteral("It rained on day %1.").arg(i));
        one.label[0] = {i % 2 == 0, 1};
        examples.push_back(std::move(one));
    }
    const auto everything = [](const Example&) { return true; };
    const triage::SentenceWeights weights = fitSentences(examples, everything);
    EXPECT_EQ(triage::toBytes(weights), triage::toBytes(fitSentences(examples, everything)));
    const auto margins = marginsOf(examples, weights);
    EXPECT_GT(margins[0][0], 0);
    EXPECT_LT(margins[1][0], 0);
}
