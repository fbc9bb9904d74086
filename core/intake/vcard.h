// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A vCard as a value: what the versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) say of a person, in one shape.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::intake {

/// One value with its types (lower case: home, work, cell, fax …) and the label that the person gave it.
struct VCardValue {
    QString value;
    QStringList types;
    bool preferred{false};
    QString label;

    bool operator==(const VCardValue&) const = default;
};

struct VCardName {
    QString family;
    QString given;
    QString additional;
    QString prefix;
    QString suffix;

    bool operator==(const VCardName&) const = default;
    bool isEmpty() const { return *this == VCardName(); }
};

struct VCardAddress {
    QString postBox;
    QString extended;
    QString street;
    QString city;
    QString region;
    QString postcode;
    QString country;
    QStringList types;

    bool operator==(const VCardAddress&) const = default;
    /// One line, empty parts left out.
    QString line() const;
};

/// Exactly one of data and uri is set. A uri is never fetched.
struct VCardPhoto {
    QByteArray data;
    QString mediaType;
    QString uri;

    bool operator==(const VCardPhoto&) const = default;
};

struct VCard {
    QString version;  ///< as written; empty where the card does not say
    QString uid;
    QString formattedName;
    VCardName name;
    QStringList nicknames;
    QStringList organisation;  ///< company first, then its units
    QString title;
    QString role;
    std::vector<VCardValue> emails;
    std::vector<VCardValue> phones;
    std::vector<VCardValue> urls;
    std::vector<VCardValue> profiles;  ///< X-SOCIALPROFILE, IMPP and their like
    std::vector<VCardAddress> addresses;
    QString birthday;  ///< as written
    QString note;
    QStringList categories;
    std::optional<VCardPhoto> photo;
    QString revised;      ///< REV as written
    qint64 line{0};       ///< 1-based, of its BEGIN
    QStringList defects;  ///< "line 12: …", what could not be read; the rest of the card stands

    /// The formatted name, else one made of the parts, else the company, else the first address.
    QString displayName() const;
};

/// The card in the words of the contact fields, in the order in which they are shown: name, email, phone, company,
/// job_title, url, linkedin_url, address, note, birthday … A field may come several times.
std::vector<std::pair<QString, QString>> contactFields(const VCard& card);

}  // namespace kith::intake
