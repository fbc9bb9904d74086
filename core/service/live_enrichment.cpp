// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/live_enrichment.h"

#include "core/base/log.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kVisitedInOneRun = 1'000'000;
constexpr Millis kTellEvery{200};
constexpr std::chrono::minutes kLookAgain{10};  ///< while nothing is scheduled

QString onKey(const QString& source) {
    return QStringLiteral("enrich.") + source + QStringLiteral(".on");
}

const QStringList& liveSources() {
    static const QStringList all{QStringLiteral("attio"), QStringLiteral("onyx")};
    return all;
}

Result<void> remember(Cellar& cellar, const QString& key, const QJsonValue& value, const QString& summary) {
    storage::ChangeWriter change(
        *cellar.database, {QStringLiteral("settings.changed"), QStringLiteral("user"), {}, {}, summary, {}, true});
    cellar.settings.set(change, key, value);
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

QString nameOf(const ContactCard& card) {
    const QString name = card.value(QStringLiteral("name"));
    return !name.isEmpty()           ? name
           : !card.name.isEmpty()    ? card.name
           : card.identities.empty() ? QString()
                                     : card.identities.front().identity.value;
}

}  // namespace

std::vector<people::FieldWish> wishesOf(const ContactCard& card) {
    std::vector<people::FieldWish> wishes;
    for (const storage::HeldIdentity& held : card.identities) {
        if (held.identity.kind == QLatin1String("email")) {
            wishes.push_back({QStringLiteral("email"), held.identity.value});
        }
    }
    for (const char* field : {"name", "job_title", "phone", "linkedin_url"}) {
        const people::FieldFacts* facts = card.field(QLatin1String(field));
        for (const people::Choice& choice : facts != nullptr ? facts->choices : std::vector<people::Choice>()) {
            if (choice.shown && !choice.rejected && !choice.closed) {
                wishes.push_back({QLatin1String(field), choice.value});
            }
        }
    }
    return wishes;
}

LiveEnrichment::LiveEnrichment(Ground ground)
    : m_ground(std::move(ground))
    , m_reading(m_ground.open)
    , m_calls(m_ground.open)
    , m_worker([this] { work(m_closing.get_token()); }) {
    m_status.offline = m_ground.ports.offline();
}

LiveEnrichment::~LiveEnrichment() {
    m_closing.request_stop();
    {
        const std::lock_guard hold(m_mutex);
        m_run.request_stop();
        m_nap.request_stop();
    }
    m_worker.join();
}

void LiveEnrichment::work(const std::stop_token& stop) {
    const auto cellar = m_ground.open();
    if (!cellar) {
        log::warning("service", QStringLiteral("enrichment: %1").arg(cellar.error().detail));
        return;
    }
    (void)storage::TaskStore(*(*cellar)->database).reclaimAll(QStringLiteral("enrich."));
    while (!stop.stop_requested()) {
        const bool byHand = sleepUntilWanted(stop);
        if (!stop.stop_requested()) {
            lookForWork(**cellar, m_run.get_token(), byHand);
        }
    }
}

/// True: somebody asked for it.
bool LiveEnrichment::sleepUntilWanted(const std::stop_token& stop) {
    std::stop_source nap;
    std::chrono::minutes pause;
    {
        const std::lock_guard hold(m_mutex);
        m_nap = nap;
        pause = m_pause;
        if (m_wanted || stop.stop_requested()) {
            nap.request_stop();
        }
    }
    m_ground.clock.wait(pause, nap.get_token());
    const std::lock_guard hold(m_mutex);
    m_run = std::stop_source();
    return std::exchange(m_wanted, false);
}

void LiveEnrichment::lookForWork(Cellar& cellar, const std::stop_token& stop, bool byHand) {
    const auto settings = enrichmentSettings(cellar);
    {
        const std::lock_guard hold(m_mutex);
        m_pause = settings && settings->everyMinutes > 0 ? std::chrono::minutes(settings->everyMinutes) : kLookAgain;
    }
    if (!settings || m_ground.ports.offline() || settings->paused || (!byHand && settings->everyMinutes == 0)) {
        return;
    }
    {
        const std::lock_guard hold(m_mutex);
        m_status.running = true;
        m_status.visited = 0;
        m_status.fieldsAdded = 0;
    }
    Enrichment enrichment(cellar, m_ground.clock, *settings);
    for (const QString& source : liveSources()) {
        const auto on = cellar.settings.flag(onKey(source), false);
        if (on && *on && !stop.stop_requested()) {
            visit(enrichment, source, stop);
        }
    }
    const auto shown = ContactBook(cellar).refresh(m_closing.get_token());
    {
        const std::lock_guard hold(m_mutex);
        m_status.running = false;
        m_status.source.clear();
    }
    tell(true);
    if (shown && enrichment.report().fieldsAdded > 0) {
        m_ground.changed({.order = true, .counts = false, .journal = true, .threads = {}});
    }
}

