// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/workspace.h"
#include "ui/activity_controller.h"

namespace kith::ui {

namespace {

ActivityHouse activityHouse(service::Workspace& workspace) {
    return {[&workspace](const ActivityAsk& ask) { return workspace.activity().list(ask.before, ask.limit, ask.by); },
            [&workspace](ChangeId change) { return workspace.activity().undo(change); },
            [&workspace] { return workspace.activity().verify(); }};
}

}  // namespace

ActivityController::ActivityController(service::Workspace& workspace, ActivityPage& page, QObject* parent)
    : ActivityController(activityHouse(workspace), page, parent) {
    connect(&workspace, &service::Workspace::changed, this, &ActivityController::lookAgain);
}

}  // namespace kith::ui
