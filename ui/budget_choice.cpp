// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/budget_choice.h"

#include "ui/insight_words.h"
#include "ui/text_label.h"

#include <QButtonGroup>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

#include <cmath>

namespace kith::ui {

namespace {

constexpr int thousandths = 1000;

/// How much is filed quietly: the bar's filled part.
class CoverageBar : public QWidget {
public:
    CoverageBar(const Theme& theme, double share, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_share(share) {
        setFixedHeight(8);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Role::Press));
        painter.drawRoundedRect(QRectF(rect()), 4, 4);
        if (m_share > 0) {
            painter.setBrush(m_theme.colour(Role::Accent));
            painter.drawRoundedRect(QRectF(0, 0, std::max(8.0, width() * m_share), height()), 4, 4);
        }
    }

private:
    const Theme& m_theme;
    double m_share;
};

}  // namespace

BudgetChoice::BudgetChoice(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("budgetChoice"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::one);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chose(double(id) / thousandths); });
}

void BudgetChoice::show(const service::ReviewStanding& standing) {
    const int focused =
        m_group->buttons().isEmpty() || !m_group->checkedButton() || !m_group->checkedButton()->hasFocus()
            ? -1
            : m_group->checkedId();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const service::BudgetPlan& plan : standing.plans) {
        const int id = static_cast<int>(std::lround(plan.budget * thousandths));
        auto* choice = new QRadioButton(
            tr("%1 may be wrong: %2").arg(InsightWords::precisePercent(plan.budget), InsightWords::plan(plan)), this);
        choice->setObjectName(QStringLiteral("budget%1").arg(id));
        choice->setFont(m_theme.font(TextStyle::Body));
        choice->setChecked(std::abs(plan.budget - standing.budget) < 1e-6);
        m_group->addButton(choice, id);
        m_column->addWidget(choice);
        m_column->addWidget(new CoverageBar(m_theme, plan.threshold.coverage, this));
        m_column->addSpacing(space::two);
        if (id == focused) {
            choice->setFocus();
        }
    }
    auto* hint = new TextLabel(m_theme, this, TextStyle::Caption, Role::Text3);
    hint->setText(tr(
        "Wrong means: it needed you and was shown as if it did not, or the other way round, or it was two steps off. "
        "Of what is filed quietly, two in a hundred new messages are asked about by lot, so that this can be "
        "measured."));
    hint->setWordWrap(true);
    m_column->addWidget(hint);
    m_column->addStretch();
}

}  // namespace kith::ui
