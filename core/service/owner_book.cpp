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

namespace {

QStringList localWords(const QString& address) {
    QStringList words;
    QString word;
    for (const QChar c : QString(address.section(u'@', 0, -2) + u'.')) {
        if (c.isLetter()) {
            word += c.toLower();
        } else {
            words += word.isEmpty() ? QStringList() : QStringList(word);
            word.clear();
        }
    }
    return words;
}

/// "klay" is how "kenneth.lay" is often written.
bool isShortFor(const QStringList& whole, const QStringList& words) {
    return words.size() == 1 && whole.size() > 1 && whole.back().size() >= 3 &&
           words.front() == QString(whole.front().left(1) + whole.back());
}

/// Two addresses that one person may have: a name in common.
bool resembles(const QString& one, const QString& other) {
    const QStringList a = localWords(one);
    const QStringList b = localWords(other);
    const bool shared =
        std::any_of(a.begin(), a.end(), [&](const QString& word) { return word.size() >= 3 && b.contains(word); });
    return shared || isShortFor(a, b) || isShortFor(b, a);
}

}  // namespace

void OwnerFinder::see(const Letter& letter, bool inSentFolder) {
    const auto vote = [this](const Address& who) -> Votes& {
        Votes& votes = m_votes[addressKey(who.address)];
        if (!who.name.isEmpty()) {
            ++votes.names[who.name];
        }
        return votes;
    };
    if (inSentFolder) {
        ++m_sentLetters;
        for (const Address& from : letter.from) {
            ++vote(from).sent;
        }
        return;
    }
    ++m_received;
    for (const QString& address : letter.deliveredTo) {
        ++m_votes[addressKey(address)].delivered;
    }
    if (!letter.bulk.listId.isEmpty()) {
        return;  // the list is addressed, not the owner
    }
    ++m_personal;
    for (const Addresses* list : {&letter.to, &letter.cc}) {
        for (const Address& who : *list) {
            ++vote(who).addressed;
        }
    }
}

QString OwnerFinder::hub() const {
    QString best;
    int most = std::max(10, m_personal / 4);
    for (auto it = m_votes.begin(); it != m_votes.end(); ++it) {
        const Votes& v = it.value();
        const bool known = v.sent > 0 || v.delivered >= 3;
        if (known && (v.addressed > most || (v.addressed == most && (best.isEmpty() || it.key() < best)))) {
            most = v.addressed;
            best = it.key();
        }
    }
    return best;
}

/// Every letter in a Sent folder is the owner's, whoever wrote it for him; an address is his where mail comes to it.
bool OwnerFinder::ownsMailbox(const QString& address, const Votes& v, const QString& hub) const {
    const bool delivered = v.delivered >= 3 && v.delivered * 5 >= m_received;
    if (hub.isEmpty()) {
        const bool sends = v.sent >= 2 && v.sent * 10 >= m_sentLetters;
        const bool addressed = m_sentLetters == 0 && v.addressed >= 5 && v.addressed * 2 >= m_personal;
        return sends || delivered || addressed;
    }
    const bool alike = resembles(address, hub);
    const bool sends = v.sent >= 2 && (alike || (v.sent * 10 >= m_sentLetters && v.addressed * 10 >= m_personal));
    const bool alias = alike && v.addressed >= 10 && v.addressed * 4 >= m_personal;
    return address == hub || sends || delivered || alias;
}

QStringList OwnerFinder::owners() const {
    struct Candidate {
        QString address;
        double weight{0};
    };
    const QString centre = hub();
    std::vector<Candidate> candidates;
    for (auto it = m_votes.begin(); it != m_votes.end(); ++it) {
        const Votes& v = it.value();
        if (!it.key().isEmpty() && ownsMailbox(it.key(), v, centre)) {
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