void LiveEnrichment::visit(Enrichment& enrichment, const QString& source, const std::stop_token& stop) {
    const auto made = opened(source);
    const auto planned = made ? enrichment.plan(source, kVisitedInOneRun) : Result<qint64>(made.error());
    {
        const std::lock_guard hold(m_mutex);
        m_status.source = source;
        m_trouble[source] = planned ? QString() : planned.error().detail;
    }
    if (!planned) {
        return;
    }
    const auto visited = enrichment.run(**made, kVisitedInOneRun, stop, [&] {
        {
            const std::lock_guard hold(m_mutex);
            ++m_status.visited;
            m_status.fieldsAdded = enrichment.report().fieldsAdded;
        }
        tell(false);
    });
    const auto& reports = enrichment.report().sources;
    const auto report = reports.find(source);
    const std::lock_guard hold(m_mutex);
    if (report != reports.end() && report->second.stopped) {
        m_trouble[source] =
            report->second.stopped->hint.isEmpty() ? report->second.stopped->detail : report->second.stopped->hint;
    } else if (!visited && visited.error().kind != ErrorKind::Cancelled) {
        m_trouble[source] = visited.error().detail;
    }
}

void LiveEnrichment::tell(bool now) {
    EnrichmentStatus status;
    {
        const std::lock_guard hold(m_mutex);
        const Millis at = m_ground.clock.now();
        if (!now && at - m_toldAt < kTellEvery) {
            return;
        }
        m_toldAt = at;
        status = m_status;
    }
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT moved(status); }, Qt::QueuedConnection);
}

Result<std::unique_ptr<people::EnrichmentSource>> LiveEnrichment::opened(const QString& source) {
    auto made = m_ground.ports.enrichmentSource(source);
    if (made && !*made) {
        return Error{ErrorKind::SignInNeeded, QStringLiteral("there is no key of %1").arg(source), {}};
    }
    return made;
}

Result<EnrichmentFacts> LiveEnrichment::readFacts(Cellar& cellar) {
    const auto settings = enrichmentSettings(cellar);
    const auto counts = storage::TaskStore(*cellar.database).countsAll(QStringLiteral("enrich."));
    if (!settings || !counts) {
        return !settings ? settings.error() : counts.error();
    }
    EnrichmentFacts facts;
    facts.settings = *settings;
    for (const QString& name : liveSources()) {
        const auto on = cellar.settings.flag(onKey(name), false);
        if (!on) {
            return on.error();
        }
        const std::lock_guard hold(m_mutex);
        facts.sources.push_back({name, m_ground.ports.enrichmentKeyPlace(name), *on, m_trouble[name]});
    }
    const std::lock_guard hold(m_mutex);
    facts.status = m_status;
    facts.status.paused = settings->paused;
    facts.status.tasks = *counts;
    return facts;
}

EnrichmentDesk::Answer<EnrichmentFacts> LiveEnrichment::facts() {
    return m_reading.ask([this](Cellar& cellar) { return readFacts(cellar); });
}

EnrichmentDesk::Answer<std::vector<EnrichmentRow>> LiveEnrichment::tasks(int state, TaskId before, int limit) {
    return m_reading.ask([=](Cellar& cellar) -> Result<std::vector<EnrichmentRow>> {
        const auto tasks =
            storage::TaskStore(*cellar.database).listAll(QStringLiteral("enrich."), state, before, limit);
        if (!tasks) {
            return tasks.error();
        }
        ContactBook book(cellar);
        std::map<ContactId, QString> names;
        std::vector<EnrichmentRow> rows;
        for (const Task& task : *tasks) {
            const EnrichmentTarget target = enrichmentTarget(task.entity);
            if (!names.contains(target.contact)) {
                const auto card = book.card(target.contact);
                names[target.contact] = card ? nameOf(*card) : QString();
            }
            rows.push_back({task, target.contact, target.source, names[target.contact]});
        }
        return rows;
    });
}

EnrichmentDesk::Answer<void> LiveEnrichment::setKey(const QString& source, const QString& key) {
    return m_calls.ask([this, source, key](Cellar& cellar) -> Result<void> {
        const auto kept = m_ground.ports.keepEnrichmentKey(source, key);
        if (!kept) {
            return kept;
        }
        return remember(cellar, onKey(source), !key.trimmed().isEmpty(), QStringLiteral("Key of %1").arg(source));
    });
}

