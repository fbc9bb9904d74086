// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl drafts send ID --yes-send | hold ID | settings | tone | snippets
#include "app/cli/draft_work.h"
#include "app/cli/message_json.h"
#include "core/base/text.h"
#include "core/service/accounts_service.h"
#include "core/service/draft_sending.h"
#include "core/service/draft_settings.h"
#include "core/storage/tone_store.h"
#include "core/triage/tone_lessons.h"

#include <QDateTime>
#include <QJsonArray>

namespace kith::cli {

namespace {

struct SendOrder {
    std::string id;
    bool yes{false};
    std::string at;
    int remindDays{0};
    std::string ahead;
    std::string send;
    int least{-1};
    int undoSeconds{-1};
    std::string name;
    std::string body;
};

Result<Millis> momentIn(const std::string& words) {
    const QDateTime moment = QDateTime::fromString(qt(words), Qt::ISODate);
    return moment.isValid() ? Result<Millis>(Millis(moment.toMSecsSinceEpoch()))
                            : Result<Millis>(Error{ErrorKind::Malformed, QStringLiteral("%1 is no time").arg(qt(words)),
                                                   QStringLiteral("Write it as 2026-05-12T09:00:00+02:00.")});
}

Result<int> sendNow(service::Cellar& cellar, Session& session, AccountId id) {
    const auto ports = session.compose();
    const auto account = service::AccountsService(cellar, session.clock(), *ports).account(id);
    const auto mailbox =
        account ? ports->provider().open(*account) : Result<std::unique_ptr<mail::RemoteMailbox>>(account.error());
    if (!mailbox) {
        return mailbox.error();
    }
    (*mailbox)->setUrgent(true);
    return service::DraftSending(cellar, session.clock()).sendDue(id, **mailbox, session.stop());
}

Result<Exit> sendDraft(service::Cellar& cellar, Session& session, const SendOrder& order) {
    if (!order.yes) {
        return Error{ErrorKind::Denied, QStringLiteral("nothing is sent without --yes-send"),
                     QStringLiteral("Read it with drafts show, then add --yes-send.")};
    }
    const auto at = order.at.empty() ? Result<Millis>(Millis{0}) : momentIn(order.at);
    service::DraftService drafts(cellar, session.clock());
    const auto draft = at ? drafts.find(qt(order.id)) : Result<Draft>(at.error());
    const auto asked = draft ? service::DraftSending(cellar, session.clock()).ask(draft->id, {*at, order.remindDays})
                             : Result<Draft>(draft.error());
    if (!asked) {
        return asked.error();
    }
    const bool now = asked->state != DraftState::Sent && asked->sendAt <= session.clock().now();
    const auto went =
        now && !session.terminal().options().offline ? sendNow(cellar, session, asked->account) : Result<int>(0);
    const auto shown = printDraft(drafts, session, asked->id);
    if (!went) {
        (void)session.terminal().fail(went.error());
        return went.error().kind == ErrorKind::SignInNeeded ? Exit::SignIn : Exit::Partial;
    }
    return shown;
}

Result<Exit> holdDraft(service::Cellar& cellar, Session& session, const SendOrder& order) {
    service::DraftService drafts(cellar, session.clock());
    const auto draft = drafts.find(qt(order.id));
    const auto held =
        draft ? service::DraftSending(cellar, session.clock()).holdBack(draft->id) : Result<Draft>(draft.error());
    return held ? printDraft(drafts, session, held->id) : Result<Exit>(held.error());
}

Result<Exit> settings(service::Cellar& cellar, Session& session, const SendOrder& order) {
    auto now = service::draftSettings(cellar);
    if (!now) {
        return now.error();
    }
    now->ahead = order.ahead.empty() ? now->ahead : order.ahead == "on";
    now->maySend = order.send.empty() ? now->maySend : order.send == "on";
    now->least = order.least < 0 ? now->least : static_cast<Priority>(order.least);
    now->undoSeconds = order.undoSeconds < 0 ? now->undoSeconds : order.undoSeconds;
    const bool changes = !order.ahead.empty() || !order.send.empty() || order.least >= 0 || order.undoSeconds >= 0;
    if (const auto saved = changes ? service::saveDraftSettings(cellar, *now) : Result<void>(); !saved) {
        return saved.error();
    }
    session.terminal().result({{QStringLiteral("ahead"), now->ahead},
                               {QStringLiteral("least"), static_cast<int>(now->least)},
                               {QStringLiteral("send"), now->maySend},
                               {QStringLiteral("undo_seconds"), now->undoSeconds},
                               {QStringLiteral("model_allowed"), now->modelAllowed}});
    return Exit::Done;
}

Result<Exit> listTone(service::Cellar& cellar, Session& session, const SendOrder&) {
    const auto notes = storage::ToneStore(*cellar.database).notes();
    if (!notes) {
        return notes.error();
    }
    QJsonArray list;
    for (const ToneNote& note : *notes) {
        list.append(QJsonObject{{QStringLiteral("id"), idText(note.id)},
                                {QStringLiteral("kind"), note.kind},
                                {QStringLiteral("rule"), triage::toneLine(note)},
                                {QStringLiteral("before"), note.before},
                                {QStringLiteral("after"), note.after},
                                {QStringLiteral("support"), note.support}});
    }
    session.terminal().result({{QStringLiteral("tone"), list}});
    return Exit::Done;
}

storage::ChangeInfo userChange(const char* kind, const QString& summary) {
    return {QLatin1String(kind), QStringLiteral("user"), {}, {}, summary, {}, true};
}

Result<Exit> forgetTone(service::Cellar& cellar, Session& session, const SendOrder& order) {
    storage::ChangeWriter change(*cellar.database, userChange("tone.forgotten", QStringLiteral("Forget a tone")));
    storage::ToneStore(*cellar.database).forget(change, qt(order.id).toLongLong());
    const auto done = change.commit();
    return done ? listTone(cellar, session, order) : Result<Exit>(done.error());
}

Result<Exit> listSnippets(service::Cellar& cellar, Session& session, const SendOrder&) {
    const auto snippets = storage::ToneStore(*cellar.database).snippets();
    if (!snippets) {
        return snippets.error();
    }
    QJsonArray list;
    for (const Snippet& snippet : *snippets) {
        list.append(QJsonObject{{QStringLiteral("name"), snippet.name}, {QStringLiteral("body"), snippet.body}});
    }
    session.terminal().result({{QStringLiteral("snippets"), list}});
    return Exit::Done;
}

Result<Exit> keepSnippet(service::Cellar& cellar, Session& session, const SendOrder& order) {
    storage::ChangeWriter change(*cellar.database, userChange("snippet.kept", QStringLiteral("Keep a snippet")));
    Snippet snippet{0, qt(order.name), qt(order.body), session.clock().now()};
    const auto kept = storage::ToneStore(*cellar.database).keep(change, snippet);
    const auto done = kept ? change.commit() : Result<ChangeId>(kept.error());
    return done ? listSnippets(cellar, session, order) : Result<Exit>(done.error());
}

Result<Exit> removeSnippet(service::Cellar& cellar, Session& session, const SendOrder& order) {
    storage::ToneStore store(*cellar.database);
    const auto known = store.snippet(qt(order.name));
    if (!known || !*known) {
        return !known ? known.error() : Error{ErrorKind::NotFound, QStringLiteral("no snippet of this name"), {}};
    }
    storage::ChangeWriter change(*cellar.database, userChange("snippet.removed", QStringLiteral("Remove a snippet")));
    store.remove(change, (*known)->id);
    const auto done = change.commit();
    return done ? listSnippets(cellar, session, order) : Result<Exit>(done.error());
}

using SendWork = Result<Exit> (*)(service::Cellar&, Session&, const SendOrder&);

void runs(CLI::App& command, Session& session, const std::shared_ptr<SendOrder>& order, SendWork work) {
    command.callback([&session, order, work] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return work(cellar, session, *order); });
    });
}

