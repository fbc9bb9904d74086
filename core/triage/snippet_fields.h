// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A snippet with its {fields} filled in. Pure.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace kith::triage {

/// first_name, name, company, subject, my_name, today.
const QStringList& snippetFields();

/// What is not known stands in square brackets afterwards, where the check on gaps finds it. {{ is a brace.
QString filledSnippet(const QString& body, const QHash<QString, QString>& known);

}  // namespace kith::triage
