// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/import_job.h"

#include "core/intake/mail_archive.h"
#include "core/service/contact_book.h"
#include "core/service/contact_growth.h"
#include "core/service/letter_intake.h"
#include "core/service/mail_pipeline.h"
#include "core/service/opportunity_finder.h"
#include "core/storage/growth_store.h"
#include "core/storage/transaction.h"

#include <QFileInfo>

#include <algorithm>

namespace kith::service {

namespace {

/// Small batches first, so that rows come at once; later ones long enough to be cheap, short enough to let others in.
constexpr int kFirstBatch = 32;
constexpr int kFullBatch = 400;
constexpr Millis kBatchTime{250};
/// Scored at once, before the whole mailbox is known; the rest is scored when it is.
constexpr qint64 kScoredAtOnce = 200;
constexpr qsizetype kShownRejects = 1000;

bool mustStop(const Error& error) {
    return error.kind == ErrorKind::Full || error.kind == ErrorKind::Damaged || error.kind == ErrorKind::Busy ||
           error.kind == ErrorKind::Denied;
}

}  // namespace

struct ImportJob::Intake {
    ImportId id;
    QString path;
    std::chrono::milliseconds shift{0};
    qint64 seen{0};
    qint64 added{0};
    qint64 duplicate{0};
    qint64 rejected{0};
    QJsonObject position;
    std::unique_ptr<intake::MailArchive> archive;
    std::unique_ptr<MailPipeline> pipeline;  // after the archive: it reads from it
    std::vector<MessageId> fresh;            ///< of this batch, received ones
    qint64 scored{0};
    int batches{0};
    std::optional<Error> brokenOff;
    bool atEnd{false};
};

QString sampleImportKey() {
    return QStringLiteral("sample.import");
}

ImportJob::ImportJob(Cellar& cellar, Clock& clock, ImportHooks hooks)
    : m_cellar(cellar)
    , m_clock(clock)
    , m_hooks(std::move(hooks))
    , m_service(cellar, clock) {
}

void ImportJob::tell(ImportProgress::Phase phase) {
    m_progress.phase = phase;
    m_progress.elapsed = m_clock.now() - m_started - m_pausedFor;
    if (m_hooks.progress) {
        m_hooks.progress(m_progress);
    }
}

void ImportJob::noteProblem(const Error& error) {
    if (m_progress.problem.isEmpty()) {
        m_progress.problem = error.detail;
        m_progress.hint = error.hint;
    }
}

Result<void> ImportJob::store(Intake& intake, PreparedLetter&& prepared) {
    Letter& letter = prepared.letter;
    if (letter.date && intake.shift.count() != 0) {
        letter.date->sinceEpoch += intake.shift;
    }
    m_finder.see(letter, prepared.inSentFolder);
    const OwnerBook& owners = m_service.judge().owners;
    const bool fromOwner = prepared.inSentFolder || (!letter.from.empty() && owners.owns(letter.from.front().address));
    LetterOrigin origin;
    origin.import = intake.id;
    origin.fromOwner = fromOwner;
    origin.unread = prepared.unread && !fromOwner;
    origin.starred = prepared.starred;
    origin.labels = prepared.labels;
    const auto outcome = storeLetter(m_cellar, m_clock, prepared, origin);
    if (!outcome) {
        return outcome.error();
    }
    ++intake.seen;
    if (!outcome->added) {
        ++intake.duplicate;
        return {};
    }
    ++intake.added;
    if (!fromOwner) {
        intake.fresh.push_back(outcome->message);
    }
    return {};
}

Result<bool> ImportJob::takeBatch(Intake& intake, std::stop_token stop) {
    const int most = intake.batches == 0 ? kFirstBatch : kFullBatch;
    const Millis began = m_clock.now();
    storage::Transaction transaction(*m_cellar.database);
    intake.fresh.clear();
    for (int taken = 0; taken < most && !stop.stop_requested(); ++taken) {
        std::optional<PreparedItem> item = intake.pipeline->next();
        if (!item) {
            intake.atEnd = true;
            break;
        }
        if (!item->position.isEmpty()) {
            intake.position = item->position;
            m_progress.bytesRead = item->progress.bytesRead;
            m_progress.bytesTotal = item->progress.bytesTotal;
        }
        if (auto* letter = std::get_if<PreparedLetter>(&item->what)) {
            if (auto stored = store(intake, std::move(*letter)); !stored) {
                return stored.error();
            }
        } else if (auto* reject = std::get_if<intake::Reject>(&item->what)) {
            ++intake.seen;
            ++intake.rejected;
            if (m_progress.rejects.size() < static_cast<size_t>(kShownRejects)) {
                m_progress.rejects.push_back({reject->source, reject->offset, reject->reason});
            }
            if (auto kept = m_cellar.imports.reject(intake.id, {reject->source, reject->offset, reject->reason});
                !kept) {
                return kept.error();
            }
        } else {
            intake.brokenOff = std::get<Error>(std::move(item->what));
        }
        if (m_clock.now() - began > kBatchTime) {
            break;
        }
    }
    if (auto settled = m_cellar.messages.settle(); !settled) {
        return settled.error();
    }
    if (auto kept = m_cellar.imports.advance(
            intake.id, {intake.position, intake.seen, intake.added, intake.duplicate, intake.rejected});
        !kept) {
        return kept.error();
    }
    if (auto done = transaction.commit(); !done) {
        return done.error();
    }
    ++intake.batches;
    return !intake.atEnd;
}

Result<void> ImportJob::scoreFirst(Intake& intake) {
    if (intake.scored >= kScoredAtOnce || intake.fresh.empty()) {
        return {};
    }
    intake.scored += static_cast<qint64>(intake.fresh.size());
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("messages.scored"),
                                                      QStringLiteral("local"),
                                                      QStringLiteral("import:%1").arg(intake.id.value),
                                                      {},
                                                      QStringLiteral("Score %1 messages").arg(intake.fresh.size()),
                                                      {},
                                                      true});
    if (auto scored = m_service.scoreInto(change, intake.fresh); !scored) {
        return scored.error();
    }
    if (auto done = change.commit(); !done) {
        return done.error();
    }
    return {};
}

