// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/opportunity_card.h"

#include "ui/chip.h"
#include "ui/opportunity_model.h"
#include "ui/opportunity_words.h"
#include "ui/text_paint.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kCardInside = 12;
constexpr int kCardGap = 8;
constexpr int kQuoteLines = 3;
constexpr int kQuoteInside = 10;

double cardWidth(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return (view ? view->viewport()->width() : option.rect.width()) - 2.0;
}

}  // namespace

int OpportunityCard::quoteLines(const Opportunity& one, double width) const {
    const QString quote = OpportunityWords::quote(one);
    return quote.isEmpty() ? 0
                           : std::min(kQuoteLines,
                                      linesOf(m_theme, quote, TextStyle::Body, width - 2 * kCardInside - kQuoteInside));
}

QSize OpportunityCard::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const OpportunityModel*>(index.model());
    const Opportunity* one = model ? model->at(index.row()) : nullptr;
    const int lines = one ? quoteLines(*one, cardWidth(option)) : 0;
    const int body = m_theme.lineHeight(TextStyle::Body);
    const int height = 2 * kCardInside + body + space::half + body + (lines > 0 ? space::one + lines * body : 0) +
                       space::one + m_theme.lineHeight(TextStyle::Caption);
    return {static_cast<int>(cardWidth(option)), height + kCardGap};
}

void OpportunityCard::paintHead(QPainter& painter, const QRectF& line, const Opportunity& one) const {
    const bool risk = OpportunityWords::isRisk(one);
    paintIcon(painter, m_theme, QRectF(line.left(), line.top(), 16, line.height()), OpportunityWords::icon(one.kind),
              risk ? Role::Bad : Role::Text2, 16);
    double right = line.right();
    if (OpportunityWords::isUnsure(one)) {
        const ChipFace sure{QStringLiteral("circle-question-mark"), tr("Sure?"), ChipTone::Neutral};
        const double wide = chipWidth(m_theme, sure);
        const double high = chipHeight(m_theme);
        paintChip(painter, m_theme, QRectF(right - wide, line.top() + (line.height() - high) / 2, wide, high), sure);
        right -= wide + space::one;
    }
    const QRectF name(line.left() + 24, line.top(), right - line.left() - 24, line.height());
    paintLine(painter, m_theme, name, one.name, TextStyle::BodyStrong, Role::Text);
}

void OpportunityCard::paintQuote(QPainter& painter, const QRectF& box, const Opportunity& one) const {
    painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()),
                     m_theme.colour(OpportunityWords::isRisk(one) ? Role::Bad : Role::Accent));
    const QRectF words = box.adjusted(kQuoteInside, 0, 0, 0);
    QString quote = OpportunityWords::quote(one);
    while (quote.size() > 16 && linesOf(m_theme, quote, TextStyle::Body, words.width()) > kQuoteLines) {
        const qsizetype cut = quote.lastIndexOf(QLatin1Char(' '), -4);
        quote = quote.left(cut > 8 ? cut : quote.size() - 4) + QStringLiteral("…”");
    }
    paintText(painter, m_theme, words, quote, TextStyle::Body, Role::Text2);
}

void OpportunityCard::paintFoot(QPainter& painter, const QRectF& line, const Opportunity& one, QDate today) const {
    const bool pressing = OpportunityWords::isPressing(one, today);
    const QString due = OpportunityWords::due(one.due, today);
    const TextStyle style = pressing ? TextStyle::CaptionStrong : TextStyle::Caption;
    const double wide = lineWidth(m_theme, due, style) + 1;
    paintLine(painter, m_theme, QRectF(line.right() - wide, line.top(), wide, line.height()), due, style,
              pressing ? Role::Warn : Role::Text2, Qt::AlignRight);
    const QRectF rest(line.left(), line.top(), line.width() - wide - space::one, line.height());
    paintLine(painter, m_theme, rest, one.nextStep.isEmpty() ? one.address : one.nextStep, TextStyle::Caption,
              Role::Text2);
}

void OpportunityCard::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const OpportunityModel*>(index.model());
    const Opportunity* one = model ? model->at(index.row()) : nullptr;
    if (!one) {
        return;
    }
    const bool focused = option.state.testFlag(QStyle::State_Selected) && option.widget && option.widget->hasFocus();
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(1, 1, -1, -1 - kCardGap);
    painter->setPen(QPen(m_theme.colour(focused   ? Role::Accent
                                        : hovered ? Role::Control
                                                  : Role::Line),
                         focused ? 2 : 1));
    painter->setBrush(m_theme.colour(Role::Raised));
    painter->drawRoundedRect(card, radius::card, radius::card);
    QRectF inside = card.adjusted(kCardInside, kCardInside - 1, -kCardInside, -kCardInside);
    const double body = m_theme.lineHeight(TextStyle::Body);
    paintHead(*painter, QRectF(inside.left(), inside.top(), inside.width(), body), *one);
    inside.setTop(inside.top() + body + space::half);
    paintLine(*painter, m_theme, QRectF(inside.left(), inside.top(), inside.width(), body),
              OpportunityWords::what(*one), TextStyle::Body, OpportunityWords::isRisk(*one) ? Role::Bad : Role::Text2);
    inside.setTop(inside.top() + body);
    if (const int lines = quoteLines(*one, option.rect.width()); lines > 0) {
        inside.setTop(inside.top() + space::one);
        paintQuote(*painter, QRectF(inside.left(), inside.top(), inside.width(), lines * body), *one);
    }
    const double caption = m_theme.lineHeight(TextStyle::Caption);
    paintFoot(*painter, QRectF(inside.left(), inside.bottom() - caption, inside.width(), caption), *one,
              model->today());
    painter->restore();
}

}  // namespace kith::ui
