// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whatever a thread looks like, the draft lands in it: renamed subjects, missing parents, parents in the trash, many
// references, own aliases, over the real client.
#include "core/storage/remote_store.h"
#include "tests/unit/drafts/wire_house.h"

#include <random>

using namespace kith;
using kith::testing::good;
using kith::testing::GoogleHouse;
using kith::testing::WireComputer;

namespace {

constexpr int kShapes = 120;

struct ThreadShape {
    QByteArray subject;
    int letters{1};
    bool renamed{false};
    bool parentMissing{false};
    bool parentInTrash{false};
    bool toAlias{false};
    int references{0};  ///< ids of letters that nobody has
};

QByteArray letterId(int number, int letter) {
    return QByteArray("<t" + QByteArray::number(number) + "-" + QByteArray::number(letter) + "@caldervoss.example>");
}

QByteArray goneId(int number, int letter) {
    return QByteArray("<gone-" + QByteArray::number(number) + "-" + QByteArray::number(letter) +
                      "@caldervoss.example>");
}

QByteArray subjectOf(const ThreadShape& shape, int number, int letter) {
    if (letter == 0) {
        return shape.subject;
    }
    return QByteArray(shape.renamed ? QByteArray("Other matter " + QByteArray::number(number))
                                    : QByteArray("Re: " + shape.subject));
}

QByteArray shapedLetter(const ThreadShape& shape, int number, int letter) {
    QByteArray raw = "From: Ana Ruiz <ana@caldervoss.example>\r\nTo: ";
    raw += shape.toAlias ? "sales@fjordlight.example" : "mara@fjordlight.example";
    raw += "\r\nDate: Tue, 12 May 2026 0" + QByteArray::number(letter) + ":58:00 +0000\r\nSubject: ";
    raw += subjectOf(shape, number, letter) + "\r\n";
    raw += "Message-ID: " + letterId(number, letter) + "\r\n";  // Gmail gives one to mail that has none
    QByteArray references;
    for (int i = 0; i < shape.references; ++i) {
        references += goneId(number, i) + "\r\n ";
    }
    for (int i = 0; i < letter; ++i) {
        references += letterId(number, i) + " ";
    }
    if (!references.isEmpty()) {
        raw += "References: " + references.trimmed() + "\r\nIn-Reply-To: ";
        raw += letter > 0 ? letterId(number, letter - 1) : goneId(number, 0);
        raw += "\r\n";
    }
    return raw + "\r\nHi Mara,\r\n\r\nwhat about shape " + QByteArray::number(number) + "?\r\n\r\nAna\r\n";
}

ThreadShape shapeOf(int number, std::mt19937& random) {
    const auto dice = [&](unsigned below) { return static_cast<int>(random() % below); };
    const std::vector<QByteArray> subjects{"Quote " + QByteArray::number(number),
                                           "AW: Re: Fwd: Angebot " + QByteArray::number(number),
                                           "=?utf-8?Q?Gr=C3=BC=C3=9Fe_" + QByteArray::number(number) + "?=",
                                           "[EXT] Re: [sales] offer  " + QByteArray::number(number),
                                           "A subject that is long enough to be folded when it is written " +
                                               QByteArray::number(number) + " and goes on for a while after that"};
    ThreadShape shape;
    shape.subject = subjects[static_cast<size_t>(dice(5))];
    shape.letters = 1 + dice(4);
    shape.renamed = shape.letters > 1 && dice(4) == 0;
    shape.parentMissing = shape.letters > 1 && dice(4) == 0;
    shape.parentInTrash = shape.letters > 1 && !shape.parentMissing && dice(4) == 0;
    shape.toAlias = dice(3) == 0;
    shape.references = dice(3) == 0 ? 1 + dice(40) : 0;
    return shape;
}

TEST(DraftThreading, EveryShapeOfThreadGetsItsDraft) {
    GoogleHouse google;
    google.box().sendAs.push_back(
        {QStringLiteral("sales@fjordlight.example"), QStringLiteral("Sales"), {}, {}, false, false});
    std::mt19937 random{42};
    QStringList answered;
    std::vector<ThreadShape> shapes;
    for (int i = 0; i < kShapes; ++i) {
        const ThreadShape shape = shapeOf(i, random);
        QString last;
        for (int letter = 0; letter < shape.letters; ++letter) {
            const QByteArray raw = shapedLetter(shape, i, letter);
            if (shape.parentMissing && letter + 2 == shape.letters) {
                continue;
            }
            last = google.other().insert(raw, {QStringLiteral("INBOX"), QStringLiteral("UNREAD")});
            if (shape.parentInTrash && letter + 2 == shape.letters) {
                EXPECT_TRUE(google.other().trash(last));
            }
        }
        answered << last;
        shapes.push_back(shape);
    }
    WireComputer computer(google);
    computer.sync();
    int right = 0;
    for (int i = 0; i < kShapes; ++i) {
        const auto& box = google.box();
        const auto* original = box.find(answered[i].toULongLong(nullptr, 16));
        ASSERT_TRUE(original);
        const auto row = storage::RemoteStore(*computer.store().database, computer.account).row(answered[i]);
        ASSERT_TRUE(row && *row) << i;
        const auto draft = computer.drafts().generate({(*row)->message, {}, false, false}, computer.writer, {}, {});
        ASSERT_TRUE(good(draft)) << i;
        const auto approved = computer.approved((*draft)->id);
        ASSERT_TRUE(good(approved)) << i;
        const auto saved = computer.saving().save(*approved, {});
        ASSERT_TRUE(good(saved)) << i << " " << shapes[static_cast<size_t>(i)].subject.constData();
        const auto* stored = box.find(saved->remoteMessageId.toULongLong(nullptr, 16));
        ASSERT_TRUE(stored);
        EXPECT_EQ(stored->threadId, original->threadId)
            << i << " " << shapes[static_cast<size_t>(i)].subject.constData() << " renamed "
            << shapes[static_cast<size_t>(i)].renamed << " missing " << shapes[static_cast<size_t>(i)].parentMissing;
        right += stored->threadId == original->threadId ? 1 : 0;
        EXPECT_EQ(saved->from.address, shapes[static_cast<size_t>(i)].toAlias
                                           ? QStringLiteral("sales@fjordlight.example")
                                           : GoogleHouse::address());
    }
    std::cout << right << " of " << kShapes << " shapes in the right thread\n";
    EXPECT_EQ(google.box().drafts.all().size(), size_t(kShapes));
}

}  // namespace
