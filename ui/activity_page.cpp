// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/activity_page.h"

#include "ui/activity_delegate.h"
#include "ui/activity_filter.h"
#include "ui/activity_model.h"
#include "ui/activity_words.h"
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/icon_label.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int activityNothingWidth = 320;

}  // namespace

ActivityPage::ActivityPage(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Base, parent) {
    setObjectName(QStringLiteral("activityPage"));
    setAccessibleName(tr("Activity"));
    auto* head = buildHead();
    m_stack = new QStackedWidget(this);
    buildList();
    m_nothing = new EmptyState(theme, m_stack);
    m_nothing->setMinimumWidth(activityNothingWidth);
    auto* middle = new QWidget(m_stack);
    auto* row = new QHBoxLayout(middle);
    row->addStretch();
    row->addWidget(m_nothing);
    row->addStretch();
    m_stack->addWidget(m_list);
    m_stack->addWidget(middle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_stack, 1);
    column->addWidget(buildFoot());
    setFocusProxy(m_list);
}

QWidget* ActivityPage::buildHead() {
    auto* head = new Pane(theme(), Role::Base, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(theme().scaled(64));
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Activity"));
    m_filter = new ActivityFilter(theme(), head);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    row->addWidget(title);
    row->addStretch();
    row->addWidget(m_filter);
    return head;
}

void ActivityPage::buildList() {
    m_list = new QListView(m_stack);
    m_list->setObjectName(QStringLiteral("activityList"));
    m_list->setAccessibleName(tr("What was done, newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    auto* delegate = new ActivityDelegate(theme(), m_list);
    m_list->setItemDelegate(delegate);
    connect(delegate, &ActivityDelegate::undoClicked, this, &ActivityPage::askUndo);
    connect(&theme(), &Theme::changed, m_list, [this] { m_list->doItemsLayout(); });
}

QWidget* ActivityPage::buildFoot() {
    auto* foot = new Pane(theme(), Role::Base, this);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(theme().scaled(64));
    m_state = new IconLabel(theme(), foot);
    m_words = new TextLabel(theme(), foot, TextStyle::Body, Role::Text2);
    m_words->setObjectName(QStringLiteral("activityWords"));
    m_words->setWordWrap(true);
    m_verify = new Button(theme(), foot);
    m_verify->setObjectName(QStringLiteral("verifyLog"));
    m_verify->setButtonSize(ButtonSize::Large);
    m_verify->setIconName(QStringLiteral("shield-check"));
    m_verify->setText(tr("Verify the log"));
    m_verify->setKeys(QKeySequence(Qt::Key_V));
    connect(m_verify, &QAbstractButton::clicked, this, &ActivityPage::verifyAsked);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::one);
    row->addWidget(m_state);
    row->addWidget(m_words, 1);
    row->addWidget(m_verify);
    tell(tr("Every change is written into a log in which each entry seals the one before."));
    return foot;
}

void ActivityPage::setActivity(ActivityModel& model) {
    m_model = &model;
    m_list->setModel(&model);
    connect(m_filter, &ActivityFilter::changed, &model, [this] { m_model->setFilter(m_filter->chosen()); });
    connect(&model, &ActivityModel::arrived, this, &ActivityPage::showListOrNothing);
    connect(&model, &ActivityModel::failed, this, [this] { tell(tr("The activity could not be read.")); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_list->currentIndex().isValid()) {
            m_list->setCurrentIndex(m_model->index(0));
        }
    });
    showListOrNothing();
}

void ActivityPage::showListOrNothing() {
    if (!m_model) {
        return;
    }
    const bool nothing = m_model->rowCount() == 0 && !m_model->isLoading() && !m_model->canFetchMore({});
    m_nothing->say(m_filter->chosen() ? tr("Nothing of this kind was done yet.") : tr("Nothing was done yet."), {});
    m_stack->setCurrentIndex(nothing ? 1 : 0);
}

void ActivityPage::askUndo(const QModelIndex& index) {
    const service::ActivityEntry* entry = m_model ? m_model->entryAt(index.row()) : nullptr;
    if (entry && entry->undoable) {
        Q_EMIT undoAsked(entry->id);
    }
}

void ActivityPage::undoCurrent() {
    askUndo(m_list->currentIndex());
}

void ActivityPage::verify() {
    m_verify->click();
}

void ActivityPage::showVerifying() {
    m_verify->setEnabled(false);
    tell(tr("Reading the whole log …"));
}

void ActivityPage::showVerified(const service::LogReport& report) {
    tell(ActivityWords::verified(report));
    m_words->setRole(report.intact ? Role::Ok : Role::Bad);
    m_state->setFace(report.intact ? QStringLiteral("circle-check") : QStringLiteral("triangle-alert"),
                     report.intact ? Role::Ok : Role::Bad);
    m_verify->setEnabled(true);
}

void ActivityPage::showNotVerified(const QString& why) {
    tell(why);
    m_verify->setEnabled(true);
}

void ActivityPage::tell(const QString& sentence) {
    m_words->setText(sentence);
    m_words->setRole(Role::Text2);
    m_state->setFace({}, Role::Text2);
}

bool ActivityPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
            undoCurrent();
            return true;
        }
        if (press->key() == Qt::Key_V && press->modifiers() == Qt::NoModifier) {
            verify();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

void ActivityPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_V && event->modifiers() == Qt::NoModifier) {
        verify();
    } else {
        Pane::keyPressEvent(event);
    }
}

}  // namespace kith::ui
