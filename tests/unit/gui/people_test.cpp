// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The contacts page on a real workspace: list and filters, where a value comes from, a company, who knows whom, the way
// out into files, and the rules by which contacts grow.
#include "core/service/people_desk.h"
#include "core/service/workspace.h"
#include "tests/support/fake_clock.h"
#include "tests/support/mail_forge.h"
#include "ui/contacts_page.h"
#include "ui/fact_row.h"
#include "ui/growth_section.h"
#include "ui/moment_line.h"
#include "ui/people_model.h"
#include "ui/provenance_popover.h"
#include "ui/relation_chart.h"
#include "ui/seams.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;
using kith::testing::aLetter;

namespace {

constexpr auto kMara = "Mara Lindqvist <mara@fjordlight.example>";

QByteArray peopleMail() {
    QByteArray all;
    for (int i = 1; i <= 3; ++i) {
        const QByteArray id = "a" + QByteArray::number(i) + "@caldervoss.example";
        all += aLetter()
                   .id(id)
                   .day(i)
                   .subject("Order " + QByteArray::number(i))
                   .body("Hi Mara,\n\ncould you send us a quote for order " + QByteArray::number(i) +
                         "?\n\nBest,\nAna\n\nAna Ruiz\nHead of Lab Operations\nCalder & Voss GmbH\n"
                         "T +34 910 555 041\n")
                   .mbox();
        all += aLetter()
                   .from(kMara)
                   .to("Ana Ruiz <ana@caldervoss.example>")
                   .labels("Sent")
                   .day(i, 12)
                   .id("m" + QByteArray::number(i) + "@fjordlight.example")
                   .answers(id)
                   .subject("Re: Order " + QByteArray::number(i))
                   .body("Thanks Ana.\n")
                   .mbox();
    }
    all += aLetter()
               .from(kMara)
               .to("Bo Lind <bo@lind.example>")
               .labels("Sent")
               .day(4)
               .id("m9@fjordlight.example")
               .subject("A visit")
               .body("Dear Bo, may I visit?\n")
               .mbox();
    for (int i = 1; i <= 2; ++i) {
        all += aLetter()
                   .from("Carl Quoted <carl@other.example>")
                   .id("c" + QByteArray::number(i) + "@other.example")
                   .day(5 + i)
                   .subject("FYI " + QByteArray::number(i))
                   .body("For your information.\n")
                   .mbox();
    }
    return all;
}

}  // namespace

