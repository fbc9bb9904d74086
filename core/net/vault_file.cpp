// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/vault_file.h"

#include <QDataStream>
#include <QIODevice>

#include <sodium.h>

namespace kith::net {

namespace {

// magic, version, operations, memory, salt | nonce, sealed secrets | checksum of all before it
const QByteArray& vaultMagic() {
    static const QByteArray magic = QByteArrayLiteral("KITHVAULT");
    return magic;
}
constexpr quint8 kVaultVersion = 1;
constexpr qsizetype kSaltAt = 9 + 1 + 8 + 8;
constexpr qsizetype kNonceAt = kSaltAt + crypto_pwhash_SALTBYTES;
constexpr qsizetype kSealedAt = kNonceAt + crypto_secretbox_NONCEBYTES;
constexpr qsizetype kChecksumSize = crypto_generichash_BYTES;
constexpr qsizetype kSmallestVault = kSealedAt + crypto_secretbox_MACBYTES + kChecksumSize;
// A file from elsewhere must not make this computer reckon for hours or fill its memory.
constexpr quint64 kMostOperations = 64;
constexpr quint64 kMostMemory = quint64{1} << 30;

unsigned char* raw(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

Error damagedVault(const char* what) {
    return {ErrorKind::Damaged,
            QStringLiteral("secrets.vault: %1").arg(QLatin1String(what)),
            QStringLiteral("Put the file back from a backup, or remove it and sign in again."),
            {}};
}

QByteArray checksum(QByteArrayView bytes) {
    QByteArray sum(kChecksumSize, Qt::Uninitialized);
    crypto_generichash(raw(sum), crypto_generichash_BYTES, reinterpret_cast<const unsigned char*>(bytes.data()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return sum;
}

void wipe(QByteArray& bytes) {
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
}

}  // namespace

VaultHead freshVaultHead(quint64 operations, quint64 memory) {
    VaultHead head{operations, memory, QByteArray(crypto_pwhash_SALTBYTES, Qt::Uninitialized)};
    randombytes_buf(head.salt.data(), crypto_pwhash_SALTBYTES);
    return head;
}

std::unique_ptr<VaultKey> VaultKey::derive(const QByteArray& passphrase, const VaultHead& head) {
    std::unique_ptr<VaultKey> key(new VaultKey);
    key->m_bytes = static_cast<unsigned char*>(sodium_malloc(crypto_secretbox_KEYBYTES));
    const bool made =
        key->m_bytes != nullptr && crypto_pwhash(key->m_bytes, crypto_secretbox_KEYBYTES, passphrase.constData(),
                                                 static_cast<unsigned long long>(passphrase.size()), raw(head.salt),
                                                 head.operations, head.memory, crypto_pwhash_ALG_ARGON2ID13) == 0;
    return made ? std::move(key) : nullptr;
}

VaultKey::~VaultKey() {
    sodium_free(m_bytes);  // wipes
}

Result<VaultHead> readVaultHead(const QByteArray& file) {
    if (!file.startsWith(vaultMagic()) || file.size() <= vaultMagic().size()) {
        return damagedVault("this is no vault");
    }
    if (static_cast<quint8>(file.at(vaultMagic().size())) > kVaultVersion) {
        return Error{ErrorKind::TooNew, QStringLiteral("secrets.vault was written by a newer Kith"), {}, {}};
    }
    const qsizetype sumAt = file.size() - kChecksumSize;
    if (file.size() < kSmallestVault || checksum(QByteArrayView(file).first(sumAt)) != file.mid(sumAt)) {
        return damagedVault("the file is not whole");
    }
    QDataStream stream(file.mid(vaultMagic().size() + 1, 16));
    VaultHead head;
    stream >> head.operations >> head.memory;
    head.salt = file.mid(kSaltAt, crypto_pwhash_SALTBYTES);
    const bool sane = head.operations >= crypto_pwhash_OPSLIMIT_MIN && head.operations <= kMostOperations &&
                      head.memory >= crypto_pwhash_MEMLIMIT_MIN && head.memory <= kMostMemory;
    return sane ? Result<VaultHead>(std::move(head)) : Result<VaultHead>(damagedVault("its head makes no sense"));
}

QByteArray sealVault(const VaultHead& head, const VaultKey& key, const VaultSecrets& secrets) {
    QByteArray clear;
    QDataStream content(&clear, QIODevice::WriteOnly);
    content.setVersion(QDataStream::Qt_6_0);
    content << static_cast<quint32>(secrets.size());
    for (const auto& [name, secret] : secrets) {
        content << name << secret;
    }
    QByteArray file = vaultMagic();
    {
        QDataStream stream(&file, QIODevice::Append);
        stream << kVaultVersion << head.operations << head.memory;
    }
    file += head.salt;
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized);
    randombytes_buf(nonce.data(), crypto_secretbox_NONCEBYTES);
    file += nonce;
    QByteArray sealed(clear.size() + qsizetype{crypto_secretbox_MACBYTES}, Qt::Uninitialized);
    crypto_secretbox_easy(raw(sealed), raw(std::as_const(clear)), static_cast<unsigned long long>(clear.size()),
                          raw(std::as_const(nonce)), key.bytes());
    wipe(clear);
    file += sealed;
    file += checksum(file);
    return file;
}

Result<VaultSecrets> openVault(const QByteArray& file, const VaultKey& key) {
    const QByteArray sealed = file.mid(kSealedAt, file.size() - kSealedAt - kChecksumSize);
    QByteArray clear(sealed.size() - qsizetype{crypto_secretbox_MACBYTES}, Qt::Uninitialized);
    const QByteArray nonce = file.mid(kNonceAt, crypto_secretbox_NONCEBYTES);
    if (crypto_secretbox_open_easy(raw(clear), raw(sealed), static_cast<unsigned long long>(sealed.size()), raw(nonce),
                                   key.bytes()) != 0) {
        return Error{ErrorKind::Denied,
                     QStringLiteral("this passphrase does not open the vault"),
                     QStringLiteral("Try the passphrase again."),
                     {}};
    }
    QDataStream content(clear);
    content.setVersion(QDataStream::Qt_6_0);
    quint32 count = 0;
    content >> count;
    VaultSecrets secrets;
    for (quint32 i = 0; i < count && content.status() == QDataStream::Ok; ++i) {
        QString name;
        QByteArray secret;
        content >> name >> secret;
        secrets.emplace(std::move(name), std::move(secret));
    }
    const bool whole = content.status() == QDataStream::Ok && content.atEnd();
    wipe(clear);
    return whole ? Result<VaultSecrets>(std::move(secrets))
                 : Result<VaultSecrets>(damagedVault("its content makes no sense"));
}

}  // namespace kith::net
