// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Strong ids that cannot be swapped. Values are positive, below 2^53, and made without a shared counter.
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace kith {

template <class Tag>
struct Id {
    qint64 value{0};

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using AccountId = Id<struct AccountTag>;
using MessageId = Id<struct MessageTag>;  ///< grows with the message's date: (seconds since 1970) · 2^20 + hash
using ThreadId = Id<struct ThreadTag>;
using LabelId = Id<struct LabelTag>;
using ContactId = Id<struct ContactTag>;
using ChangeId = Id<struct ChangeTag>;
using DecisionId = Id<struct DecisionTag>;
using FeedbackId = Id<struct FeedbackTag>;
using ImportId = Id<struct ImportTag>;
using TaskId = Id<struct TaskTag>;
using EventId = Id<struct EventTag>;
using OpportunityId = Id<struct OpportunityTag>;
using RuleId = Id<struct RuleTag>;

}  // namespace kith

template <class Tag>
struct std::hash<kith::Id<Tag>> {
    size_t operator()(const kith::Id<Tag>& id) const noexcept { return std::hash<qint64>{}(id.value); }
};
