// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/scope_choice.h"

#include "ui/focus_ring.h"
#include "ui/letter_words.h"
#include "ui/text_paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int scopeHeight = 28;
constexpr int radioSize = 16;
constexpr int scopeInset = 4;  // room for the ring of the keyboard

size_t placeOf(FeedbackScope scope) {
    return static_cast<size_t>(scope);
}

}  // namespace

ScopeButton::ScopeButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme) {
    setCheckable(true);
    setAutoExclusive(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ScopeButton::setAgreement(const QString& agreement) {
    m_agreement = agreement;
    setAccessibleDescription(agreement.isEmpty() ? QString() : tr("agrees with past mail: %1").arg(agreement));
    update();
}

QSize ScopeButton::sizeHint() const {
    return {288, m_theme.scaled(scopeHeight)};
}

void ScopeButton::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        event->ignore();  // Enter saves
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ScopeButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle(scopeInset, (height() - radioSize) / 2.0, radioSize, radioSize);
    const bool on = isChecked();
    painter.setBrush(m_theme.colour(Role::Base));
    painter.setPen(QPen(m_theme.colour(on ? Role::Accent : Role::StrongLine), on ? 5 : 1.5));
    const double in = on ? 2.5 : 0.75;
    painter.drawEllipse(circle.adjusted(in, in, -in, -in));
    const TextStyle style = on ? TextStyle::BodyMedium : TextStyle::Body;
    const double agreement = lineWidth(m_theme, m_agreement, style);
    if (hasFocus()) {
        paintFocusRing(painter, m_theme, circle.adjusted(1, 1, -1, -1), radioSize / 2.0 - 1);
    }
    const double left = scopeInset + radioSize + space::one;
    const double right = width() - scopeInset;
    paintLine(painter, m_theme, QRectF(left, 0, right - left - agreement - space::one, height()), text(), style,
              Role::Text);
    paintLine(painter, m_theme, QRectF(right - agreement - 1, 0, agreement + 1, height()), m_agreement, style,
              on ? Role::Text : Role::Text3, Qt::AlignRight);
}

ScopeChoice::ScopeChoice(const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("scopes"));
    setAccessibleName(tr("For what it holds"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const char* names[] = {"scopeMessage", "scopeSender", "scopeDomain", "scopeSimilar"};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new ScopeButton(theme, this);
        m_buttons[i]->setObjectName(QLatin1String(names[i]));
        column->addWidget(m_buttons[i]);
        connect(m_buttons[i], &QAbstractButton::toggled, this, [this](bool on) {
            if (on) {
                Q_EMIT changed();
            }
        });
    }
    reset({});
}

void ScopeChoice::reset(const Address& sender) {
    m_preview = {};
    m_buttons[placeOf(FeedbackScope::Message)]->setText(tr("Only this message"));
    m_buttons[placeOf(FeedbackScope::Sender)]->setText(tr("Everything from %1").arg(LetterWords::shortName(sender)));
    m_buttons[placeOf(FeedbackScope::Domain)]->setText(tr("All of %1").arg(addressDomain(sender.address)));
    m_buttons[placeOf(FeedbackScope::Similar)]->setText(tr("Mails like this one"));
    for (ScopeButton* button : m_buttons) {
        button->setAgreement({});
        button->setAccessibleName(button->text());
    }
    m_buttons[placeOf(FeedbackScope::Message)]->setChecked(true);
}

void ScopeChoice::setPreview(const service::FeedbackPreview& preview) {
    m_preview = preview;
    const auto show = [&](FeedbackScope scope, const service::FeedbackPreview::Scope& effect) {
        m_buttons[placeOf(scope)]->setAgreement(
            effect.messages == 0 ? tr("no past mail") : tr("%1 of %2").arg(effect.agree).arg(effect.messages));
    };
    show(FeedbackScope::Sender, preview.sender);
    show(FeedbackScope::Domain, preview.domain);
    show(FeedbackScope::Similar, preview.similar);
    Q_EMIT changed();
}

FeedbackScope ScopeChoice::chosen() const {
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked()) {
            return static_cast<FeedbackScope>(i);
        }
    }
    return FeedbackScope::Message;
}

const service::FeedbackPreview::Scope* ScopeChoice::effect() const {
    switch (chosen()) {
    case FeedbackScope::Message:
        return nullptr;
    case FeedbackScope::Sender:
        return &m_preview.sender;
    case FeedbackScope::Domain:
        return &m_preview.domain;
    case FeedbackScope::Similar:
        break;
    }
    return &m_preview.similar;
}

void ScopeChoice::focusChosen() {
    m_buttons[placeOf(chosen())]->setFocus(Qt::OtherFocusReason);
}

}  // namespace kith::ui
