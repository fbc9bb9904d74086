// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's rules as rows: whether it is on, its name, what it says, how many messages it acted on.
#pragma once

#include "core/service/rules_desk.h"
#include "ui/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace kith::ui {

/// id 0 is a rule that is being written and was never saved.
struct RuleLine {
    RuleId id;
    QString name;
    QString says;
    bool enabled{true};
    bool unsaved{false};
    qint64 acted{0};

    bool operator==(const RuleLine&) const = default;
};

class RuleModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { LineRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    /// Rows that stand where they stood are told as changed; else all are read anew.
    void setLines(std::vector<RuleLine> lines);
    const RuleLine* at(int row) const;
    int rowOf(RuleId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<RuleLine> m_lines;
};

class RuleDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RuleDelegate(const Theme& theme, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    /// The check box was clicked.
    void toggled(const QModelIndex& index);

private:
    QRectF boxIn(const QRectF& row) const;

    const Theme& m_theme;
};

}  // namespace kith::ui

Q_DECLARE_METATYPE(kith::ui::RuleLine)
