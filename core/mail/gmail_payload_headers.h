// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The header fields of one part of Gmail's payload tree, on their way back into a mail. For gmail_payload only.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonArray>

#include <utility>
#include <vector>

namespace kith::mail {

class PayloadHeaders {
public:
    /// Unsupported where a value was decoded in a way that cannot be undone.
    static Result<PayloadHeaders> read(const QJsonArray& headers);

    QByteArray contentType() const;  ///< lower case, without parameters; empty: no such field
    QByteArray boundary() const;
    QByteArray charset() const;  ///< lower case; empty: none
    bool sayUtf8();              ///< false where the field cannot be changed safely
    void sayBase64();
    QByteArray bytes() const;  ///< with the last line's end, without the empty line

private:
    struct Field {
        QByteArray name;
        QByteArray value;
    };
    const Field* field(const char* name) const;
    std::pair<qsizetype, qsizetype> parameter(const char* name) const;  ///< where in Content-Type's value; -1: none
    std::vector<Field> m_fields;
};

}  // namespace kith::mail
