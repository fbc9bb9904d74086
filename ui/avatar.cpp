// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/avatar.h"

#include "ui/theme.h"

#include <QPainter>

namespace kith::ui {

QString initialsOf(const QString& name) {
    const QString person = name.section(QLatin1Char('@'), 0, 0).trimmed();
    const QStringList words = person.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto initial = [](const QString& word) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (word[i].isHighSurrogate() && i + 1 < word.size()) {
                return word.mid(i, 2);
            }
            if (word[i].isLetterOrNumber()) {
                return QString(word[i].toUpper());
            }
        }
        return QString();
    };
    if (words.isEmpty()) {
        return QStringLiteral("?");
    }
    const QString first = initial(words.front());
    const QString both = words.size() > 1 ? QString(first + initial(words.back())) : first;
    return both.isEmpty() ? QStringLiteral("?") : both;
}

void paintAvatar(QPainter& painter, const Theme& theme, const QRectF& box, const QString& name) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::Press));
    painter.drawEllipse(box);
    QFont font = theme.font(TextStyle::BodyStrong);
    font.setPixelSize(box.width() < 28 ? 10 : box.width() < 36 ? 12 : 15);
    painter.setFont(font);
    painter.setPen(theme.colour(Role::Text2));
    painter.drawText(box, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

Avatar::Avatar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setPerson(const QString& name) {
    m_name = name;
    setAccessibleName(name);
    update();
}

void Avatar::setDiameter(int pixels) {
    m_diameter = pixels;
    updateGeometry();
}

void Avatar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintAvatar(painter, m_theme, QRectF(0, 0, m_diameter, m_diameter), m_name);
}

}  // namespace kith::ui
