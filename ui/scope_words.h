// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The rights that Kith asks Google for, in plain words: what each is for, and what is missing without it.
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace kith::ui {

struct ScopeFace {
    QString icon;
    QString title;    ///< "Read, label and archive your mail"
    QString without;  ///< what does not work when it was refused
};

struct ScopeWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ScopeWords)
public:
    /// What the promise page lists: what Kith will be able to do, and why.
    struct Promise {
        QString icon;
        QString title;
        QString why;
    };
    static std::vector<Promise> promises();
    /// Each once, without those that only say who one is.
    static std::vector<ScopeFace> faces(const QStringList& scopes);
};

}  // namespace kith::ui
