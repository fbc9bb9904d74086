// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl model show · list · set TASK NAME · limits · allow yes|no · address · key · test [NAME] · remarks · trials
#include "app/cli/model_work.h"
#include "core/service/comment_filing.h"
#include "core/service/model_choice.h"
#include "core/service/model_test_call.h"

#include <iostream>

namespace kith::cli {

namespace {

QJsonValue priceJson(const std::optional<double>& price) {
    return price ? QJsonValue(*price) : QJsonValue();
}

QString priceWords(const std::optional<double>& price) {
    return price ? QString::number(*price, 'f', 2) : QStringLiteral("?");
}

Result<service::ModelPort*> portOf(service::MailPorts& ports, Session& session) {
    if (session.terminal().options().offline) {
        return Error{ErrorKind::Denied, QStringLiteral("the service cannot be asked offline"), {}};
    }
    return ports.model();
}

Result<Exit> listModels(service::MailPorts& ports, Session& session) {
    const auto port = portOf(ports, session);
    const auto offers = port ? (*port)->offers(session.stop()) : Result<std::vector<triage::ModelOffer>>(port.error());
    if (!offers) {
        return offers.error();
    }
    QJsonArray list;
    for (const triage::ModelOffer& offer : *offers) {
        list.append(QJsonObject{{QStringLiteral("id"), offer.id},
                                {QStringLiteral("context_length"), offer.contextLength},
                                {QStringLiteral("input_usd_per_million"), priceJson(offer.inputPrice)},
                                {QStringLiteral("output_usd_per_million"), priceJson(offer.outputPrice)}});
        if (!session.terminal().json()) {
            session.terminal().say(QStringLiteral("%1  %2 in, %3 out USD per million tokens")
                                       .arg(offer.id.leftJustified(48, QLatin1Char(' ')), priceWords(offer.inputPrice),
                                            priceWords(offer.outputPrice)));
        }
    }
    if (session.terminal().json()) {
        session.terminal().result({{QStringLiteral("models"), list}});
    }
    return Exit::Done;
}

Result<Exit> showModels(service::Cellar& cellar, service::MailPorts& ports, Session& session) {
    const auto settings = service::modelSettings(cellar);
    const auto budget = settings ? service::ModelBudget::load(cellar, session.clock(), *settings)
                                 : Result<service::ModelBudget>(settings.error());
    const auto access = budget ? ports.model()->access() : Result<service::ModelAccess>(budget.error());
    if (!access) {
        return access.error();
    }
    QJsonObject tasks;
    for (const auto task : {service::ModelTask::Classify, service::ModelTask::Draft, service::ModelTask::Feedback}) {
        const auto model = service::modelFor(cellar, task);
        if (!model) {
            return model.error();
        }
        tasks.insert(service::taskWord(task), *model);
    }
    session.terminal().result({{QStringLiteral("tasks"), tasks},
                               {QStringLiteral("address"), access->address},
                               {QStringLiteral("has_key"), access->hasKey},
                               {QStringLiteral("requests_per_day"), settings->requestsPerDay},
                               {QStringLiteral("usd_per_day"), settings->usdPerDay},
                               {QStringLiteral("requests_today"), budget->spentRequests()},
                               {QStringLiteral("usd_today"), budget->spentUsd()},
                               {QStringLiteral("in_flight"), settings->inFlight},
                               {QStringLiteral("prompt_version"), triage::classifyVersion()}});
    return Exit::Done;
}

Result<Exit> setModel(service::Cellar& cellar, service::MailPorts& ports, Session& session, const QString& word,
                      const QString& name) {
    const auto task = service::taskOf(word);
    if (!task) {
        return Error{ErrorKind::Malformed, QStringLiteral("\"%1\" is no task of a model").arg(word),
                     QStringLiteral("Choose classify, draft or feedback.")};
    }
    const auto port = portOf(ports, session);
    const auto known = port ? service::checkModel(**port, name, session.stop()) : Result<void>(port.error());
    const auto done = known ? service::setModelFor(cellar, *task, name) : known;
    if (!done) {
        return done.error();
    }
    session.terminal().result({{QStringLiteral("task"), word}, {QStringLiteral("model"), name}});
    return Exit::Done;
}

struct LimitsWish {
    qint64 requests{-1};  ///< below 0: as it is
    double usd{-1};
    int inFlight{-1};
};

Result<Exit> setLimits(service::Cellar& cellar, const Terminal& terminal, const LimitsWish& wish) {
    const auto settings = service::modelSettings(cellar);
    if (!settings) {
        return settings.error();
    }
    const service::ModelLimits limits{wish.requests < 0 ? settings->requestsPerDay : wish.requests,
                                      wish.usd < 0 ? settings->usdPerDay : wish.usd,
                                      wish.inFlight < 0 ? settings->inFlight : wish.inFlight};
    if (const auto set = service::setModelLimits(cellar, limits); !set) {
        return set.error();
    }
    terminal.result({{QStringLiteral("requests_per_day"), limits.requestsPerDay},
                     {QStringLiteral("usd_per_day"), limits.usdPerDay},
                     {QStringLiteral("in_flight"), limits.inFlight}});
    return Exit::Done;
}

Result<Exit> setAllowed(service::Cellar& cellar, const Terminal& terminal, bool allowed) {
    const auto set = service::setModelAllowed(cellar, allowed);
    terminal.result({{QStringLiteral("allowed"), allowed}});
    return set ? Result<Exit>(Exit::Done) : Result<Exit>(set.error());
}

Result<Exit> setKey(service::MailPorts& ports, const Terminal& terminal) {
    std::string line;
    std::getline(std::cin, line);
    if (const auto set = ports.model()->setKey(QByteArray::fromStdString(line)); !set) {
        return set.error();
    }
    const auto access = ports.model()->access();
    terminal.result({{QStringLiteral("has_key"), access && access->hasKey}});
    return Exit::Done;
}

Result<Exit> setAddress(service::MailPorts& ports, const Terminal& terminal, const QString& address) {
    if (const auto set = ports.model()->setAddress(address); !set) {
        return set.error();
    }
    const auto access = ports.model()->access();
    terminal.result({{QStringLiteral("address"), access ? access->address : QString()}});
    return Exit::Done;
}

Result<Exit> testCall(service::Cellar& cellar, Session& session, const QString& named) {
    const auto settings = service::modelSettings(cellar);
    const QString model = named.isEmpty() && settings ? settings->model : named;
    const auto reach = settings ? reachModel(cellar, session, model) : Result<ModelInReach>(settings.error());
    const auto call = reach ? service::testModel(cellar, session.clock(), *reach->classifier, session.stop())
                            : Result<service::ModelTestCall>(reach.error());
    if (!call) {
        return call.error();
    }
    session.terminal().result({{QStringLiteral("model"), model},
                               {QStringLiteral("milliseconds"), static_cast<qint64>(call->took.count())},
                               {QStringLiteral("usd"), call->usd},
                               {QStringLiteral("importance"), triage::importanceOf(call->answer)},
                               {QStringLiteral("answer"), triage::toJson(call->answer)}});
    return Exit::Done;
}

/// The user's remarks, into the keys of their entries.
Result<Exit> fileRemarks(service::Cellar& cellar, Session& session) {
    const auto model = service::modelFor(cellar, service::ModelTask::Feedback);
    const auto reach = model ? reachModel(cellar, session, *model) : Result<ModelInReach>(model.error());
    const auto filer = reach ? reach->ports->model()->commentFiler(*model)
                             : Result<std::unique_ptr<triage::CommentFiler>>(reach.error());
    if (!filer) {
        return filer.error();
    }
    if (!*filer) {
        return Error{ErrorKind::Denied, QStringLiteral("the service files no remarks"), {}};
    }
    const auto report = service::fileComments(cellar, session.clock(), **filer, *model, session.stop());
    if (!report) {
        return report.error();
    }
    session.terminal().result({{QStringLiteral("read"), report->read},
                               {QStringLiteral("filed"), report->filed},
                               {QStringLiteral("failed"), report->failed},
                               {QStringLiteral("usd"), report->usd}});
    return Exit::Done;
}

Result<Exit> listTrials(service::Cellar& cellar, const Terminal& terminal) {
    const auto trials = storage::ComparisonStore(*cellar.database).trials();
    if (!trials) {
        return trials.error();
    }
    QJsonArray list;
    for (const storage::ModelName& trial : *trials) {
        const auto report = service::trialReport(cellar, trial);
        if (!report) {
            return report.error();
        }
        list.append(trialJson(*report));
    }
    terminal.result({{QStringLiteral("trials"), list}});
    return Exit::Done;
}

}  // namespace

namespace {

void addModelSettings(CLI::App& model, Session& session) {
    const auto wish = std::make_shared<LimitsWish>();
    auto* limits = model.add_subcommand("limits", "The budget of a day, and how many questions at a time");
    limits->add_option("--requests-per-day", wish->requests)->check(CLI::NonNegativeNumber);
    limits->add_option("--usd-per-day", wish->usd)->check(CLI::NonNegativeNumber);
    limits->add_option("--in-flight", wish->inFlight)->check(CLI::Range(1, 64));
    limits->callback([&session, wish] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return setLimits(cellar, session.terminal(), *wish); });
    });
    const auto word = std::make_shared<std::string>();
    auto* allow = model.add_subcommand("allow", "Whether text of mail may go to a model");
    allow->add_option("WORD", *word, "yes or no")->required()->check(CLI::IsMember({"yes", "no"}));
    allow->callback([&session, word] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return setAllowed(cellar, session.terminal(), *word == "yes"); });
    });
    model.add_subcommand("key", "Keep the key that stands on standard input; an empty line forgets it")
        ->callback([&session] {
            session.withMail(
                [&](service::Cellar&, service::MailPorts& ports) { return setKey(ports, session.terminal()); });
        });
    const auto address = std::make_shared<std::string>();
    auto* where = model.add_subcommand("address", "Another service than DeepInfra; empty: DeepInfra again");
    where->add_option("URL", *address, "Base address, before /chat/completions");
    where->callback([&session, address] {
        session.withMail([&](service::Cellar&, service::MailPorts& ports) {
            return setAddress(ports, session.terminal(), qt(*address));
        });
    });
}

}  // namespace

