// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Holds the sentence model to what it once reached on sentences it never learnt from.
#include "core/triage/calibration.h"
#include "core/triage/sentence_model.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

using SentenceTexts = QHash<QString, QString>;

/// Every sentence of the threads, by list number and sentence id.
SentenceTexts threadSentences(QFile& file) {
    SentenceTexts texts;
    QXmlStreamReader xml(&file);
    QString thread;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"listno") {
            thread = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == u"Sent") {
            const QString key = thread + u'|' + xml.attributes().value(QLatin1String("id"));
            texts.insert(key, xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    return texts;
}

struct RequestMarks {
    QHash<QString, int> requests;  ///< how many annotators said so
    QSet<QString> threads;
};

RequestMarks requestMarks(QFile& file) {
    RequestMarks marks;
    QXmlStreamReader xml(&file);
    QString thread;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"listno") {
            thread = xml.readElementText();
            marks.threads.insert(thread);
        } else if (xml.name() == u"req") {
            marks.requests[thread + u'|' + xml.attributes().value(QLatin1String("id"))]++;
        }
    }
    return marks;
}

}  // namespace

TEST(SentenceModelOnMailingLists, FindsTheRequestsThatPeopleMarked) {
    const QDir folder(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/lab-bc3"));
    QFile corpus(folder.filePath(QStringLiteral("corpus.xml")));
    QFile annotation(folder.filePath(QStringLiteral("annotation.xml")));
    if (!corpus.open(QIODevice::ReadOnly) || !annotation.open(QIODevice::ReadOnly)) {
        GTEST_SKIP() << "the folder lab-bc3 is not here";
    }
    const SentenceTexts texts = threadSentences(corpus);
    const RequestMarks marks = requestMarks(annotation);
    std::vector<Scored> scored;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        const bool quoted = it->trimmed().startsWith(u'>') || it->trimmed().startsWith(QStringLiteral("&gt;"));
        if (marks.threads.contains(it.key().section(u'|', 0, 0)) && !quoted) {
            scored.push_back({SentenceModel::shipped().score(*it)[static_cast<size_t>(Head::Request)],
                              marks.requests.value(it.key()) >= 1});
        }
    }
    ASSERT_GT(scored.size(), 700U);
    const double auc = rocAuc(scored);
    RecordProperty("auc", std::to_string(auc));
    EXPECT_GT(auc, 0.86);
}
