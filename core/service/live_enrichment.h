// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The enrichment of a running house: one worker that looks for due contacts by the clock, and a desk beside it.
#pragma once

#include "core/service/changes.h"
#include "core/service/desk.h"
#include "core/service/enrichment_desk.h"
#include "core/service/mail_ports.h"

#include <map>
#include <mutex>
#include <thread>

namespace kith::service {

class LiveEnrichment final : public EnrichmentDesk {
public:
    struct Ground {
        std::function<Result<std::unique_ptr<Cellar>>()> open;  ///< a further connection, on the thread that calls
        Clock& clock;
        MailPorts& ports;
        std::function<void(const Changes&)> changed;
    };
    explicit LiveEnrichment(Ground ground);
    ~LiveEnrichment() override;

    Answer<EnrichmentFacts> facts() override;
    Answer<std::vector<EnrichmentRow>> tasks(int state, TaskId before, int limit) override;
    Answer<void> setKey(const QString& source, const QString& key) override;
    Answer<void> setOn(const QString& source, bool on) override;
    Answer<QString> test(const QString& source) override;
    Answer<void> save(const EnrichmentSettings& settings) override;
    Answer<void> retry(TaskId task) override;
    Answer<qint64> retryFailed() override;
    void visitNow() override;
    Answer<WriteBackView> preview(const QString& source, ContactId contact) override;
    Answer<void> write(const QString& source, const WriteBackView& shown) override;

private:
    void work(const std::stop_token& stop);
    void lookForWork(Cellar& cellar, const std::stop_token& stop, bool byHand);
    void visit(Enrichment& enrichment, const QString& source, const std::stop_token& stop);
    bool sleepUntilWanted(const std::stop_token& stop);
    void tell(bool now);
    Result<EnrichmentFacts> readFacts(Cellar& cellar);
    Result<WriteBackView> readPreview(Cellar& cellar, const QString& source, ContactId contact);
    Result<std::unique_ptr<people::EnrichmentSource>> opened(const QString& source);

    Ground m_ground;
    std::stop_source m_closing;
    std::mutex m_mutex;
    bool m_wanted{false};
    std::stop_source m_nap;  ///< of the worker between two runs
    std::chrono::minutes m_pause{1};
    EnrichmentStatus m_status;
    std::map<QString, QString> m_trouble;
    Millis m_toldAt{0};
    std::stop_source m_run;  ///< of what is visited now: pausing ends it
    Desk<Cellar> m_reading;
    Desk<Cellar> m_calls;  ///< what waits for a service
    std::thread m_worker;  // last: starts when all else stands
};

}  // namespace kith::service
