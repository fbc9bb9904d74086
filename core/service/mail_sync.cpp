// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_sync.h"

#include "core/service/draft_return.h"
#include "core/service/draft_saving.h"
#include "core/service/draft_sending.h"
#include "core/service/history_sync.h"
#include "core/service/mailbox_backlog.h"
#include "core/service/mailbox_comparing.h"
#include "core/service/mailbox_listing.h"
#include "core/service/outbox_sender.h"
#include "core/service/sync_labels.h"
#include "core/service/sync_triage.h"
#include "core/storage/account_store.h"
#include "core/storage/event_log.h"
#include "core/storage/transaction.h"

#include <QJsonObject>

#include <limits>

namespace kith::service {

namespace {

using storage::SyncStage;

/// Before the rest is even listed, so that there is something to work with.
constexpr int kFirstMessages = 50;
/// More than this came: the mailbox is learned from anew.
constexpr qint64 kManyArrived = 200;
constexpr Millis kListenEvery{30'000};
constexpr Millis kCheckEvery{3'600'000};
constexpr Millis kMendEvery{24 * 3'600'000};
constexpr int kMostListingsACycle = 3;

SyncTuning complete(SyncTuning tuning) {
    if (!tuning.prepare) {
        tuning.prepare = prepare;
    }
    if (!tuning.triage) {
        tuning.triage = mailboxTriage;
    }
    return tuning;
}

SyncPhase phaseOf(const Error& error) {
    switch (error.kind) {
    case ErrorKind::SignInNeeded:
        return SyncPhase::SignInNeeded;
    case ErrorKind::Unreachable:
        return SyncPhase::Offline;
    case ErrorKind::RateLimited:
        return SyncPhase::Waiting;
    case ErrorKind::Cancelled:
        return SyncPhase::Idle;
    default:
        return SyncPhase::Failed;
    }
}

}  // namespace

struct MailSync::Engine {
    Engine(Cellar& cellar, Clock& clock, mail::RemoteMailbox& mailbox, AccountId account, SyncHooks hooks,
           SyncTuning tuning)
        : context(cellar, clock, mailbox, account, std::move(hooks), complete(std::move(tuning))) {
        context.triage = context.tuning.triage(cellar, clock);
    }

    Result<SyncReport> run(const std::function<Result<void>()>& work);
    Result<void> wholeCycle(const SyncOptions& options, std::stop_token stop);
    Result<void> agree(std::stop_token stop);
    Result<bool> fill(std::stop_token stop);
    Result<void> list(std::stop_token stop);
    Result<bool> listen(std::stop_token stop);
    Result<bool> verified(std::stop_token stop);
    Result<void> carryDrafts(std::stop_token stop);
    Result<void> finish(std::stop_token stop);
    Result<void> logCycle();

