// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl demo: fills an empty workspace with the sample.
#include "app/cli/import_result.h"
#include "app/cli/session.h"
#include "core/service/sample.h"
#include "core/storage/contact_store.h"

namespace kith::cli {

namespace {

Result<Exit> fillWithSample(service::Cellar& cellar, Session& session) {
    const auto counts = cellar.messages.counts();
    if (!counts) {
        return counts.error();
    }
    if (counts->messages > 0) {
        return Error{ErrorKind::Conflict, QStringLiteral("this workspace holds mail already"),
                     QStringLiteral("Name another folder with --workspace.")};
    }
    const auto sample = service::Sample::unpack(session.clock().now());
    if (!sample) {
        return sample.error();
    }
    service::ImportJob job(cellar, session.clock(), terminalHooks(session.terminal()));
    const auto progress = job.run(sample->request(), session.stop());
    if (!progress) {
        return progress.error();
    }
    const auto said = service::takeSampleTranscripts(cellar, *sample, session.stop());
    if (!said) {
        return said.error();
    }
    QJsonObject json = importJson(*progress);
    json.insert(QStringLiteral("transcripts"), static_cast<qint64>(said->matched.size() + said->unmatched.size()));
    const auto contacts = storage::ContactStore(*cellar.database).count();
    if (!contacts) {
        return contacts.error();
    }
    json.insert(QStringLiteral("contacts"), *contacts);
    const auto opportunities = cellar.opportunities.count({QStringLiteral("new"), QStringLiteral("active")});
    if (!opportunities) {
        return opportunities.error();
    }
    json.insert(QStringLiteral("opportunities"), *opportunities);
    session.terminal().result(json);
    return progress->problem.isEmpty() ? Exit::Done : Exit::Partial;
}

}  // namespace

void addDemo(CLI::App& app, Session& session) {
    auto* demo = app.add_subcommand("demo", "Fill an empty workspace with the sample");
    demo->callback([&session] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return fillWithSample(cellar, session); });
    });
}

}  // namespace kith::cli
