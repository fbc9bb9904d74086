// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_import_job.h"
#include "tests/unit/service/service_house.h"

#include <QProcess>

#include <random>

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

class ContactImports : public kith::testing::ServiceHouse {
protected:
    ContactImportReport bring(ContactImportRequest request, std::stop_token stop = {}, ContactImportHooks hooks = {}) {
        const auto report = ContactImportJob(*cellar, std::move(hooks)).run(request, stop);
        EXPECT_TRUE(good(report));
        if (report) {
            EXPECT_EQ(report->seen,
                      report->created + report->updated + report->unchanged + report->duplicate + report->rejected);
        }
        return report ? *report : ContactImportReport{};
    }
    ContactImportReport bring(const QString& path) {
        ContactImportRequest request;
        request.path = path;
        return bring(request);
    }
    qint64 number(const char* sql) { return cellar->database->number(sql)->value_or(-1); }
    /// Everything that is known of people, without the numbers of rows.
    QStringList knowledge() {
        QStringList lines;
        auto rows =
            cellar->database->query("SELECT entity, field, value, source, valid_to FROM observations ORDER BY 1, 2, 3");
        while (rows.next()) {
            lines << QStringList{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)}.join(u'|');
        }
        auto waiting = cellar->database->query("SELECT contact_id, line, said FROM imported_rows ORDER BY 1");
        while (waiting.next()) {
            lines << QStringList{waiting.text(0), waiting.text(1), waiting.text(2)}.join(u'|');
        }
        auto names = cellar->database->query("SELECT kind, value, contact_id FROM identities ORDER BY 1, 2");
        while (names.next()) {
            lines << QStringList{names.text(0), names.text(1), names.text(2)}.join(u'|');
        }
        lines << QString::number(number("SELECT count(*) FROM contacts"));
        return lines;
    }
    /// How many values are known, also of those that wait in their rows.
    qint64 values() {
        return number("SELECT count(*) FROM observations") + number("SELECT COALESCE(sum(held), 0) FROM imported_rows");
    }
    /// As it happens when the lists are looked at.
    void settleAll() { EXPECT_TRUE(good(ContactBook(*cellar).refresh())); }
    QByteArray read(const QString& path) {
        QFile in(path);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly));
        return in.readAll();
    }
};

QByteArray quotedCell(const QByteArray& text, char delimiter) {
    if (!text.contains(delimiter) && !text.contains('"') && !text.contains('\n')) {
        return text;
    }
    QByteArray doubled = text;
    return '"' + doubled.replace("\"", "\"\"") + '"';
}

/// A list as people make them: quotes and line ends in cells, persons twice, addresses that are none, short rows.
QByteArray uglyTable(std::mt19937& dice, int rows) {
    const char delimiter = ",;\t"[dice() % 3];
    const QByteArray eol = dice() % 2 ? "\r\n" : "\n";
    const char* names[] = {"Ada Moor", "Bo \"Bob\" Lund", "O'Neill, Cy", "Jürgen Weiß", "王小明", "Dee\nRoe", "null"};
    QByteArray out = QByteArray("Name,E-mail,Company,Phone,Notes").replace(',', delimiter) + eol;
    for (int r = 0; r < rows; ++r) {
        const QByteArray number = QByteArray::number(int(dice() % unsigned(rows)));
        QList<QByteArray> cells{names[dice() % 7] + QByteArray(" ") + number,
                                dice() % 12 == 0 ? QByteArray("no address") : "p" + number + "@north.example",
                                dice() % 3 == 0 ? QByteArray() : "Firm " + QByteArray::number(int(dice() % 9)),
                                dice() % 4 == 0 ? QByteArray("-")
                                                : "+4722555" + QByteArray::number(1000 + int(dice() % 9000)),
                                dice() % 5 == 0 ? QByteArray("=1+1") : QByteArray("likes, \"quotes\"; and\nlines")};
        if (dice() % 15 == 0) {
            cells.removeLast();
        }
        if (dice() % 25 == 0) {
            cells = {"", "", "", "", ""};
        }
        for (qsizetype c = 0; c < cells.size(); ++c) {
            out += (c > 0 ? QByteArray(1, delimiter) : QByteArray()) + quotedCell(cells[c], delimiter);
        }
        out += eol;
    }
    return out;
}

}  // namespace

