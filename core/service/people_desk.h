// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The people as the window asks for them; may be called from the window's thread, answers come later.
#pragma once

#include "core/base/result.h"
#include "core/domain/inbox.h"
#include "core/service/changes.h"
#include "core/service/conversation.h"

#include <QFuture>
#include <QString>

#include <functional>
#include <vector>

namespace kith::service {

template <class Subject>
class Desk;
class TriageRoom;
struct Cellar;

struct PersonLine {
    ContactId id;
    QString name;
    QString email;
    QString jobTitle;
    QString company;
    std::chrono::milliseconds lastSeen{0};
    bool disputed{false};
    QString sortKey;  ///< where the next part begins
};

struct PeopleAsk {
    QString search;
    bool disputed{false};  ///< only those of whom sources disagree
    PersonLine after;      ///< the last one known; id 0: from the first
    int limit{200};
};

struct PeoplePart {
    std::vector<PersonLine> lines;
    qint64 total{0};  ///< of all that fit
};

/// Where somebody says it.
struct ValueSource {
    qint64 observation{0};
    QString source;  ///< signature, header, import, attio, onyx, user
    QString reference;
    MessageId message;  ///< 0: not a mail
    int start{-1};      ///< code points of that mail's text
    int end{-1};
    QString line;  ///< of the mail, with what stands there
    std::chrono::milliseconds observedAt{0};
};

struct PersonValue {
    QString value;
    QString kind;
    double confidence{0};
    bool shown{false};
    bool byUser{false};
    bool locked{false};
    bool rejected{false};
    std::chrono::milliseconds firstSeen{0};
    std::chrono::milliseconds lastSeen{0};
    int times{0};
    ValueSource best;  ///< the strongest
};

struct PersonField {
    QString field;
    bool disputed{false};
    std::vector<PersonValue> values;  ///< the best first, rejected ones last
};

struct PersonDeed {
    QString type;
    std::chrono::milliseconds at{0};
};

struct Person {
    ContactId id;
    QString name;
    QString email;
    std::vector<PersonField> fields;
    std::vector<InboxRow> conversations;  ///< the newest first
    std::vector<PersonDeed> deeds;        ///< what was changed on the contact, the newest first
    QStringList joined;                   ///< names of contacts that were merged into it
};

struct TwoPeople {
    struct Evidence {
        QString field;
        QString one;
        QString other;
        double weight{0};
    };
    PersonLine one;
    PersonLine other;
    double probability{0};
    std::vector<Evidence> evidence;
};

enum class ValueVerdict { Use, Lock, Unlock, Wrong, NotWrong };

class PeopleDesk {
public:
    using Changed = std::function<void(const Changes&)>;
    PeopleDesk(Desk<Cellar>& reading, Desk<TriageRoom>& triage, Changed changed)
        : m_reading(reading)
        , m_triage(triage)
        , m_changed(std::move(changed)) {}

    QFuture<Result<PeoplePart>> list(const PeopleAsk& ask);
    QFuture<Result<Person>> person(ContactId id);
    /// Also of an address that no contact has.
    QFuture<Result<Person>> personOf(const QString& address);
    QFuture<Result<Receipt>> decide(qint64 observation, ValueVerdict verdict);
    /// Looks through all contacts; the likeliest first.
    QFuture<Result<std::vector<TwoPeople>>> duplicates(int limit);
    QFuture<Result<Receipt>> merge(ContactId survivor, ContactId absorbed);
    QFuture<Result<Receipt>> part(ContactId one, ContactId other);

private:
    Desk<Cellar>& m_reading;
    Desk<TriageRoom>& m_triage;
    Changed m_changed;
};

}  // namespace kith::service
