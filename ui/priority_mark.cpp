// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/priority_mark.h"

#include "ui/focus_ring.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace kith::ui {

namespace {

struct MarkRoles {
    Role fill;
    Role digit;
    Role line;
};

MarkRoles markRoles(Priority priority) {
    switch (priority) {
    case Priority::Critical:
        return {Role::Critical, Role::OnCritical, Role::CriticalLine};
    case Priority::High:
        return {Role::High, Role::OnHigh, Role::HighLine};
    case Priority::Medium:
        return {Role::Medium, Role::OnMedium, Role::MediumLine};
    case Priority::Low:
        return {Role::Low, Role::OnLow, Role::LowLine};
    case Priority::VeryLow:
        break;
    }
    return {Role::VeryLow, Role::OnVeryLow, Role::VeryLowLine};
}

QPainterPath octagon() {
    QPainterPath path(QPointF(6.4, 1.2));
    for (const QPointF& p : {QPointF(13.6, 1.2), QPointF(18.8, 6.4), QPointF(18.8, 13.6), QPointF(13.6, 18.8),
                             QPointF(6.4, 18.8), QPointF(1.2, 13.6), QPointF(1.2, 6.4)}) {
        path.lineTo(p);
    }
    path.closeSubpath();
    return path;
}

/// Points up; upside down it is the shield.
QPainterPath house() {
    QPainterPath path(QPointF(10, 1.2));
    path.lineTo(18.4, 7.6);
    path.lineTo(18.4, 17.4);
    path.arcTo(QRectF(15.6, 16, 2.8, 2.8), 0, -90);
    path.lineTo(3, 18.8);
    path.arcTo(QRectF(1.6, 16, 2.8, 2.8), 270, -90);
    path.lineTo(1.6, 7.6);
    path.closeSubpath();
    return path;
}

QPainterPath markShape(Priority priority) {
    QPainterPath path;
    switch (priority) {
    case Priority::Critical:
        return octagon();
    case Priority::High:
        return house();
    case Priority::Medium:
        path.addEllipse(QPointF(10, 10), 8.8, 8.8);
        return path;
    case Priority::Low:
        path.addRoundedRect(QRectF(2.2, 2.2, 15.6, 15.6), 1.8, 1.8);
        return path;
    case Priority::VeryLow:
        break;
    }
    return QTransform(1, 0, 0, -1, 0, 20).map(house());
}

double markBaseline(Priority priority) {
    return priority == Priority::High ? 15.3 : priority == Priority::VeryLow ? 12.6 : 14.1;
}

void paintMarkUncached(QPainter& painter, const Theme& theme, Priority priority, Certainty certainty) {
    const MarkRoles roles = markRoles(priority);
    const QPainterPath shape = markShape(priority);
    if (certainty == Certainty::Sure) {
        painter.fillPath(shape, theme.colour(roles.fill));
    } else {
        QPen pen(theme.colour(roles.line), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (certainty == Certainty::InReview) {
            pen.setDashPattern({2.6 / 1.5, 2.2 / 1.5});
        }
        painter.strokePath(shape, pen);
    }
    QFont font = theme.font(TextStyle::Body);
    font.setPixelSize(115);  // drawn as a path at a tenth: 11.5 px at every size of mark and text
    font.setWeight(QFont::Bold);
    const QString sign = certainty == Certainty::InReview ? QStringLiteral("?") : QString::number(shownKey(priority));
    QPainterPath digit;
    digit.addText(-QFontMetricsF(font).horizontalAdvance(sign) / 2, 0, font, sign);
    painter.translate(10, markBaseline(priority));
    painter.scale(0.1, 0.1);
    painter.fillPath(digit, theme.colour(certainty == Certainty::Sure ? roles.digit : roles.line));
}

}  // namespace

void paintPriorityMark(QPainter& painter, const Theme& theme, const QRectF& box, Priority priority,
                       Certainty certainty) {
    const QString key =
        QStringLiteral("mark/") + QString::number(static_cast<int>(priority) * 3 + static_cast<int>(certainty));
    const QPixmap pixmap = theme.painted(key, box.size(), painter.device()->devicePixelRatioF(), [&](QPainter& onto) {
        onto.scale(box.width() / 20, box.height() / 20);
        paintMarkUncached(onto, theme, priority, certainty);
    });
    painter.drawPixmap(box.topLeft(), pixmap);
}

QString PriorityWords::name(Priority priority) {
    switch (priority) {
    case Priority::Critical:
        return tr("Critical");
    case Priority::High:
        return tr("High");
    case Priority::Medium:
        return tr("Medium");
    case Priority::Low:
        return tr("Low");
    case Priority::VeryLow:
        break;
    }
    return tr("Very low");
}

QString PriorityWords::spoken(Priority priority, Certainty certainty) {
    switch (certainty) {
    case Certainty::Sure:
        return tr("priority %1 of 5").arg(shownKey(priority));
    case Certainty::Unsure:
        return tr("priority %1 of 5, not sure").arg(shownKey(priority));
    case Certainty::InReview:
        break;
    }
    return tr("priority in review");
}

QString PriorityWords::letter(DecidedBy by) {
    switch (by) {
    case DecidedBy::Rule:
        return tr("R", "one letter: decided by a rule");
    case DecidedBy::Model:
    case DecidedBy::Cache:
        return tr("M", "one letter: decided by the model");
    case DecidedBy::Local:
        return tr("L", "one letter: decided on this computer");
    case DecidedBy::User:
        break;
    }
    return tr("U", "one letter: decided by the user");
}

QString PriorityWords::decidedBy(DecidedBy by) {
    switch (by) {
    case DecidedBy::Rule:
        return tr("decided by a rule");
    case DecidedBy::Model:
    case DecidedBy::Cache:
        return tr("decided by the model");
    case DecidedBy::Local:
        return tr("decided on this computer");
    case DecidedBy::User:
        break;
    }
    return tr("decided by you");
}

PriorityMark::PriorityMark(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme) {
    setInteractive(false);
    setMark(m_priority, m_certainty);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PriorityMark::setMark(Priority priority, Certainty certainty) {
    m_priority = priority;
    m_certainty = certainty;
    setAccessibleName(
        QStringLiteral("%1, %2").arg(PriorityWords::name(priority), PriorityWords::spoken(priority, certainty)));
    update();
}

void PriorityMark::setMarkSize(int pixels) {
    m_size = pixels;
    updateGeometry();
}

void PriorityMark::setInteractive(bool interactive) {
    m_interactive = interactive;
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !interactive);
    updateGeometry();
}

void PriorityMark::setFaded(bool faded) {
    m_faded = faded;
    update();
}

QSize PriorityMark::sizeHint() const {
    const int side = m_interactive ? m_size + 12 : m_size;
    return {side, side};
}

void PriorityMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF box((width() - m_size) / 2.0, (height() - m_size) / 2.0, m_size, m_size);
    painter.setOpacity(m_faded ? 0.35 : 1.0);
    paintPriorityMark(painter, m_theme, box, m_priority, m_certainty);
    painter.setOpacity(1.0);
    if (m_interactive && (isChecked() || hasFocus())) {
        paintFocusRing(painter, m_theme, box.adjusted(-2, -2, 2, 2), radius::control);
    }
}

