// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/secret_door.h"

#include "core/net/keychain_store.h"
#include "core/net/session_store.h"
#include "core/net/vault_store.h"

#include <QJsonArray>
#include <QSet>

namespace kith::app {

QString placeWord(net::SecretPlace place) {
    switch (place) {
    case net::SecretPlace::Keychain:
        return QStringLiteral("keychain");
    case net::SecretPlace::Vault:
        return QStringLiteral("vault");
    case net::SecretPlace::Session:
        return QStringLiteral("session");
    }
    return {};
}

std::optional<net::SecretPlace> placeOf(const QString& word) {
    for (const auto place : {net::SecretPlace::Keychain, net::SecretPlace::Vault, net::SecretPlace::Session}) {
        if (word == placeWord(place)) {
            return place;
        }
    }
    return {};
}

SecretDoor::SecretDoor(HouseSettings& settings, QString folder, net::SecretPlace place, Passphrase passphrase)
    : m_settings(settings)
    , m_folder(std::move(folder))
    , m_passphrase(std::move(passphrase))
    , m_place(place) {
}

SecretDoor::~SecretDoor() = default;

net::SecretPlace SecretDoor::place() const {
    const std::lock_guard lock(m_mutex);
    return m_place;
}

bool SecretDoor::isOpen() const {
    const std::lock_guard lock(m_mutex);
    return m_store != nullptr;
}

Result<SecretDoor::Store> SecretDoor::opened() {
    const std::lock_guard lock(m_mutex);
    if (!m_store) {
        std::optional<QByteArray> passphrase;
        if (m_place == net::SecretPlace::Vault && m_passphrase) {
            passphrase = m_passphrase(!net::VaultStore::exists(m_folder));
        }
        auto store = open(m_place, passphrase);
        if (!store) {
            return store;
        }
        m_store = std::move(*store);
    }
    return m_store;
}

Result<SecretDoor::Store> SecretDoor::open(net::SecretPlace place, const std::optional<QByteArray>& passphrase) {
    if (place == net::SecretPlace::Session) {
        return Store(std::make_shared<net::SessionStore>());
    }
    if (place == net::SecretPlace::Keychain) {
        net::KeychainOptions options;
        const QStringList known = names(place);
        options.expected = QSet<QString>(known.begin(), known.end());
        return Store(std::make_shared<net::KeychainStore>(std::move(options)));
    }
    if (!passphrase) {
        return Error{ErrorKind::Denied, QStringLiteral("the vault of secrets is closed"),
                     QStringLiteral("Give its passphrase in KITH_VAULT_PASSPHRASE, or in Settings, Accounts.")};
    }
    auto vault = net::VaultStore::open(m_folder, *passphrase);
    return vault ? Result<Store>(Store(std::move(*vault))) : Result<Store>(vault.error());
}

Result<std::optional<QByteArray>> SecretDoor::get(const QString& name) {
    const auto store = opened();
    return store ? (*store)->get(name) : Result<std::optional<QByteArray>>(store.error());
}

Result<void> SecretDoor::set(const QString& name, const QByteArray& secret) {
    const auto store = opened();
    if (!store) {
        return store.error();
    }
    const auto stored = (*store)->set(name, secret);
    return stored ? noteName((*store)->place(), name, true) : stored;
}

Result<void> SecretDoor::remove(const QString& name) {
    const auto store = opened();
    if (!store) {
        return store.error();
    }
    const auto removed = (*store)->remove(name);
    return removed ? noteName((*store)->place(), name, false) : removed;
}

bool SecretDoor::holds(const QString& name) {
    return names(place()).contains(name);
}

Result<void> SecretDoor::choose(net::SecretPlace place, const QByteArray& passphrase) {
    if (place == net::SecretPlace::Vault && passphrase.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("a vault needs a passphrase"),
                     QStringLiteral("Enter one that you can remember: without it the vault stays closed.")};
    }
    const bool same = place == this->place();
    if (same && isOpen() && place != net::SecretPlace::Vault) {
        return {};
    }
    auto fresh = open(place, passphrase);
    if (!fresh) {
        return fresh.error();
    }
    if (!same) {
        if (const auto old = opened()) {
            moveAll(**old, **fresh);
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_place = place;
        m_store = std::move(*fresh);
    }
    return m_settings.set(QStringLiteral("secrets.place"), placeWord(place));
}

void SecretDoor::moveAll(net::SecretStore& from, net::SecretStore& to) {
    for (const QString& name : names(from.place())) {
        const auto secret = from.get(name);
        if (!secret || !*secret || !to.set(name, **secret) || !noteName(to.place(), name, true)) {
            continue;  // whoever needs it says so, and asks for a new sign-in
        }
        if (from.remove(name)) {
            (void)noteName(from.place(), name, false).isOk();
        }
    }
}

QString SecretDoor::namesKey(net::SecretPlace place) const {
    return QStringLiteral("secrets.names.") + placeWord(place);
}

QStringList SecretDoor::names(net::SecretPlace place) {
    const std::lock_guard lock(m_namesMutex);
    return place == net::SecretPlace::Session ? m_sessionNames : m_settings.list(namesKey(place));
}

/// What is stored where, by name: so that it can move, and a keyring that was changed or emptied is found out.
Result<void> SecretDoor::noteName(net::SecretPlace place, const QString& name, bool there) {
    QStringList known = names(place);
    if (known.contains(name) == there) {
        return {};
    }
    const std::lock_guard lock(m_namesMutex);
    there ? known.append(name) : void(known.removeAll(name));
    if (place == net::SecretPlace::Session) {
        m_sessionNames = known;
        return {};
    }
    return m_settings.set(namesKey(place), QJsonArray::fromStringList(known));
}

}  // namespace kith::app
