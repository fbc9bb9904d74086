// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_import_job.h"

#include "core/base/text.h"
#include "core/intake/file_kind.h"
#include "core/people/value_forms.h"
#include "core/service/hash_set.h"
#include "core/storage/transaction.h"

#include <QFileInfo>

#include <algorithm>

namespace kith::service {

namespace {

using storage::Identity;
using storage::Observation;

constexpr std::size_t kToldRejects = 1000;

quint64 identityHash(const Identity& identity) {
    return static_cast<quint64>(text::stableHash((identity.kind + u'\n' + identity.value).toUtf8()));
}

QString asWord(const char* word) {
    return QString::fromLatin1(word);
}

/// Under which names the person is surely known: its record, its addresses; where it has neither, all that is said.
std::vector<Identity> identitiesOf(const intake::IntakeContact& contact, const QString& recordKind) {
    std::vector<Identity> list;
    if (!contact.recordId.isEmpty()) {
        list.push_back({recordKind, contact.recordId});
    }
    for (const intake::ContactValue& value : contact.values) {
        const Identity identity{asWord("email"), people::comparedForm(asWord("email"), value.value)};
        if (value.field == asWord("email") && !std::ranges::count(list, identity)) {
            list.push_back(identity);
        }
    }
    if (list.empty()) {
        QStringList all{text::folded(contact.name)};
        for (const intake::ContactValue& value : contact.values) {
            if (value.field == asWord("phone") || value.field == asWord("company")) {
                all << people::comparedForm(value.field, value.value);
            }
        }
        list.push_back({asWord("said"), all.join(u'|')});
    }
    return list;
}

bool saysSame(const Observation& a, const Observation& b) {
    return a.field == b.field && a.normalized == b.normalized && a.validTo.count() == 0;
}

}  // namespace

struct ContactImportJob::Pending {
    intake::IntakeContact contact;
    ContactDraft draft;
    RowOutcome outcome{RowOutcome::Created};
    ContactId holder;
    bool repeated{false};
};

struct ContactImportJob::Course {
    const ContactImportRequest& request;
    std::unique_ptr<UnderstoodTable> table;
    std::unique_ptr<ContactSource> source;
    ContactImportReport report;
    HashSet seen;
    std::vector<intake::IntakeContact> rejects;
    qint64 resumeAfter{0};
    int previewed[5]{};
    bool atEnd{false};

