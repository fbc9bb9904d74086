// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/message_list_model.h"

#include <QPointer>

#include <algorithm>

namespace kith::ui {

void MessageListModel::want(int row) const {
    const qint64 id = m_entries[static_cast<size_t>(row)];
    if (m_pending.contains(id) || m_absent.contains(id)) {
        return;
    }
    const int page = row / pageRows;
    std::erase(m_wantedPages, page);
    m_wantedPages.push_back(page);
    if (m_wantedPages.size() > static_cast<size_t>(pagesAskedAtOnce)) {
        m_wantedPages.erase(m_wantedPages.begin());  // scrolled past: asked again when it is seen again
    }
    if (!m_ask.isActive()) {
        m_ask.start(0);
    }
}

void MessageListModel::askForWanted() {
    const std::vector<int> pages = std::exchange(m_wantedPages, {});
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        std::vector<ThreadId> asked;
        const int end = std::min(rowCount(), (*page + 1) * pageRows);
        for (int row = *page * pageRows; row < end; ++row) {
            const qint64 id = m_entries[static_cast<size_t>(row)];
            const bool wanted = !m_rows.contains(id) || m_stale.contains(id);
            if (id > 0 && wanted && !m_pending.contains(id) && !m_absent.contains(id)) {
                asked.push_back(ThreadId{id});
                m_pending.insert(id);
            }
        }
        if (!asked.empty()) {
            m_source.requestRows(asked, [model = QPointer(this), asked](const std::vector<InboxRow>& rows) {
                if (model) {
                    model->receive(asked, rows);
                }
            });
        }
    }
    if (!m_pending.isEmpty() && !m_skeletons.isActive()) {
        m_skeletons.start();
    }
}

void MessageListModel::receive(const std::vector<ThreadId>& asked, const std::vector<InboxRow>& rows) {
    QSet<qint64> touched;
    for (const ThreadId thread : asked) {
        m_pending.remove(thread.value);
        m_overdue.remove(thread.value);
        m_stale.remove(thread.value);
        touched.insert(thread.value);
        m_absent.insert(thread.value);
    }
    for (const InboxRow& row : rows) {
        m_rows.insert(row.thread.value, new InboxRow(row));
        m_absent.remove(row.thread.value);
    }
    touch(touched);
}

void MessageListModel::showSkeletons() {
    m_overdue = m_pending;
    touch(m_overdue);
}

void MessageListModel::refresh(const std::vector<ThreadId>& threads) {
    QSet<qint64> touched;
    for (const ThreadId thread : threads) {
        m_absent.remove(thread.value);
        m_pending.remove(thread.value);
        m_stale.insert(thread.value);
        touched.insert(thread.value);
    }
    touch(touched);
}

void MessageListModel::refreshKnown() {
    for (const qint64 id : m_rows.keys()) {
        m_pending.remove(id);
        m_stale.insert(id);
    }
    m_absent.clear();
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

/// One dataChanged from the first to the last of them: the view repaints only what is in sight.
void MessageListModel::touch(const QSet<qint64>& ids) {
    int first = -1;
    int last = -1;
    qsizetype left = ids.size();
    for (size_t i = 0; i < m_entries.size() && left > 0; ++i) {
        if (ids.contains(m_entries[i])) {
            first = first < 0 ? static_cast<int>(i) : first;
            last = static_cast<int>(i);
            --left;
        }
    }
    if (first >= 0) {
        Q_EMIT dataChanged(index(first), index(last));
    }
}

}  // namespace kith::ui