Result<bool> ImportJob::begin(Intake& intake, const ImportRequest& request) {
    const QString kind = QStringLiteral("mail");
    const auto earlier = m_cellar.imports.unfinished(kind, intake.path);
    if (!earlier) {
        return earlier.error();
    }
    intake::OpenOptions options;
    if (*earlier) {
        options.resumeFrom = (*earlier)->position;
    }
    auto archive = intake::MailArchive::open(intake.path, options);
    if (!archive) {
        noteProblem(archive.error());
        return false;
    }
    intake.archive = std::move(*archive);
    if (*earlier) {
        const storage::Import& import = **earlier;
        intake.id = import.id;
        intake.seen = import.seen;
        intake.added = import.added;
        intake.duplicate = import.duplicate;
        intake.rejected = import.rejected;
        intake.position = import.position;
        return true;
    }
    const auto id = m_cellar.imports.start(kind, intake.path);
    if (!id) {
        return id.error();
    }
    intake.id = *id;
    if (request.sample) {
        if (auto noted = m_cellar.settings.remember(sampleImportKey(), QString::number(id->value)); !noted) {
            return noted.error();
        }
    }
    return true;
}

Result<void> ImportJob::drive(Intake& intake, std::stop_token stop) {
    const ImportProgress before = m_progress;
    for (bool more = true; more && !stop.stop_requested();) {
        const Result<bool> taken = takeBatch(intake, stop);
        if (!taken) {
            return taken.error();
        }
        more = *taken;
        m_progress.seen = before.seen + intake.seen;
        m_progress.added = before.added + intake.added;
        m_progress.duplicate = before.duplicate + intake.duplicate;
        m_progress.rejected = before.rejected + intake.rejected;
        if (auto scored = scoreFirst(intake); !scored) {
            return scored.error();
        }
        tell(ImportProgress::Phase::Reading);
        if (m_hooks.changed) {
            m_hooks.changed({.order = true, .counts = true, .journal = false, .threads = {}});
        }
        if (m_hooks.waitWhilePaused) {
            const Millis paused = m_clock.now();
            m_hooks.waitWhilePaused(stop);
            m_pausedFor += m_clock.now() - paused;
        }
    }
    return {};
}

