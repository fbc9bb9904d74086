// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/column_mapping.h"

#include "core/intake/header_synonyms.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace kith::intake {

namespace {

struct Candidate {
    std::size_t column{0};
    FieldChoice choice;
    double score{0};
    QString reason;
};

FieldChoice fieldOnly(const char* field) {
    return {QString::fromLatin1(field), {}};
}

/// Of the values that were seen, the share that holds a word.
double shareWith(const CsvColumn& column, const QString& word) {
    const auto hits = std::ranges::count_if(
        column.examples, [&](const QString& example) { return example.contains(word, Qt::CaseInsensitive); });
    return column.examples.isEmpty() ? 0 : static_cast<double>(hits) / static_cast<double>(column.examples.size());
}

/// What the values alone say.
std::optional<Candidate> byValues(const CsvColumn& column) {
    switch (column.type) {
    case CsvType::Email:
        return Candidate{0, fieldOnly("email"), 0.9 * column.confidence, QStringLiteral("values: e-mail addresses")};
    case CsvType::Phone:
        return Candidate{0, fieldOnly("phone"), 0.75 * column.confidence, QStringLiteral("values: telephone numbers")};
    case CsvType::Url:
        for (const char* place : {"linkedin", "twitter", "facebook", "instagram"}) {
            if (shareWith(column, QString::fromLatin1(place) + QStringLiteral(".com")) > 0.5) {
                const bool linkedin = *place == 'l';
                return Candidate{0, fieldOnly(linkedin ? "linkedin_url" : place), 0.9,
                                 QStringLiteral("values: profiles there")};
            }
        }
        return Candidate{0, fieldOnly("url"), 0.6, QStringLiteral("values: web addresses")};
    default:
        return std::nullopt;
    }
}

/// Can values of this type be in the field at all? 1: as expected, 0.3: hardly.
double fits(const FieldChoice& choice, const CsvColumn& column) {
    const QString& field = choice.field;
    const bool nothing = column.type == CsvType::Empty;
    if (nothing) {
        return 0.95;
    }
    const bool dates = column.type == CsvType::Date || column.type == CsvType::DateTime;
    const bool flags = column.type == CsvType::Boolean;
    if (field == QStringLiteral("email")) {
        return column.type == CsvType::Email ? 1 : column.type == CsvType::String ? 0.8 : 0.3;
    }
    if (field == QStringLiteral("phone")) {
        return column.type == CsvType::Email || column.type == CsvType::Url || dates || flags ? 0.3 : 1;
    }
    const bool names = field.endsWith(QStringLiteral("name")) || field == QStringLiteral("job_title") ||
                       field == QStringLiteral("company") || field == QStringLiteral("city");
    if (names) {
        return column.type == CsvType::String ? 1 : column.type == CsvType::Integer ? 0.6 : flags ? 0.6 : 0.4;
    }
    if (field == QStringLiteral("birthday") || field.endsWith(QStringLiteral("_contact")) ||
        field.endsWith(QStringLiteral("_at"))) {
        return dates ? 1 : 0.7;
    }
    return column.type == CsvType::Email && field != QStringLiteral("owner") ? 0.5 : 1;
}

const ExportPreset* presetOf(const QStringList& keys) {
    const ExportPreset* best = nullptr;
    qsizetype most = 0;
    for (const ExportPreset& preset : exportPresets()) {
        const bool all = std::ranges::all_of(preset.signature, [&](const QString& key) { return keys.contains(key); });
        if (all && preset.signature.size() > most) {
            best = &preset;
            most = preset.signature.size();
        }
    }
    return best;
}

std::vector<Candidate> candidatesOf(std::size_t at, const CsvColumn& column, const ExportPreset* preset,
                                    const QHash<QString, FieldChoice>& remembered) {
    std::vector<Candidate> list;
    if (const auto known = remembered.find(column.name); known != remembered.end()) {
        list.push_back({at, *known, 1.0, QStringLiteral("remembered")});
        return list;
    }
    if (preset != nullptr) {
        if (const auto known = preset->columns.find(headerKey(column.name)); known != preset->columns.end()) {
            list.push_back({at, *known, 0.99, QStringLiteral("preset: ") + preset->name});
            return list;
        }
    }
    const auto header = matchHeader(column.name);
    if (header) {
        double score = header->strength * 0.97 * fits(header->choice, column);
        const auto values = byValues(column);
        if (values && values->choice.field == header->choice.field) {
            score = 1 - (1 - score) * (1 - values->score);
        }
        list.push_back({at, header->choice, score, QStringLiteral("header: ") + column.name});
    }
    if (auto values = byValues(column); values && (!header || values->choice.field != header->choice.field)) {
        values->column = at;
        list.push_back(*values);
    }
    return list;
}

/// What nobody asked for: a field of its own where it says something, left out where it hardly does.
ColumnMapping leftOver(const CsvColumn& column, qint64 rows) {
    const double empty = rows == 0 ? 1 : static_cast<double>(column.nullCount) / static_cast<double>(rows);
    if (column.type == CsvType::Empty) {
        return {{}, 0.9, QStringLiteral("no value in any row")};
    }
    if (empty > 0.9 && rows >= 20) {
        return {{}, 0.8, QStringLiteral("empty in %1 of %2 rows").arg(column.nullCount).arg(rows)};
    }
    return {{QStringLiteral("custom:") + column.name, {}}, 0.6, QStringLiteral("no field is called so: a new one")};
}

}  // namespace

