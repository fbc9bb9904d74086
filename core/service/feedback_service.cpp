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
constexpr int kSeenOfSender = 12;
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
            scope.disagreeing.push_back({message.id, message.thread,
                                         message.from.name.isEmpty() ? message.from.address : message.from.name,
                                         message.subject, message.date, assigned < Priority::High});
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
Result<std::vector<MessageId>> toScoreAgain(Cellar& cellar, const Message& message, FeedbackScope scope,
                                            FeedbackReach reach) {
    const int most = reach == FeedbackReach::Whole ? kLookedAt : kSeenOfSender;
    auto mine = scope == FeedbackScope::Domain
                    ? cellar.messages.fromDomain(addressDomain(message.from.address), {}, most)
                    : cellar.messages.fromSender(addressKey(message.from.address), {}, most);
    if (!mine) {
        return mine;
    }
    std::erase(*mine, message.id);
    mine->insert(mine->begin(), message.id);
    return reach == FeedbackReach::Whole ? withNewest(cellar, std::move(*mine)) : mine;
}

/// How the mark came about, and what was said before it.
void judgeStanding(Feedback& feedback, const std::optional<Decision>& stands) {
    const bool machine = stands && (stands->decidedBy == DecidedBy::Local || stands->decidedBy == DecidedBy::Model ||
                                    stands->decidedBy == DecidedBy::Cache);
    if (feedback.origin != FeedbackOrigin::Imported) {
        feedback.origin = !machine              ? FeedbackOrigin::Correction
                          : stands->spotCheck   ? FeedbackOrigin::SpotCheck
                          : stands->needsReview ? FeedbackOrigin::Review
                                                : FeedbackOrigin::Correction;
    }
    feedback.uncertainty = machine ? stands->uncertainty : -1;
    feedback.confidence = machine ? stands->confidence : -1;
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

Result<std::vector<MessageId>> withNewest(Cellar& cellar, std::vector<MessageId> ids) {
    const auto newest = cellar.messages.newest({}, kRescored);
    if (!newest) {
        return newest;
    }
    QSet<qint64> seen;
    for (const MessageId id : ids) {
        seen.insert(id.value);
    }
    for (const MessageId id : *newest) {
        if (!seen.contains(id.value)) {
            ids.push_back(id);
        }
    }
    return ids;
}

Result<FeedbackOutcome> giveFeedback(Cellar& cellar, TriageService& service, Clock& clock, Feedback feedback,
                                     FeedbackReach reach) {
    const auto message = needMessage(cellar, feedback.message);
    if (!message) {
        return message.error();
    }
    const auto before = cellar.triage.latest(feedback.message);
    auto would = reach == FeedbackReach::Whole ? previewFeedback(cellar, feedback.message, feedback.assigned)
                                               : Result<FeedbackPreview>(FeedbackPreview{});
    if (!before || !would) {
        return !before ? before.error() : would.error();
    }
    feedback.suggested = *before ? (*before)->priority : feedback.assigned;
    feedback.at = clock.now();
    judgeStanding(feedback, *before);
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
    if (const auto taught = service.takeMark(feedback); !taught) {
        return taught.error();
    }
    const auto ids = toScoreAgain(cellar, *message, feedback.scope, reach);
    if (!ids) {
        return ids.error();
    }
    auto rescored = service.scoreInto(change, *ids);
    if (!rescored) {
        return rescored.error();
    }
    std::vector<ThreadId> threads = change.touchedThreads();
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    return FeedbackOutcome{feedback, *done, std::move(*would), *rescored, std::move(threads)};
}

Result<TriageReport> scoreAround(Cellar& cellar, TriageService& service, const std::vector<Feedback>& marks) {
    auto ids = withNewest(cellar, {});
    for (const Feedback& mark : marks) {
        const auto message = cellar.messages.message(mark.message);
        if (!message || !*message || !ids) {
            continue;  // the mail is gone meanwhile
        }
        const auto more = toScoreAgain(cellar, **message, mark.scope, FeedbackReach::Whole);
        if (!more) {
            return more.error();
        }
        ids->insert(ids->end(), more->begin(), more->end());
    }
    if (!ids) {
        return ids.error();
    }
    std::sort(ids->begin(), ids->end());
    ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("messages.scored"),
                                                    QStringLiteral("local"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Score again after a correction"),
                                                    {},
                                                    true});
    const auto scored = service.scoreInto(change, *ids);
    if (!scored) {
        return scored.error();
    }
    const auto done = change.commit();
    return done ? scored : Result<TriageReport>(done.error());
}

}  // namespace kith::service
