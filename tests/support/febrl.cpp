// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/support/febrl.h"

#include "core/people/latin_form.h"

#include <QElapsedTimer>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace kith::testing {

namespace {

enum Column { FirstName, FamilyName, StreetNumber, Street, Place, Suburb, Postcode, State, Born, Number, columns };

struct Person {
    std::array<std::u16string, columns> values;
    int truth{0};
    int set{0};
};

QByteArray unpacked(const QString& path) {
    const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_raw(reader.get());
    archive_read_support_filter_all(reader.get());
    archive_entry* entry = nullptr;
    QByteArray bytes;
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 65536) != ARCHIVE_OK ||
        archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK) {
        return bytes;
    }
    std::array<char, 65536> buffer{};
    for (la_ssize_t n = 0; (n = archive_read_data(reader.get(), buffer.data(), buffer.size())) > 0;) {
        bytes.append(buffer.data(), n);
    }
    return bytes;
}

std::vector<Person> peopleOf(const QStringList& files) {
    std::vector<Person> people;
    const QString folder = qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/linkage-febrl/");
    for (qsizetype set = 0; set < files.size(); ++set) {
        QByteArrayList lines = unpacked(folder + files[set]).split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QByteArrayList cells = lines[i].split(',');
            if (cells.size() < columns + 1) {
                continue;
            }
            Person person;
            person.set = int(set);
            person.truth = cells[0].split('-').value(1).toInt();
            for (int c = 0; c < columns; ++c) {
                person.values[size_t(c)] = QString::fromUtf8(cells[c + 1].trimmed()).toStdU16String();
            }
            people.push_back(std::move(person));
        }
    }
    return people;
}

qint8 alike(const std::u16string& a, const std::u16string& b) {
    if (a.empty() || b.empty()) {
        return people::nothingSaid;
    }
    const double like = a == b ? 1.0 : people::jaroWinkler(a, b);
    return like == 1.0 ? 3 : like >= 0.92 ? 2 : like >= 0.8 ? 1 : 0;
}

struct Part {
    Column column;
    int letters{0};  ///< of the beginning; 0: all; -1: how it sounds
};
struct Key {
    std::vector<Part> parts;
};

const Key kKeys[] = {
    {{{FirstName}, {FamilyName}}},
    {{{FamilyName}, {Postcode}}},
    {{{FirstName}, {Postcode}}},
    {{{FamilyName}, {Suburb}}},
    {{{FirstName}, {Suburb}}},
    {{{Street}, {StreetNumber}}},
    {{{Street}, {Postcode}}},
    {{{FirstName}, {Street}}},
    {{{FamilyName}, {Street}}},
    {{{Place}, {Postcode}}},
    {{{Suburb}, {StreetNumber}}},
    {{{FamilyName, -1}, {FirstName, -1}}},
    {{{FamilyName, 3}, {FirstName, 1}, {State}}},
    {{{FirstName, 3}, {FamilyName, 1}, {StreetNumber}}},
    {{{FamilyName, -1}, {StreetNumber}}},
    {{{FirstName, -1}, {Street, 4}}},
    {{{Postcode}, {StreetNumber}}},
    {{{Street, 5}, {Suburb, 4}}},
    {{{Born}}},
    {{{Number}}},
};

std::u16string wordOf(const Person& person, const Key& key) {
    std::u16string word;
    for (const Part& part : key.parts) {
        std::u16string value = person.values[part.column];
        if (value.empty()) {
            return {};
        }
        if (part.letters < 0) {
            value = people::soundOf(QString::fromStdU16String(value)).toStdU16String();
        } else if (part.letters > 0) {
            value = value.substr(0, size_t(part.letters));
        }
        word += value + u'\n';
    }
    return word;
}

