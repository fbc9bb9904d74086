// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a mail says about its sender: contact values out of the author's own signature, closing and From header.
#pragma once

#include "core/domain/message.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::people {

/// One observed value. Letter.text sliced at start and end gives raw; a value of the From header has -1 for both.
struct ContactField {
    QString field;      ///< name, job_title, company, email, phone, linkedin_url, url, address
    QString value;      ///< normalised: E.164, lower-case e-mail, https URL, address on one line
    QString raw;        ///< as it stands in the text
    QString kind;       ///< of a phone: mobile, work, fax, direct; of a URL: profile; else empty
    QString extension;  ///< of a phone: the digits dialled after the number
    double confidence{0};
    int start{-1};   ///< code points of Letter.text
    int end{-1};     ///< exclusive
    QString method;  ///< signature.phone, closing.name, header.from …; contactMethodVersion counts its changes

    bool operator==(const ContactField&) const = default;
};

/// What is known around the letter; everything may stay empty.
struct ContactHints {
    QString region;            ///< ISO 3166 country to read national numbers by where the letter says nothing
    QStringList ownAddresses;  ///< the owner's: never taken for the sender's unless the letter is the owner's own
    int signatureStart{-1};    ///< where the sender's repeated block starts in this text (signature_vote.h)
    int signatureEnd{-1};
};

constexpr int contactMethodVersion = 1;

/// The values in the order of the text, those of the header last. Needs text, zones and from of the letter.
/// Only what stands at the author's own end counts: quoted people are never the sender. Linear in the text.
std::vector<ContactField> contactFields(const Letter& letter, const ContactHints& hints = {});

}  // namespace kith::people