void addModel(CLI::App& app, Session& session) {
    auto* model = app.add_subcommand("model", "Which models there are, and which does what");
    model->require_subcommand(1);
    model->add_subcommand("show", "What is set, and what of the day's budget is spent")->callback([&session] {
        session.withMail(
            [&](service::Cellar& cellar, service::MailPorts& ports) { return showModels(cellar, ports, session); });
    });
    model->add_subcommand("list", "What the service offers, with prices")->callback([&session] {
        session.withMail([&](service::Cellar&, service::MailPorts& ports) { return listModels(ports, session); });
    });
    const auto task = std::make_shared<std::string>();
    const auto name = std::make_shared<std::string>();
    auto* set = model->add_subcommand("set", "Let a model do a task from now on");
    set->add_option("TASK", *task, "classify, draft or feedback")->required();
    set->add_option("NAME", *name, "As the service calls it")->required();
    set->callback([&session, task, name] {
        session.withMail([&](service::Cellar& cellar, service::MailPorts& ports) {
            return setModel(cellar, ports, session, qt(*task), qt(*name));
        });
    });
    addModelSettings(*model, session);
    const auto named = std::make_shared<std::string>();
    auto* test = model->add_subcommand("test", "Ask about an invented letter: does it answer, how fast, for how much");
    test->add_option("NAME", *named, "Another model than the one that scores");
    test->callback([&session, named] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return testCall(cellar, session, qt(*named)); });
    });
    model->add_subcommand("remarks", "Let a model file your remarks on messages under topics and sources")
        ->callback([&session] {
            session.with(service::CellarMode::Write,
                         [&](service::Cellar& cellar) { return fileRemarks(cellar, session); });
        });
    model->add_subcommand("trials", "What models on trial said beside what stands")->callback([&session] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listTrials(cellar, session.terminal()); });
    });
}

}  // namespace kith::cli
