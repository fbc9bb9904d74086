// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Runs kithctl as a user or a script would, in a workspace of its own.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace kith::testing {

struct Ran {
    int exit{-1};
    QByteArray out;
    QByteArray err;
    QJsonObject json() const;                ///< the one object on standard output
    QJsonObject error() const;               ///< the error object on standard error
    std::vector<QJsonObject> lines() const;  ///< .jsonl
};

class Kithctl {
public:
    Kithctl();
    /// kithctl --workspace … --json ARGS
    Ran operator()(const QStringList& args, const QByteArray& input = {}) const;
    Ran plain(const QStringList& args) const;
    QString workspace() const { return m_folder.filePath(QStringLiteral("workspace")); }
    QString file(const QString& name, const QByteArray& content) const;
    QString folder() const { return m_folder.path(); }
    /// For every run from now on.
    void setEnvironment(const QMap<QString, QString>& variables) { m_environment = variables; }
    QProcessEnvironment processEnvironment() const;

private:
    QTemporaryDir m_folder;
    QMap<QString, QString> m_environment;
};

/// Words separated by spaces as arguments.
QStringList args(const char* words);

/// A small mbox of invented mail: customers whom Mara answers, and a newsletter that she does not.
QByteArray smallMailbox();

}  // namespace kith::testing
