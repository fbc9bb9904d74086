// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a command of kithctl has to hand: the global options, and the one way to print results and errors.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace kith::cli {

/// Exit codes of the contract.
enum class Exit { Done = 0, Partial = 1, Usage = 2, BadInput = 3, SignIn = 4, Workspace = 5 };

struct Options {
    QString workspace;  ///< folder
    QString database;   ///< postgresql://… or empty
    bool json{false};
    bool offline{false};
};

/// {code, message, hint}
QJsonObject errorJson(const Error& error);

class Terminal {
public:
    explicit Terminal(Options& options)
        : m_options(options) {}

    const Options& options() const { return m_options; }
    bool json() const { return m_options.json; }
    /// One object on standard output; without --json: the same as indented text.
    void result(const QJsonObject& object) const;
    /// One line on standard output, for people; nothing with --json.
    void say(const QString& line) const;
    /// One object a line, for .jsonl results, in both modes.
    void row(const QJsonObject& object) const;
    /// A line on standard error that replaces itself on a terminal.
    void progress(const QString& line) const;
    Exit fail(const Error& error) const;

private:
    Options& m_options;
};

}  // namespace kith::cli
