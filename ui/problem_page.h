// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A workspace that could not be opened: one sentence, what to do, and the way to try again.
#pragma once

#include "core/base/error.h"
#include "ui/pane.h"

#include <QCoreApplication>

namespace kith::ui {

class TextLabel;

class ProblemPage : public Pane {
    Q_OBJECT
public:
    ProblemPage(const Theme& theme, QWidget* parent);

    void say(const Error& error, const QString& folder);

Q_SIGNALS:
    void retryAsked();
    void otherWorkspaceAsked();

private:
    TextLabel* m_sentence;
    TextLabel* m_advice;
    TextLabel* m_detail;
};

/// What went wrong on opening, and what to do about it.
struct OpeningWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::OpeningWords)
public:
    static QString sentence(const Error& error);
    static QString advice(const Error& error);
};

}  // namespace kith::ui
