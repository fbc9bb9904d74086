// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/opportunity_board.h"

#include "ui/opportunity_card.h"
#include "ui/opportunity_model.h"
#include "ui/opportunity_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

OpportunityBoard::OpportunityBoard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("opportunityBoard"));
    setAccessibleName(tr("Board by stage"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::screen, space::two, space::screen, 0);
    row->setSpacing(space::two);
    for (size_t at = 0; at < m_lanes.size(); ++at) {
        row->addWidget(buildLane(at), 1);
    }
    setFocusProxy(m_lanes[0].view);
}

QWidget* OpportunityBoard::buildLane(size_t at) {
    const auto stage = static_cast<OpportunityStage>(at);
    Lane& lane = m_lanes[at];
    auto* box = new QWidget(this);
    auto* title = new TextLabel(m_theme, box, TextStyle::BodyStrong);
    title->setText(OpportunityWords::stage(stage));
    lane.count = new TextLabel(m_theme, box, TextStyle::Body, Role::Text2);
    lane.sum = new TextLabel(m_theme, box, TextStyle::Body, Role::Text2);
    lane.sum->setObjectName(QStringLiteral("opportunitySum-") + wordOf(stage));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::one);
    head->addWidget(title);
    head->addWidget(lane.count);
    head->addStretch();
    head->addWidget(lane.sum);
    lane.model = new OpportunityModel(this);
    lane.view = new QListView(box);
    lane.view->setObjectName(QStringLiteral("opportunityLane-") + wordOf(stage));
    lane.view->setAccessibleName(tr("Opportunities in the stage %1").arg(OpportunityWords::stage(stage)));
    lane.view->setModel(lane.model);
    lane.view->setItemDelegate(new OpportunityCard(m_theme, lane.view));
    lane.view->setFrameShape(QFrame::NoFrame);
    lane.view->viewport()->setAutoFillBackground(false);
    lane.view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    lane.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    lane.view->setResizeMode(QListView::Adjust);
    lane.view->setMouseTracking(true);
    lane.view->setDragDropMode(QAbstractItemView::DragDrop);
    lane.view->setDefaultDropAction(Qt::MoveAction);
    lane.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    lane.view->setContextMenuPolicy(Qt::NoContextMenu);
    lane.view->installEventFilter(this);
    connect(lane.model, &OpportunityModel::dropped, this,
            [this, stage](OpportunityId id) { Q_EMIT moveAsked(id, stage); });
    connect(lane.view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, at] {
        if (m_lanes[at].view->hasFocus()) {
            m_current = at;
        }
        Q_EMIT currentChanged();
    });
    connect(lane.view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex&) {
        if (const Opportunity* one = current()) {
            Q_EMIT opened(one->thread);
        }
    });
    connect(&m_theme, &Theme::changed, lane.view, [view = lane.view] { view->doItemsLayout(); });
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addLayout(head);
    column->addWidget(lane.view, 1);
    return box;
}

void OpportunityBoard::setAll(const std::vector<Opportunity>& opportunities, QDate today) {
    const Opportunity* before = current();
    const OpportunityId kept = before ? before->id : OpportunityId{};
    std::array<std::vector<Opportunity>, 5> lanes;
    for (const Opportunity& one : opportunities) {
        if (one.open() || one.status == OpportunityStatus::Completed) {
            lanes[static_cast<size_t>(one.stage)].push_back(one);
        }
    }
    for (size_t at = 0; at < lanes.size(); ++at) {
        Lane& lane = m_lanes[at];
        lane.count->setText(QString::number(lanes[at].size()));
        lane.sum->setText(OpportunityWords::sums(lanes[at]));
        lane.model->setAll(std::move(lanes[at]), today);
    }
    if (kept) {
        select(kept);
    }
    if (!current()) {
        const auto filled =
            std::find_if(m_lanes.begin(), m_lanes.end(), [](const Lane& lane) { return lane.model->rowCount() > 0; });
        if (filled != m_lanes.end()) {
            choose(static_cast<size_t>(filled - m_lanes.begin()), 0);
        }
    }
    Q_EMIT currentChanged();
}

