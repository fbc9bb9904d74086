// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How hard a passphrase is to guess, in a word and a colour.
#pragma once

#include "ui/palette_roles.h"

#include <QCoreApplication>
#include <QString>

namespace kith::ui {

enum class PassphraseStrength { None, Weak, Fair, Strong };

/// A rough count of guesses: length and variety, without runs and repetition.
PassphraseStrength strengthOf(const QString& passphrase);

struct PassphraseWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::PassphraseWords)
public:
    static QString sentence(PassphraseStrength strength);
    static Role role(PassphraseStrength strength);
};

}  // namespace kith::ui
