// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/people/value_forms.h"
#include "core/service/contact_import_course.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::service {

namespace {

using storage::Identity;
using storage::Observation;

constexpr std::size_t kToldRejects = 1000;
constexpr std::size_t kLikelyAtMost = 200;
constexpr int kComparedAtMost = 20'000;

quint64 identityHash(const Identity& identity) {
    return qHash(identity);
}

/// Under which names the person is surely known: its record, its addresses; where it has neither, all that is said.
std::vector<Identity> identitiesOf(const intake::IntakeContact& contact, const QString& recordKind) {
    std::vector<Identity> list;
    if (!contact.recordId.isEmpty()) {
        list.push_back({recordKind, contact.recordId});
    }
    for (const intake::ContactValue& value : contact.values) {
        const Identity identity{QStringLiteral("email"), people::comparedForm(QStringLiteral("email"), value.value)};
        if (value.field == QStringLiteral("email") && !std::ranges::count(list, identity)) {
            list.push_back(identity);
        }
    }
    if (list.empty()) {
        QStringList all{text::folded(contact.name)};
        for (const intake::ContactValue& value : contact.values) {
            if (value.field == QStringLiteral("phone") || value.field == QStringLiteral("company")) {
                all << people::comparedForm(value.field, value.value);
            }
        }
        list.push_back({QStringLiteral("said"), all.join(u'|')});
    }
    return list;
}

bool saysSame(const Observation& a, const Observation& b) {
    return a.field == b.field && a.normalized == b.normalized && a.validTo.count() == 0;
}

}  // namespace

ContactImportJob::Batch ContactImportJob::gather(Course& course) {
    Batch batch;
    const QString recordKind = course.source->recordKind();
    while (batch.rows.size() < static_cast<std::size_t>(course.request.batchRows)) {
        auto contact = course.source->next();
        if (!contact) {
            batch.error = contact.error();
            break;
        }
        if (!*contact) {
            batch.atEnd = true;
            break;
        }
        Pending& one = batch.rows.emplace_back();
        one.contact = std::move(**contact);
        if (!one.contact.problem.isEmpty()) {
            one.outcome = RowOutcome::Rejected;
            continue;
        }
        one.draft.name = one.contact.name;
        one.draft.line = one.contact.line;
        one.draft.identities = identitiesOf(one.contact, recordKind);
        for (const Identity& identity : one.draft.identities) {
            one.repeated = !course.seen.insert(identityHash(identity)) || one.repeated;
        }
    }
    const auto all = static_cast<double>(std::max<std::size_t>(course.source->bytesAll(), 1));
    batch.share = static_cast<double>(course.source->bytesRead()) / all;
    return batch;
}

/// What an earlier run has is passed over; only its rejects are kept in mind again.
void ContactImportJob::passOver(Course& course, Batch& batch) {
    const auto known = std::min<qint64>(course.resumeAfter, static_cast<qint64>(batch.rows.size()));
    course.resumeAfter -= known;
    for (qint64 i = 0; i < known; ++i) {
        const Pending& one = batch.rows[static_cast<std::size_t>(i)];
        ++course.report.seen;
        if (one.outcome == RowOutcome::Rejected) {
            ++course.report.rejected;
            course.rejects.push_back(rejectedRow(one.contact));
        }
    }
    batch.rows.erase(batch.rows.begin(), batch.rows.begin() + known);
}

/// One transaction: the people of the batch, what the files says of them, and how far the file is read.
Result<void> ContactImportJob::takeBatch(Course& course, Batch& batch) {
    passOver(course, batch);
    if (course.request.dryRun) {
        const auto compared = compare(course, batch.rows);
        noteRejects(course, batch.rows);
        return compared;
    }
    storage::Transaction transaction(*m_cellar.database);
    const auto compared = compare(course, batch.rows);
    noteRejects(course, batch.rows);
    const auto written = compared ? write(course, batch.rows) : compared;
    return written ? transaction.commit() : written;
}

void ContactImportJob::noteRejects(Course& course, const std::vector<Pending>& batch) {
    for (const Pending& one : batch) {
        if (one.outcome != RowOutcome::Rejected) {
            continue;
        }
        if (course.report.rejects.size() < kToldRejects) {
            course.report.rejects.push_back({one.contact.line, one.contact.problem});
        }
        course.rejects.push_back(rejectedRow(one.contact));
    }
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
            one.draft.holders.push_back((*holders)[at]);
            one.holder = one.holder ? one.holder : (*holders)[at];
        }
        if (const ContactId meant = course.request.samePeople.value(one.contact.line); meant && !one.holder) {
            one.holder = meant;
            one.draft.contact = meant;
        }
        if (one.outcome != RowOutcome::Rejected) {
            if (const auto done = compareOne(course, one); !done) {
                return done;
            }
        }
        course.tally(one.outcome);
        const auto shown = preview(course, one);
        const auto suggested = shown ? suggest(course, one) : shown;
        if (!suggested) {
            return suggested;
        }
        if (one.draft.observations.empty() && !one.holder) {
            for (intake::ContactValue& value : one.contact.values) {
                one.draft.said.push_back({value.field, value.kind, std::move(value.value)});
            }
        }
    }
    return {};
}

