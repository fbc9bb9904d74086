// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/duplicates.h"

#include "core/people/duplicate_features.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <memory>

namespace kith::people {

namespace {

using namespace duplicate_features;

/// What belongs to one person alone is the same, and nothing in the names speaks against it.
bool sharesKey(const Features& a, const Features& b, const Agreement& agreement) {
    const bool given = agreement[Given] == nothingSaid || agreement[Given] >= GivenInitial;
    const bool surname = agreement[Surname] == nothingSaid || agreement[Surname] >= SurnameLike;
    if (!given || !surname) {
        return false;
    }
    const bool named = agreement[Given] >= GivenNickname && agreement[Surname] == SurnameSame;
    return sharesOwnAddress(a, b) || sharesExternalId(a, b) || (agreement[Phone] == PhoneSame && named);
}

QStringList shownOf(const PersonRecord& record, int field) {
    switch (field) {
    case Given:
    case Surname:
        return {record.name};
    case Email:
        return record.emails;
    case Phone:
        return record.phones;
    case Company:
        return {record.company};
    case Title:
        return {record.title};
    default:
        return {record.city};
    }
}

QString fieldName(int field) {
    static const char* const names[] = {"name", "name", "email", "phone", "company", "job_title", "city"};
    return QString::fromLatin1(names[field]);
}

std::vector<DuplicateEvidence> evidenceOf(const PersonRecord& a, const PersonRecord& b, const LinkedPair& pair,
                                          const LinkageModel& model) {
    std::vector<DuplicateEvidence> all;
    for (int field = 0; field < fieldCount; ++field) {
        const qint8 level = pair.agreement[size_t(field)];
        if (level == nothingSaid) {
            continue;
        }
        const double weight = std::log(model.m[size_t(field)][size_t(level)] / model.u[size_t(field)][size_t(level)]);
        const QString name = fieldName(field);
        if (!all.empty() && all.back().field == name) {  // given and surname are one line for the reader
            all.back().weight += weight;
        } else {
            all.push_back({name, shownOf(a, field).join(QStringLiteral(", ")),
                           shownOf(b, field).join(QStringLiteral(", ")), weight});
        }
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, [](const auto& one) { return std::abs(one.weight); });
    return all;
}

std::vector<std::vector<qint64>> groupsOf(const std::vector<PersonRecord>& records, const std::vector<int>& group) {
    std::vector<std::vector<qint64>> byGroup(records.size());
    for (size_t i = 0; i < records.size(); ++i) {
        byGroup[size_t(group[i])].push_back(records[i].id);
    }
    std::erase_if(byGroup, [](const auto& members) { return members.size() < 2; });
    return byGroup;
}

}  // namespace

DuplicateReport findDuplicates(const std::vector<PersonRecord>& records, const DuplicateLimits& limits,
                               std::stop_token stop) {
    std::vector<Features> features;
    features.reserve(records.size());
    FeatureMaker maker;
    for (const PersonRecord& record : records) {
        features.push_back(maker.of(record));
    }
    const Frequencies often(features);
    LinkageProblem problem;
    problem.records = int(records.size());
    problem.levels = levelsOfFields();
    problem.compare = [&](int a, int b) { return agreementOf(features[size_t(a)], features[size_t(b)]); };
    problem.passes = passesOf(features);
    problem.frequency = [&](int field, int record) { return often.of(field, record); };
    problem.m = usualAgreement();
    problem.nameFields = {Given, Surname};
    problem.nameCap = 12.5;
    const LinkageResult linked = link(problem, std::min(limits.review, limits.together), stop);

    const auto veto = [&](int a, int b) { return contradict(features[size_t(a)], features[size_t(b)]); };
    DuplicateReport report;
    report.compared = linked.compared;
    report.cappedBlocks = linked.cappedBlocks;
    report.groups = groupsOf(records, clusters(problem.records, linked.pairs, limits.together, veto));
    for (const LinkedPair& pair : linked.pairs) {
        const auto one = size_t(pair.one);
        const auto other = size_t(pair.other);
        if (pair.probability < limits.review || contradict(features[one], features[other])) {
            continue;
        }
        DuplicatePair found;
        found.one = records[one].id;
        found.other = records[other].id;
        found.probability = pair.probability;
        found.automatic =
            pair.probability >= limits.automatic && sharesKey(features[one], features[other], pair.agreement);
        found.evidence = evidenceOf(records[one], records[other], pair, linked.model);
        report.pairs.push_back(std::move(found));
    }
    return report;
}

}  // namespace kith::people
