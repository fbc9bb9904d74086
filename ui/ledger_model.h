// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What left this computer, as rows: newest first, read page by page.
#pragma once

#include "core/service/privacy_desk.h"

#include <QAbstractTableModel>

namespace kith::ui {

class LedgerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { At, Service, Purpose, Status, Out, Redactions, Cost, ColumnCount };

    explicit LedgerModel(service::LedgerDesk& desk, QObject* parent = nullptr);

    /// From the top, of this service only; empty: of all.
    void read(const QString& service);
    qint64 idAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    static QString serviceName(const QString& service);
    static QString bytes(qint64 count);

Q_SIGNALS:
    void firstPageRead();

private:
    QString text(const service::LedgerEntry& entry, int column) const;
    void take(const std::vector<service::LedgerEntry>& page, int run);

    service::LedgerDesk& m_desk;
    std::vector<service::LedgerEntry> m_entries;
    QString m_service;
    int m_run{0};  ///< of read(): pages that were asked for before are late
    bool m_more{false};
    bool m_reading{false};
};

}  // namespace kith::ui
