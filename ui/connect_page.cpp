// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_page.h"

#include "ui/bring_home.h"
#include "ui/connect_browser.h"
#include "ui/connect_client.h"
#include "ui/connect_promise.h"
#include "ui/connect_result.h"
#include "ui/connect_secrets.h"
#include "ui/connect_service.h"
#include "ui/receipt_words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

/// What is wrong with a file, in a sentence: the reader of it knows best.
QString fileProblem(const Error& error) {
    if (!error.hint.isEmpty()) {
        return error.hint;
    }
    switch (error.kind) {
    case ErrorKind::NotFound:
        return ConnectPage::tr("The file is not there any more.");
    case ErrorKind::Denied:
        return ConnectPage::tr("Kith may not read this file.");
    case ErrorKind::Malformed:
        return error.detail.isEmpty() ? ConnectPage::tr("This is not a credentials file of Google.")
                                      : ConnectPage::tr("This is not the file that is needed: %1.").arg(error.detail);
    default:
        return ReceiptWords::problem(error);
    }
}

}  // namespace

ConnectPage::ConnectPage(const Theme& theme, service::AccountsDesk& desk, const Seams& seams, QWidget* parent)
    : Pane(theme, Role::Base, parent)
    , m_desk(desk)
    , m_seams(seams) {
    setObjectName(QStringLiteral("connectPage"));
    setAccessibleName(tr("Connect Gmail"));
    build();
    connectSteps();
}

void ConnectPage::build() {
    m_steps = new QStackedWidget(this);
    m_promise = new ConnectPromise(theme(), m_steps);
    m_client = new ConnectClient(theme(), m_steps);
    m_secrets = new ConnectSecrets(theme(), m_steps);
    m_browser = new ConnectBrowser(theme(), m_steps);
    m_result = new ConnectResult(theme(), m_steps);
    m_service = new ConnectService(theme(), m_steps);
    for (QWidget* step :
         std::initializer_list<QWidget*>{m_promise, m_client, m_secrets, m_browser, m_result, m_service}) {
        m_steps->addWidget(step);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_steps);
}

void ConnectPage::connectSteps() {
    const auto toPromise = [this] { front(*m_promise); };
    connect(m_promise, &ConnectPromise::goOn, this, &ConnectPage::goOn);
    connect(m_promise, &ConnectPromise::left, this, &ConnectPage::left);
    connect(m_promise, &ConnectPromise::otherWays, this, [this] {
        m_byKey = true;
        m_service->begin();
        front(*m_service);
    });
    connect(m_client, &ConnectClient::back, this, toPromise);
    connect(m_client, &ConnectClient::fileGiven, this, &ConnectPage::importClient);
    connect(m_client, &ConnectClient::linkAsked, this, [this](const QUrl& url) { m_seams.openUrl(url); });
    connect(m_client, &ConnectClient::chooseAsked, this, [this] {
        if (const QString path = askFile(tr("The credentials file from Google’s console")); !path.isEmpty()) {
            importClient(path);
        }
    });
    connect(m_secrets, &ConnectSecrets::back, this, toPromise);
    connect(m_secrets, &ConnectSecrets::chosen, this, &ConnectPage::choosePlace);
    connect(m_secrets, &ConnectSecrets::lookAgain, this, [this] { lookAround(true); });
    connect(m_browser, &ConnectBrowser::openAgain, this, [this](const QUrl& url) { openBrowser(url); });
    connect(m_browser, &ConnectBrowser::cancelled, this, [this] {
        letGo();
        front(*m_promise);
    });
    connect(m_result, &ConnectResult::toInbox, this, &ConnectPage::toInbox);
    connect(m_result, &ConnectResult::askAgain, this, &ConnectPage::goOn);
    connect(m_result, &ConnectResult::left, this, &ConnectPage::toAccounts);
    connect(m_service, &ConnectService::back, this, [this] {
        m_byKey = false;
        front(*m_promise);
    });
    connect(m_service, &ConnectService::given, this, &ConnectPage::addServiceAccount);
    connect(m_service, &ConnectService::chooseAsked, this, [this] {
        if (const QString path = askFile(tr("The key file of the service account")); !path.isEmpty()) {
            m_service->setFile(path);
        }
    });
}

void ConnectPage::front(ConnectStep& step) {
    m_steps->setCurrentWidget(&step);
    setFocusProxy(&step);
    step.focusFirst();
}

void ConnectPage::begin() {
    letGo();
    m_again = {};
    m_byKey = false;
    front(*m_promise);
    lookAround(false);
}

void ConnectPage::signInAgain(const Account& account) {
    letGo();
    m_again = account;
    m_byKey = false;
    m_browser->prepare(account.address);
    front(*m_browser);
    lookAround(true);
}

