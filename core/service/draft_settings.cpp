// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_settings.h"

#include "core/service/model_settings.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr qint64 kMostUndoSeconds = 120;

QString draftKey(const char* name) {
    return QStringLiteral("drafts.") + QLatin1String(name);
}

}  // namespace

Result<DraftSettings> draftSettings(Cellar& cellar) {
    DraftSettings settings;
    const auto model = modelSettings(cellar);
    const auto ahead = cellar.settings.flag(draftKey("ahead"), settings.ahead);
    const auto least = cellar.settings.integer(draftKey("least"), static_cast<int>(settings.least));
    const auto perDay = cellar.settings.integer(draftKey("per_day"), settings.aheadPerDay);
    const auto send = cellar.settings.flag(draftKey("send"), settings.maySend);
    const auto undo = cellar.settings.integer(draftKey("undo_seconds"), settings.undoSeconds);
    if (!model || !ahead || !least || !perDay || !send || !undo) {
        return !model    ? model.error()
               : !ahead  ? ahead.error()
               : !least  ? least.error()
               : !perDay ? perDay.error()
               : !send   ? send.error()
                         : undo.error();
    }
    settings.modelAllowed = model->allowed;
    settings.ahead = *ahead;
    settings.least = static_cast<Priority>(
        std::clamp<qint64>(*least, static_cast<int>(Priority::Medium), static_cast<int>(Priority::Critical)));
    settings.aheadPerDay = static_cast<int>(std::clamp<qint64>(*perDay, 0, 1'000));
    settings.maySend = *send;
    settings.undoSeconds = static_cast<int>(std::clamp<qint64>(*undo, 0, kMostUndoSeconds));
    return settings;
}

Result<void> saveDraftSettings(Cellar& cellar, const DraftSettings& settings) {
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("settings.changed"),
                                                    QStringLiteral("user"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Settings of drafts"),
                                                    {},
                                                    true});
    cellar.settings.set(change, draftKey("ahead"), settings.ahead);
    cellar.settings.set(change, draftKey("least"), static_cast<int>(settings.least));
    cellar.settings.set(change, draftKey("per_day"), settings.aheadPerDay);
    cellar.settings.set(change, draftKey("send"), settings.maySend);
    cellar.settings.set(change, draftKey("undo_seconds"), settings.undoSeconds);
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

}  // namespace kith::service
