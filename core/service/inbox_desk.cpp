// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/inbox_desk.h"

#include "core/mail/mime_parser.h"
#include "core/service/conversation_reader.h"
#include "core/service/desk.h"
#include "core/service/feedback_service.h"
#include "core/service/inbox_reader.h"
#include "core/service/mail_actions.h"
#include "core/service/triage_room.h"
#include "core/triage/decision_json.h"

namespace kith::service {

QFuture<Result<InboxOrder>> InboxDesk::order(MailList list) {
    return m_reading.ask([list, shelf = m_shelf](Cellar& cellar) {
        return list == MailList::Priority ? shelf->priorityOrder(cellar) : readOrder(cellar, list);
    });
}

QFuture<Result<InboxOrder>> InboxDesk::search(const QString& query, int limit) {
    return m_reading.ask([query, limit](Cellar& cellar) { return readSearch(cellar, query, limit); });
}

QFuture<Result<std::vector<InboxRow>>> InboxDesk::rows(const std::vector<ThreadId>& threads) {
    return m_reading.ask([threads](Cellar& cellar) { return readRows(cellar, threads); });
}

QFuture<Result<ListCounts>> InboxDesk::counts() {
    return m_reading.ask([](Cellar& cellar) { return readCounts(cellar); });
}

QFuture<Result<Conversation>> InboxDesk::open(ThreadId thread) {
    return m_reading.ask([thread](Cellar& cellar) { return readConversation(cellar, thread); });
}

QFuture<Result<SenderCard>> InboxDesk::card(const QString& address) {
    return m_reading.ask(
        [address, &clock = m_clock](Cellar& cellar) { return readSenderCard(cellar, address, clock.now()); });
}

QFuture<Result<QByteArray>> InboxDesk::attachment(MessageId message, int part) {
    return m_reading.ask([message, part](Cellar& cellar) -> Result<QByteArray> {
        const auto source = cellar.messages.source(message);
        if (!source) {
            return source.error();
        }
        if (!*source) {
            return Error{ErrorKind::NotFound, QStringLiteral("this message is gone"), {}};
        }
        return mail::partContent(**source, part);
    });
}

QFuture<Result<Receipt>> InboxDesk::act(MailAction action, const std::vector<ThreadId>& threads,
                                        std::chrono::milliseconds until) {
    // Not on the desk of reading: a write may wait for an import's batch, and who reads should not wait with it.
    return m_triage.ask([action, threads, until, changed = m_changed](TriageRoom& room) {
        auto receipt = service::act(room.cellar(), action, threads, until);
        if (receipt) {
            changed({.order = true, .counts = true, .journal = true, .threads = {threads.begin(), threads.end()}});
        }
        return receipt;
    });
}

QFuture<Result<std::vector<MailLabel>>> InboxDesk::labels(const std::vector<ThreadId>& threads) {
    return m_reading.ask([threads](Cellar& cellar) { return readLabels(cellar, threads); });
}

QFuture<Result<Receipt>> InboxDesk::setLabels(const std::vector<ThreadId>& threads, const LabelChange& change) {
    return m_triage.ask([threads, change, told = m_changed](TriageRoom& room) {
        auto receipt = service::setLabels(room.cellar(), threads, change);
        if (receipt) {
            told({.order = true, .counts = true, .journal = true, .threads = {threads.begin(), threads.end()}});
        }
        return receipt;
    });
}

QFuture<Result<FeedbackPreview>> InboxDesk::preview(MessageId message, Priority assigned) {
    return m_reading.ask([message, assigned](Cellar& cellar) { return previewFeedback(cellar, message, assigned); });
}

QFuture<Result<bool>> InboxDesk::replay(MessageId message) {
    return m_reading.ask([message](Cellar& cellar) -> Result<bool> {
        const auto stored = cellar.triage.latest(message);
        if (!stored) {
            return stored.error();
        }
        if (!*stored) {
            return Error{ErrorKind::NotFound, QStringLiteral("no decision is stored about this message"), {}};
        }
        return triage::sameDecision(**stored, triage::replayed(**stored));
    });
}

QFuture<Result<Receipt>> InboxDesk::giveFeedback(const Feedback& feedback) {
    auto stored = m_triage.ask([feedback, changed = m_changed](TriageRoom& room) -> Result<Receipt> {
        const auto outcome = room.giveFeedback(feedback);
        if (!outcome) {
            return outcome.error();
        }
        changed({.order = true,
                 .counts = true,
                 .journal = true,
                 .threads = {outcome->threads.begin(), outcome->threads.end()}});
        return Receipt{outcome->change, QStringLiteral("priority"), 1, {}, {}};
    });
    scoreAround();
    return stored;
}

/// After the newest mark only: who goes through the queue does not wait for what every answer changes elsewhere.
void InboxDesk::scoreAround() {
    const int number = ++*m_deeds;
    m_triage.ask([number, deeds = m_deeds, changed = m_changed](TriageRoom& room) -> Result<void> {
        if (*deeds != number) {
            return {};
        }
        const auto scored = room.scoreAround();
        if (!scored) {
            return scored.error();
        }
        if (scored->scored > 0) {
            changed({.order = true, .counts = true, .journal = false, .threads = {}});
        }
        return {};
    });
}

QFuture<Result<Receipt>> InboxDesk::undo(ChangeId change) {
    auto undone = m_triage.ask([change, changed = m_changed](TriageRoom& room) {
        auto receipt = undoChange(room.cellar(), change);
        if (receipt) {
            room.forgetMarks();
            changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return receipt;
    });
    scoreAround();
    return undone;
}

QFuture<Result<Receipt>> InboxDesk::redo() {
    auto redone = m_triage.ask([changed = m_changed](TriageRoom& room) {
        auto receipt = redoChange(room.cellar());
        if (receipt) {
            room.forgetMarks();
            changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return receipt;
    });
    scoreAround();
    return redone;
}

}  // namespace kith::service
