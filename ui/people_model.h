// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The contacts in the list, read part by part as one scrolls, and how a row of them looks.
#pragma once

#include "core/service/people_desk.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class PeopleModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum { LineRole = Qt::UserRole + 1 };

    explicit PeopleModel(service::PeopleDesk& desk, QObject* parent);

    /// The part of it that says where to begin is the model's own.
    void ask(const service::PeopleAsk& ask);
    const service::PeopleAsk& asked() const { return m_ask; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    qint64 total() const { return m_total; }

Q_SIGNALS:
    void answered();

private:
    void read(bool fromTheFirst);

    service::PeopleDesk& m_desk;
    service::PeopleAsk m_ask;
    std::vector<service::PersonLine> m_lines;
    qint64 m_total{0};
    int m_question{0};  ///< answers to earlier ones are passed over
    bool m_reading{false};
};

class PersonDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    PersonDelegate(const Theme& theme, QObject* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
