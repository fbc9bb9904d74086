// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What invented mails are made of: names, sentences, greetings, closings and the phrases of mail programs by language.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::train {

struct ForgeLanguage {
    QStringList firstNames;
    QStringList lastNames;
    QStringList greetings;  ///< %1: first name, %2: last name
    QStringList openings;   ///< greetings of one person known by name
    QStringList sentences;
    QStringList questions;
    QStringList closings;
    QStringList thanks;
    QStringList titles;
    QStringList companies;
    QStringList streets;  ///< one or two lines, parted by |
    QStringList phones;
    QStringList phoneLabels;
    QStringList attributions;  ///< %1 name, %2 address, %3 date, %4 time; | is a line end
    QStringList originals;     ///< lines that part a reply from what it answers
    QStringList fields;        ///< from, sent, to, copy, subject
    QStringList disclaimers;
    QStringList devices;
};

const std::vector<ForgeLanguage>& forgeLanguages();

}  // namespace kith::train
