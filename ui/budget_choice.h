// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The error budget as three choices, each with what it files quietly and what it costs in questions.
#pragma once

#include "core/service/review_service.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace kith::ui {

class Theme;

class BudgetChoice : public QWidget {
    Q_OBJECT
public:
    BudgetChoice(const Theme& theme, QWidget* parent);
    void show(const service::ReviewStanding& standing);
    using QWidget::show;

Q_SIGNALS:
    void chose(double share);

private:
    const Theme& m_theme;
    QButtonGroup* m_group;
    QVBoxLayout* m_column;
};

}  // namespace kith::ui