void addWriting(CLI::App& drafts, Session& session, const std::shared_ptr<SendOrder>& order) {
    auto* tone = drafts.add_subcommand("tone", "How you write, as it was learned from your edits");
    auto* forget = tone->add_subcommand("forget", "Forget one");
    forget->add_option("ID", order->id, "The id that tone prints")->required();
    runs(*forget, session, order, forgetTone);
    auto* notes = tone->add_subcommand("list", "All of it");
    runs(*notes, session, order, listTone);
    tone->require_subcommand(1);
    auto* snippets = drafts.add_subcommand("snippets", "Texts with {fields} that you use again and again");
    snippets->require_subcommand(1);
    runs(*snippets->add_subcommand("list", "All of them"), session, order, listSnippets);
    auto* keep = snippets->add_subcommand("keep", "A new one, or in the place of one of this name");
    keep->add_option("NAME", order->name, "Its name")->required();
    keep->add_option("--body", order->body, "Text; {first_name}, {name}, {company}, {subject}, {my_name}, {today}")
        ->required();
    runs(*keep, session, order, keepSnippet);
    auto* remove = snippets->add_subcommand("remove", "Remove one");
    remove->add_option("NAME", order->name, "Its name")->required();
    runs(*remove, session, order, removeSnippet);
}

}  // namespace

void addDraftSending(CLI::App& drafts, Session& session) {
    const auto order = std::make_shared<SendOrder>();
    auto* send = drafts.add_subcommand("send", "Send an approved draft");
    send->add_option("ID", order->id, "The draft's id, or the id or Message-ID of the message it answers")->required();
    send->add_flag("--yes-send", order->yes, "You read the text and the recipients, and it may go");
    send->add_option("--at", order->at, "Later: a time like 2026-05-12T09:00:00+02:00");
    send->add_option("--remind", order->remindDays, "Bring the thread back if nobody answers for so many days")
        ->check(CLI::Range(1, 365));
    runs(*send, session, order, sendDraft);
    auto* hold = drafts.add_subcommand("hold", "Do not send it after all");
    hold->add_option("ID", order->id, "The draft")->required();
    runs(*hold, session, order, holdDraft);
    auto* set = drafts.add_subcommand("settings", "What Kith may do with drafts by itself");
    set->add_option("--ahead", order->ahead, "Draft answers ahead")->check(CLI::IsMember({"on", "off"}));
    set->add_option("--least", order->least, "From this stored priority on, 2 to 4")->check(CLI::Range(2, 4));
    set->add_option("--send", order->send, "The window offers to send")->check(CLI::IsMember({"on", "off"}));
    set->add_option("--undo-seconds", order->undoSeconds, "How long a letter waits before it goes")
        ->check(CLI::Range(0, 120));
    runs(*set, session, order, settings);
    addWriting(drafts, session, order);
}

}  // namespace kith::cli
