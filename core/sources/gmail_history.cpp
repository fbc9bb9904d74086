// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/json.h"
#include "core/sources/gmail_json.h"
#include "core/sources/gmail_json_fields.h"

#include <QSet>

#include <algorithm>

namespace kith::sources {

using namespace gmail_fields;

namespace {

struct HistoryList {
    const char16_t* key;
    mail::HistoryKind kind;
};

// In the order in which they can have happened to one message within one record.
constexpr HistoryList historyLists[] = {
    {u"messagesAdded", mail::HistoryKind::MessageAdded},
    {u"labelsAdded", mail::HistoryKind::LabelsAdded},
    {u"labelsRemoved", mail::HistoryKind::LabelsRemoved},
    {u"messagesDeleted", mail::HistoryKind::MessageDeleted},
};

Result<mail::HistoryStep> readHistoryStep(const QJsonObject& entry, const HistoryList& list, quint64 record) {
    const QString key = QString::fromUtf16(list.key);
    const QJsonObject message = entry.value(u"message").toObject();
    Result<mail::RemoteRef> ref = readRef(message, QStringLiteral("history[].%1[].message").arg(key));
    if (!ref) {
        return ref.error();
    }
    mail::HistoryStep step{list.kind, record, std::move(*ref), {}, {}, false};
    const Result<QStringList> changed = textsOf(entry, QStringLiteral("labelIds"));
    const Result<QStringList> after = textsOf(message, QStringLiteral("labelIds"));
    if (!changed || !after) {
        return changed ? after.error() : changed.error();
    }
    step.labelIds = *changed;
    step.after = *after;
    step.toldAfter = message.contains(u"labelIds");
    return step;
}

Result<void> readHistoryRecord(const QJsonObject& record, std::vector<mail::HistoryStep>& steps) {
    const Result<quint64> id = unsignedNumber(record, QStringLiteral("id"));
    if (!id) {
        return id.error();
    }
    for (const HistoryList& list : historyLists) {
        const Result<QJsonArray> entries = listOf(record, QString::fromUtf16(list.key));
        if (!entries) {
            return entries.error();
        }
        for (const QJsonValue entry : *entries) {
            Result<mail::HistoryStep> step = readHistoryStep(entry.toObject(), list, *id);
            if (!step) {
                return step.error();
            }
            steps.push_back(std::move(*step));
        }
    }
    return {};
}

/// Servers repeat entries within a record and records within a page; the order of records is made sure of.
void settleHistory(std::vector<mail::HistoryStep>& steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const mail::HistoryStep& one, const mail::HistoryStep& other) {
        return one.recordId < other.recordId;
    });
    QSet<QString> seen;
    std::erase_if(steps, [&](const mail::HistoryStep& step) {
        const QString key = QString::number(step.recordId) + u' ' + QString::number(int(step.kind)) + u' ' +
                            step.ref.id + u' ' + step.labelIds.join(u',');
        const bool again = seen.contains(key);
        seen.insert(key);
        return again;
    });
}

}  // namespace

Result<mail::HistoryPage> readHistory(const QByteArray& body) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    const Result<quint64> now = unsignedNumber(*object, QStringLiteral("historyId"));
    const Result<QString> next = optionalText(*object, QStringLiteral("nextPageToken"));
    const Result<QJsonArray> records = listOf(*object, QStringLiteral("history"));
    if (!now || !next || !records) {
        return !now ? now.error() : !next ? next.error() : records.error();
    }
    mail::HistoryPage page{{}, *next, *now};
    for (const QJsonValue record : *records) {
        if (const Result<void> read = readHistoryRecord(record.toObject(), page.steps); !read) {
            return read.error();
        }
    }
    settleHistory(page.steps);
    return page;
}

}  // namespace kith::sources
