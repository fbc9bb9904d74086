// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl search QUERY [--limit N]
#include "app/cli/message_json.h"
#include "app/cli/session.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

Result<Exit> runSearch(service::Cellar& cellar, const Terminal& terminal, const QString& query, int limit) {
    const auto ids = cellar.search.find(query, limit);
    if (!ids) {
        return ids.error();
    }
    const auto messages = cellar.messages.messages(*ids);
    if (!messages) {
        return messages.error();
    }
    QJsonArray list;
    for (const Message& message : *messages) {
        list.append(messageLine(message));
        terminal.say(QStringLiteral("%1  %2  %3 – %4")
                         .arg(idText(message.id.value),
                              list.last().toObject().value(QStringLiteral("date")).toString().left(10),
                              message.from.name.isEmpty() ? message.from.address : message.from.name, message.subject));
    }
    if (terminal.json()) {
        terminal.result({{QStringLiteral("messages"), list}});
    } else if (list.isEmpty()) {
        terminal.say(QStringLiteral("Nothing found."));
    }
    return Exit::Done;
}

}  // namespace

void addSearch(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("search", "Find messages, newest first");
    const auto words = std::make_shared<std::vector<std::string>>();
    const auto limit = std::make_shared<int>(50);
    command
        ->add_option("QUERY", *words,
                     "words, \"phrases\", from: to: subject: label: has:attachment before: after: is:unread priority:")
        ->required();
    command->add_option("--limit", *limit, "At most so many")->check(CLI::PositiveNumber);
    command->callback([&session, words, limit] {
        QStringList query;
        for (const std::string& word : *words) {
            const QString one = qt(word);
            const bool phrase = words->size() > 1 && one.contains(QLatin1Char(' ')) && !one.contains(QLatin1Char('"'));
            query << (phrase ? QLatin1Char('"') + one + QLatin1Char('"') : one);
        }
        session.with(service::CellarMode::Read, [&](service::Cellar& cellar) {
            return runSearch(cellar, session.terminal(), query.join(QLatin1Char(' ')), *limit);
        });
    });
}

}  // namespace kith::cli
