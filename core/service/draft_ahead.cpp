// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_ahead.h"

#include "core/base/clock.h"
#include "core/service/model_settings.h"

namespace kith::service {

namespace {

constexpr Millis kAheadDay{std::chrono::hours{24}};
constexpr Millis kAheadAgain{std::chrono::minutes{10}};
constexpr int kPlannedAtOnce = 20;

QString aheadKind() {
    return QStringLiteral("draft.ahead");
}

MessageId messageOf(const Task& task) {
    return MessageId{task.entity.section(u':', 1).toLongLong()};
}

/// Nothing that a later try of another message would mend.
bool endsTheRun(const Error& error) {
    return error.kind == ErrorKind::SignInNeeded || error.kind == ErrorKind::Denied ||
           error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::RateLimited ||
           error.kind == ErrorKind::Cancelled;
}

}  // namespace

Result<bool> DraftAhead::mayAsk(const DraftSettings& settings) {
    if (!settings.ahead || !settings.modelAllowed) {
        return false;
    }
    const auto model = modelSettings(m_cellar);
    const auto budget = model ? ModelBudget::load(m_cellar, m_clock, *model) : Result<ModelBudget>(model.error());
    const auto made = m_cellar.drafts.madeAhead(m_clock.now() - kAheadDay);
    if (!budget || !made) {
        return !budget ? budget.error() : made.error();
    }
    return budget->questions() > 0 && *made < settings.aheadPerDay;
}

Result<void> DraftAhead::plan(const DraftSettings& settings) {
    const auto wanting = m_cellar.drafts.wantingAhead(settings.least, kPlannedAtOnce);
    if (!wanting) {
        return wanting.error();
    }
    for (const MessageId message : *wanting) {
        Task task;
        task.kind = aheadKind();
        task.entity = QStringLiteral("message:%1").arg(message.value);
        task.maxAttempts = 3;
        if (const auto added = m_tasks.add(task); !added) {
            return added.error();
        }
    }
    return {};
}

Result<bool> DraftAhead::wanted() {
    const auto settings = draftSettings(m_cellar);
    const auto may = settings ? mayAsk(*settings) : Result<bool>(settings.error());
    if (!may || !*may) {
        return may;
    }
    const auto wanting = m_cellar.drafts.wantingAhead(settings->least, 1);
    const auto counts = m_tasks.counts(aheadKind());
    if (!wanting || !counts) {
        return !wanting ? wanting.error() : counts.error();
    }
    return !wanting->empty() || counts->pending > 0 || counts->inProgress > 0;
}

Result<void> DraftAhead::failed(const Task& task, const Error& error, AheadReport& report) {
    if (endsTheRun(error)) {
        report.stopped = error;
    }
    if (error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::SignInNeeded) {
        return m_tasks.release(task.id, error.detail);
    }
    report.failed += 1;
    const auto state = m_tasks.fail(task.id, error.detail, error.retryAfter.value_or(kAheadAgain));
    return state ? Result<void>() : Result<void>(state.error());
}

Result<void> DraftAhead::one(const Task& task, triage::DraftWriter& writer, std::stop_token stop, AheadReport& report,
                             const std::function<void(const Draft&)>& after) {
    DraftService drafts(m_cellar, m_clock);
    const auto draft = drafts.generate({messageOf(task), {}, false, true}, writer, {}, stop);
    if (!draft) {
        const bool gone = draft.error().kind == ErrorKind::NotFound || draft.error().kind == ErrorKind::Unsupported;
        report.skipped += gone ? 1 : 0;
        return gone ? m_tasks.finish(task.id, TaskState::Skipped, draft.error().detail)
                    : failed(task, draft.error(), report);
    }
    report.made += *draft ? 1 : 0;
    report.skipped += *draft ? 0 : 1;
    if (*draft && after) {
        after(**draft);
    }
    return m_tasks.finish(task.id, *draft ? TaskState::Completed : TaskState::Skipped,
                          *draft ? QString() : QStringLiteral("no person waits for an answer here"));
}

Result<AheadReport> DraftAhead::run(triage::DraftWriter& writer, int most, std::stop_token stop,
                                    const std::function<void(const Draft&)>& after) {
    AheadReport report;
    const auto settings = draftSettings(m_cellar);
    if (!settings) {
        return settings.error();
    }
    if (const auto reclaimed = m_tasks.reclaim(aheadKind()); !reclaimed) {
        return reclaimed.error();
    }
    const auto planned = settings->ahead ? plan(*settings) : Result<void>();
    if (!planned) {
        return planned.error();
    }
    while (report.made + report.failed < most && !report.stopped && !stop.stop_requested()) {
        const auto may = mayAsk(*settings);
        if (!may || !*may) {
            return may ? Result<AheadReport>(report) : Result<AheadReport>(may.error());
        }
        const auto taken = m_tasks.take(aheadKind(), 1);
        if (!taken || taken->empty()) {
            return taken ? Result<AheadReport>(report) : Result<AheadReport>(taken.error());
        }
        if (const auto done = one(taken->front(), writer, stop, report, after); !done) {
            return done.error();
        }
    }
    return report;
}

}  // namespace kith::service
