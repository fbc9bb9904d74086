// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/workspace.h"
#include "ui/review_controller.h"

namespace kith::ui {

namespace {

ReviewHouse reviewHouse(service::Workspace& workspace) {
    return {[&workspace] { return workspace.inbox().order(MailList::Review); },
            [&workspace](const std::vector<ThreadId>& threads) { return workspace.inbox().rows(threads); },
            [&workspace](ThreadId thread) { return workspace.inbox().open(thread); },
            [&workspace](const QString& address) { return workspace.inbox().card(address); },
            [&workspace](const Feedback& feedback) { return workspace.inbox().giveFeedback(feedback); },
            [&workspace](ChangeId change) { return workspace.inbox().undo(change); },
            [&workspace](const QString& key, const QString& fallback) { return workspace.setting(key, fallback); },
            [&workspace](const QString& key, const QString& value) { return workspace.setSetting(key, value); }};
}

}  // namespace

ReviewController::ReviewController(service::Workspace& workspace, ReviewPage& page, QObject* parent)
    : ReviewController(reviewHouse(workspace), page, parent) {
    connect(&workspace, &service::Workspace::changed, this, &ReviewController::lookAgain);
}

}  // namespace kith::ui
