// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl triage [--all] [--local-only] [--model NAME] [--budget-usd X] [--max N]
// kithctl triage --shadow MODEL [--prompt FILE] [--max N]
#include "app/cli/model_work.h"
#include "app/cli/session.h"
#include "core/service/model_choice.h"
#include "core/service/model_scoring.h"
#include "core/service/opportunity_finder.h"
#include "core/service/triage_service.h"

namespace kith::cli {

namespace {

struct TriageWishes {
    bool all{false};
    bool localOnly{false};
    std::string model;
    double usd{-1};  ///< below 0: as the settings say
    int most{0};     ///< 0: no limit but the budget
    std::string shadow;
    std::string prompt;
};

constexpr int kMostAsked = 10'000;
constexpr int kMostShadowed = 50;

struct ModelPart {
    service::ModelReport report;
    std::optional<Error> error;
};

struct ChosenModel {
    service::ModelSettings settings;
    QString before;  ///< the model that was asked until now
};

/// The model of --model from now on: what another one said stays stored and counts no more.
Result<ChosenModel> chosenModel(service::Cellar& cellar, const TriageWishes& wishes) {
    const auto settings = service::modelSettings(cellar);
    if (!settings) {
        return settings.error();
    }
    ChosenModel chosen{*settings, settings->model};
    if (!wishes.model.empty() && chosen.before != qt(wishes.model)) {
        chosen.settings.model = qt(wishes.model);
        if (const auto remembered = service::setModelFor(cellar, service::ModelTask::Classify, chosen.settings.model);
            !remembered) {
            return remembered.error();
        }
    }
    if (wishes.usd >= 0) {
        chosen.settings.usdPerDay = wishes.usd;
    }
    return chosen;
}

/// A name that nobody knows is not kept.
Result<void> giveBackUnknown(service::Cellar& cellar, const ChosenModel& chosen, const std::optional<Error>& error) {
    const bool unknown = error && error->kind == ErrorKind::NotFound && chosen.before != chosen.settings.model;
    return unknown ? service::setModelFor(cellar, service::ModelTask::Classify, chosen.before) : Result<void>();
}

/// Here the key is the user's word that a model may be asked, unless the window's page was answered with no.
Result<bool> mayAsk(service::Cellar& cellar, Session& session, const TriageWishes& wishes) {
    if (wishes.localOnly || session.terminal().options().offline) {
        return false;
    }
    return cellar.settings.flag(QStringLiteral("model.allowed"), true);
}

Result<ModelPart> askModel(service::Cellar& cellar, Session& session, service::TriageService& triage,
                           const TriageWishes& wishes, const service::ModelSettings& settings, Millis began) {
    ModelPart part;
    const auto may = mayAsk(cellar, session, wishes);
    if (!may || !*may) {
        return may ? Result<ModelPart>(part) : Result<ModelPart>(may.error());
    }
    const auto ports = session.compose();
    const auto classifier = ports->classifier(settings.model);
    if (!classifier) {
        part.error = classifier.error();
    }
    if (!classifier || !*classifier) {
        return part;
    }
    if (!wishes.model.empty()) {
        if (const auto known = service::checkModel(*ports->model(), settings.model, session.stop()); !known) {
            part.error = known.error();
            return part;
        }
    }
    service::ModelScoring scoring(cellar, session.clock(), triage, **classifier, settings);
    scoring.countReplaced(wishes.all ? Millis{0} : began);
    const auto asked = scoring.run(wishes.most > 0 ? wishes.most : kMostAsked, session.stop(), [&] {
        session.terminal().progress(QStringLiteral("%1 scored by the model, %2 USD")
                                        .arg(scoring.report().triage.scored)
                                        .arg(scoring.report().usd, 0, 'f', 4));
    });
    part.report = scoring.report();
    if (!asked) {
        part.error = withNearNames(*ports, settings.model, asked.error(), session.stop());
    }
    return part;
}

/// What the ranker said first and the model then decided counts once, as the model's.
service::TriageReport together(service::TriageReport local, const service::ModelReport& model) {
    local.add(model.triage);
    local.scored -= model.replaced.scored;
    local.byLocal -= model.replaced.byLocal;
    local.needsReview -= model.replaced.needsReview;
    local.failed += model.failed;
    return local;
}

QJsonObject triageJson(const service::TriageReport& report, const ModelPart& model, Millis took) {
    const QJsonObject by{{QStringLiteral("rule"), report.byRule},
                         {QStringLiteral("model"), report.byModel},
                         {QStringLiteral("cache"), report.byCache},
                         {QStringLiteral("local"), report.byLocal},
                         {QStringLiteral("user"), report.byUser}};
    QJsonObject result{{QStringLiteral("scored"), report.scored},
                       {QStringLiteral("by"), by},
                       {QStringLiteral("needs_review"), report.needsReview},
                       {QStringLiteral("failed"), report.failed},
                       {QStringLiteral("asked"), model.report.asked},
                       {QStringLiteral("kept_back"), model.report.keptBack},
                       {QStringLiteral("usd"), model.report.usd},
                       {QStringLiteral("budget_spent"), model.report.budgetSpent},
                       {QStringLiteral("seconds"), static_cast<double>(took.count()) / 1000.0}};
    if (model.error) {
        result.insert(QStringLiteral("model_error"), errorJson(*model.error));
    }
    return result;
}

Result<Exit> runTriage(service::Cellar& cellar, Session& session, const TriageWishes& wishes) {
    const Millis began = session.clock().now();
    const auto chosen = chosenModel(cellar, wishes);
    if (!chosen) {
        return chosen.error();
    }
    service::TriageService service(cellar, session.clock());
    if (auto learned = service.learn(session.stop()); !learned) {
        return learned.error();
    }
    const auto which = wishes.all ? service::TriageService::Which::Changed : service::TriageService::Which::Undecided;
    const auto local = service.score(which, session.stop());
    if (!local) {
        return local.error();
    }
    const auto model = askModel(cellar, session, service, wishes, chosen->settings, began);
    if (!model) {
        return model.error();
    }
    if (const auto given = giveBackUnknown(cellar, *chosen, model->error); !given) {
        return given.error();
    }
    if (const auto found = service::OpportunityFinder(cellar, session.clock()).findAll(session.stop()); !found) {
        return found.error();
    }
    const service::TriageReport report = together(*local, model->report);
    session.terminal().result(triageJson(report, *model, session.clock().now() - began));
    if (model->error && !session.terminal().json()) {
        (void)session.terminal().fail(*model->error);
    }
    const bool nothingDone = model->error && report.scored == 0;
    return session.stop().stop_requested() || nothingDone ? Exit::Partial : Exit::Done;
}

}  // namespace

void addTriage(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("triage", "Score what has no decision yet; ask a model where a key is set");
    const auto wishes = std::make_shared<TriageWishes>();
    command->add_flag("--all", wishes->all, "Score everything again");
    command->add_flag("--local-only", wishes->localOnly, "Ask no model, even where one is set up");
    command->add_option("--model", wishes->model, "Ask this model, from now on");
    command->add_option("--budget-usd", wishes->usd, "In this run: at most so much in 24 hours")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--max", wishes->most, "Ask about so many messages at most")->check(CLI::PositiveNumber);
    command->add_option("--shadow", wishes->shadow, "Ask this model beside what stands, and only compare")
        ->excludes("--all", "--local-only", "--model", "--budget-usd");
    command->add_option("--prompt", wishes->prompt, "With --shadow: this prompt in place of the shipped one")
        ->needs("--shadow");
    command->callback([&session, wishes] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            const int most = wishes->most > 0 ? wishes->most : kMostShadowed;
            return wishes->shadow.empty() ? runTriage(cellar, session, *wishes)
                                          : runShadow(cellar, session, {wishes->shadow, wishes->prompt, most});
        });
    });
}

}  // namespace kith::cli
