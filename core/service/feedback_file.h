// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// feedback.json: marks in and out. In the file assigned_priority is what was decided, suggested_priority what the user
// says it should be.
#pragma once

#include "core/service/cellar.h"
#include "core/service/triage_service.h"

#include <QJsonArray>

namespace kith::service {

struct FeedbackReject {
    qint64 entry{0};  ///< from 1, in the order of the file
    QString reason;
};

/// seen = added + duplicate + open + unknown + rejected.
struct FeedbackImport {
    qint64 seen{0};
    qint64 added{0};
    qint64 duplicate{0};  ///< the same word on the same message stands already
    qint64 open{0};       ///< nobody has said yet what it should be
    qint64 unknown{0};    ///< the message is not in this workspace
    qint64 rejected{0};
    qint64 rescored{0};
    std::vector<FeedbackReject> rejects;  ///< unknown ones too
    ChangeId change;                      ///< takes all of it back; 0: nothing was added
};

/// One change. The service must have learned; it is taught what was added.
Result<FeedbackImport> importFeedback(Cellar& cellar, TriageService& service, Clock& clock, const QByteArray& file);
/// Oldest first; entries whose mail is gone are left out.
Result<QJsonArray> exportFeedback(Cellar& cellar);
QJsonObject feedbackJson(const Feedback& entry, const Message& message);
QString scopeWord(FeedbackScope scope);

}  // namespace kith::service
