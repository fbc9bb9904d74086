// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The hand-written signatures of signatures.txt (invented people) and how a reading of them is scored.
#pragma once

#include "core/people/contact_fields.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith {

struct Expected {
    QString field;
    QString value;
    QString raw;   ///< empty: not looked at
    QString kind;  ///< of a phone; empty: not looked at
};

struct SignatureExample {
    QString id;
    QString locale;  ///< the id up to its first hyphen
    Address from;
    QString card;  ///< the lines of the signature
    std::vector<Expected> expected;
};

std::vector<SignatureExample> readSignatures(const QString& path);

/// The example at the end of a short letter in its language; zones as a perfect zone finder would give them.
Letter letterOf(const SignatureExample& example);

struct FieldScore {
    int right{0};
    int wrong{0};
    int missed{0};
    double precision() const { return right + wrong == 0 ? 1 : double(right) / (right + wrong); }
    double recall() const { return right + missed == 0 ? 1 : double(right) / (right + missed); }
};

struct SetScore {
    QMap<QString, FieldScore> fields;
    QStringList mistakes;
    int values{0};
    int badSpans{0};

    void add(const SignatureExample& example, const Letter& letter, const std::vector<people::ContactField>& found);
    QString table() const;
};

/// Does every value with a place slice to its raw text?
bool slicesTrue(const QString& text, const people::ContactField& field);

}  // namespace kith
