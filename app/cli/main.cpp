// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl: the same core without a window, for cron, servers, scripts and tests.
#include "app/cli/session.h"
#include "app/signal_watcher.h"
#include "core/base/log.h"

#include <QCoreApplication>

#include <csignal>

namespace {

void addGlobals(CLI::App& app, kith::cli::Options& options) {
    using kith::cli::qt;
    app.require_subcommand(1);
    app.fallthrough();
    app.set_help_all_flag("--help-all", "Help for all commands");
    app.add_option_function<std::string>(
           "--workspace", [&options](const std::string& v) { options.workspace = qt(v); }, "Folder of the workspace")
        ->envname("KITH_WORKSPACE");
    app.add_option_function<std::string>(
           "--database", [&options](const std::string& v) { options.database = qt(v); }, "postgresql://… of a team")
        ->envname("KITH_DATABASE");
    app.add_flag("--json", options.json, "One JSON object on standard output");
    app.add_flag("--offline", options.offline, "Forbid every socket");
}

void addCommands(CLI::App& app, kith::cli::Session& session) {
    using namespace kith::cli;
    addVersion(app, session);
    addDemo(app, session);
    addImport(app, session);
    addMessage(app, session);
    addSearch(app, session);
    addInbox(app, session);
    addTriage(app, session);
    addExplain(app, session);
    addEvaluate(app, session);
    addScore(app, session);
    addDrafts(app, session);
    addFeedback(app, session);
    addPreferences(app, session);
    addRules(app, session);
    addActions(app, session);
    addUndo(app, session);
    addEvents(app, session);
    addMaintenance(app, session);
    addMessageActs(app, session);
    addAccount(app, session);
    addSync(app, session);
    addOpportunities(app, session);
    addOutbox(app, session);
    addEgress(app, session);
    addSchemaMarkdown(app, session);
    addSchemaCsv(app, session);
    addContacts(app, session);
    addPrivacy(app, session);
    addModel(app, session);
    addTranscripts(app, session);
    addEnrich(app, session);
    addPeople(app, session);
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kith"));
    kith::log::setUp(kith::log::Level::Warning);
    kith::cli::Session session;
    const kith::SignalWatcher watcher([&session] { session.requestStop(); });
    std::signal(SIGPIPE, SIG_IGN);

    CLI::App app{"Kith without a window"};
    addGlobals(app, session.options());
    addCommands(app, session);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            return app.exit(error);  // --help
        }
        const kith::Error usage{kith::ErrorKind::Malformed, QString::fromStdString(error.what()),
                                QStringLiteral("See kithctl --help.")};
        session.terminal().fail(usage);
        return static_cast<int>(kith::cli::Exit::Usage);
    }
    return session.exitCode();
}
