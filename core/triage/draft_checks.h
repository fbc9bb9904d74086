// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What must be looked at in a draft before it goes: recipients, gaps, promises, facts that nobody told. Pure.
#pragma once

#include "core/domain/address.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::triage {

/// What a draft may rest on.
struct DraftGround {
    Addresses inThread;          ///< everybody who wrote or was written to in the thread, and Reply-To
    Addresses own;               ///< the owner's
    QStringList texts;           ///< of the thread: what each author wrote, oldest first; the last is answered
    QString subject;             ///< of the thread
    QStringList card;            ///< values of the contact card
    QStringList otherCustomers;  ///< names and firms of people who are not in this thread
    QString today;               ///< yyyy-MM-dd: today is known
    bool cancellation{false};    ///< the message that is answered takes a leave
    bool answersAMessage{true};
};

struct DraftText {
    Addresses to;
    Addresses cc;
    QString subject;
    QString body;
    int files{0};
};

enum class DraftMarkKind { Supported, Unsupported, Placeholder, Promise, Foreign };

/// A stretch of the body, UTF-16; of a supported fact also where it stands in texts[text].
struct DraftMark {
    DraftMarkKind kind{DraftMarkKind::Supported};
    qsizetype start{0};
    qsizetype end{0};
    int text{-1};
    qsizetype textStart{0};
    qsizetype textEnd{0};
};

/// Stable names: recipients, placeholders, attachment, facts, promises, links, other-customer, language, length, tone,
/// thread, form.
struct DraftCheck {
    QString name;
    bool ok{true};
    bool blocking{false};  ///< not ok: approving asks to deal with it first
    QStringList found;     ///< what was found, as it stands there; for sentences that others write
    int good{0};           ///< of facts: how many were found in the thread
};

struct DraftReport {
    std::vector<DraftCheck> checks;
    std::vector<DraftMark> marks;  ///< by start; no two overlap

    bool clean() const;
    const DraftCheck* find(const QString& name) const;
};

DraftReport checkDraft(const DraftText& draft, const DraftGround& ground);

}  // namespace kith::triage
