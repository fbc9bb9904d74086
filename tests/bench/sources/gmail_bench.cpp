// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How long a message takes over a real line from kith-emulator: one by one against batches; and the share of the
// quota that a first sync reaches on the emulator's own clock. KITH_EMULATOR names the program where it is not beside.
#include "core/net/qt_transport.h"
#include "core/net/session_store.h"
#include "tests/support/emulated_google.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

namespace {

using namespace kith;

constexpr int benchMessages = 3000;
constexpr qsizetype benchMessageSize = 12'000;

void startQt() {
    static int count = 1;
    static char name[] = "bench_sources";
    static char* arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
}

QString writtenMbox(const QString& folder) {
    QFile file(folder + QStringLiteral("/seed.mbox"));
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    for (int i = 0; i < benchMessages; ++i) {
        file.write("From ben@client.example Tue May 12 09:58:00 2026\n");
        file.write(testing::numberedMail(i, -1, benchMessageSize).replace("\r\n", "\n"));
        file.write("\n");
    }
    return file.fileName();
}

/// kith-emulator as a process, and a mailbox opened by its service account.
class BenchHouse {
public:
    BenchHouse() {
        startQt();
        const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/kith-emulator");
        m_process.start(qEnvironmentVariable("KITH_EMULATOR", beside),
                        {QStringLiteral("--google"), QStringLiteral("--stdin"), QStringLiteral("--seed"),
                         writtenMbox(m_folder.path())});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {
        }
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        sources::GoogleSetUp setUp;
        setUp.endpoints.googleApi = ready.value(u"google_api").toString();
        setUp.endpoints.googleOauth = ready.value(u"google_oauth").toString();
        setUp.quotaTable = QStringLiteral("units_2026");
        setUp.unitsPerMinute = 0;
        m_provider = std::make_unique<sources::GoogleProvider>(
            sources::GoogleProvider::Ground{m_line, m_secrets, m_clock, {}, std::move(setUp)});
        QFile key(ready.value(u"service_account_file").toString());
        if (!key.open(QIODevice::ReadOnly)) {
            return;
        }
        const QString address = ready.value(u"accounts").toArray().first().toString();
        if (const auto signedIn = m_provider->addServiceAccount(key.readAll(), address, {})) {
            m_account.kind = signedIn->kind;
            m_account.address = signedIn->address;
            m_account.secret = signedIn->secret;
            m_account.detail = signedIn->detail;
            m_refs = testing::everyRef(*mailbox());
        }
    }
    ~BenchHouse() {
        m_process.closeWriteChannel();
        m_process.waitForFinished(3'000);
    }
    Q_DISABLE_COPY_MOVE(BenchHouse)

    std::unique_ptr<mail::RemoteMailbox> mailbox() {
        auto open = m_provider->open(m_account);
        return open ? std::move(*open) : nullptr;
    }
    const std::vector<mail::RemoteRef>& refs() const { return m_refs; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    net::QtTransport m_line;
    net::SessionStore m_secrets;
    SystemClock m_clock;
    std::unique_ptr<sources::GoogleProvider> m_provider;
    Account m_account;
    std::vector<mail::RemoteRef> m_refs;
};

void fetchAll(benchmark::State& state, size_t atOnce) {
    BenchHouse house;
    if (house.refs().size() != size_t(benchMessages)) {
        state.SkipWithError("no emulator");
        return;
    }
    auto mailbox = house.mailbox();
    for ([[maybe_unused]] auto round : state) {
        size_t found = 0;
        for (size_t at = 0; at < house.refs().size();) {
            const size_t wanted = atOnce > 0 ? atOnce : size_t(mailbox->fetchSize());
            const size_t some = std::min(wanted, house.refs().size() - at);
            const auto fetch = mailbox->fetch(std::span(house.refs()).subspan(at, some), {});
            found += fetch ? fetch->found.size() : 0;
            at += some;
        }
        if (found != house.refs().size()) {
            state.SkipWithError("messages are missing");
        }
    }
    state.SetItemsProcessed(state.iterations() * benchMessages);
}

void GmailOneByOne(benchmark::State& state) {
    fetchAll(state, 1);
}

void GmailInBatches(benchmark::State& state) {
    fetchAll(state, 0);
}

/// On the emulator's clock: units a minute of a first sync, the quota being 6,000 and the client's own limit the same.
void GmailShareOfQuota(benchmark::State& state) {
    for ([[maybe_unused]] auto round : state) {
        testing::EmulatedGoogle house(6000);
        house.google.gmail().setQuota(6000, 0);
        house.line.setLatency(Millis{state.range(0)});
        for (int i = 0; i < benchMessages; ++i) {
            house.other().deliver(testing::numberedMail(i));
        }
        auto mailbox = house.mailbox();
        const auto refs = testing::everyRef(*mailbox);
        const Millis begin = house.time.now();
        for (size_t at = 0; at < refs.size();) {
            const size_t some = std::min(size_t(mailbox->fetchSize()), refs.size() - at);
            benchmark::DoNotOptimize(mailbox->fetch(std::span(refs).subspan(at, some), {}));
            at += some;
        }
        const double minutes = double((house.time.now() - begin).count()) / 60'000;
        state.counters["units_per_minute"] = benchMessages * 20 / minutes;
        state.counters["throttled"] = double(mailbox->takeUsage().throttled);
    }
}

BENCHMARK(GmailOneByOne)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(GmailInBatches)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(GmailShareOfQuota)->Arg(80)->Arg(1000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
