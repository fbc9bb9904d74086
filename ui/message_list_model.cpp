// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/message_list_model.h"

#include "ui/message_words.h"

#include <QPointer>

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace kith::ui {

namespace {

constexpr qint64 entryOf(SectionKind kind) {
    return -1 - static_cast<qint64>(kind);
}
constexpr SectionKind sectionOf(qint64 entry) {
    return static_cast<SectionKind>(-1 - entry);
}

std::vector<qint64> entriesOf(const InboxOrder& order) {
    std::vector<qint64> entries;
    entries.reserve(order.threads.size() + order.sections.size());
    size_t at = 0;
    const auto take = [&](size_t count) {
        for (; count > 0 && at < order.threads.size(); --count) {
            entries.push_back(order.threads[at++].value);
        }
    };
    for (const InboxSection& section : order.sections) {
        if (section.kind != SectionKind::Plain && section.count > 0) {
            entries.push_back(entryOf(section.kind));
        }
        take(static_cast<size_t>(section.count));
    }
    take(order.threads.size());
    return entries;
}

std::vector<int> sectionRowsOf(const std::vector<qint64>& entries) {
    std::vector<int> rows;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i] < 0) {
            rows.push_back(static_cast<int>(i));
        }
    }
    return rows;
}

/// One row took another place: what a correction does.
bool isRotatedByOne(std::span<const qint64> before, std::span<const qint64> after) {
    const size_t rest = before.size() - 1;
    return (before.front() == after.back() && std::ranges::equal(before.subspan(1), after.first(rest))) ||
           (before.back() == after.front() && std::ranges::equal(before.first(rest), after.subspan(1)));
}

}  // namespace

MessageListModel::MessageListModel(RowSource& source, QObject* parent)
    : QAbstractListModel(parent)
    , m_source(source)
    , m_today(QDate::currentDate())
    , m_rows(pageRows * pagesKept) {
    m_ask.setSingleShot(true);
    connect(&m_ask, &QTimer::timeout, this, &MessageListModel::askForWanted);
    m_skeletons.setSingleShot(true);
    m_skeletons.setInterval(200);
    connect(&m_skeletons, &QTimer::timeout, this, &MessageListModel::showSkeletons);
}

int MessageListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

Qt::ItemFlags MessageListModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || m_entries[static_cast<size_t>(index.row())] < 0) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QVariant MessageListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const qint64 entry = m_entries[static_cast<size_t>(index.row())];
    if (entry > 0) {
        return threadData(entry, index.row(), role);
    }
    switch (role) {
    case EntryRole:
        return static_cast<int>(ListEntry::Section);
    case SectionTitleRole:
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return MessageWords::section(sectionOf(entry));
    case NewCountRole:
        return index.row() == 0 ? m_newCount : 0;
    default:
        return {};
    }
}

QVariant MessageListModel::threadData(qint64 id, int row, int role) const {
    if (role == ThreadRole) {
        return id;
    }
    if (role == Qt::CheckStateRole) {
        return static_cast<int>(m_checked.contains(id) ? Qt::Checked : Qt::Unchecked);
    }
    if (role != EntryRole && role != RowRole && role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const InboxRow* known = m_rows.object(id);
    if (!known || m_stale.contains(id)) {
        want(row);
    }
    if (role == EntryRole) {
        return static_cast<int>(known                    ? ListEntry::Row
                                : m_overdue.contains(id) ? ListEntry::Skeleton
                                                         : ListEntry::Waiting);
    }
    if (role == RowRole) {
        return known ? QVariant::fromValue(*known) : QVariant();
    }
    if (!known) {
        return role == Qt::AccessibleTextRole ? MessageWords::tr("Loading") : QString();
    }
    return role == Qt::DisplayRole
               ? MessageWords::sender(*known) + QStringLiteral(" – ") + MessageWords::subject(*known)
               : MessageWords::spoken(*known, m_today);
}

bool MessageListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const ThreadId thread = index.isValid() ? threadAt(index.row()) : ThreadId{};
    if (role != Qt::CheckStateRole || !thread) {
        return false;
    }
    if (value.toInt() == Qt::Checked) {
        m_checked.insert(thread.value);
    } else {
        m_checked.remove(thread.value);
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged(static_cast<int>(m_checked.size()));
    return true;
}

void MessageListModel::setToday(QDate today) {
    if (today != m_today) {
        m_today = today;
        if (!m_entries.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    }
}

void MessageListModel::setNewCount(int count) {
    m_newCount = count;
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0), index(0), {NewCountRole});
    }
}

ThreadId MessageListModel::threadAt(int row) const {
    const qint64 entry = row >= 0 && row < rowCount() ? m_entries[static_cast<size_t>(row)] : 0;
    return ThreadId{std::max<qint64>(entry, 0)};
}

