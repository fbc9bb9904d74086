// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google_emulator.h"

#include "tests/emulators/fault_answers.h"
#include "tests/emulators/google/scopes.h"

#include "core/base/json.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace kith::emulator {
namespace {

GmailOptions seededGmail(const GoogleOptions& options) {
    GmailOptions gmail = options.gmail;
    gmail.seed = options.seed;
    return gmail;
}

QString stateFile(const QString& folder) {
    return folder + QStringLiteral("/google.json");
}

LogEntry logEntryFor(Endpoint endpoint, const Request& request, const Answer& answer) {
    return {.endpoint = endpoint,
            .verb = request.verb,
            .path = request.path,
            .query = request.query.query(QUrl::FullyEncoded),
            .status = answer.delivery == Delivery::NoAnswer ? 0 : answer.status,
            .bytesIn = request.body.size(),
            .bytesOut = answer.body.size()};
}

}  // namespace

GoogleEmulator::GoogleEmulator(EmulatorClock& clock, const GoogleOptions& options)
    : m_clock(clock)
    , m_gmail(clock, seededGmail(options))
    , m_oauth(clock, options.seed, [this] { return m_gmail.accounts(); }) {
    for (const QString& address : options.accounts) {
        m_gmail.addAccount(address);
    }
    m_oauth.setTesting(options.testing);
    m_gmail.setInPlace([this](const Request& call, const QString& method) { return struckInside(call, method); });
}

void GoogleEmulator::setLatency(Millis latency) {
    m_latency = latency;
    m_gmail.options().callTime = latency;
}

Mailbox& GoogleEmulator::firstMailbox() {
    return *m_gmail.mailbox(m_gmail.accounts().constFirst());
}

Answer GoogleEmulator::served(Endpoint endpoint, const Request& request) {
    if (endpoint == Endpoint::GoogleOAuth) {
        return m_oauth.handle(request);
    }
    const auto who = [this](const QByteArray& authorization) { return m_oauth.authenticate(authorization); };
    if (request.verb == "HEAD") {  // the host leaves the body away
        Request whole = request;
        whole.verb = "GET";
        return m_gmail.handle(whole, who);
    }
    return m_gmail.handle(request, who);
}

Answer GoogleEmulator::handle(Endpoint endpoint, const Request& asked) {
    QElapsedTimer time;
    time.start();
    const Request request = withoutEmptyPageToken(asked);
    const bool gmail = endpoint == Endpoint::GoogleApi;
    const auto fault = m_faults.take({endpoint, request, gmail ? GmailApi::methodOf(request) : QString()});
    const bool executed = !fault || fault->executed;
    Answer answer = executed ? served(endpoint, request) : faultAnswer(*fault, endpoint, m_clock.now());
    CallReport report = gmail && executed ? m_gmail.report() : CallReport{};
    if (fault && executed) {
        answer = keepsAnswer(fault->kind) ? spoilt(std::move(answer), *fault, request)
                                          : faultAnswer(*fault, endpoint, m_clock.now());
    } else if (fault && keepsAnswer(fault->kind)) {
        answer = spoilt(std::move(answer), *fault, request);
    }
    answer.delay = gmail ? m_latency : Millis{0};
    LogEntry entry = logEntryFor(endpoint, asked, answer);
    entry.at = m_clock.now();
    entry.milliseconds = double(time.nsecsElapsed()) / 1e6;
    entry.fault = fault ? faultName(fault->kind) : QString();
    entry.report = std::move(report);
    m_log.add(std::move(entry));
    m_changes += request.verb == "GET" || request.verb == "HEAD" ? 0 : 1;
    return answer;
}

std::optional<Answer> GoogleEmulator::struckInside(const Request& call, const QString& method) {
    if (m_faults.isEmpty()) {
        return std::nullopt;
    }
    const auto fault = m_faults.take({Endpoint::GoogleApi, call, method, true});
    return fault ? std::optional(faultAnswer(*fault, Endpoint::GoogleApi, m_clock.now())) : std::nullopt;
}

QString GoogleEmulator::signIn(const QString& address, const QStringList& scopes) {
    const QStringList granted = scopes.isEmpty() ? QStringList{fullMailScope()} : scopes;
    return m_oauth.tokens().grant({address, granted, m_oauth.client().id}, std::nullopt);
}

Result<void> GoogleEmulator::save(const QString& folder) const {
    QDir().mkpath(folder);
    if (auto kept = m_gmail.save(folder); !kept) {
        return kept.error();
    }
    const QJsonObject state{{QStringLiteral("oauth"), m_oauth.toJson()},
                            {QStringLiteral("clock_ahead_ms"), qint64(m_clock.ahead().count())}};
    QSaveFile file(stateFile(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(state).toJson()) < 0 || !file.commit()) {
        return Error{ErrorKind::Failed, QString(file.fileName() + QStringLiteral(": ") + file.errorString()), {}};
    }
    return {};
}

Result<void> GoogleEmulator::load(const QString& folder) {
    QFile file(stateFile(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, file.fileName(), {}};
    }
    const auto state = json::parseObject(file.readAll());
    if (!state) {
        return state.error();
    }
    if (auto loaded = m_gmail.load(folder); !loaded) {
        return loaded.error();
    }
    m_oauth.read((*state)[u"oauth"].toObject());
    m_clock.advance(Millis((*state)[u"clock_ahead_ms"].toInteger()) - m_clock.ahead());
    return {};
}

}  // namespace kith::emulator