Result<void> ImportJob::takeIn(const QString& path, const ImportRequest& request, std::stop_token stop) {
    Intake intake;
    intake.path = QFileInfo(path).absoluteFilePath();
    intake.shift = request.shiftDates;
    const Result<bool> begun = begin(intake, request);
    if (!begun || !*begun) {
        return begun ? Result<void>() : Result<void>(begun.error());
    }
    m_progress.id = intake.id;
    m_progress.source = intake.path;
    std::stop_source reading;
    intake.pipeline = mailPipeline(*intake.archive, reading.get_token());
    const Result<void> driven = drive(intake, stop);
    reading.request_stop();
    intake.pipeline.reset();
    return driven ? finish(intake, request, stop) : driven;
}

Result<void> ImportJob::finish(Intake& intake, const ImportRequest& request, std::stop_token stop) {
    const bool cancelled = stop.stop_requested() && !intake.atEnd;
    if (intake.brokenOff) {
        noteProblem(*intake.brokenOff);
    }
    const auto state = cancelled ? request.onStop : storage::ImportState::Finished;
    const QString problem = intake.brokenOff ? intake.brokenOff->detail : QString();
    const auto ended = m_cellar.imports.finish(intake.id, state, QStringLiteral("user"), problem);
    if (!ended) {
        return ended.error();
    }
    m_progress.change = *ended;
    return {};
}

Result<void> ImportJob::settleOwners(const ImportRequest& request) {
    const QStringList found = request.owners.isEmpty() ? m_finder.owners() : request.owners;
    if (!found.isEmpty()) {
        const auto added = m_cellar.owners.addAddresses(found, request.owners.isEmpty() ? QStringLiteral("found")
                                                                                        : QStringLiteral("given"));
        if (!added) {
            return added.error();
        }
    }
    if (const QString name = m_finder.name(); !name.isEmpty()) {
        return m_cellar.settings.remember(QStringLiteral("owner.name"), name);
    }
    return {};
}

Result<void> ImportJob::learnAndScore(std::stop_token stop) {
    tell(ImportProgress::Phase::Learning);
    if (auto counted = m_cellar.correspondents.rebuild(); !counted) {
        return counted.error();
    }
    if (auto learned = m_service.learn(stop); !learned) {
        return learned.error();
    }
    auto fresh = m_service.score(TriageService::Which::Changed, stop, [this] {
        if (m_hooks.changed) {
            m_hooks.changed({.order = true, .counts = true, .journal = false, .threads = {}});
        }
    });
    if (!fresh) {
        return fresh.error();
    }
    m_triage = *fresh;
    const auto mattering = storage::GrowthStore(*m_cellar.database).dueForMattering();
    const auto grown = !mattering ? Result<GrowthReport>(mattering.error())
                                  : growContacts(m_cellar, stop, [this](const GrowthReport& report) {
                                        m_progress.addressesLeft = report.left;
                                        m_progress.people = report.made;
                                        tell(ImportProgress::Phase::People);
                                    });
    const auto listed = grown ? ContactBook(m_cellar).refresh(stop) : Result<qint64>(grown.error());
    if (!listed) {
        return listed.error();
    }
    const auto found = OpportunityFinder(m_cellar, m_clock).findAll(stop);
    return found ? Result<void>() : Result<void>(found.error());
}

Result<ImportProgress> ImportJob::run(const ImportRequest& request, std::stop_token stop) {
    m_started = m_clock.now();
    m_progress = {};
    if (!request.owners.isEmpty()) {
        if (auto settled = settleOwners(request); !settled) {
            return settled.error();
        }
    }
    if (auto ready = m_service.loadMarks(); !ready) {
        return ready.error();
    }
    for (const QString& path : request.paths) {
        if (stop.stop_requested()) {
            break;
        }
        if (auto taken = takeIn(path, request, stop); !taken) {
            if (mustStop(taken.error())) {
                return taken.error();
            }
            noteProblem(taken.error());
        }
    }
    if (auto settled = settleOwners(request); !settled) {
        return settled.error();
    }
    if (m_progress.added > 0 || m_progress.duplicate == 0) {
        if (auto scored = learnAndScore({}); !scored) {
            return scored.error();
        }
    }
    m_progress.bytesRead = m_progress.bytesTotal;
    tell(stop.stop_requested() ? ImportProgress::Phase::Cancelled : ImportProgress::Phase::Done);
    if (m_hooks.changed) {
        m_hooks.changed({.order = true, .counts = true, .journal = true, .threads = {}});
    }
    return m_progress;
}

}  // namespace kith::service