int MessageListModel::rowOf(ThreadId thread) const {
    const auto found = std::find(m_entries.begin(), m_entries.end(), thread.value);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

std::vector<ThreadId> MessageListModel::checked() const {
    std::vector<ThreadId> threads;
    if (!m_checked.isEmpty()) {
        for (const qint64 entry : m_entries) {
            if (entry > 0 && m_checked.contains(entry)) {
                threads.push_back(ThreadId{entry});
            }
        }
    }
    return threads;
}

void MessageListModel::clearChecked() {
    const QSet<qint64> before = std::exchange(m_checked, {});
    touch(before);
    Q_EMIT checkedChanged(0);
}

void MessageListModel::setOrder(const InboxOrder& order) {
    m_absent.clear();
    applyEntries(entriesOf(order));
    const qsizetype before = m_checked.size();
    if (before > 0) {
        const std::vector<ThreadId> left = checked();
        m_checked.clear();
        for (const ThreadId thread : left) {
            m_checked.insert(thread.value);
        }
    }
    if (m_checked.size() != before) {
        Q_EMIT checkedChanged(static_cast<int>(m_checked.size()));
    }
}

/// At most four signals whatever changed: the leaving ones go to the end and are removed in one run, the coming ones
/// are inserted there in one run, then all take their places. A pure insertion or removal in one run says just that.
void MessageListModel::applyEntries(Entries next) {
    const auto [oldHead, newHead] = std::mismatch(m_entries.begin(), m_entries.end(), next.begin(), next.end());
    const auto head = oldHead - m_entries.begin();
    const auto shorter = std::min(m_entries.size(), next.size()) - static_cast<size_t>(head);
    ptrdiff_t tail = 0;
    while (tail < static_cast<ptrdiff_t>(shorter) && *(m_entries.rbegin() + tail) == *(next.rbegin() + tail)) {
        ++tail;
    }
    const ptrdiff_t gone = static_cast<ptrdiff_t>(m_entries.size()) - head - tail;
    const ptrdiff_t come = static_cast<ptrdiff_t>(next.size()) - head - tail;
    if (gone == 0 && come == 0) {
        return;
    }
    if (come == 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone - 1));
        m_entries = std::move(next);
        m_sectionRows = sectionRowsOf(m_entries);
        endRemoveRows();
        return;
    }
    if (gone == 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + come - 1));
        m_entries = std::move(next);
        m_sectionRows = sectionRowsOf(m_entries);
        endInsertRows();
        return;
    }
    if (gone == come &&
        isRotatedByOne({m_entries.begin() + head, m_entries.end() - tail}, {next.begin() + head, next.end() - tail})) {
        moveTo(std::move(next));
        return;
    }
    const std::unordered_set<qint64> staying(next.begin() + head, next.end() - tail);
    Entries leaversLast = m_entries;
    const auto leavers = std::stable_partition(leaversLast.begin() + head, leaversLast.end() - tail,
                                               [&](qint64 entry) { return staying.contains(entry); });
    const ptrdiff_t leaving = (leaversLast.end() - tail) - leavers;
    if (leaving > 0) {
        std::rotate(leavers, leaversLast.end() - tail, leaversLast.end());
        moveTo(std::move(leaversLast));
        const int size = rowCount();
        beginRemoveRows({}, size - static_cast<int>(leaving), size - 1);
        m_entries.resize(m_entries.size() - static_cast<size_t>(leaving));
        m_sectionRows = sectionRowsOf(m_entries);
        endRemoveRows();
    }
    const std::unordered_set<qint64> here(m_entries.begin(), m_entries.end());
    Entries added;
    std::copy_if(next.begin() + head, next.end() - tail, std::back_inserter(added),
                 [&](qint64 entry) { return !here.contains(entry); });
    insertAtEnd(added);
    moveTo(std::move(next));
}

void MessageListModel::insertAtEnd(const Entries& added) {
    if (added.empty()) {
        return;
    }
    const int size = rowCount();
    beginInsertRows({}, size, size + static_cast<int>(added.size()) - 1);
    m_entries.insert(m_entries.end(), added.begin(), added.end());
    m_sectionRows = sectionRowsOf(m_entries);
    endInsertRows();
}

void MessageListModel::moveTo(Entries next) {
    if (next == m_entries) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<qint64, int> rows;
    for (const QModelIndex& kept : before) {
        rows.emplace(m_entries[static_cast<size_t>(kept.row())], -1);
    }
    for (size_t i = 0; i < next.size() && !rows.empty(); ++i) {
        if (const auto found = rows.find(next[i]); found != rows.end()) {
            found->second = static_cast<int>(i);
        }
    }
    QModelIndexList after;
    for (const QModelIndex& kept : before) {
        const int row = rows.at(m_entries[static_cast<size_t>(kept.row())]);
        after << (row < 0 ? QModelIndex() : index(row));
    }
    m_entries = std::move(next);
    m_sectionRows = sectionRowsOf(m_entries);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace kith::ui
