// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/style_sheet.h"

#include "ui/theme.h"

namespace kith::ui {

namespace {

constexpr auto sheetTemplate = R"css(
QLineEdit, QAbstractSpinBox, QDateTimeEdit { min-height: 30px; padding: 0 9px;
  border: 1px solid @control; border-radius: 6px; background: @base; color: @text;
  selection-background-color: @tint; selection-color: @text; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: 0 8px; min-height: 28px; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: 0; padding: 0; background: transparent; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: @off; border-color: @line; }
QPlainTextEdit, QTextEdit { border: 1px solid @control; border-radius: 6px; background: @base; color: @text;
  selection-background-color: @tint; selection-color: @text; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; }
QMenu { background: @raised; border: 1px solid @control; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @off; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @inverse; color: @inverseText; border: 0; padding: 5px 10px; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @control; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @strong; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
)css";

}  // namespace

QString styleSheet(const Theme& theme) {
    QString sheet = QString::fromLatin1(sheetTemplate);
    const std::pair<const char*, Role> words[] = {
        {"@control", Role::Control}, {"@base", Role::Base},   {"@inverseText", Role::InverseText},
        {"@inverse", Role::Inverse}, {"@text", Role::Text},   {"@tint", Role::Tint},
        {"@accent", Role::Accent},   {"@off", Role::Off},     {"@line", Role::Line},
        {"@raised", Role::Raised},   {"@hover", Role::Hover}, {"@strong", Role::StrongLine},
    };
    for (const auto& [word, role] : words) {
        sheet.replace(QLatin1String(word), theme.colour(role).name());
    }
    return sheet;
}

}  // namespace kith::ui
