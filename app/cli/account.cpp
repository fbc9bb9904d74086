// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl account add gmail, list, remove.
#include "app/cli/account_json.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/accounts_service.h"

#include <QJsonArray>
#include <QProcess>

namespace kith::cli {

namespace {

struct AddWish {
    bool noBrowser{false};
    std::string serviceAccount;
    std::string subject;
    std::string client;
};

struct RemoveWish {
    std::string account;
    bool keepMail{false};
};

/// The browser gets no secret of ours with its environment.
void openBrowser(const QUrl& url) {
    QProcess browser;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.startsWith(QStringLiteral("KITH_"))) {
            environment.remove(name);
        }
    }
    browser.setProcessEnvironment(environment);
    browser.setProgram(QStringLiteral("xdg-open"));
    browser.setArguments({url.toString(QUrl::FullyEncoded)});
    browser.setStandardOutputFile(QProcess::nullDevice());
    browser.setStandardErrorFile(QProcess::nullDevice());
    browser.startDetached();
}

/// A token that could not be kept would be asked for in vain.
Result<void> placeForSecrets(service::MailPorts& ports) {
    const service::SecretPlaces places = ports.secretPlaces();
    if (places.chosen != QStringLiteral("keychain") || places.keychainWorks) {
        return {};
    }
    return Error{ErrorKind::Denied, places.keychainProblem,
                 QStringLiteral("%1 Or choose another place: KITH_SECRETS=vault or KITH_SECRETS=session.")
                     .arg(places.keychainHint)};
}

Result<mail::SignedIn> signInByBrowser(service::MailPorts& ports, Session& session, const AddWish& wish) {
    const auto signIn = ports.provider().beginSignIn({});
    if (!signIn) {
        return signIn.error();
    }
    const QUrl url = (*signIn)->authorizeUrl();
    const Terminal& terminal = session.terminal();
    if (terminal.json()) {
        terminal.row({{QStringLiteral("authorize_url"), url.toString(QUrl::FullyEncoded)}});
    } else {
        terminal.say(wish.noBrowser ? QStringLiteral("Open this page in a browser on this computer:")
                                    : QStringLiteral("Your browser opens this page to sign in:"));
        terminal.say(url.toString(QUrl::FullyEncoded));
    }
    if (const auto place = placeForSecrets(ports); !place) {
        return place.error();
    }
    if (!wish.noBrowser) {
        openBrowser(url);
    }
    return (*signIn)->wait(session.stop());
}

Result<Account> addGmail(service::Cellar& cellar, service::MailPorts& ports, Session& session, const AddWish& wish) {
    service::AccountsService service(cellar, session.clock(), ports);
    if (!wish.client.empty()) {
        if (const auto imported = service.importClient(qt(wish.client)); !imported) {
            return imported.error();
        }
    }
    if (!wish.serviceAccount.empty()) {
        return service.addServiceAccount(qt(wish.serviceAccount), qt(wish.subject), session.stop());
    }
    const auto signedIn = signInByBrowser(ports, session, wish);
    return signedIn ? service.keep(*signedIn) : Result<Account>(signedIn.error());
}

Result<Exit> printAdded(const Terminal& terminal, const Result<Account>& account) {
    if (!account) {
        return account.error();
    }
    if (terminal.json()) {
        terminal.result(accountJson(*account));
        return Exit::Done;
    }
    terminal.say(QStringLiteral("%1 is connected. Fetch its mail with: kithctl sync").arg(account->address));
    if (!account->missingScopes.isEmpty()) {
        terminal.say(QStringLiteral("Not granted: %1").arg(account->missingScopes.join(QStringLiteral(", "))));
    }
    const QJsonValue ends = accountJson(*account).value(QStringLiteral("sign_in_ends_at"));
    if (ends.isString()) {
        terminal.say(
            QStringLiteral("This project is in testing at Google, which ends the sign-in at %1: see docs/gmail.md.")
                .arg(ends.toString()));
    }
    return Exit::Done;
}

