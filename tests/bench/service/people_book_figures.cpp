// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A book of many invented contacts with mail: how long a card, the first page, a search, a company, who knows whom and
// the search for duplicates take. bench_people_book [records] [letters]; medians of several, on the clock and of the
// processor.
#include "core/people/value_forms.h"
#include "core/service/company_reader.h"
#include "core/service/contact_duplicates.h"
#include "core/service/letter_intake.h"
#include "core/service/person_reader.h"
#include "core/service/relation_reader.h"
#include "core/storage/transaction.h"
#include "tests/support/people_forge.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace kith;

namespace {

constexpr size_t kBatch = 2000;
constexpr int kTimes = 21;

template <class T>
T must(Result<T> result, const char* what) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", what, qPrintable(result.error().detail));
        std::exit(1);
    }
    return std::move(*result);
}
void must(const Result<void>& result, const char* what) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", what, qPrintable(result.error().detail));
        std::exit(1);
    }
}

/// Prints median and worst.
template <class Work>
void time(const char* what, int times, Work work) {
    std::vector<double> clockMs;
    std::vector<double> cpuMs;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t began = std::clock();
        work(i);
        cpuMs.push_back(double(std::clock() - began) * 1000 / CLOCKS_PER_SEC);
        clockMs.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(clockMs.begin(), clockMs.end());
    std::sort(cpuMs.begin(), cpuMs.end());
    std::printf("%-28s median %8.2f ms, worst %8.2f ms; processor median %8.2f ms (%d times)\n", what,
                clockMs[clockMs.size() / 2], clockMs.back(), cpuMs[cpuMs.size() / 2], times);
    std::fflush(stdout);
}

service::ContactDraft draftOf(const people::PersonRecord& record) {
    service::ContactDraft draft;
    draft.name = record.name;
    draft.identities = {{QStringLiteral("record"), QString::number(record.id)}};
    const auto say = [&](const char* field, const QString& value) {
        if (!value.isEmpty()) {
            storage::Observation one;
            one.field = QString::fromLatin1(field);
            one.value = value;
            one.source = QStringLiteral("import");
            one.sourceRef = QString::number(record.id);
            one.confidence = 0.9;
            draft.observations.push_back(one);
        }
    };
    say("name", record.name);
    say("company", record.company);
    say("job_title", record.title);
    for (const QString& email : record.emails) {
        say("email", email);
        draft.identities.push_back({QStringLiteral("email"), email});
    }
    for (const QString& phone : record.phones) {
        say("phone", phone);
    }
    return draft;
}

void fill(service::Cellar& cellar, const std::vector<people::PersonRecord>& records) {
    service::ContactBook book(cellar);
    const auto import = must(cellar.imports.start(QStringLiteral("contacts"), QStringLiteral("bench")), "import");
    for (size_t from = 0; from < records.size(); from += kBatch) {
        std::vector<service::ContactDraft> drafts;
        for (size_t i = from; i < std::min(records.size(), from + kBatch); ++i) {
            drafts.push_back(draftOf(records[i]));
        }
        must(book.takeBulk(import, drafts), "contacts");
    }
}

QByteArray letter(const QString& address, const QString& name, int number) {
    const bool out = number % 2 == 1;
    const QByteArray them = name.toUtf8() + " <" + address.toUtf8() + ">";
    const QByteArray me = "Mara Lindqvist <mara@fjordlight.example>";
    return "From: " + (out ? me : them) + "\r\nTo: " + (out ? them : me) + "\r\nMessage-ID: <" +
           QByteArray::number(number) + "@bench.example>\r\nDate: " + QByteArray::number(1 + number % 28) +
           " May 2026 10:00:00 +0000\r\nSubject: Order " + QByteArray::number(number / 2) +
           "\r\n\r\nHello,\r\n\r\nabout the order.\r\n\r\nBest\r\n" + name.toUtf8() + "\r\n+47 22 33 " +
           QByteArray::number(1000 + number % 9000) + "\r\n";
}

void write(service::Cellar& cellar, Clock& clock, const std::vector<people::PersonRecord>& records, int letters) {
    storage::Transaction transaction(*cellar.database);
    must(cellar.owners.addAddresses({QStringLiteral("mara@fjordlight.example")}, QStringLiteral("given")), "owner");
    int written = 0;
    for (size_t i = 0; i < records.size() && written < letters; ++i) {
        for (int n = 0; !records[i].emails.isEmpty() && n < 4 && written < letters; ++n) {
            intake::RawMessage raw;
            raw.bytes = letter(records[i].emails.front(), records[i].name, written);
            service::LetterOrigin origin;
            origin.fromOwner = written++ % 2 == 1;
            must(service::storeLetter(cellar, clock, service::prepare(std::move(raw)), origin), "letter");
        }
    }
    must(cellar.messages.settle(), "settle");
    must(transaction.commit(), "commit");
    must(cellar.correspondents.rebuild(), "correspondents");
}

storage::ContactQuery asked(const QString& search, int limit) {
    storage::ContactQuery query;
    query.search = search;
    query.limit = limit;
    return query;
}

}  // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int letters = argc > 2 ? std::atoi(argv[2]) : 10'000;
    QTemporaryDir folder;
    SystemClock clock;
    const auto cellar = must(
        service::Cellar::open({folder.filePath(QStringLiteral("w")), {}, service::CellarMode::Write, nullptr}, clock),
        "open");
    const auto people = testing::forgePeople(count, 31);
    time("contacts taken in", 1, [&](int) { fill(*cellar, people.records); });
    time("letters taken in", 1, [&](int) { write(*cellar, clock, people.records, letters); });
    time("values of the lists made", 1, [&](int) { must(service::ContactBook(*cellar).refresh(), "refresh"); });
    std::mt19937 dice(5);
    const auto rows = must(service::ContactBook(*cellar).list(asked({}, count)), "list");
    const auto any = [&] { return rows[dice() % rows.size()]; };
    time("a card, anybody", 201,
         [&](int) { must(service::readPerson(*cellar, service::ContactBook(*cellar).card(any().id)), "card"); });
    time("a card, with mail", 201, [&](int i) {
        const auto& record = people.records[size_t(i) * 3];
        if (!record.emails.isEmpty()) {
            must(service::readPerson(*cellar, service::ContactBook(*cellar).cardOfAddress(record.emails.front())),
                 "card");
        }
    });
    time("first page of 200", kTimes, [&](int) { must(service::ContactBook(*cellar).list(asked({}, 200)), "page"); });
    time("count of all", kTimes, [&](int) { must(storage::ContactList(*cellar->database).count({}), "count"); });
    time("search of two words", kTimes,
         [&](int) { must(service::ContactBook(*cellar).list(asked(any().name, 200)), "search"); });
    time("a company", kTimes, [&](int) {
        QString company;
        while (company.isEmpty()) {
            company = any().company;
        }
        must(service::readCompany(*cellar, company), "company");
    });
    time("who knows whom", kTimes, [&](int) { must(service::readRelations(*cellar, {}), "relations"); });
    time("duplicates", 3, [&](int) { must(service::searchDuplicates(*cellar, false, {}), "duplicates"); });
    return 0;
}
