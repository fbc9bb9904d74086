// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities as rows: of one column of the board (its first column is the card), or of the whole table.
#pragma once

#include "core/domain/opportunity.h"

#include <QAbstractTableModel>

namespace kith::ui {

class OpportunityModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Who, Kind, Stage, Status, Amount, Due, NextStep, Owner, Confidence, Quote, ColumnCount };
    /// What the column is sorted by.
    static constexpr int SortRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay keep their place: only what differs is told.
    void setAll(std::vector<Opportunity> opportunities, QDate today);
    const std::vector<Opportunity>& all() const { return m_all; }
    const Opportunity* at(int row) const;
    int rowOf(OpportunityId id) const;
    QDate today() const { return m_today; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void dropped(kith::OpportunityId id);

private:
    QString text(const Opportunity& one, int column) const;

    std::vector<Opportunity> m_all;
    QDate m_today;
};

}  // namespace kith::ui
