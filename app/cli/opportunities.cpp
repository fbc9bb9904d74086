// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl opportunities list · accept ID · dismiss ID · move ID STAGE · edit ID
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/opportunity_book.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

QString stagesInWords() {
    QStringList words;
    for (const QLatin1String word : kOpportunityStageWords) {
        words << word;
    }
    return words.join(QStringLiteral(", "));
}

QJsonValue orNull(bool there, const QJsonValue& value) {
    return there ? value : QJsonValue();
}

QJsonObject opportunityJson(const Opportunity& one) {
    QJsonArray evidence;
    for (const OpportunityQuote& quote : one.evidence) {
        evidence.append(QJsonObject{{QStringLiteral("text"), quote.text},
                                    {QStringLiteral("start"), quote.start},
                                    {QStringLiteral("end"), quote.end}});
    }
    const QJsonObject contact{{QStringLiteral("id"), orNull(bool(one.contact), idText(one.contact.value))},
                              {QStringLiteral("name"), one.name},
                              {QStringLiteral("email"), one.address}};
    const QJsonObject amount{{QStringLiteral("value"), one.amount}, {QStringLiteral("currency"), one.currency}};
    return {{QStringLiteral("id"), idText(one.id.value)},
            {QStringLiteral("kind"), one.kind},
            {QStringLiteral("status"), wordOf(one.status)},
            {QStringLiteral("stage"), wordOf(one.stage)},
            {QStringLiteral("confidence"), one.confidence},
            {QStringLiteral("contact"), contact},
            {QStringLiteral("message_id"), one.rfc822MessageId},
            {QStringLiteral("message"), idText(one.message.value)},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("amount"), orNull(one.amount > 0, amount)},
            {QStringLiteral("due"), orNull(one.due.isValid(), one.due.toString(Qt::ISODate))},
            {QStringLiteral("next_step"), orNull(!one.nextStep.isEmpty(), one.nextStep)},
            {QStringLiteral("owner"), orNull(!one.owner.isEmpty(), one.owner)}};
}

QString opportunityLine(const Opportunity& one) {
    const QString quote = one.evidence.empty() ? QString() : one.evidence.front().text;
    return QStringLiteral("%1  %2  %3  %4  %5 %  %6: “%7”")
        .arg(idText(one.id.value), QString(wordOf(one.status)).leftJustified(9),
             QString(wordOf(one.stage)).leftJustified(8), one.kind.leftJustified(12))
        .arg(qRound(one.confidence * 100), 3)
        .arg(one.name, quote);
}

struct ListWishes {
    std::vector<std::string> statuses;
    std::vector<std::string> kinds;
    std::string contact;
    int limit{1000};
};

QStringList wordsOf(const std::vector<std::string>& words) {
    QStringList all;
    for (const std::string& word : words) {
        all << qt(word).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return all;
}

Result<Exit> list(service::Cellar& cellar, const Terminal& terminal, const ListWishes& wishes) {
    storage::OpportunityQuery query;
    query.statuses = wordsOf(wishes.statuses);
    query.kinds = wordsOf(wishes.kinds);
    query.address = addressKey(qt(wishes.contact));
    query.limit = wishes.limit;
    for (const QString& word : query.statuses) {
        if (!opportunityStatusFrom(word)) {
            return Error{ErrorKind::Malformed, QStringLiteral("there is no status %1").arg(word),
                         QStringLiteral("One of new, active, completed, dismissed, expired.")};
        }
    }
    const auto found = cellar.opportunities.list(query);
    if (!found) {
        return found.error();
    }
    QJsonArray opportunities;
    for (const Opportunity& one : *found) {
        opportunities.append(opportunityJson(one));
        terminal.say(opportunityLine(one));
    }
    if (terminal.json()) {
        terminal.result({{QStringLiteral("opportunities"), opportunities}});
    } else if (found->empty()) {
        terminal.say(QStringLiteral("No opportunities yet: they are found when mail comes in."));
    }
    return Exit::Done;
}

Result<Exit> tellOutcome(const Result<service::OpportunityOutcome>& outcome, const Terminal& terminal) {
    if (!outcome) {
        return outcome.error();
    }
    QJsonObject json = opportunityJson(outcome->opportunity);
    json.insert(QStringLiteral("change"), idText(outcome->change.value));
    terminal.result(json);
    return Exit::Done;
}

/// Work: Result<OpportunityOutcome>(OpportunityBook&, OpportunityId)
template <class Work>
CLI::App* addDeedOn(CLI::App& opportunities, Session& session, const char* name, const char* help, Work work) {
    auto* command = opportunities.add_subcommand(name, help);
    const auto id = std::make_shared<qint64>(0);
    command->add_option("ID", *id, "The opportunity's id")->required();
    command->callback([&session, id, work] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            service::OpportunityBook book(cellar, session.clock());
            return tellOutcome(work(book, OpportunityId{*id}), session.terminal());
        });
    });
    return command;
}

