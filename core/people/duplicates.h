// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which contacts may be one person, with the evidence of each field; surely enough to join them unasked only where
// something that belongs to one person alone is the same.
#pragma once

#include "core/people/linkage.h"

#include <QString>
#include <QStringList>

namespace kith::people {

/// What is known of a contact, as far as it matters for telling people apart.
struct PersonRecord {
    qint64 id{0};
    QString name;
    QStringList emails;       ///< addressKey
    QStringList phones;       ///< E.164, or digits
    QStringList externalIds;  ///< kind and value: what belongs to one person alone
    QString company;
    QString title;
    QString city;
};

struct DuplicateEvidence {
    QString field;  ///< email, name, phone, company, job_title, city
    QString one;    ///< what the first contact says
    QString other;
    double weight{0};  ///< natural logarithm of odds; negative speaks against
};

struct DuplicatePair {
    qint64 one{0};
    qint64 other{0};
    double probability{0};
    bool automatic{false};  ///< may be joined without asking
    std::vector<DuplicateEvidence> evidence;
};

struct DuplicateReport {
    std::vector<DuplicatePair> pairs;         ///< the likeliest first
    std::vector<std::vector<qint64>> groups;  ///< of more than one, by `together`
    qint64 compared{0};
    qint64 cappedBlocks{0};
};

struct DuplicateLimits {
    double review{0.8};    ///< pairs from here on are worth a question
    double together{0.5};  ///< groups are made of pairs that are rather one than two
    double automatic{0.99};
};

DuplicateReport findDuplicates(const std::vector<PersonRecord>& records, const DuplicateLimits& limits = {},
                               std::stop_token stop = {});

}  // namespace kith::people
