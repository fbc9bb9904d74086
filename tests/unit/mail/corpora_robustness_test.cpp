// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_sanitizer.h"
#include "core/mail/mime_parser.h"
#include "tests/unit/mail/corpora.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

using namespace kith;

namespace {

bool hasBody(QByteArray raw) {
    raw.replace("\r\n", "\n");
    const qsizetype end = raw.indexOf("\n\n");
    return end >= 0 && !raw.mid(end).trimmed().isEmpty();
}

class EveryMail : public testing::TestWithParam<const char*> {};

}  // namespace

TEST_P(EveryMail, BecomesALetterThatShowsSomething) {
    const QString folder = corpora::folder(QString::fromLatin1(GetParam()));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "no " << GetParam();
    }
    int seen = 0;
    qint64 slowest = 0;
    QElapsedTimer clock;
    for (const QString& path : corpora::files(folder)) {
        const QByteArray raw = corpora::bytesOf(path);
        if (path.endsWith(QStringLiteral(".json")) || path.endsWith(QStringLiteral("LICENSE.upstream.txt"))) {
            continue;
        }
        clock.start();
        const Letter letter = mail::parseMime(raw);
        slowest = qMax(slowest, clock.elapsed());
        ++seen;
        const bool saysSo = !letter.defects.empty();
        EXPECT_TRUE(saysSo || !letter.text.isEmpty() || !letter.html.isEmpty() || !letter.attachments.empty() ||
                    !hasBody(raw))
            << qPrintable(path);
        for (const Attachment& attachment : letter.attachments) {
            EXPECT_FALSE(attachment.filename.contains(u'/') || attachment.filename.contains(u'\\')) << qPrintable(path);
            EXPECT_EQ(mail::partContent(raw, attachment.part).size(), attachment.size) << qPrintable(path);
        }
        EXPECT_FALSE(letter.text.contains(QChar(0))) << qPrintable(path);
        EXPECT_FALSE(mail::sanitizeHtml(letter.html).html.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
    }
    EXPECT_GT(seen, 5);
    RecordProperty("slowest_ms", static_cast<int>(slowest));
}

/// Every trick that the corpus calls valid (level 1 to 3) but gzip64, which no RFC knows.
TEST(BrokenMail, HidesNoAttachmentByMeansThatTheRfcsAllow) {
    const QString folder = corpora::folder(QStringLiteral("mime-broken/hide-content.d"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "no mime-broken";
    }
    int valid = 0;
    for (const QString& path : corpora::files(folder)) {
        const Letter letter = mail::parseMime(corpora::bytesOf(path));
        if (!letter.subject.startsWith(u'[') || letter.subject.startsWith(QStringLiteral("[0]")) ||
            letter.subject.contains(QStringLiteral("gzip64"))) {
            continue;
        }
        ++valid;
        const bool found = std::any_of(letter.attachments.begin(), letter.attachments.end(), [](const Attachment& a) {
            return a.filename == u"eicar.zip" && a.sha256.startsWith("2c7a24");
        });
        EXPECT_TRUE(found) << qPrintable(letter.subject);
    }
    EXPECT_EQ(valid, 46);
}

INSTANTIATE_TEST_SUITE_P(Corpora, EveryMail,
                         testing::Values("mime-enmime", "mime-nodemailer", "mime-flanker", "mime-cpython",
                                         "mime-rspamd", "mime-webklex", "mime-broken", "mime-invites", "mime-stalwart",
                                         "mime-imap-tools"));