Result<service::OpportunityOutcome> moveTo(service::OpportunityBook& book, OpportunityId id, const std::string& word) {
    const auto stage = opportunityStageFrom(qt(word));
    if (!stage) {
        return Error{ErrorKind::Malformed, QStringLiteral("there is no stage %1").arg(qt(word)),
                     QStringLiteral("One of %1.").arg(stagesInWords())};
    }
    return book.move(id, *stage);
}

struct EditWishes {
    std::string amount;
    std::string currency;
    std::string due;
    std::string nextStep;
    std::string owner;
};

Result<service::OpportunityEdit> editOf(const EditWishes& wishes, const CLI::App& command) {
    service::OpportunityEdit edit;
    if (command.count("--amount") > 0) {
        bool ok = false;
        edit.amount = qt(wishes.amount).toDouble(&ok);
        if (!ok || *edit.amount < 0) {
            return Error{ErrorKind::Malformed, QStringLiteral("%1 is no amount").arg(qt(wishes.amount)), {}};
        }
    }
    if (command.count("--due") > 0) {
        edit.due = QDate::fromString(qt(wishes.due), Qt::ISODate);
        if (!edit.due->isValid() && !wishes.due.empty()) {
            return Error{ErrorKind::Malformed, QStringLiteral("%1 is no day").arg(qt(wishes.due)),
                         QStringLiteral("Days are written 2026-05-14.")};
        }
    }
    const auto given = [&](const char* option, const std::string& word) {
        return command.count(option) > 0 ? std::optional<QString>(qt(word)) : std::nullopt;
    };
    edit.currency = given("--currency", wishes.currency);
    edit.nextStep = given("--next", wishes.nextStep);
    edit.owner = given("--owner", wishes.owner);
    return edit;
}

void addEdit(CLI::App& opportunities, Session& session) {
    const auto wishes = std::make_shared<EditWishes>();
    const auto self = std::make_shared<CLI::App*>(nullptr);
    auto* command =
        addDeedOn(opportunities, session, "edit", "Write amount, day, next step or owner",
                  [wishes, self](service::OpportunityBook& book, OpportunityId id) {
                      const auto edit = editOf(*wishes, **self);
                      return edit ? book.edit(id, *edit) : Result<service::OpportunityOutcome>(edit.error());
                  });
    *self = command;
    command->add_option("--amount", wishes->amount, "A decimal; 0 for none");
    command->add_option("--currency", wishes->currency, "EUR, USD …");
    command->add_option("--due", wishes->due, "2026-05-14; empty for none");
    command->add_option("--next", wishes->nextStep, "The next step");
    command->add_option("--owner", wishes->owner, "Who takes care of it");
}

}  // namespace

void addOpportunities(CLI::App& app, Session& session) {
    auto* opportunities = app.add_subcommand("opportunities", "What may become business, or be lost");
    opportunities->require_subcommand(1);
    auto* listing = opportunities->add_subcommand("list", "What was said last comes first");
    const auto wishes = std::make_shared<ListWishes>();
    listing->add_option("--status", wishes->statuses, "new, active, completed, dismissed, expired");
    listing->add_option("--kind", wishes->kinds,
                        "demo, pricing, partnership, speaking, publicity, submission, cancellation");
    listing->add_option("--contact", wishes->contact, "Of this address only");
    listing->add_option("--limit", wishes->limit, "At most so many")->check(CLI::PositiveNumber);
    listing->callback([&session, wishes] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return list(cellar, session.terminal(), *wishes); });
    });
    addDeedOn(*opportunities, session, "accept", "Take it up",
              [](service::OpportunityBook& book, OpportunityId id) { return book.accept(id); });
    addDeedOn(*opportunities, session, "dismiss", "It is none; believe the same from this sender less",
              [](service::OpportunityBook& book, OpportunityId id) { return book.dismiss(id); });
    const auto stage = std::make_shared<std::string>();
    auto* moving =
        addDeedOn(*opportunities, session, "move", "Move it over the board",
                  [stage](service::OpportunityBook& book, OpportunityId id) { return moveTo(book, id, *stage); });
    moving->add_option("STAGE", *stage, stagesInWords().toStdString())->required();
    addEdit(*opportunities, session);
}

}  // namespace kith::cli
