// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reads mail that may hold an opportunity and keeps what it finds as new ones; lets old ones go. Straight-line.
#pragma once

#include "core/service/cellar.h"
#include "core/service/owner_book.h"

#include <stop_token>

namespace kith::service {

struct OpportunityReport {
    qint64 read{0};     ///< messages whose text was read again
    qint64 found{0};    ///< new opportunities
    qint64 expired{0};  ///< new ones that nobody took up in time
};

class OpportunityFinder {
public:
    OpportunityFinder(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock) {}

    /// All mail that was not read by these weights yet; what is done stays when it is stopped.
    Result<OpportunityReport> findAll(std::stop_token stop);
    /// Of these messages.
    Result<OpportunityReport> findIn(const std::vector<MessageId>& messages);

private:
    Result<void> begin();
    Result<void> consider(const Message& message, const QByteArray& signs);
    Result<std::vector<Opportunity>> foundIn(const Message& message, const QByteArray& signBytes);
    Result<bool> isKnown(const Opportunity& fresh);
    /// What was found since the last time, and what was read for it, in one change.
    Result<void> keep();
    Result<void> noteReads();
    Result<void> expire();
    Result<OpportunityReport> end();

    static constexpr size_t kKeptAtOnce = 100;
    static constexpr size_t kReadAtOnce = 500;

    Cellar& m_cellar;
    Clock& m_clock;
    OwnerBook m_owners;
    OpportunityReport m_report;
    std::vector<Opportunity> m_fresh;
    std::vector<MessageId> m_read;
};

}  // namespace kith::service
