// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who of us knows whom: us at the left, them at the right, a line as thick as what was written. The arrow keys go from
// person to person, Return opens one; the same stands in words beside it.
#pragma once

#include "core/service/person_view.h"

#include <QCoreApplication>
#include <QDate>
#include <QWidget>

namespace kith::ui {

class Theme;

struct RelationWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::RelationWords)
public:
    static QString who(const service::RelationMap::Side& side);
    /// "Mara Lindqvist and Ana Ruiz: 12 sent, 9 received, last 12 May"
    static QString line(const service::RelationMap& map, const service::Exchange& exchange, QDate today);
    /// "strong", "some", "weak"
    static QString strength(double strength);
};

class RelationChart : public QWidget {
    Q_OBJECT
public:
    RelationChart(const Theme& theme, QWidget* parent);

    void setMap(service::RelationMap map);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// Of their side.
    void personAsked(const kith::service::RelationMap::Side& side);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Spot {
        bool ours{false};
        int row{-1};
        bool operator==(const Spot&) const = default;
    };
    QRectF box(const Spot& spot) const;
    Spot spotAt(QPointF point) const;
    const service::RelationMap::Side& side(const Spot& spot) const;
    bool touches(const service::Exchange& exchange) const;
    void move(int rows);
    void choose(const Spot& spot);
    void ask(const Spot& spot);
    void paintExchanges(QPainter& painter) const;
    void paintSide(QPainter& painter, const Spot& spot) const;

    const Theme& m_theme;
    service::RelationMap m_map;
    Spot m_current;  ///< chosen by key or pointed at: what belongs to it stands out
};

}  // namespace kith::ui
