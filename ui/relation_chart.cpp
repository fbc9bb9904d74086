// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/relation_chart.h"

#include "ui/avatar.h"
#include "ui/message_words.h"
#include "ui/text_paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kith::ui {

using service::Exchange;
using service::RelationMap;

namespace {

constexpr int relationRow = 40;
constexpr int relationNames = 190;  ///< width of each side
constexpr int relationWidth = 600;
constexpr int relationCircle = 24;

int placeOf(const std::vector<RelationMap::Side>& sides, const QString& address) {
    const auto it = std::ranges::find(sides, address, &RelationMap::Side::address);
    return it == sides.end() ? -1 : int(it - sides.begin());
}

}  // namespace

QString RelationWords::who(const RelationMap::Side& side) {
    return side.name.isEmpty() ? side.address : side.name;
}

QString RelationWords::strength(double strength) {
    return strength >= 0.66 ? tr("strong") : strength >= 0.33 ? tr("some") : tr("weak");
}

QString RelationWords::line(const RelationMap& map, const Exchange& exchange, QDate today) {
    const int ours = placeOf(map.ours, exchange.ours);
    const int theirs = placeOf(map.theirs, exchange.theirs);
    if (ours < 0 || theirs < 0) {
        return {};
    }
    const QLocale locale;
    return tr("%1 and %2: %3 · %4 sent, %5 received · last %6")
        .arg(who(map.ours[size_t(ours)]), who(map.theirs[size_t(theirs)]), strength(exchange.strength),
             locale.toString(exchange.sent), locale.toString(exchange.received),
             MessageWords::time(exchange.last, today));
}