    void tally(RowOutcome outcome) {
        ++report.seen;
        qint64* counts[] = {&report.created, &report.updated, &report.unchanged, &report.duplicate, &report.rejected};
        ++*counts[static_cast<int>(outcome)];
    }
    QJsonObject position() const;
    void goOnFrom(const storage::Import& import);
};

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

Result<ContactImportReport> ContactImportJob::walk(Course& course, std::stop_token stop) {
    std::vector<Pending> batch;
    while (!course.atEnd && !stop.stop_requested()) {
        if (m_hooks.pause) {
            m_hooks.pause();
        }
        batch.clear();
        const auto more = gather(course, &batch);
        if (!more) {
            return more.error();
        }
        const auto compared = compare(course, batch);
        const auto written = compared ? write(course, batch) : compared;
        if (!written) {
            return written.error();
        }
        if (m_hooks.progress) {
            const auto all = static_cast<double>(std::max<std::size_t>(course.source->bytesAll(), 1));
            m_hooks.progress(course.report, static_cast<double>(course.source->bytesRead()) / all);
        }
    }
    const auto done = finish(course, !course.atEnd);
    return done ? Result<ContactImportReport>(std::move(course.report)) : Result<ContactImportReport>(done.error());
}

Result<bool> ContactImportJob::gather(Course& course, std::vector<Pending>* batch) {
    while (batch->size() < static_cast<std::size_t>(course.request.batchRows)) {
        auto contact = course.source->next();
        if (!contact) {
            return contact.error();
        }
        if (!*contact) {
            course.atEnd = true;
            break;
        }
        Pending one;
        one.contact = std::move(**contact);
        if (!one.contact.problem.isEmpty()) {
            one.outcome = RowOutcome::Rejected;
        } else {
            one.draft.name = one.contact.name;
            one.draft.identities = identitiesOf(one.contact, course.source->recordKind());
            for (const Identity& identity : one.draft.identities) {
                one.repeated = !course.seen.insert(identityHash(identity)) || one.repeated;
            }
        }
        if (course.resumeAfter > 0) {  // an earlier run has it; only what it keeps in memory is made again
            --course.resumeAfter;
            ++course.report.seen;
            course.report.rejected += one.outcome == RowOutcome::Rejected ? 1 : 0;
            if (one.outcome == RowOutcome::Rejected) {
                course.rejects.push_back(std::move(one.contact));
            }
            continue;
        }
        batch->push_back(std::move(one));
    }
    return !batch->empty();
}

Result<void> ContactImportJob::compare(Course& course, std::vector<Pending>& batch) {
    std::vector<Identity> asked;
    for (const Pending& one : batch) {
        asked.insert(asked.end(), one.draft.identities.begin(), one.draft.identities.end());
    }
    const auto holders = m_contacts.findAll(asked);
    if (!holders) {
        return holders.error();
    }
    std::size_t at = 0;
    for (Pending& one : batch) {
        for (std::size_t i = 0; i < one.draft.identities.size(); ++i, ++at) {
            one.holder = one.holder ? one.holder : (*holders)[at];
        }
        if (one.outcome != RowOutcome::Rejected) {
            if (const auto done = compareOne(course, one, one.holder); !done) {
                return done;
            }
        }
        course.tally(one.outcome);
        if (const auto shown = preview(course, one); !shown) {
            return shown;
        }
    }
    return {};
}

/// Only what nobody has said of this person yet becomes an observation: the same file again changes nothing.
Result<void> ContactImportJob::compareOne(Course& course, Pending& one, ContactId holder) {
    const QString reference = QStringLiteral("import:%1:%2").arg(course.report.id.value).arg(one.contact.line);
    for (const intake::ContactValue& value : one.contact.values) {
        Observation said;
        said.field = value.field;
        said.kind = value.kind;
        said.value = value.value;
        said.normalized = people::comparedForm(value.field, value.value);
        said.source = asWord("import");
        said.sourceRef = reference;
        said.method = asWord("file");
        said.confidence = 0.9;
        if (std::ranges::none_of(one.draft.observations, [&](const auto& o) { return saysSame(o, said); })) {
            one.draft.observations.push_back(std::move(said));
        }
    }
    bool changes = !holder;
    if (holder) {
        const auto together = m_contacts.together(holder);
        if (!together) {
            return together.error();
        }
        std::vector<Observation> before;
        for (const ContactId contact : *together) {
            auto some = m_cellar.observations.of(contactEntity(contact));
            if (!some) {
                return some.error();
            }
            std::ranges::move(*some, std::back_inserter(before));
        }
        std::erase_if(one.draft.observations, [&](const Observation& said) {
            return std::ranges::any_of(before, [&](const Observation& b) { return saysSame(b, said); });
        });
        changes = !one.draft.observations.empty();
    }
    one.outcome = one.repeated ? RowOutcome::Duplicate
                  : !holder    ? RowOutcome::Created
                  : changes    ? RowOutcome::Updated
                               : RowOutcome::Unchanged;
    return {};
}

Result<void> ContactImportJob::write(Course& course, std::vector<Pending>& batch) {
    std::vector<ContactDraft> drafts;
    for (Pending& one : batch) {
        if (one.outcome == RowOutcome::Rejected) {
            if (course.report.rejects.size() < kToldRejects) {
                course.report.rejects.push_back({one.contact.line, one.contact.problem});
            }
            continue;
        }
        if (!course.request.dryRun && one.outcome != RowOutcome::Unchanged &&
            (!one.holder || !one.draft.observations.empty())) {
            drafts.push_back(std::move(one.draft));
        }
    }
    const auto keepRejects = [&] {
        for (Pending& one : batch) {
            if (one.outcome == RowOutcome::Rejected) {
                course.rejects.push_back(std::move(one.contact));
            }
        }
    };
    if (course.request.dryRun) {
        keepRejects();
        return {};
    }
    storage::Transaction transaction(*m_cellar.database);
    for (const Pending& one : batch) {
        if (one.outcome == RowOutcome::Rejected) {
            const auto noted =
                m_cellar.imports.reject(course.report.id, {course.request.path, one.contact.line, one.contact.problem});
            if (!noted) {
                return noted;
            }
        }
    }
    keepRejects();
    const auto taken = m_book.takeBulk(course.report.id, drafts);
    if (!taken) {
        return taken.error();
    }
    const ContactImportReport& sum = course.report;
    const auto advanced = m_cellar.imports.advance(
        sum.id, {course.position(), sum.seen, sum.created + sum.updated, sum.unchanged + sum.duplicate, sum.rejected});
    return advanced ? transaction.commit() : advanced;
}

Result<void> ContactImportJob::preview(Course& course, const Pending& one) {
    int& told = course.previewed[static_cast<int>(one.outcome)];
    if (told >= course.request.previewed) {
        return {};
    }
    ++told;
    RowPreview row{
        one.contact.line,        one.outcome, one.contact.name, one.contact.problem, one.contact.problemColumn,
        one.contact.problemText, {}};
    std::optional<ContactCard> card;
    if (one.holder) {
        auto found = m_book.card(one.holder);
        if (!found) {
            return found.error();
        }
        card = std::move(*found);
    }
    for (const intake::ContactValue& value : one.contact.values) {
        const QString before = card ? card->value(value.field) : QString();
        row.cells.push_back({value.field, value.column, before, value.value});
        row.who = row.who.isEmpty() ? value.value : row.who;
    }
    course.report.previews.push_back(std::move(row));
    return {};
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
