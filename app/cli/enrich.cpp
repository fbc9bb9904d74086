// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl enrich [--source signature,attio,onyx] [--limit N] [--retry-failed], enrich tasks [--state S], enrich check,
// enrich retry ID, enrich history CONTACT.
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/service/contact_growth.h"
#include "core/service/enrichment.h"

namespace kith::cli {

namespace {

constexpr int kEverybody = 1'000'000;

struct EnrichWishes {
    std::vector<std::string> sources;
    int limit{kEverybody};
    bool retryFailed{false};
};

struct TaskWishes {
    std::string state;
    int limit{100};
};

const QStringList& enrichSources() {
    static const QStringList all{QStringLiteral("signature"), QStringLiteral("attio"), QStringLiteral("onyx")};
    return all;
}

const QStringList& taskStateWords() {
    static const QStringList words{QStringLiteral("pending"),   QStringLiteral("in_progress"),
                                   QStringLiteral("completed"), QStringLiteral("failed"),
                                   QStringLiteral("skipped"),   QStringLiteral("cancelled")};
    return words;
}

Error noKeyOf(const QString& source) {
    return {ErrorKind::SignInNeeded, QStringLiteral("there is no key of %1").arg(source),
            QStringLiteral("Set KITH_%1_KEY, or give the key in the window.").arg(source.toUpper())};
}

QJsonObject countsJson(const storage::TaskCounts& counts) {
    return {{QStringLiteral("pending"), counts.pending},     {QStringLiteral("in_progress"), counts.inProgress},
            {QStringLiteral("completed"), counts.completed}, {QStringLiteral("failed"), counts.failed},
            {QStringLiteral("skipped"), counts.skipped},     {QStringLiteral("cancelled"), counts.cancelled}};
}

QJsonObject enrichJson(const service::EnrichmentReport& report, const storage::TaskCounts& counts, Millis took) {
    QJsonObject sources;
    QJsonArray errors;
    for (const auto& [name, one] : report.sources) {
        sources.insert(name, QJsonObject{{QStringLiteral("asked"), one.asked},
                                         {QStringLiteral("found"), one.found},
                                         {QStringLiteral("unknown"), one.unknown},
                                         {QStringLiteral("failed"), one.failed}});
        if (one.stopped) {
            QJsonObject error = errorJson(*one.stopped);
            error.insert(QStringLiteral("source"), name);
            errors.append(error);
        }
    }
    return {{QStringLiteral("tasks"), countsJson(counts)},
            {QStringLiteral("fields_added"), report.fieldsAdded},
            {QStringLiteral("fields_confirmed"), report.fieldsConfirmed},
            {QStringLiteral("conflicts"), report.conflicts},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("errors"), errors},
            {QStringLiteral("seconds"), double(took.count()) / 1000.0}};
}

/// Those that were named; else all that can be asked.
Result<QStringList> wantedSources(const EnrichWishes& wishes) {
    QStringList wanted;
    for (const std::string& words : wishes.sources) {
        for (const QString& name : qt(words).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            if (!enrichSources().contains(name.trimmed())) {
                return Error{ErrorKind::Malformed, QStringLiteral("no such source: %1").arg(name),
                             QStringLiteral("Sources are signature, attio and onyx.")};
            }
            wanted << name.trimmed();
        }
    }
    return wanted.isEmpty() ? enrichSources() : wanted;
}

class EnrichRun {
public:
    EnrichRun(service::Cellar& cellar, Session& session, const EnrichWishes& wishes,
              const service::EnrichmentSettings& settings)
        : m_session(session)
        , m_wishes(wishes)
        , m_enrichment(cellar, session.clock(), settings) {}

    service::Enrichment& enrichment() { return m_enrichment; }

    /// Nothing happens where a source that was not asked for by name has no key.
    Result<void> visit(const QString& source) {
        if (source == QLatin1String("signature")) {
            const auto planned = m_enrichment.plan(source, m_wishes.limit);
            return planned ? m_enrichment.runSignatures(m_wishes.limit, m_session.stop(), told())
                           : Result<void>(planned.error());
        }
        if (m_session.terminal().options().offline) {
            return m_wishes.sources.empty() ? Result<void>()
                                            : Error{ErrorKind::Denied, QStringLiteral("offline: nothing is asked"), {}};
        }
        m_ports = m_ports ? std::move(m_ports) : m_session.compose();
        const auto made = m_ports->enrichmentSource(source);
        if (!made || !*made) {
            return !made ? made.error() : m_wishes.sources.empty() ? Result<void>() : noKeyOf(source);
        }
        const auto planned = m_enrichment.plan(source, m_wishes.limit);
        return planned ? m_enrichment.run(**made, m_wishes.limit, m_session.stop(), told())
                       : Result<void>(planned.error());
    }

private:
    std::function<void()> told() {
        return [this] {
            qint64 asked = 0;
            for (const auto& [name, one] : m_enrichment.report().sources) {
                asked += one.asked;
            }
            m_session.terminal().progress(
                QStringLiteral("%1 looked up, %2 new values").arg(asked).arg(m_enrichment.report().fieldsAdded));
        };
    }

