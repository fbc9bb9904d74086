// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_head.h"

#include "ui/review_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kith::ui {

/// 160 × 4, filled from the left.
class ReviewHead::Bar : public QWidget {
public:
    Bar(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme) {
        setFixedSize(160, 4);
        setObjectName(QStringLiteral("reviewBar"));
    }
    void setShare(double share) {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Role::Press));
        painter.drawRoundedRect(QRectF(rect()), 2, 2);
        if (m_share > 0) {
            painter.setBrush(m_theme.colour(Role::Accent));
            painter.drawRoundedRect(QRectF(0, 0, std::max(4.0, width() * m_share), 4), 2, 2);
        }
    }

private:
    const Theme& m_theme;
    double m_share{0};
};

ReviewHead::ReviewHead(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Base, parent)
    , m_meta(new TextLabel(theme, this, TextStyle::Body, Role::Text2))
    , m_bar(new Bar(theme, this))
    , m_done(new TextLabel(theme, this, TextStyle::Caption, Role::Text3)) {
    setObjectName(QStringLiteral("reviewHead"));
    setLines(Qt::BottomEdge);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* title = new TextLabel(theme, this, TextStyle::Heading);
    title->setText(tr("Review"));
    m_meta->setObjectName(QStringLiteral("reviewMeta"));
    m_done->setObjectName(QStringLiteral("reviewDone"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    row->addWidget(title);
    row->addWidget(m_meta);
    row->addStretch();
    row->addWidget(m_bar);
    row->addWidget(m_done);
}

void ReviewHead::setProgress(const ReviewProgress& progress) {
    const int all = progress.done + progress.left;
    m_meta->setText(ReviewWords::head(progress));
    m_meta->setVisible(progress.left > 0);
    m_done->setText(ReviewWords::doneOf(progress));
    m_done->setVisible(all > 0);
    m_bar->setVisible(all > 0);
    m_bar->setShare(all > 0 ? static_cast<double>(progress.done) / all : 0);
    setAccessibleName(tr("Review, %1").arg(ReviewWords::head(progress)));
    setAccessibleDescription(ReviewWords::doneOf(progress));
}

QSize ReviewHead::sizeHint() const {
    return {480, theme().scaled(64)};
}

}  // namespace kith::ui
