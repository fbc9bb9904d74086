// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/host/house.h"

#include "tests/emulators/attio/attio_people.h"
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

Result<std::unique_ptr<House>> House::open(const HostOptions& options) {
    std::unique_ptr<House> house(new House(options));
    if (auto furnished = house->furnish(); !furnished) {
        return furnished.error();
    }
    return house;
}

House::House(const HostOptions& options)
    : m_options(options)
    , m_google(m_clock, googleOptions(options))
    , m_model({m_clock, m_google.faults(), m_google.log()})
    , m_attio({m_clock, m_google.faults(), m_google.log()})
    , m_onyx({m_clock, m_google.faults(), m_google.log()})
    , m_control(m_google)
    , m_apiHost([this](const Request& request) { return m_google.handle(Endpoint::GoogleApi, request); })
    , m_oauthHost([this](const Request& request) { return m_google.handle(Endpoint::GoogleOAuth, request); })
    , m_modelHost([this](const Request& request) { return m_model.handle(request); })
    , m_attioHost([this](const Request& request) { return m_attio.handle(request); })
    , m_onyxHost([this](const Request& request) { return m_onyx.handle(request); })
    , m_controlHost([this](const Request& request) { return m_control.handle(request); }) {
    m_google.oauth().setPlay(playOf(options.consent));
    m_google.setLatency(Millis(options.latency));
    m_model.setLatency(Millis(options.latency));
    m_control.serve(options.deepinfra ? &m_model : nullptr, options.google);
    serveEnrichment();
}

/// Whoever wrote a mail of the seed is known at Attio and Onyx too.
void House::plantSenders() {
    const auto senders = m_options.seed.isEmpty() || !(m_options.attio || m_options.onyx)
                             ? Result<std::vector<Address>>(std::vector<Address>())
                             : sendersOfSeed(seedPath(m_options));
    int number = m_options.people;
    for (const Address& sender : senders ? *senders : std::vector<Address>()) {
        if (const auto person = personKnownAs(sender.name, sender.address, number)) {
            plantPerson(m_attio.api().book(), *person, number, m_clock.now());
            m_onyx.api().library().plantAbout(*person, number, m_clock.now());
            ++number;
        }
    }
}

void House::serveEnrichment() {
    const Millis now = m_clock.now();
    plantSenders();
    if (m_options.attio) {
        plantPeople(m_attio.api().book(), m_options.people, now);
        m_attio.setLatency(Millis(m_options.latency));
        m_control.serve({QStringLiteral("attio"), [this](const QJsonObject& order) { return m_attio.order(order); },
                         [this] { m_attio.reset(); }, [this](Millis latency) { m_attio.setLatency(latency); }});
    }
    if (m_options.onyx) {
        m_onyx.api().library().plant(m_options.people, now);
        m_onyx.setLatency(Millis(m_options.latency));
        m_control.serve({QStringLiteral("onyx"), [this](const QJsonObject& order) { return m_onyx.order(order); },
                         [this] { m_onyx.reset(); }, [this](Millis latency) { m_onyx.setLatency(latency); }});
    }
}

House::~House() {
    keep();
}

Result<void> House::furnish() {
    if (!m_options.google) {
        const auto faults = readFaults();
        return faults ? openPorts() : faults;
    }
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
    for (const auto step : {&House::readFaults, &House::openPorts, &House::writeKeyFile}) {
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

Result<void> House::settle() {
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

Result<void> House::readFaults() {
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

Result<void> House::openPorts() {
    quint16 wanted = m_options.port;
    std::vector<std::pair<HttpHost*, quint16*>> doors;
    if (m_options.google) {
        doors = {{&m_apiHost, &m_apiPort}, {&m_oauthHost, &m_oauthPort}};
    }
    if (m_options.deepinfra) {
        doors.emplace_back(&m_modelHost, &m_modelPort);
    }
    if (m_options.attio) {
        doors.emplace_back(&m_attioHost, &m_attioPort);
    }
    if (m_options.onyx) {
        doors.emplace_back(&m_onyxHost, &m_onyxPort);
    }
    doors.emplace_back(&m_controlHost, &m_controlPort);
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

QString House::keyFilePath() const {
    const QString folder = m_temporary ? m_temporary->path() : m_options.stateFolder;
    return QDir(folder).absoluteFilePath(QStringLiteral("service-account.json"));
}

Result<void> House::writeKeyFile() {
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

void House::keep() {
    if (!m_options.google || m_options.stateFolder.isEmpty() || m_kept == m_google.changes()) {
        return;
    }
    if (const auto kept = m_google.save(m_options.stateFolder); !kept) {
        std::fprintf(stderr, "kith-emulator: not kept: %s\n", qPrintable(kept.error().detail));
        return;
    }
    m_kept = m_google.changes();
}

QJsonObject House::ready() {
    QJsonObject line{{QStringLiteral("control"), loopbackUrl(m_controlPort)}};
    QJsonObject keys;
    if (m_options.google) {
        const OAuthClient& client = m_google.oauth().client();
        line.insert(QStringLiteral("google_api"), loopbackUrl(m_apiPort));
        line.insert(QStringLiteral("google_oauth"), loopbackUrl(m_oauthPort));
        line.insert(QStringLiteral("google_client"), QJsonObject{{QStringLiteral("client_id"), client.id},
                                                                 {QStringLiteral("client_secret"), client.secret}});
        line.insert(QStringLiteral("service_account_file"), keyFilePath());
        line.insert(QStringLiteral("accounts"), QJsonArray::fromStringList(m_google.gmail().accounts()));
    }
    if (m_options.deepinfra) {
        line.insert(QStringLiteral("deepinfra"), QString(loopbackUrl(m_modelPort) + QStringLiteral("/v1/openai")));
        keys.insert(QStringLiteral("deepinfra"), m_model.key());
    }
    if (m_options.attio) {
        line.insert(QStringLiteral("attio"), loopbackUrl(m_attioPort));
        keys.insert(QStringLiteral("attio"), m_attio.api().key());
    }
    if (m_options.onyx) {
        line.insert(QStringLiteral("onyx"), QString(loopbackUrl(m_onyxPort) + QStringLiteral("/api")));
        keys.insert(QStringLiteral("onyx"), m_onyx.api().key());
    }
    if (!keys.isEmpty()) {
        line.insert(QStringLiteral("keys"), keys);
    }
    return line;
}

}  // namespace kith::emulator
