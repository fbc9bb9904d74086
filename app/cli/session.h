// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One run of kithctl: the terminal, the clock, the workspace where a command asks for it, and the exit code.
#pragma once

#include "app/cli/terminal.h"
#include "core/service/cellar.h"
#include "core/service/mail_ports.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <stop_token>

namespace kith::cli {

class Session {
public:
    Session();

    Options& options() { return m_options; }
    Terminal& terminal() { return m_terminal; }
    Clock& clock() { return m_clock; }
    /// Stops on SIGINT and SIGTERM.
    std::stop_token stop() const { return m_stop.get_token(); }
    void requestStop() { m_stop.request_stop(); }
    service::CellarOptions cellarOptions(service::CellarMode mode);
    /// Opens the workspace, making it where there is none yet when writing.
    Result<std::unique_ptr<service::Cellar>> open(service::CellarMode mode);
    /// The way to the outside; after the workspace was opened.
    std::unique_ptr<service::MailPorts> compose();
    void finish(Exit exit) { m_exit = exit; }
    int exitCode() const { return static_cast<int>(m_exit); }

    /// Opens, runs, reports: Work is Result<Exit>(service::Cellar&).
    template <class Work>
    void with(service::CellarMode mode, Work work) {
        auto cellar = open(mode);
        if (!cellar) {
            return finish(m_terminal.fail(cellar.error()));
        }
        const Result<Exit> done = work(**cellar);
        finish(done ? *done : m_terminal.fail(done.error()));
    }

    /// With the way to the outside: Work is Result<Exit>(service::Cellar&, service::MailPorts&).
    template <class Work>
    void withMail(Work work) {
        with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            const auto ports = compose();
            return Result<Exit>(work(cellar, *ports));
        });
    }

private:
    Options m_options;
    Terminal m_terminal;
    SystemClock m_clock;
    storage::TimeIdSource m_ids{m_clock};
    std::stop_source m_stop;
    Exit m_exit{Exit::Done};
};

/// A stored message named by its id or by its Message-ID, with or without <>.
Result<MessageId> findMessage(service::Cellar& cellar, const QString& word);

inline QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

// One small file a command; each adds itself to the parser.
void addVersion(CLI::App& app, Session& session);
void addDemo(CLI::App& app, Session& session);
void addImport(CLI::App& app, Session& session);
void addContacts(CLI::App& app, Session& session);
void addMessage(CLI::App& app, Session& session);
void addSearch(CLI::App& app, Session& session);
void addInbox(CLI::App& app, Session& session);
void addTriage(CLI::App& app, Session& session);
void addExplain(CLI::App& app, Session& session);
void addEvaluate(CLI::App& app, Session& session);
void addScore(CLI::App& app, Session& session);
void addDrafts(CLI::App& app, Session& session);
void addFeedback(CLI::App& app, Session& session);
void addReview(CLI::App& app, Session& session);
void addPreferences(CLI::App& app, Session& session);
void addSuggestions(CLI::App& feedback, Session& session);
void addRules(CLI::App& app, Session& session);
void addActions(CLI::App& app, Session& session);
void addUndo(CLI::App& app, Session& session);
void addEvents(CLI::App& app, Session& session);
void addMaintenance(CLI::App& app, Session& session);
void addMessageActs(CLI::App& app, Session& session);
void addAccount(CLI::App& app, Session& session);
void addSync(CLI::App& app, Session& session);
void addOpportunities(CLI::App& app, Session& session);
void addOutbox(CLI::App& app, Session& session);
void addEgress(CLI::App& app, Session& session);
void addSchemaMarkdown(CLI::App& app, Session& session);
void addSchemaCsv(CLI::App& app, Session& session);
void addTranscripts(CLI::App& app, Session& session);
void addImportContacts(CLI::App& import, Session& session);
void addEnrich(CLI::App& app, Session& session);
void addPeople(CLI::App& app, Session& session);
void addPrivacy(CLI::App& app, Session& session);
void addModel(CLI::App& app, Session& session);

}  // namespace kith::cli