TEST_F(ContactImports, ConserveRowsRepeatWithoutChangeAndUndoWhole) {
    std::mt19937 dice(20260512);
    for (int round = 0; round < 25; ++round) {
        const bool looksAtLists = round % 2 == 0;
        if (looksAtLists) {
            settleAll();
        }
        const QStringList before = knowledge();
        const QString path = file("ugly.csv", uglyTable(dice, 5 + int(dice() % 60)));
        const ContactImportReport first = bring(path);
        EXPECT_EQ(first.seen, first.table.rows);
        if (looksAtLists) {
            settleAll();
        }
        const QStringList after = knowledge();
        const ContactImportReport second = bring(path);
        EXPECT_EQ(second.created + second.updated, 0) << "round " << round;
        EXPECT_EQ(second.seen, first.seen);
        EXPECT_EQ(second.rejected, first.rejected);
        EXPECT_EQ(knowledge(), after);
        if (round % 3 == 0) {
            ASSERT_TRUE(good(undoContactImport(*cellar, second.id)));
            EXPECT_EQ(knowledge(), after);
            ASSERT_TRUE(good(undoContactImport(*cellar, first.id)));
            EXPECT_EQ(knowledge(), before) << "round " << round;
        }
    }
}

TEST_F(ContactImports, RejectedRowsCanBeImportedAgainByteForByte) {
    std::mt19937 dice(7);
    for (int round = 0; round < 10; ++round) {
        ContactImportRequest request;
        request.path = file("ugly.csv", uglyTable(dice, 80));
        request.rejectsFile = folder.filePath(QStringLiteral("rejects.csv"));
        request.dryRun = true;
        const ContactImportReport first = bring(request);
        ASSERT_GT(first.rejected, 0);
        const QByteArray rejects = read(request.rejectsFile);
        request.path = request.rejectsFile;
        request.rejectsFile = folder.filePath(QStringLiteral("again.csv"));
        const ContactImportReport second = bring(request);
        EXPECT_EQ(second.seen, first.rejected);
        EXPECT_EQ(second.rejected, first.rejected);
        EXPECT_EQ(read(request.rejectsFile), rejects);
    }
}

TEST_F(ContactImports, GoOnFromEveryBatchAfterAKill) {
    std::mt19937 dice(3);
    ContactImportRequest request;
    request.path = file("many.csv", uglyTable(dice, 130));
    request.batchRows = 25;
    QStringList copies;
    ContactImportHooks hooks;
    hooks.progress = [&](const ContactImportReport& report, double) {
        const QString copy = folder.filePath(QStringLiteral("killed%1").arg(report.seen));
        QProcess::execute(QStringLiteral("cp"),
                          {QStringLiteral("-r"), folder.filePath(QStringLiteral("workspace")), copy});
        copies << copy;
    };
    const ContactImportReport whole = bring(request, {}, hooks);
    const qint64 observations = values();
    const qint64 contacts = number("SELECT count(*) FROM contacts");
    ASSERT_GE(copies.size(), 5);
    for (const QString& copy : std::as_const(copies)) {
        clock.advance(Millis{3'600'000});  // ids grow with time
        auto opened = Cellar::open({copy, {}, CellarMode::Write, nullptr}, clock);
        ASSERT_TRUE(good(opened));
        cellar = std::move(*opened);
        const ContactImportReport rest = bring(request);
        EXPECT_EQ(rest.id, whole.id);
        EXPECT_EQ(rest.seen, whole.seen);
        EXPECT_EQ(rest.created, whole.created);
        EXPECT_EQ(rest.duplicate, whole.duplicate);
        EXPECT_EQ(rest.rejected, whole.rejected);
        EXPECT_EQ(values(), observations);
        EXPECT_EQ(number("SELECT count(*) FROM contacts"), contacts);
        EXPECT_TRUE(good(undoContactImport(*cellar, rest.id)));
        EXPECT_EQ(number("SELECT count(*) FROM contacts"), 0);
    }
}