RelationChart::RelationChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("relationChart"));
    setAccessibleName(tr("Who knows whom"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RelationChart::setMap(RelationMap map) {
    m_map = std::move(map);
    m_current = {};
    QStringList lines;
    for (const Exchange& exchange : m_map.exchanges) {
        lines << RelationWords::line(m_map, exchange, QDate::currentDate());
    }
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize RelationChart::sizeHint() const {
    const size_t rows = std::max({size_t(1), m_map.ours.size(), m_map.theirs.size()});
    return {m_theme.scaled(relationWidth), int(rows) * m_theme.scaled(relationRow)};
}

const RelationMap::Side& RelationChart::side(const Spot& spot) const {
    return (spot.ours ? m_map.ours : m_map.theirs)[size_t(spot.row)];
}

QRectF RelationChart::box(const Spot& spot) const {
    const double row = m_theme.scaled(relationRow);
    const size_t count = spot.ours ? m_map.ours.size() : m_map.theirs.size();
    const double top = (height() - double(count) * row) / 2 + spot.row * row;
    const double wide = m_theme.scaled(relationNames);
    return {spot.ours ? 0.0 : width() - wide, top, wide, row};
}

RelationChart::Spot RelationChart::spotAt(QPointF point) const {
    for (const bool ours : {true, false}) {
        for (int row = 0; row < int((ours ? m_map.ours : m_map.theirs).size()); ++row) {
            if (box({ours, row}).contains(point)) {
                return {ours, row};
            }
        }
    }
    return {};
}

bool RelationChart::touches(const Exchange& exchange) const {
    return m_current.row < 0 || side(m_current).address == (m_current.ours ? exchange.ours : exchange.theirs);
}

void RelationChart::paintExchanges(QPainter& painter) const {
    for (auto it = m_map.exchanges.rbegin(); it != m_map.exchanges.rend(); ++it) {  // the strongest on top
        const int ours = placeOf(m_map.ours, it->ours);
        const int theirs = placeOf(m_map.theirs, it->theirs);
        if (ours < 0 || theirs < 0) {
            continue;
        }
        const QRectF left = box({true, ours});
        const QRectF right = box({false, theirs});
        const double middle = (left.right() + right.left()) / 2;
        QPainterPath path(QPointF(left.right(), left.center().y()));
        path.cubicTo({middle, left.center().y()}, {middle, right.center().y()}, {right.left(), right.center().y()});
        const bool strong = touches(*it);
        QColor colour = m_theme.colour(strong ? Role::Accent : Role::StrongLine);
        colour.setAlphaF(strong ? 0.35 + 0.65 * it->strength : 0.35);
        QPen pen(colour, 1 + 6 * it->strength);
        pen.setCapStyle(Qt::FlatCap);
        pen.setStyle(it->sent == 0 || it->received == 0 ? Qt::DashLine : Qt::SolidLine);  // one way only
        painter.strokePath(path, pen);
    }
}

void RelationChart::paintSide(QPainter& painter, const Spot& spot) const {
    const QRectF place = box(spot);
    const bool current = spot == m_current;
    if (current) {
        painter.setPen(hasFocus() ? QPen(m_theme.colour(Role::Accent), 2) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.colour(Role::Tint));
        painter.drawRoundedRect(place.adjusted(2, 3, -2, -3), radius::control, radius::control);
    }
    const double circle = m_theme.scaled(relationCircle);
    const QString words = RelationWords::who(side(spot));
    paintAvatar(painter, m_theme, QRectF(place.left() + space::one, place.center().y() - circle / 2, circle, circle),
                words);
    paintLine(painter, m_theme,
              QRectF(place.left() + 2 * space::one + circle, place.top(), place.width() - 3 * space::one - circle,
                     place.height()),
              words, side(spot).owner ? TextStyle::BodyStrong : TextStyle::Body, Role::Text);
}

void RelationChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    paintExchanges(painter);
    for (const bool ours : {true, false}) {
        for (int row = 0; row < int((ours ? m_map.ours : m_map.theirs).size()); ++row) {
            paintSide(painter, {ours, row});
        }
    }
}

void RelationChart::choose(const Spot& spot) {
    if (spot == m_current) {
        return;
    }
    m_current = spot;
    QStringList lines;
    for (const Exchange& exchange : m_map.exchanges) {
        if (spot.row >= 0 && touches(exchange)) {
            lines << RelationWords::line(m_map, exchange, QDate::currentDate());
        }
    }
    setToolTip(lines.join(QLatin1Char('\n')));
    setAccessibleName(spot.row < 0
                          ? tr("Who knows whom")
                          : tr("Who knows whom: %1. %2").arg(RelationWords::who(side(spot)), lines.join(u' ')));
    QAccessibleEvent told(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&told);
    update();
}

void RelationChart::move(int rows) {
    const int count = int((m_current.ours ? m_map.ours : m_map.theirs).size());
    if (count > 0) {
        choose({m_current.ours, std::clamp(m_current.row + rows, 0, count - 1)});
    }
}

void RelationChart::ask(const Spot& spot) {
    if (spot.row >= 0 && !spot.ours) {
        Q_EMIT personAsked(side(spot));
    }
}

void RelationChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        return move(-1);
    case Qt::Key_Down:
        return move(1);
    case Qt::Key_Home:
        return move(-int(m_map.theirs.size() + m_map.ours.size()));
    case Qt::Key_End:
        return move(int(m_map.theirs.size() + m_map.ours.size()));
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool ours = event->key() == Qt::Key_Left;
        const int count = int((ours ? m_map.ours : m_map.theirs).size());
        if (count > 0) {
            choose({ours, std::clamp(m_current.row, 0, count - 1)});
        }
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return ask(m_current);
    default:
        QWidget::keyPressEvent(event);
    }
}

void RelationChart::mouseMoveEvent(QMouseEvent* event) {
    const Spot spot = spotAt(event->position());
    if (spot.row >= 0) {
        choose(spot);
    }
    setCursor(spot.row >= 0 && !spot.ours ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RelationChart::mouseReleaseEvent(QMouseEvent* event) {
    ask(spotAt(event->position()));
}

void RelationChart::leaveEvent(QEvent* event) {
    if (!hasFocus()) {
        choose({});
    }
    QWidget::leaveEvent(event);
}

}  // namespace kith::ui
