// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/field_change_row.h"

#include "ui/buttons.h"
#include "ui/check_box.h"
#include "ui/focus_ring.h"
#include "ui/priority_mark.h"
#include "ui/review_words.h"
#include "ui/text_paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int changeCheck = 16;
constexpr int changeLabelLeft = 28;  // check box and gap
constexpr int changeLabelWidth = 88;
constexpr int changeValuesLeft = changeLabelLeft + changeLabelWidth + 12;
constexpr int changeOldWidth = 72;
constexpr int changePencil = 32;

/// 16 px, filled with the accent when checked.
class ChangeCheck : public QAbstractButton {
public:
    ChangeCheck(const Theme& theme, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme) {
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        FocusRing::follow(*this, theme, radius::chip);
    }
    QSize sizeHint() const override { return {changeCheck, changeCheck}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintCheckBox(painter, m_theme, rect(), isChecked());
    }

private:
    const Theme& m_theme;
};

}  // namespace

FieldChangeRow::FieldChangeRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_check(new ChangeCheck(theme, this))
    , m_pencil(new IconButton(theme, this)) {
    m_check->setObjectName(QStringLiteral("wanted"));
    m_pencil->setObjectName(QStringLiteral("edit"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_check, &QAbstractButton::toggled, this, [this](bool wanted) {
        update();
        Q_EMIT wantedChanged(wanted);
    });
    connect(m_pencil, &QAbstractButton::clicked, this, &FieldChangeRow::editAsked);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FieldChangeRow::setChange(const FieldChange& change) {
    m_change = change;
    m_check->setVisible(change.choice);
    m_pencil->setVisible(change.choice);
    sayAloud();
    update();
}

bool FieldChangeRow::isWanted() const {
    return m_check->isChecked();
}
void FieldChangeRow::setWanted(bool wanted) {
    m_check->setChecked(wanted);
}

void FieldChangeRow::sayAloud() {
    const QString before = m_change.before ? m_change.before->text : tr("empty");
    QString spoken = tr("%1: from %2 to %3").arg(m_change.label, before, m_change.after.text);
    if (m_change.confidence) {
        spoken = tr("%1, %2 sure").arg(spoken, ReviewWords::percent(*m_change.confidence));
    }
    setAccessibleName(spoken);
    setAccessibleDescription(m_change.evidence);
    m_check->setAccessibleName(tr("Change %1").arg(m_change.label));
    m_pencil->setFace(QStringLiteral("pencil"), tr("Edit %1").arg(m_change.label), QKeySequence(Qt::Key_E));
    m_pencil->setTint(Role::Text3);
}

QSize FieldChangeRow::sizeHint() const {
    return {480, m_theme.scaled(64)};
}
QSize FieldChangeRow::minimumSizeHint() const {
    return {320, m_theme.scaled(64)};
}

void FieldChangeRow::resizeEvent(QResizeEvent*) {
    m_check->setGeometry(0, (height() - changeCheck) / 2, changeCheck, changeCheck);
    m_pencil->setGeometry(width() - changePencil, (height() - changePencil) / 2, changePencil, changePencil);
}

double FieldChangeRow::paintValue(QPainter& painter, const QRectF& box, const FieldValue& value, bool isNew) const {
    double x = box.left();
    if (value.mark) {
        paintPriorityMark(painter, m_theme, QRectF(x, box.center().y() - 10, 20, 20), *value.mark, value.certainty);
        x += 28;
    }
    const TextStyle style = isNew ? TextStyle::BodyStrong : TextStyle::Body;
    x += paintLine(painter, m_theme, QRectF(x, box.top(), box.right() - x, box.height()), value.text, style,
                   isNew ? Role::Text : Role::Text3);
    return x;
}

void FieldChangeRow::paintValues(QPainter& painter, const QRectF& column) const {
    const double line = m_theme.lineHeight(TextStyle::Body);
    const double caption = m_theme.lineHeight(TextStyle::Caption);
    const double top = column.center().y() - (line + (m_change.evidence.isEmpty() ? 0 : caption)) / 2;
    const FieldValue before = m_change.before.value_or(FieldValue{tr("empty"), {}, {}});
    const double used = paintValue(painter, QRectF(column.left(), top, column.width() / 2, line), before, false);
    const double arrow = std::max(used, column.left() + changeOldWidth) + 8;
    paintIcon(painter, m_theme, QRectF(arrow, top, 14, line), QStringLiteral("arrow-right"), Role::Text3, 14);
    paintValue(painter, QRectF(arrow + 22, top, column.right() - arrow - 22, line), m_change.after, true);
    paintLine(painter, m_theme, QRectF(column.left(), top + line, column.width(), caption), m_change.evidence,
              TextStyle::Caption, Role::Text3);
}

void FieldChangeRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, m_theme.colour(Role::Line));
    painter.setOpacity(m_change.choice && !isWanted() ? 0.5 : 1.0);
    paintLine(painter, m_theme, QRectF(changeLabelLeft, 0, changeLabelWidth, height()), m_change.label, TextStyle::Body,
              Role::Text3);
    double right = width() - changePencil - 12;
    if (m_change.confidence) {
        const QString sure = ReviewWords::percent(*m_change.confidence);
        const double wide = lineWidth(m_theme, sure, TextStyle::Body) + 1;
        paintLine(painter, m_theme, QRectF(right - wide, 0, wide, height()), sure, TextStyle::Body, Role::Text2);
        right -= wide + 12;
    }
    paintValues(painter, QRectF(changeValuesLeft, 1, right - changeValuesLeft, height() - 1));
}

}  // namespace kith::ui
