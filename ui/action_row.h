// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One action of a rule as a row: what, with what, after how long and unless what; what is wrong stands below it.
#pragma once

#include "core/domain/rule.h"
#include "ui/theme.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace kith::ui {

class Paragraph;

class ActionRow : public QWidget {
    Q_OBJECT
public:
    ActionRow(const Theme& theme, const QStringList& labels, QWidget* parent);

    void setAction(const RuleAction& action);
    RuleAction action() const;
    /// Whether it says all that it needs.
    bool isFilled() const;
    void setProblem(const QString& sentence);
    void setRemovable(bool removable);

Q_SIGNALS:
    void edited();
    void removeAsked();

private:
    void build(QHBoxLayout& row);
    void fillParameter();
    void chooseSpan(QComboBox& box, std::chrono::minutes span);
    RuleActionKind kind() const;

    const Theme& m_theme;
    QStringList m_labels;
    QComboBox* m_kind;
    QLineEdit* m_text;
    QComboBox* m_choice;
    QComboBox* m_after;
    QComboBox* m_unless;
    QWidget* m_remove{nullptr};
    Paragraph* m_problem;
    std::chrono::milliseconds m_until{0};  ///< a moment from a rule that was written elsewhere
};

}  // namespace kith::ui
