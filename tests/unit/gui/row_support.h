// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented rows and a source of rows that answers when the test says so.
#pragma once

#include "core/domain/inbox.h"
#include "ui/message_list_model.h"

#include <QDateTime>

#include <utility>
#include <vector>

namespace kith::ui {

/// 15 May 2026, a Friday; the clock of all rows made here.
inline const QDate rowToday(2026, 5, 15);

inline InboxRow aRow(qint64 thread, const QString& sender, const QString& subject, Priority priority) {
    InboxRow row;
    row.thread = ThreadId{thread};
    row.message = MessageId{thread};
    row.sender = {sender, QStringLiteral("someone@brightwater.example")};
    row.subject = subject;
    row.snippet = QStringLiteral("Our auditors want the certificates before the end of the week, please");
    row.priority = priority;
    row.decided = true;
    row.decidedBy = DecidedBy::Model;
    row.date = std::chrono::milliseconds(QDateTime(rowToday, QTime(8, 47)).toMSecsSinceEpoch());
    return row;
}

/// Keeps what was asked until the test answers.
class HeldRows : public RowSource {
public:
    void requestRows(const std::vector<ThreadId>& threads, std::function<void(std::vector<InboxRow>)> answer) override {
        asked.insert(asked.end(), threads.begin(), threads.end());
        ++requests;
        m_waiting.emplace_back(threads, std::move(answer));
    }

    void answer() {
        for (const auto& [threads, answer] : std::exchange(m_waiting, {})) {
            std::vector<InboxRow> rows;
            for (const ThreadId thread : threads) {
                if (thread.value != missing) {
                    rows.push_back(aRow(thread.value, QStringLiteral("Sender %1").arg(thread.value),
                                        QStringLiteral("Subject %1").arg(thread.value),
                                        static_cast<Priority>(thread.value % 5)));
                }
            }
            answer(rows);
        }
    }

    std::vector<ThreadId> asked;
    int requests{0};
    qint64 missing{-1};

private:
    std::vector<std::pair<std::vector<ThreadId>, std::function<void(std::vector<InboxRow>)>>> m_waiting;
};

inline InboxOrder anOrder(std::vector<qint64> first, std::vector<qint64> second = {}) {
    InboxOrder order;
    for (const auto* part : {&first, &second}) {
        for (const qint64 thread : *part) {
            order.threads.push_back(ThreadId{thread});
        }
    }
    order.sections = {{SectionKind::CriticalAndHigh, static_cast<int>(first.size())},
                      {SectionKind::Medium, static_cast<int>(second.size())}};
    return order;
}

}  // namespace kith::ui
