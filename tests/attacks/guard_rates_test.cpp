// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How often the guard is wrong on ordinary mail, and how much it sees of attacks that others wrote. Measured, not
// trained: its words were written without them.
#include "core/intake/mail_archive.h"
#include "core/mail/mime_parser.h"
#include "core/service/aimed_letter.h"
#include "core/triage/assistant_guard.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <iostream>

using namespace kith;

namespace {

QString corpus(const char* name) {
    const QString root = qEnvironmentVariable("KITH_CORPORA");
    const QString path = root + u'/' + QLatin1String(name);
    return !root.isEmpty() && QFileInfo::exists(path) ? path : QString();
}

struct Rate {
    int flagged{0};
    int all{0};
    double percent() const { return all > 0 ? 100.0 * flagged / all : 0; }
};

std::ostream& operator<<(std::ostream& out, const Rate& rate) {
    return out << rate.flagged << " of " << rate.all << " (" << rate.percent() << " %)";
}

/// Every step-th message of an archive.
void readArchive(const QString& path, int step, int most, Rate* rate) {
    auto archive = intake::MailArchive::open(path, {});
    ASSERT_TRUE(archive) << qPrintable(path);
    int number = 0;
    for (int taken = 0; taken < most;) {
        const auto next = (*archive)->next({});
        if (!next) {
            continue;  // it breaks off here; the end comes next
        }
        const intake::ArchiveItem& item = *next;
        if (std::holds_alternative<intake::EndOfArchive>(item)) {
            return;
        }
        const auto* raw = std::get_if<intake::RawMessage>(&item);
        if (!raw || number++ % step != 0) {
            continue;
        }
        ++taken;
        const Letter letter = mail::parseMime(raw->bytes);
        const service::AimedAt aimed = service::aimedAt(letter, service::suspectHiddenText(letter), raw->bytes);
        ++rate->all;
        if (!aimed.places.isEmpty()) {
            ++rate->flagged;
            if (qEnvironmentVariableIsSet("KITH_SHOW_FLAGGED")) {
                std::cout << qPrintable(path) << " " << qPrintable(aimed.places.join(u',')) << " "
                          << (aimed.span
                                  ? qPrintable(letter.text.mid(aimed.span->start, aimed.span->end - aimed.span->start))
                                  : "")
                          << "\n";
            }
        }
    }
}

std::vector<QJsonObject> jsonLines(const QString& path) {
    QFile file(path);
    std::vector<QJsonObject> list;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (const auto object = QJsonDocument::fromJson(line).object(); !object.isEmpty()) {
                list.push_back(object);
            }
        }
    }
    return list;
}

}  // namespace

TEST(GuardRates, FewerThanOneInAHundredOrdinaryLettersIsTakenForAnAttack) {
    const QString enron = corpus("mail-enron");
    const QString ham = corpus("mail-spamassassin");
    if (enron.isEmpty() || ham.isEmpty()) {
        GTEST_SKIP() << "no mail-enron, mail-spamassassin";
    }
    Rate business;
    for (const QFileInfo& file : QDir(enron).entryInfoList({QStringLiteral("*.mbox.xz")})) {
        readArchive(file.filePath(), 7, 120, &business);
    }
    Rate lists;
    for (const char* name : {"easy-ham-1", "easy-ham-2", "hard-ham-1"}) {
        readArchive(ham + u'/' + QLatin1String(name) + QStringLiteral(".tar.xz"), 1, 2000, &lists);
    }
    std::cout << "business mail " << business << ", lists and newsletters " << lists << "\n";
    EXPECT_GT(business.all, 2000);
    EXPECT_GT(lists.all, 1000);
    EXPECT_LT(business.percent(), 1.0);
    EXPECT_LT(lists.percent(), 1.0);
}

TEST(GuardRates, OrdinaryMailOfAnInjectionSetIsLeftAlone) {
    const QString folder = corpus("inject-llmail-benign");
    if (folder.isEmpty()) {
        GTEST_SKIP() << "no inject-llmail-benign";
    }
    QFile file(folder + QStringLiteral("/emails.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    Rate rate;
    const QJsonObject levels = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue& level : levels) {
        for (const QJsonValue& one : level.toArray()) {
            const QString text =
                one.isString() ? one.toString() : QString::fromUtf8(QJsonDocument(one.toObject()).toJson());
            ++rate.all;
            rate.flagged += triage::addressesAssistant(text) ? 1 : 0;
            if (triage::addressesAssistant(text) && qEnvironmentVariableIsSet("KITH_SHOW_FLAGGED")) {
                std::cout << qPrintable(text) << "\n";
            }
        }
    }
    std::cout << "benign " << rate << "\n";
    EXPECT_GT(rate.all, 50);
    EXPECT_LE(rate.flagged, rate.all / 50);
}

TEST(GuardRates, WhatItSeesOfAttacksThatOthersWroteIsMeasured) {
    const QString bipia = corpus("inject-bipia");
    const QString spikee = corpus("inject-spikee");
    if (bipia.isEmpty() || spikee.isEmpty()) {
        GTEST_SKIP() << "no inject-bipia, inject-spikee";
    }
    QFile file(bipia + QStringLiteral("/text_attack_train.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    Rate questions;
    for (const QJsonValue& family : QJsonDocument::fromJson(file.readAll()).object()) {
        for (const QJsonValue& attack : family.toArray()) {
            ++questions.all;
            questions.flagged += triage::addressesAssistant(QStringLiteral("Hello,\n\nthe order is here.\n\n") +
                                                            attack.toString() + QStringLiteral("\n\nBest,\nJo"))
                                     ? 1
                                     : 0;
        }
    }
    Rate wrapped;
    std::map<QString, Rate> byKind;
    for (const char* set : {"seeds-llm-mailbox", "seeds-cybersec-2026-01"}) {
        const QString folder = spikee + u'/' + QLatin1String(set);
        for (const QJsonObject& wrapper : jsonLines(folder + QStringLiteral("/jailbreaks.jsonl"))) {
            for (const QJsonObject& order : jsonLines(folder + QStringLiteral("/instructions.jsonl"))) {
                const QString text = wrapper[QLatin1String("text")].toString().replace(
                    QStringLiteral("<INSTRUCTION>"), order[QLatin1String("instruction")].toString());
                const bool seen =
                    triage::addressesAssistant(QStringLiteral("The programme starts in January.\n\n") + text)
                        .has_value();
                for (Rate* rate : {&wrapped, &byKind[wrapper[QLatin1String("jailbreak_type")].toString()]}) {
                    ++rate->all;
                    rate->flagged += seen ? 1 : 0;
                }
            }
        }
    }
    std::cout << "bipia " << questions << ", spikee " << wrapped << "\n";
    for (const auto& [kind, rate] : byKind) {
        std::cout << "  " << qPrintable(kind) << " " << rate << "\n";
    }
    EXPECT_GT(wrapped.all, 200);
    EXPECT_GT(wrapped.percent(), 40);
}
