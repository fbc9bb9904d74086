// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Finds a sender's signature by what stands again and again at the end of several of their messages.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::people {

/// Where the block stands in one of the texts; code points, end exclusive.
struct SignaturePlace {
    int text{0};  ///< index into the texts given
    int start{0};
    int end{0};
};

struct VotedSignature {
    QStringList lines;  ///< as in the first text that has it, blank lines left out
    int votes{0};       ///< different texts that end with it
    double confidence{0};
    std::vector<SignaturePlace> places;
};

/// ownTexts: what one sender wrote, without quotations, signature included. Equal texts count once, so that a
/// mail sent twice does not vote for itself. Nothing where no block repeats or it is but a closing word.
std::optional<VotedSignature> votedSignature(const std::vector<QString>& ownTexts);

}  // namespace kith::people
