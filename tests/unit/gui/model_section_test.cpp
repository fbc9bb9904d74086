// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The model's sections of the settings, by keys and clicks: nothing is agreed to by accident, and all can be read.
#include "fake_model_desks.h"
#include "fake_privacy_desks.h"
#include "ui/ledger_model.h"
#include "ui/ledger_section.h"
#include "ui/model_section.h"
#include "ui/privacy_section.h"
#include "window_support.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

template <class Page>
class SectionStory : public ::testing::Test {
protected:
    template <class T>
    T* find(const char* name) {
        T* found = page().template findChild<T*>(QString::fromLatin1(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    void click(const char* name) {
        find<QAbstractButton>(name)->click();
        TestWindow::settle();
    }
    QString words(const char* name) { return find<QLabel>(name)->text(); }
    void come() {
        page().resize(900, 900);
        page().QWidget::show();
        page().arrive();
        TestWindow::settle();
    }
    virtual Page& page() = 0;
    Theme theme;
};

class ModelSectionStory : public SectionStory<ModelSection> {
protected:
    ModelSectionStory() { come(); }
    ModelSection& page() override { return section; }
    FakeModelDesk desk;
    ModelSection section{theme, desk, nullptr};
};

class PrivacySectionStory : public SectionStory<PrivacySection> {
protected:
    PrivacySectionStory() { come(); }
    PrivacySection& page() override { return section; }
    FakePrivacyDesk desk;
    PrivacySection section{theme, desk, nullptr};
};

class LedgerSectionStory : public SectionStory<LedgerSection> {
protected:
    LedgerSectionStory() {
        seams.askSaveName = [this](QWidget*, const QString&) { return saveTo; };
        come();
    }
    LedgerSection& page() override { return section; }
    Seams seams;
    QString saveTo{QStringLiteral("/tmp/ledger.jsonl")};
    FakeLedgerDesk desk{450};
    LedgerSection section{theme, desk, seams, nullptr};
};

TEST_F(ModelSectionStory, TurningItOnShowsWhatWouldLeaveAndOnlyAYesLetsItBeAsked) {
    EXPECT_TRUE(words("modelStatus").startsWith(QStringLiteral("Off.")));
    click("modelTurn");
    EXPECT_FALSE(desk.facts_.settings.allowed);
    EXPECT_TRUE(words("consentWhose").contains(QStringLiteral("A demo for the stability team?")));
    auto* body = find<QPlainTextEdit>("consentBody");
    EXPECT_TRUE(body->toPlainText().contains(QStringLiteral("We saw your talk")));
    find<QRadioButton>("consentExact")->click();
    EXPECT_EQ(body->toPlainText().toUtf8(), desk.sample_.body) << "to the byte";
    EXPECT_TRUE(words("consentCost").contains(QStringLiteral("34")));
    click("consentDecline");
    EXPECT_FALSE(desk.facts_.settings.allowed);
    click("modelTurn");
    click("consentAgree");
    EXPECT_TRUE(desk.facts_.settings.allowed);
    EXPECT_TRUE(words("modelStatus").startsWith(QStringLiteral("On."))) << words("modelStatus").toStdString();
    click("modelTurn");
    EXPECT_FALSE(desk.facts_.settings.allowed) << "off at once, without a question";
}

TEST_F(ModelSectionStory, TheKeyIsKeptNeverShownAndForgotten) {
    auto* key = find<QLineEdit>("modelKey");
    EXPECT_EQ(key->echoMode(), QLineEdit::Password);
    key->setText(QStringLiteral(" di-secret "));
    click("modelKeepKey");
    EXPECT_EQ(desk.keys, QStringList{QStringLiteral("di-secret")});
    EXPECT_TRUE(key->text().isEmpty());
    click("modelForgetKey");
    EXPECT_EQ(desk.keys.last(), QString());
}

TEST_F(ModelSectionStory, ModelsComeWithTheirPricesAndAWrongNameWithItsNeighbours) {
    click("modelOffers");
    auto* classify = find<QComboBox>("modelClassify");
    EXPECT_EQ(classify->count(), 2);
    EXPECT_EQ(classify->currentText(), desk.facts_.settings.model);
    EXPECT_TRUE(words("modelLine").contains(QStringLiteral("1.00 USD")));
    desk.trouble =
        Error{ErrorKind::NotFound, QStringLiteral("no model"), QStringLiteral("Did you mean example/small?")};
    auto* draft = find<QComboBox>("modelDraft");
    draft->setEditText(QStringLiteral("example/smal"));
    QTest::keyClick(draft->lineEdit(), Qt::Key_Return);
    TestWindow::settle();
    EXPECT_TRUE(words("modelLine").contains(QStringLiteral("example/small")));
    EXPECT_EQ(desk.facts_.draftModel, desk.facts_.settings.model);
}

TEST_F(ModelSectionStory, TheBudgetIsKeptWhenAFieldIsLeft) {
    auto* requests = find<QSpinBox>("modelRequests");
    requests->setFocus();
    requests->setValue(42);
    QTest::keyClick(requests, Qt::Key_Return);
    TestWindow::settle();
    EXPECT_EQ(desk.facts_.settings.requestsPerDay, 42);
}

TEST_F(ModelSectionStory, ATestAndAComparisonTellWhatTheyFoundAndWhatWentWrong) {
    click("modelTest");
    EXPECT_TRUE(words("modelTestLine").contains(QStringLiteral("1.2 s")));
    find<QComboBox>("modelOther")->setEditText(QStringLiteral("example/small"));
    click("modelCompare");
    EXPECT_TRUE(words("modelTrialName").contains(QStringLiteral("example/small")));
    desk.trouble = Error{ErrorKind::SignInNeeded, {}, {}};
    click("modelTest");
    EXPECT_TRUE(words("modelTestLine").contains(QStringLiteral("key")));
}

TEST_F(ModelSectionStory, ItTellsHowFarItIsAndCanBePaused) {
    service::ModelStatus status;
    status.phase = service::ModelPhase::Asking;
    status.planned = 34;
    status.asked = status.answered = 12;
    status.usd = 0.0082;
    desk.facts_.status = status;
    Q_EMIT desk.statusChanged(status);
    EXPECT_TRUE(words("modelStatus").contains(QStringLiteral("12 of 34")));
    click("modelPause");
    EXPECT_EQ(desk.facts_.status.phase, service::ModelPhase::Paused);
    EXPECT_TRUE(words("modelStatus").startsWith(QStringLiteral("Paused")));
}

TEST_F(PrivacySectionStory, ARuleIsAddedChangedAndTakenAway) {
    find<QComboBox>("privacyValue")->setEditText(QStringLiteral("@Law.example"));
    click("privacyAdd");
    ASSERT_EQ(desk.known.rules.size(), 1U);
    EXPECT_EQ(desk.known.rules.front().value, QStringLiteral("law.example"));
    EXPECT_EQ(desk.known.rules.front().level, triage::PrivacyLevel::LocalOnly);
    auto* level = find<QComboBox>("privacyRuleLevel");
    level->setCurrentIndex(1);
    Q_EMIT level->activated(1);
    TestWindow::settle();
    EXPECT_EQ(desk.known.rules.front().level, triage::PrivacyLevel::Redacted);
    click("privacyRemove");
    EXPECT_TRUE(desk.known.rules.empty());
    EXPECT_TRUE(find<QLabel>("privacyNone")->isVisible());
}

TEST_F(PrivacySectionStory, ANameThatIsNoneIsRefusedWithASentence) {
    find<QComboBox>("privacyValue")->setEditText(QStringLiteral("a b"));
    click("privacyAdd");
    EXPECT_TRUE(desk.known.rules.empty());
    EXPECT_TRUE(find<QLabel>("privacyProblem")->isVisible());
}

TEST_F(LedgerSectionStory, EachRequestShowsItsExactTextAndOneServiceCanBeLookedAt) {
    auto* table = find<QTableView>("ledgerTable");
    EXPECT_EQ(table->currentIndex().row(), 0);
    EXPECT_EQ(table->model()->rowCount(), 200) << "read page by page";
    table->setCurrentIndex(table->model()->index(1, 0));
    TestWindow::settle();
    EXPECT_EQ(find<QPlainTextEdit>("ledgerText")->toPlainText().toUtf8(), desk.entries[1].body);
    EXPECT_TRUE(words("ledgerTotals").contains(QStringLiteral("450")));
    auto* service = find<QComboBox>("ledgerService");
    const int gmail = service->findData(QStringLiteral("gmail"));
    service->setCurrentIndex(gmail);
    Q_EMIT service->activated(gmail);
    TestWindow::settle();
    EXPECT_EQ(table->model()->rowCount(), 150);
    click("ledgerExport");
    EXPECT_EQ(desk.exported, saveTo);
}

TEST(LedgerModel, HoldsWhatAModelMustHoldWhilePagesCome) {
    FakeLedgerDesk desk(450);
    LedgerModel model(desk);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false);
    model.read({});
    TestWindow::settle();
    while (model.canFetchMore({})) {
        model.fetchMore({});
        TestWindow::settle();
    }
    EXPECT_EQ(model.rowCount(), 450);
    EXPECT_EQ(model.idAt(0), 450);
    EXPECT_EQ(model.idAt(449), 1);
}

}  // namespace
