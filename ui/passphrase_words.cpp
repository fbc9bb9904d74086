// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/passphrase_words.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace kith::ui {

namespace {

constexpr double weakBelow = 40;  // bits
constexpr double fairBelow = 60;

int alphabetOf(const QString& passphrase) {
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar c : passphrase) {
        lower = lower || c.isLower();
        upper = upper || c.isUpper();
        digit = digit || c.isDigit();
        other = other || !c.isLetterOrNumber();
    }
    return 26 * lower + 26 * upper + 10 * digit + 20 * other;
}

}  // namespace

PassphraseStrength strengthOf(const QString& passphrase) {
    if (passphrase.isEmpty()) {
        return PassphraseStrength::None;
    }
    // A letter that repeats or goes on from the one before (aaa, 123) tells nothing new.
    int telling = 1;
    QSet<QChar> kinds{passphrase.at(0)};
    for (qsizetype i = 1; i < passphrase.size(); ++i) {
        kinds.insert(passphrase.at(i));
        telling += std::abs(passphrase.at(i).unicode() - passphrase.at(i - 1).unicode()) > 1;
    }
    const double counted = std::min<double>(telling, 2.5 * static_cast<double>(kinds.size()));
    const double bits = counted * std::log2(std::max(alphabetOf(passphrase), 2)) * 0.8;
    return bits < weakBelow   ? PassphraseStrength::Weak
           : bits < fairBelow ? PassphraseStrength::Fair
                              : PassphraseStrength::Strong;
}

QString PassphraseWords::sentence(PassphraseStrength strength) {
    switch (strength) {
    case PassphraseStrength::None:
        return tr("Four or five words that do not belong together are easy to keep and hard to guess.");
    case PassphraseStrength::Weak:
        return tr("Weak: quickly guessed. Make it longer.");
    case PassphraseStrength::Fair:
        return tr("Fair: good enough against a curious person, not against a stolen disk.");
    case PassphraseStrength::Strong:
        return tr("Strong.");
    }
    return {};
}

Role PassphraseWords::role(PassphraseStrength strength) {
    switch (strength) {
    case PassphraseStrength::Weak:
        return Role::Bad;
    case PassphraseStrength::Fair:
        return Role::Warn;
    case PassphraseStrength::Strong:
        return Role::Ok;
    case PassphraseStrength::None:
        break;
    }
    return Role::Text3;
}

}  // namespace kith::ui