TEST_F(ContactImports, ADryRunTellsOldAndNewAndChangesNothing) {
    bring(file("a.csv", "Name,E-mail,Company\nAda Moor,ada@north.example,North\n"));
    const QStringList before = knowledge();
    ContactImportRequest request;
    request.path =
        file("b.csv", "Name,E-mail,Company\nAda Moor,ada@north.example,South\nBo,bo@north.example,\nx,y,z\n");
    request.dryRun = true;
    request.previewed = 10;
    const ContactImportReport report = bring(request);
    EXPECT_EQ(report.updated, 1);
    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(report.rejected, 1);
    ASSERT_EQ(report.previews.size(), 3U);
    const auto cell = std::ranges::find(report.previews[0].cells, QStringLiteral("company"), &CellChange::field);
    ASSERT_NE(cell, report.previews[0].cells.end());
    EXPECT_EQ(cell->before, QStringLiteral("North"));
    EXPECT_EQ(cell->after, QStringLiteral("South"));
    EXPECT_EQ(knowledge(), before);
}

TEST_F(ContactImports, FindPeopleByTheirRecordBeforeTheirAddress) {
    bring(file("a.csv", "Record ID,Name,Email\nr-1,Ada Moor,ada@north.example\n"));
    const ContactImportReport report = bring(
        file("b.csv", "Record ID,Name,Email\nr-1,Ada Moor,ada.moor@south.example\nr-2,Ada Moor,ada@other.example\n"));
    EXPECT_EQ(report.updated, 1);
    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(number("SELECT count(*) FROM contacts"), 2);
}

TEST_F(ContactImports, WhatTheUserLockedStaysShown) {
    bring(file("a.csv", "Name,E-mail,Company\nAda Moor,ada@north.example,North\n"));
    ContactBook book(*cellar);
    const ContactId ada = *book.find({QStringLiteral("email"), QStringLiteral("ada@north.example")});
    const ContactCard card = *book.card(ada);
    const auto north = std::ranges::find(card.observations, QStringLiteral("company"), &storage::Observation::field);
    ASSERT_NE(north, card.observations.end());
    storage::ChangeWriter change(*cellar->database,
                                 {QStringLiteral("contact.locked"), QStringLiteral("user"), {}, {}, {}, {}});
    ASSERT_TRUE(good(book.decide(change, north->id, Verdict::Lock)));
    ASSERT_TRUE(good(change.commit()));
    const ContactImportReport report = bring(file("b.csv", "Name,E-mail,Company\nAda Moor,ada@north.example,South\n"));
    EXPECT_EQ(report.updated, 1);
    EXPECT_EQ(book.card(ada)->value(QStringLiteral("company")), QStringLiteral("North"));
}

TEST_F(ContactImports, ValuesThatWaitInTheirRowCanBeSettledLikeAnyOther) {
    const ContactImportReport report =
        bring(file("a.csv", "Name,E-mail,Phone,Company\nAda Moor,ada@north.example,+4722555011,North\n"));
    EXPECT_EQ(number("SELECT count(*) FROM observations"), 0);
    ContactBook book(*cellar);
    const ContactId ada = *book.find({QStringLiteral("email"), QStringLiteral("ada@north.example")});
    const ContactCard card = *book.card(ada);
    EXPECT_EQ(card.value(QStringLiteral("company")), QStringLiteral("North"));
    const auto north = std::ranges::find(card.observations, QStringLiteral("company"), &storage::Observation::field);
    ASSERT_NE(north, card.observations.end());
    EXPECT_EQ((*book.observation(north->id))->value, QStringLiteral("North"));
    storage::ChangeWriter change(*cellar->database,
                                 {QStringLiteral("contact.locked"), QStringLiteral("user"), {}, {}, {}, {}});
    ASSERT_TRUE(good(book.decide(change, north->id, Verdict::Lock)));
    ASSERT_TRUE(good(change.commit()));
    EXPECT_EQ(number("SELECT count(*) FROM imported_rows"), 0);
    const ContactCard after = *book.card(ada);
    ASSERT_EQ(after.observations.size(), card.observations.size());
    for (std::size_t i = 0; i < after.observations.size(); ++i) {
        EXPECT_EQ(after.observations[i].id, card.observations[i].id);
        EXPECT_EQ(after.observations[i].value, card.observations[i].value);
    }
    ASSERT_TRUE(good(undoContactImport(*cellar, report.id)));
    EXPECT_EQ(book.card(ada)->value(QStringLiteral("company")), QStringLiteral("North"));  // the user's word stays
    EXPECT_TRUE(book.card(ada)->value(QStringLiteral("phone")).isEmpty());
}

