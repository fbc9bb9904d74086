// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The search language: words, "phrases", -not, OR, from: to: subject: label: has:attachment before: after: is:
// priority:.
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace kith::storage {

enum class SearchField { Any, Sender, Recipients, Subject };

struct SearchTerm {
    SearchField field{SearchField::Any};
    QStringList words;  ///< folded; more than one: a phrase
    bool negated{false};
    bool prefix{false};  ///< the last word may go on
    bool operator==(const SearchTerm&) const = default;
};

/// All groups must hold; within a group (made by OR) one is enough. Filters hold on top.
struct SearchQuery {
    std::vector<std::vector<SearchTerm>> groups;
    QStringList labels;
    QStringList notLabels;
    std::optional<bool> hasAttachment;
    std::optional<bool> unread;
    std::optional<bool> starred;
    std::optional<int> priority;
    std::optional<std::chrono::milliseconds> before;  ///< start of the day named, UTC
    std::optional<std::chrono::milliseconds> after;

    bool hasWords() const { return !groups.empty(); }
    bool isEmpty() const;
};

enum class Typing { Finished, InProgress };

/// Never fails: what is no operator is words. word* is a prefix; while typing, the last word of three letters is one
/// too.
SearchQuery parseSearch(const QString& text, Typing typing = Typing::Finished);

/// The words of a text as the index knows them: folded, letters and digits, each CJK character a word of its own.
QStringList searchWords(QStringView text);

}  // namespace kith::storage
