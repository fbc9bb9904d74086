// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_import_job.h"

#include "core/intake/file_kind.h"
#include "core/service/contact_import_course.h"

#include <QFileInfo>

#include <algorithm>
#include <future>

namespace kith::service {

namespace {

QString asWord(const char* word) {
    return QString::fromLatin1(word);
}

}  // namespace

QJsonObject ContactImportJob::Course::position() const {
    return {{asWord("rows"), report.seen},
            {asWord("created"), report.created},
            {asWord("updated"), report.updated},
            {asWord("unchanged"), report.unchanged},
            {asWord("duplicate"), report.duplicate},
            {asWord("rejected"), report.rejected},
            {asWord("size"), qint64(source->bytesAll())}};
}

void ContactImportJob::Course::goOnFrom(const storage::Import& import) {
    report.id = import.id;
    resumeAfter = import.position.value(asWord("rows")).toInteger();
    report.created = import.position.value(asWord("created")).toInteger();
    report.updated = import.position.value(asWord("updated")).toInteger();
    report.unchanged = import.position.value(asWord("unchanged")).toInteger();
    report.duplicate = import.position.value(asWord("duplicate")).toInteger();
}

ContactImportJob::ContactImportJob(Cellar& cellar, ContactImportHooks hooks)
    : m_cellar(cellar)
    , m_book(cellar)
    , m_contacts(*cellar.database)
    , m_hooks(std::move(hooks)) {
}

Result<ContactImportReport> ContactImportJob::run(const ContactImportRequest& request, std::stop_token stop) {
    Course course{request, {}, {}, {}, {}, {}};
    const auto kind = intake::fileKind(request.path);
    if (kind && *kind == intake::FileKind::VCard) {
        auto cards = CardSource::open(request.path);
        if (!cards) {
            return cards.error();
        }
        course.source = std::move(*cards);
        course.report.table.path = request.path;
    } else {
        auto table = understandTable(m_cellar, request, stop);
        if (!table) {
            return table.error();
        }
        course.table = std::make_unique<UnderstoodTable>(std::move(*table));
        course.report.table = viewOf(*course.table);
        intake::ContactReading reading{{}, course.table->schema.plan.names, course.table->orders, request.replacements};
        for (std::size_t c = 0; c < course.table->mapping.columns.size(); ++c) {
            reading.choices.push_back(course.table->mapping.columns[c].choice);
            const ColumnView& column = course.report.table.columns[c];
            if (column.asksOrder && column.order.isEmpty() && !reading.choices.back().isIgnored()) {
                course.report.questions << column.name;
            }
        }
        course.source = std::make_unique<TableSource>(*course.table->text, course.table->schema, std::move(reading),
                                                      course.table->mapping.preset);
    }
    if (const auto begun = begin(course); !begun) {
        return begun.error();
    }
    return walk(course, stop);
}

Result<void> ContactImportJob::begin(Course& course) {
    if (course.request.dryRun) {
        return {};
    }
    const QString path = QFileInfo(course.request.path).absoluteFilePath();
    const auto earlier = m_cellar.imports.unfinished(asWord("contacts"), path);
    if (!earlier) {
        return earlier.error();
    }
    if (*earlier && (*earlier)->position.value(asWord("size")).toInteger() == qint64(course.source->bytesAll())) {
        course.goOnFrom(**earlier);
        return {};
    }
    const auto id = m_cellar.imports.start(asWord("contacts"), path);
    if (!id) {
        return id.error();
    }
    course.report.id = *id;
    if (!course.request.choices.isEmpty() && course.table) {
        QJsonObject words;
        for (const ColumnView& column : course.report.table.columns) {
            words.insert(column.name, column.choice);
        }
        return m_cellar.settings.remember(
            asWord("csv.mapping.") + intake::headerFingerprint(course.table->schema.plan.names), words);
    }
    return {};
}

/// While one batch is written, the next is read.
Result<ContactImportReport> ContactImportJob::walk(Course& course, std::stop_token stop) {
    const auto readOn = [&course] { return std::async(std::launch::async, [&course] { return gather(course); }); };
    std::future<Batch> coming = readOn();
    while (!course.atEnd && !stop.stop_requested()) {
        if (m_hooks.pause) {
            m_hooks.pause(stop);
        }
        Batch batch = coming.get();
        if (batch.error) {
            return *batch.error;
        }
        course.atEnd = batch.atEnd;
        if (!batch.atEnd) {
            coming = readOn();
        }
        if (const auto taken = takeBatch(course, batch); !taken) {
            return taken.error();
        }
        if (m_hooks.progress) {
            m_hooks.progress(course.report, batch.share);
        }
    }
    if (coming.valid()) {
        coming.wait();
    }
    const auto done = finish(course, !course.atEnd);
    return done ? Result<ContactImportReport>(std::move(course.report)) : Result<ContactImportReport>(done.error());
}

Result<void> ContactImportJob::finish(Course& course, bool stopped) {
    course.report.cancelled = stopped;
    if (!course.request.rejectsFile.isEmpty() && !stopped) {
        if (const auto saved = course.source->writeRejects(course.request.rejectsFile, course.rejects); !saved) {
            return saved;
        }
    }
    if (course.request.dryRun) {
        return {};
    }
    const auto change = m_cellar.imports.finish(
        course.report.id, stopped ? storage::ImportState::Paused : storage::ImportState::Finished, asWord("user"));
    if (!change) {
        return change.error();
    }
    course.report.change = *change;
    return {};
}

}  // namespace kith::service