TEST_F(ContactImports, TheListsShowWhoWaitsInARow) {
    bring(file("a.csv", "Name,E-mail,Company\nAda Moor,ada@north.example,North\nBo Lund,bo@south.example,South\n"));
    const auto people = ContactBook(*cellar).list({});
    ASSERT_TRUE(good(people));
    ASSERT_EQ(people->size(), 2U);
    EXPECT_EQ(people->front().name, QStringLiteral("Ada Moor"));
    EXPECT_EQ(people->front().company, QStringLiteral("North"));
    EXPECT_EQ(number("SELECT count(*) FROM imported_rows"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM contact_stale"), 0);
}

TEST_F(ContactImports, SomebodyOfTheSameNameIsAskedForAndTheAnswerHolds) {
    bring(file("a.csv", "Name,E-mail,Company\nAda Moor,ada@north.example,North\nCy Roe,cy@east.example,East\n"));
    settleAll();
    const QStringList before = knowledge();
    ContactImportRequest request;
    request.path = file("b.csv", "Name,E-mail\nAda Moor,ada@private.example\nCy Roe,roe@other.example\n");
    request.dryRun = true;
    request.previewed = 10;
    const ContactImportReport asked = bring(request);
    ASSERT_EQ(asked.likely.size(), 2U);
    EXPECT_EQ(asked.created, 2);
    EXPECT_EQ(asked.likely[0].knownMore, QStringLiteral("North"));
    request.samePeople.insert(asked.likely[0].line, asked.likely[0].known);
    request.samePeople.insert(asked.likely[1].line, ContactId{});
    request.dryRun = false;
    const ContactImportReport taken = bring(request);
    EXPECT_EQ(taken.updated, 1);
    EXPECT_EQ(taken.created, 1);
    EXPECT_EQ(number("SELECT count(*) FROM contacts"), 3);
    ContactBook book(*cellar);
    EXPECT_EQ(*book.find({QStringLiteral("email"), QStringLiteral("ada@private.example")}), asked.likely[0].known);
    ASSERT_TRUE(good(undoContactImport(*cellar, taken.id)));
    EXPECT_EQ(knowledge(), before);
}

TEST_F(ContactImports, CardsComeInLikeTables) {
    const ContactImportReport report = bring(
        file("a.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Moor\r\nEMAIL:ada@north.example\r\nORG:North\r\n"
                      "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Lund\r\nTEL:+4722555011\r\nEND:VCARD\r\n"));
    EXPECT_EQ(report.created, 2);
    EXPECT_EQ(number("SELECT count(*) FROM contacts"), 2);
}

TEST_F(ContactImports, AChoiceThatIsNoFieldIsRefusedByName) {
    ContactImportRequest request;
    request.path = file("a.csv", "Name,E-mail\nAda,ada@north.example\n");
    request.choices.insert(QStringLiteral("Name"), QStringLiteral("nam"));
    const auto report = ContactImportJob(*cellar).run(request);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::Malformed);
    request.choices = {{QStringLiteral("Nobody"), QStringLiteral("name")}};
    EXPECT_FALSE(ContactImportJob(*cellar).run(request));
}
