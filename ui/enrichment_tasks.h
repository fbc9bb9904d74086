// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The enrichment's work as a list: whose, what from where, how it stands and why.
#pragma once

#include "core/service/enrichment_desk.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class EnrichmentTaskModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { RowRole = Qt::UserRole + 1 };
    explicit EnrichmentTaskModel(QObject* parent)
        : QAbstractListModel(parent) {}

    /// Newest first, as the desk tells them; only what differs is told to the view.
    void setRows(const std::vector<service::EnrichmentRow>& rows);
    const service::EnrichmentRow* row(const QModelIndex& index) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<service::EnrichmentRow> m_rows;
};

class EnrichmentTaskDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    EnrichmentTaskDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
