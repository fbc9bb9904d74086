// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/shortcuts.h"

#include <algorithm>

namespace kith::ui {

namespace {

QList<QKeySequence> keyList(const char* keys) {
    QList<QKeySequence> list;
    for (const QString& one : QString::fromLatin1(keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QString portable = one;
        list << QKeySequence(portable.replace(QLatin1Char('~'), QStringLiteral(", ")), QKeySequence::PortableText);
    }
    return list;
}

bool meet(ShortcutContext a, ShortcutContext b) {
    return a == b || a == ShortcutContext::Window || b == ShortcutContext::Window;
}

bool clash(const QKeySequence& a, const QKeySequence& b) {
    return !a.isEmpty() && !b.isEmpty() &&
           (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

}  // namespace

std::vector<Shortcut> ShortcutTable::defaults() {
    std::vector<Shortcut> table;
    const auto add = [&](ShortcutContext context, const char* id, const QString& text, const char* keys,
                         const QKeySequence& alsoShown = {}) {
        table.push_back({QString::fromLatin1(id), text, keyList(keys), context, alsoShown});
    };
    using C = ShortcutContext;
    add(C::Window, "go.inbox", tr("Inbox"), "g~i");
    add(C::Window, "go.review", tr("Review"), "g~r");
    add(C::Window, "go.drafts", tr("Drafts to approve"), "g~d");
    add(C::Window, "go.sent", tr("Sent"), "g~s");
    add(C::Window, "go.contacts", tr("Contacts"), "g~c");
    add(C::Window, "go.opportunities", tr("Opportunities"), "g~o");
    add(C::Window, "go.log", tr("Activity"), "g~l");
    add(C::Window, "go.snoozed", tr("Snoozed"), "g~z");
    add(C::Window, "go.accounts", tr("Accounts"), "g~a");
    add(C::Window, "go.starred", tr("Starred"), "g~t");
    add(C::Window, "go.insights", tr("Insights"), "g~n");
    add(C::Window, "go.imports", tr("Imports"), "g~p");
    add(C::Window, "go.rules", tr("Rules"), "g~u");
    add(C::Window, "go.learned", tr("Learned"), "g~e");
    add(C::Window, "go.settings", tr("Settings"), "Ctrl+,");
    add(C::Window, "window.palette", tr("Commands"), "Ctrl+K");
    add(C::Window, "window.search", tr("Search"), "/");
    add(C::Window, "window.sidebar", tr("Show or hide the sidebar"), "Ctrl+B");
    add(C::Window, "window.undo", tr("Undo"), "Z Ctrl+Z");
    add(C::Window, "window.redo", tr("Do it again"), "Ctrl+Shift+Z");
    add(C::Window, "window.context", tr("Show or hide the person"), "Ctrl+\\");
    add(C::Window, "window.zoomIn", tr("Larger text"), "Ctrl++ Ctrl+=");
    add(C::Window, "window.zoomOut", tr("Smaller text"), "Ctrl+-");
    add(C::Window, "window.zoomReset", tr("Text in its usual size"), "Ctrl+0");
    add(C::Window, "window.help", tr("Keys and help"), "?");
    add(C::Window, "mail.write", tr("Write"), "C");
    add(C::Mail, "mail.next", tr("Next"), "J");
    add(C::Mail, "mail.previous", tr("Previous"), "K");
    add(C::Mail, "mail.open", tr("Open"), "O", QKeySequence(Qt::Key_Return));
    add(C::Mail, "mail.back", tr("Back to the list"), "U", QKeySequence(Qt::Key_Escape));
    add(C::Mail, "mail.archive", tr("Archive"), "E");
    add(C::Mail, "mail.delete", tr("Delete"), "#");
    add(C::Mail, "mail.reply", tr("Reply"), "R");
    add(C::Mail, "mail.replyAll", tr("Reply to all"), "A");
    add(C::Mail, "mail.forward", tr("Forward"), "F");
    add(C::Mail, "mail.star", tr("Star"), "S");
    add(C::Mail, "mail.unread", tr("Mark as unread"), "Shift+U");
    add(C::Mail, "mail.snooze", tr("Snooze"), "H");
    add(C::Mail, "mail.select", tr("Select"), "X");
    add(C::Mail, "mail.selectAll", tr("Select all"), "*~a Ctrl+A");
    add(C::Mail, "mail.selectNone", tr("Select none"), "*~n");
    add(C::Mail, "mail.mute", tr("Mute"), "M");
    add(C::Mail, "mail.move", tr("Move"), "V");
    add(C::Mail, "mail.label", tr("Label"), "L");
    add(C::Mail, "mail.spam", tr("Report spam"), "!");
    add(C::Mail, "priority.why", tr("Why this priority"), "W");
    add(C::Mail, "priority.right", tr("The priority is right"), "Y");
    add(C::Mail, "priority.1", tr("Make it critical"), "1");
    add(C::Mail, "priority.2", tr("Make it high"), "2");
    add(C::Mail, "priority.3", tr("Make it medium"), "3");
    add(C::Mail, "priority.4", tr("Make it low"), "4");
    add(C::Mail, "priority.5", tr("Make it very low"), "5");
    add(C::Review, "review.accept", tr("Accept"), "Y");
    add(C::Review, "review.acceptAlike", tr("Accept all alike"), "Shift+Y");
    add(C::Review, "review.reject", tr("Reject"), "N");
    add(C::Review, "review.edit", tr("Edit"), "E");
    add(C::Review, "review.skip", tr("Skip"), "S");
    add(C::Review, "review.1", tr("Correct to critical"), "1");
    add(C::Review, "review.2", tr("Correct to high"), "2");
    add(C::Review, "review.3", tr("Correct to medium"), "3");
    add(C::Review, "review.4", tr("Correct to low"), "4");
    add(C::Review, "review.5", tr("Correct to very low"), "5");
    add(C::Drafts, "draft.approve", tr("Approve"), "Ctrl+Return");
    add(C::Drafts, "draft.edit", tr("Edit"), "E");
    add(C::Rules, "rule.new", tr("New rule"), "N");
    add(C::Rules, "rule.save", tr("Save the rule"), "Ctrl+Return");
    add(C::Rules, "rule.up", tr("Move the rule up"), "Alt+Up");
    add(C::Rules, "rule.down", tr("Move the rule down"), "Alt+Down");
    add(C::Rules, "rule.delete", tr("Delete the rule"), "#");
    add(C::Drafts, "draft.send", tr("Approve and send"), "Ctrl+Shift+Return");
    return table;
}

QString ShortcutTable::name(ShortcutContext context) {
    switch (context) {
    case ShortcutContext::Window:
        return tr("Everywhere");
    case ShortcutContext::Mail:
        return tr("Mail");
    case ShortcutContext::Review:
        return tr("Review");
    case ShortcutContext::Drafts:
        return tr("Drafts");
    case ShortcutContext::Rules:
        return tr("Rules");
    case ShortcutContext::Start:
        break;
    }
    return {};
}

QStringList ShortcutTable::conflicts(const std::vector<Shortcut>& shortcuts) {
    QStringList found;
    for (size_t i = 0; i < shortcuts.size(); ++i) {
        for (size_t j = i + 1; j < shortcuts.size(); ++j) {
            if (!meet(shortcuts[i].context, shortcuts[j].context)) {
                continue;
            }
            for (const QKeySequence& a : shortcuts[i].keys) {
                for (const QKeySequence& b : shortcuts[j].keys) {
                    if (clash(a, b)) {
                        found << tr("%1 (%2) and %3 (%4)")
                                     .arg(shortcuts[i].text, a.toString(), shortcuts[j].text, b.toString());
                    }
                }
            }
        }
    }
    return found;
}

}  // namespace kith::ui
