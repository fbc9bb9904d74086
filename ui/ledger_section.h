// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Ledger: everything that left this computer, with the exact text of each request.
#pragma once

#include "core/service/privacy_desk.h"
#include "ui/place_page.h"
#include "ui/seams.h"

class QComboBox;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace kith::ui {

class Button;
class LedgerModel;
class TextLabel;

class LedgerSection : public PlacePage {
    Q_OBJECT
public:
    LedgerSection(const Theme& theme, service::LedgerDesk& desk, const Seams& seams, QWidget* parent);

    void arrive() override;

private:
    QWidget* buildHead();
    QWidget* buildBody();
    void dressTable();
    void showTotals(const std::vector<service::LedgerTotal>& totals);
    void showChosen();
    void showText(const service::LedgerEntry& entry);
    void exportAll();
    QString service() const;

    service::LedgerDesk& m_desk;
    const Seams& m_seams;
    LedgerModel* m_model;
    QStackedWidget* m_stack{nullptr};
    TextLabel* m_totals{nullptr};
    QComboBox* m_service{nullptr};
    Button* m_export{nullptr};
    QTableView* m_table{nullptr};
    TextLabel* m_what{nullptr};
    QPlainTextEdit* m_text{nullptr};
    qint64 m_asked{0};  ///< whose text is on its way
};

}  // namespace kith::ui
