// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/phone_values.h"

#include "core/people/lexicon.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <optional>
#include <string>

namespace kith::people {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

struct Reading {
    PhoneNumber number;
    QString region;
    bool valid{false};
};

/// Digits and the leading plus; an optional trunk zero in brackets goes, except in Italy, where it belongs.
std::string dialled(QStringView written, bool plus) {
    std::string digits(plus ? "+" : "");
    for (qsizetype i = 0; i < written.size(); ++i) {
        const bool trunk = plus && written.mid(i, 3) == u"(0)" && !written.contains(u"39");
        if (trunk) {
            i += 2;
        } else if (written[i] >= u'0' && written[i] <= u'9') {
            digits.push_back(char(written[i].unicode()));
        }
    }
    if (!plus && digits.size() > 9 && digits.compare(0, 2, "00") == 0) {
        digits.replace(0, 2, "+");
    }
    return digits;
}

std::optional<Reading> readNumber(const std::string& digits, const QString& region) {
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    Reading reading;
    const std::string place = region.isEmpty() ? std::string("ZZ") : region.toStdString();
    if (util.Parse(digits, place, &reading.number) != PhoneNumberUtil::NO_PARSING_ERROR) {
        return std::nullopt;
    }
    reading.valid = util.IsValidNumber(reading.number);
    if (!reading.valid && !util.IsPossibleNumber(reading.number)) {
        return std::nullopt;
    }
    std::string code;
    if (reading.valid) {
        util.GetRegionCodeForNumber(reading.number, &code);
    } else {
        util.GetRegionCodeForCountryCode(reading.number.country_code(), &code);
    }
    reading.region = QString::fromStdString(code);
    return reading;
}

QString phoneKind(const DigitRun& run, const Reading& reading) {
    const auto has = [&](std::uint32_t sense) { return (run.label & sense) != 0; };
    const bool both = has(FaxSense) && has(PhoneSense | WorkSense) && !has(DirectSense);
    if (has(FaxSense) && !both) {
        return QStringLiteral("fax");
    }
    if (has(MobileSense)) {
        return QStringLiteral("mobile");
    }
    if (has(DirectSense)) {
        return QStringLiteral("direct");
    }
    if (has(WorkSense)) {
        return QStringLiteral("work");
    }
    const bool mobile = PhoneNumberUtil::GetInstance()->GetNumberType(reading.number) == PhoneNumberUtil::MOBILE;
    return mobile ? QStringLiteral("mobile") : has(PhoneSense) ? QStringLiteral("work") : QString();
}

PhoneValue asPhone(const DigitRun& run, const Reading& reading, double confidence) {
    std::string e164;
    PhoneNumberUtil::GetInstance()->Format(reading.number, PhoneNumberUtil::E164, &e164);
    return {run, QString::fromStdString(e164), phoneKind(run, reading), reading.region, confidence};
}

double explicitConfidence(bool valid, bool labelled) {
    return valid ? (labelled ? 0.99 : 0.97) : (labelled ? 0.92 : 0.86);
}

/// How much (217) 555-0142 looks American; 0 where it cannot be.
double americanShape(QStringView written, std::size_t digits) {
    const bool fits = (digits == 10 || (digits == 11 && written.startsWith(u'1'))) && !written.startsWith(u'0') &&
                      !written.startsWith(u"(0");
    if (!fits) {
        return 0;
    }
    const bool grouped = written.size() >= 12 && written[written.size() - 5].isDigit() == false;
    const bool marked = written.contains(u'-') || written.contains(u'.') || written.contains(u'(');
    return grouped && marked ? 1.2 : 0.6;
}

/// The best reading of a national number: the first region where it is valid, else where it is possible.
std::optional<PhoneValue> nationalNumber(const DigitRun& run, QStringView written, const RegionEvidence& regions) {
    const std::string digits = dialled(written, false);
    const double american = americanShape(written, digits.size());
    RegionEvidence evidence = regions;
    evidence.add(QStringLiteral("US"), american);
    auto ranked = evidence.ranked();
    if (ranked.size() > 4) {
        ranked.resize(4);
    }
    const auto isUs = [](const auto& entry) {
        return entry.first == QLatin1String("US") || entry.first == QLatin1String("CA");
    };
    const bool labelled = run.label != 0;
    std::optional<PhoneValue> possible;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const auto reading = readNumber(digits, ranked[i].first);
        if (!reading || (isUs(ranked[i]) && american == 0)) {
            continue;
        }
        const double trust = (i == 0 ? 0.95 : 0.88) - (ranked[i].second < 1 ? 0.1 : 0) - (labelled ? 0 : 0.05);
        const bool outdone = possible && ranked[i].second < ranked[0].second / 2;
        if (reading->valid && !outdone) {
            return asPhone(run, *reading, trust);
        }
        const bool pairs = !labelled && ranked[i].second >= 1 && written.size() - qsizetype(digits.size()) >= 4;
        if (!possible && (labelled || pairs)) {
            possible = asPhone(run, *reading, trust - 0.15);
        }
    }
    return possible;
}

}  // namespace

QString phoneForm(const QString& written, const QString& region) {
    const QString number = written.trimmed();
    const std::string digits = dialled(number, number.startsWith(u'+'));
    const bool explicitCode = !digits.empty() && digits.front() == '+';
    if (!explicitCode && region.isEmpty()) {
        return QString::fromStdString(digits);
    }
    const auto reading = readNumber(digits, explicitCode ? QString() : region);
    if (!reading) {
        return QString::fromStdString(digits);
    }
    std::string e164;
    PhoneNumberUtil::GetInstance()->Format(reading->number, PhoneNumberUtil::E164, &e164);
    return QString::fromStdString(e164);
}

std::vector<PhoneValue> phoneValues(const std::vector<DigitRun>& runs, QStringView text, RegionEvidence& regions) {
    std::vector<PhoneValue> phones;
    const auto written = [&](const DigitRun& run) { return text.mid(run.start, run.end - run.start); };
    const auto isExplicit = [&](const DigitRun& run) { return dialled(written(run), run.plus).front() == '+'; };
    for (const DigitRun& run : runs) {
        if (!isExplicit(run)) {
            continue;
        }
        if (const auto reading = readNumber(dialled(written(run), run.plus), {})) {
            phones.push_back(asPhone(run, *reading, explicitConfidence(reading->valid, run.label != 0)));
            regions.add(reading->region, reading->valid ? 3 : 2);
        }
    }
    for (const DigitRun& run : runs) {
        if (!isExplicit(run)) {
            if (auto phone = nationalNumber(run, written(run), regions)) {
                phones.push_back(std::move(*phone));
            }
        }
    }
    std::sort(phones.begin(), phones.end(),
              [](const PhoneValue& a, const PhoneValue& b) { return a.run.start < b.run.start; });
    return phones;
}

}  // namespace kith::people
