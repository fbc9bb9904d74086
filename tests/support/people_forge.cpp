// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/support/people_forge.h"

#include <QHash>
#include <QSet>

#include <map>
#include <random>

namespace kith::testing {

namespace {

struct GivenName {
    const char* name;
    const char* nickname;  ///< empty: none
    const char* cyrillic;  ///< empty: never written so
};

constexpr GivenName kGiven[] = {
    {"Robert", "Bob", ""},
    {"William", "Bill", ""},
    {"Elizabeth", "Liz", ""},
    {"Katherine", "Kate", ""},
    {"Michael", "Mike", ""},
    {"Thomas", "Tom", ""},
    {"Alexander", "Alex", ""},
    {"Margaret", "Peggy", ""},
    {"Joseph", "Joe", ""},
    {"Christopher", "Chris", ""},
    {"Anna", "", "Анна"},
    {"Maria", "", "Мария"},
    {"Dmitry", "Dima", "Дмитрий"},
    {"Sergei", "", "Сергей"},
    {"Olga", "", "Ольга"},
    {"Irina", "", "Ирина"},
    {"Viktor", "", "Виктор"},
    {"Elena", "", "Елена"},
    {"Lars", "", ""},
    {"Ingrid", "", ""},
    {"Björn", "", ""},
    {"Søren", "", ""},
    {"Jürgen", "", ""},
    {"Ulrike", "", ""},
    {"Chiara", "", ""},
    {"Giovanni", "", ""},
    {"Inès", "", ""},
    {"Étienne", "", ""},
    {"Pablo", "", ""},
    {"Lucía", "", ""},
    {"Wei", "", ""},
    {"Yuki", "", ""},
    {"Priya", "", ""},
    {"Arjun", "", ""},
    {"Fatima", "", ""},
    {"Omar", "", ""},
    {"Zofia", "", ""},
    {"Marek", "", ""},
    {"Petra", "", ""},
    {"Tomáš", "", ""},
};
constexpr const char* kStems[] = {"Ander", "Berg", "Cald", "Dahl", "Eng",   "Falk", "Grün",  "Holm", "Iver", "Jans",
                                  "Kram",  "Lind", "Mor",  "Nord", "Öster", "Pell", "Quast", "Ros",  "Sund", "Tann",
                                  "Ulm",   "Vest", "Wald", "Xant", "Yard",  "Zell", "Brand", "Fels", "Hart", "Kirsch"};
constexpr const char* kEndings[] = {"mann",  "sen", "ström", "ley", "er",   "ini", "ski", "ova",  "quist", "feld",
                                    "stein", "ard", "ez",    "ton", "wick", "hof", "man", "elli", "aud",   "ic"};
constexpr const char* kTrades[] = {"Optics",   "Marine", "Foods",       "Logistics", "Robotics",
                                   "Textiles", "Energy", "Instruments", "Studios",   "Diagnostics"};
constexpr const char* kForms[] = {"GmbH", "Ltd", "AG", "Inc.", "S.r.l.", "AB", ""};
constexpr const char* kTitles[] = {"Head of Sales",   "Buyer",       "Managing Director",  "Engineer",
                                   "Project Manager", "Lab Manager", "Head of Purchasing", "Consultant",
                                   "Account Manager", "Controller"};
constexpr const char* kCities[] = {"Oslo", "Lyon", "Graz", "Turin", "Leeds", "Gent", "Porto", "Brno", "Turku", "Bonn"};

class Forge {
public:
    explicit Forge(unsigned seed, int records)
        : m_dice(seed)
        , m_companies(std::max(20, records / 12)) {}

    void addPerson(ForgedPeople& out, int truth) {
        const Person person = born();
        const int times = chance(0.62) ? 1 : chance(0.7) ? 2 : 3;
        for (int i = 0; i < times; ++i) {
            add(out, truth, recordOf(person, i > 0));
        }
        if (chance(0.04)) {  // somebody of the family with the same telephone at home
            Person relative = born();
            while (relative.given == person.given) {
                relative.given = &kGiven[roll(int(std::size(kGiven)))];
            }
            relative.surname = person.surname;
            relative.mobile = person.mobile;
            relative.company = chance(0.5) ? person.company : relative.company;
            add(out, truth + 1'000'000, recordOf(relative, false));
        }
    }

private:
    struct Person {
        const GivenName* given{nullptr};
        QString surname;
        int company{0};
        QString mobile;
        QString title;
        QString city;
        QString secret;  ///< makes the private address one's own
    };

    bool chance(double p) { return std::bernoulli_distribution(p)(m_dice); }
    int roll(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_dice); }
    template <size_t n>
    QString any(const char* const (&words)[n]) {
        return QString::fromUtf8(words[roll(int(n))]);
    }
    QString digits(int n) {
        QString all;
        for (int i = 0; i < n; ++i) {
            all += QChar(u'0' + roll(10));
        }
        return all;
    }

