// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// People, companies and who knows whom, as the window shows them: values only.
#pragma once

#include "core/domain/inbox.h"
#include "core/domain/opportunity.h"
#include "core/people/person_rules.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::service {

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
    bool recent{false};    ///< who was in touch last comes first, else by name
    QString company;       ///< only of this company, in its compared form
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

/// One thing on the line of time.
struct PersonMoment {
    enum class Kind { Mail, Sent, Meeting, Transcript, Opportunity, Change };
    Kind kind{Kind::Mail};
    std::chrono::milliseconds at{0};
    QString title;    ///< subject, name of the meeting, kind of an opportunity, type of a change
    QString detail;   ///< the words of an opportunity, how many messages
    ThreadId thread;  ///< 0: none
};

struct Person {
    ContactId id;
    QString name;
    QString email;
    std::vector<PersonField> fields;
    std::vector<InboxRow> conversations;  ///< the newest first
    std::vector<PersonMoment> moments;    ///< mail, meetings, transcripts, opportunities, changes; the newest first
    QString companyKey;                   ///< of the company that is shown; empty: none
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

/// Mail between one of us and one of them.
struct Exchange {
    QString ours;    ///< addressKey
    QString theirs;  ///< addressKey
    qint64 sent{0};
    qint64 received{0};
    std::chrono::milliseconds last{0};
    double strength{0};  ///< 0 … 1 of the strongest that is shown
};

/// Who of us knows whom, by the mail that was exchanged.
struct RelationMap {
    struct Side {
        QString address;
        QString name;
        ContactId contact;  ///< 0: nobody known
        bool owner{false};
    };
    std::vector<Side> ours;    ///< the owner first
    std::vector<Side> theirs;  ///< the strongest first
    std::vector<Exchange> exchanges;
};

struct RelationAsk {
    QString company;    ///< in its compared form; empty: of anybody
    ContactId contact;  ///< 0: of anybody
    int most{24};       ///< people on their side
};

struct CompanyView {
    QString key;
    QString name;
    QStringList domains;  ///< of its people's addresses, the commonest first
    std::vector<PersonLine> people;
    qint64 total{0};                         ///< people, also those that are not listed
    std::vector<PersonField> fields;         ///< names, postal and web addresses, with who says so
    std::vector<Opportunity> opportunities;  ///< the newest first
    std::vector<int> months;                 ///< messages of twelve months both ways, oldest first
    QDate lastMonth;
    qint64 received{0};
    qint64 sent{0};
};

struct CompanyLine {
    QString key;
    QString name;
    qint64 people{0};
};

/// By which rules contacts grow, and how far they have.
struct GrowthFacts {
    people::PersonRules rules;
    qint64 left{0};   ///< addresses that wait to be looked at
    qint64 grown{0};  ///< contacts that grew by themselves
    qint64 made{0};   ///< in this run
};

enum class ContactFile { Csv, VCard };

}  // namespace kith::service
