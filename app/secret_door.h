// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The secret store that was chosen: keyring, vault or this session; opened when first needed, changed while in use.
#pragma once

#include "app/house_settings.h"
#include "core/net/secret_store.h"

#include <functional>
#include <memory>
#include <mutex>

namespace kith::app {

/// keychain, vault, session.
QString placeWord(net::SecretPlace place);
std::optional<net::SecretPlace> placeOf(const QString& word);

class SecretDoor final : public net::SecretStore {
public:
    /// fresh: there is no vault yet and this passphrase will make it. Nothing: nobody to ask.
    using Passphrase = std::function<std::optional<QByteArray>(bool fresh)>;

    SecretDoor(HouseSettings& settings, QString folder, net::SecretPlace place, Passphrase passphrase);
    ~SecretDoor() override;

    net::SecretPlace place() const override;
    Result<std::optional<QByteArray>> get(const QString& name) override;
    Result<void> set(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;

    bool isOpen() const;
    /// Whether something of this name was stored in the chosen place; opens nothing and asks nobody.
    bool holds(const QString& name);
    /// What can be read in the old place moves to the new one; what cannot be read stays where it is.
    Result<void> choose(net::SecretPlace place, const QByteArray& passphrase);

private:
    // Shared: a worker may still read in the old place while another one is chosen.
    using Store = std::shared_ptr<net::SecretStore>;

    Result<Store> opened();
    Result<Store> open(net::SecretPlace place, const std::optional<QByteArray>& passphrase);
    QString namesKey(net::SecretPlace place) const;
    QStringList names(net::SecretPlace place);
    Result<void> noteName(net::SecretPlace place, const QString& name, bool there);
    void moveAll(net::SecretStore& from, net::SecretStore& to);

    HouseSettings& m_settings;
    QString m_folder;
    Passphrase m_passphrase;
    mutable std::mutex m_mutex;
    net::SecretPlace m_place;
    Store m_store;
    std::mutex m_namesMutex;
    QStringList m_sessionNames;
};

}  // namespace kith::app