people::LinkageProblem problemOf(const std::vector<Person>& people, bool few) {
    people::LinkageProblem problem;
    const int used = few ? int(Born) : int(columns);
    problem.records = int(people.size());
    problem.levels.assign(size_t(used), 4);
    problem.compare = [&people, used](int a, int b) {
        people::Agreement agreement;
        agreement.fill(people::nothingSaid);
        const auto& one = people[size_t(a)].values;
        const auto& other = people[size_t(b)].values;
        for (int c = 0; c < used; ++c) {
            agreement[size_t(c)] = alike(one[size_t(c)], other[size_t(c)]);
        }
        if (agreement[FirstName] < 1 && agreement[FamilyName] < 1 && !one[FirstName].empty() &&
            one[FirstName] == other[FamilyName]) {
            agreement[FirstName] = 3;
            agreement[FamilyName] = alike(one[FamilyName], other[FirstName]);
        }
        return agreement;
    };
    problem.nameCap = 1e9;  // name and address are all that there is
    problem.blockCap = 400;
    for (const Key& key : kKeys) {
        if (few && key.parts.front().column >= Born) {
            continue;
        }
        people::BlockingPass pass;
        pass.deterministic = key.parts.front().column == Number || (few && &key == kKeys);
        for (const Part& part : key.parts) {
            pass.heldOut.push_back(part.column);
        }
        for (const Person& person : people) {
            const std::u16string word = wordOf(person, key);
            pass.keys.push_back(word.empty() ? std::vector<quint64>{}
                                             : std::vector<quint64>{people::blockingKey(word, int(&key - kKeys))});
        }
        problem.passes.push_back(std::move(pass));
    }
    return problem;
}

double f1Of(double precision, double recall) {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

}  // namespace

FebrlFigures linkFebrl(const QStringList& files, bool nameAndAddressOnly) {
    FebrlFigures figures;
    const std::vector<Person> people = peopleOf(files);
    figures.records = int(people.size());
    if (people.empty()) {
        return figures;
    }
    QElapsedTimer timer;
    timer.start();
    const people::LinkageProblem problem = problemOf(people, nameAndAddressOnly);
    const people::LinkageResult result = people::link(problem, 0.95);
    const bool between = files.size() > 1;
    std::map<int, double> counts;
    for (const Person& person : people) {
        ++counts[person.truth];
    }
    for (const auto& [truth, count] : counts) {
        figures.truePairs += count * (count - 1) / 2;
    }
    const auto same = [&](int a, int b) { return people[size_t(a)].truth == people[size_t(b)].truth; };
    double found = 0;
    double right = 0;
    std::vector<people::LinkedPair> kept;
    std::set<int> used;
    for (const people::LinkedPair& pair : result.pairs) {
        if (between && people[size_t(pair.one)].set == people[size_t(pair.other)].set) {
            continue;
        }
        found += 1;
        right += same(pair.one, pair.other) ? 1 : 0;
        if (!between || (!used.contains(pair.one) && !used.contains(pair.other))) {
            used.insert({pair.one, pair.other});
            kept.push_back(pair);
        }
    }
    figures.precision = found > 0 ? right / found : 0;
    figures.recall = right / figures.truePairs;
    figures.f1 = f1Of(figures.precision, figures.recall);
    const std::vector<int> group = people::clusters(problem.records, kept, 0.95, {});
    figures.seconds = double(timer.elapsed()) / 1000;
    std::map<int, std::vector<int>> members;
    for (int i = 0; i < problem.records; ++i) {
        members[group[size_t(i)]].push_back(i);
    }
    found = right = 0;
    for (const auto& [id, together] : members) {
        for (size_t i = 0; i < together.size(); ++i) {
            for (size_t j = i + 1; j < together.size(); ++j) {
                found += 1;
                right += same(together[i], together[j]) ? 1 : 0;
            }
        }
    }
    figures.closedPrecision = found > 0 ? right / found : 0;
    figures.closedRecall = right / figures.truePairs;
    figures.closedF1 = f1Of(figures.closedPrecision, figures.closedRecall);
    return figures;
}

}  // namespace kith::testing
