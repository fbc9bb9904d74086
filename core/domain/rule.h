// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A rule of the user's about mail: when it holds, what is then done, and when.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/priority.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace kith {

enum class RuleField {
    Sender,     ///< address and name of the author
    Recipient,  ///< addresses and names in To and Cc
    Domain,     ///< of the author's address
    Subject,
    Body,        ///< what the author wrote: no quotes, signature or disclaimer
    Label,       ///< labels that the message carries
    Priority,    ///< 0–4 of the decision that stands
    Kind,        ///< of opportunity: demo, pricing …
    List,        ///< came by a mailing list or is bulk mail
    Attachment,  ///< has some; or their file names
    Age,         ///< whole days since it was sent
    Account,     ///< address of the account that it came in by
};

enum class RuleOperator {
    Contains,  ///< whole words, without case or accents; any of the values
    Equals,
    OneOf,    ///< equals one of several
    Matches,  ///< a regular expression, found anywhere, without case
    AtLeast,  ///< priority, age
    AtMost,
    Is,  ///< list, attachment: yes or no
};

/// A tree, kept shallow: all, any and not hold parts, a test holds a field.
struct RuleCondition {
    enum class Kind { Test, All, Any, Not } kind{Kind::Test};
    std::vector<RuleCondition> parts;  ///< Not: exactly one
    RuleField field{RuleField::Sender};
    RuleOperator op{RuleOperator::Contains};
    QStringList values;  ///< numbers as digits; yes and no as words

    bool operator==(const RuleCondition&) const = default;
};

enum class RuleActionKind {
    Archive,
    ToInbox,
    Label,        ///< text: the label
    RemoveLabel,  ///< text: the label
    MarkRead,
    Star,
    Forward,  ///< text: the address; always asks
    Trash,    ///< asks once a rule
    Snooze,   ///< until, or wait from when it is done
    SetPriority,
    DraftReply,         ///< text: what the draft should say; may be empty
    CreateOpportunity,  ///< text: the kind
    AddToContact,
};

/// What happens meanwhile makes a delayed action needless.
enum class RuleUnless { Never, Answered, Read, Archived };

struct RuleAction {
    RuleActionKind kind{RuleActionKind::Archive};
    QString text;
    Priority priority{Priority::Medium};
    std::chrono::milliseconds until{0};  ///< Snooze: a moment; 0: wait says how long
    std::chrono::minutes wait{0};
    std::chrono::minutes after{0};  ///< delayed by so much; 0: at once
    RuleUnless unless{RuleUnless::Never};

    bool operator==(const RuleAction&) const = default;
};

struct Rule {
    RuleId id;
    QString name;
    int position{0};  ///< they are tried from the lowest on
    bool enabled{true};
    bool stop{false};      ///< where it holds, no later rule is tried
    int revision{1};       ///< grows when conditions or actions change
    bool mayTrash{false};  ///< the user said yes once
    RuleCondition when;
    std::vector<RuleAction> then;
};

/// Whether the first rule that holds ends the search.
enum class RuleMode { All, FirstMatch };

}  // namespace kith
