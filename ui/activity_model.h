// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The journal as a list, newest first; older parts are fetched as they come into view.
#pragma once

#include "core/service/activity_desk.h"

#include <QAbstractListModel>
#include <QDate>
#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace kith::ui {

struct ActivityAsk {
    ChangeId before;  ///< 0: from the newest
    int limit{100};
    std::optional<service::ActivityBy> by;
};

/// Answers later, on the window's thread; nothing where it could not be read.
class ActivitySource {
public:
    virtual ~ActivitySource() = default;
    virtual void requestActivity(const ActivityAsk& ask,
                                 std::function<void(std::optional<service::ActivityPart>)> answer) = 0;
};

class ActivityModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { EntryRole = Qt::UserRole + 1, NoteRole };

    static constexpr int partRows = 100;

    explicit ActivityModel(ActivitySource& source, QObject* parent = nullptr);

    /// Nothing: by anybody. Another list: it is read anew.
    void setFilter(std::optional<service::ActivityBy> by);
    /// Something was done or taken back: reads the newest part again, keeps what is older.
    void refresh();
    /// Said below this entry until it changes.
    void setNote(ChangeId change, const QString& note);
    /// At once, before the journal is read again.
    void markUndone(ChangeId change);
    void setToday(QDate today);
    QDate today() const { return m_today; }
    bool isLoading() const { return m_asked; }
    const service::ActivityEntry* entryAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// The list stands, as far as it was asked for.
    void arrived();
    void failed();

private:
    void askFor(ChangeId before, int limit);
    void takeOlder(const service::ActivityPart& part);
    void takeNewest(const service::ActivityPart& part);
    void clear();
    void touch(ChangeId change);

    ActivitySource& m_source;
    std::vector<service::ActivityEntry> m_entries;
    QHash<qint64, QString> m_notes;
    std::optional<service::ActivityBy> m_by;
    ChangeId m_next;
    QDate m_today;
    bool m_more{true};
    bool m_asked{false};
    bool m_refreshWanted{false};
    int m_round{0};  ///< answers to an earlier filter are dropped
};

}  // namespace kith::ui

Q_DECLARE_METATYPE(kith::service::ActivityEntry)
