// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities: a board by stage and a table, filters, and what is done with the chosen one.
#pragma once

#include "core/service/opportunity_desk.h"
#include "ui/place_page.h"

class QComboBox;
class QHBoxLayout;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace kith::ui {

class Button;
class EmptyState;
class HouseDoor;
class OpportunityBoard;
class OpportunityFoot;
class OpportunityModel;
class TextLabel;

class OpportunitiesPage : public PlacePage {
    Q_OBJECT
public:
    OpportunitiesPage(const Theme& theme, HouseDoor& house, service::OpportunityDesk& desk, QWidget* parent);

    void arrive() override;
    /// "board", "table", or an opportunity's id.
    void show(const QString& part) override;
    using PlacePage::show;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    void buildTable();
    void buildFilters(QHBoxLayout& row);
    void lookAgain();
    void take(std::vector<Opportunity> opportunities);
    void showChosen();
    void showTable(bool table);
    void onKey(int key);
    void askWhere();
    void move(OpportunityId id, OpportunityStage stage);
    void write(const service::OpportunityEdit& edit);
    using Deed = QFuture<Result<service::OpportunityOutcome>>;
    void follow(const Deed& deed, const QString& icon, const QString& sentence);
    const Opportunity* chosen() const;

    HouseDoor& m_house;
    service::OpportunityDesk& m_desk;
    std::vector<Opportunity> m_all;
    TextLabel* m_facts{nullptr};
    Button* m_risk{nullptr};
    QComboBox* m_kind{nullptr};
    QComboBox* m_status{nullptr};
    Button* m_boardChoice{nullptr};
    Button* m_tableChoice{nullptr};
    QStackedWidget* m_stack{nullptr};
    OpportunityBoard* m_board{nullptr};
    QTableView* m_table{nullptr};
    OpportunityModel* m_rows{nullptr};
    QSortFilterProxyModel* m_sorted{nullptr};
    EmptyState* m_nothing{nullptr};
    OpportunityFoot* m_foot{nullptr};
    OpportunityId m_wanted;
    bool m_asTable{false};
    int m_asked{0};  ///< older answers are dropped
};

}  // namespace kith::ui
