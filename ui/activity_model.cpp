// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/activity_model.h"

#include "ui/activity_words.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace kith::ui {

ActivityModel::ActivityModel(ActivitySource& source, QObject* parent)
    : QAbstractListModel(parent)
    , m_source(source)
    , m_today(QDate::currentDate()) {
}

int ActivityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

const service::ActivityEntry* ActivityModel::entryAt(int row) const {
    return row >= 0 && row < rowCount() ? &m_entries[static_cast<size_t>(row)] : nullptr;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const {
    const service::ActivityEntry* entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return ActivityWords::done(*entry);
    case Qt::AccessibleTextRole:
        return ActivityWords::spoken(*entry, m_notes.value(entry->id.value), m_today);
    case EntryRole:
        return QVariant::fromValue(*entry);
    case NoteRole:
        return m_notes.value(entry->id.value);
    default:
        return {};
    }
}

bool ActivityModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more && !m_asked;
}

void ActivityModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        askFor(m_next, partRows);
    }
}

void ActivityModel::askFor(ChangeId before, int limit) {
    m_asked = true;
    QPointer<ActivityModel> self(this);
    m_source.requestActivity({before, limit, m_by},
                             [self, before, round = m_round](std::optional<service::ActivityPart> part) {
                                 if (!self || self->m_round != round) {
                                     return;
                                 }
                                 self->m_asked = false;
                                 if (!part) {
                                     self->m_more = false;  // asked again when something changes
                                     Q_EMIT self->failed();
                                 } else if (before || self->m_entries.empty()) {
                                     self->takeOlder(*part);
                                 } else {
                                     self->takeNewest(*part);
                                 }
                                 if (self && std::exchange(self->m_refreshWanted, false)) {
                                     self->refresh();
                                 } else if (self) {
                                     Q_EMIT self->arrived();
                                 }
                             });
}

void ActivityModel::takeOlder(const service::ActivityPart& part) {
    m_next = part.next;
    m_more = static_cast<bool>(part.next);
    if (part.entries.empty()) {
        return;
    }
    const int size = rowCount();
    beginInsertRows({}, size, size + static_cast<int>(part.entries.size()) - 1);
    m_entries.insert(m_entries.end(), part.entries.begin(), part.entries.end());
    endInsertRows();
}

/// The known ones are brought up to date; the new ones go on top. Where the two do not meet, it begins anew.
void ActivityModel::takeNewest(const service::ActivityPart& part) {
    const ChangeId newest = m_entries.front().id;
    const auto known = std::find_if(part.entries.begin(), part.entries.end(),
                                    [newest](const service::ActivityEntry& one) { return one.id <= newest; });
    if (known == part.entries.end() || known->id != newest) {
        clear();
        takeOlder(part);
        return;
    }
    for (auto one = known; one != part.entries.end(); ++one) {
        const auto row = one - known;
        if (row < static_cast<ptrdiff_t>(m_entries.size()) && m_entries[static_cast<size_t>(row)] != *one) {
            m_entries[static_cast<size_t>(row)] = *one;
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed);
        }
    }
    if (known != part.entries.begin()) {
        beginInsertRows({}, 0, static_cast<int>(known - part.entries.begin()) - 1);
        m_entries.insert(m_entries.begin(), part.entries.begin(), known);
        endInsertRows();
    }
}

void ActivityModel::clear() {
    if (!m_entries.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_entries.clear();
        endRemoveRows();
    }
    m_next = {};
    m_more = true;
}

void ActivityModel::setFilter(std::optional<service::ActivityBy> by) {
    if (by == m_by) {
        return;
    }
    m_by = by;
    ++m_round;
    m_asked = false;
    m_refreshWanted = false;
    clear();
    fetchMore({});
}

void ActivityModel::refresh() {
    if (m_asked) {
        m_refreshWanted = true;
    } else {
        // As far as it is read already, so that what was taken back further down is seen too.
        askFor({}, std::clamp(rowCount(), partRows, 10 * partRows));
    }
}

void ActivityModel::setNote(ChangeId change, const QString& note) {
    if (note.isEmpty() ? m_notes.remove(change.value) == 0 : m_notes.value(change.value) == note) {
        return;
    }
    if (!note.isEmpty()) {
        m_notes.insert(change.value, note);
    }
    touch(change);
}

void ActivityModel::markUndone(ChangeId change) {
    for (service::ActivityEntry& entry : m_entries) {
        if (entry.id == change) {
            entry.undone = true;
            entry.undoable = false;
        }
    }
    touch(change);
}

void ActivityModel::touch(ChangeId change) {
    for (int row = 0; row < rowCount(); ++row) {
        if (m_entries[static_cast<size_t>(row)].id == change) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

void ActivityModel::setToday(QDate today) {
    if (today != m_today) {
        m_today = today;
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    }
}

}  // namespace kith::ui
