// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contact values against signatures that people annotated in real mail. The floors lie a little below what was
// measured.
#include "core/base/text.h"
#include "core/mail/zones.h"
#include "core/people/contact_fields.h"
#include "signature_set.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

#include <gtest/gtest.h>

using namespace kith;

namespace {

struct Note {
    QString type;
    int start{0};
    int end{0};
};

struct NotedMail {
    QString text;
    QString from;
    QString shownFrom;
    std::vector<Note> notes;
};

std::vector<NotedMail> notedMails() {
    std::vector<NotedMail> mails;
    const QString path = qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-quagga/quagga.tar.xz");
    const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_all(reader.get());
    if (!QFile::exists(path) ||
        archive_read_open_filename(reader.get(), path.toUtf8().constData(), 65536) != ARCHIVE_OK) {
        return mails;
    }
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        if (!QString::fromUtf8(archive_entry_pathname(entry)).endsWith(QStringLiteral(".ann"))) {
            continue;
        }
        QByteArray bytes(archive_entry_size(entry), '\0');
        bytes.resize(std::max<la_ssize_t>(archive_read_data(reader.get(), bytes.data(), std::size_t(bytes.size())), 0));
        const QJsonObject json = QJsonDocument::fromJson(bytes).object();
        const QJsonObject header =
            json.value(QStringLiteral("meta")).toObject().value(QStringLiteral("header")).toObject();
        NotedMail mail{json.value(QStringLiteral("text")).toString(),
                       header.value(QStringLiteral("From")).toString(),
                       header.value(QStringLiteral("X-From")).toString().section(u'<', 0, 0).trimmed(),
                       {}};
        for (const QJsonValue& value : json.value(QStringLiteral("denotations")).toArray()) {
            const QJsonObject note = value.toObject();
            mail.notes.push_back({note.value(QStringLiteral("type")).toString(),
                                  note.value(QStringLiteral("start")).toInt(),
                                  note.value(QStringLiteral("end")).toInt()});
        }
        std::sort(mail.notes.begin(), mail.notes.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
        mails.push_back(std::move(mail));
    }
    return mails;
}

Address senderOfMail(const NotedMail& mail) {
    const qsizetype open = mail.from.indexOf(u'<');
    if (open >= 0) {
        return {mail.from.left(open).remove(u'"').trimmed(), mail.from.mid(open + 1).section(u'>', 0, 0)};
    }
    return {mail.shownFrom.contains(u'@') ? QString() : QString(mail.shownFrom).remove(u'"'), mail.from.trimmed()};
}

/// The field of ours that stands for an annotated one; empty where we have none.
QString fieldOf(const QString& type) {
    static const QMap<QString, QString> names{{QStringLiteral("Phone"), QStringLiteral("phone")},
                                              {QStringLiteral("Fax"), QStringLiteral("phone")},
                                              {QStringLiteral("Mail"), QStringLiteral("email")},
                                              {QStringLiteral("Name"), QStringLiteral("name")},
                                              {QStringLiteral("Organisation"), QStringLiteral("company")},
                                              {QStringLiteral("Position"), QStringLiteral("job_title")},
                                              {QStringLiteral("Address"), QStringLiteral("address")}};
    if (type == QStringLiteral("Body/Outro/Name")) {
        return QStringLiteral("name");
    }
    return type.startsWith(QStringLiteral("Body/Signature/")) ? names.value(type.mid(15)) : QString();
}

bool overlap(const Note& note, int start, int end) {
    return note.start < end && start < note.end;
}

/// A value is right where it overlaps an annotation of its field. own: annotations of the mail's first signature.
void scoreMail(SetScore& score, const Letter& letter, const std::vector<Note>& own) {
    std::vector<bool> found(own.size(), false);
    for (const people::ContactField& field : people::contactFields(letter)) {
        ++score.values;
        score.badSpans += slicesTrue(letter.text, field) ? 0 : 1;
        if (field.start < 0) {
            continue;
        }
        bool right = false;
        for (std::size_t i = 0; i < own.size(); ++i) {
            const bool same = fieldOf(own[i].type) == field.field && overlap(own[i], field.start, field.end);
            right = right || same;
            found[i] = found[i] || same;
        }
        FieldScore& tally = score.fields[field.field];
        ++(right ? tally.right : tally.wrong);
        if (!right) {
            score.mistakes << QStringLiteral("wrong ") + field.field + QStringLiteral(" | ") +
                                  QString(field.raw).replace(u'\n', u'/');
        }
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (!found[i] && !fieldOf(own[i].type).isEmpty()) {
            ++score.fields[fieldOf(own[i].type)].missed;
            const qsizetype from = text::utf16Index(letter.text, own[i].start);
            score.mistakes
                << QStringLiteral("missed ") + fieldOf(own[i].type) + QStringLiteral(" | ") +
                       letter.text.mid(from, text::utf16Index(letter.text, own[i].end) - from).replace(u'\n', u'/');
        }
    }
}

/// Only some of the mails have the values of their signatures annotated.
bool hasValues(const std::vector<Note>& notes) {
    return std::any_of(notes.begin(), notes.end(), [](const Note& note) {
        return note.type.startsWith(QStringLiteral("Body/Signature/")) && !fieldOf(note.type).isEmpty();
    });
}

/// The first signature of a mail, before any header of a quoted message; nothing where it has none.
std::optional<Note> ownSignature(const NotedMail& mail) {
    for (const Note& note : mail.notes) {
        if (note.type.startsWith(QStringLiteral("Header"))) {
            return std::nullopt;
        }
        if (note.type == QStringLiteral("Body/Signature")) {
            return note;
        }
    }
    return std::nullopt;
}

void show(const char* name, const SetScore& score, int mails, qint64 microseconds) {
    if (qEnvironmentVariableIsSet("KITH_REPORT")) {
        printf("%s: %d mails, %lld us\n%s%s\n", name, mails, static_cast<long long>(microseconds),
               qPrintable(score.table()), qPrintable(score.mistakes.join(u'\n')));
    }
}

TEST(AnnotatedMail, ValuesInSignaturesWhoseZoneIsGiven) {
    const auto mails = notedMails();
    if (mails.empty()) {
        GTEST_SKIP() << "the annotated mails are not here";
    }
    SetScore score;
    int seen = 0;
    QElapsedTimer timer;
    timer.start();
    for (const NotedMail& mail : mails) {
        if (const auto signature = ownSignature(mail)) {
            Letter letter;
            letter.from = {senderOfMail(mail)};
            letter.text = mail.text;
            letter.zones = {{ZoneKind::Signature, signature->start, signature->end}};
            std::vector<Note> own;
            std::copy_if(mail.notes.begin(), mail.notes.end(), std::back_inserter(own), [&](const Note& note) {
                const bool above =
                    note.type == QStringLiteral("Body/Outro/Name") && note.start >= signature->start - 60;
                return (above || note.start >= signature->start) && note.end <= signature->end;
            });
            if (hasValues(own)) {
                scoreMail(score, letter, own);
                ++seen;
            }
        }
    }
    show("given zones", score, seen, timer.nsecsElapsed() / 1000);
    EXPECT_GT(seen, 30);
    EXPECT_EQ(score.badSpans, 0);
    EXPECT_GE(score.fields[QStringLiteral("phone")].precision(), 0.9);
    EXPECT_GE(score.fields[QStringLiteral("phone")].recall(), 0.75);
    EXPECT_GE(score.fields[QStringLiteral("email")].precision(), 0.9);
}

TEST(AnnotatedMail, EveryMailGivesOnlyValuesThatStandInIt) {
    const auto mails = notedMails();
    if (mails.empty()) {
        GTEST_SKIP() << "the annotated mails are not here";
    }
    SetScore score;
    SetScore others;  // mails whose values nobody annotated: only the spans are looked at
    qint64 spent = 0;
    for (const NotedMail& mail : mails) {
        Letter letter;
        letter.from = {senderOfMail(mail)};
        letter.text = mail.text;
        letter.zones = mail::zonesOf(letter.text);
        std::vector<Note> own;
        for (const Note& note : mail.notes) {
            if (note.type.startsWith(QStringLiteral("Header"))) {
                break;
            }
            own.push_back(note);
        }
        QElapsedTimer timer;
        timer.start();
        scoreMail(hasValues(own) ? score : others, letter, own);
        spent += timer.nsecsElapsed() / 1000;
    }
    show("found zones", score, int(mails.size()), spent);
    EXPECT_EQ(score.badSpans + others.badSpans, 0);
    EXPECT_GE(score.fields[QStringLiteral("phone")].precision(), 0.9);
}

}  // namespace
