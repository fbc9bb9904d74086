// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The list of conversations as a virtual model: an order of ids and a cache of rows that come as they are needed.
#pragma once

#include "core/domain/inbox.h"

#include <QAbstractListModel>
#include <QCache>
#include <QDate>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

namespace kith::ui {

/// Where rows come from; answers later, on the window's thread, never from inside requestRows.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual void requestRows(const std::vector<ThreadId>& threads,
                             std::function<void(std::vector<InboxRow>)> answer) = 0;
};

/// What stands in a row of the list. Waiting rows stay blank for 200 ms, then become skeletons.
enum class ListEntry { Section, Waiting, Skeleton, Row };

class MessageListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { EntryRole = Qt::UserRole + 1, RowRole, SectionTitleRole, NewCountRole, ThreadRole };

    static constexpr int pageRows = 100;
    static constexpr int pagesKept = 64;
    static constexpr int pagesAskedAtOnce = 8;

    explicit MessageListModel(RowSource& source, QObject* parent = nullptr);

    /// Current and checked conversations stay what they are; views hear moves, never a reset.
    void setOrder(const InboxOrder& order);
    /// Asks again for these rows and shows the old ones until the answer is there.
    void refresh(const std::vector<ThreadId>& threads);
    /// The same for every row known so far.
    void refreshKnown();
    void setToday(QDate today);
    QDate today() const { return m_today; }
    /// Arrived mail that moves nothing yet: shown as a pill in the first section label.
    void setNewCount(int count);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    ThreadId threadAt(int row) const;  ///< none for a section label
    int rowOf(ThreadId thread) const;  ///< -1: not in the list
    /// Positions of the section labels, ascending: the view computes heights from them.
    const std::vector<int>& sectionRows() const { return m_sectionRows; }
    std::vector<ThreadId> checked() const;  ///< in list order
    void clearChecked();

Q_SIGNALS:
    void checkedChanged(int count);

private:
    using Entries = std::vector<qint64>;  ///< positive: a thread; negative: -1 - SectionKind

    void applyEntries(Entries next);
    void insertAtEnd(const Entries& added);
    void moveTo(Entries next);
    void want(int row) const;
    void askForWanted();
    void receive(const std::vector<ThreadId>& asked, const std::vector<InboxRow>& rows);
    void showSkeletons();
    void touch(const QSet<qint64>& ids);
    QVariant threadData(qint64 id, int row, int role) const;

    RowSource& m_source;
    Entries m_entries;
    std::vector<int> m_sectionRows;
    QDate m_today;
    int m_newCount{0};
    QSet<qint64> m_checked;
    mutable QCache<qint64, InboxRow> m_rows;
    mutable QSet<qint64> m_pending;          ///< asked for, no answer yet
    mutable QSet<qint64> m_overdue;          ///< of them, those that wait for longer than 200 ms
    mutable std::vector<int> m_wantedPages;  ///< newest last
    mutable QTimer m_ask;
    QTimer m_skeletons;
    QSet<qint64> m_stale;
    QSet<qint64> m_absent;  ///< the source had no row for them
};

}  // namespace kith::ui

Q_DECLARE_METATYPE(kith::InboxRow)
