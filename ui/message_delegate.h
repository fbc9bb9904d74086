// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Paints the rows of the list: one delegate, no widgets a row, laid-out text kept between frames.
#pragma once

#include "core/domain/inbox.h"
#include "ui/chip.h"

#include <QCache>
#include <QDate>
#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

enum class RowDensity { Comfortable, Compact };

/// What stands under the pointer in a row.
enum class RowZone { None, CheckBox, Mark, Archive, Snooze, Star, NewPill, Body };

class MessageDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    MessageDelegate(const Theme& theme, QWidget* parent);

    void setDensity(RowDensity density);
    RowDensity density() const { return m_density; }
    int rowHeight() const;
    int sectionHeight() const;

    /// row: where the row stands; at: the pointer, in the same coordinates.
    RowZone zoneAt(const QModelIndex& index, const QRect& row, QPoint at) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    struct Layout {
        InboxRow row;
        int width{0};
        bool hovered{false};
        QDate today;
        QString sender;
        QString count;
        QString time;
        QString subject;
        QString snippet;
        double senderWidth{0};
        double subjectWidth{0};
        double timeWidth{0};
        double chipsLeft{0};
        std::vector<ChipFace> chips;
        std::vector<double> chipWidths;
    };
    struct Look {
        bool focused{false};
        bool hovered{false};
        bool checked{false};
    };

    const Layout& layoutOf(const InboxRow& row, int width, Look look, QDate today) const;
    void layOutComfortable(Layout& layout, Look look) const;
    void layOutCompact(Layout& layout, Look look) const;
    void placeChips(Layout& layout, double right, double leastLeft) const;
    void paintGround(QPainter& painter, const QRect& box, Look look) const;
    void paintLead(QPainter& painter, const QRectF& line, const Layout& layout, Look look) const;
    void paintEnd(QPainter& painter, const QRectF& line, const Layout& layout, Look look) const;
    void paintComfortable(QPainter& painter, const QRect& box, const Layout& layout, Look look) const;
    void paintCompact(QPainter& painter, const QRect& box, const Layout& layout, Look look) const;
    void paintSection(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    QRectF pillBox(const QRect& box, int count) const;

    const Theme& m_theme;
    RowDensity m_density{RowDensity::Comfortable};
    mutable QCache<qint64, Layout> m_layouts;
};

}  // namespace kith::ui
