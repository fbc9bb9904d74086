// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// In which country a card's national numbers are to be read: votes of its words, addresses and other numbers.
#pragma once

#include "core/people/card_lines.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::people {

class RegionEvidence {
public:
    void add(const QString& region, double weight);
    void addWord(const QString& key);
    /// Country names, legal forms, words for streets and telephones, the shapes of postcodes.
    void addLine(const CardLine& line);
    /// The country of a domain's last label (co.uk, .de).
    void addDomain(const QString& domain);
    /// Regions with their share, the strongest first.
    std::vector<std::pair<QString, double>> ranked() const;

private:
    void addSpelling(QStringView word);
    void addScript(QStringView text);

    std::vector<std::pair<QString, double>> m_votes;
};

}  // namespace kith::people
