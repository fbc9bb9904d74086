// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sample.h"

#include "core/service/mail_actions.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

void initSampleResource() {
    Q_INIT_RESOURCE(sample);
}

namespace kith::service {

namespace {

/// The sample's own today; its newest message is of this day.
const QDate& sampleToday() {
    static const QDate day(2026, 5, 15);
    return day;
}

const QString& sampleOwner() {
    static const QString address = QStringLiteral("mara@fjordlight.example");
    return address;
}

}  // namespace

Sample::Sample(std::unique_ptr<QTemporaryDir> folder, std::chrono::milliseconds shift)
    : m_folder(std::move(folder))
    , m_shift(shift) {
}
Sample::Sample(Sample&&) noexcept = default;
Sample::~Sample() = default;

Result<Sample> Sample::unpack(std::chrono::milliseconds now) {
    initSampleResource();
    auto folder = std::make_unique<QTemporaryDir>();
    const QString path = folder->filePath(QStringLiteral("Sample.mbox"));
    if (!folder->isValid() || !QFile::copy(QStringLiteral(":/sample/sample.mbox"), path)) {
        return Error{ErrorKind::Failed,
                     QStringLiteral("the sample could not be unpacked: %1").arg(folder->errorString()),
                     QStringLiteral("Look whether the folder for temporary files has room.")};
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC).date();
    return Sample(std::move(folder), std::chrono::hours(24 * sampleToday().daysTo(today)));
}

ImportRequest Sample::request() const {
    ImportRequest request;
    request.paths = {m_folder->filePath(QStringLiteral("Sample.mbox"))};
    request.owners = {sampleOwner()};
    request.sample = true;
    request.shiftDates = m_shift;
    return request;
}

TranscriptRequest Sample::transcripts() const {
    TranscriptRequest request;
    request.shiftDates = m_shift;
    request.namesOnly = true;
    for (const QString& name : QDir(QStringLiteral(":/sample/transcripts")).entryList(QDir::Files, QDir::Name)) {
        const QString path = m_folder->filePath(name);
        if (QFile::exists(path) || QFile::copy(QStringLiteral(":/sample/transcripts/") + name, path)) {
            request.files << path;
        }
    }
    return request;
}

namespace {

QString sampleTranscriptsKey() {
    return QStringLiteral("sample.transcripts");
}

/// What came in beside the mail goes first, because it leans on the mail.
Result<void> removeSampleTranscripts(Cellar& cellar) {
    const auto change = cellar.settings.text(sampleTranscriptsKey());
    if (!change || change->isEmpty()) {
        return change ? Result<void>() : Result<void>(change.error());
    }
    if (const auto undone = undoChange(cellar, ChangeId{change->toLongLong()}); !undone) {
        return undone.error();
    }
    return cellar.settings.forget(sampleTranscriptsKey());
}

}  // namespace

Result<TranscriptReport> takeSampleTranscripts(Cellar& cellar, const Sample& sample, std::stop_token stop) {
    auto report = matchTranscriptFiles(cellar, sample.transcripts(), stop);
    if (!report) {
        return report;
    }
    const auto noted = cellar.settings.remember(sampleTranscriptsKey(), QString::number(report->change.value));
    return noted ? report : Result<TranscriptReport>(noted.error());
}

namespace {

Result<std::optional<storage::Import>> sampleImport(Cellar& cellar) {
    const auto id = cellar.settings.text(sampleImportKey());
    if (!id) {
        return id.error();
    }
    auto import = cellar.imports.import(ImportId{id->toLongLong()});
    if (import && *import && (*import)->state == storage::ImportState::Undone) {
        import->reset();
    }
    return import;
}

}  // namespace

Result<bool> holdsSample(Cellar& cellar) {
    const auto import = sampleImport(cellar);
    return import ? Result<bool>(import->has_value()) : Result<bool>(import.error());
}

Result<Receipt> removeSample(Cellar& cellar) {
    const auto import = sampleImport(cellar);
    if (!import) {
        return import.error();
    }
    if (!*import) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no sample in this workspace"), {}};
    }
    if (const auto removed = removeSampleTranscripts(cellar); !removed) {
        return removed.error();
    }
    const auto change = cellar.imports.changeOf((*import)->id);
    if (!change) {
        return change.error();
    }
    auto receipt = undoChange(cellar, change->value_or(ChangeId{}));
    if (!receipt) {
        return receipt;
    }
    if (auto removed = cellar.owners.removeAddress(sampleOwner()); !removed) {
        return removed.error();
    }
    for (const QString& key : {QStringLiteral("owner.name"), sampleImportKey()}) {
        if (auto forgotten = cellar.settings.forget(key); !forgotten) {
            return forgotten.error();
        }
    }
    receipt->kind = QStringLiteral("remove-sample");
    return receipt;
}

}  // namespace kith::service
