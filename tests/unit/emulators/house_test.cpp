// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The program's insides: its command line, what the ready line says, what is kept and what is left behind.
#include "tests/emulators/host/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

HostCommand commandOf(const QString& words) {
    return hostCommand(QString(QStringLiteral("kith-emulator ") + words).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

QJsonObject fileObject(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    return QJsonDocument::fromJson(file.readAll()).object();
}

TEST(HostCommandLine, SaysWhatItCannotDoYet) {
    for (const char* words : {"", "--attio --people some", "--google --port x", "--google mailbox",
                              "--google --consent perhaps", "--google --tea"}) {
        const HostCommand command = commandOf(QLatin1String(words));
        ASSERT_TRUE(command.exit) << words;
        EXPECT_EQ(command.exit->code, 2) << words;
        EXPECT_TRUE(command.exit->text.startsWith(QStringLiteral("kith-emulator: "))) << words;
    }
    EXPECT_EQ(commandOf(QStringLiteral("--help")).exit->code, 0);
    const HostCommand good =
        commandOf(QStringLiteral("--google --seed sample --port 5000 --stdin --account a@b.example"));
    EXPECT_FALSE(good.exit);
    EXPECT_EQ(good.options.port, 5000);
    EXPECT_TRUE(good.options.endsWithInput);
}

TEST(House, TellsWhereAttioAndOnyxAreAndTheirKeys) {
    auto house = House::open({.google = false, .attio = true, .onyx = true, .people = 3});
    ASSERT_TRUE(house) << qPrintable(house.error().detail);
    const QJsonObject ready = (*house)->ready();
    EXPECT_FALSE(ready[u"attio"].toString().endsWith(QLatin1Char('/')));
    EXPECT_TRUE(ready[u"onyx"].toString().endsWith(QLatin1String("/api")));
    EXPECT_FALSE(ready[u"keys"][u"attio"].toString().isEmpty());
    EXPECT_TRUE(ready[u"keys"][u"onyx"].toString().startsWith(QLatin1String("on_")));
    EXPECT_FALSE(ready.contains(u"google_api"));
}

TEST(House, TellsItsDoorsItsClientAndItsKeyAndTakesTheKeyAwayAgain) {
    QString keyFile;
    {
        auto house = House::open({.accounts = {QStringLiteral("ada@firm.example")}});
        ASSERT_TRUE(house) << qPrintable(house.error().detail);
        const QJsonObject ready = (*house)->ready();
        EXPECT_EQ(ready.keys(), (QStringList{QStringLiteral("accounts"), QStringLiteral("control"),
                                             QStringLiteral("google_api"), QStringLiteral("google_client"),
                                             QStringLiteral("google_oauth"), QStringLiteral("service_account_file")}));
        EXPECT_EQ(ready[u"accounts"].toArray(), QJsonArray{QStringLiteral("ada@firm.example")});
        keyFile = ready[u"service_account_file"].toString();
        EXPECT_EQ(fileObject(keyFile)[u"token_uri"].toString(),
                  QString(ready[u"google_oauth"].toString() + QStringLiteral("/token")));
    }
    EXPECT_FALSE(QFile::exists(keyFile));
}

TEST(House, TheModelStandsAloneOrBesideGoogle) {
    EXPECT_FALSE(commandOf(QStringLiteral("--deepinfra")).options.google);
    auto alone = House::open({.google = false, .deepinfra = true});
    ASSERT_TRUE(alone) << qPrintable(alone.error().detail);
    const QJsonObject ready = (*alone)->ready();
    EXPECT_EQ(ready.keys(),
              (QStringList{QStringLiteral("control"), QStringLiteral("deepinfra"), QStringLiteral("keys")}));
    EXPECT_TRUE(ready[u"deepinfra"].toString().endsWith(QStringLiteral("/v1/openai")));
    EXPECT_FALSE(ready[u"keys"].toObject()[u"deepinfra"].toString().isEmpty());
    auto both = House::open({.deepinfra = true, .accounts = {QStringLiteral("ada@firm.example")}});
    ASSERT_TRUE(both) << qPrintable(both.error().detail);
    EXPECT_TRUE((*both)->ready().contains(u"google_api"));
    EXPECT_TRUE((*both)->ready().contains(u"deepinfra"));
}

TEST(House, KeepsMailClientAndKeyInItsStateFolder) {
    const QTemporaryDir folder;
    const HostOptions options{.seed = QStringLiteral("sample"), .stateFolder = folder.path()};
    QJsonObject before;
    QString key;
    {
        auto house = House::open(options);
        ASSERT_TRUE(house) << qPrintable(house.error().detail);
        before = (*house)->ready();
        EXPECT_EQ(before[u"accounts"].toArray().first().toString(), QStringLiteral("mara@fjordlight.example"));
        key = fileObject(before[u"service_account_file"].toString())[u"private_key"].toString();
    }
    auto house = House::open(options);
    ASSERT_TRUE(house) << qPrintable(house.error().detail);
    const QJsonObject after = (*house)->ready();
    EXPECT_EQ(after[u"google_client"], before[u"google_client"]);
    EXPECT_EQ(after[u"accounts"], before[u"accounts"]);
    EXPECT_EQ(fileObject(after[u"service_account_file"].toString())[u"private_key"].toString(), key);
}

TEST(House, RefusesASeedOrFaultsThatAreNotThere) {
    const auto unseeded = House::open({.seed = QStringLiteral("/nowhere/mail.mbox")});
    EXPECT_FALSE(unseeded);
    const auto faultless = House::open({.faultsFile = QStringLiteral("/nowhere/faults.json")});
    ASSERT_FALSE(faultless);
    EXPECT_EQ(faultless.error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace kith::emulator
