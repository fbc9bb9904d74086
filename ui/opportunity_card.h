// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Paints an opportunity as a card of the board: who, what, their words, by when.
#pragma once

#include <QStyledItemDelegate>

namespace kith {
struct Opportunity;
}

namespace kith::ui {

class Theme;

class OpportunityCard : public QStyledItemDelegate {
    Q_OBJECT
public:
    OpportunityCard(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int quoteLines(const Opportunity& one, double width) const;
    void paintHead(QPainter& painter, const QRectF& line, const Opportunity& one) const;
    void paintQuote(QPainter& painter, const QRectF& box, const Opportunity& one) const;
    void paintFoot(QPainter& painter, const QRectF& line, const Opportunity& one, QDate today) const;

    const Theme& m_theme;
};

}  // namespace kith::ui
