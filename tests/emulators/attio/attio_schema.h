// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What an Attio workspace is made of: objects and lists with their typed attributes, read from workspace.json.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::emulator {

struct AttioOption {
    QString id;
    QString title;
};

struct AttioAttribute {
    QString id;
    QString slug;
    QString title;
    QString type;  ///< the seventeen of the contract: "personal-name", "select" …
    bool unique{false};
    bool several{false};  ///< is_multiselect
    bool writable{true};
    std::vector<AttioOption> options;  ///< of select and status
    QString target;                    ///< of record-reference: the object's slug
};

/// An object or a list.
struct AttioShape {
    QString id;
    QString slug;
    QString singular;  ///< a list's name
    QString plural;
    QString parent;  ///< of a list
    std::vector<AttioAttribute> attributes;

    /// By slug or id; nothing where there is none.
    const AttioAttribute* attribute(const QString& name) const;
    AttioAttribute* attribute(const QString& name);
};

struct AttioSchema {
    QString name;
    QString slug;
    std::vector<AttioShape> objects;
    std::vector<AttioShape> lists;

    static AttioSchema shipped();
    const AttioShape* object(const QString& name) const;
    AttioShape* object(const QString& name);
    const AttioShape* list(const QString& name) const;
};

/// Always the same id for the same words.
QString attioId(const QString& words);
QString attioWorkspaceId();
/// As the contract's "attribute", with its object's or list's id.
QJsonObject attioAttributeJson(const AttioShape& shape, const AttioAttribute& attribute);
/// The contract's select-option or status.
QJsonObject attioOptionJson(const AttioShape& shape, const AttioAttribute& attribute, const AttioOption& option);

}  // namespace kith::emulator
