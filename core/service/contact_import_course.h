// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One run of an import of contacts: what it has read, what it has done, and how far it got.
#pragma once

#include "core/base/hash_set.h"
#include "core/service/contact_import_job.h"

namespace kith::service {

struct ContactImportJob::Pending {
    intake::IntakeContact contact;
    ContactDraft draft;
    RowOutcome outcome{RowOutcome::Created};
    ContactId holder;
    bool repeated{false};
};

struct ContactImportJob::Batch {
    std::vector<Pending> rows;
    bool atEnd{false};
    double share{0};  ///< of the file, after this batch
    std::optional<Error> error;
};

struct ContactImportJob::Course {
    const ContactImportRequest& request;
    std::unique_ptr<UnderstoodTable> table;
    std::unique_ptr<ContactSource> source;  ///< used by the reading thread while a batch is read
    HashSet seen;                           ///< the same
    ContactImportReport report;
    std::vector<RejectedRow> rejects;
    qint64 resumeAfter{0};
    int previewed[5]{};
    int compared{0};  ///< rows that were compared with known people by name
    bool atEnd{false};

    void tally(RowOutcome outcome) {
        ++report.seen;
        qint64* counts[] = {&report.created, &report.updated, &report.unchanged, &report.duplicate, &report.rejected};
        ++*counts[static_cast<int>(outcome)];
    }
    QJsonObject position() const;
    void goOnFrom(const storage::Import& import);
};

}  // namespace kith::service
