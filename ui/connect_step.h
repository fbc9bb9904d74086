// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One step on the way to an account: a sign, a title, a lead, what the step shows, and its buttons in one row.
#pragma once

#include "ui/page_column.h"
#include "ui/palette_roles.h"

#include <QString>

class QHBoxLayout;
class QVBoxLayout;

namespace kith::ui {

class Button;
class IconLabel;
class Paragraph;
class TextLabel;
class Theme;

class ConnectStep : public PageColumn {
    Q_OBJECT
public:
    static constexpr int stepWidth = 640;

    ConnectStep(const Theme& theme, QWidget* parent, const QString& objectName);

    /// Where the keyboard begins.
    virtual void focusFirst() = 0;

protected:
    void setTitle(const QString& icon, Role role, const QString& title, const QString& lead);
    /// Icon, title and a sentence below it.
    QWidget* makeFact(const QString& icon, Role role, const QString& title, const QString& sentence);
    /// A problem in its words, before the buttons; empty takes it away.
    void sayProblem(const QString& sentence);
    Button* addButton(const char* objectName, const QString& text, bool primary = false);
    Button* addLink(const char* objectName, const QString& text);
    TextLabel* makeWords(const QString& text, Role role = Role::Text2);
    const Theme& theme() const { return m_theme; }
    /// Between lead and problem.
    QVBoxLayout& body() { return *m_body; }

private:
    const Theme& m_theme;
    IconLabel* m_sign;
    TextLabel* m_title;
    Paragraph* m_lead;
    QVBoxLayout* m_body;
    QWidget* m_problem;
    Paragraph* m_problemWords;
    QHBoxLayout* m_buttons;
    int m_buttonCount{0};
};

}  // namespace kith::ui
