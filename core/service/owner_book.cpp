// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/owner_book.h"

#include <algorithm>

namespace kith::service {

bool isFreeMailDomain(const QString& domain) {
    static const QSet<QString> domains = [] {
        QSet<QString> set;
        for (const char* word :
             {"gmail.com",  "googlemail.com", "outlook.com", "hotmail.com", "live.com",       "msn.com",
              "yahoo.com",  "yahoo.co.uk",    "yahoo.de",    "yahoo.fr",    "ymail.com",      "aol.com",
              "icloud.com", "me.com",         "mac.com",     "gmx.de",      "gmx.net",        "gmx.com",
              "web.de",     "t-online.de",    "freenet.de",  "mail.ru",     "yandex.ru",      "protonmail.com",
              "proton.me",  "orange.fr",      "free.fr",     "laposte.net", "wanadoo.fr",     "libero.it",
              "zoho.com",   "fastmail.com",   "mail.com",    "qq.com",      "163.com",        "126.com",
              "naver.com",  "comcast.net",    "verizon.net", "att.net",     "btinternet.com", "hey.com",
              "posteo.de",  "mailbox.org",    "seznam.cz"}) {
            set.insert(QString::fromLatin1(word));
        }
        return set;
    }();
    return domains.contains(domain.toLower());
}

OwnerBook::OwnerBook(const QStringList& addresses) {
    for (const QString& address : addresses) {
        const QString key = addressKey(address);
        if (key.isEmpty()) {
            continue;
        }
        m_addresses.insert(key);
        if (const QString domain = addressDomain(key); !isFreeMailDomain(domain)) {
            m_domains.insert(domain);
        }
    }
}

void OwnerFinder::see(const Letter& letter, bool inSentFolder) {
    ++m_letters;
    m_sentLetters += inSentFolder ? 1 : 0;
    const auto vote = [this](const Address& who) -> Votes& {
        Votes& votes = m_votes[addressKey(who.address)];
        if (!who.name.isEmpty()) {
            ++votes.names[who.name];
        }
        return votes;
    };
    if (inSentFolder) {
        for (const Address& from : letter.from) {
            ++vote(from).sent;
        }
        return;
    }
    for (const QString& address : letter.deliveredTo) {
        ++m_votes[addressKey(address)].delivered;
    }
    for (const Addresses* list : {&letter.to, &letter.cc}) {
        for (const Address& who : *list) {
            ++vote(who).addressed;
        }
    }
}

QStringList OwnerFinder::owners() const {
    struct Candidate {
        QString address;
        double weight{0};
    };
    const int received = std::max(1, m_letters - m_sentLetters);
    std::vector<Candidate> candidates;
    for (auto it = m_votes.begin(); it != m_votes.end(); ++it) {
        if (it.key().isEmpty()) {
            continue;
        }
        const Votes& v = it.value();
        // Every letter in a Sent folder is the owner's; an address in two of three received letters is his too.
        const bool sends = v.sent >= 2 && v.sent * 10 >= m_sentLetters;
        const bool isDelivered = v.delivered >= 3 && v.delivered * 5 >= received;
        const bool isAddressed = m_sentLetters == 0 && v.addressed >= 5 && v.addressed * 2 >= received;
        if (sends || isDelivered || isAddressed) {
            candidates.push_back({it.key(), 3.0 * v.sent + 2.0 * v.delivered + v.addressed});
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.address < b.address;
    });
    QStringList result;
    for (const Candidate& candidate : candidates) {
        result << candidate.address;
    }
    return result;
}

QString OwnerFinder::name() const {
    const QStringList found = owners();
    QString best;
    int most = 0;
    if (!found.isEmpty()) {
        const QHash<QString, int> names = m_votes.value(found.front()).names;
        for (auto it = names.begin(); it != names.end(); ++it) {
            if (it.value() > most || (it.value() == most && it.key() < best)) {
                best = it.key();
                most = it.value();
            }
        }
    }
    return best;
}

}  // namespace kith::service
