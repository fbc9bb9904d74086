// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/enrichment_words.h"

namespace kith::ui {

QString EnrichmentWords::service(const QString& source) {
    return source == QLatin1String("attio")  ? QStringLiteral("Attio")
           : source == QLatin1String("onyx") ? QStringLiteral("Onyx")
                                             : tr("Signatures");
}

QString EnrichmentWords::leaves(const QString& source) {
    return source == QLatin1String("attio")
               ? tr("Your CRM at Attio: titles, firms, numbers, lists and notes of the people you know. The addresses "
                    "of your contacts leave this computer.")
               : tr("Your documents in Onyx: what they literally say about the people you know. Names and addresses "
                    "of your contacts leave this computer.");
}

QString EnrichmentWords::kind(const QString& kind) {
    return kind == QLatin1String("enrich.contact_info")     ? tr("Contact details")
           : kind == QLatin1String("enrich.company_info")   ? tr("Company")
           : kind == QLatin1String("enrich.social_media")   ? tr("Profiles")
           : kind == QLatin1String("enrich.email_metadata") ? tr("Letters")
                                                            : kind;
}

QString EnrichmentWords::state(const Task& task) {
    switch (task.state) {
    case TaskState::Pending:
        return task.attempts > 0 ? tr("waits, tried %n time(s)", nullptr, task.attempts) : tr("waits");
    case TaskState::InProgress:
        return tr("in progress");
    case TaskState::Completed:
        return tr("done");
    case TaskState::Failed:
        return tr("failed");
    case TaskState::Skipped:
        return tr("nothing found");
    case TaskState::Cancelled:
        break;
    }
    return tr("cancelled");
}

Role EnrichmentWords::stateRole(TaskState state) {
    return state == TaskState::Failed ? Role::Bad : state == TaskState::Completed ? Role::Ok : Role::Text3;
}

QString EnrichmentWords::progress(const service::EnrichmentStatus& status) {
    if (status.offline) {
        return tr("Offline: nobody is asked.");
    }
    if (status.paused) {
        return tr("Paused.");
    }
    if (status.running && !status.source.isEmpty()) {
        return tr("Asking %1: %2, %3")
            .arg(service(status.source), tr("%n contact(s)", nullptr, int(status.visited)),
                 tr("%n new value(s)", nullptr, int(status.fieldsAdded)));
    }
    return status.tasks.pending > 0 ? tr("%n task(s) wait for their time.", nullptr, int(status.tasks.pending))
                                    : tr("Nothing waits.");
}

QString EnrichmentWords::counts(const storage::TaskCounts& counts) {
    return tr("%1 done, %2 without a result, %3 waiting, %4 failed")
        .arg(counts.completed)
        .arg(counts.skipped)
        .arg(counts.pending + counts.inProgress)
        .arg(counts.failed);
}

QString EnrichmentWords::field(const QString& field) {
    return field == QLatin1String("name")           ? tr("Name")
           : field == QLatin1String("email")        ? tr("E-mail")
           : field == QLatin1String("phone")        ? tr("Phone")
           : field == QLatin1String("job_title")    ? tr("Job title")
           : field == QLatin1String("linkedin_url") ? tr("LinkedIn")
                                                    : field;
}

}  // namespace kith::ui
