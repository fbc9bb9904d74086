// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl drafts generate [ID] | list | show | edit | approve | discard
#include "app/cli/draft_json.h"
#include "app/cli/draft_work.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/accounts_service.h"
#include "core/service/draft_saving.h"
#include "core/service/model_scoring.h"

#include <QFile>
#include <QSaveFile>

namespace kith::cli {

namespace {

constexpr int kMostUnasked = 50;

struct DraftsWish {
    std::string id;
    std::string note;
    std::string model;
    bool again{false};
    bool local{false};
    int most{10};
    std::string state;
    std::string body;
    std::string bodyFile;
    std::string snippet;
    std::string subject;
    std::vector<std::string> to;
    std::vector<std::string> cc;
    std::string eml;
    bool strict{false};
    std::vector<std::string> acknowledged;
    bool noSave{false};
};

/// Asks the model where a key is set and the user did not say no; else the templates.
struct ChosenWriter {
    std::unique_ptr<service::MailPorts> ports;
    std::unique_ptr<triage::DraftWriter> model;
    triage::TemplateDraftWriter local;
    triage::DraftWriter& writer() { return model ? *model : static_cast<triage::DraftWriter&>(local); }
};

Result<std::unique_ptr<ChosenWriter>> chosenWriter(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    auto chosen = std::make_unique<ChosenWriter>();
    const auto allowed = cellar.settings.flag(QStringLiteral("model.allowed"), true);
    const auto name = cellar.settings.text(QStringLiteral("model.draft"), service::ModelSettings().model);
    if (!allowed || !name) {
        return !allowed ? allowed.error() : name.error();
    }
    if (!*allowed || wish.local || session.terminal().options().offline) {
        return chosen;
    }
    chosen->ports = session.compose();
    auto writer = chosen->ports->draftWriter(wish.model.empty() ? *name : qt(wish.model));
    if (!writer) {
        return writer.error();
    }
    chosen->model = std::move(*writer);
    return chosen;
}

Result<Exit> generateOne(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    const auto message = findMessage(cellar, qt(wish.id));
    if (!message) {
        return message.error();
    }
    const auto writer = chosenWriter(cellar, session, wish);
    if (!writer) {
        return writer.error();
    }
    service::DraftService drafts(cellar, session.clock());
    const bool again = wish.again || !wish.note.empty();
    const auto draft =
        drafts.generate({*message, qt(wish.note), again, false}, (*writer)->writer(), {}, session.stop());
    return draft ? printDraft(drafts, session, (*draft)->id) : Result<Exit>(draft.error());
}

/// One for every critical message that waits for an answer.
Result<Exit> generateAll(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    const auto writer = chosenWriter(cellar, session, wish);
    service::DraftService drafts(cellar, session.clock());
    const auto wanting = drafts.wanting(kMostUnasked);
    if (!writer || !wanting) {
        return !writer ? writer.error() : wanting.error();
    }
    QJsonArray made;
    int skipped = 0;
    std::optional<Error> trouble;
    for (const MessageId message : *wanting) {
        if (made.size() >= wish.most || session.stop().stop_requested()) {
            break;
        }
        const auto draft = drafts.generate({message, {}, false, true}, (*writer)->writer(), {}, session.stop());
        if (!draft) {
            trouble = draft.error();
            break;
        }
        const auto view = *draft ? drafts.view((*draft)->id) : Result<service::DraftView>(Error{});
        skipped += view ? 0 : 1;
        if (view) {
            made.append(draftJson(*view));
        }
    }
    QJsonObject result{
        {QStringLiteral("drafts"), made}, {QStringLiteral("made"), made.size()}, {QStringLiteral("skipped"), skipped}};
    if (trouble) {
        result.insert(QStringLiteral("error"), errorJson(*trouble));
    }
    session.terminal().result(result);
    return trouble || session.stop().stop_requested() ? Exit::Partial : Exit::Done;
}

Result<Exit> listDrafts(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    service::DraftService drafts(cellar, session.clock());
    const auto list = drafts.list({});
    if (!list) {
        return list.error();
    }
    QJsonArray lines;
    for (const Draft& draft : *list) {
        const bool shown = wish.state.empty() ? draft.state != DraftState::Discarded
                                              : storage::draftStateWord(draft.state) == qt(wish.state);
        const auto view = shown ? drafts.view(draft.id) : Result<service::DraftView>(Error{});
        if (view) {
            lines.append(draftJson(*view));
        }
    }
    session.terminal().result({{QStringLiteral("drafts"), lines}});
    return Exit::Done;
}

Addresses addressesIn(const std::vector<std::string>& words) {
    Addresses list;
    for (const std::string& word : words) {
        const QString text = qt(word).trimmed();
        const qsizetype open = text.indexOf(u'<');
        list.push_back(open >= 0 && text.endsWith(u'>')
                           ? Address{text.left(open).trimmed().remove(u'"'), text.mid(open + 1).chopped(1).trimmed()}
                           : Address{{}, text});
    }
    return list;
}

Result<Exit> editDraft(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    service::DraftService drafts(cellar, session.clock());
    const auto draft = drafts.find(qt(wish.id));
    if (!draft) {
        return draft.error();
    }
    service::DraftEdit edit;
    if (!wish.bodyFile.empty()) {
        QFile file(qt(wish.bodyFile));
        const bool open = wish.bodyFile == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!open) {
            return Error{ErrorKind::NotFound,
                         QStringLiteral("cannot read %1: %2").arg(qt(wish.bodyFile), file.errorString()),
                         {}};
        }
        edit.body = QString::fromUtf8(file.readAll());
    } else if (!wish.body.empty()) {
        edit.body = qt(wish.body);
    }
    if (!wish.snippet.empty()) {
        const auto filled = drafts.filled(draft->id, qt(wish.snippet));
        if (!filled) {
            return filled.error();
        }
        edit.body = *filled;
    }
    if (!wish.subject.empty()) {
        edit.subject = qt(wish.subject);
    }
    if (!wish.to.empty()) {
        edit.to = addressesIn(wish.to);
    }
    if (!wish.cc.empty()) {
        edit.cc = addressesIn(wish.cc);
    }
    const auto edited = drafts.edit(draft->id, edit);
    return edited ? printDraft(drafts, session, edited->id) : Result<Exit>(edited.error());
}

Result<void> writeEml(service::DraftService& drafts, const Draft& draft, const QString& path) {
    const auto bytes = drafts.written(draft);
    if (!bytes) {
        return bytes.error();
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot write %1: %2").arg(path, file.errorString()), {}};
    }
    return {};
}

Result<void> saveRemotely(service::Cellar& cellar, Session& session, const Draft& draft) {
    const auto ports = session.compose();
    service::AccountsService accounts(cellar, session.clock(), *ports);
    const auto account = accounts.account(draft.account);
    if (!account) {
        return account.error();
    }
    const auto mailbox = ports->provider().open(*account);
    if (!mailbox) {
        return mailbox.error();
    }
    (*mailbox)->setUrgent(true);
    const auto saved = service::DraftSaving(cellar, session.clock(), **mailbox).save(draft, session.stop());
    return saved ? Result<void>() : Result<void>(saved.error());
}

Result<Exit> approveDraft(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    service::DraftService drafts(cellar, session.clock());
    const auto found = drafts.find(qt(wish.id));
    const auto view = found ? drafts.view(found->id) : Result<service::DraftView>(found.error());
    if (!view) {
        return view.error();
    }
    for (const triage::DraftCheck& check : view->report.checks) {
        if (!check.ok && check.blocking && wish.strict) {
            return Error{ErrorKind::Conflict,
                         QStringLiteral("check %1: %2").arg(check.name, check.found.join(QStringLiteral(", "))),
                         QStringLiteral("Edit the draft, or approve it without --strict, with --acknowledge.")};
        }
    }
    QStringList acknowledged;
    for (const std::string& name : wish.acknowledged) {
        acknowledged << qt(name);
    }
    const auto approved = drafts.approve(found->id, acknowledged);
    if (!approved) {
        return approved.error();
    }
    if (!wish.eml.empty()) {
        if (const auto written = writeEml(drafts, *approved, qt(wish.eml)); !written) {
            return written.error();
        }
    }
    const bool remote = approved->account.value > 0 && !wish.noSave && !session.terminal().options().offline;
    const Result<void> saved = remote ? saveRemotely(cellar, session, *approved) : Result<void>();
    const auto shown = printDraft(drafts, session, approved->id);
    if (!saved) {
        (void)session.terminal().fail(saved.error());
    }
    return !shown  ? shown.error()
           : saved ? Result<Exit>(Exit::Done)
                   : Result<Exit>(saved.error().kind == ErrorKind::SignInNeeded ? Exit::SignIn : Exit::Partial);
}

Result<Exit> discardDraft(service::Cellar& cellar, Session& session, const DraftsWish& wish) {
    service::DraftService drafts(cellar, session.clock());
    const auto draft = drafts.find(qt(wish.id));
    if (!draft) {
        return draft.error();
    }
    const auto gone = drafts.discard(draft->id);
    return gone ? printDraft(drafts, session, gone->id) : Result<Exit>(gone.error());
}

using DraftsWork = Result<Exit> (*)(service::Cellar&, Session&, const DraftsWish&);

void onCall(CLI::App& command, Session& session, const std::shared_ptr<DraftsWish>& wish, service::CellarMode mode,
            DraftsWork work) {
    command.callback([&session, wish, mode, work] {
        session.with(mode, [&](service::Cellar& cellar) { return work(cellar, session, *wish); });
    });
}

}  // namespace

