// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The addresses that are the owner's: given, or found from the mail itself.
#pragma once

#include "core/domain/address.h"
#include "core/domain/message.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace kith::service {

class OwnerBook {
public:
    OwnerBook() = default;
    explicit OwnerBook(const QStringList& addresses);

    bool isEmpty() const { return m_addresses.isEmpty(); }
    bool owns(const QString& address) const { return m_addresses.contains(addressKey(address)); }
    bool sameDomain(const QString& address) const { return m_domains.contains(addressDomain(address)); }
    QStringList addresses() const { return {m_addresses.begin(), m_addresses.end()}; }

private:
    QSet<QString> m_addresses;
    QSet<QString> m_domains;  ///< without those of mail providers that everybody uses
};

/// Votes of the mail itself: From in Sent folders, Delivered-To, and to whom the received mail is addressed. Who writes
/// from the owner's mailbox but is hardly addressed in it (an assistant) is not the owner.
class OwnerFinder {
public:
    void see(const Letter& letter, bool inSentFolder);
    /// Addresses that are the owner's beyond doubt, strongest first; empty while the mail does not tell.
    QStringList owners() const;
    /// The display name that the strongest address carries most often.
    QString name() const;

private:
    struct Votes {
        int sent{0};       ///< From of mail in a Sent folder
        int delivered{0};  ///< Delivered-To and the like
        int addressed{0};  ///< in To or Cc of received mail that came by no list
        QHash<QString, int> names;
    };
    /// The sender to whom most of the mail comes; empty where the mail does not say.
    QString hub() const;
    bool ownsMailbox(const QString& address, const Votes& votes, const QString& hub) const;

    QHash<QString, Votes> m_votes;
    int m_personal{0};  ///< received letters that came by no list
    int m_received{0};
    int m_sentLetters{0};
};

/// Gmail, Outlook and the like: sharing one of these domains says nothing.
bool isFreeMailDomain(const QString& domain);

}  // namespace kith::service
