// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The part of the live drafts that works while nobody looks: sending, reminders, drafts ahead; and the user's settings.
#include "core/base/log.h"
#include "core/service/accounts_service.h"
#include "core/service/draft_ahead.h"
#include "core/service/draft_sending.h"
#include "core/service/live_drafts.h"
#include "core/service/reminder_book.h"
#include "core/storage/tone_store.h"

#include <set>

namespace kith::service {

namespace {

constexpr Millis kSoon{std::chrono::minutes{3}};  ///< waited for; what is later comes with a later look
constexpr int kAheadAtOnce = 5;

storage::ChangeInfo writingChange(const char* kind, const QString& summary) {
    return {QLatin1String(kind), QStringLiteral("user"), {}, {}, summary, {}, true};
}

Result<void> doneOf(const Result<ChangeId>& change) {
    return change ? Result<void>() : Result<void>(change.error());
}

}  // namespace

void LiveDrafts::look() {
    {
        const std::lock_guard lock(m_mutex);
        m_nap.request_stop();
    }
    if (!m_carries.exchange(true)) {
        m_post.ask([this](Cellar& cellar) {
            m_carries = false;  // what is asked for from here on is looked at again
            return told(carry(cellar));
        });
    }
    if (!m_drafts.exchange(true)) {
        m_ahead.ask([this](Cellar& cellar) {
            m_drafts = false;
            return told(draftAhead(cellar));
        });
    }
}

Result<void> LiveDrafts::told(Result<void> done) {
    if (!done && done.error().kind != ErrorKind::Cancelled) {
        log::warning("service", QStringLiteral("drafts: %1").arg(done.error().detail));
    }
    return done;
}

Result<void> LiveDrafts::carry(Cellar& cellar) {
    const auto back = ReminderBook(cellar, m_ground.clock).look();
    if (back && *back > 0) {
        m_ground.changed({.order = true, .counts = true, .journal = true, .threads = {}});
    }
    if (!back || !m_ground.ports || m_ground.ports->offline()) {
        return back ? Result<void>() : Result<void>(back.error());
    }
    while (!m_closing.stop_requested()) {
        std::stop_source nap;
        {
            const std::lock_guard lock(m_mutex);
            m_nap = nap;  // from here on a look wakes it
        }
        const auto due = DraftSending(cellar, m_ground.clock).nextDue();
        if (!due || !*due || **due - m_ground.clock.now() > kSoon) {
            return due ? Result<void>() : Result<void>(due.error());
        }
        const Millis rest = **due - m_ground.clock.now();
        if (rest.count() > 0 && !m_closing.stop_requested()) {
            m_ground.clock.wait(rest, nap.get_token());
        } else if (const auto sent = sendDue(cellar); !sent) {
            return sent;
        }
    }
    return {};
}

Result<void> LiveDrafts::sendDue(Cellar& cellar) {
    const auto due = cellar.drafts.toSend({}, m_ground.clock.now());
    if (!due) {
        return due.error();
    }
    std::set<qint64> accountIds;
    for (const Draft& draft : *due) {
        accountIds.insert(draft.account.value);
    }
    for (const qint64 id : accountIds) {
        const auto account = AccountsService(cellar, m_ground.clock, *m_ground.ports).account(AccountId{id});
        const auto mailbox = account ? m_ground.ports->provider().open(*account)
                                     : Result<std::unique_ptr<mail::RemoteMailbox>>(account.error());
        if (!mailbox) {
            return mailbox.error();
        }
        (*mailbox)->setUrgent(true);
        const auto sent = DraftSending(cellar, m_ground.clock).sendDue(AccountId{id}, **mailbox, m_closing.get_token());
        m_ground.changed({.order = false, .counts = true, .journal = true, .threads = {}});
        if (!sent) {
            return sent.error();
        }
    }
    return {};
}

Result<void> LiveDrafts::draftAhead(Cellar& cellar) {
    DraftAhead ahead(cellar, m_ground.clock);
    const auto wanted = ahead.wanted();
    const auto writer = wanted && *wanted
                            ? modelWriter(cellar)
                            : Result<std::unique_ptr<triage::DraftWriter>>(std::unique_ptr<triage::DraftWriter>());
    if (!wanted || !writer || !*writer) {
        return !wanted ? wanted.error() : !writer ? Result<void>(writer.error()) : Result<void>();
    }
    while (!m_closing.stop_requested()) {
        const auto report = ahead.run(**writer, kAheadAtOnce, m_closing.get_token(),
                                      [this](const Draft& draft) { (void)changed(Result<Draft>(draft)); });
        if (!report || report->made == 0 || report->stopped) {
            return report ? Result<void>() : Result<void>(report.error());
        }
    }
    return {};
}

QFuture<Result<Draft>> LiveDrafts::begin(MessageId message, DraftKind kind) {
    return m_desk.ask([this, message, kind](Cellar& cellar) {
        return changed(DraftService(cellar, m_ground.clock).begin(message, kind));
    });
}

QFuture<Result<Draft>> LiveDrafts::send(qint64 id, const SendChoice& choice) {
    return m_desk.ask([this, id, choice](Cellar& cellar) -> Result<Draft> {
        const auto settings = draftSettings(cellar);
        if (!settings || !settings->maySend) {
            return !settings ? settings.error()
                             : Error{ErrorKind::Denied, QStringLiteral("sending is off in the settings"), {}};
        }
        const Millis soonest = m_ground.clock.now() + std::chrono::seconds(settings->undoSeconds);
        auto asked =
            changed(DraftSending(cellar, m_ground.clock).ask(id, {std::max(choice.at, soonest), choice.remindDays}));
        look();
        return asked;
    });
}

QFuture<Result<Draft>> LiveDrafts::holdBack(qint64 id) {
    return m_desk.ask(
        [this, id](Cellar& cellar) { return changed(DraftSending(cellar, m_ground.clock).holdBack(id)); });
}

QFuture<Result<QByteArray>> LiveDrafts::letter(qint64 id) {
    return m_desk.ask([this, id](Cellar& cellar) -> Result<QByteArray> {
        DraftService drafts(cellar, m_ground.clock);
        const auto draft = drafts.find(QString::number(id));
        return draft ? drafts.written(*draft) : Result<QByteArray>(draft.error());
    });
}

QFuture<Result<DraftSettings>> LiveDrafts::settings() {
    return m_desk.ask([](Cellar& cellar) { return draftSettings(cellar); });
}

QFuture<Result<void>> LiveDrafts::keep(const DraftSettings& settings) {
    return m_desk.ask([this, settings](Cellar& cellar) {
        auto kept = saveDraftSettings(cellar, settings);
        look();
        return kept;
    });
}

QFuture<Result<WritingFacts>> LiveDrafts::writing() {
    return m_desk.ask([](Cellar& cellar) -> Result<WritingFacts> {
        storage::ToneStore store(*cellar.database);
        auto tone = store.notes();
        auto snippets = store.snippets();
        if (!tone || !snippets) {
            return !tone ? tone.error() : snippets.error();
        }
        return WritingFacts{std::move(*tone), std::move(*snippets)};
    });
}

QFuture<Result<void>> LiveDrafts::forgetTone(qint64 id) {
    return m_desk.ask([id](Cellar& cellar) {
        storage::ChangeWriter change(*cellar.database,
                                     writingChange("tone.forgotten", QStringLiteral("Forget how you write")));
        storage::ToneStore(*cellar.database).forget(change, id);
        return doneOf(change.commit());
    });
}

QFuture<Result<void>> LiveDrafts::keepSnippet(const Snippet& snippet) {
    return m_desk.ask([this, snippet](Cellar& cellar) -> Result<void> {
        storage::ChangeWriter change(*cellar.database, writingChange("snippet.kept", QStringLiteral("Keep a snippet")));
        Snippet kept = snippet;
        kept.changedAt = m_ground.clock.now();
        const auto stored = storage::ToneStore(*cellar.database).keep(change, kept);
        return stored ? doneOf(change.commit()) : stored;
    });
}

QFuture<Result<void>> LiveDrafts::removeSnippet(qint64 id) {
    return m_desk.ask([id](Cellar& cellar) {
        storage::ChangeWriter change(*cellar.database,
                                     writingChange("snippet.removed", QStringLiteral("Remove a snippet")));
        storage::ToneStore(*cellar.database).remove(change, id);
        return doneOf(change.commit());
    });
}

QFuture<Result<QString>> LiveDrafts::filled(qint64 draft, const QString& snippet) {
    return m_desk.ask(
        [this, draft, snippet](Cellar& cellar) { return DraftService(cellar, m_ground.clock).filled(draft, snippet); });
}

}  // namespace kith::service