Result<Exit> printDraft(service::DraftService& drafts, Session& session, qint64 id) {
    const auto view = drafts.view(id);
    if (!view) {
        return view.error();
    }
    session.terminal().result(draftJson(*view));
    return Exit::Done;
}

void addDrafts(CLI::App& app, Session& session) {
    auto* drafts = app.add_subcommand("drafts", "Answers that wait for you; only you send");
    drafts->require_subcommand(1);
    const auto wish = std::make_shared<DraftsWish>();
    const auto id = [wish](CLI::App& command) {
        command.add_option("ID", wish->id, "The draft's id, or the id or Message-ID of the message it answers")
            ->required();
    };
    auto* generate =
        drafts->add_subcommand("generate", "Draft an answer to one message, or to all critical ones that wait");
    generate->add_option("ID", wish->id, "The message's id or Message-ID");
    generate->add_option("--note", wish->note, "What is to be different; writes an existing draft again");
    generate->add_flag("--again", wish->again, "Write an existing draft again");
    generate->add_flag("--local", wish->local, "From a template, asking no model");
    generate->add_option("--model", wish->model, "Ask this model");
    generate->add_option("--max", wish->most, "At most so many without an ID")->check(CLI::PositiveNumber);
    generate->callback([&session, wish] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return wish->id.empty() ? generateAll(cellar, session, *wish) : generateOne(cellar, session, *wish);
        });
    });
    auto* list = drafts->add_subcommand("list", "All that are not put away, newest first");
    list->add_option("--state", wish->state, "proposed, edited, approved, saved, discarded or outdated");
    onCall(*list, session, wish, service::CellarMode::Write, listDrafts);
    auto* show = drafts->add_subcommand("show", "One draft with its checks");
    id(*show);
    onCall(*show, session, wish, service::CellarMode::Read,
           [](service::Cellar& cellar, Session& one, const DraftsWish& asked) {
               service::DraftService service(cellar, one.clock());
               const auto draft = service.find(qt(asked.id));
               return draft ? printDraft(service, one, draft->id) : Result<Exit>(draft.error());
           });
    auto* edit = drafts->add_subcommand("edit", "Change text, subject or recipients");
    id(*edit);
    edit->add_option("--body", wish->body, "The new text");
    edit->add_option("--body-file", wish->bodyFile, "The new text from a file; - for standard input");
    edit->add_option("--snippet", wish->snippet, "The new text from a snippet, its fields filled in");
    edit->add_option("--subject", wish->subject, "The new subject");
    edit->add_option("--to", wish->to, "The recipients, each with its own --to");
    edit->add_option("--cc", wish->cc, "The copies, each with its own --cc");
    onCall(*edit, session, wish, service::CellarMode::Write, editDraft);
    auto* approve = drafts->add_subcommand("approve", "Save it into its thread as a Gmail draft; only you send");
    id(*approve);
    approve->add_option("--eml", wish->eml, "Write it to this file too, for another mail program");
    approve->add_flag("--strict", wish->strict, "Refuse while a blocking check is not good, acknowledged or not");
    approve->add_option("--acknowledge", wish->acknowledged,
                        "A blocking check that you looked at and find right, by its name; each with its own");
    approve->add_flag("--no-save", wish->noSave, "Approve here, save at the server later");
    onCall(*approve, session, wish, service::CellarMode::Write, approveDraft);
    auto* discard = drafts->add_subcommand("discard", "Put it away");
    id(*discard);
    onCall(*discard, session, wish, service::CellarMode::Write, discardDraft);
    addDraftSending(*drafts, session);
}

}  // namespace kith::cli
