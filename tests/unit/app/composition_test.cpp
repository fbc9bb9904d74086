// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the composition adds of its own: a ledger that loses nothing and stops nobody, and secrets that stay where the
// person put them.
#include "app/composition.h"
#include "app/model_door.h"
#include "core/storage/egress_store.h"
#include "core/storage/transaction.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>

using namespace kith;

namespace {

class CompositionStory : public ::testing::Test {
protected:
    CompositionStory() {
        for (const char* name :
             {"KITH_SECRETS", "KITH_VAULT_PASSPHRASE", "KITH_DEEPINFRA_KEY", "KITH_ENDPOINT_DEEPINFRA"}) {
            qunsetenv(name);
        }
        cellar = std::move(*service::Cellar::open(options(service::CellarMode::Write), clock));
    }
    service::CellarOptions options(service::CellarMode mode) {
        return {folder.filePath(QStringLiteral("workspace")), {}, mode, &ids};
    }
    static net::EgressRecord request(int number) {
        net::EgressRecord record;
        record.at = Millis{1'778'846'400'000 + number};
        record.service = QStringLiteral("gmail");
        record.body = "body " + QByteArray::number(number);
        return record;
    }
    size_t noted() { return storage::EgressStore(*cellar->database).list(0, 1'000'000)->size(); }
    std::unique_ptr<app::Composition> composition(app::SecretDoor::Passphrase passphrase = {}) {
        return std::make_unique<app::Composition>(options(service::CellarMode::Share), clock,
                                                  app::CompositionOptions{true, std::move(passphrase)});
    }

    QTemporaryDir folder;
    SystemClock clock;
    storage::TimeIdSource ids{clock};
    std::unique_ptr<service::Cellar> cellar;
};

}  // namespace

TEST_F(CompositionStory, TheLedgerHasEveryRequestOfAllWorkersWhenTheHouseCloses) {
    {
        app::EgressWriter ledger(options(service::CellarMode::Share), clock);
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < 4; ++worker) {
            workers.emplace_back([&ledger, worker] {
                for (int i = 0; i < 250; ++i) {
                    ledger.record(request(worker * 250 + i));
                }
            });
        }
    }
    EXPECT_EQ(noted(), 1000u);
}

TEST_F(CompositionStory, TheLedgerWaitsForAWriterAndNobodyWaitsForTheLedger) {
    {
        app::EgressWriter ledger(options(service::CellarMode::Share), clock);
        {
            storage::Transaction busy(*cellar->database);
            for (int i = 0; i < 100; ++i) {
                ledger.record(request(i));  // comes back although nothing can be written now
            }
            EXPECT_EQ(noted(), 0u);
            EXPECT_TRUE(busy.commit());
        }
    }
    EXPECT_EQ(noted(), 100u);
}

TEST_F(CompositionStory, ABodyIsKeptWithItsFingerprint) {
    { app::EgressWriter(options(service::CellarMode::Share), clock).record(request(7)); }
    storage::EgressStore store(*cellar->database);
    const auto entry = store.entry(store.list(0, 1)->front().id);
    ASSERT_TRUE(entry && *entry);
    EXPECT_EQ((*entry)->body, QByteArray("body 7"));
    EXPECT_EQ((*entry)->bodySha256.size(), 64);
}

