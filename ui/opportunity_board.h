// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The board: five columns of cards by stage, moved by drag or from the keyboard.
#pragma once

#include "core/domain/opportunity.h"

#include <QWidget>

#include <array>

class QKeyEvent;
class QListView;

namespace kith::ui {

class OpportunityModel;
class TextLabel;
class Theme;

class OpportunityBoard : public QWidget {
    Q_OBJECT
public:
    OpportunityBoard(const Theme& theme, QWidget* parent);

    /// Open ones by their stage, completed ones in the last column. The card under the keyboard stays under it.
    void setAll(const std::vector<Opportunity>& opportunities, QDate today);
    const Opportunity* current() const;
    /// Where a popover about the current card belongs; in this widget's coordinates.
    QRect currentBox() const;
    void select(OpportunityId id);

Q_SIGNALS:
    void currentChanged();
    void moveAsked(kith::OpportunityId id, kith::OpportunityStage stage);
    void opened(kith::ThreadId thread);
    /// A plain letter or Enter on a card.
    void keyed(int key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Lane {
        OpportunityModel* model{nullptr};
        QListView* view{nullptr};
        TextLabel* count{nullptr};
        TextLabel* sum{nullptr};
    };
    QWidget* buildLane(size_t at);
    bool step(size_t from, int by);
    bool tellKey(const QKeyEvent& key);
    void choose(size_t lane, int row);

    const Theme& m_theme;
    std::array<Lane, 5> m_lanes;
    size_t m_current{0};
};

}  // namespace kith::ui
