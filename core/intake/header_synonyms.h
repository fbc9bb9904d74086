// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What columns of contacts are called in exports and languages.
#pragma once

#include "core/intake/column_mapping.h"

#include <optional>

namespace kith::intake {

/// The words of a header: "Tel. (Büro)" and "TelBuero" become "tel buro"; signs and the case of letters do not count.
QString headerKey(const QString& header);

struct HeaderMatch {
    FieldChoice choice;
    double strength{0};  ///< 1: the whole header; less: a part of it, or nearly the same
};

/// The best reading of one header, or nothing.
std::optional<HeaderMatch> matchHeader(const QString& header);

struct ExportPreset {
    QString name;
    QStringList signature;                ///< keys of headers that only this export has together
    QHash<QString, FieldChoice> columns;  ///< by key
};

const std::vector<ExportPreset>& exportPresets();

}  // namespace kith::intake