TEST_F(CompositionStory, SecretsMoveWithTheirPlaceAndTheVaultOpensOnlyForItsPassphrase) {
    app::HouseSettings settings(options(service::CellarMode::Share), clock);
    const QString where = folder.filePath(QStringLiteral("workspace"));
    const QString name = QStringLiteral("gmail.mara@fjordlight.example");
    {
        app::SecretDoor door(settings, where, net::SecretPlace::Session, {});
        ASSERT_TRUE(door.set(name, "token"));
        ASSERT_TRUE(door.choose(net::SecretPlace::Vault, "four invented words here"));
        EXPECT_EQ(settings.text(QStringLiteral("secrets.place")), QStringLiteral("vault"));
    }
    app::SecretDoor wrong(settings, where, net::SecretPlace::Vault,
                          [](bool) { return std::optional<QByteArray>("other words"); });
    EXPECT_EQ(wrong.get(name).error().kind, ErrorKind::Denied);
    app::SecretDoor closed(settings, where, net::SecretPlace::Vault, {});
    EXPECT_EQ(closed.get(name).error().kind, ErrorKind::Denied);
    EXPECT_FALSE(closed.get(name).error().hint.isEmpty());

    bool askedForNew = true;
    app::SecretDoor door(settings, where, net::SecretPlace::Vault, [&askedForNew](bool fresh) {
        askedForNew = fresh;
        return std::optional<QByteArray>("four invented words here");
    });
    ASSERT_TRUE(door.get(name));
    EXPECT_FALSE(askedForNew);
    ASSERT_TRUE(door.choose(net::SecretPlace::Session, {}));
    EXPECT_EQ(**door.get(name), QByteArray("token")) << "it moved along";
    app::SecretDoor later(settings, where, net::SecretPlace::Vault,
                          [](bool) { return std::optional<QByteArray>("four invented words here"); });
    EXPECT_FALSE(*later.get(name)) << "and is no longer in the old place";
}

TEST_F(CompositionStory, AVaultIsNeverMadeWithoutAPassphrase) {
    const auto house = composition();
    EXPECT_EQ(house->choosePlace(QStringLiteral("vault"), {}).error().kind, ErrorKind::Malformed);
    EXPECT_EQ(house->choosePlace(QStringLiteral("cupboard"), QStringLiteral("x")).error().kind, ErrorKind::Malformed);
    EXPECT_FALSE(house->secretPlaces().vaultExists);
    EXPECT_EQ(house->secretPlaces().chosen, QStringLiteral("keychain"));
}

TEST_F(CompositionStory, TheEnvironmentComesBeforeTheSettings) {
    ASSERT_TRUE(cellar->settings.remember(QStringLiteral("secrets.place"), QStringLiteral("vault")));
    EXPECT_EQ(composition()->secretPlaces().chosen, QStringLiteral("vault"));
    qputenv("KITH_SECRETS", "session");
    EXPECT_EQ(composition()->secretPlaces().chosen, QStringLiteral("session"));
}

TEST_F(CompositionStory, AModelIsThereWhereAKeyIsSetAndNoKeyringIsAskedForOneThatWasNeverStored) {
    const QString model = QStringLiteral("example/small");
    const auto house = composition();
    auto none = house->classifier(model);
    ASSERT_TRUE(none) << "a keyring that cannot be used is no error here: " << qPrintable(none.error().detail);
    EXPECT_FALSE(*none);
    qputenv("KITH_DEEPINFRA_KEY", "di-some-key");
    EXPECT_TRUE(*house->classifier(model));
    ASSERT_TRUE(cellar->settings.remember(QStringLiteral("endpoints.deepinfra"), QStringLiteral("http://far.example")));
    EXPECT_EQ(house->classifier(model).error().kind, ErrorKind::Denied) << "no key goes out in clear";
}

TEST_F(CompositionStory, TheStoredKeyOfTheModelComesBeforeTheEnvironment) {
    app::HouseSettings settings(options(service::CellarMode::Share), clock);
    const QString where = folder.filePath(QStringLiteral("workspace"));
    const auto door = [&](const char* passphrase) {
        return app::SecretDoor(settings, where, net::SecretPlace::Vault,
                               [passphrase](bool) { return std::optional<QByteArray>(passphrase); });
    };
    app::SecretDoor open = door("four invented words here");
    EXPECT_FALSE(*app::modelKey(open));
    ASSERT_TRUE(open.set(app::modelKeyName(), "stored"));
    EXPECT_EQ(**app::modelKey(open), QByteArray("stored"));
    app::SecretDoor closed = door("other words");
    EXPECT_EQ(app::modelKey(closed).error().kind, ErrorKind::Denied);
    qputenv("KITH_DEEPINFRA_KEY", "given");
    EXPECT_EQ(**app::modelKey(open), QByteArray("stored"));
    EXPECT_EQ(**app::modelKey(closed), QByteArray("given")) << "a closed vault does not stop who has a key at hand";
}
