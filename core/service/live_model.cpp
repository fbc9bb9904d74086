// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/live_model.h"

#include "core/triage/asking.h"
#include "core/triage/dealings_json.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kLookedThrough = 500;  ///< messages that are counted before the user agrees
constexpr qint64 kBytesOfAToken = 4;
constexpr qint64 kTokensOfAnAnswer = 250;

/// At the service's own prices, for a question of this size; nothing where it does not tell them.
std::optional<double> costOf(const std::vector<triage::ModelOffer>& offers, const QString& model, qint64 bytes) {
    const auto offer =
        std::find_if(offers.begin(), offers.end(), [&model](const triage::ModelOffer& one) { return one.id == model; });
    if (offer == offers.end() || !offer->inputPrice || !offer->outputPrice) {
        return std::nullopt;
    }
    return (double(bytes) / kBytesOfAToken * *offer->inputPrice + kTokensOfAnAnswer * *offer->outputPrice) / 1e6;
}

/// The message, where the ranker alone decided about it and is unsure; else nothing.
Result<std::optional<Message>> wouldBeAskedAbout(Cellar& cellar, MessageId id) {
    const auto decision = cellar.triage.latest(id);
    if (!decision || !*decision) {
        return decision ? Result<std::optional<Message>>(std::nullopt)
                        : Result<std::optional<Message>>(decision.error());
    }
    const auto inputs = cellar.triage.inputs((*decision)->id);
    const auto dealings = inputs ? triage::dealingsFromJson(*inputs) : std::nullopt;
    const bool worth = triage::worthAsking(**decision, dealings ? dealings->sender : triage::SenderHistory{});
    return worth ? cellar.messages.message(id) : Result<std::optional<Message>>(std::nullopt);
}

void describe(ConsentSample& sample, const Message& message, const triage::AskedLetter& letter) {
    sample.found = true;
    sample.message = message.id;
    sample.from = message.from.name.isEmpty() ? message.from.address : message.from.name;
    sample.subject = message.subject;
    sample.redactions = letter.redactions;
}

}  // namespace

LiveModel::LiveModel(Ground ground)
    : m_ground(std::move(ground))
    , m_worker({m_ground.open, m_ground.clock, m_ground.port, m_ground.offline, m_ground.changed,
                [this](const ModelStatus& status) {
                    QMetaObject::invokeMethod(
                        this, [this, status] { Q_EMIT statusChanged(status); }, Qt::QueuedConnection);
                }})
    , m_quick(m_ground.open)
    , m_slow(m_ground.open) {
}

LiveModel::~LiveModel() {
    cancel();
}

void LiveModel::cancel() {
    const std::lock_guard lock(m_mutex);
    m_going.request_stop();
}

std::stop_token LiveModel::freshStop() {
    const std::lock_guard lock(m_mutex);
    m_going.request_stop();
    m_going = {};
    return m_going.get_token();
}

std::vector<triage::ModelOffer> LiveModel::knownOffers() {
    const std::lock_guard lock(m_mutex);
    return m_offers;
}

Result<ModelFacts> LiveModel::factsOf(Cellar& cellar) {
    const auto access = m_ground.port.access();
    const auto settings = modelSettings(cellar);
    const auto draft = modelFor(cellar, ModelTask::Draft);
    const auto feedback = modelFor(cellar, ModelTask::Feedback);
    if (!access || !settings || !draft || !feedback) {
        return !access ? access.error() : !settings ? settings.error() : !draft ? draft.error() : feedback.error();
    }
    const auto budget = ModelBudget::load(cellar, m_ground.clock, *settings);
    if (!budget) {
        return budget.error();
    }
    return ModelFacts{*access,          *settings, *draft, *feedback, budget->spentRequests(), budget->spentUsd(),
                      m_worker.status()};
}

ModelDesk::Answer<ModelFacts> LiveModel::facts() {
    return m_quick.ask([this](Cellar& cellar) { return factsOf(cellar); });
}

ModelDesk::Answer<std::vector<triage::ModelOffer>> LiveModel::offers() {
    return m_slow.ask([this, stop = freshStop()](Cellar&) {
        auto offers = m_ground.port.offers(stop);
        if (offers) {
            const std::lock_guard lock(m_mutex);
            m_offers = *offers;
        }
        return offers;
    });
}

ModelDesk::Answer<void> LiveModel::setKey(const QString& key) {
    return m_quick.ask([this, key](Cellar&) {
        auto set = m_ground.port.setKey(key.toUtf8());
        m_worker.wake(false);
        return set;
    });
}

ModelDesk::Answer<void> LiveModel::setAddress(const QString& address) {
    return m_quick.ask([this, address](Cellar&) {
        auto set = m_ground.port.setAddress(address);
        m_worker.wake(false);
        return set;
    });
}

ModelDesk::Answer<void> LiveModel::choose(ModelTask task, const QString& model) {
    return m_slow.ask([this, task, model, stop = freshStop()](Cellar& cellar) -> Result<void> {
        const auto known = m_ground.offline ? Result<void>() : checkModel(m_ground.port, model, stop);
        const auto set = known ? setModelFor(cellar, task, model) : known;
        m_worker.wake(false);
        m_ground.changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return set;
    });
}

