// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes the people of a file in: understands and maps it, then batch after batch; straight-line code with a stop token.
#pragma once

#include "core/intake/column_mapping.h"
#include "core/service/contact_book.h"
#include "core/service/contact_import.h"
#include "core/service/contact_source.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace kith::service {

struct ContactImportHooks {
    std::function<void(const ContactImportReport&, double share)> progress;
    /// Blocks while the user pauses.
    std::function<void(std::stop_token)> pause;
};

/// A table that was read once to its end; from here on everything is known but the people.
struct UnderstoodTable {
    std::unique_ptr<intake::CsvText> text;
    intake::CsvSchema schema;
    intake::TableMapping mapping;
    std::vector<intake::CsvDateOrder> orders;
    bool remembered{false};
};

/// Without changing anything. Errors as of CsvText::open and understandCsv; Malformed where a choice is no field.
Result<UnderstoodTable> understandTable(Cellar& cellar, const ContactImportRequest& request, std::stop_token stop);
TableView viewOf(const UnderstoodTable& table);

class ContactImportJob {
public:
    ContactImportJob(Cellar& cellar, ContactImportHooks hooks = {});

    /// Goes on where an earlier run of the same file was cut off. A dry run writes nothing.
    Result<ContactImportReport> run(const ContactImportRequest& request, std::stop_token stop = {});

private:
    struct Pending;
    struct Batch;
    struct Course;

    Result<void> begin(Course& course);
    /// On a thread of its own: touches nothing but the source and what it has seen.
    static Batch gather(Course& course);
    static void passOver(Course& course, Batch& batch);
    static void noteRejects(Course& course, const std::vector<Pending>& batch);
    Result<void> takeBatch(Course& course, Batch& batch);
    Result<void> compare(Course& course, std::vector<Pending>& batch);
    Result<void> compareOne(Course& course, Pending& one);
    Result<void> write(Course& course, std::vector<Pending>& batch);
    Result<void> preview(Course& course, const Pending& one);
    Result<void> suggest(Course& course, const Pending& one);
    Result<std::optional<storage::ContactSummary>> namesake(const QString& field, const QString& form);
    Result<void> finish(Course& course, bool stopped);
    Result<ContactImportReport> walk(Course& course, std::stop_token stop);

    Cellar& m_cellar;
    ContactBook m_book;
    storage::ContactStore m_contacts;
    ContactImportHooks m_hooks;
};

/// Takes an import back as a whole, also one that was cut off. NotFound where there is none of contacts.
Result<storage::UndoReport> undoContactImport(Cellar& cellar, ImportId id);

}  // namespace kith::service
