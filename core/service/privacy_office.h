// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Privacy rules and ledger over the workspace's own desks.
#pragma once

#include "core/service/changes.h"
#include "core/service/desk.h"
#include "core/service/privacy_desk.h"
#include "core/service/triage_room.h"

namespace kith::service {

/// Both desks outlive it.
class PrivacyOffice final : public PrivacyDesk {
public:
    PrivacyOffice(Desk<Cellar>& reading, Desk<TriageRoom>& writing, std::function<void(const Changes&)> changed)
        : m_reading(reading)
        , m_writing(writing)
        , m_changed(std::move(changed)) {}

    Answer<PrivacyFacts> facts() override;
    Answer<triage::PrivacyRule> set(const QString& name, triage::PrivacyLevel level) override;
    Answer<triage::PrivacyRule> remove(const QString& name) override;

private:
    Desk<Cellar>& m_reading;
    Desk<TriageRoom>& m_writing;
    std::function<void(const Changes&)> m_changed;
};

class LedgerOffice final : public LedgerDesk {
public:
    /// An export of its own thread does not hold up the reading of lists.
    LedgerOffice(Desk<Cellar>& reading, Desk<Cellar>::Opener open)
        : m_reading(reading)
        , m_exporting(std::move(open)) {}
    ~LedgerOffice() override { m_closing.request_stop(); }

    Answer<std::vector<storage::EgressEntry>> list(qint64 before, int limit, const QString& service) override;
    Answer<std::vector<storage::EgressTotal>> totals() override;
    Answer<storage::EgressEntry> entry(qint64 id) override;
    Answer<qint64> exportTo(const QString& path, const QString& service) override;

private:
    Desk<Cellar>& m_reading;
    std::stop_source m_closing;
    Desk<Cellar> m_exporting;
};

}  // namespace kith::service
