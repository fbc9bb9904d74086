// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who the From header says the sender is, made comparable with what a card says.
#pragma once

#include "core/domain/message.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace kith::people {

struct Sender {
    QString address;  ///< as written
    QString key;      ///< lower case
    QString local;    ///< folded
    QString domain;
    QString label;         ///< the name part of the domain, letters and digits only; empty for free mail
    QString name;          ///< a person's name in reading order; empty where the header has none
    QString rawName;       ///< the same as it stands in the header
    QStringList nameKeys;  ///< folded words of name
    bool role{false};      ///< info@, sales@ …

    /// Does a folded name word belong to the sender, by display name, nickname, initial or address?
    bool owns(const QString& wordKey) const;
    /// Does a local part look like the name?
    bool resembles(const QString& localPart, const QStringList& keys) const;
};

Sender senderOf(const Letter& letter);

/// A name in reading order with usual capitals: "BERG, Anna" is Anna Berg. Empty where it is no person's name.
QString personName(QStringView displayed);
/// Letters and digits of a folded text, nothing else.
QString squeezed(QStringView text);

}  // namespace kith::people