    Person born() {
        Person person;
        person.given = &kGiven[roll(int(std::size(kGiven)))];
        person.surname = any(kStems) + any(kEndings) + (chance(0.15) ? QString() : any(kEndings));
        person.company = roll(m_companies);
        person.mobile = QStringLiteral("+47") + digits(8);
        person.title = any(kTitles);
        person.city = any(kCities);
        person.secret = QString::number(++m_born);
        return person;
    }
    static QString companyName(int company) {
        return QString::fromUtf8(kStems[company % 30]) + QString::fromUtf8(kEndings[company / 30 % 20]) + u' ' +
               QString::fromUtf8(kTrades[company / 7 % 10]);
    }
    static QString plain(QString text) {
        text = text.normalized(QString::NormalizationForm_D).toLower();
        QString out;
        for (const QChar c : text) {
            if (c >= u'a' && c <= u'z') {
                out += c;
            }
        }
        return out;
    }
    QString slipped(QString word) {
        if (word.size() < 4) {
            return word;
        }
        const int at = 1 + roll(int(word.size()) - 2);
        switch (roll(3)) {
        case 0:
            return word.remove(at, 1);
        case 1:
            return word.insert(at, word[at]);
        default:
            std::swap(word[at], word[at - 1 == 0 ? at + 1 : at - 1]);
            return word;
        }
    }
    QString nameOf(const Person& person, bool again) {
        QString given = QString::fromUtf8(person.given->name);
        QString surname = person.surname;
        if (*person.given->cyrillic != '\0' && chance(0.3)) {
            given = QString::fromUtf8(person.given->cyrillic);
        } else if (*person.given->nickname != '\0' && chance(0.35)) {
            given = QString::fromUtf8(person.given->nickname);
        } else if (again && chance(0.06)) {
            given = given.left(1) + u'.';
        }
        if (again && chance(0.08)) {
            surname = slipped(surname);
        }
        if (chance(0.1)) {
            given = plain(given).isEmpty() ? given : plain(given);
            surname = plain(surname);
        }
        return chance(0.07) ? QString(surname + QStringLiteral(", ") + given) : QString(given + u' ' + surname);
    }
    people::PersonRecord recordOf(Person person, bool again) {
        const bool otherJob = again && chance(0.18);
        if (otherJob) {
            person.company = roll(m_companies);
            person.title = any(kTitles);
        }
        const QString company = companyName(person.company);
        const QString domain = plain(company) + QString::number(person.company) + QStringLiteral(".example");
        const QString given = plain(QString::fromUtf8(person.given->name));
        const QString surname = plain(person.surname);
        people::PersonRecord record;
        record.name = nameOf(person, again);
        if (chance(0.86)) {
            const QString local =
                person.company % 2 == 0 ? QString(given + u'.' + surname) : QString(given.left(1) + surname);
            // In one house nobody gets the address of another.
            const QString first = QString(local + u'@' + domain);
            const bool free = m_taken.value(first, person.secret) == person.secret;
            m_taken.insert(first, m_taken.value(first, person.secret));
            const QString work = free ? local : QString(local + person.secret);
            record.emails << (chance(0.2)
                                  ? QString(given + u'.' + surname + person.secret + QStringLiteral("@gmail.example"))
                                  : QString(work + u'@' + domain));
        }
        if (chance(0.03)) {
            record.emails << QStringLiteral("info@") + domain;
        }
        if (chance(0.55)) {
            record.phones << person.mobile;
        }
        if (chance(0.25)) {  // the switchboard, shared by all of the house
            record.phones << QStringLiteral("+4722%1").arg(person.company, 6, 10, QLatin1Char('0'));
        }
        record.company = chance(0.8) ? company + u' ' + any(kForms) : QString();
        record.title = chance(0.6) ? person.title : QString();
        record.city = chance(0.5) ? person.city : QString();
        return record;
    }
    static void add(ForgedPeople& out, int truth, people::PersonRecord record) {
        record.id = qint64(out.records.size()) + 1;
        out.records.push_back(std::move(record));
        out.truth.push_back(truth);
    }

    std::mt19937 m_dice;
    int m_companies;
    int m_born{0};
    QHash<QString, QString> m_taken;
};

}  // namespace

ForgedPeople forgePeople(int records, unsigned seed) {
    ForgedPeople people;
    Forge forge(seed, records);
    for (int truth = 0; int(people.records.size()) < records; ++truth) {
        forge.addPerson(people, truth);
    }
    return people;
}

LinkageFigures figuresOf(const ForgedPeople& people, const people::DuplicateReport& report) {
    const size_t n = people.records.size();
    std::vector<int> group(n);
    for (size_t i = 0; i < n; ++i) {
        group[i] = -int(i) - 1;
    }
    for (size_t g = 0; g < report.groups.size(); ++g) {
        for (const qint64 id : report.groups[g]) {
            group[size_t(id - 1)] = int(g);
        }
    }
    std::map<int, double> inGroup;
    std::map<int, double> inTruth;
    std::map<std::pair<int, int>, double> inBoth;
    for (size_t i = 0; i < n; ++i) {
        ++inGroup[group[i]];
        ++inTruth[people.truth[i]];
        ++inBoth[{group[i], people.truth[i]}];
    }
    LinkageFigures figures;
    for (size_t i = 0; i < n; ++i) {
        const double both = inBoth[{group[i], people.truth[i]}];
        figures.precision += both / inGroup[group[i]] / double(n);
        figures.recall += both / inTruth[people.truth[i]] / double(n);
    }
    figures.f1 = 2 * figures.precision * figures.recall / (figures.precision + figures.recall);
    double right = 0;
    for (const people::DuplicatePair& pair : report.pairs) {
        const bool same = people.truth[size_t(pair.one - 1)] == people.truth[size_t(pair.other - 1)];
        right += same ? 1 : 0;
        figures.automatic += pair.automatic ? 1 : 0;
        figures.wrongAutomatic += pair.automatic && !same ? 1 : 0;
    }
    double possible = 0;
    for (const auto& [truth, count] : inTruth) {
        possible += count * (count - 1) / 2;
    }
    figures.pairPrecision = report.pairs.empty() ? 1 : right / double(report.pairs.size());
    figures.pairRecall = possible > 0 ? right / possible : 1;
    return figures;
}

}  // namespace kith::testing
