// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/host/google_house.h"

#include "tests/emulators/gmail/seed.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSaveFile>

#include <cstdio>

namespace kith::emulator {
namespace {

using namespace std::chrono_literals;

constexpr Millis keepEvery = 5s;

QString seedPath(const HostOptions& options) {
    return options.seed == QLatin1String("sample") ? QStringLiteral(KITH_SAMPLE_MAIL) : options.seed;
}

QString loopbackUrl(quint16 port) {
    return QStringLiteral("http://127.0.0.1:") + QString::number(port);
}

GoogleOptions googleOptions(const HostOptions& options) {
    GoogleOptions google{.accounts = {}, .seed = QRandomGenerator::system()->generate64(), .testing = options.testing};
    google.gmail.unitsPerMinute = options.unitsPerMinute;
    google.gmail.concurrent = options.concurrent;
    google.gmail.table = options.legacyUnits ? UnitTable::Legacy : UnitTable::Since2026;
    return google;
}

BrowserPlay playOf(const QString& consent) {
    BrowserPlay play;
    play.decision = consent == QLatin1String("allow")  ? BrowserPlay::Decision::Allow
                    : consent == QLatin1String("deny") ? BrowserPlay::Decision::Deny
                                                       : BrowserPlay::Decision::Ask;
    return play;
}

Result<QStringList> houseAccounts(const HostOptions& options) {
    QStringList accounts = options.accounts;
    if (!accounts.isEmpty()) {
        return accounts;
    }
    accounts = {QStringLiteral("mara@fjordlight.example"), QStringLiteral("sales@fjordlight.example")};
    if (!options.seed.isEmpty()) {
        const Result<QString> owner = ownerOfSeed(seedPath(options));
        if (!owner) {
            return owner.error();
        }
        if (!owner->isEmpty()) {
            accounts.removeAll(*owner);
            accounts.prepend(*owner);
        }
    }
    return accounts;
}

}  // namespace

Result<std::unique_ptr<GoogleHouse>> GoogleHouse::open(const HostOptions& options) {
    std::unique_ptr<GoogleHouse> house(new GoogleHouse(options));
    if (auto furnished = house->furnish(); !furnished) {
        return furnished.error();
    }
    return house;
}

GoogleHouse::GoogleHouse(const HostOptions& options)
    : m_options(options)
    , m_google(m_clock, googleOptions(options))
    , m_control(m_google)
    , m_apiHost([this](const Request& request) { return m_google.handle(Endpoint::GoogleApi, request); })
    , m_oauthHost([this](const Request& request) { return m_google.handle(Endpoint::GoogleOAuth, request); })
    , m_controlHost([this](const Request& request) { return m_control.handle(request); }) {
    m_google.oauth().setPlay(playOf(options.consent));
    m_google.setLatency(Millis(options.latency));
}

GoogleHouse::~GoogleHouse() {
    keep();
}

Result<void> GoogleHouse::furnish() {
    const bool keeps = !m_options.stateFolder.isEmpty();
    Result<void> known = keeps ? m_google.load(m_options.stateFolder) : Error{ErrorKind::NotFound, {}, {}};
    if (!known && known.error().kind != ErrorKind::NotFound) {
        return known;
    }
    for (const QString& address : m_options.accounts) {
        m_google.gmail().addAccount(address);
    }
    if (!known) {
        if (auto settled = settle(); !settled) {
            return settled;
        }
    }
    for (const auto step : {&GoogleHouse::readFaults, &GoogleHouse::openPorts, &GoogleHouse::writeKeyFile}) {
        if (auto done = (this->*step)(); !done) {
            return done;
        }
    }
    if (keeps) {
        keep();
        QObject::connect(&m_keeping, &QTimer::timeout, &m_keeping, [this] { keep(); });
        m_keeping.start(keepEvery);
    }
    return {};
}

Result<void> GoogleHouse::settle() {
    const Result<QStringList> accounts = houseAccounts(m_options);
    if (!accounts) {
        return accounts.error();
    }
    for (const QString& address : *accounts) {
        m_google.gmail().addAccount(address);
    }
    if (m_options.seed.isEmpty()) {
        return {};
    }
    const Result<SeedReport> report = plantSeed(m_google.firstMailbox(), seedPath(m_options));
    if (!report) {
        return report.error();
    }
    std::fprintf(stderr, "kith-emulator: %lld messages planted, %lld refused\n",
                 static_cast<long long>(report->messages), static_cast<long long>(report->rejects));
    return {};
}

Result<void> GoogleHouse::readFaults() {
    if (m_options.faultsFile.isEmpty()) {
        return {};
    }
    QFile file(m_options.faultsFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, m_options.faultsFile + QStringLiteral(": ") + file.errorString(), {}};
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (document.isNull()) {
        return Error{ErrorKind::Malformed, m_options.faultsFile + QStringLiteral(" is no JSON"), {}};
    }
    const auto taken =
        m_google.faults().add(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    return taken ? Result<void>() : taken.error();
}

Result<void> GoogleHouse::openPorts() {
    quint16 wanted = m_options.port;
    const std::pair<HttpHost*, quint16*> doors[] = {
        {&m_apiHost, &m_apiPort}, {&m_oauthHost, &m_oauthPort}, {&m_controlHost, &m_controlPort}};
    for (const auto& [host, port] : doors) {
        *port = host->open(wanted);
        if (*port == 0) {
            return Error{ErrorKind::Busy, QStringLiteral("port %1 cannot be opened").arg(wanted), {}};
        }
        wanted = wanted == 0 ? 0 : wanted + 1;
    }
    m_google.oauth().serviceAccount().setTokenUri(loopbackUrl(m_oauthPort) + QStringLiteral("/token"));
    return {};
}

QString GoogleHouse::keyFilePath() const {
    const QString folder = m_temporary ? m_temporary->path() : m_options.stateFolder;
    return QDir(folder).absoluteFilePath(QStringLiteral("service-account.json"));
}

Result<void> GoogleHouse::writeKeyFile() {
    if (m_options.stateFolder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
    } else {
        QDir().mkpath(m_options.stateFolder);
    }
    ServiceAccount& account = m_google.oauth().serviceAccount();
    if (QFile kept(keyFilePath()); kept.open(QIODevice::ReadOnly)) {
        account.readKeyFile(QJsonDocument::fromJson(kept.readAll()).object());
    }
    QSaveFile file(keyFilePath());
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(account.keyFile()).toJson()) < 0 ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || !file.commit()) {
        return Error{ErrorKind::Failed, QString(keyFilePath() + QStringLiteral(": ") + file.errorString()), {}};
    }
    return {};
}

void GoogleHouse::keep() {
    if (m_options.stateFolder.isEmpty() || m_kept == m_google.changes()) {
        return;
    }
    if (const auto kept = m_google.save(m_options.stateFolder); !kept) {
        std::fprintf(stderr, "kith-emulator: not kept: %s\n", qPrintable(kept.error().detail));
        return;
    }
    m_kept = m_google.changes();
}

QJsonObject GoogleHouse::ready() {
    const OAuthClient& client = m_google.oauth().client();
    return {{QStringLiteral("google_api"), loopbackUrl(m_apiPort)},
            {QStringLiteral("google_oauth"), loopbackUrl(m_oauthPort)},
            {QStringLiteral("control"), loopbackUrl(m_controlPort)},
            {QStringLiteral("google_client"),
             QJsonObject{{QStringLiteral("client_id"), client.id}, {QStringLiteral("client_secret"), client.secret}}},
            {QStringLiteral("service_account_file"), keyFilePath()},
            {QStringLiteral("accounts"), QJsonArray::fromStringList(m_google.gmail().accounts())}};
}

}  // namespace kith::emulator