PriorityChooser::PriorityChooser(const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Priority"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int key = 1; key <= 5; ++key) {
        auto* mark = new PriorityMark(theme, this);
        const auto priority = static_cast<Priority>(5 - key);
        mark->setMark(priority);
        mark->setInteractive(true);
        mark->setCheckable(true);
        mark->setObjectName(QStringLiteral("priority%1").arg(key));
        mark->setToolTip(QStringLiteral("%1 · %2").arg(PriorityWords::name(priority)).arg(key));
        connect(mark, &QAbstractButton::clicked, this, [this, priority] { choose(priority); });
        row->addWidget(mark);
        m_marks[static_cast<size_t>(key - 1)] = mark;
    }
}

void PriorityChooser::setCurrent(Priority priority) {
    for (PriorityMark* mark : m_marks) {
        mark->setFaded(mark->priority() == priority);
    }
}

void PriorityChooser::setChosen(std::optional<Priority> priority) {
    m_chosen = priority;
    for (PriorityMark* mark : m_marks) {
        mark->setChecked(priority && mark->priority() == *priority);
    }
}

void PriorityChooser::choose(Priority priority) {
    setChosen(priority);
    Q_EMIT chose(priority);
}

void PriorityChooser::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key >= Qt::Key_1 && key <= Qt::Key_5 && event->modifiers() == Qt::NoModifier) {
        choose(static_cast<Priority>(5 - (key - Qt::Key_0)));
    } else if (key == Qt::Key_Left) {
        focusPreviousChild();
    } else if (key == Qt::Key_Right) {
        focusNextChild();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace kith::ui
