// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/activity_filter.h"

#include "ui/focus_ring.h"
#include "ui/text_paint.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace kith::ui {

namespace {

class FilterChoice : public QAbstractButton {
public:
    FilterChoice(const Theme& theme, const QString& text, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme) {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        FocusRing::follow(*this, theme, radius::control);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }
    QSize sizeHint() const override {
        return {static_cast<int>(std::ceil(lineWidth(m_theme, text(), TextStyle::BodyMedium))) + 24,
                m_theme.scaled(32)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.colour(isChecked() ? Role::Press : Role::Hover));
            painter.drawRoundedRect(rect(), radius::control, radius::control);
        }
        paintLine(painter, m_theme, QRectF(rect()).adjusted(12, 0, -11, 0), text(),
                  isChecked() ? TextStyle::BodyMedium : TextStyle::Body, isChecked() ? Role::Text : Role::Text2);
    }

private:
    const Theme& m_theme;
};

}  // namespace

ActivityFilter::ActivityFilter(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("activityFilter"));
    setAccessibleName(tr("By whom"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::half, space::half, 0, space::half);
    row->setSpacing(space::half);
    const QString words[] = {tr("Everybody"), tr("You"), tr("Kith"), tr("Imports")};
    for (int i = 0; i < 4; ++i) {
        auto* choice = new FilterChoice(theme, words[i], this);
        choice->setObjectName(QStringLiteral("activityFilter%1").arg(i));
        m_group->addButton(choice, i);
        row->addWidget(choice);
    }
    m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) {
            Q_EMIT changed();
        }
    });
}

std::optional<service::ActivityBy> ActivityFilter::chosen() const {
    const int id = m_group->checkedId();
    return id <= 0 ? std::nullopt : std::optional(static_cast<service::ActivityBy>(id - 1));
}

void ActivityFilter::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    QAbstractButton* next = step == 0 ? nullptr : m_group->button(m_group->checkedId() + step);
    if (!next) {
        QWidget::keyPressEvent(event);
        return;
    }
    next->setChecked(true);
    next->setFocus(Qt::TabFocusReason);
}

}  // namespace kith::ui