Result<Exit> listAccounts(service::Cellar& cellar, const Terminal& terminal) {
    const auto accounts = storage::AccountStore(*cellar.database).list();
    if (!accounts) {
        return accounts.error();
    }
    QJsonArray list;
    for (const Account& account : *accounts) {
        list.append(accountJson(account));
        terminal.say(accountText(account));
    }
    if (terminal.json()) {
        terminal.result({{QStringLiteral("accounts"), list}});
    } else if (list.isEmpty()) {
        terminal.say(QStringLiteral("No account yet. Add one with: kithctl account add gmail"));
    }
    return Exit::Done;
}

Result<Exit> removeAccount(service::Cellar& cellar, service::MailPorts& ports, Session& session,
                           const RemoveWish& wish) {
    service::AccountsService service(cellar, session.clock(), ports);
    const auto account = service.find(qt(wish.account));
    if (!account) {
        return account.error();
    }
    const Terminal& terminal = session.terminal();
    const auto left = [&terminal](qint64 messages) {
        terminal.progress(messages > 0 ? QStringLiteral("%1 messages to go").arg(messages) : QString());
    };
    const auto report = service.remove(account->id, {wish.keepMail, left, {}}, session.stop());
    if (!report) {
        return report.error();
    }
    QJsonObject json = accountJson(*account);
    json.insert(QStringLiteral("state"), QStringLiteral("removed"));
    json.insert(QStringLiteral("messages"),
                QJsonObject{{QStringLiteral("removed"), report->messages}, {QStringLiteral("kept"), report->kept}});
    json.insert(QStringLiteral("labels_deleted"), report->labelsDeleted);
    json.insert(QStringLiteral("back_to_inbox"), report->backToInbox);
    json.insert(QStringLiteral("server_problem"), report->serverProblem);
    if (terminal.json()) {
        terminal.result(json);
    } else {
        terminal.say(QStringLiteral("%1 is gone: %2 messages removed, %3 kept.")
                         .arg(account->address)
                         .arg(report->messages)
                         .arg(report->kept));
        if (!report->serverProblem.isEmpty()) {
            terminal.say(QStringLiteral("At the server something is left: %1").arg(report->serverProblem));
        }
    }
    return report->serverProblem.isEmpty() ? Exit::Done : Exit::Partial;
}

void addAdd(CLI::App& account, Session& session) {
    auto* add = account.add_subcommand("add", "Connect an account");
    add->require_subcommand(1);
    auto* gmail = add->add_subcommand("gmail", "Sign in to Gmail, also again: everything is kept");
    const auto wish = std::make_shared<AddWish>();
    gmail->add_flag("--no-browser", wish->noBrowser, "Only print the address of the sign-in page");
    gmail->add_option("--client", wish->client, "The OAuth client: the JSON file that Google's console gives");
    auto* key = gmail->add_option("--service-account", wish->serviceAccount, "A Workspace service account's key file");
    auto* subject = gmail->add_option("--subject", wish->subject, "The mailbox that it stands in for");
    key->needs(subject);
    subject->needs(key);
    gmail->callback([&session, wish] {
        session.withMail([&](service::Cellar& cellar, service::MailPorts& ports) {
            return printAdded(session.terminal(), addGmail(cellar, ports, session, *wish));
        });
    });
}

}  // namespace

void addAccount(CLI::App& app, Session& session) {
    auto* account = app.add_subcommand("account", "Mail accounts");
    account->require_subcommand(1);
    addAdd(*account, session);
    auto* list = account->add_subcommand("list", "The accounts of this workspace");
    list->callback([&session] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listAccounts(cellar, session.terminal()); });
    });
    auto* remove = account->add_subcommand("remove", "Sign out, and take its mail out of the workspace");
    const auto wish = std::make_shared<RemoveWish>();
    remove->add_option("ACCOUNT", wish->account, "Its id or address")->required();
    remove->add_flag("--keep-mail", wish->keepMail, "The mail stays, without its server");
    remove->callback([&session, wish] {
        session.withMail([&](service::Cellar& cellar, service::MailPorts& ports) {
            return removeAccount(cellar, ports, session, *wish);
        });
    });
}

}  // namespace kith::cli
