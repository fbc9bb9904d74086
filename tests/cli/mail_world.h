// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Google of our own beside kithctl: the emulator as a process, what happens behind Kith's back, and a browser that
// signs people in as they would.
#pragma once

#include "tests/cli/kithctl.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>

#include <memory>

namespace kith::testing {

class MailWorld {
public:
    /// seed: a mail file; empty: a mailbox with nothing in it.
    explicit MailWorld(const QByteArray& seed = {}, const QStringList& more = {});
    ~MailWorld();

    bool stands() const { return !m_ready.isEmpty(); }
    QString address() const { return m_ready.value(QStringLiteral("accounts")).toArray().first().toString(); }
    QString serviceAccountFile() const { return m_ready.value(QStringLiteral("service_account_file")).toString(); }
    /// Endpoints, OAuth client, a vault for the secrets, and the model's key where --deepinfra is among more.
    QMap<QString, QString> environment() const;

    /// POST /__control/CALL
    QJsonObject control(const char* call, const QJsonValue& order);
    /// New mail of ana's to the first account; its id at the server.
    QString deliver(const char* subject);
    /// Calls of a service, Gmail's unless said, since the last time this was asked.
    QJsonArray calls(const char* service = "google_api");

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_ready;
    qint64 m_seen{0};
};

/// kithctl as a running process: account add, sync --watch.
class Running {
public:
    Running(const Kithctl& kithctl, const QStringList& arguments);
    ~Running();

    /// The next line of standard output as an object; empty when the process ended first.
    QJsonObject nextLine();
    void terminate() { m_process.terminate(); }
    void kill() {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Ends by itself; its exit code, -1 where it crashed or did not end in two minutes.
    int exitCode();
    QByteArray rest() { return m_process.readAllStandardOutput(); }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
};

/// What the browser shows in the end.
struct Page {
    int status{0};
    QByteArray type;
    QByteArray body;
    QUrl url;
};

/// Follows the sign-in page to the end as a person: ticks all boxes but these, presses the button of this name.
Page browse(const QUrl& authorizeUrl, const QString& decision = QStringLiteral("allow"),
            const QStringList& untick = {});
/// One request of a browser, redirects not followed.
Page fetchPage(const QUrl& url);

/// account add gmail, with the browser played to the end.
struct SignedInRun {
    int exit{-1};
    QJsonObject first;    ///< the line with the address of the page
    QJsonObject account;  ///< the line after it
    QByteArray errors;
    Page page;
};
SignedInRun signIn(const Kithctl& kithctl, const QString& decision = QStringLiteral("allow"),
                   const QStringList& untick = {});

}  // namespace kith::testing
