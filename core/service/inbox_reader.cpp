// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/inbox_reader.h"

#include "core/storage/inbox_bands.h"

#include <QHash>

#include <set>

namespace kith::service {

namespace {

/// At or above it a mark is drawn filled.
constexpr double kSureConfidence = 0.7;

storage::InboxTab tabOf(MailList list) {
    switch (list) {
    case MailList::Priority:
        return storage::InboxTab::Priority;
    case MailList::RepliesOwed:
        return storage::InboxTab::RepliesOwed;
    case MailList::Waiting:
        return storage::InboxTab::Waiting;
    case MailList::Other:
        return storage::InboxTab::Other;
    case MailList::Snoozed:
        return storage::InboxTab::Snoozed;
    case MailList::Sent:
        return storage::InboxTab::Sent;
    case MailList::Review:
        return storage::InboxTab::Review;
    case MailList::Starred:
        return storage::InboxTab::Starred;
    case MailList::All:
        return storage::InboxTab::All;
    }
    return storage::InboxTab::All;
}

std::optional<ChipKind> chipOf(const QString& word) {
    static const QHash<QString, ChipKind> kinds{{QStringLiteral("pricing"), ChipKind::Pricing},
                                                {QStringLiteral("demo"), ChipKind::Demo},
                                                {QStringLiteral("partnership"), ChipKind::Partnership},
                                                {QStringLiteral("speaking"), ChipKind::Speaking},
                                                {QStringLiteral("publicity"), ChipKind::Publicity},
                                                {QStringLiteral("submission"), ChipKind::Submission},
                                                {QStringLiteral("cancellation"), ChipKind::Cancellation},
                                                {QStringLiteral("assistant"), ChipKind::AimedAtAssistant},
                                                {QStringLiteral("newsletter"), ChipKind::Newsletter}};
    const auto found = kinds.find(word);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

std::vector<ThreadId> asThreads(const std::vector<qint64>& numbers) {
    std::vector<ThreadId> threads;
    threads.reserve(numbers.size());
    for (const qint64 number : numbers) {
        threads.push_back({number});
    }
    return threads;
}

}  // namespace

InboxRow rowOf(const storage::InboxRow& stored) {
    InboxRow row;
    row.thread = stored.thread;
    row.message = stored.message;
    row.sender = stored.from;
    row.messageCount = stored.messages;
    row.subject = stored.subject;
    row.snippet = stored.snippet;
    row.date = stored.date;
    row.unread = stored.unread > 0;
    row.starred = stored.starred;
    row.attachmentCount = stored.attachments;
    row.decided = stored.priority.has_value();
    row.priority = stored.priority.value_or(Priority::Low);
    row.confidence = stored.confidence;
    row.decidedBy = stored.decidedBy;
    row.certainty = stored.needsReview                     ? Certainty::InReview
                    : stored.confidence >= kSureConfidence ? Certainty::Sure
                                                           : Certainty::Unsure;
    for (const QString& word : stored.chips) {
        if (const auto kind = chipOf(word)) {
            row.chips.push_back({*kind, {}});
        }
    }
    if (stored.needsReview) {
        row.chips.push_back({ChipKind::InReview, {}});
    }
    if (stored.snoozedUntil.count() != 0) {
        row.chips.push_back({ChipKind::Snoozed, QString::number(stored.snoozedUntil.count())});
    }
    return row;
}

Result<InboxOrder> readOrder(Cellar& cellar, MailList list) {
    storage::InboxQuery query;
    query.tab = tabOf(list);
    query.order = list == MailList::Priority ? storage::InboxOrder::PriorityThenDate
                  : list == MailList::Review ? storage::InboxOrder::Asking
                                             : storage::InboxOrder::Date;
    const auto threads = cellar.inbox.order(query);
    if (!threads) {
        return threads.error();
    }
    InboxOrder order;
    order.threads = asThreads(*threads);
    if (list != MailList::Priority) {
        order.sections = {{SectionKind::Plain, static_cast<int>(order.threads.size())}};
        return order;
    }
    const auto bands = storage::priorityTabBands(*cellar.database);
    if (!bands) {
        return bands.error();
    }
    const auto& count = *bands;  // by priority, undecided last
    const std::pair<SectionKind, int> sections[] = {
        {SectionKind::CriticalAndHigh, static_cast<int>(count[4] + count[3])},
        {SectionKind::Medium, static_cast<int>(count[2])},
        {SectionKind::LowAndVeryLow, static_cast<int>(count[1] + count[0])},
        {SectionKind::Undecided, static_cast<int>(count[5])}};
    for (const auto& [kind, size] : sections) {
        if (size > 0) {
            order.sections.push_back({kind, size});
        }
    }
    return order;
}

Result<InboxOrder> readSearch(Cellar& cellar, const QString& query, int limit) {
    const auto found = cellar.search.find(query, limit);
    if (!found) {
        return found.error();
    }
    const auto messages = cellar.messages.messages(*found);
    if (!messages) {
        return messages.error();
    }
    InboxOrder order;
    std::set<ThreadId> seen;
    for (const Message& message : *messages) {
        if (seen.insert(message.thread).second) {
            order.threads.push_back(message.thread);
        }
    }
    order.sections = {{SectionKind::Plain, static_cast<int>(order.threads.size())}};
    return order;
}

Result<std::vector<InboxRow>> readRows(Cellar& cellar, const std::vector<ThreadId>& threads) {
    std::vector<qint64> numbers;
    numbers.reserve(threads.size());
    for (const ThreadId thread : threads) {
        numbers.push_back(thread.value);
    }
    const auto stored = cellar.inbox.rows(numbers);
    if (!stored) {
        return stored.error();
    }
    std::vector<InboxRow> rows;
    rows.reserve(stored->size());
    for (const storage::InboxRow& row : *stored) {
        rows.push_back(rowOf(row));
    }
    return rows;
}

Result<ListCounts> readCounts(Cellar& cellar) {
    ListCounts counts;
    const std::pair<storage::InboxTab, int*> tabs[] = {
        {storage::InboxTab::Priority, &counts.priority}, {storage::InboxTab::RepliesOwed, &counts.repliesOwed},
        {storage::InboxTab::Waiting, &counts.waiting},   {storage::InboxTab::Other, &counts.other},
        {storage::InboxTab::Snoozed, &counts.snoozed},   {storage::InboxTab::Review, &counts.review}};
    for (const auto& [tab, number] : tabs) {
        const auto count = cellar.inbox.count(tab);
        if (!count) {
            return count.error();
        }
        *number = static_cast<int>(count->threads);
        if (tab == storage::InboxTab::Priority || tab == storage::InboxTab::Other) {
            counts.unread += static_cast<int>(count->unread);
        }
    }
    const auto mail = cellar.messages.counts();
    if (!mail) {
        return mail.error();
    }
    counts.messages = mail->messages;
    const auto drafts = cellar.drafts.waitingCount();
    const auto opportunities = cellar.opportunities.count({QStringLiteral("new"), QStringLiteral("active")});
    if (!drafts || !opportunities) {
        return !drafts ? drafts.error() : opportunities.error();
    }
    counts.drafts = static_cast<int>(*drafts);
    counts.opportunities = static_cast<int>(*opportunities);
    return counts;
}

}  // namespace kith::service