    Session& m_session;
    const EnrichWishes& m_wishes;
    service::Enrichment m_enrichment;
    std::unique_ptr<service::MailPorts> m_ports;
};

Exit enrichExit(const service::EnrichmentReport& report, bool stopped) {
    bool signIn = false;
    qint64 good = 0;
    for (const auto& [name, one] : report.sources) {
        signIn = signIn || (one.stopped && one.stopped->kind == ErrorKind::SignInNeeded);
        good += one.found + one.unknown;
    }
    return signIn && good == 0 ? Exit::SignIn : stopped || !report.complete() ? Exit::Partial : Exit::Done;
}

Result<Exit> runEnrich(service::Cellar& cellar, Session& session, const EnrichWishes& wishes) {
    const Millis began = session.clock().now();
    const auto wanted = wantedSources(wishes);
    const auto settings = service::enrichmentSettings(cellar);
    if (!wanted || !settings) {
        return !wanted ? wanted.error() : settings.error();
    }
    EnrichRun run(cellar, session, wishes, *settings);
    storage::TaskStore tasks(*cellar.database);
    if (const auto reclaimed = tasks.reclaimAll(QStringLiteral("enrich.")); !reclaimed) {
        return reclaimed.error();
    }
    if (const auto grown = service::growContacts(cellar, session.stop()); !grown) {
        return grown.error();
    }
    if (const auto retried = wishes.retryFailed ? run.enrichment().retryFailed() : Result<qint64>(0); !retried) {
        return retried.error();
    }
    bool stopped = false;
    for (const QString& source : *wanted) {
        const auto visited = stopped ? Result<void>() : run.visit(source);
        stopped = stopped || (!visited && visited.error().kind == ErrorKind::Cancelled);
        if (!visited && !stopped) {
            return visited.error();
        }
    }
    const auto shown = service::ContactBook(cellar).refresh();
    const auto counts = run.enrichment().counts();
    if (!shown || !counts) {
        return !shown ? shown.error() : counts.error();
    }
    session.terminal().result(enrichJson(run.enrichment().report(), *counts, session.clock().now() - began));
    return enrichExit(run.enrichment().report(), stopped);
}

QJsonObject taskJson(const Task& task) {
    const service::EnrichmentTarget target = service::enrichmentTarget(task.entity);
    return {{QStringLiteral("id"), idText(task.id.value)},
            {QStringLiteral("kind"), task.kind.mid(7)},
            {QStringLiteral("source"), target.source},
            {QStringLiteral("contact"), idText(target.contact.value)},
            {QStringLiteral("state"), taskStateWords().value(int(task.state))},
            {QStringLiteral("attempts"), task.attempts},
            {QStringLiteral("max_attempts"), task.maxAttempts},
            {QStringLiteral("next_attempt"),
             task.nextAttempt.count() > 0 ? QJsonValue(text::rfc3339(task.nextAttempt)) : QJsonValue()},
            {QStringLiteral("reason"), task.reason.isEmpty() ? QJsonValue() : QJsonValue(task.reason)}};
}

Result<Exit> listTasks(service::Cellar& cellar, const Terminal& terminal, const TaskWishes& wishes) {
    storage::TaskStore store(*cellar.database);
    const int state = wishes.state.empty() ? -1 : int(taskStateWords().indexOf(qt(wishes.state)));
    const auto tasks = store.listAll(QStringLiteral("enrich."), state, {}, wishes.limit);
    const auto counts = store.countsAll(QStringLiteral("enrich."));
    if (!tasks || !counts) {
        return !tasks ? tasks.error() : counts.error();
    }
    QJsonArray rows;
    for (const Task& task : *tasks) {
        rows.append(taskJson(task));
    }
    terminal.result({{QStringLiteral("tasks"), rows}, {QStringLiteral("counts"), countsJson(*counts)}});
    return Exit::Done;
}

Result<Exit> retryTask(service::Cellar& cellar, const Terminal& terminal, const std::string& word) {
    const qint64 id = qt(word).toLongLong();
    if (const auto retried = storage::TaskStore(*cellar.database).retry(TaskId{id}); !retried) {
        return retried.error();
    }
    terminal.result({{QStringLiteral("id"), idText(id)}, {QStringLiteral("state"), QStringLiteral("pending")}});
    return Exit::Done;
}

/// Whose keys they are, one small question to each service.
Result<Exit> checkSources(Session& session, service::MailPorts& ports) {
    QJsonObject all;
    bool good = true;
    for (const QString& name : enrichSources().mid(1)) {
        QJsonObject one{{QStringLiteral("key"), ports.enrichmentKeyPlace(name)}};
        const auto made = ports.enrichmentSource(name);
        if (made && !*made) {
            all.insert(name, one);
            continue;
        }
        const auto greeted = made ? (*made)->greet(session.stop()) : Result<QString>(made.error());
        one.insert(QStringLiteral("ok"), bool(greeted));
        one.insert(greeted ? QStringLiteral("says") : QStringLiteral("error"),
                   greeted ? QJsonValue(*greeted) : QJsonValue(errorJson(greeted.error())));
        good = good && greeted;
        all.insert(name, one);
    }
    session.terminal().result({{QStringLiteral("sources"), all}});
    return good ? Exit::Done : Exit::Partial;
}

Result<Exit> showHistory(service::Cellar& cellar, const Terminal& terminal, const std::string& word) {
    service::ContactBook book(cellar);
    const auto standing = book.standing(ContactId{qt(word).toLongLong()});
    const auto versions = standing ? storage::SourceStore(*cellar.database).history(service::contactEntity(*standing))
                                   : Result<std::vector<storage::SourceVersion>>(standing.error());
    if (!versions) {
        return versions.error();
    }
    QJsonArray rows;
    for (const storage::SourceVersion& one : *versions) {
        rows.append(QJsonObject{{QStringLiteral("source"), one.source},
                                {QStringLiteral("reference"), one.reference},
                                {QStringLiteral("link"), one.link},
                                {QStringLiteral("valid_from"), text::rfc3339(one.validFrom)},
                                {QStringLiteral("valid_to"),
                                 one.validTo.count() > 0 ? QJsonValue(text::rfc3339(one.validTo)) : QJsonValue()},
                                {QStringLiteral("checked_at"), text::rfc3339(one.checkedAt)},
                                {QStringLiteral("document"), one.document}});
    }
    terminal.result({{QStringLiteral("versions"), rows}});
    return Exit::Done;
}

void addEnrichTasks(CLI::App& enrich, Session& session) {
    auto* tasks = enrich.add_subcommand("tasks", "The work and what became of it, newest first");
    const auto wishes = std::make_shared<TaskWishes>();
    tasks->add_option("--state", wishes->state, "Only of this state")
        ->check(CLI::IsMember({"pending", "in_progress", "completed", "failed", "skipped", "cancelled"}));
    tasks->add_option("--limit", wishes->limit, "So many at most (100)")->check(CLI::PositiveNumber);
    tasks->callback([&session, wishes] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listTasks(cellar, session.terminal(), *wishes); });
    });
    auto* retry = enrich.add_subcommand("retry", "One task goes again at once");
    const auto id = std::make_shared<std::string>();
    retry->add_option("ID", *id, "The task")->required();
    retry->callback([&session, id] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return retryTask(cellar, session.terminal(), *id); });
    });
    auto* history = enrich.add_subcommand("history", "What the sources said of a contact, version by version");
    const auto contact = std::make_shared<std::string>();
    history->add_option("CONTACT", *contact, "Its id")->required();
    history->callback([&session, contact] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return showHistory(cellar, session.terminal(), *contact); });
    });
}

}  // namespace

void addEnrich(CLI::App& app, Session& session) {
    auto* enrich = app.add_subcommand("enrich", "Ask the sources that know more about the contacts");
    enrich->require_subcommand(0, 1);
    const auto wishes = std::make_shared<EnrichWishes>();
    enrich->add_option("--source", wishes->sources, "signature, attio, onyx; all that have a key unless said");
    enrich->add_option("--limit", wishes->limit, "At most so many contacts of each source")->check(CLI::PositiveNumber);
    enrich->add_flag("--retry-failed", wishes->retryFailed, "What failed for good goes again");
    addEnrichTasks(*enrich, session);
    auto* check = enrich->add_subcommand("check", "Whose keys they are: one small question to each service");
    check->callback([&session] {
        session.withMail([&](service::Cellar&, service::MailPorts& ports) { return checkSources(session, ports); });
    });
    enrich->callback([&session, enrich, wishes] {
        if (enrich->get_subcommands().empty()) {
            session.with(service::CellarMode::Write,
                         [&](service::Cellar& cellar) { return runEnrich(cellar, session, *wishes); });
        }
    });
}

}  // namespace kith::cli
