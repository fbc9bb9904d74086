// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/window_commands.h"

#include "ui/drafts_page.h"
#include "ui/inbox_tabs.h"
#include "ui/list_pane.h"
#include "ui/mail_actions.h"
#include "ui/main_window.h"
#include "ui/message_list_view.h"
#include "ui/review_page.h"
#include "ui/rules_page.h"
#include "ui/shortcut_registry.h"
#include "ui/work_page.h"

namespace kith::ui {

using service::MailAction;

namespace {

Priority priorityOfKey(int key) {
    return static_cast<Priority>(5 - key);
}

QString commandId(const char* id) {
    return QString::fromLatin1(id);
}

void connectMoving(ShortcutRegistry& shortcuts, InboxPage& inbox) {
    const auto on = [&](const char* id, std::function<void()> handler) {
        shortcuts.on(commandId(id), &inbox, std::move(handler));
    };
    on("mail.next", [&inbox] { inbox.moveBy(1); });
    on("mail.previous", [&inbox] { inbox.moveBy(-1); });
    on("mail.open", [&inbox] { inbox.openFocused(); });
    on("mail.back", [&inbox] { inbox.back(); });
    on("mail.select", [&inbox] { inbox.list().view().toggleChecked(); });
    on("mail.selectAll", [&inbox] { inbox.list().selectAll(true); });
    on("mail.selectNone", [&inbox] { inbox.list().selectAll(false); });
    on("window.context", [&inbox] { inbox.toggleContext(); });
}

void connectDoing(ShortcutRegistry& shortcuts, InboxPage& inbox) {
    const auto on = [&](const char* id, std::function<void()> handler) {
        shortcuts.on(commandId(id), &inbox, std::move(handler));
    };
    on("mail.archive", [&inbox] { inbox.act(MailAction::Archive); });
    on("mail.delete", [&inbox] { inbox.act(MailAction::Trash); });
    on("mail.star", [&inbox] { inbox.toggleStar(); });
    on("mail.unread", [&inbox] { inbox.act(MailAction::MarkUnread); });
    on("mail.snooze", [&inbox] { inbox.snooze(); });
    on("mail.label", [&inbox] { inbox.askLabels(LabelPurpose::Label); });
    on("mail.move", [&inbox] { inbox.askLabels(LabelPurpose::Move); });
    on("mail.mute", [&inbox] { inbox.act(MailAction::Mute); });
    on("mail.spam", [&inbox] { inbox.act(MailAction::Spam); });
    on("priority.why", [&inbox] { inbox.showWhy(); });
    on("priority.right", [&inbox] { inbox.sayRight(); });
    for (int key = 1; key <= 5; ++key) {
        shortcuts.on(QStringLiteral("priority.%1").arg(key), &inbox,
                     [&inbox, key] { inbox.setPriority(priorityOfKey(key)); });
    }
    on("window.redo", [&inbox] { inbox.actions().redo(); });
}

void connectReviewing(ShortcutRegistry& shortcuts, ReviewPage& review) {
    shortcuts.on(commandId("review.accept"), &review, [&review] { review.accept(); });
    shortcuts.on(commandId("review.acceptAlike"), &review, [&review] { review.acceptAlike(); });
    shortcuts.on(commandId("review.reject"), &review, [&review] { review.reject(); });
    shortcuts.on(commandId("review.edit"), &review, [&review] { review.edit(); });
    shortcuts.on(commandId("review.skip"), &review, [&review] { review.skip(); });
    for (int key = 1; key <= 5; ++key) {
        shortcuts.on(QStringLiteral("review.%1").arg(key), &review,
                     [&review, key] { review.correct(priorityOfKey(key)); });
    }
}

/// The page is made when it is first gone to; its keys only work there.
void connectDrafts(ShortcutRegistry& shortcuts, WorkPage& work) {
    const auto on = [&](const char* id, void (DraftsPage::*deed)()) {
        shortcuts.on(commandId(id), &work, [&work, deed] {
            if (auto* page = qobject_cast<DraftsPage*>(work.page(Place::Drafts))) {
                (page->*deed)();
            }
        });
    };
    on("draft.approve", &DraftsPage::approve);
    on("draft.edit", &DraftsPage::edit);
    on("draft.send", &DraftsPage::send);
}

void connectRules(ShortcutRegistry& shortcuts, WorkPage& work) {
    const auto on = [&](const char* id, std::function<void(RulesPage&)> deed) {
        shortcuts.on(commandId(id), &work, [&work, deed = std::move(deed)] {
            if (auto* page = qobject_cast<RulesPage*>(work.page(Place::Rules))) {
                deed(*page);
            }
        });
    };
    on("rule.new", [](RulesPage& page) { page.startNew(); });
    on("rule.save", [](RulesPage& page) { page.save(); });
    on("rule.up", [](RulesPage& page) { page.moveCurrent(-1); });
    on("rule.down", [](RulesPage& page) { page.moveCurrent(1); });
    on("rule.delete", [](RulesPage& page) { page.removeCurrent(); });
}

/// Keys that are taught already but whose work comes later say so instead of doing nothing.
void connectComing(ShortcutRegistry& shortcuts, WorkPage& work) {
    const auto later = [&](const char* id, const QString& sentence) {
        shortcuts.on(commandId(id), &work, [&work, sentence] {
            Q_EMIT work.said({QStringLiteral("clock"), sentence, {}});
        });
    };
    const QString writing = MainWindow::tr("Forwarding comes in a later version.");
    later("mail.forward", writing);
    shortcuts.on(commandId("mail.reply"), &work, [&work] { work.inbox().reply(false); });
    shortcuts.on(commandId("mail.replyAll"), &work, [&work] { work.inbox().reply(true); });
    connectDrafts(shortcuts, work);
    connectRules(shortcuts, work);
    shortcuts.on(commandId("mail.write"), &work, [&work] { work.go(Place::Write); });
}

void connectPlaces(ShortcutRegistry& shortcuts, MainWindow& window) {
    const std::pair<const char*, Place> places[] = {
        {"go.inbox", Place::Inbox},       {"go.review", Place::Review},     {"go.drafts", Place::Drafts},
        {"go.sent", Place::Sent},         {"go.contacts", Place::Contacts}, {"go.opportunities", Place::Opportunities},
        {"go.log", Place::Activity},      {"go.snoozed", Place::Snoozed},   {"go.starred", Place::Starred},
        {"go.accounts", Place::Accounts}, {"go.insights", Place::Insights}, {"go.imports", Place::Imports},
        {"go.settings", Place::Settings}, {"go.rules", Place::Rules},
    };
    shortcuts.on(commandId("go.learned"), &window, [&window] {
        if (window.work() && !window.showsStart()) {
            window.work()->go(Place::Settings, QStringLiteral("learned"));
        }
    });
    for (const auto& [id, place] : places) {
        shortcuts.on(commandId(id), &window, [&window, where = place] { window.go(where); });
    }
}

}  // namespace

void connectWindowCommands(ShortcutRegistry& shortcuts, MainWindow& window) {
    const auto on = [&](const char* id, std::function<void()> handler) {
        shortcuts.on(commandId(id), &window, std::move(handler));
    };
    connectPlaces(shortcuts, window);
    on("window.help", [&window] { window.toggleHelp(); });
    on("window.palette", [&window] { window.openPalette(); });
    on("window.search", [&window] {
        if (window.work() && !window.showsStart()) {
            window.work()->search();
        }
    });
    on("window.sidebar", [&window] {
        if (window.work()) {
            window.work()->setSidebarShown(!window.work()->isSidebarShown());
        }
    });
    on("window.zoomIn", [&window] { window.zoom(0.1); });
    on("window.zoomOut", [&window] { window.zoom(-0.1); });
    on("window.zoomReset", [&window] { window.zoom(0); });
}

void connectMailCommands(ShortcutRegistry& shortcuts, WorkPage& work) {
    connectMoving(shortcuts, work.inbox());
    connectDoing(shortcuts, work.inbox());
    connectReviewing(shortcuts, work.review());
    shortcuts.on(commandId("window.undo"), &work, [&work] { work.undo(); });
    connectComing(shortcuts, work);
}

}  // namespace kith::ui