ModelDesk::Answer<void> LiveModel::write(std::function<Result<void>(Cellar&)> work) {
    return m_quick.ask([this, work = std::move(work)](Cellar& cellar) {
        auto done = work(cellar);
        m_worker.wake(false);
        m_ground.changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return done;
    });
}

ModelDesk::Answer<void> LiveModel::setLimits(const ModelLimits& limits) {
    return write([limits](Cellar& cellar) { return setModelLimits(cellar, limits); });
}

ModelDesk::Answer<void> LiveModel::setAllowed(bool allowed) {
    if (!allowed) {
        m_worker.setPaused(true);  // what is on its way ends now, not when the change is written
    }
    return m_quick.ask([this, allowed](Cellar& cellar) {
        auto done = setModelAllowed(cellar, allowed);
        m_worker.setPaused(false);
        m_ground.changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return done;
    });
}

void LiveModel::setPaused(bool paused) {
    m_worker.setPaused(paused);
}

Result<ConsentSample> LiveModel::sampleOf(Cellar& cellar) {
    const auto settings = modelSettings(cellar);
    const auto privacy = settings ? PrivacyBook::load(cellar) : Result<PrivacyBook>(settings.error());
    const auto ids = privacy ? cellar.models.candidates({settings->model, triage::classifyVersion()},
                                                        m_ground.clock.now(), {}, kLookedThrough)
                             : Result<std::vector<MessageId>>(privacy.error());
    if (!ids) {
        return ids.error();
    }
    ConsentSample sample;
    sample.more = ids->size() == static_cast<size_t>(kLookedThrough);
    for (const MessageId id : *ids) {
        const auto message = wouldBeAskedAbout(cellar, id);
        if (!message) {
            return message.error();
        }
        if (!*message) {
            continue;
        }
        if (privacy->levelOf(**message) == triage::PrivacyLevel::LocalOnly) {
            ++sample.keptBack;
            continue;
        }
        ++sample.waiting;
        const auto letter = sample.found ? Result<std::optional<LetterForModel>>(std::nullopt)
                                         : letterForModel(cellar, *privacy, **message);
        if (letter && *letter) {
            describe(sample, **message, (*letter)->asked);
            sample.body = m_ground.port.question(settings->model, (*letter)->asked);
            sample.usdEach = costOf(knownOffers(), settings->model, sample.body.size());
        }
    }
    if (!sample.found) {
        sample.body = m_ground.port.question(settings->model, inventedLetter());
    }
    return sample;
}

ModelDesk::Answer<ConsentSample> LiveModel::sample() {
    return m_quick.ask([this](Cellar& cellar) { return sampleOf(cellar); });
}

ModelDesk::Answer<ModelTestCall> LiveModel::test(const QString& model) {
    return m_slow.ask([this, model, stop = freshStop()](Cellar& cellar) -> Result<ModelTestCall> {
        const auto classifier = m_ground.port.classifier(model);
        if (!classifier) {
            return classifier.error();
        }
        if (!*classifier) {
            return Error{ErrorKind::SignInNeeded, QStringLiteral("no key of a model service is set"), {}};
        }
        return testModel(cellar, m_ground.clock, **classifier, stop);
    });
}

Result<TrialReport> LiveModel::compare(Cellar& cellar, const QString& model, int most, std::stop_token stop) {
    const auto settings = modelSettings(cellar);
    if (!settings || !settings->allowed) {
        return settings ? Error{ErrorKind::Denied, QStringLiteral("no model may be asked yet"), {}} : settings.error();
    }
    const auto known = checkModel(m_ground.port, model, stop);
    const auto classifier =
        known ? m_ground.port.classifier(model) : Result<std::unique_ptr<triage::Classifier>>(known.error());
    if (!classifier) {
        return classifier.error();
    }
    if (!*classifier) {
        return Error{ErrorKind::SignInNeeded, QStringLiteral("no key of a model service is set"), {}};
    }
    TriageService triage(cellar, m_ground.clock);
    if (const auto learned = triage.learn(stop); !learned) {
        return learned.error();
    }
    TrialWish wish;
    wish.model = model;
    wish.most = most;
    return ModelTrial(cellar, m_ground.clock, triage, **classifier, *settings).run(wish, stop);
}

ModelDesk::Answer<TrialReport> LiveModel::tryOut(const QString& model, int most) {
    return m_slow.ask(
        [this, model, most, stop = freshStop()](Cellar& cellar) { return compare(cellar, model, most, stop); });
}

ModelDesk::Answer<std::vector<TrialReport>> LiveModel::trials() {
    return m_quick.ask([](Cellar& cellar) -> Result<std::vector<TrialReport>> {
        const auto names = storage::ComparisonStore(*cellar.database).trials();
        if (!names) {
            return names.error();
        }
        std::vector<TrialReport> reports;
        for (const storage::ModelName& name : *names) {
            auto report = trialReport(cellar, name);
            if (!report) {
                return report.error();
            }
            reports.push_back(std::move(*report));
        }
        return reports;
    });
}

}  // namespace kith::service
