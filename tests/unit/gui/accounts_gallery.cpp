// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draws everything about accounts with invented mail, light, dark and in high contrast: accounts_gallery FOLDER
#include "accounts_support.h"
#include "fake_house.h"
#include "ui/accounts_corner.h"
#include "ui/connect_page.h"
#include "ui/inbox_page.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/message_list_view.h"
#include "ui/place.h"
#include "ui/sidebar.h"
#include "ui/theme.h"
#include "ui/toast.h"
#include "ui/work_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

using namespace kith;
using namespace kith::ui;

namespace {

class Painter {
public:
    Painter(MainWindow& window, FakeHouse& house, QString folder)
        : m_window(window)
        , m_house(house)
        , m_folder(std::move(folder)) {}

    void setScheme(const QString& scheme) { m_scheme = scheme; }

    void shoot(const char* scene) {
        QTest::qWait(250);
        QPixmap picture = m_window.grab();
        if (QWidget* popup = QApplication::activePopupWidget()) {
            QPainter painter(&picture);
            QPixmap over(popup->size());
            over.fill(Qt::transparent);
            popup->render(&over, {}, {}, QWidget::DrawChildren);
            painter.drawPixmap(popup->mapToGlobal(QPoint(0, 0)) - m_window.mapToGlobal(QPoint(0, 0)), over);
            popup->close();
        }
        picture.save(QStringLiteral("%1/%2-%3.png").arg(m_folder, QLatin1String(scene), m_scheme));
    }
    void click(const char* name) {
        for (auto* button : m_window.findChildren<QAbstractButton*>(QLatin1String(name))) {
            if (button->isVisible()) {
                button->click();
                QTest::qWait(30);
                return;
            }
        }
    }
    void type(const char* name, const QString& words) {
        for (auto* edit : m_window.findChildren<QLineEdit*>(QLatin1String(name))) {
            edit->setText(words);
        }
    }

    void connectSteps() {
        FakeAccounts& desk = m_house.desk;
        desk.facts.clientId.clear();
        desk.facts.secrets = {};
        desk.facts.secrets.keychainProblem = QStringLiteral("No program on this desktop offers a keychain.");
        desk.facts.secrets.keychainHint = QStringLiteral("Installing gnome-keyring or KWallet gives you one.");
        m_window.go(Place::ConnectGmail);
        shoot("connect-1-promise");
        click("connectGoOn");
        shoot("connect-2-client");
        desk.refusal = Error{ErrorKind::Malformed, QStringLiteral("web client"),
                             QStringLiteral("This file is of a web client. Make a client of the type “Desktop app” and "
                                            "download its file.")};
        m_window.work()->takeFiles({QStringLiteral("/home/mara/client_secret_web.json")});
        shoot("connect-2-client-refused");
        desk.facts.clientId = QStringLiteral("client.apps.example");
        m_window.work()->takeFiles({QStringLiteral("/home/mara/client_secret_1.json")});
        QTest::qWait(50);
        shoot("connect-3-secrets");
        type("passphrase", QStringLiteral("violet anchor"));
        shoot("connect-3-secrets-typed");
        click("placeSession");
        click("connectGoOn");
        shoot("connect-4-browser");
        m_house.desk.browserFails({ErrorKind::Denied, {}, {}});
        shoot("connect-5-denied");
        click("resultPrimary");
        desk.browserFails({ErrorKind::Unreachable, {}, {}});
        shoot("connect-5-offline");
        click("resultPrimary");
        Account account = marasAccount();
        account.missingScopes = QStringList{account.scopes.takeLast()};
        desk.browserComesBack(account);
        shoot("connect-6-connected");
        desk.facts.secrets.chosen = QStringLiteral("session");
        m_window.go(Place::ConnectGmail);
        click("connectOther");
        shoot("connect-7-service");
    }

    void tell(const SyncStatus& status) {
        m_house.desk.statuses = {status};
        Q_EMIT m_house.syncStatus(status);
        QTest::qWait(30);
    }

    void syncing() {
        Account account = marasAccount();
        m_house.desk.known = {account};
        m_window.work()->accounts().feed().reload();
        m_window.go(Place::Inbox);
        tell(firstSync(account));
        m_window.toast().dismiss();
        shoot("sync-first");
        panel("sync-panel-first");
        SyncStatus whole = wholeSync(account);
        whole.outgoing = 4;
        tell(whole);
        panel("sync-panel");
        SyncStatus offline = whole;
        offline.phase = SyncPhase::Offline;
        offline.problem = QStringLiteral("This computer is offline.");
        offline.hint = QStringLiteral("It goes on by itself.");
        tell(offline);
        panel("sync-panel-offline");
        whole.phase = SyncPhase::SignInNeeded;
        whole.outgoing = 3;
        m_house.desk.known.front().state = AccountState::SignInNeeded;
        tell(whole);
        shoot("sign-in-again");
        panel("sync-panel-signed-out");
        m_house.desk.known.front().state = AccountState::Ready;
        tell(wholeSync(account));
        m_window.work()->accounts().feed().reload();
    }

