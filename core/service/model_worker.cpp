// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_worker.h"

#include "core/base/log.h"
#include "core/service/comment_filing.h"
#include "core/service/model_choice.h"

namespace kith::service {

namespace {

constexpr int kAskedInARun = 200;  ///< then settings and mail are looked at again
constexpr Millis kAfterTrouble{std::chrono::minutes{5}};
constexpr Millis kAfterBudget{std::chrono::minutes{30}};

}  // namespace

/// What the thread owns: made with the first turn that needs it.
struct ModelWorker::Room {
    std::unique_ptr<Cellar> cellar;
    std::unique_ptr<TriageService> triage;
    bool learned{false};
};

ModelWorker::ModelWorker(Ground ground)
    : m_ground(std::move(ground))
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {
}

ModelWorker::~ModelWorker() {
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_run.request_stop();
    }
    m_wake.notify_all();
}

void ModelWorker::wake(bool mailbox) {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
        m_mailbox = m_mailbox || mailbox;
    }
    m_wake.notify_all();
}

void ModelWorker::setPaused(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
        m_woken = true;
        m_run.request_stop();
    }
    m_wake.notify_all();
}

ModelStatus ModelWorker::status() const {
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void ModelWorker::tell(const ModelStatus& status) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_status == status) {
            return;
        }
        m_status = status;
    }
    if (m_ground.told) {
        m_ground.told(status);
    }
}

void ModelWorker::work(const std::stop_token& stop) {
    Room room;
    Next next = Next::SoonAgain;
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            if (next == Next::Sleep) {
                m_wake.wait(lock, stop, [this] { return m_woken; });
            } else if (next == Next::Later) {
                const auto pause = m_status.phase == ModelPhase::BudgetSpent ? kAfterBudget : kAfterTrouble;
                m_wake.wait_for(lock, stop, pause, [this] { return m_woken; });
            }
            m_woken = false;
            m_run = {};
        }
        if (!stop.stop_requested()) {
            next = turn(room, stop);
        }
    }
}

/// Why nothing may be asked now.
std::optional<ModelPhase> ModelWorker::hindrance(const ModelSettings& settings) {
    {
        const std::lock_guard lock(m_mutex);
        if (!settings.allowed) {
            return ModelPhase::Off;
        }
        if (m_paused) {
            return ModelPhase::Paused;
        }
    }
    if (m_ground.offline) {
        return ModelPhase::Offline;
    }
    const auto access = m_ground.port.access();
    return access && !access->hasKey ? std::optional(ModelPhase::NoKey) : std::nullopt;
}

ModelWorker::Next ModelWorker::turn(Room& room, std::stop_token stop) {
    if (!room.cellar) {
        auto opened = m_ground.open();
        if (!opened) {
            tell({.phase = ModelPhase::Trouble, .error = opened.error()});
            return Next::Later;
        }
        room.cellar = std::move(*opened);
        room.triage = std::make_unique<TriageService>(*room.cellar, m_ground.clock);
    }
    const auto settings = modelSettings(*room.cellar);
    if (!settings) {
        tell({.phase = ModelPhase::Trouble, .error = settings.error()});
        return Next::Later;
    }
    if (const auto why = hindrance(*settings)) {
        tell({.phase = *why});
        return Next::Sleep;
    }
    std::stop_token run;
    {
        const std::lock_guard lock(m_mutex);
        run = m_run.get_token();
        room.learned = room.learned && !std::exchange(m_mailbox, false);
    }
    std::stop_source either;
    const std::stop_callback onClose(stop, [&either] { either.request_stop(); });
    const std::stop_callback onPause(run, [&either] { either.request_stop(); });
    const auto ready = room.learned ? room.triage->loadMarks() : room.triage->learn(either.get_token());
    room.learned = ready && !either.stop_requested();
    if (!ready) {
        tell({.phase = ModelPhase::Trouble, .error = ready.error()});
        return Next::Later;
    }
    return either.stop_requested() ? Next::SoonAgain : ask(room, *settings, either.get_token());
}

bool ModelWorker::readRemarks(Room& room, const std::stop_token& stop) {
    const auto unread = hasUnreadComments(*room.cellar);
    if (unread && !*unread) {
        return true;
    }
    const auto model = unread ? modelFor(*room.cellar, ModelTask::Feedback) : Result<QString>(unread.error());
    const auto filer =
        model ? m_ground.port.commentFiler(*model) : Result<std::unique_ptr<triage::CommentFiler>>(model.error());
    if (filer && !*filer) {
        return true;
    }
    const auto report =
        filer ? fileComments(*room.cellar, m_ground.clock, **filer, *model, stop) : Result<FilingReport>(filer.error());
    if (report && report->filed > 0) {
        m_ground.changed({.order = false, .counts = false, .journal = true, .threads = {}});
    }
    if (!report && report.error().kind != ErrorKind::Cancelled) {
        tell({.phase = ModelPhase::Trouble, .error = report.error()});
        return false;
    }
    return true;
}

ModelWorker::Next ModelWorker::ask(Room& room, const ModelSettings& settings, std::stop_token stop) {
    const auto classifier = m_ground.port.classifier(settings.model);
    if (!classifier || !*classifier) {
        tell({.phase = classifier ? ModelPhase::NoKey : ModelPhase::Trouble,
              .error = classifier ? std::nullopt : std::optional(classifier.error())});
        return classifier ? Next::Sleep : Next::Later;
    }
    if (!readRemarks(room, stop)) {
        return Next::Later;
    }
    ModelScoring scoring(*room.cellar, m_ground.clock, *room.triage, **classifier, settings);
    const auto statusAs = [&scoring](ModelPhase phase) {
        const ModelReport& report = scoring.report();
        return ModelStatus{.phase = phase,
                           .planned = report.planned,
                           .asked = report.asked,
                           .answered = report.answered,
                           .failed = report.failed,
                           .usd = report.usd};
    };
    scoring.beforeAsking([&] { tell(statusAs(ModelPhase::Asking)); });
    const auto report = scoring.run(kAskedInARun, stop, [&] {
        m_ground.changed({.order = true, .counts = true, .journal = false, .threads = {}});
        tell(statusAs(ModelPhase::Asking));
    });
    if (!report) {
        log::warning("model", report.error().detail);
        ModelStatus trouble = statusAs(ModelPhase::Trouble);
        trouble.error = report.error();
        tell(trouble);
        return Next::Later;
    }
    if (stop.stop_requested()) {
        return Next::SoonAgain;
    }
    tell(statusAs(report->budgetSpent ? ModelPhase::BudgetSpent : ModelPhase::Idle));
    return report->budgetSpent ? Next::Later : report->asked + report->fromCache > 0 ? Next::SoonAgain : Next::Sleep;
}

}  // namespace kith::service
