// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/keyring_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

namespace kith::net {

namespace {

constexpr auto kSecretService = "org.freedesktop.secrets";
constexpr auto kSecretPath = "/org/freedesktop/secrets";

/// The keyring's own connection, kept open; where the bus went away, the next question tries a new one.
class BusVisit {
public:
    BusVisit()
        : m_bus(kept()) {}
    bool isConnected() const { return m_bus.isConnected(); }
    QDBusMessage call(const QDBusMessage& message, Millis atMost) const {
        return m_bus.call(message, QDBus::Block, static_cast<int>(atMost.count()));
    }

private:
    static QDBusConnection kept() {
        const QString name = QStringLiteral("kith-keyring");
        if (QDBusConnection open(name); open.isConnected()) {
            return open;
        }
        QDBusConnection::disconnectFromBus(name);
        return QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
    }

    QDBusConnection m_bus;
};

Error noSecretService(const QString& detail) {
    return {ErrorKind::Unreachable,
            QStringLiteral("no keyring answers: %1").arg(detail),
            QStringLiteral("Install and start gnome-keyring or KWallet, or keep secrets in a vault with a passphrase."),
            {}};
}

Error badReply(const QDBusMessage& reply) {
    const QString name = reply.errorName();
    if (name == QLatin1String("org.freedesktop.DBus.Error.NoReply") ||
        name == QLatin1String("org.freedesktop.DBus.Error.Timeout") ||
        name == QLatin1String("org.freedesktop.DBus.Error.TimedOut")) {
        return {ErrorKind::Unreachable,
                QStringLiteral("the keyring does not answer in time"),
                QStringLiteral("Look for a window of the keyring that waits for you, then try again."),
                {}};
    }
    return noSecretService(reply.errorMessage());
}

QDBusMessage busQuestion(const char* member) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                          QStringLiteral("/org/freedesktop/DBus"),
                                          QStringLiteral("org.freedesktop.DBus"), QLatin1String(member));
}

Result<void> serviceIsThere(const BusVisit& bus, Millis atMost) {
    QDBusMessage owned = busQuestion("NameHasOwner");
    owned << QString(QLatin1String(kSecretService));
    const QDBusReply<bool> owner = bus.call(owned, atMost);
    if (owner.isValid() && owner.value()) {
        return {};
    }
    const QDBusReply<QStringList> startable = bus.call(busQuestion("ListActivatableNames"), atMost);
    return startable.isValid() && startable.value().contains(QLatin1String(kSecretService))
               ? Result<void>()
               : Result<void>(noSecretService(QStringLiteral("nobody offers org.freedesktop.secrets")));
}

Result<QString> defaultKeyring(const BusVisit& bus, Millis atMost) {
    QDBusMessage question =
        QDBusMessage::createMethodCall(QLatin1String(kSecretService), QLatin1String(kSecretPath),
                                       QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    question << QStringLiteral("default");
    const QDBusMessage reply = bus.call(question, atMost);
    if (reply.type() != QDBusMessage::ReplyMessage) {
        return badReply(reply);
    }
    const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
    if (path.size() <= 1) {
        return Error{ErrorKind::Unreachable,
                     QStringLiteral("the keyring service runs, but there is no keyring yet"),
                     QStringLiteral("Sign in to your desktop again, or make a keyring in \"Passwords and Keys\"."),
                     {}};
    }
    return path;
}

/// On Plasma, QtKeychain talks to KWallet, which asks the person itself and does not call a locked wallet an empty one.
bool keyringIsWallet() {
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(QLatin1Char(':')).contains(QLatin1String("KDE"));
}

}  // namespace

Result<void> keyringIsOpen(Millis atMost) {
    if (keyringIsWallet()) {
        return {};
    }
    const BusVisit bus;
    if (!bus.isConnected()) {
        return noSecretService(QStringLiteral("there is no session bus"));
    }
    if (auto there = serviceIsThere(bus, atMost); !there) {
        return there;
    }
    const auto keyring = defaultKeyring(bus, atMost);
    if (!keyring) {
        return keyring.error();
    }
    QDBusMessage question =
        QDBusMessage::createMethodCall(QLatin1String(kSecretService), *keyring,
                                       QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    const QDBusMessage reply = bus.call(question, atMost);
    if (reply.type() != QDBusMessage::ReplyMessage) {
        return badReply(reply);
    }
    if (reply.arguments().value(0).value<QDBusVariant>().variant().toBool()) {
        return Error{ErrorKind::Denied,
                     QStringLiteral("the keyring is locked"),
                     QStringLiteral("Unlock the keyring with your login password, then try again."),
                     {}};
    }
    return {};
}

}  // namespace kith::net