class PeoplePage : public ::testing::Test {
protected:
    PeoplePage() {
        auto opened = service::Workspace::open({folder.filePath(QStringLiteral("w")), {}, true}, clock);
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().detail));
        workspace = std::move(*opened);
        bool over = false;
        QObject::connect(workspace.get(), &service::Workspace::importProgress, workspace.get(),
                         [&over](const service::ImportProgress& progress) {
                             over = progress.phase == service::ImportProgress::Phase::Done ||
                                    progress.phase == service::ImportProgress::Phase::Failed;
                         });
        QFile mail(folder.filePath(QStringLiteral("mail.mbox")));
        EXPECT_TRUE(mail.open(QIODevice::WriteOnly));
        mail.write(peopleMail());
        mail.close();
        workspace->imports().start({mail.fileName()});
        EXPECT_TRUE(QTest::qWaitFor([&over] { return over; }, 30'000));
        seams.askSaveName = [this](QWidget*, const QString& name) {
            offered = name;
            return saveTo;
        };
        page = std::make_unique<ContactsPage>(theme, *workspace->rooms().people, seams, nullptr);
        QObject::connect(page.get(), &PlacePage::said, page.get(),
                         [this](const ActionNews& news) { said = news.sentence; });
        page->resize(1200, 900);
        page->show();
        page->activateWindow();
        page->arrive();
        EXPECT_TRUE(until([this] { return list()->model()->rowCount() > 0 && label("contactName") != nullptr; }));
    }
    template <class Condition>
    static bool until(Condition condition) {
        return QTest::qWaitFor(condition, 10'000);
    }
    QListView* list() { return page->findChild<QListView*>(QStringLiteral("contactList")); }
    QLabel* label(const char* name) { return page->findChild<QLabel*>(QString::fromLatin1(name)); }
    QString text(const char* name) { return label(name) != nullptr ? label(name)->text() : QString(); }
    QStringList names() {
        QStringList all;
        for (int i = 0; i < list()->model()->rowCount(); ++i) {
            all << list()->model()->index(i, 0).data().toString();
        }
        return all;
    }
    void click(const char* name) {
        auto* button = page->findChild<QAbstractButton*>(QString::fromLatin1(name));
        ASSERT_NE(button, nullptr) << name;
        button->click();
    }
    void open(const char* name) {
        for (int i = 0; i < list()->model()->rowCount(); ++i) {
            if (list()->model()->index(i, 0).data().toString() == QString::fromUtf8(name)) {
                list()->setCurrentIndex(list()->model()->index(i, 0));
            }
        }
        ASSERT_TRUE(until([&] { return text("contactName") == QString::fromUtf8(name); })) << name;
    }
    FactRow* fact(const char* field) {
        for (FactRow* row : page->findChildren<FactRow*>()) {
            if (row->fact().field == QString::fromLatin1(field)) {
                return row;
            }
        }
        return nullptr;
    }

    QTemporaryDir folder;
    kith::testing::FakeClock clock;
    std::unique_ptr<service::Workspace> workspace;
    Theme theme;
    Seams seams;
    QString offered;
    QString saveTo;
    QString said;
    std::unique_ptr<ContactsPage> page;
};

TEST_F(PeoplePage, ListsWhoGrewOutOfTheMailAndFiltersThem) {
    QAbstractItemModelTester tester(list()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Ana Ruiz"), QStringLiteral("Bo Lind")}));
    auto* order = page->findChild<QComboBox*>(QStringLiteral("contactOrder"));
    order->setCurrentIndex(1);
    Q_EMIT order->activated(1);
    ASSERT_TRUE(until([this] { return names().value(0) == QStringLiteral("Bo Lind"); })) << "written to last";
    auto* company = page->findChild<QComboBox*>(QStringLiteral("contactCompany"));
    ASSERT_TRUE(until([&] { return company->count() == 2; }));
    company->setCurrentIndex(1);
    Q_EMIT company->activated(1);
    ASSERT_TRUE(until([this] { return names() == QStringList{QStringLiteral("Ana Ruiz")}; }));
    page->findChild<QLineEdit*>(QStringLiteral("contactSearch"))->setText(QStringLiteral("nobody at all"));
    ASSERT_TRUE(until([this] { return page->findChild<QWidget*>(QStringLiteral("noContacts")) != nullptr; }));
    for (auto* button : page->findChild<QWidget*>(QStringLiteral("noContacts"))->findChildren<QAbstractButton*>()) {
        button->click();
    }
    EXPECT_TRUE(until([this] { return names().size() == 2; })) << "the empty state leads back to everybody";
}

TEST_F(PeoplePage, AValueShowsTheLineItStandsInAndTheUsersWordIsKept) {
    open("Ana Ruiz");
    FactRow* phone = fact("phone");
    ASSERT_NE(phone, nullptr);
    phone->click();
    auto* popover = page->findChild<ProvenancePopover*>();
    ASSERT_TRUE(until([&] { return popover->isVisible(); }));
    QString words;
    for (const QLabel* one : popover->findChildren<QLabel*>()) {
        words += one->text() + QLatin1Char('\n');
    }
    EXPECT_TRUE(words.contains(QStringLiteral("910 555 041"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("T "))) << "the line of the mail: " << qPrintable(words);
    QTest::keyClick(popover, Qt::Key_Return);
    ASSERT_TRUE(until([this] { return !said.isEmpty(); }));
    ASSERT_TRUE(until([this] {
        const FactRow* now = fact("phone");
        return now != nullptr && now->fact().origin == service::FactView::Origin::User;
    }));
    EXPECT_FALSE(popover->isVisible());
}

TEST_F(PeoplePage, TheTimelineOpensTheConversation) {
    open("Bo Lind");
    ThreadId asked;
    QObject::connect(page.get(), &PlacePage::threadAsked, page.get(), [&](ThreadId thread) { asked = thread; });
    const auto lines = page->findChildren<MomentLine*>();
    ASSERT_FALSE(lines.isEmpty());
    EXPECT_EQ(lines.first()->text(), QStringLiteral("A visit")) << "what the owner wrote stands there too";
    lines.first()->setFocus();
    QTest::keyClick(lines.first(), Qt::Key_Return);
    EXPECT_TRUE(asked);
}

TEST_F(PeoplePage, ACompanyIsItsPeopleItsMailAndWhatMayComeOfIt) {
    open("Ana Ruiz");
    click("companyPage");
    ASSERT_TRUE(until([this] { return label("companyName") != nullptr; }));
    EXPECT_EQ(text("companyName"), QStringLiteral("Calder & Voss GmbH"));
    EXPECT_EQ(text("companyMail"), QStringLiteral("3 from them, 3 to them"));
    ASSERT_NE(fact("company"), nullptr) << "with the dot that says where it comes from";
    EXPECT_GT(fact("company")->fact().source.value, 0);
    EXPECT_FALSE(page->findChildren<MomentLine*>(QStringLiteral("companyOpportunity")).isEmpty());
    click("companyPerson");
    EXPECT_TRUE(until([this] { return text("contactName") == QStringLiteral("Ana Ruiz"); }));
}

TEST_F(PeoplePage, WhatWasAskedForStaysWhenTheListIsReadAgain) {
    page->arrive();
    page->show(QStringLiteral("relations"));
    ASSERT_TRUE(until([this] { return page->findChild<RelationChart*>() != nullptr; }));
    auto* order = page->findChild<QComboBox*>(QStringLiteral("contactOrder"));
    order->setCurrentIndex(1);
    Q_EMIT order->activated(1);
    ASSERT_TRUE(until([this] { return names().value(0) == QStringLiteral("Bo Lind"); }));
    page->show(QStringLiteral("company:Calder & Voss GmbH"));
    ASSERT_TRUE(until([this] { return label("companyName") != nullptr; }));
    EXPECT_EQ(page->findChild<RelationChart*>(), nullptr);
}

TEST_F(PeoplePage, WhoKnowsWhomIsDrawnSaidInWordsAndGoneThroughByKeys) {
    click("whoKnowsWhom");
    ASSERT_TRUE(until([this] { return page->findChild<RelationChart*>() != nullptr; }));
    auto* chart = page->findChild<RelationChart*>();
    const auto lines = page->findChildren<QLabel*>(QStringLiteral("relationLine"));
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(
        lines.first()->text().startsWith(QStringLiteral("Mara Lindqvist and Ana Ruiz: strong · 3 sent, 3 received")))
        << qPrintable(lines.first()->text());
    EXPECT_TRUE(chart->accessibleDescription().contains(QStringLiteral("Bo Lind")));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Down);
    QTest::keyClick(chart, Qt::Key_Down);
    EXPECT_TRUE(chart->accessibleName().contains(QStringLiteral("Bo Lind"))) << qPrintable(chart->accessibleName());
    QTest::keyClick(chart, Qt::Key_Left);
    EXPECT_TRUE(chart->accessibleName().contains(QStringLiteral("Mara Lindqvist")));
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
    EXPECT_TRUE(until([this] { return text("contactName") == QStringLiteral("Ana Ruiz"); }));
}

TEST_F(PeoplePage, ExportsWhatTheListShowsAsTableOrCards) {
    auto* menu = page->findChild<QMenu*>(QStringLiteral("exportMenu"));
    ASSERT_EQ(menu->actions().size(), 2);
    menu->actions().value(0)->trigger();
    EXPECT_EQ(offered, QStringLiteral("contacts.csv"));
    EXPECT_TRUE(said.isEmpty()) << "no name was given";
    for (const bool table : {true, false}) {
        said.clear();
        saveTo = folder.filePath(table ? QStringLiteral("out.csv") : QStringLiteral("out.vcf"));
        menu->actions().value(table ? 0 : 1)->trigger();
        ASSERT_TRUE(until([this] { return !said.isEmpty(); }));
        EXPECT_TRUE(said.startsWith(QLatin1Char('2'))) << qPrintable(said);
        QFile file(saveTo);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        EXPECT_TRUE(all.contains(table ? "\r\nAna Ruiz,ana@caldervoss.example" : "FN:Ana Ruiz")) << all.constData();
        EXPECT_TRUE(all.contains(table ? "'+34 910 555 041" : "+34 910 555 041")) << all.constData();
    }
}

TEST_F(PeoplePage, TheRulesOfGrowingAreSeenChangedAndFollowedAtOnce) {
    GrowthSection section(theme, *workspace->rooms().people, nullptr);
    section.resize(800, 800);
    section.show();
    section.arrive();
    auto* progress = section.findChild<QLabel*>(QStringLiteral("growthProgress"));
    ASSERT_TRUE(until([&] { return progress->text().startsWith(QLatin1Char('2')); })) << qPrintable(progress->text());
    auto* twice = section.findChild<QCheckBox*>(QStringLiteral("growthWroteTwice"));
    EXPECT_FALSE(twice->isChecked());
    QTest::keyClick(twice, Qt::Key_Space);
    ASSERT_TRUE(until([&] { return progress->text().startsWith(QLatin1Char('3')); })) << qPrintable(progress->text());
    page->arrive();
    EXPECT_TRUE(until([this] { return names().contains(QStringLiteral("Carl Quoted")); }));
    section.findChild<QCheckBox*>(QStringLiteral("growthOn"))->click();
    EXPECT_FALSE(twice->isEnabled());
}
