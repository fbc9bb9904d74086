// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One rule as a form: its name, conditions, actions, and what is wrong with it, at the place where it is wrong.
#pragma once

#include "core/service/rule_grammar.h"
#include "ui/page_column.h"
#include "ui/theme.h"

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace kith::ui {

class ActionRow;
class ConditionRow;
class Paragraph;
class TextLabel;

class RuleEditor : public PageColumn {
    Q_OBJECT
public:
    static constexpr int usualWidth = 680;

    RuleEditor(const Theme& theme, QWidget* parent);

    void setLabels(const QStringList& labels) { m_labels = labels; }
    /// Fills the form; nothing is told as edited.
    void setRule(const Rule& rule);
    /// As the form says it; without a name it is called after what it looks for.
    Rule rule() const;
    /// Whether every row says what it needs.
    bool isFilled() const;
    void setProblem(const std::optional<service::RulePlace>& place);
    /// The keyboard on the first condition: a name comes by itself.
    void start();

Q_SIGNALS:
    void edited();

private:
    void build();
    void buildHeads();
    ConditionRow* addCondition(const RuleCondition& condition);
    ActionRow* addAction(const RuleAction& action);
    void drop(ConditionRow* row);
    void drop(ActionRow* row);
    void changed();
    void refreshRows();
    RuleCondition when() const;

    const Theme& m_theme;
    QStringList m_labels;
    Rule m_rule;  ///< what the form does not show: id, place, revision
    QLineEdit* m_name{nullptr};
    QCheckBox* m_enabled{nullptr};
    QComboBox* m_join{nullptr};
    QVBoxLayout* m_conditionRows{nullptr};
    QVBoxLayout* m_actionRows{nullptr};
    QCheckBox* m_stop{nullptr};
    Paragraph* m_nameProblem{nullptr};
    Paragraph* m_problem{nullptr};
    std::vector<ConditionRow*> m_conditions;
    std::vector<ActionRow*> m_actions;
};

}  // namespace kith::ui
