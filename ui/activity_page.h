// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Activity: what was done, by whom and why, newest first; filter, undo, and whether the log is whole.
#pragma once

#include "core/service/activity_desk.h"
#include "ui/activity_model.h"
#include "ui/pane.h"

#include <QPointer>

class QListView;
class QStackedWidget;

namespace kith::ui {

class ActivityFilter;
class Button;
class EmptyState;
class IconLabel;
class TextLabel;

class ActivityPage : public Pane {
    Q_OBJECT
public:
    ActivityPage(const Theme& theme, QWidget* parent);

    void setActivity(ActivityModel& model);
    /// Takes the row back on which the keyboard is.
    void undoCurrent();
    void verify();
    void showVerifying();
    void showVerified(const service::LogReport& report);
    void showNotVerified(const QString& why);
    /// One sentence below the list.
    void tell(const QString& sentence);

Q_SIGNALS:
    void undoAsked(kith::ChangeId change);
    void verifyAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    void buildList();
    void askUndo(const QModelIndex& index);
    void showListOrNothing();

    QPointer<ActivityModel> m_model;
    ActivityFilter* m_filter{nullptr};
    QStackedWidget* m_stack{nullptr};
    QListView* m_list{nullptr};
    EmptyState* m_nothing{nullptr};
    IconLabel* m_state{nullptr};
    TextLabel* m_words{nullptr};
    Button* m_verify{nullptr};
};

}  // namespace kith::ui
