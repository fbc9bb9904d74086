// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One finding: its sentence, the chart that proves it, and the same numbers as a table.
#pragma once

#include "ui/pane.h"

#include <QStringList>

#include <vector>

class QStackedWidget;
class QTableWidget;

namespace kith::ui {

class Button;
class TextLabel;

class InsightCard : public Pane {
    Q_OBJECT
public:
    /// name: of the objects in it, e.g. calibration.
    InsightCard(const Theme& theme, const QString& name, QWidget* parent);

    /// Given once; the card owns it.
    void setPicture(QWidget* picture);
    void tell(const QString& finding, const QString& caption);
    void setTable(const QStringList& head, const std::vector<QStringList>& rows);
    /// In place of picture and table; empty: they are shown.
    void setNothing(const QString& sentence);
    bool showsTable() const;
    void showTable(bool shown);

private:
    void turn();

    TextLabel* m_finding;
    TextLabel* m_caption;
    Button* m_switch;
    QStackedWidget* m_stack;
    QWidget* m_picture{nullptr};
    QTableWidget* m_table;
    QWidget* m_nothing;
    TextLabel* m_nothingWords;
    bool m_tableWanted{false};
    bool m_empty{false};
};

}  // namespace kith::ui