EnrichmentDesk::Answer<void> LiveEnrichment::setOn(const QString& source, bool on) {
    return m_reading.ask([source, on](Cellar& cellar) {
        return remember(cellar, onKey(source), on, QStringLiteral("Ask %1 about contacts").arg(source));
    });
}

EnrichmentDesk::Answer<QString> LiveEnrichment::test(const QString& source) {
    return m_calls.ask([this, source](Cellar&) -> Result<QString> {
        const auto made = opened(source);
        return made ? (*made)->greet(m_closing.get_token()) : Result<QString>(made.error());
    });
}

EnrichmentDesk::Answer<void> LiveEnrichment::save(const EnrichmentSettings& settings) {
    if (settings.paused) {
        const std::lock_guard hold(m_mutex);
        m_run.request_stop();
    }
    return m_reading.ask([settings](Cellar& cellar) -> Result<void> {
        storage::ChangeWriter change(*cellar.database, {QStringLiteral("settings.changed"),
                                                        QStringLiteral("user"),
                                                        {},
                                                        {},
                                                        QStringLiteral("Enrichment"),
                                                        {},
                                                        true});
        cellar.settings.set(change, QStringLiteral("enrich.batch"), settings.batch);
        cellar.settings.set(change, QStringLiteral("enrich.max_attempts"), settings.maxAttempts);
        cellar.settings.set(change, QStringLiteral("enrich.refresh_days"), settings.refreshDays);
        cellar.settings.set(change, QStringLiteral("enrich.every_minutes"), settings.everyMinutes);
        cellar.settings.set(change, QStringLiteral("enrich.paused"), settings.paused);
        const auto done = change.commit();
        return done ? Result<void>() : Result<void>(done.error());
    });
}

EnrichmentDesk::Answer<void> LiveEnrichment::retry(TaskId task) {
    return m_reading.ask([this, task](Cellar& cellar) {
        const auto retried = storage::TaskStore(*cellar.database).retry(task);
        visitNow();
        return retried;
    });
}

EnrichmentDesk::Answer<qint64> LiveEnrichment::retryFailed() {
    return m_reading.ask([this](Cellar& cellar) {
        const auto retried = Enrichment(cellar, m_ground.clock, {}).retryFailed();
        visitNow();
        return retried;
    });
}

void LiveEnrichment::visitNow() {
    {
        const std::lock_guard hold(m_mutex);
        m_wanted = true;
        m_nap.request_stop();
    }
}

Result<WriteBackView> LiveEnrichment::readPreview(Cellar& cellar, const QString& source, ContactId contact) {
    const auto made = opened(source);
    const auto card = made ? ContactBook(cellar).card(contact) : Result<ContactCard>(made.error());
    const auto subject = card ? Enrichment(cellar, m_ground.clock, {}).subject(card->id, source)
                              : Result<std::optional<people::EnrichmentSubject>>(card.error());
    if (!subject || !*subject) {
        return subject ? Error{ErrorKind::NotFound, QStringLiteral("no such contact"), {}} : subject.error();
    }
    const auto changes = (*made)->preview(**subject, wishesOf(*card), m_closing.get_token());
    return changes ? Result<WriteBackView>(WriteBackView{card->id, nameOf(*card), *changes})
                   : Result<WriteBackView>(changes.error());
}

EnrichmentDesk::Answer<WriteBackView> LiveEnrichment::preview(const QString& source, ContactId contact) {
    return m_calls.ask([=, this](Cellar& cellar) { return readPreview(cellar, source, contact); });
}

EnrichmentDesk::Answer<void> LiveEnrichment::write(const QString& source, const WriteBackView& shown) {
    return m_calls.ask([=, this](Cellar& cellar) -> Result<void> {
        const auto made = opened(source);
        const auto card = made ? ContactBook(cellar).card(shown.contact) : Result<ContactCard>(made.error());
        const auto subject = card ? Enrichment(cellar, m_ground.clock, {}).subject(card->id, source)
                                  : Result<std::optional<people::EnrichmentSubject>>(card.error());
        if (!subject || !*subject) {
            return subject ? Error{ErrorKind::NotFound, QStringLiteral("no such contact"), {}} : subject.error();
        }
        const auto written = (*made)->write(shown.changes, **subject, wishesOf(*card), m_closing.get_token());
        if (!written) {
            return written;
        }
        storage::ChangeWriter change(*cellar.database, {QStringLiteral("contact.written_back"),
                                                        QStringLiteral("user"),
                                                        contactEntity(card->id),
                                                        {},
                                                        QStringLiteral("Written to %1").arg(source),
                                                        {{QStringLiteral("values"), shown.changes.values}},
                                                        false});
        const auto done = change.commit();
        return done ? Result<void>() : Result<void>(done.error());
    });
}

}  // namespace kith::service
