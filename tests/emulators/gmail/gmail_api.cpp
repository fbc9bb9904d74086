// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/gmail_api.h"

#include "tests/emulators/gmail/batch.h"
#include "tests/emulators/gmail/state.h"

namespace kith::emulator {

class GmailApi::Rooms {
public:
    Rooms(EmulatorClock& clock, GmailOptions told)
        : service{clock, told, {}, IdSource(told.seed), {}}
        , router(service, uploads) {}

    Service service;
    Uploads uploads;
    Router router;
    CallReport report;
    InPlace inPlace;
};

GmailApi::GmailApi(EmulatorClock& clock, GmailOptions options)
    : m_rooms(std::make_unique<Rooms>(clock, options)) {
}

GmailApi::~GmailApi() = default;

bool GmailApi::serves(const QString& path) {
    return path.startsWith(u"/gmail/v1/") || path.startsWith(u"/upload/gmail/v1/") ||
           path.startsWith(u"/resumable/upload/gmail/v1/") || isBatchPath(path);
}

Answer GmailApi::handle(const Request& request, const Authenticate& authenticate) {
    Service& service = m_rooms->service;
    m_rooms->report = {};
    if (isBatchPath(request.path)) {
        Answer answer = runBatch(request, {authenticate, m_rooms->inPlace}, service, m_rooms->router, m_rooms->report);
        m_rooms->report.status = answer.status;
        return answer;
    }
    const auto mayRun = [&](Account& account) {
        return account.meter.running(service.clock.now()) < service.options.concurrent;
    };
    return m_rooms->router.route(request, {authenticate, mayRun, {}, false}, m_rooms->report);
}

QString GmailApi::methodOf(const Request& request) {
    return isBatchPath(request.path) ? QStringLiteral("batch") : Router::methodOf(request);
}

void GmailApi::setInPlace(InPlace inPlace) {
    m_rooms->inPlace = std::move(inPlace);
}

const CallReport& GmailApi::report() const {
    return m_rooms->report;
}

Mailbox* GmailApi::mailbox(const QString& address) {
    Account* account = m_rooms->service.account(address);
    return account ? account->mailbox.get() : nullptr;
}

Mailbox& GmailApi::addAccount(const QString& address) {
    if (Mailbox* known = mailbox(address)) {
        return *known;
    }
    Service& service = m_rooms->service;
    service.accounts.push_back({std::make_unique<Mailbox>(address, service.dice.random(), service.clock), {}, {}});
    return *service.accounts.back().mailbox;
}

QStringList GmailApi::accounts() const {
    QStringList addresses;
    for (const Account& account : m_rooms->service.accounts) {
        addresses << account.mailbox->address();
    }
    return addresses;
}

void GmailApi::setQuota(double unitsPerMinute, int concurrent) {
    m_rooms->service.options.unitsPerMinute = unitsPerMinute;
    m_rooms->service.options.concurrent = concurrent;
}

void GmailApi::setUnitTable(UnitTable table) {
    m_rooms->service.options.table = table;
}

GmailOptions& GmailApi::options() {
    return m_rooms->service.options;
}

Result<void> GmailApi::save(const QString& folder) const {
    return saveState(m_rooms->service, folder);
}

Result<void> GmailApi::load(const QString& folder) {
    return loadState(m_rooms->service, folder);
}

}  // namespace kith::emulator
