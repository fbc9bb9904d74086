// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/duplicate_features.h"

#include <unordered_map>

namespace kith::people::duplicate_features {

namespace {

std::vector<float> sharesOf(const std::vector<Features>& features, std::u16string Features::*value) {
    std::unordered_map<std::u16string, int> counts;
    for (const Features& one : features) {
        ++counts[one.*value];
    }
    std::vector<float> shares;
    for (const Features& one : features) {
        shares.push_back((one.*value).empty() ? 0 : float(counts[one.*value]) / float(features.size()));
    }
    return shares;
}

}  // namespace

Frequencies::Frequencies(const std::vector<Features>& features)
    : m_given(sharesOf(features, &Features::given))
    , m_surname(sharesOf(features, &Features::surname))
    , m_company(sharesOf(features, &Features::companyKey)) {
}

double Frequencies::of(int field, int record) const {
    const std::vector<float>* shares = field == Given     ? &m_given
                                       : field == Surname ? &m_surname
                                       : field == Company ? &m_company
                                                          : nullptr;
    return shares == nullptr ? 0.0 : double((*shares)[size_t(record)]);
}

}  // namespace kith::people::duplicate_features
