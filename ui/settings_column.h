// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The pieces that sections of the settings are built of: a column with a heading, titled groups, rows with a label.
#pragma once

#include "ui/page_column.h"
#include "ui/theme.h"

class QBoxLayout;
class QHBoxLayout;

namespace kith::ui {

class Button;
class Paragraph;
class TextLabel;

class SettingsColumn : public PageColumn {
    Q_OBJECT
public:
    static constexpr int usualWidth = 640;
    enum class Under { Label, Field };

    SettingsColumn(const Theme& theme, QWidget* parent, const QString& title, int width = usualWidth);

    Paragraph* addParagraph(const QString& words, Role role = Role::Text2);
    /// A heading within the section.
    void addGroup(const QString& title);
    /// A label with its field, and room for more behind it.
    QHBoxLayout* addField(const QString& label, QWidget* field);
    QHBoxLayout* addRow();
    /// Small words that come and go.
    TextLabel* addCaption(const char* name, Under under = Under::Label);
    Button* addButton(QBoxLayout& row, const char* name, const QString& text, bool primary = false);

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
