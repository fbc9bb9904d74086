// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/fact_row.h"

#include "ui/text_paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kith::ui {

using service::FactView;

namespace {

constexpr int factHeight = 28;
constexpr int fieldWidth = 60;
constexpr int dotWidth = 12;
constexpr double stackedFrom = 1.3;  // of text scale: the field stands over its value

}  // namespace

QString FactWords::field(const QString& stableWord) {
    const std::pair<const char*, QString> names[] = {
        {"email", tr("Email")},     {"phone", tr("Phone")},
        {"job_title", tr("Title")}, {"company", tr("Company")},
        {"name", tr("Name")},       {"address", tr("Address")},
        {"url", tr("Web")},         {"linkedin_url", tr("LinkedIn")},
    };
    for (const auto& [word, name] : names) {
        if (stableWord == QLatin1String(word)) {
            return name;
        }
    }
    return stableWord;
}

QString FactWords::origin(FactView::Origin origin) {
    switch (origin) {
    case FactView::Origin::User:
        return tr("you");
    case FactView::Origin::Mail:
        return tr("mail");
    case FactView::Origin::Outside:
        return tr("outside");
    case FactView::Origin::Conflict:
        break;
    }
    return tr("conflict");
}

QString FactWords::source(const FactView& fact) {
    const QString share = tr("%1 %").arg(std::lround(fact.confidence * 100));
    switch (fact.origin) {
    case FactView::Origin::User:
        return tr("You said so");
    case FactView::Origin::Mail:
        return tr("%1 · found in mail").arg(share);
    case FactView::Origin::Outside:
        return tr("%1 · from an outside source").arg(share);
    case FactView::Origin::Conflict:
        break;
    }
    return tr("%1 · sources disagree").arg(share);
}

Provenance provenanceOf(FactView::Origin origin) {
    switch (origin) {
    case FactView::Origin::User:
        return Provenance::You;
    case FactView::Origin::Mail:
        return Provenance::Mail;
    case FactView::Origin::Outside:
        return Provenance::Outside;
    case FactView::Origin::Conflict:
        break;
    }
    return Provenance::Conflict;
}

FactRow::FactRow(const Theme& theme, const FactView& fact, QWidget* parent)
    : ReaderLine(theme, factHeight, parent)
    , m_fact(fact) {
    setObjectName(QStringLiteral("fact_") + fact.field);
    setText(fact.value);
    setAccessibleName(tr("%1: %2, %3").arg(FactWords::field(fact.field), fact.value, FactWords::source(fact)));
    setToolTip(QStringLiteral("%1\n%2").arg(fact.value, FactWords::source(fact)));
}

bool FactRow::isStacked() const {
    return theme().textScale() > stackedFrom;
}

QSize FactRow::sizeHint() const {
    const QSize line = ReaderLine::sizeHint();
    return isStacked() ? line + QSize(0, theme().lineHeight(TextStyle::Caption)) : line;
}

void FactRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().colour(Role::Hover));
        painter.drawRoundedRect(QRectF(rect()), radius::control, radius::control);
    }
    const double pad = space::one;
    const double dotLeft = width() - pad - dotWidth;
    const double field = theme().scaled(fieldWidth);
    const double left = isStacked() ? pad : pad + field + space::one;
    const double top = isStacked() ? theme().lineHeight(TextStyle::Caption) : 0;
    const QRectF name = isStacked() ? QRectF(pad, 2, dotLeft - pad, top) : QRectF(pad, 0, field, height());
    paintLine(painter, theme(), name, FactWords::field(m_fact.field),
              isStacked() ? TextStyle::Caption : TextStyle::Body, Role::Text3);
    paintLine(painter, theme(), QRectF(left, top, dotLeft - left, height() - top), m_fact.value, TextStyle::Body,
              Role::Text);
    paintProvenanceDot(painter, theme(), QRectF(dotLeft, 0, dotWidth, height()), provenanceOf(m_fact.origin));
}

FactLegend::FactLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("factLegend"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(
        tr("Dots: filled, you said so; half, found in mail; ring, outside source; exclamation mark, conflict"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize FactLegend::sizeHint() const {
    return {240, m_theme.lineHeight(TextStyle::Caption)};
}

void FactLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    double left = 0;
    for (const auto origin :
         {FactView::Origin::User, FactView::Origin::Mail, FactView::Origin::Outside, FactView::Origin::Conflict}) {
        const double dot = origin == FactView::Origin::Conflict ? dotWidth : dotWidth - 2;
        paintProvenanceDot(painter, m_theme, QRectF(left, 0, dot, height()), provenanceOf(origin));
        left += dot + space::half;
        left += paintLine(painter, m_theme, QRectF(left, 0, width() - left, height()), FactWords::origin(origin),
                          TextStyle::Caption, Role::Text3);
        left += 12;
    }
}

ConversationLine::ConversationLine(const Theme& theme, const QString& subject, const QString& date, QWidget* parent)
    : ReaderLine(theme, factHeight, parent)
    , m_date(date) {
    setObjectName(QStringLiteral("otherConversation"));
    setText(subject);
    setAccessibleName(tr("Conversation %1, %2").arg(subject, date));
    setToolTip(subject);
}

void ConversationLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, theme(), QRectF(0, 0, 16, height()), QStringLiteral("message-square"), Role::Text3, 16);
    const double date = lineWidth(theme(), m_date, TextStyle::Caption);
    paintLine(painter, theme(), QRectF(width() - date - 1, 0, date + 1, height()), m_date, TextStyle::Caption,
              Role::Text3);
    const double left = 16 + space::one;
    paintLine(painter, theme(), QRectF(left, 0, width() - left - date - space::one, height()), text(), TextStyle::Body,
              underMouse() ? Role::Accent : Role::Text);
}

}  // namespace kith::ui
