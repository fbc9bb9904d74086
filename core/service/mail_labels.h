// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's labels: which there are, which of them some conversations carry, and putting them on and off.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/service/conversation.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::service {

struct Cellar;

/// One of the user's labels; Gmail's system labels are not among them.
struct MailLabel {
    QString name;        ///< "Customers/Denmark" stands below "Customers"
    QString colour;      ///< of the ground, as #rrggbb; empty: none chosen
    qint64 messages{0};  ///< in the workspace
    int carriedBy{0};    ///< of the conversations asked about

    bool operator==(const MailLabel&) const = default;
};

struct LabelChange {
    QStringList add;     ///< made where there is none; a Priority/… label takes the place of the others
    QStringList remove;  ///< INBOX among them: the conversations are moved
};

/// Not a system label of Gmail's and none of our own marks.
bool isUserLabel(const QString& name);
/// By name, without regard to case.
Result<std::vector<MailLabel>> readLabels(Cellar& cellar, const std::vector<ThreadId>& threads);
/// One journalled change. Malformed: a name that no label can have (empty, a system label's, over 225 characters).
Result<Receipt> setLabels(Cellar& cellar, const std::vector<ThreadId>& threads, const LabelChange& change);

}  // namespace kith::service