    void panel(const char* scene) {
        m_window.work()->accounts().openPanel(m_window.work()->sidebar().syncLine());
        shoot(scene);
    }

    void accounts() {
        const Account mara = marasAccount();
        Account team = mara;
        team.id = AccountId{8};
        team.address = QStringLiteral("sales@fjordlight.example");
        team.missingScopes = QStringList{team.scopes.takeLast()};
        team.state = AccountState::Paused;
        team.tokenExpiresAt = {};
        m_house.desk.known = {mara, team};
        m_house.desk.statuses = {wholeSync(mara), wholeSync(team)};
        m_house.desk.statuses[1].completeness = {3'120, 3'108, 12, false, todayAt(9, 5)};
        m_house.desk.waiting = {
            change(1, OutboxState::Done, {}, {QStringLiteral("INBOX")}, "Delivery note 8841 and two questions"),
            change(2, OutboxState::Refused, {QStringLiteral("Customers/Denmark")}, {},
                   "Revised quote for 40 seats by Friday", "the label was deleted at Google"),
            change(3, OutboxState::Pending, {QStringLiteral("STARRED")}, {}, "Calibration certificates before we sign"),
            change(4, OutboxState::Sending, {QStringLiteral("TRASH")}, {QStringLiteral("INBOX")},
                   "Issue 212: living with uncertainty"),
        };
        m_window.work()->accounts().feed().reload();
        m_window.go(Place::Accounts);
        QTest::qWait(50);
        shoot("accounts");
        panel("sync-panel-two");
        click("accountRemove");
        shoot("accounts-remove");
        m_house.desk.known.clear();
        m_house.desk.statuses.clear();
        m_house.desk.waiting.clear();
        m_window.work()->accounts().feed().reload();
        QTest::qWait(50);
        shoot("accounts-none");
        panel("sync-panel-none");
    }

    void labels() {
        m_house.labelsMade = QStringList{QStringLiteral("Customers"), QStringLiteral("Customers/Denmark"),
                                         QStringLiteral("Press"), QStringLiteral("Trade fairs")};
        m_house.known[0].labels = QStringList{QStringLiteral("Customers")};
        m_house.known[1].labels = QStringList{QStringLiteral("Customers"), QStringLiteral("Press")};
        m_window.go(Place::Inbox);
        m_window.toast().dismiss();
        InboxPage& inbox = m_window.work()->inbox();
        inbox.list().focusFirstWhenThere();
        QTest::qWait(50);
        m_house.tell();
        inbox.list().view().toggleChecked();
        inbox.moveBy(1);
        inbox.list().view().toggleChecked();
        QTest::qWait(100);
        inbox.askLabels(LabelPurpose::Label);
        QTest::qWait(50);
        shoot("labels");
        inbox.list().selectAll(false);
        inbox.moveBy(-1);
        inbox.askLabels(LabelPurpose::Label);
        QTest::qWait(50);
        type("labelFind", QStringLiteral("Cus"));
        shoot("labels-find");
        inbox.askLabels(LabelPurpose::Move);
        QTest::qWait(50);
        shoot("move");
    }

private:
    MainWindow& m_window;
    FakeHouse& m_house;
    QString m_folder;
    QString m_scheme;
};

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const EnglishWords words;
    Theme theme;
    theme.dress(application);
    Seams seams;
    seams.openUrl = [](const QUrl&) { return true; };
    MainWindow window(theme, seams);
    auto owned = std::make_unique<FakeHouse>();
    FakeHouse& house = *owned;
    house.fill();
    window.setHouse(std::move(owned));
    window.show();
    QTest::qWait(300);
    Painter painter(window, house, application.arguments().value(1, QStringLiteral(".")));
    for (const auto& [choice, name] : {std::pair{Theme::Choice::Light, "light"},
                                       {Theme::Choice::Dark, "dark"},
                                       {Theme::Choice::HighContrast, "contrast"}}) {
        window.forceColours(choice);
        painter.setScheme(QLatin1String(name));
        painter.connectSteps();
        painter.syncing();
        painter.accounts();
        painter.labels();
    }
    return 0;
}