/// Of somebody who is there, only what nobody has said yet becomes an observation: the same file again changes nothing.
Result<void> ContactImportJob::compareOne(Course& course, Pending& one) {
    if (!one.holder) {
        one.outcome = one.repeated ? RowOutcome::Duplicate : RowOutcome::Created;
        return {};
    }
    storage::ImportedRow row{one.holder, course.report.id, one.contact.line, m_cellar.database->now(), {}};
    for (const intake::ContactValue& value : one.contact.values) {
        row.said.push_back({value.field, value.kind, value.value});
    }
    one.draft.observations = observationsOfRow(row);
    const auto together = m_contacts.together(one.holder);
    if (!together) {
        return together.error();
    }
    std::vector<Observation> before;
    for (const ContactId contact : *together) {
        auto some = m_book.observations(contact);
        if (!some) {
            return some.error();
        }
        std::ranges::move(*some, std::back_inserter(before));
    }
    std::erase_if(one.draft.observations, [&](const Observation& said) {
        return std::ranges::any_of(before, [&](const Observation& b) { return saysSame(b, said); });
    });
    for (Observation& fresh : one.draft.observations) {
        fresh.id = 0;
    }
    one.outcome = one.repeated                     ? RowOutcome::Duplicate
                  : one.draft.observations.empty() ? RowOutcome::Unchanged
                                                   : RowOutcome::Updated;
    return {};
}

Result<void> ContactImportJob::write(Course& course, std::vector<Pending>& batch) {
    std::vector<ContactDraft> drafts;
    for (Pending& one : batch) {
        if (one.outcome == RowOutcome::Rejected) {
            const auto noted =
                m_cellar.imports.reject(course.report.id, {course.request.path, one.contact.line, one.contact.problem});
            if (!noted) {
                return noted;
            }
        } else if (one.outcome != RowOutcome::Unchanged && (!one.holder || !one.draft.observations.empty())) {
            drafts.push_back(std::move(one.draft));
        }
    }
    const auto taken = m_book.takeBulk(course.report.id, drafts);
    if (!taken) {
        return taken.error();
    }
    const ContactImportReport& sum = course.report;
    return m_cellar.imports.advance(
        sum.id, {course.position(), sum.seen, sum.created + sum.updated, sum.unchanged + sum.duplicate, sum.rejected});
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

Result<std::optional<storage::ContactSummary>> ContactImportJob::namesake(const QString& field, const QString& form) {
    storage::ContactList list(*m_cellar.database);
    const auto holders = list.having(field, form, 1);
    if (!holders || holders->empty()) {
        return holders ? Result<std::optional<storage::ContactSummary>>(std::nullopt)
                       : Result<std::optional<storage::ContactSummary>>(holders.error());
    }
    return list.one(holders->front());
}

/// Only in a look ahead: who would be made although somebody of that number or whole name is known.
Result<void> ContactImportJob::suggest(Course& course, const Pending& one) {
    const ContactImportRequest& request = course.request;
    const bool asks = request.dryRun && request.previewed > 0 && one.outcome == RowOutcome::Created &&
                      course.report.likely.size() < kLikelyAtMost && !request.samePeople.contains(one.contact.line);
    if (!asks || ++course.compared > kComparedAtMost) {
        return {};
    }
    const QString name = people::comparedForm(QStringLiteral("name"), one.contact.name);
    std::vector<std::pair<QString, QString>> signs;
    for (const intake::ContactValue& value : one.contact.values) {
        if (value.field == QStringLiteral("phone")) {
            signs.emplace_back(value.field, people::comparedForm(value.field, value.value));
        }
    }
    if (name.contains(u' ')) {
        signs.emplace_back(QStringLiteral("name"), name);
    }
    for (const auto& [field, form] : signs) {
        const auto known = namesake(field, form);
        if (!known) {
            return known.error();
        }
        if (*known) {
            const storage::ContactSummary& found = **known;
            course.report.likely.push_back({one.contact.line, one.contact.name, found.id, found.name,
                                            found.company.isEmpty() ? found.email : found.company,
                                            field == QStringLiteral("phone")});
            return {};
        }
    }
    return {};
}

}  // namespace kith::service
