// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A keyring needs a desktop's bus: each test starts a bus and a keyring of its own and runs again inside.
#include "core/net/keychain_store.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kith;
using net::KeychainStore;

namespace {

constexpr auto kInside = "KITH_TEST_KEYRING";
const QString kToken = QStringLiteral("gmail/ada@firm.example");

struct Outcome {
    int code{-1};
    QByteArray output;
};

/// How a story's bus is set up.
struct Setting {
    QString keyring;            ///< shell that starts a secret service, or takes the bus away
    bool startsNothing{false};  ///< a bus that cannot start services by itself
};

const Setting kUnlockedKeyring{
    QStringLiteral("printf secret | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1;")};

QProcessEnvironment innerEnvironment(const QString& home) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        environment.insert(QLatin1String(name), home);
    }
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QLatin1String(kInside), QStringLiteral("1"));
    return environment;
}

QString barrenBus(const QString& home) {
    QFile file(home + QStringLiteral("/bus.conf"));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("<busconfig><type>session</type><listen>unix:tmpdir=" + home.toUtf8() +
               "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
               "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    return file.fileName();
}

/// Runs this very test again under a bus of its own.
Outcome runInside(const Setting& setting) {
    QTemporaryDir home;
    QProcess bus;
    bus.setProcessEnvironment(innerEnvironment(home.path()));
    bus.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments;
    if (setting.startsNothing) {
        arguments << QStringLiteral("--config-file") << barrenBus(home.path());
    }
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    arguments << QStringLiteral("--") << QStringLiteral("sh") << QStringLiteral("-c")
              << setting.keyring + QStringLiteral(" exec \"$0\" --gtest_filter=Keyring.") + QLatin1String(test->name())
              << QCoreApplication::applicationFilePath();
    bus.start(QStringLiteral("dbus-run-session"), arguments);
    if (!bus.waitForFinished(60'000)) {
        bus.kill();
        bus.waitForFinished();
    }
    return {bus.exitStatus() == QProcess::NormalExit ? bus.exitCode() : -1, bus.readAll()};
}

/// Outside: starts the bus and runs the test again there. Inside: the story.
template <class Story>
void story(const Setting& setting, Story&& inner) {
    if (qEnvironmentVariableIsSet(kInside)) {
        return inner();
    }
    for (const char* program : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) {
            GTEST_SKIP() << "needs " << program << "; ./dev setup installs it";
        }
    }
    const Outcome outcome = runInside(setting);
    EXPECT_EQ(outcome.code, 0) << outcome.output.constData();
    EXPECT_TRUE(outcome.output.contains("[  PASSED  ] 1 test")) << outcome.output.constData();
}

/// The daemon takes its name on the bus a moment after it went into the background.
void awaitKeyring() {
    const QString name = QStringLiteral("org.freedesktop.secrets");
    QDBusConnection bus = QDBusConnection::sessionBus();
    QDBusServiceWatcher watcher(name, bus, QDBusServiceWatcher::WatchForRegistration);
    QEventLoop loop;
    QObject::connect(&watcher, &QDBusServiceWatcher::serviceRegistered, &loop, &QEventLoop::quit);
    if (!bus.interface()->isServiceRegistered(name)) {
        loop.exec();
    }
}

QDBusMessage secretService(const char* path, const char* interface, const char* member) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QLatin1String(path),
                                          QLatin1String(interface), QLatin1String(member));
}

