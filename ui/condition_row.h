// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One condition of a rule as a row: field, operator, value; what is wrong with it stands below it.
#pragma once

#include "core/domain/rule.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace kith::ui {

class Paragraph;

class ConditionRow : public QWidget {
    Q_OBJECT
public:
    ConditionRow(const Theme& theme, QWidget* parent);

    /// A test, or a not around one.
    void setCondition(const RuleCondition& condition);
    RuleCondition condition() const;
    /// Whether there is something to look for.
    bool isFilled() const;
    static bool canShow(const RuleCondition& condition);
    void setProblem(const QString& sentence);
    void setRemovable(bool removable);

Q_SIGNALS:
    void edited();
    void removeAsked();

private:
    void build(QHBoxLayout& row);
    void fillOperators(RuleOperator op, bool negated);
    void fillValues();
    RuleField field() const;
    RuleOperator op() const;

    const Theme& m_theme;
    QComboBox* m_field;
    QComboBox* m_op;
    QComboBox* m_choice;
    QLineEdit* m_value;
    QWidget* m_remove{nullptr};
    Paragraph* m_keptWords{nullptr};
    std::optional<RuleCondition> m_kept;  ///< a form that the fields cannot show
    Paragraph* m_problem;
};

}  // namespace kith::ui
