// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's way to the rules about what may leave, and to the ledger of what left.
#pragma once

#include "core/service/privacy_book.h"
#include "core/storage/egress_store.h"

#include <QFuture>

namespace kith::service {

using LedgerEntry = storage::EgressEntry;
using LedgerTotal = storage::EgressTotal;

struct PrivacyFacts {
    PrivacyRules rules;
    QStringList accounts;  ///< addresses that a rule can name
    QStringList labels;    ///< the user's own
};

class PrivacyDesk {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;

    virtual ~PrivacyDesk() = default;
    virtual Answer<PrivacyFacts> facts() = 0;
    /// As on the command line: everything, account:…, domain:…, label:….
    virtual Answer<triage::PrivacyRule> set(const QString& name, triage::PrivacyLevel level) = 0;
    virtual Answer<triage::PrivacyRule> remove(const QString& name) = 0;
};

class LedgerDesk {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;

    virtual ~LedgerDesk() = default;
    /// Newest first, without texts; empty service: all.
    virtual Answer<std::vector<LedgerEntry>> list(qint64 before, int limit, const QString& service) = 0;
    virtual Answer<std::vector<LedgerTotal>> totals() = 0;
    virtual Answer<LedgerEntry> entry(qint64 id) = 0;
    /// How many were written.
    virtual Answer<qint64> exportTo(const QString& path, const QString& service) = 0;
};

}  // namespace kith::service
