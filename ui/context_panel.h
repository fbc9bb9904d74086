// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The person behind the open conversation: values with their origin, who owes whom, how often, what else there is.
#pragma once

#include "core/service/conversation.h"

#include <QCoreApplication>
#include <QDate>
#include <QScrollArea>

class QVBoxLayout;

namespace kith::ui {

class Theme;

/// What binds the owner and a person, in two lines.
struct BondWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::BondWords)
public:
    static QString debt(const service::SenderCard& card);  ///< "You owe Ana a reply"
    static QString traffic(const service::SenderCard& card,
                           QDate today);  ///< "8 messages this month · you wrote 6 May"
};

class ContextPanel : public QScrollArea {
    Q_OBJECT
public:
    ContextPanel(const Theme& theme, QWidget* parent);

    void showCard(const service::SenderCard& card);
    void showNothing();
    /// For tests and at midnight; otherwise the day of the machine.
    void setToday(QDate today);
    QSize sizeHint() const override;

Q_SIGNALS:
    void factActivated(const kith::service::FactView& fact);
    void conversationActivated(kith::ThreadId thread);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void freshContent();
    void buildPerson(QVBoxLayout& column, const service::SenderCard& card);
    void buildBond(QVBoxLayout& column, const service::SenderCard& card);
    void buildConversations(QVBoxLayout& column, const service::SenderCard& card);
    QDate today() const;

    const Theme& m_theme;
    QDate m_today;
    QWidget* m_content{nullptr};
};

}  // namespace kith::ui
