// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/vcard.h"

namespace kith::intake {

namespace {

QString joined(QStringList parts, QLatin1Char with) {
    parts.removeAll(QString());
    return parts.join(with);
}

bool isLinkedIn(const QString& address) {
    return address.contains(QStringLiteral("linkedin.com/"), Qt::CaseInsensitive);
}

}  // namespace

QString VCardAddress::line() const {
    const QString town = joined({postcode, city}, QLatin1Char(' '));
    QStringList parts{postBox, extended, street, town, region, country};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", ")).simplified();
}

QString VCard::displayName() const {
    if (!formattedName.isEmpty()) {
        return formattedName;
    }
    const QString made = joined({name.prefix, name.given, name.additional, name.family}, QLatin1Char(' '));
    if (!made.isEmpty()) {
        return name.suffix.isEmpty() ? made : made + QStringLiteral(", ") + name.suffix;
    }
    if (!organisation.isEmpty() && !organisation.front().isEmpty()) {
        return organisation.front();
    }
    return emails.empty() ? QString() : emails.front().value;
}

std::vector<std::pair<QString, QString>> contactFields(const VCard& card) {
    std::vector<std::pair<QString, QString>> fields;
    const auto add = [&](const char* field, const QString& value) {
        const QString said = value.trimmed();
        if (!said.isEmpty()) {
            fields.emplace_back(QString::fromLatin1(field), said);
        }
    };
    add("name", card.displayName());
    for (const VCardValue& email : card.emails) {
        add("email", email.value);
    }
    for (const VCardValue& phone : card.phones) {
        add("phone", phone.value);
    }
    add("company", card.organisation.value(0));
    add("job_title", card.title.isEmpty() ? card.role : card.title);
    for (const auto* list : {&card.urls, &card.profiles}) {
        for (const VCardValue& url : *list) {
            add(isLinkedIn(url.value) ? "linkedin_url" : "url", url.value);
        }
    }
    for (const VCardAddress& address : card.addresses) {
        add("address", address.line());
    }
    add("birthday", card.birthday);
    add("note", card.note);
    add("record_id", card.uid);
    return fields;
}

}  // namespace kith::intake
