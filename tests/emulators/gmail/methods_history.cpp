// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include "tests/emulators/gmail/listing.h"
#include "tests/emulators/gmail/message_view.h"
#include "tests/emulators/gmail/thread_marks.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace kith::emulator::methods {
namespace {

constexpr quint64 kHistorySalt = 0x68697374;
constexpr std::ptrdiff_t kRepeated = 3;

struct KindNames {
    ChangeKind kind;
    const char* type;  ///< as historyTypes says it
    const char* list;  ///< as the record says it
};

constexpr KindNames kKinds[] = {
    {ChangeKind::MessageAdded, "messageAdded", "messagesAdded"},
    {ChangeKind::MessageDeleted, "messageDeleted", "messagesDeleted"},
    {ChangeKind::LabelAdded, "labelAdded", "labelsAdded"},
    {ChangeKind::LabelRemoved, "labelRemoved", "labelsRemoved"},
};

struct HistoryQuestion {
    quint64 start{0};
    quint64 since{0};     ///< the record after which this page begins
    quint64 previous{0};  ///< and the page before it
    int emptyPages{0};    ///< given so far
    QStringList types;
    std::optional<LabelKey> label;
    quint64 hash{0};
};

bool wanted(const HistoryQuestion& question, const HistoryChange& change) {
    const bool kind = question.types.isEmpty() || std::ranges::any_of(kKinds, [&](const KindNames& names) {
                          return names.kind == change.kind && question.types.contains(QLatin1String(names.type));
                      });
    return kind && (!question.label || change.after.contains(*question.label));
}

bool wanted(const HistoryQuestion& question, const HistoryRecord& record) {
    return std::ranges::any_of(record.changes, [&](const HistoryChange& change) { return wanted(question, change); });
}

QByteArray tokenOf(const HistoryQuestion& question, quint64 since, int emptyPages) {
    QByteArray content;
    QDataStream(&content, QIODevice::WriteOnly) << question.hash << since << question.since << emptyPages;
    return sealed(content, kHistorySalt);
}

bool readToken(const QString& token, HistoryQuestion& question) {
    const auto content = unsealed(token.toLatin1(), kHistorySalt);
    quint64 hash = 0;
    if (content) {
        QDataStream(*content) >> hash >> question.since >> question.previous >> question.emptyPages;
    }
    return content && hash == question.hash;
}

std::variant<HistoryQuestion, ApiError> questionOf(const Call& call) {
    HistoryQuestion question;
    const QString start = call.query.value(QStringLiteral("startHistoryId"));
    if (start.isEmpty()) {
        return errors::badRequest(QStringLiteral("Missing required parameter: startHistoryId"));
    }
    question.start = question.since = start.toULongLong();
    question.types = call.query.values(QStringLiteral("historyTypes"));
    const QString label = call.query.value(QStringLiteral("labelId"));
    if (!label.isEmpty()) {
        const auto keys = labelKeys(call.mailbox, {label});
        if (const auto* error = std::get_if<ApiError>(&keys)) {
            return *error;
        }
        question.label = std::get<LabelKeys>(keys).front();
    }
    const HistoryLog& history = call.mailbox.history;
    if (question.start < history.floor() || question.start > history.current()) {
        return errors::notFound();
    }
    question.types.sort();
    question.hash = hashOf((start + u'\n' + label + u'\n' + question.types.join(u',')).toUtf8());
    const QString token = call.query.value(QStringLiteral("pageToken"));
    if (!token.isEmpty() && !readToken(token, question)) {
        return errors::badRequest(QStringLiteral("Invalid pageToken"));
    }
    return question;
}

struct HistoryPage {
    std::vector<const HistoryRecord*> records;
    QByteArray next;
};

/// Records that come once more, as they may: the last ones of the page before, and the first one of this page.
void repeatSome(const HistoryLog& history, const HistoryQuestion& question, HistoryPage& page) {
    std::vector<const HistoryRecord*> again;
    if (question.previous != 0) {
        for (const HistoryRecord& record : history.after(question.previous)) {
            if (record.id <= question.since && wanted(question, record)) {
                again.push_back(&record);
            }
        }
        again.erase(again.begin(), again.end() - std::min<std::ptrdiff_t>(kRepeated, std::ssize(again)));
    } else if (!page.records.empty()) {
        page.records.push_back(page.records.front());
    }
    page.records.insert(page.records.begin(), again.begin(), again.end());
}

HistoryPage pageFor(Call& call, const HistoryQuestion& question) {
    const HistoryLog& history = call.mailbox.history;
    HistoryPage page;
    if (question.emptyPages < history.knobs.emptyPages) {
        page.next = tokenOf(question, question.since, question.emptyPages + 1);
        return page;
    }
    const int most = call.query.pageSize();
    for (const HistoryRecord& record : history.after(question.since)) {
        if (!wanted(question, record)) {
            continue;
        }
        if (static_cast<int>(page.records.size()) == most) {
            page.next = tokenOf(question, page.records.back()->id, question.emptyPages);
            break;
        }
        page.records.push_back(&record);
    }
    if (history.knobs.duplicates) {
        repeatSome(history, question, page);
    }
    if (history.knobs.reorder) {
        for (std::size_t i = page.records.size(); i > 1; --i) {
            std::swap(page.records[i - 1], page.records[call.service.dice.random(i)]);
        }
    }
    return page;
}

void writeChangedMessage(JsonOut& out, const HistoryChange& change) {
    out.ascii("id", idText(change.message));
    out.ascii("threadId", idText(change.thread));
}

void writeChange(JsonOut& out, const Mailbox& mailbox, const HistoryChange& change) {
    if (out.object("message")) {
        writeChangedMessage(out, change);
        writeLabelIds(out, mailbox, change.after);
        out.end();
    }
    writeLabelIds(out, mailbox, change.labels);
}

void writeRecord(JsonOut& out, const Mailbox& mailbox, const HistoryQuestion& question, const HistoryRecord& record) {
    out.longNumber("id", record.id);
    if (out.array("messages")) {
        for (const HistoryChange& change : record.changes) {
            out.object();
            writeChangedMessage(out, change);
            out.end();
        }
        out.end();
    }
    for (const KindNames& names : kKinds) {
        const auto ofKind = [&](const HistoryChange& change) {
            return change.kind == names.kind && wanted(question, change);
        };
        if (std::ranges::none_of(record.changes, ofKind) || !out.array(names.list)) {
            continue;
        }
        for (const HistoryChange& change : record.changes) {
            if (ofKind(change)) {
                out.object();
                writeChange(out, mailbox, change);
                out.end();
            }
        }
        out.end();
    }
}

}  // namespace

Outcome historyList(Call& call) {
    const auto asked = questionOf(call);
    if (const auto* error = std::get_if<ApiError>(&asked)) {
        return *error;
    }
    const auto& question = std::get<HistoryQuestion>(asked);
    const HistoryPage page = pageFor(call, question);
    JsonOut out = call.out(256 + 512 * static_cast<qsizetype>(page.records.size()));
    if (!page.records.empty() && out.array("history")) {
        for (const HistoryRecord* record : page.records) {
            out.object();
            writeRecord(out, call.mailbox, question, *record);
            out.end();
        }
        out.end();
    }
    if (!page.next.isEmpty()) {
        out.ascii("nextPageToken", page.next);
    }
    out.longNumber("historyId", call.mailbox.history.current());
    return json(out);
}

}  // namespace kith::emulator::methods