void lockKeyring() {
    QDBusMessage alias = secretService("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "ReadAlias");
    alias << QStringLiteral("default");
    const auto keyring = QDBusConnection::sessionBus().call(alias).arguments().value(0).value<QDBusObjectPath>();
    QDBusMessage lock = secretService("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "Lock");
    lock << QVariant::fromValue(QList<QDBusObjectPath>{keyring});
    ASSERT_EQ(QDBusConnection::sessionBus().call(lock).type(), QDBusMessage::ReplyMessage);
}

void unlockedStory() {
    awaitKeyring();
    KeychainStore store;
    EXPECT_EQ(store.place(), net::SecretPlace::Keychain);
    const auto nothing = store.get(kToken);
    ASSERT_TRUE(nothing) << qPrintable(nothing.error().detail);
    EXPECT_FALSE(nothing->has_value());
    const QByteArray token("1//0g\0\xff\nlong", 13);
    const auto set = store.set(kToken, token);
    ASSERT_TRUE(set) << qPrintable(set.error().detail);
    EXPECT_EQ(store.get(kToken).value(), token);
    EXPECT_EQ(KeychainStore().get(kToken).value(), token) << "another store, the same keyring";
    ASSERT_TRUE(store.set(kToken, "newer"));
    EXPECT_EQ(store.get(kToken).value(), QByteArray("newer"));
    ASSERT_TRUE(store.set(QStringLiteral("large"), QByteArray(60'000, 'k')));
    ASSERT_TRUE(KeychainStore().remove(kToken));
    const auto emptied = store.get(kToken);
    ASSERT_FALSE(emptied) << "it was stored there and somebody took it out";
    EXPECT_EQ(emptied.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(emptied.error().hint.isEmpty());
    EXPECT_FALSE(KeychainStore().get(kToken)->has_value());
    KeychainStore knows({.expected = {QStringLiteral("gmail/bo@firm.example")}});
    const auto other = knows.get(QStringLiteral("gmail/bo@firm.example"));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ErrorKind::NotFound) << qPrintable(other.error().detail);
    const auto probe = net::probeKeychain();
    EXPECT_TRUE(probe.works) << qPrintable(probe.problem);
    EXPECT_TRUE(probe.problem.isEmpty());
}

TEST(Keyring, KeepsReadsAndRemovesWhenUnlocked) {
    story(kUnlockedKeyring, unlockedStory);
}

void lockedStory() {
    awaitKeyring();
    KeychainStore store;
    ASSERT_TRUE(store.set(kToken, "1//token"));
    lockKeyring();
    for (const Error& error :
         {store.get(kToken).error(), store.set(kToken, "x").error(), store.remove(kToken).error()}) {
        EXPECT_EQ(error.kind, ErrorKind::Denied) << qPrintable(error.detail);
        EXPECT_FALSE(error.hint.isEmpty());
    }
    EXPECT_FALSE(store.get(QStringLiteral("never stored"))) << "a locked keyring cannot know";
    const auto probe = net::probeKeychain();
    EXPECT_FALSE(probe.works);
    EXPECT_EQ(probe.kind, ErrorKind::Denied);
    EXPECT_EQ(probe.problem, QStringLiteral("The keyring is locked."));
}

TEST(Keyring, IsDeniedWhenLockedAndNeverCalledEmpty) {
    story(kUnlockedKeyring, lockedStory);
}

void expectUnreachable() {
    KeychainStore store;
    for (const Error& error :
         {store.get(kToken).error(), store.set(kToken, "x").error(), store.remove(kToken).error()}) {
        EXPECT_EQ(error.kind, ErrorKind::Unreachable) << qPrintable(error.detail);
        EXPECT_FALSE(error.hint.isEmpty());
    }
    const auto probe = net::probeKeychain();
    EXPECT_FALSE(probe.works);
    EXPECT_EQ(probe.kind, ErrorKind::Unreachable);
    EXPECT_FALSE(probe.problem.isEmpty());
}

TEST(Keyring, IsUnreachableWhereNobodyOffersOne) {
    story({.keyring = {}, .startsNothing = true}, expectUnreachable);
}

TEST(Keyring, IsUnreachableWithoutABus) {
    story({.keyring = QStringLiteral("unset DBUS_SESSION_BUS_ADDRESS;")}, expectUnreachable);
}

void slowStory() {
    awaitKeyring();
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                                           QStringLiteral("org.freedesktop.DBus"),
                                                           QStringLiteral("GetConnectionUnixProcessID"));
    question << QStringLiteral("org.freedesktop.secrets");
    const uint pid = QDBusConnection::sessionBus().call(question).arguments().value(0).toUInt();
    ASSERT_GT(pid, 1U);
    ASSERT_EQ(QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-STOP"), QString::number(pid)}), 0);
    KeychainStore store({.atMost = Millis{100}});
    const auto secret = store.get(kToken);
    ASSERT_EQ(QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-CONT"), QString::number(pid)}), 0);
    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error().kind, ErrorKind::Unreachable) << qPrintable(secret.error().detail);
    EXPECT_FALSE(secret.error().hint.isEmpty());
    const auto awake = KeychainStore().get(kToken);
    ASSERT_TRUE(awake) << qPrintable(awake.error().detail);
    EXPECT_FALSE(awake->has_value());
}

TEST(Keyring, IsUnreachableWhenItSleeps) {
    story(kUnlockedKeyring, slowStory);
}

}  // namespace
