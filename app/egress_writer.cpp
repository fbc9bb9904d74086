// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/egress_writer.h"

#include "core/base/log.h"
#include "core/storage/egress_store.h"
#include "core/storage/transaction.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kith::app {

namespace {

constexpr size_t kBatch = 256;

storage::EgressEntry entryOf(const net::EgressRecord& record) {
    storage::EgressEntry entry;
    entry.at = record.at;
    entry.service = record.service;
    entry.purpose = record.purpose;
    entry.method = record.method;
    entry.url = record.url;
    entry.status = record.status;
    entry.bytesOut = record.bytesOut;
    entry.bytesIn = record.bytesIn;
    entry.redactions = record.redactions;
    entry.cost = record.cost;
    entry.bodySha256 = QCryptographicHash::hash(record.body, QCryptographicHash::Sha256).toHex();
    entry.body = record.body;
    return entry;
}

}  // namespace

EgressWriter::EgressWriter(const service::CellarOptions& cellar, Clock& clock)
    : m_desk([cellar, &clock] { return service::Cellar::open(cellar, clock); }) {
}

EgressWriter::~EgressWriter() {
    const auto written = m_desk.ask([this](service::Cellar& cellar) { return write(cellar); }).result();
    if (!written) {
        log::error(
            "ledger",
            QStringLiteral("%1 requests could not be noted: %2").arg(m_waiting.size()).arg(written.error().detail));
    }
}

void EgressWriter::record(const net::EgressRecord& record) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(record);
        if (std::exchange(m_asked, true)) {
            return;
        }
    }
    m_desk.ask([this](service::Cellar& cellar) { return write(cellar); });
}

/// Until nothing waits. What cannot be written now (a busy or full disk) stays and goes with the next.
Result<void> EgressWriter::write(service::Cellar& cellar) {
    for (;;) {
        std::vector<net::EgressRecord> batch;
        {
            const std::lock_guard lock(m_mutex);
            const size_t count = std::min(kBatch, m_waiting.size());
            batch.assign(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
            m_asked = count > 0;
        }
        if (batch.empty()) {
            return {};
        }
        storage::Transaction transaction(*cellar.database);
        storage::EgressStore store(*cellar.database);
        Result<void> done;
        for (const net::EgressRecord& record : batch) {
            if (const auto added = store.add(entryOf(record)); !added) {
                done = added.error();
                break;
            }
        }
        done = done ? transaction.commit() : done;
        const std::lock_guard lock(m_mutex);
        if (!done) {
            m_asked = false;
            return done;
        }
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(batch.size()));
    }
}

}  // namespace kith::app