bool takesSeveralColumns(const QString& field) {
    static const QStringList several{QStringLiteral("email"),  QStringLiteral("phone"),  QStringLiteral("url"),
                                     QStringLiteral("label"),  QStringLiteral("note"),   QStringLiteral("street"),
                                     QStringLiteral("city"),   QStringLiteral("state"),  QStringLiteral("postal_code"),
                                     QStringLiteral("po_box"), QStringLiteral("country")};
    return field.isEmpty() || several.contains(field);
}

TableMapping mapColumns(const std::vector<CsvColumn>& columns, qint64 rows,
                        const QHash<QString, FieldChoice>& remembered) {
    TableMapping table;
    table.columns.resize(columns.size());
    QStringList keys;
    for (const CsvColumn& column : columns) {
        keys << headerKey(column.name);
    }
    const ExportPreset* preset = presetOf(keys);
    table.preset = preset == nullptr ? QString() : preset->name;
    std::vector<Candidate> candidates;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (Candidate& one : candidatesOf(c, columns[c], preset, remembered)) {
            candidates.push_back(std::move(one));
        }
    }
    std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
    std::vector<bool> placed(columns.size());
    QStringList taken;
    for (const Candidate& one : candidates) {
        const bool free = takesSeveralColumns(one.choice.field) || !taken.contains(one.choice.field);
        // A name that only resembles a field's, over a column that says nothing, is no ground for it.
        const bool saysNothing = rows > 0 && columns[one.column].nullCount >= rows;
        if (placed[one.column] || !free || one.score < (saysNothing ? 0.6 : 0.35)) {
            continue;
        }
        placed[one.column] = true;
        taken << one.choice.field;
        table.columns[one.column] = {one.choice, std::min(one.score, 0.99), one.reason};
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!placed[c]) {
            table.columns[c] = leftOver(columns[c], rows);
        }
    }
    return table;
}

const QStringList& mappableFields() {
    static const QStringList fields = [] {
        QStringList list;
        for (const char* word : {"email",
                                 "name",
                                 "first_name",
                                 "last_name",
                                 "middle_name",
                                 "prefix",
                                 "suffix",
                                 "nickname",
                                 "company",
                                 "job_title",
                                 "department",
                                 "phone",
                                 "url",
                                 "linkedin_url",
                                 "twitter",
                                 "facebook",
                                 "instagram",
                                 "street",
                                 "po_box",
                                 "city",
                                 "state",
                                 "postal_code",
                                 "country",
                                 "location",
                                 "birthday",
                                 "anniversary",
                                 "note",
                                 "description",
                                 "label",
                                 "status",
                                 "source",
                                 "owner",
                                 "industry",
                                 "language",
                                 "gender",
                                 "first_contact",
                                 "last_contact",
                                 "last_meeting",
                                 "created_at",
                                 "modified_at",
                                 "connection_strength",
                                 "number_of_accounts",
                                 "cash",
                                 "balance",
                                 "employees",
                                 "revenue",
                                 "manager",
                                 "assistant",
                                 "spouse",
                                 "opt_out",
                                 "record_id"}) {
            list << QString::fromLatin1(word);
        }
        return list;
    }();
    return fields;
}

QString headerFingerprint(const QStringList& names) {
    QStringList keys;
    for (const QString& name : names) {
        keys << headerKey(name);
    }
    keys.sort();
    return QString::fromLatin1(
        QCryptographicHash::hash(keys.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

QString choiceWord(const FieldChoice& choice) {
    if (choice.isIgnored()) {
        return QStringLiteral("ignore");
    }
    return choice.kind.isEmpty() ? choice.field : choice.field + u':' + choice.kind;
}

FieldChoice choiceOf(const QString& word) {
    const QString trimmed = word.trimmed();
    if (trimmed.startsWith(QStringLiteral("custom:"))) {
        return {trimmed, {}};
    }
    const QString field = trimmed.section(u':', 0, 0);
    return mappableFields().contains(field) ? FieldChoice{field, trimmed.section(u':', 1)} : FieldChoice{};
}

}  // namespace kith::intake
