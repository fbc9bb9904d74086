// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What Gmail's API v1 allows, read from contract.json: methods, parameters, scopes, fields, colours.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::emulator {

struct ValueType {
    QString type;       ///< string, boolean, uint32, int32, uint64, int64, byte, object; empty for words and schemas
    QStringList words;  ///< the allowed ones of an enumeration
    bool repeated{false};
};

struct SchemaField {
    ValueType value;
    QString schema;  ///< of an object or of an array's elements; empty for plain values
};

struct Method {
    QString name;  ///< "messages.get"
    QByteArray verb;
    QStringList segments;  ///< below users/{userId}: "messages", "{id}"
    QHash<QString, ValueType> query;
    QStringList scopes;  ///< whole URLs
    QString body;        ///< schema; empty: no body
    QString answer;      ///< schema; empty: 204
    qint64 upload{0};    ///< most bytes of a message; 0: takes none
    int plainSegments{0};
};

struct MethodMatch {
    const Method* method{nullptr};
    QStringList ids;  ///< the path's variable segments, percent-decoded
};

class Contract {
public:
    /// The one that the emulator ships; read once.
    static const Contract& gmail();
    static Contract fromJson(const QByteArray& json);

    /// segments: percent-encoded, below users/{userId}.
    std::optional<MethodMatch> match(const QByteArray& verb, const QStringList& segments) const;
    const Method* method(const QString& name) const;
    const std::vector<Method>& methods() const { return m_methods; }
    const QHash<QString, ValueType>& commonParameters() const { return m_parameters; }
    /// Null where the schema or the field is unknown.
    const SchemaField* field(const QString& schema, const QString& name) const;
    bool inPalette(const QString& colour) const { return m_palette.contains(colour); }
    const QSet<QString>& palette() const { return m_palette; }

private:
    std::vector<Method> m_methods;
    QHash<QByteArray, std::vector<std::size_t>>
        m_byShape;  ///< verb and number of segments → the more words, the earlier
    QHash<QString, ValueType> m_parameters;
    QHash<QString, QHash<QString, SchemaField>> m_schemas;
    QSet<QString> m_palette;
};

}  // namespace kith::emulator
