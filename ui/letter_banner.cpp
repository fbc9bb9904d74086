// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_banner.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/icon_label.h"
#include "ui/paragraph.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int bannerIcon = 16;
constexpr int bannerPadding = 12;

/// The sign at the head of a banner, on the first line.
QWidget* bannerSign(const Theme& theme, const QString& icon, Role role, QWidget* parent) {
    auto* sign = new IconLabel(theme, parent, bannerIcon);
    sign->setFixedHeight(theme.lineHeight(TextStyle::Body));
    sign->setFace(icon, role);
    return sign;
}

}  // namespace

LetterBanner::LetterBanner(const Theme& theme, Tone tone, const Words& words, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_tone(tone) {
    setAccessibleName(words.title.isEmpty() ? words.sentence
                                            : QStringLiteral("%1. %2").arg(words.title, words.sentence));
    tone == Tone::Warning ? buildWarning(words) : buildQuiet(words);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LetterBanner::buildQuiet(const Words& words) {
    const Role sign = m_tone == Tone::QuietWarning ? Role::Warn : Role::Text2;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(bannerPadding, space::one, bannerPadding, space::one);
    row->setSpacing(space::one);
    row->addWidget(bannerSign(m_theme, words.icon, sign, this), 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(space::half);
    m_links = new QHBoxLayout;
    m_links->setSpacing(space::two);
    if (m_tone == Tone::QuietWarning) {
        auto* sentence = new Paragraph(m_theme, this);  // nothing of a warning is cut
        sentence->setText(words.sentence);
        m_links->addWidget(sentence, 1);
    } else {
        auto* sentence = new ElidedLabel(m_theme, this, TextStyle::Body, Role::Text2);
        sentence->setText(words.sentence);
        m_links->addWidget(sentence, 1);
    }
    m_column->addLayout(m_links);
    row->addLayout(m_column, 1);
}

void LetterBanner::buildWarning(const Words& words) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(bannerPadding, bannerPadding, bannerPadding, bannerPadding);
    row->setSpacing(bannerPadding);
    row->addWidget(bannerSign(m_theme, words.icon, Role::Warn, this), 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    auto* title = new TextLabel(m_theme, this, TextStyle::BodyStrong);
    title->setText(words.title);
    title->setWordWrap(true);
    auto* sentence = new Paragraph(m_theme, this);
    sentence->setText(words.sentence);
    m_links = new QHBoxLayout;
    m_links->setContentsMargins(0, space::one, 0, 0);
    m_links->setSpacing(space::two);
    m_links->addStretch();
    m_column->addWidget(title);
    m_column->addWidget(sentence);
    m_column->addLayout(m_links);
    row->addLayout(m_column, 1);
}

Button* LetterBanner::addLink(const QString& objectName, const QString& text) {
    auto* link = new Button(m_theme, this, ButtonKind::Link);
    link->setObjectName(objectName);
    link->setText(text);
    const int last = m_links->count();
    m_links->insertWidget(m_tone == Tone::Warning ? last - 1 : last, link);
    return link;
}

void LetterBanner::showDetail(const QString& text) {
    delete m_detail;
    m_detail = nullptr;
    if (text.isEmpty()) {
        return;
    }
    auto* detail = new TextLabel(m_theme, this, TextStyle::Body, Role::Text);
    detail->setObjectName(QStringLiteral("bannerDetail"));
    detail->setText(text);
    detail->setWordWrap(true);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->insertWidget(m_tone == Tone::Warning ? m_column->count() - 1 : m_column->count(), detail);
    m_detail = detail;
}

bool LetterBanner::showsDetail() const {
    return m_detail != nullptr;
}

void LetterBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.scheme() == Scheme::HighContrast ? QPen(m_theme.colour(Role::Line)) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.colour(m_tone == Tone::Warning ? Role::WarnTint : Role::Well));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control, radius::control);
}

}  // namespace kith::ui
