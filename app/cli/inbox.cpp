// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl inbox [--all] [--limit N] [--priority 0..4] [--review]
#include "app/cli/message_json.h"
#include "app/cli/session.h"

#include <QJsonArray>

#include <limits>

namespace kith::cli {

namespace {

struct InboxWish {
    bool all{false};
    int limit{50};
    int priority{-1};
    bool review{false};
};

QString inboxText(const storage::InboxMessage& message, const QJsonObject& json) {
    const QString mark = !message.priority     ? QStringLiteral("·")
                         : message.needsReview ? QStringLiteral("?")
                                               : QString::number(shownKey(*message.priority));
    const QString who = message.from.name.isEmpty() ? message.from.address : message.from.name;
    return QStringLiteral("%1  %2  %3  %4  (%5)")
        .arg(mark, json.value(QStringLiteral("date")).toString().left(16).replace(QLatin1Char('T'), QLatin1Char(' ')),
             who.leftJustified(24, QLatin1Char(' '), true), message.subject.leftJustified(48, QLatin1Char(' '), true),
             json.value(QStringLiteral("reason")).toString());
}

Result<Exit> listInbox(service::Cellar& cellar, const Terminal& terminal, const InboxWish& wish) {
    storage::InboxMessageQuery query;
    query.all = wish.all;
    query.onlyReview = wish.review;
    if (wish.priority >= 0) {
        query.priority = static_cast<Priority>(wish.priority);
    }
    QJsonArray list;
    storage::InboxMessageKey after;
    const qint64 most = wish.all ? std::numeric_limits<qint64>::max() : wish.limit;
    while (list.size() < most) {
        const int page = static_cast<int>(std::min<qint64>(500, most - list.size()));
        const auto messages = storage::inboxMessages(*cellar.database, query, after, page);
        if (!messages) {
            return messages.error();
        }
        for (const storage::InboxMessage& message : *messages) {
            list.append(inboxLine(message));
            terminal.say(inboxText(message, list.last().toObject()));
        }
        if (static_cast<int>(messages->size()) < page) {
            break;
        }
        after = storage::keyOf(messages->back());
    }
    if (terminal.json()) {
        terminal.result({{QStringLiteral("messages"), list}});
    } else if (list.isEmpty()) {
        terminal.say(QStringLiteral("Nothing here. Take mail in with: kithctl import mail PATH"));
    }
    return Exit::Done;
}

}  // namespace

void addInbox(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("inbox", "The inbox in the order of the window: what matters first");
    const auto wish = std::make_shared<InboxWish>();
    command->add_flag("--all", wish->all, "Every message of the inbox");
    command->add_option("--limit", wish->limit, "At most so many")->check(CLI::PositiveNumber);
    command->add_option("--priority", wish->priority, "Only this priority, 4 is Critical")->check(CLI::Range(0, 4));
    command->add_flag("--review", wish->review, "Only what waits for your eye");
    command->callback([&session, wish] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listInbox(cellar, session.terminal(), *wish); });
    });
}

}  // namespace kith::cli
