// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/vault_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>

using namespace kith;
using net::VaultStore;

namespace {

constexpr net::VaultCost kCheap{1, 8192};

class Vault : public ::testing::Test {
protected:
    Result<std::unique_ptr<VaultStore>> open(const QByteArray& passphrase = "correct horse") const {
        return VaultStore::open(m_folder.path(), passphrase, kCheap);
    }
    QByteArray bytes() const {
        QFile file(VaultStore::fileIn(m_folder.path()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const QByteArray& bytes) const {
        QFile file(VaultStore::fileIn(m_folder.path()));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    QTemporaryDir m_folder;
};

const QString kName = QStringLiteral("gmail/ada@firm.example");

TEST_F(Vault, KeepsSecretsOverARestart) {
    EXPECT_FALSE(VaultStore::exists(m_folder.path()));
    {
        auto vault = open();
        ASSERT_TRUE(vault) << qPrintable(vault.error().detail);
        EXPECT_FALSE((*vault)->get(kName)->has_value());
        ASSERT_TRUE((*vault)->set(kName, QByteArray("1//token\0tail", 13)));
        ASSERT_TRUE((*vault)->set(QStringLiteral("deepinfra"), QByteArray()));
        ASSERT_TRUE((*vault)->set(QStringLiteral("onyx"), "key"));
        ASSERT_TRUE((*vault)->remove(QStringLiteral("onyx")));
        ASSERT_TRUE((*vault)->remove(QStringLiteral("never there")));
    }
    EXPECT_TRUE(VaultStore::exists(m_folder.path()));
    auto vault = open();
    ASSERT_TRUE(vault);
    EXPECT_EQ((*vault)->get(kName).value(), QByteArray("1//token\0tail", 13));
    EXPECT_EQ((*vault)->get(QStringLiteral("deepinfra")).value(), QByteArray());
    EXPECT_FALSE((*vault)->get(QStringLiteral("onyx"))->has_value());
    EXPECT_EQ((*vault)->names()->size(), 2U);
    EXPECT_EQ((*vault)->place(), net::SecretPlace::Vault);
}

TEST_F(Vault, ShowsNeitherSecretsNorNamesNorThePassphrase) {
    auto vault = open("correct horse battery");
    ASSERT_TRUE((*vault)->set(kName, "1//0secret-refresh-token"));
    const QByteArray file = bytes();
    for (const char* text : {"secret-refresh", "ada@firm", "gmail", "horse"}) {
        EXPECT_FALSE(file.contains(text)) << text;
        const QString wide = QString::fromLatin1(text);
        EXPECT_FALSE(file.contains(QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2))) << text;
    }
    EXPECT_EQ(QFile::permissions(VaultStore::fileIn(m_folder.path())) &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              0);
    const QByteArray before = bytes();
    ASSERT_TRUE((*vault)->set(kName, "1//0secret-refresh-token"));
    EXPECT_NE(bytes(), before) << "each writing is sealed anew";
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("secrets.vault")});
}

TEST_F(Vault, DoesNotOpenWithAnotherPassphraseNorWithNone) {
    ASSERT_TRUE(open()->get()->set(kName, "token"));
    const QByteArray before = bytes();
    for (const char* wrong : {"Correct horse", "", "correct horse "}) {
        const auto vault = open(wrong);
        ASSERT_FALSE(vault) << wrong;
        EXPECT_EQ(vault.error().kind, ErrorKind::Denied) << wrong;
    }
    EXPECT_EQ(bytes(), before);
}

TEST_F(Vault, NamesADamagedFileAndLeavesItAlone) {
    auto vault = open();
    ASSERT_TRUE((*vault)->set(kName, "token"));
    const QByteArray whole = bytes();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged.at(at) ^ 0x20);
        overwrite(damaged);
        const auto opened = open();
        ASSERT_FALSE(opened) << at;
        EXPECT_TRUE(opened.error().kind == ErrorKind::Damaged || (at == 9 && opened.error().kind == ErrorKind::TooNew))
            << at;
        ASSERT_FALSE((*vault)->set(kName, "other")) << at;
        ASSERT_EQ(bytes(), damaged) << at;
    }
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        overwrite(whole.left(size));
        ASSERT_EQ(open().error().kind, ErrorKind::Damaged) << size;
        ASSERT_FALSE((*vault)->get(kName)) << size;
    }
    overwrite(whole);
    EXPECT_EQ(open()->get()->get(kName).value(), QByteArray("token"));
}

TEST_F(Vault, DoesNotMakeAnEmptyOneWhereTheFileVanished) {
    auto vault = open();
    ASSERT_TRUE((*vault)->set(kName, "token"));
    ASSERT_TRUE(QFile::remove(VaultStore::fileIn(m_folder.path())));
    const auto secret = (*vault)->get(kName);
    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error().kind, ErrorKind::Damaged);
    EXPECT_FALSE((*vault)->set(kName, "token"));
    EXPECT_FALSE(VaultStore::exists(m_folder.path()));
}

TEST_F(Vault, IsSharedByTwoProgramsWithoutLoss) {
    auto one = open();
    auto two = open();
    ASSERT_TRUE(one && two);
    {
        const auto fill = [](VaultStore& vault, QChar prefix) {
            for (int i = 0; i < 20; ++i) {
                ASSERT_TRUE(vault.set(prefix + QString::number(i), QByteArray::number(i)));
            }
        };
        std::jthread first([&] { fill(**one, u'a'); });
        std::jthread second([&] { fill(**two, u'b'); });
    }
    EXPECT_EQ(open()->get()->names()->size(), 40U);
    EXPECT_EQ((*one)->get(QStringLiteral("b7")).value(), QByteArray("7"));
}

TEST_F(Vault, SaysSoWhereTheFolderCannotBeWritten) {
    const auto vault = VaultStore::open(m_folder.path() + QStringLiteral("/none"), "correct horse", kCheap);
    ASSERT_FALSE(vault);
    EXPECT_EQ(vault.error().kind, ErrorKind::Denied);
}

}  // namespace
