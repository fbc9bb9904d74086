// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories about mbox files: every quoting, both directions, every damage.
#include "core/intake/mbox_reader.h"
#include "tests/unit/intake/intake_story.h"

#include <algorithm>
#include <random>

namespace kith::intake {
namespace {

using namespace story;

QByteArray quoted(const QByteArray& message, bool reversible) {
    QByteArray out;
    for (const QByteArray& line : message.split('\n')) {
        qsizetype marks = 0;
        while (reversible && marks < line.size() && line[marks] == '>') {
            ++marks;
        }
        out += (line.mid(marks).startsWith("From ") ? ">" + line : line) + '\n';
    }
    out.chop(1);
    return out;
}

QByteArray withLength(QByteArray message) {
    const qsizetype body = message.indexOf("\n\n") + 2;
    return message.insert(body - 1, "Content-Length: " + QByteArray::number(message.size() - body) + "\n");
}

QByteArray randomBody(std::mt19937& random, bool mayQuoteMarks) {
    static const QByteArray lines[] = {"plain",
                                       "",
                                       "From here on",
                                       "From bob@south.example Mon Jan  1 10:00:00 2024",
                                       "Subject: not a header",
                                       "Date: 1 Jan 2024 10:00:00 +0000",
                                       "caf\xC3\xA9",
                                       "\xFF\x01",
                                       ">From quoted",
                                       ">>From twice",
                                       "From: x@y.example"};
    QByteArray body;
    for (unsigned i = random() % 12; i > 0; --i) {
        body += lines[random() % (mayQuoteMarks ? 11 : 8)] + '\n';
    }
    return body;
}

TEST(Mbox, EveryVariantGivesBackTheBytesThatWereWritten) {
    std::mt19937 random(7);
    for (int round = 0; round < 120; ++round) {
        const auto variant = static_cast<MboxVariant>(round % 4);
        const bool lengths = variant == MboxVariant::Mboxcl || variant == MboxVariant::Mboxcl2;
        const bool marks = variant == MboxVariant::Mboxrd || variant == MboxVariant::Mboxcl2;
        Files files;
        QByteArray mbox;
        QList<QByteArray> written;
        for (int day = 0; day < 12; ++day) {
            QByteArray message = mail(day, randomBody(random, marks) + (day == 0 ? "From evidence\nlast\n" : ""));
            if (variant != MboxVariant::Mboxcl2) {
                const QByteArray stored = quoted(message, variant == MboxVariant::Mboxrd);
                mbox += entry(lengths ? withLength(stored) : stored);
                if (lengths) {
                    const QByteArray header = withLength(stored);
                    message.insert(message.indexOf("\n\n") + 1,
                                   header.mid(header.indexOf("Content-Length"),
                                              header.indexOf("\n\n") + 1 - header.indexOf("Content-Length")));
                }
            } else {
                message = withLength(message);
                mbox += entry(message);
            }
            written.prepend(message);
        }
        const QString path = files.write(QStringLiteral("Inbox.mbox"), mbox);
        ASSERT_EQ(readPath(path).bytes(), written) << "round " << round;
        OpenOptions stored;
        stored.order = ReadingOrder::AsStored;
        std::reverse(written.begin(), written.end());
        ASSERT_EQ(readPath(path, stored).bytes(), written) << "round " << round;
        ASSERT_EQ(readPath(files.pack(QStringLiteral("Inbox.mbox.gz"), {{"Inbox", mbox}})).bytes(), written) << round;
    }
}

TEST(Mbox, TellsTheNewestMessageFirstWhicheverWayTheFileGrew) {
    for (const auto& days : {std::vector{1, 2, 3, 4, 5, 6}, std::vector{6, 5, 4, 3, 2, 1}}) {
        Files files;
        QByteArray mbox;
        for (const int day : days) {
            mbox += entry(mail(day));
        }
        const Outcome outcome = readPath(files.write(QStringLiteral("x"), mbox));
        ASSERT_EQ(outcome.messages.size(), 6U);
        EXPECT_EQ(outcome.messages.front().bytes, mail(6));
        EXPECT_EQ(outcome.messages.back().bytes, mail(1));
    }
}

TEST(Mbox, AnUnsortedFileGoesOnByDateAfterItsFirstRows) {
    Files files;
    QByteArray mbox;
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        mbox += entry(mail(static_cast<int>(random() % 56), QByteArray::number(i) + '\n'));
    }
    const QString path = files.write(QStringLiteral("x"), mbox);
    const Outcome outcome = readPath(path);
    ASSERT_EQ(outcome.messages.size(), 300U);
    OpenOptions asStored;
    asStored.order = ReadingOrder::AsStored;
    const Outcome stored = readPath(path, asStored);
    auto offsets = [](const Outcome& read) {
        std::vector<qint64> all;
        for (const RawMessage& message : read.messages) {
            all.push_back(message.offset);
        }
        std::ranges::sort(all);
        return all;
    };
    EXPECT_EQ(offsets(outcome), offsets(stored));
    const auto month = [&](std::size_t i) { return outcome.messages[i].bytes.contains(" Feb 2024") ? 2 : 1; };
    for (std::size_t i = 257; i < 300; ++i) {
        ASSERT_LE(month(i), month(i - 1)) << i;
    }
    EXPECT_NE(month(256), month(299));
    expectResumable(path);
}

TEST(Mbox, GoesOnAfterEachMessageWhereItWasStopped) {
    Files files;
    QByteArray mbox;
    for (int day = 0; day < 9; ++day) {
        mbox += entry(mail(day));
    }
    const QString path = files.write(QStringLiteral("x"), mbox);
    expectResumable(path);
    OpenOptions stored;
    stored.order = ReadingOrder::AsStored;
    expectResumable(path, stored);
    expectResumable(files.write(QStringLiteral("junk"), "some words\n" + mbox));
}

TEST(Mbox, ABodyLineWithFromDoesNotSplitWhereNoHeaderFollows) {
    Files files;
    const QByteArray first =
        mail(1, "Words.\n\nFrom here on we go.\nAnd on.\n\nFrom bob Mon Jan  1 10:00:00 2024\nsays so\n");
    const Outcome outcome = readPath(files.write(QStringLiteral("x"), entry(first) + entry(mail(2))));
    ASSERT_EQ(outcome.messages.size(), 2U);
    EXPECT_EQ(outcome.messages[1].bytes, first);
}

TEST(Mbox, AMissingBlankLineBeforeFromStillSplits) {
    Files files;
    QByteArray one = entry(mail(1));
    one.chop(1);
    const Outcome outcome = readPath(files.write(QStringLiteral("x"), one + entry(mail(2))));
    EXPECT_EQ(outcome.bytes(), (QList<QByteArray>{mail(2), mail(1)}));
}

TEST(Mbox, CarriageReturnsAreKept) {
    Files files;
    QByteArray mbox = entry(mail(1)) + entry(mail(2));
    const Outcome outcome = readPath(files.write(QStringLiteral("x"), mbox.replace("\n", "\r\n")));
    ASSERT_EQ(outcome.messages.size(), 2U);
    EXPECT_EQ(outcome.messages[0].bytes, mail(2).replace("\n", "\r\n"));
}

TEST(Mbox, JunkBeforeTheFirstMessageIsRejectedWithItsPlace) {
    Files files;
    const Outcome outcome = readPath(files.write(QStringLiteral("x"), "left over\n\n" + entry(mail(1))));
    ASSERT_EQ(outcome.rejects.size(), 1U);
    EXPECT_EQ(outcome.rejects[0].offset, 0);
    EXPECT_TRUE(outcome.rejects[0].reason.contains(QStringLiteral("11 bytes")));
    ASSERT_EQ(outcome.messages.size(), 1U);
    EXPECT_EQ(outcome.messages[0].offset, 11);
}

TEST(Mbox, ARunOfNulBytesLosesNoMessage) {
    Files files;
    const Outcome outcome =
        readPath(files.write(QStringLiteral("x"), entry(mail(1)) + QByteArray(5000, '\0') + entry(mail(2))));
    EXPECT_EQ(outcome.bytes(), (QList<QByteArray>{mail(2), mail(1)}));
}

TEST(Mbox, ATruncatedLastMessageIsDelivered) {
    Files files;
    const QByteArray mbox = entry(mail(1)) + entry(mail(2));
    for (const qsizetype cut : {3, 20, 40, 60}) {
        const Outcome outcome = readPath(files.write(QStringLiteral("x"), mbox.chopped(cut)));
        ASSERT_EQ(outcome.messages.size(), 2U) << cut;
        EXPECT_EQ(outcome.bytes().count(mail(1)), 1) << cut;
        const QByteArray& last = outcome.messages[outcome.messages[0].bytes == mail(1) ? 1 : 0].bytes;
        EXPECT_FALSE(last.isEmpty()) << cut;
        EXPECT_TRUE(mail(2).startsWith(last)) << cut;
    }
}

TEST(Mbox, AWrongContentLengthIsNotBelieved) {
    Files files;
    const QByteArray first = mail(1).replace("\n\n", "\nContent-Length: 31\n\n");
    const Outcome outcome = readPath(files.write(QStringLiteral("x"), entry(first) + entry(mail(2))));
    EXPECT_EQ(outcome.bytes(), (QList<QByteArray>{mail(2), first}));
}

TEST(Mbox, ATooLargeMessageIsRejectedAndTheOthersAreRead) {
    Files files;
    OpenOptions small;
    small.maxMessageBytes = 1000;
    const QByteArray mbox = entry(mail(1)) + entry(mail(2, QByteArray(4 << 20, 'x') + '\n')) + entry(mail(3));
    for (const QString& path :
         {files.write(QStringLiteral("x"), mbox), files.pack(QStringLiteral("x.xz"), {{"x", mbox}})}) {
        const Outcome outcome = readPath(path, small);
        EXPECT_EQ(outcome.messages.size(), 2U);
        ASSERT_EQ(outcome.rejects.size(), 1U);
        EXPECT_EQ(outcome.rejects[0].offset, entry(mail(1)).size());
    }
}

TEST(Mbox, AChangedFileIsNotResumed) {
    Files files;
    const QString path = files.write(QStringLiteral("x"), entry(mail(1)) + entry(mail(2)));
    auto archive = MailArchive::open(path);
    ASSERT_TRUE((*archive)->next({}));
    OpenOptions from;
    from.resumeFrom = (*archive)->position();
    files.write(QStringLiteral("x"), entry(mail(1)) + entry(mail(2)) + entry(mail(3)));
    const auto again = MailArchive::open(path, from);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
}

}  // namespace
}  // namespace kith::intake
