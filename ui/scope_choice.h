// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// For what a correction holds: one message, a sender, a domain, or mails alike, with how past mail agrees.
#pragma once

#include "core/domain/feedback.h"
#include "core/service/conversation.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>

namespace kith::ui {

class Theme;

/// A radio button with a second text at the end of its line.
class ScopeButton : public QAbstractButton {
    Q_OBJECT
public:
    ScopeButton(const Theme& theme, QWidget* parent);

    void setAgreement(const QString& agreement);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QString m_agreement;
};

class ScopeChoice : public QWidget {
    Q_OBJECT
public:
    ScopeChoice(const Theme& theme, QWidget* parent);

    /// Starts with "Only this message" chosen and no numbers.
    void reset(const Address& sender);
    void setPreview(const service::FeedbackPreview& preview);
    FeedbackScope chosen() const;
    /// Of the chosen scope; null where only the message itself is meant.
    const service::FeedbackPreview::Scope* effect() const;
    void focusChosen();

Q_SIGNALS:
    void changed();

private:
    std::array<ScopeButton*, 4> m_buttons{};  ///< by FeedbackScope
    service::FeedbackPreview m_preview;
};

}  // namespace kith::ui
