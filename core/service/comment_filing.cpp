// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/comment_filing.h"

#include "core/base/unseen_text.h"
#include "core/storage/comment_store.h"
#include "core/triage/signals.h"

namespace kith::service {

namespace {

constexpr int kFiledInARun = 50;

struct CommentAtHand {
    triage::AskedComment asked;
    triage::Redactor redactor;
};

/// Nothing where the message is gone or may not leave.
Result<std::optional<CommentAtHand>> readyToLeave(Cellar& cellar, const PrivacyBook& privacy,
                                                  const Feedback& feedback) {
    const auto message = cellar.messages.message(feedback.message);
    if (!message || !*message) {
        return message ? Result<std::optional<CommentAtHand>>(std::nullopt)
                       : Result<std::optional<CommentAtHand>>(message.error());
    }
    const auto letter = letterForModel(cellar, privacy, **message);
    if (!letter || !*letter) {
        return letter ? Result<std::optional<CommentAtHand>>(std::nullopt)
                      : Result<std::optional<CommentAtHand>>(letter.error());
    }
    const auto signs = cellar.signs.of(feedback.message);
    const auto read = signs && *signs ? triage::signalsFromBytes(**signs) : Result<triage::Signals>(Error{});
    CommentAtHand ready;
    ready.asked.aimedAtAssistant = read && read->aimedAtAssistant;
    ready.redactor = (*letter)->redactor;
    ready.asked.message = (*letter)->asked.message;
    ready.asked.text = (*letter)->asked.text;
    ready.asked.comment = feedback.comment;
    if (privacy.levelOf(**message) == triage::PrivacyLevel::Redacted) {
        ready.asked.comment = ready.redactor.redact(text::withoutUnseen(feedback.comment).seen);
        ready.asked.redactions = ready.redactor.count();
    }
    return std::optional(std::move(ready));
}

Result<void> keep(Cellar& cellar, const Clock& clock, const storage::ModelName& name, const Feedback& feedback,
                  const triage::FiledComment& filed) {
    const QString topics = filed.topics.join(QStringLiteral(", "));
    storage::CommentStore store(*cellar.database);
    if (filed.isEmpty()) {
        return store.noteRead(feedback.id, name, {}, {}, clock.now());
    }
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("feedback.filed"),
                                                    QStringLiteral("model:") + name.model,
                                                    QStringLiteral("feedback:%1").arg(feedback.id.value),
                                                    {},
                                                    QStringLiteral("File a remark under %1").arg(topics),
                                                    {},
                                                    true});
    change.updateRow("feedback", {{QStringLiteral("id"), feedback.id.value}},
                     {{QStringLiteral("add_to_topics"), topics}, {QStringLiteral("add_to_source"), filed.source}});
    if (const auto noted = store.noteRead(feedback.id, name, topics, filed.source, clock.now()); !noted) {
        return noted;
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

triage::FiledComment restored(triage::FiledComment filed, const triage::Redactor& redactor) {
    for (QString& topic : filed.topics) {
        topic = redactor.restore(topic);
    }
    filed.source = redactor.restore(filed.source);
    return filed;
}

}  // namespace

Result<bool> hasUnreadComments(Cellar& cellar) {
    const auto unread = storage::CommentStore(*cellar.database).unread(1);
    return unread ? Result<bool>(!unread->empty()) : Result<bool>(unread.error());
}

Result<FilingReport> fileComments(Cellar& cellar, const Clock& clock, triage::CommentFiler& filer, const QString& model,
                                  std::stop_token stop) {
    const auto unread = storage::CommentStore(*cellar.database).unread(kFiledInARun);
    const auto privacy = unread ? PrivacyBook::load(cellar) : Result<PrivacyBook>(unread.error());
    const auto settings = privacy ? modelSettings(cellar) : Result<ModelSettings>(privacy.error());
    if (!settings) {
        return settings.error();
    }
    const storage::ModelName name{model, triage::commentVersion()};
    FilingReport report;
    for (const Feedback& feedback : *unread) {
        const auto budget = ModelBudget::load(cellar, clock, *settings);
        const auto ready =
            budget ? readyToLeave(cellar, *privacy, feedback) : Result<std::optional<CommentAtHand>>(budget.error());
        if (!ready) {
            return ready.error();
        }
        triage::FiledComment filed;
        if (triage::needsFiling(feedback.comment) && *ready) {
            if (stop.stop_requested() || budget->questions() < 1) {
                return report;
            }
            double usd = 0;
            const auto answer = filer.file((*ready)->asked, stop, usd);
            report.usd += usd;
            if (!answer && answer.error().kind != ErrorKind::Malformed) {
                return answer.error();
            }
            const auto noted = cellar.models.noteSpending(QStringLiteral("remark"), {1, usd}, clock.now());
            if (!noted) {
                return noted.error();
            }
            report.failed += answer ? 0 : 1;
            filed = answer ? restored(*answer, (*ready)->redactor) : filed;
        }
        if (const auto kept = keep(cellar, clock, name, feedback, filed); !kept) {
            return kept.error();
        }
        ++report.read;
        report.filed += filed.isEmpty() ? 0 : 1;
    }
    return report;
}

}  // namespace kith::service
