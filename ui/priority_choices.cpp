// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/priority_choices.h"

#include "ui/focus_ring.h"
#include "ui/priority_mark.h"
#include "ui/text_label.h"
#include "ui/text_paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace kith::ui {

namespace {

constexpr int choiceMark = 20;
constexpr int choicePadding = 6;

class PriorityChoice : public QAbstractButton {
public:
    PriorityChoice(const Theme& theme, Priority priority, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_priority(priority) {
        setText(PriorityWords::name(priority));
        setAccessibleName(QStringLiteral("%1, %2").arg(text(), PriorityWords::spoken(priority, Certainty::Sure)));
        setToolTip(QStringLiteral("%1 · %2").arg(text()).arg(shownKey(priority)));
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        FocusRing::follow(*this, theme, radius::control);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }
    QSize sizeHint() const override {
        const double words = lineWidth(m_theme, text(), TextStyle::Body);
        return {2 * choicePadding + choiceMark + 8 + static_cast<int>(std::ceil(words)) + 1, m_theme.scaled(32)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || isDown() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.colour(isChecked() || isDown() ? Role::Press : Role::Hover));
            painter.drawRoundedRect(rect(), radius::control, radius::control);
        }
        paintPriorityMark(painter, m_theme,
                          QRectF(choicePadding, (height() - choiceMark) / 2.0, choiceMark, choiceMark), m_priority);
        const double left = choicePadding + choiceMark + 8;
        paintLine(painter, m_theme, QRectF(left, 0, width() - left, height()), text(), TextStyle::Body,
                  isChecked() ? Role::Text : Role::Text2);
    }
    /// Enter chooses, as everywhere in the window.
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
        } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
            event->ignore();
        } else {
            QAbstractButton::keyPressEvent(event);
        }
    }

private:
    const Theme& m_theme;
    Priority m_priority;
};

}  // namespace

PriorityChoices::PriorityChoices(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_lead(new TextLabel(theme, this, TextStyle::BodyMedium)) {
    setAccessibleName(tr("Priority"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    row->addWidget(m_lead);
    row->addSpacing(space::half / 2);
    for (int key = 1; key <= 5; ++key) {
        const auto priority = static_cast<Priority>(5 - key);
        auto* choice = new PriorityChoice(theme, priority, this);
        choice->setObjectName(QStringLiteral("choice%1").arg(key));
        connect(choice, &QAbstractButton::clicked, this, [this, priority] { Q_EMIT chose(priority); });
        row->addWidget(choice);
        m_choices[static_cast<size_t>(key - 1)] = choice;
    }
    row->addStretch();
}

void PriorityChoices::setLead(const QString& lead) {
    m_lead->setText(lead);
}

void PriorityChoices::setChosen(std::optional<Priority> priority) {
    for (size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setChecked(priority && shownKey(*priority) == static_cast<int>(i) + 1);
    }
}

void PriorityChoices::focusOn(Priority priority) {
    m_choices[static_cast<size_t>(shownKey(priority) - 1)]->setFocus(Qt::TabFocusReason);
}

void PriorityChoices::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left) {
        focusPreviousChild();
    } else if (event->key() == Qt::Key_Right) {
        focusNextChild();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace kith::ui
