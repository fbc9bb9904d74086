// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Finds e-mail addresses, web addresses and profiles in one line by a single pass of the hand.
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace kith::people {

enum class WebKind { Mail, LinkedIn, Profile, Site, Refused };

struct WebValue {
    WebKind kind{WebKind::Site};
    qsizetype start{0};  ///< within the line
    qsizetype end{0};
    QString value;  ///< lower-case address, https URL
};

/// In the order of the line, without overlap. Refused: a link that says nothing about a person (unsubscribe,
/// privacy, a meeting room); it is given so that nobody reads its digits as a number.
/// mailDomain: of the sender; its web site may stand without www.
std::vector<WebValue> webValues(QStringView line, const QString& mailDomain);

/// The name part of a domain: nordlicht for www.nordlicht.co.example, mail.nordlicht.example.
QString domainLabel(const QString& domain);

}  // namespace kith::people
