// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/mail_time.h"

#include "tests/emulators/gmail/header_scan.h"

#include "core/mail/mail_date.h"

namespace kith::emulator {

std::optional<qint64> dateHeaderOf(QByteArrayView mail) {
    const auto date = mail::parseMailDate(headerValue(mail, "Date"));
    return date ? std::optional<qint64>(date->sinceEpoch.count()) : std::nullopt;
}

std::optional<qint64> receivedDateOf(QByteArrayView mail) {
    std::vector<QByteArrayView> received;
    HeaderScan scan(mail);
    while (const auto field = scan.next()) {
        if (field->name.compare(QByteArrayView("Received"), Qt::CaseInsensitive) == 0) {
            received.push_back(field->value);
        }
    }
    const auto date = mail::dateOf({}, received, std::nullopt);
    return date ? std::optional<qint64>(date->sinceEpoch.count()) : std::nullopt;
}

}  // namespace kith::emulator