    SyncContext context;
    int listings{0};
};

Result<SyncReport> MailSync::Engine::run(const std::function<Result<void>()>& work) {
    const Millis began = context.clock.now();
    context.mailbox.takeUsage();
    auto done = context.load();
    listings = 0;
    done = done ? work() : done;
    context.takeUsage();
    const auto counted = context.recount();
    context.report.took = context.clock.now() - began;
    if (!done) {
        context.status.problem = done.error().detail;
        context.status.hint = done.error().hint;
        context.status.retryAt = context.clock.now() + done.error().retryAfter.value_or(Millis{0});
        context.tell(phaseOf(done.error()));
        return done.error();
    }
    if (!counted) {
        return counted.error();
    }
    context.status.syncedAt = context.clock.now();
    context.status.problem.clear();
    context.status.hint.clear();
    const bool waits = context.state.resumeAt > context.clock.now();
    waits ? context.tellWaiting(context.state.resumeAt) : context.tell(SyncPhase::Idle);
    return context.report;
}

Result<void> MailSync::Engine::wholeCycle(const SyncOptions& options, std::stop_token stop) {
    if (context.state.stage == SyncStage::New ||
        ((options.full || options.repair) && context.state.stage == SyncStage::Following)) {
        context.tell(context.state.stage == SyncStage::New ? SyncPhase::Listing : SyncPhase::Reconciling);
        if (const auto begun = MailboxListing(context).begin(stop); !begun) {
            return begun;
        }
    }
    context.report.mode = options.full || context.state.generation <= 1 ? SyncMode::Full : SyncMode::Reconcile;
    if (context.state.stage == SyncStage::Following) {
        context.report.mode = SyncMode::History;
        if (const auto fresh = SyncLabels(context).refreshWhenDue(stop); !fresh) {
            return fresh;
        }
    }
    if (const auto agreed = agree(stop); !agreed) {
        return agreed;
    }
    const auto carried = carryDrafts(stop);
    return carried ? finish(stop) : carried;
}

/// What the user approved, put away or wants to send; and what became of drafts there.
Result<void> MailSync::Engine::carryDrafts(std::stop_token stop) {
    const auto back = DraftReturn(context.cellar, context.clock, context.mailbox).look(context.account, stop);
    const auto saved = back ? DraftSaving(context.cellar, context.clock, context.mailbox).saveAll(context.account, stop)
                            : Result<int>(back.error());
    const auto sent = saved
                          ? DraftSending(context.cellar, context.clock).sendDue(context.account, context.mailbox, stop)
                          : Result<int>(saved.error());
    if (!sent) {
        return sent.error();
    }
    if (*back + *saved + *sent > 0 && context.hooks.changed) {
        context.hooks.changed({.order = false, .counts = true, .journal = true, .threads = {}});
    }
    return {};
}

/// List what has to be listed, listen, send, fetch, and look again until nothing is left to do. Listening comes before
/// sending: what others did meanwhile is merged with what the user wants before the server is told.
Result<void> MailSync::Engine::agree(std::stop_token stop) {
    while (true) {
        const auto listed = list(stop);
        const auto heard = listed ? listen(stop) : Result<bool>(listed.error());
        if (!heard) {
            return heard.error();
        }
        if (!*heard) {
            continue;  // to be listed anew
        }
        const auto filled = fill(stop);
        if (!filled) {
            return filled.error();
        }
        const auto whole = *filled ? verified(stop) : Result<bool>(false);
        if (!whole || *whole) {
            return whole ? Result<void>() : Result<void>(whole.error());
        }
    }
}

/// Sends and fetches in turns. False: there is more, and it is time to listen again.
Result<bool> MailSync::Engine::fill(std::stop_token stop) {
    const Millis began = context.clock.now();
    while (true) {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        const auto sent = OutboxSender(context).run(stop);
        const auto rest = sent ? MailboxBacklog(context).drain(std::numeric_limits<int>::max(), stop)
                               : Result<MailboxBacklog::Rest>(sent.error());
        if (!rest) {
            return rest.error();
        }
        if (*rest == MailboxBacklog::Rest::Nothing) {
            return true;
        }
        if (context.clock.now() - began > kListenEvery) {
            return false;
        }
    }
}

Result<void> MailSync::Engine::list(std::stop_token stop) {
    MailboxListing listing(context);
    bool first = context.state.generation <= 1 && context.state.page.isEmpty();
    while (context.state.stage == SyncStage::Listing) {
        context.tell(context.state.generation <= 1 ? SyncPhase::Listing : SyncPhase::Reconciling);
        if (const auto page = listing.page(stop); !page) {
            return page.error();
        }
        if (first) {
            first = false;
            const auto rest = MailboxBacklog(context).drain(kFirstMessages, stop);
            if (!rest) {
                return rest.error();
            }
            if (const auto fresh = SyncLabels(context).refreshWhenDue(stop); !fresh) {
                return fresh;  // the own addresses, once something is on the screen
            }
        }
        if (const auto sent = OutboxSender(context).run(stop); !sent) {
            return sent;
        }
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
    }
    return context.state.stage == SyncStage::Comparing ? MailboxComparing(context).run(stop) : Result<void>();
}

/// False: history does not reach back, a listing was begun.
Result<bool> MailSync::Engine::listen(std::stop_token stop) {
    if (context.clock.now() < context.state.resumeAt) {
        return true;
    }
    const auto reached = HistorySync(context).run(stop);
    if (!reached || *reached) {
        return reached;
    }
    if (++listings > kMostListingsACycle) {
        return Error{ErrorKind::Unreachable, QStringLiteral("the server forgets its history while it is listed"), {}};
    }
    context.report.mode = SyncMode::Reconcile;
    context.tell(SyncPhase::Reconciling);
    const auto begun = MailboxListing(context).begin(stop);
    return begun ? Result<bool>(false) : Result<bool>(begun.error());
}

/// Counts of both sides, now and then: ids that slipped by unseen are looked for once a day. False: a listing was
/// begun.
Result<bool> MailSync::Engine::verified(std::stop_token stop) {
    storage::SyncState& state = context.state;
    const Millis now = context.clock.now();
    const bool due = now < state.checkedAt || now - state.checkedAt >= kCheckEvery;
    if (!due || now < state.resumeAt) {
        return true;
    }
    const auto profile = context.mailbox.profile(stop);
    const auto counts = context.remote.counts();
    if (!profile || !counts) {
        return profile ? counts.error() : profile.error();
    }
    state.serverTotal = profile->messagesTotal;
    if (profile->historyId != state.cursor) {
        const auto saved = context.saveState();
        return saved ? Result<bool>(true) : Result<bool>(saved.error());  // it moves: another time
    }
    state.checkedAt = now;
    const bool differs = counts->here + counts->todo != profile->messagesTotal;
    const bool mend = differs && (state.mendedAt.count() == 0 || now - state.mendedAt >= kMendEvery);
    state.mendedAt = mend ? now : state.mendedAt;
    const auto next = mend ? MailboxListing(context).begin(stop) : context.saveState();
    return next ? Result<bool>(!mend) : Result<bool>(next.error());
}

Result<void> MailSync::Engine::finish(std::stop_token stop) {
    const bool much = context.arrived >= kManyArrived || context.report.mode != SyncMode::History;
    if (context.arrived > 0 && much && context.triage.filled) {
        if (const auto filled = context.triage.filled(stop); !filled) {
            return filled;
        }
        context.changed({}, true);
        if (context.hooks.changed) {
            context.hooks.changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
    }
    const auto told = [this](qint64 left) {
        context.status.peopleLeft = left;
        context.tell(SyncPhase::People);
    };
    const auto grown = context.triage.grown ? context.triage.grown(stop, told) : Result<bool>(false);
    context.status.peopleLeft = 0;
    if (!grown) {
        return grown.error();
    }
    if (*grown && context.hooks.changed) {
        context.hooks.changed({.order = true, .counts = false, .journal = true, .threads = {}});
    }
    if (const auto ruled = context.triage.ruled ? context.triage.ruled(stop) : Result<bool>(false); !ruled) {
        return ruled.error();
    } else if (*ruled && context.hooks.changed) {
        context.hooks.changed({.order = true, .counts = true, .journal = true, .threads = {}});
    }
    return logCycle();
}

Result<void> MailSync::Engine::logCycle() {
    const SyncReport& report = context.report;
    if (report.added + report.updated + report.deleted + report.sent + report.refused == 0) {
        return {};
    }
    storage::Transaction transaction(*context.cellar.database);
    const QString account = QStringLiteral("account:%1").arg(context.account.value);
    const auto event = storage::EventLog(*context.cellar.database)
                           .append({QStringLiteral("sync.finished"),
                                    account,
                                    account,
                                    {},
                                    {{QStringLiteral("added"), report.added},
                                     {QStringLiteral("updated"), report.updated},
                                     {QStringLiteral("deleted"), report.deleted},
                                     {QStringLiteral("sent"), report.sent},
                                     {QStringLiteral("refused"), report.refused}}});
    return event ? transaction.commit() : Result<void>(event.error());
}

MailSync::MailSync(Cellar& cellar, Clock& clock, mail::RemoteMailbox& mailbox, AccountId account, SyncHooks hooks,
                   SyncTuning tuning)
    : m_engine(std::make_unique<Engine>(cellar, clock, mailbox, account, std::move(hooks), std::move(tuning))) {
}

MailSync::~MailSync() = default;

Result<SyncReport> MailSync::cycle(const SyncOptions& options, std::stop_token stop) {
    return m_engine->run([&] { return m_engine->wholeCycle(options, stop); });
}

Result<SyncReport> MailSync::send(std::stop_token stop) {
    return m_engine->run([&] { return OutboxSender(m_engine->context).run(stop); });
}

const SyncReport& MailSync::lastReport() const {
    return m_engine->context.report;
}

const SyncStatus& MailSync::status() const {
    return m_engine->context.status;
}

Result<SyncStatus> storedSyncStatus(Cellar& cellar, AccountId account) {
    const auto stored = storage::AccountStore(*cellar.database).account(account);
    const auto state = storage::SyncStateStore(*cellar.database).load(account);
    const auto counts = storage::RemoteStore(*cellar.database, account).counts();
    const auto waiting = storage::OutboxStore(*cellar.database).counts(account);
    if (!stored || !state || !counts || !waiting) {
        return !stored ? stored.error() : !state ? state.error() : !counts ? counts.error() : waiting.error();
    }
    if (!*stored) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(account.value), {}};
    }
    SyncStatus status;
    status.account = account;
    status.address = (*stored)->address;
    status.phase = (*stored)->state == AccountState::SignInNeeded ? SyncPhase::SignInNeeded : SyncPhase::Idle;
    status.completeness = {state->serverTotal, counts->here, counts->todo,
                           state->stage == storage::SyncStage::Following && counts->todo == 0, state->checkedAt};
    status.todo = counts->todo;
    status.unitsPerMinute = state->unitsPerMinute;
    status.outgoing = waiting->pending;
    return status;
}

}  // namespace kith::service
