// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Folder and label names of other programs, read as Gmail's system labels: INBOX, SENT, TRASH, SPAM, DRAFT or a label.
#pragma once

#include <QString>
#include <QStringList>

namespace kith::service {

/// What a message's folder, labels and flags say about where it belongs.
struct Placement {
    QStringList labels;  ///< INBOX, SENT, TRASH, SPAM, DRAFT, IMPORTANT, and the user's own as written
    bool unread{false};
    bool starred{false};
    bool sent{false};
};

/// Folder names and Maildir flags from intake, X-Gmail-Labels and the like from the letter, mbox Status letters.
Placement placementOf(const QStringList& flags, const QStringList& labels, const QString& status);

}  // namespace kith::service
