// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Finds telephone numbers in the lines of a card: a cheap scan for digits, then libphonenumber on what is left.
#pragma once

#include "core/people/card_lines.h"
#include "core/people/phone_regions.h"

#include <QString>

#include <vector>

namespace kith::people {

/// A run of digits that may be a number to call. Offsets are UTF-16 units of Letter.text.
struct DigitRun {
    qsizetype start{0};
    qsizetype end{0};         ///< of the number itself
    qsizetype rawEnd{0};      ///< with the extension
    qsizetype labelStart{0};  ///< where its label begins; start where it has none
    qsizetype labelEnd{0};    ///< where what belongs to it ends (a label may follow the number)
    int digits{0};
    bool plus{false};
    std::uint32_t label{0};  ///< senses of its label
    QString extension;
};

/// What could be numbers in one line: labelled ones, and others of a telling shape. Order numbers, dates, amounts,
/// bank and register numbers are left out. above: the line before, whose label may stand over the number.
std::vector<DigitRun> digitRuns(const CardLine& line, const CardLine* above,
                                const std::vector<std::pair<qsizetype, qsizetype>>& taken);

struct PhoneValue {
    DigitRun run;
    QString e164;
    QString kind;
    QString region;
    double confidence{0};
};

/// The runs of a card as numbers, read by the regions in order; runs that cannot be numbers are left out.
std::vector<PhoneValue> phoneValues(const std::vector<DigitRun>& runs, QStringView text, RegionEvidence& regions);
/// One number as it is compared: E.164 where it can be read, else its digits. region: ISO 3166 for national numbers.
QString phoneForm(const QString& written, const QString& region = {});

}  // namespace kith::people
