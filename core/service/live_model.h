// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The model of a workspace that may reach the outside: settings and keys, tests and trials, and the worker that asks.
#pragma once

#include "core/service/desk.h"
#include "core/service/model_worker.h"

namespace kith::service {

class LiveModel final : public ModelDesk {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveModel)
public:
    struct Ground {
        Desk<Cellar>::Opener open;  ///< a further connection, on the thread that calls
        Clock& clock;
        ModelPort& port;
        bool offline{false};
        std::function<void(const Changes&)> changed;
    };
    explicit LiveModel(Ground ground);
    ~LiveModel() override;

    /// Mail came, by sync or import.
    void mailCame() { m_worker.wake(true); }

    Answer<ModelFacts> facts() override;
    Answer<std::vector<triage::ModelOffer>> offers() override;
    Answer<void> setKey(const QString& key) override;
    Answer<void> setAddress(const QString& address) override;
    Answer<void> choose(ModelTask task, const QString& model) override;
    Answer<void> setLimits(const ModelLimits& limits) override;
    Answer<ConsentSample> sample() override;
    Answer<void> setAllowed(bool allowed) override;
    void setPaused(bool paused) override;
    Answer<ModelTestCall> test(const QString& model) override;
    Answer<TrialReport> tryOut(const QString& model, int most) override;
    Answer<std::vector<TrialReport>> trials() override;
    void cancel() override;

private:
    Answer<void> write(std::function<Result<void>(Cellar&)> work);
    std::stop_token freshStop();
    Result<ModelFacts> factsOf(Cellar& cellar);
    Result<ConsentSample> sampleOf(Cellar& cellar);
    Result<TrialReport> compare(Cellar& cellar, const QString& model, int most, std::stop_token stop);
    std::vector<triage::ModelOffer> knownOffers();

    Ground m_ground;
    std::mutex m_mutex;
    std::stop_source m_going;  ///< of the test or trial that goes on
    std::vector<triage::ModelOffer> m_offers;
    ModelWorker m_worker;
    Desk<Cellar> m_quick;
    Desk<Cellar> m_slow;  ///< what waits for the network, or learns
};

}  // namespace kith::service
