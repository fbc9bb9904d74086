// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/feedback_service.h"

#include "core/mail/subject.h"
#include "core/service/past_treatment.h"
#include "core/service/preferences_book.h"
#include "core/storage/message_marks.h"
#include "core/storage/outbox_planner.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace kith::service {

namespace {

constexpr int kLookedAt = 500;  ///< past messages a scope is judged by
constexpr int kRescored = 400;  ///< newest of the inbox that are scored again beside the scope itself
constexpr size_t kShownDisagreeing = 50;

Result<FeedbackPreview::Scope> judgeScope(Cellar& cellar, const std::vector<MessageId>& ids, Priority assigned) {
    FeedbackPreview::Scope scope;
    const auto messages = cellar.messages.messages(ids);
    if (!messages) {
        return messages.error();
    }
    for (const Message& message : *messages) {
        if (message.fromOwner) {
            continue;
        }
        ++scope.messages;
        const bool fits = treatmentFits(cellar, message, assigned);
        scope.agree += fits ? 1 : 0;
        if (!fits && scope.disagreeing.size() < kShownDisagreeing) {
            scope.disagreeing.push_back(message.id);
        }
        const auto stands = cellar.triage.latest(message.id);
        scope.change += stands && *stands && (*stands)->priority != assigned ? 1 : 0;
    }
    return scope;
}

Result<std::vector<MessageId>> similarTo(Cellar& cellar, const Message& message) {
    const QString subject = mail::normalizedSubject(message.subject);
    auto candidates = message.bulk.listId.isEmpty()
                          ? cellar.messages.fromDomain(addressDomain(message.from.address), {}, kLookedAt)
                          : cellar.messages.fromSender(addressKey(message.from.address), {}, kLookedAt);
    if (!candidates || !message.bulk.listId.isEmpty()) {
        return candidates;
    }
    const auto words = [](const QString& text) {
        const QStringList list = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    };
    const QSet<QString> wanted = words(subject);
    const auto messages = cellar.messages.messages(*candidates);
    if (!messages) {
        return messages.error();
    }
    std::vector<MessageId> similar;
    for (const Message& other : *messages) {
        QSet<QString> shared = words(mail::normalizedSubject(other.subject));
        const qsizetype all = (shared + wanted).size();
        shared.intersect(wanted);
        if (all > 0 && shared.size() * 2 >= all) {
            similar.push_back(other.id);
        }
    }
    return similar;
}

Result<Message> needMessage(Cellar& cellar, MessageId id) {
    const auto message = cellar.messages.message(id);
    if (!message) {
        return message.error();
    }
    if (!*message) {
        return Error{ErrorKind::NotFound, QStringLiteral("no message %1 in this workspace").arg(id.value), {}};
    }
    return **message;
}

/// What the mark may change in the lists: its scope, and the newest of the inbox, which share weights with it.
Result<std::vector<MessageId>> toScoreAgain(Cellar& cellar, const Message& message, FeedbackScope scope) {
    std::vector<MessageId> ids{message.id};
    const auto mine = scope == FeedbackScope::Domain
                          ? cellar.messages.fromDomain(addressDomain(message.from.address), {}, kLookedAt)
                          : cellar.messages.fromSender(addressKey(message.from.address), {}, kLookedAt);
    if (!mine) {
        return mine.error();
    }
    const auto newest = cellar.messages.newest({}, kRescored);
    if (!newest) {
        return newest.error();
    }
    QSet<qint64> seen{message.id.value};
    for (const auto* list : {&*mine, &*newest}) {
        for (const MessageId id : *list) {
            if (!seen.contains(id.value)) {
                seen.insert(id.value);
                ids.push_back(id);
            }
        }
    }
    return ids;
}

/// Mail that stands at a server carries the user's word there too, as its only Priority/… label.
Result<void> labelAtServer(Cellar& cellar, storage::ChangeWriter& change, const Feedback& feedback) {
    const auto links = storage::OutboxPlanner(*cellar.database).links(feedback.message);
    if (!links || links->empty()) {
        return links ? Result<void>() : Result<void>(links.error());
    }
    const std::array ids{feedback.message};
    storage::MessageMarks(change).setLabel(ids, gmailLabel(feedback.assigned), true);
    return {};
}

}  // namespace

Result<FeedbackPreview> previewFeedback(Cellar& cellar, MessageId id, Priority assigned) {
    const auto message = needMessage(cellar, id);
    if (!message) {
        return message.error();
    }
    const auto sender = cellar.messages.fromSender(addressKey(message->from.address), {}, kLookedAt);
    const auto domain = cellar.messages.fromDomain(addressDomain(message->from.address), {}, kLookedAt);
    const auto similar = similarTo(cellar, *message);
    if (!sender || !domain || !similar) {
        return !sender ? sender.error() : !domain ? domain.error() : similar.error();
    }
    FeedbackPreview preview;
    for (const auto& [ids, scope] : {std::pair{&*sender, &preview.sender}, std::pair{&*domain, &preview.domain},
                                     std::pair{&*similar, &preview.similar}}) {
        auto judged = judgeScope(cellar, *ids, assigned);
        if (!judged) {
            return judged.error();
        }
        *scope = std::move(*judged);
    }
    return preview;
}

Result<FeedbackOutcome> giveFeedback(Cellar& cellar, TriageService& service, Clock& clock, Feedback feedback) {
    const auto message = needMessage(cellar, feedback.message);
    if (!message) {
        return message.error();
    }
    const auto before = cellar.triage.latest(feedback.message);
    auto would = previewFeedback(cellar, feedback.message, feedback.assigned);
    if (!before || !would) {
        return !before ? before.error() : would.error();
    }
    feedback.suggested = *before ? (*before)->priority : feedback.assigned;
    feedback.at = clock.now();
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("feedback.given"),
                                                    QStringLiteral("user"),
                                                    QStringLiteral("message:%1").arg(feedback.message.value),
                                                    {},
                                                    QStringLiteral("Set priority %1").arg(shownKey(feedback.assigned)),
                                                    {},
                                                    true});
    const auto id = cellar.triage.addFeedback(change, feedback);
    if (!id) {
        return id.error();
    }
    feedback.id = *id;
    if (feedback.scope == FeedbackScope::Sender || feedback.scope == FeedbackScope::Domain) {
        auto preferences = loadPreferences(cellar);
        if (!preferences) {
            return preferences.error();
        }
        setSenderRule(*preferences, *message, feedback.scope, feedback.assigned);
        savePreferences(change, cellar, std::move(*preferences));
    }
    if (const auto labelled = labelAtServer(cellar, change, feedback); !labelled) {
        return labelled.error();
    }
    if (const auto taught = service.loadMarks(); !taught) {
        return taught.error();
    }
    const auto ids = toScoreAgain(cellar, *message, feedback.scope);
    if (!ids) {
        return ids.error();
    }
    auto rescored = service.scoreInto(change, *ids);
    if (!rescored) {
        return rescored.error();
    }
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    return FeedbackOutcome{feedback, *done, std::move(*would), *rescored};
}

}  // namespace kith::service
