// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Taking in mail files from the window: start, watch, pause, cancel. Progress comes by Workspace::importProgress.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <vector>

namespace kith::service {

struct ImportReject {
    QString source;
    qint64 offset{0};
    QString reason;
};

/// seen = added + duplicate + rejected, always.
struct ImportProgress {
    ImportId id;
    enum class Phase { Reading, Learning, People, Done, Failed, Cancelled } phase{Phase::Reading};
    QString source;
    qint64 seen{0};
    qint64 added{0};
    qint64 duplicate{0};
    qint64 rejected{0};
    qint64 bytesRead{0};
    qint64 bytesTotal{0};
    std::chrono::milliseconds elapsed{0};  ///< pauses not counted
    bool paused{false};
    qint64 addressesLeft{0};            ///< with People: to be looked at
    qint64 people{0};                   ///< who became contacts
    std::vector<ImportReject> rejects;  ///< at most the first 1000; all are in the database
    ChangeId change;                    ///< of what was taken in last; undoing it takes it back
    QString problem;                    ///< with Failed: the sentence
    QString hint;
};

class ImportRunner;

class ImportDesk {
public:
    explicit ImportDesk(ImportRunner& runner)
        : m_runner(runner) {}

    /// Returns at once; owners may be empty (found from the mail). A second start waits its turn.
    void start(const QStringList& paths, const QStringList& owners = {});
    /// The sample workspace of resources/sample, its dates moved to today.
    void startSample();
    void pause();
    void resume();
    /// What was taken in stays and can be undone as one change.
    void cancel();

private:
    ImportRunner& m_runner;
};

}  // namespace kith::service