void ConnectPage::letGo() {
    ++m_attempt;
    if (std::exchange(m_waiting, false)) {
        m_desk.cancelSignIn();
    }
}

bool ConnectPage::takeFile(const QString& path) {
    if (m_steps->currentWidget() == m_client) {
        importClient(path);
        return true;
    }
    if (m_steps->currentWidget() == m_service) {
        m_service->setFile(path);
        return true;
    }
    return false;
}

QString ConnectPage::askFile(const QString& title) {
    return m_seams.askJsonFile ? m_seams.askJsonFile(window(), title) : QString();
}

bool ConnectPage::secretsNeedAnswer() const {
    const service::SecretPlaces& places = m_setUp.secrets;
    if (places.chosen == QLatin1String("session")) {
        return false;
    }
    return places.chosen == QLatin1String("vault") ? !places.vaultOpen : !places.keychainWorks;
}

/// Asks what is set up already: a client id, a place for secrets.
void ConnectPage::lookAround(bool thenGoOn) {
    bringHome(this, m_desk.setUp(), [this, thenGoOn, attempt = m_attempt](const auto& setUp) {
        if (attempt != m_attempt) {
            return;
        }
        if (!setUp) {
            front(*m_promise);
            m_promise->sayUnavailable(setUp.error().kind == ErrorKind::Unsupported
                                          ? tr("This workspace was opened without a way to the outside.")
                                          : ReceiptWords::problem(setUp.error()));
            return;
        }
        m_setUp = *setUp;
        m_promise->setReady(!m_setUp.clientId.isEmpty() && !secretsNeedAnswer());
        if (thenGoOn) {
            goOn();
        }
    });
}

void ConnectPage::goOn() {
    if (!m_byKey && m_setUp.clientId.isEmpty()) {
        m_client->setBusy({});
        front(*m_client);
    } else if (secretsNeedAnswer()) {
        m_secrets->ask(m_setUp.secrets);
        front(*m_secrets);
    } else if (m_byKey) {
        front(*m_service);
    } else {
        signIn();
    }
}

void ConnectPage::importClient(const QString& path) {
    m_client->setBusy(path);
    bringHome(this, m_desk.importClient(path), [this](const auto& id) {
        if (!id) {
            m_client->refuse(fileProblem(id.error()));
            return;
        }
        m_setUp.clientId = *id;
        lookAround(true);
    });
}

void ConnectPage::choosePlace(const QString& place, const QString& passphrase) {
    bringHome(this, m_desk.choosePlace(place, passphrase), [this, place](const auto& chosen) {
        if (!chosen) {
            const Error& error = chosen.error();
            m_secrets->refuse(!error.hint.isEmpty()             ? error.hint
                              : error.kind == ErrorKind::Denied ? tr("This is not the passphrase of the vault.")
                                                                : ReceiptWords::problem(error));
            return;
        }
        m_setUp.secrets.chosen = place;
        m_setUp.secrets.vaultOpen = m_setUp.secrets.vaultOpen || place == QLatin1String("vault");
        goOn();
    });
}

void ConnectPage::signIn() {
    letGo();
    m_waiting = true;
    m_browser->prepare(m_again.address);
    front(*m_browser);
    const auto call = m_desk.signIn(m_again.id);
    bringHome(this, call.authorizeUrl, [this, attempt = m_attempt](const auto& url) {
        if (attempt == m_attempt && url) {
            openBrowser(*url);
        }
    });
    bringHome(this, call.signedIn, [this, attempt = m_attempt](const auto& account) {
        if (attempt == m_attempt) {
            takeSignedIn(account);
        }
    });
}

void ConnectPage::openBrowser(const QUrl& url) {
    m_browser->wait(url, m_seams.openUrl && m_seams.openUrl(url));
}

void ConnectPage::takeSignedIn(const Result<Account>& account) {
    m_waiting = false;
    if (account) {
        m_again = *account;
        m_result->showConnected(*account);
        Q_EMIT connected(*account);
    } else if (account.error().kind == ErrorKind::NotFound) {  // the client went away meanwhile
        front(*m_client);
        m_client->refuse(fileProblem(account.error()));
        return;
    } else {
        m_result->showFailure(account.error());
    }
    front(*m_result);
}

void ConnectPage::addServiceAccount(const QString& keyFile, const QString& subject) {
    if (secretsNeedAnswer()) {
        m_service->setBusy(false);
        goOn();
        return;
    }
    bringHome(this, m_desk.addServiceAccount(keyFile, subject), [this](const auto& account) {
        if (!account) {
            m_service->refuse(fileProblem(account.error()));
            return;
        }
        m_service->setBusy(false);
        m_result->showConnected(*account);
        Q_EMIT connected(*account);
        front(*m_result);
    });
}

}  // namespace kith::ui