const Opportunity* OpportunityBoard::current() const {
    const Lane& lane = m_lanes[m_current];
    return lane.view->currentIndex().isValid() ? lane.model->at(lane.view->currentIndex().row()) : nullptr;
}

QRect OpportunityBoard::currentBox() const {
    const QListView* view = m_lanes[m_current].view;
    const QRect box = view->visualRect(view->currentIndex());
    return {view->viewport()->mapTo(this, box.topLeft()), box.size()};
}

void OpportunityBoard::select(OpportunityId id) {
    for (size_t at = 0; at < m_lanes.size(); ++at) {
        if (const int row = m_lanes[at].model->rowOf(id); row >= 0) {
            return choose(at, row);
        }
    }
}

void OpportunityBoard::choose(size_t lane, int row) {
    const bool keyboard =
        std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane& one) { return one.view->hasFocus(); });
    m_current = lane;
    QListView* view = m_lanes[lane].view;
    view->setCurrentIndex(m_lanes[lane].model->index(std::min(row, m_lanes[lane].model->rowCount() - 1), 0));
    setFocusProxy(view);
    if (keyboard) {
        view->setFocus();
    }
}

/// To the next column that holds cards, as high as the current card stands.
bool OpportunityBoard::step(size_t from, int by) {
    const int row = std::max(0, m_lanes[from].view->currentIndex().row());
    for (int at = static_cast<int>(from) + by; at >= 0 && at < static_cast<int>(m_lanes.size()); at += by) {
        if (m_lanes[static_cast<size_t>(at)].model->rowCount() > 0) {
            choose(static_cast<size_t>(at), row);
            return true;
        }
    }
    return false;
}

bool OpportunityBoard::eventFilter(QObject* watched, QEvent* event) {
    const auto lane =
        std::find_if(m_lanes.begin(), m_lanes.end(), [watched](const Lane& one) { return one.view == watched; });
    if (lane == m_lanes.end()) {
        return QWidget::eventFilter(watched, event);
    }
    const auto at = static_cast<size_t>(lane - m_lanes.begin());
    if (event->type() == QEvent::FocusIn) {
        m_current = at;
        if (!lane->view->currentIndex().isValid() && lane->model->rowCount() > 0) {
            lane->view->setCurrentIndex(lane->model->index(0, 0));
        }
        Q_EMIT currentChanged();
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const int side = key->key() == Qt::Key_Right ? 1 : key->key() == Qt::Key_Left ? -1 : 0;
    const Opportunity* one = current();
    if (side != 0 && key->modifiers().testFlag(Qt::ShiftModifier)) {
        const int target = static_cast<int>(at) + side;
        if (one && target >= 0 && target < static_cast<int>(m_lanes.size())) {
            Q_EMIT moveAsked(one->id, static_cast<OpportunityStage>(target));
        }
        return true;
    }
    if (side != 0) {
        step(at, side);
        return true;
    }
    const int down = key->key() == Qt::Key_J ? 1 : key->key() == Qt::Key_K ? -1 : 0;
    if (down != 0 && key->modifiers() == Qt::NoModifier) {
        const int row =
            std::clamp(lane->view->currentIndex().row() + down, 0, std::max(0, lane->model->rowCount() - 1));
        lane->view->setCurrentIndex(lane->model->index(row, 0));
        return true;
    }
    return tellKey(*key);
}

bool OpportunityBoard::tellKey(const QKeyEvent& key) {
    const int said = key.key() == Qt::Key_Enter ? Qt::Key_Return : key.key();
    const bool deed =
        said == Qt::Key_Y || said == Qt::Key_N || said == Qt::Key_V || said == Qt::Key_E || said == Qt::Key_Return;
    if (!deed || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    Q_EMIT keyed(said);
    return true;
}

}  // namespace kith::ui
