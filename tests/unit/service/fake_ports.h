// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A mail service without a network: the browser comes back when the test says so, secrets are a map, and the mailbox is
// empty and friendly, or refuses as the test says.
#pragma once

#include "core/service/mail_ports.h"

#include <QMap>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace kith::testing {

/// What the test sees and decides; outlives the ports.
struct OutsideWorld {
    std::mutex mutex;
    std::condition_variable_any changed;
    QMap<QString, QString> secrets;
    std::optional<Error> mailboxTrouble;  ///< of every request
    std::optional<Error> signOutTrouble;
    std::deque<Result<mail::SignedIn>> browser;  ///< what the next sign-ins bring
    QStringList asked;                           ///< again-addresses of sign-ins
    int requests{0};
    bool offline{false};

    void browserComesBack(Result<mail::SignedIn> answer) {
        const std::lock_guard lock(mutex);
        browser.push_back(std::move(answer));
        changed.notify_all();
    }
    int requestCount() {
        const std::lock_guard lock(mutex);
        return requests;
    }
};

inline mail::SignedIn signedInAs(const QString& address) {
    mail::SignedIn signedIn;
    signedIn.address = address;
    signedIn.kind = QStringLiteral("gmail");
    signedIn.scopes = QStringList{QStringLiteral("https://www.googleapis.com/auth/gmail.modify")};
    signedIn.detail = QJsonObject{{QStringLiteral("client"), QStringLiteral("client.apps.example")}};
    signedIn.secret = QStringLiteral("gmail.") + address;
    return signedIn;
}

class EmptyMailbox final : public mail::RemoteMailbox {
public:
    explicit EmptyMailbox(OutsideWorld& world)
        : m_world(world) {}

    Result<mail::RemoteProfile> profile(std::stop_token) override {
        return orTrouble(mail::RemoteProfile{QStringLiteral("mara@fjordlight.example"), 7, 0, 0});
    }
    Result<mail::RemotePage> list(const QString&, std::stop_token) override { return orTrouble(mail::RemotePage{}); }
    Result<mail::RemotePage> listLabelled(const QString&, const QString&, std::stop_token) override {
        return orTrouble(mail::RemotePage{});
    }
    int fetchSize() const override { return 50; }
    Result<mail::RemoteFetch> fetch(std::span<const mail::RemoteRef>, std::stop_token) override {
        return orTrouble(mail::RemoteFetch{});
    }
    Result<mail::HistoryPage> history(quint64 since, const QString&, std::stop_token) override {
        mail::HistoryPage page;
        page.historyId = since;
        return orTrouble(page);
    }
    Result<std::vector<mail::RemoteLabel>> labels(std::stop_token) override {
        return orTrouble(std::vector<mail::RemoteLabel>{});
    }
    Result<mail::RemoteLabel> createLabel(const mail::RemoteLabel& wanted, std::stop_token) override {
        return orTrouble(wanted);
    }
    Result<void> deleteLabel(const QString&, std::stop_token) override { return {}; }
    Result<void> modify(std::span<const QString>, const mail::LabelEdit&, std::stop_token) override { return {}; }
    Result<std::vector<mail::RemoteAlias>> aliases(std::stop_token) override {
        return orTrouble(std::vector<mail::RemoteAlias>{});
    }
    mail::RemoteUsage takeUsage() override { return {}; }
    void setUrgent(bool) override {}

private:
    template <class T>
    Result<T> orTrouble(T value) {
        const std::lock_guard lock(m_world.mutex);
        ++m_world.requests;
        m_world.changed.notify_all();
        return m_world.mailboxTrouble ? Result<T>(*m_world.mailboxTrouble) : Result<T>(std::move(value));
    }

    OutsideWorld& m_world;
};

class FakeSignIn final : public mail::SignIn {
public:
    explicit FakeSignIn(OutsideWorld& world)
        : m_world(world) {}
    QUrl authorizeUrl() const override {
        return QUrl(QStringLiteral("https://accounts.example/auth?state=0123456789"));
    }
    Result<mail::SignedIn> wait(std::stop_token stop) override {
        std::unique_lock lock(m_world.mutex);
        if (!m_world.changed.wait(lock, stop, [this] { return !m_world.browser.empty(); })) {
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}};
        }
        const auto answer = m_world.browser.front();
        m_world.browser.pop_front();
        if (answer) {
            m_world.secrets.insert(answer->secret, QStringLiteral("refresh token"));
        }
        return answer;
    }

private:
    OutsideWorld& m_world;
};

class FakeProvider final : public mail::MailProvider {
public:
    explicit FakeProvider(OutsideWorld& world)
        : m_world(world) {}

    Result<std::unique_ptr<mail::SignIn>> beginSignIn(const QString& again) override {
        const std::lock_guard lock(m_world.mutex);
        m_world.asked << again;
        return std::unique_ptr<mail::SignIn>(std::make_unique<FakeSignIn>(m_world));
    }
    Result<mail::SignedIn> addServiceAccount(const QByteArray&, const QString& subject, std::stop_token) override {
        return signedInAs(subject);
    }
    Result<std::unique_ptr<mail::RemoteMailbox>> open(const Account&) override {
        return std::unique_ptr<mail::RemoteMailbox>(std::make_unique<EmptyMailbox>(m_world));
    }
    Result<void> signOut(const Account& account, std::stop_token) override {
        const std::lock_guard lock(m_world.mutex);
        if (m_world.signOutTrouble) {
            return *m_world.signOutTrouble;
        }
        m_world.secrets.remove(account.secret);
        return {};
    }
    Result<QString> importClient(const QByteArray&) override { return QStringLiteral("client.apps.example"); }
    QString clientId() override { return QStringLiteral("client.apps.example"); }

private:
    OutsideWorld& m_world;
};

class FakePorts final : public service::MailPorts {
public:
    explicit FakePorts(OutsideWorld& world)
        : m_world(world)
        , m_provider(world) {}
    mail::MailProvider& provider() override { return m_provider; }
    service::SecretPlaces secretPlaces() override { return {QStringLiteral("keychain"), true, {}, {}, false, false}; }
    Result<void> choosePlace(const QString&, const QString&) override { return {}; }
    Result<std::unique_ptr<triage::Classifier>> classifier(const QString&) override {
        return std::unique_ptr<triage::Classifier>();
    }
    bool offline() const override { return m_world.offline; }

private:
    OutsideWorld& m_world;
    FakeProvider m_provider;
};

}  // namespace kith::testing
