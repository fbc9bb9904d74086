// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/vault_store.h"

#include "core/net/vault_file.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <sodium.h>

#include <algorithm>

namespace kith::net {

namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int kLongestWait = 10'000;
constexpr qint64 kLargestVault = 16 << 20;

Error vaultFileError(const QString& path, const QString& what) {
    return {ErrorKind::Denied,
            QStringLiteral("%1: %2").arg(path, what),
            QStringLiteral("Is the workspace's folder writable?"),
            {}};
}

Result<QByteArray> vaultBytes(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return file.exists() ? vaultFileError(path, file.errorString())
                             : Error{ErrorKind::Damaged,
                                     QStringLiteral("%1 is gone").arg(path),
                                     QStringLiteral("Put the file back from a backup, or sign in again."),
                                     {}};
    }
    return file.read(std::min(file.size(), kLargestVault));
}

}  // namespace

VaultStore::VaultStore() = default;
VaultStore::~VaultStore() = default;

QString VaultStore::fileIn(const QString& folder) {
    return folder + QStringLiteral("/secrets.vault");
}

bool VaultStore::exists(const QString& folder) {
    return QFileInfo::exists(fileIn(folder));
}

Result<std::unique_ptr<VaultStore>> VaultStore::open(const QString& folder, const QByteArray& passphrase,
                                                     VaultCost cost) {
    if (sodium_init() < 0) {
        return Error{ErrorKind::Failed, QStringLiteral("libsodium does not start"), {}, {}};
    }
    if (passphrase.isEmpty()) {
        return Error{ErrorKind::Denied,
                     QStringLiteral("the vault needs a passphrase"),
                     QStringLiteral("Give the passphrase, in KITH_VAULT_PASSPHRASE where nobody can be asked."),
                     {}};
    }
    std::unique_ptr<VaultStore> store(new VaultStore);
    store->m_path = fileIn(folder);
    QLockFile others(store->m_path + QStringLiteral(".lock"));
    bool isNew = !exists(folder);
    if (isNew) {
        others.tryLock(kLongestWait);
        isNew = !exists(folder);  // another program may have made it meanwhile
    }
    if (isNew) {
        store->m_head = std::make_unique<VaultHead>(freshVaultHead(cost.operations, cost.memory));
    } else {
        const auto bytes = vaultBytes(store->m_path);
        auto head = bytes ? readVaultHead(*bytes) : Result<VaultHead>(bytes.error());
        if (!head) {
            return head.error();
        }
        store->m_head = std::make_unique<VaultHead>(std::move(*head));
    }
    store->m_key = VaultKey::derive(passphrase, *store->m_head);
    if (!store->m_key) {
        return Error{ErrorKind::Failed, QStringLiteral("not enough memory to open the vault"), {}, {}};
    }
    const Result<void> usable = isNew ? store->write({}) : [&]() -> Result<void> {
        const auto secrets = store->read();
        return secrets ? Result<void>() : Result<void>(secrets.error());
    }();
    return usable ? Result<std::unique_ptr<VaultStore>>(std::move(store))
                  : Result<std::unique_ptr<VaultStore>>(usable.error());
}

Result<VaultStore::Secrets> VaultStore::read() const {
    const auto bytes = vaultBytes(m_path);
    if (!bytes) {
        return bytes.error();
    }
    const auto head = readVaultHead(*bytes);
    if (!head) {
        return head.error();
    }
    if (head->salt != m_head->salt) {
        return Error{ErrorKind::Denied,
                     QStringLiteral("%1 was replaced by another vault").arg(m_path),
                     QStringLiteral("Give the passphrase again."),
                     {}};
    }
    return openVault(*bytes, *m_key);
}

Result<void> VaultStore::write(const Secrets& secrets) const {
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly)) {
        return vaultFileError(m_path, file.errorString());
    }
    file.write(sealVault(*m_head, *m_key, secrets));
    return file.commit() ? Result<void>() : Result<void>(vaultFileError(m_path, file.errorString()));
}

Result<void> VaultStore::change(const std::function<void(Secrets&)>& what) {
    const std::lock_guard lock(m_mutex);
    QLockFile others(m_path + QStringLiteral(".lock"));
    if (!others.tryLock(kLongestWait)) {
        return Error{ErrorKind::Busy, QStringLiteral("%1 is in use by another program").arg(m_path), {}, {}};
    }
    auto secrets = read();
    if (!secrets) {
        return secrets.error();
    }
    what(*secrets);
    if (auto written = write(*secrets); !written) {
        return written;
    }
    const auto back = read();
    if (!back) {
        return back.error();
    }
    return *back == *secrets
               ? Result<void>()
               : Result<void>(Error{ErrorKind::Damaged, QStringLiteral("%1 reads back otherwise").arg(m_path), {}, {}});
}

Result<std::optional<QByteArray>> VaultStore::get(const QString& name) {
    const auto secrets = read();
    if (!secrets) {
        return secrets.error();
    }
    const auto found = secrets->find(name);
    return found == secrets->end() ? std::optional<QByteArray>() : std::optional(found->second);
}

Result<void> VaultStore::set(const QString& name, const QByteArray& secret) {
    return change([&](Secrets& secrets) { secrets[name] = secret; });
}

Result<void> VaultStore::remove(const QString& name) {
    return change([&](Secrets& secrets) { secrets.erase(name); });
}

Result<std::vector<QString>> VaultStore::names() {
    const auto secrets = read();
    if (!secrets) {
        return secrets.error();
    }
    std::vector<QString> names;
    for (const auto& [name, secret] : *secrets) {
        names.push_back(name);
    }
    return names;
}

}  // namespace kith::net
