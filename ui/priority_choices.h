// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// "Or it is": the five marks with their names in a line, to be chosen by click, arrows and Space.
#pragma once

#include "core/domain/priority.h"

#include <QWidget>

#include <array>
#include <optional>

class QAbstractButton;

namespace kith::ui {

class TextLabel;
class Theme;

class PriorityChoices : public QWidget {
    Q_OBJECT
public:
    PriorityChoices(const Theme& theme, QWidget* parent);

    /// What stands before the marks.
    void setLead(const QString& lead);
    void setChosen(std::optional<Priority> priority);
    /// The keyboard goes to this mark.
    void focusOn(Priority priority);

Q_SIGNALS:
    void chose(kith::Priority priority);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    TextLabel* m_lead;
    std::array<QAbstractButton*, 5> m_choices{};  ///< by shown key, 1 first
};

}  // namespace kith::ui
