// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl message archive|inbox|trash|spam|star|unstar|read|unread|snooze|unsnooze|label ID…: what the window does.
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/service/mail_actions.h"
#include "core/service/mail_labels.h"

#include <QDateTime>

#include <algorithm>

namespace kith::cli {

namespace {

using service::MailAction;

struct ActWish {
    std::vector<std::string> ids;
    std::string until;
    std::string label;
    bool off{false};
};

Result<std::vector<ThreadId>> threadsOf(service::Cellar& cellar, const std::vector<std::string>& words) {
    std::vector<ThreadId> threads;
    for (const std::string& word : words) {
        const auto id = findMessage(cellar, qt(word));
        if (!id) {
            return id.error();
        }
        const std::vector<MessageId> one{*id};
        const auto messages = cellar.messages.messages(one);
        if (!messages) {
            return messages.error();
        }
        if (messages->empty()) {
            return Error{ErrorKind::NotFound, QStringLiteral("no message %1 in this workspace").arg(qt(word)),
                         QStringLiteral("Use an id that inbox or search printed.")};
        }
        if (std::find(threads.begin(), threads.end(), messages->front().thread) == threads.end()) {
            threads.push_back(messages->front().thread);
        }
    }
    return threads;
}

/// An RFC 3339 time.
Result<Millis> momentOf(const QString& word) {
    const QDateTime time = QDateTime::fromString(word, Qt::ISODate);
    if (!time.isValid()) {
        return Error{ErrorKind::Malformed, QStringLiteral("\"%1\" is no time").arg(word),
                     QStringLiteral("Write it like 2026-05-12T09:00:00+02:00.")};
    }
    return Millis{time.toMSecsSinceEpoch()};
}

Result<Exit> printAct(const Terminal& terminal, const Result<service::Receipt>& receipt) {
    if (!receipt) {
        return receipt.error();
    }
    terminal.result({{QStringLiteral("change"), idText(receipt->change.value)},
                     {QStringLiteral("what"), receipt->what},
                     {QStringLiteral("conversations"), receipt->count}});
    return Exit::Done;
}

Result<Exit> doAct(service::Cellar& cellar, const Terminal& terminal, MailAction action, const ActWish& wish) {
    Millis until{0};
    if (action == MailAction::Snooze) {
        const auto moment = momentOf(qt(wish.until));
        if (!moment) {
            return moment.error();
        }
        until = *moment;
    }
    const auto threads = threadsOf(cellar, wish.ids);
    return threads ? printAct(terminal, service::act(cellar, action, *threads, until)) : Result<Exit>(threads.error());
}

Result<Exit> doLabel(service::Cellar& cellar, const Terminal& terminal, const ActWish& wish) {
    const auto threads = threadsOf(cellar, wish.ids);
    if (!threads) {
        return threads.error();
    }
    service::LabelChange change;
    (wish.off ? change.remove : change.add) << qt(wish.label).trimmed();
    return printAct(terminal, service::setLabels(cellar, *threads, change));
}

}  // namespace

void addMessageActs(CLI::App& app, Session& session) {
    CLI::App* message = app.get_subcommand("message");
    const auto wish = std::make_shared<ActWish>();
    const auto verb = [&](const char* name, const char* help) {
        auto* command = message->add_subcommand(name, help);
        command->add_option("ID", wish->ids, "Ids or Message-IDs; their whole conversations")->required();
        return command;
    };
    const auto action = [&](const char* name, const char* help, MailAction what) {
        auto* command = verb(name, help);
        command->callback([&session, wish, what] {
            session.with(service::CellarMode::Write,
                         [&](service::Cellar& cellar) { return doAct(cellar, session.terminal(), what, *wish); });
        });
        return command;
    };
    action("archive", "Out of the inbox", MailAction::Archive);
    action("inbox", "Back to the inbox", MailAction::ToInbox);
    action("trash", "To the trash", MailAction::Trash);
    action("spam", "Report as spam", MailAction::Spam);
    action("star", "Star the newest message", MailAction::Star);
    action("unstar", "No star", MailAction::Unstar);
    action("read", "Mark as read", MailAction::MarkRead);
    action("unread", "Mark as unread", MailAction::MarkUnread);
    action("snooze", "Away until then", MailAction::Snooze)
        ->add_option("--until", wish->until, "A time like 2026-05-12T09:00:00+02:00")
        ->required();
    action("unsnooze", "Back now", MailAction::Unsnooze);
    auto* label = verb("label", "Put a label on, or take it off");
    label->add_option("--name", wish->label, "The label")->required();
    label->add_flag("--off", wish->off, "Take it off");
    label->callback([&session, wish] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return doLabel(cellar, session.terminal(), *wish); });
    });
}

}  // namespace kith::cli
