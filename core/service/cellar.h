// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One connection to the workspace with all its stores: what a worker, a desk or a command of kithctl works on.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/storage/correspondent_store.h"
#include "core/storage/draft_store.h"
#include "core/storage/import_store.h"
#include "core/storage/inbox_store.h"
#include "core/storage/message_store.h"
#include "core/storage/model_store.h"
#include "core/storage/observation_store.h"
#include "core/storage/opportunity_store.h"
#include "core/storage/owner_store.h"
#include "core/storage/rule_action_store.h"
#include "core/storage/rule_store.h"
#include "core/storage/search_store.h"
#include "core/storage/settings_store.h"
#include "core/storage/signal_store.h"
#include "core/storage/suggestion_store.h"
#include "core/storage/triage_store.h"
#include "core/storage/undo.h"
#include "core/storage/workspace_lock.h"

#include <QString>

#include <memory>

namespace kith::service {

enum class CellarMode {
    Read,   ///< beside a running Kith
    Write,  ///< the only writing process; makes the workspace where there is none
    Share,  ///< a further connection of the process that holds the lock
    Found,  ///< as Share, and makes the database or brings it up to date
};

struct CellarOptions {
    QString folder;
    QString database;  ///< postgresql://… or empty: SQLite in the folder
    CellarMode mode{CellarMode::Write};
    storage::IdSource* ids{nullptr};  ///< one for all connections of a process; nothing: one of its own
};

/// The folder as its only writer; nothing for a team database, which knows its writers itself.
Result<std::unique_ptr<storage::WorkspaceLock>> lockWorkspace(const CellarOptions& options, Clock& clock);
/// A backup in the place of the workspace's database; the path of what was there before (empty: nothing was).
Result<QString> restoreBackup(const CellarOptions& options, const QString& file, Clock& clock);

/// Bound to the thread that opened it.
struct Cellar {
    static Result<std::unique_ptr<Cellar>> open(const CellarOptions& options, Clock& clock);

    Cellar(QString folderPath, std::unique_ptr<storage::WorkspaceLock> workspaceLock,
           std::unique_ptr<storage::IdSource> idSource, std::unique_ptr<storage::Database> connection);
    Cellar(const Cellar&) = delete;
    Cellar& operator=(const Cellar&) = delete;

    QString folder;
    std::unique_ptr<storage::WorkspaceLock> lock;  ///< nothing but for Write on SQLite
    std::unique_ptr<storage::IdSource> ids;        ///< nothing where the process has one
    std::unique_ptr<storage::Database> database;
    storage::MessageStore messages;
    storage::InboxStore inbox;
    storage::SearchStore search;
    storage::SuggestionStore suggestions;
    storage::TriageStore triage;
    storage::SignalStore signs;
    storage::CorrespondentStore correspondents;
    storage::ModelStore models;
    storage::ObservationStore observations;
    storage::OpportunityStore opportunities;
    storage::OwnerStore owners;
    storage::DraftStore drafts;
    storage::ImportStore imports;
    storage::SettingsStore settings;
    storage::RuleStore rules;
    storage::RuleActionStore ruleActions;
    storage::UndoStore undo;
};

}  // namespace kith::service
