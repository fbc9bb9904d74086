// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Wires the activity page to the workspace: parts of the journal, undo with its conflicts, the check of the log.
#pragma once

#include "core/base/result.h"
#include "core/service/changes.h"
#include "ui/activity_model.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace kith::service {
class Workspace;
}

namespace kith::ui {

class ActivityPage;

/// What the activity needs of the house; see service::ActivityDesk.
struct ActivityHouse {
    template <class T>
    using Answer = QFuture<Result<T>>;

    std::function<Answer<service::ActivityPart>(const ActivityAsk&)> list;
    std::function<Answer<service::Receipt>(ChangeId)> undo;
    std::function<Answer<service::LogReport>()> verify;
};

class ActivityController : public QObject, private ActivitySource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityController)
public:
    /// The page outlives it.
    ActivityController(service::Workspace& workspace, ActivityPage& page, QObject* parent);
    ActivityController(ActivityHouse house, ActivityPage& page, QObject* parent);

    /// The workspace changed: the newest part is read again.
    void lookAgain(const service::Changes& changes);
    ActivityModel& model() { return m_model; }

private:
    void requestActivity(const ActivityAsk& ask,
                         std::function<void(std::optional<service::ActivityPart>)> answer) override;
    void undo(ChangeId change);
    void verify();

    ActivityHouse m_house;
    ActivityPage& m_page;
    ActivityModel m_model;
};

}  // namespace kith::ui
