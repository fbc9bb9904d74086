// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Below a title: the mark, how sure it is, who decided, and the way to the reasons.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/inbox.h"

#include <QWidget>

#include <optional>

namespace kith::ui {

class Button;
class ElidedLabel;
class PriorityMark;
class TextLabel;
class Theme;

class PriorityLine : public QWidget {
    Q_OBJECT
public:
    PriorityLine(const Theme& theme, QWidget* parent);

    void showRow(const InboxRow& row, const std::optional<Decision>& decision);
    /// What a popover about the reasons points at.
    QWidget* anchor() const;

Q_SIGNALS:
    void whyRequested();

private:
    PriorityMark* m_mark;
    TextLabel* m_name;
    TextLabel* m_share;
    ElidedLabel* m_by;
    Button* m_why;
};

}  // namespace kith::ui
