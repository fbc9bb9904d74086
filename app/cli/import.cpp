// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl import mail PATH… [--owner ADDRESS]…; contacts and undo are in import_contacts.cpp.
#include "app/cli/import_result.h"
#include "app/cli/session.h"

namespace kith::cli {

namespace {

Result<Exit> importMail(service::Cellar& cellar, Session& session, const service::ImportRequest& request) {
    service::ImportJob job(cellar, session.clock(), terminalHooks(session.terminal()));
    const auto progress = job.run(request, session.stop());
    if (!progress) {
        return progress.error();
    }
    const bool partial = !progress->problem.isEmpty() || session.stop().stop_requested();
    if (!progress->problem.isEmpty()) {
        const Error problem{ErrorKind::Malformed, progress->problem, progress->hint};
        const Exit exit = session.terminal().fail(problem);
        if (progress->seen == 0) {
            return exit;  // nothing came in: the error is the result
        }
    }
    session.terminal().result(importJson(*progress));
    return partial ? Exit::Partial : Exit::Done;
}

}  // namespace

void addImport(CLI::App& app, Session& session) {
    auto* import = app.add_subcommand("import", "Take in what you have");
    import->require_subcommand(1);
    auto* mail = import->add_subcommand("mail", "mbox, Maildir, .eml, a folder of them, a Google Takeout .zip");
    const auto paths = std::make_shared<std::vector<std::string>>();
    const auto owners = std::make_shared<std::vector<std::string>>();
    mail->add_option("PATH", *paths, "Files or folders; what they are is found out by content")->required();
    mail->add_option("--owner", *owners, "Whose mail this is (else found from the mail)")->take_all();
    mail->callback([&session, paths, owners] {
        service::ImportRequest request;
        for (const std::string& path : *paths) {
            request.paths << qt(path);
        }
        for (const std::string& owner : *owners) {
            request.owners << qt(owner);
        }
        request.onStop = storage::ImportState::Paused;
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return importMail(cellar, session, request); });
    });
    addImportContacts(*import, session);
}

}  // namespace kith::cli
