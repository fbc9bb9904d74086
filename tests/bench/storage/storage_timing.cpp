// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How fast letters go into the cellar and how fast lists and searches come out: generated mail, 3 KB of text, Zipf
// words.
#include "core/storage/inbox_store.h"
#include "core/storage/message_store.h"
#include "core/storage/migrations.h"
#include "core/storage/search_store.h"
#include "core/storage/transaction.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace kith;
using namespace kith::storage;

namespace {

using Ticks = std::chrono::steady_clock;

double secondsSince(Ticks::time_point start) {
    return std::chrono::duration<double>(Ticks::now() - start).count();
}

QString zipfWord(std::mt19937& random) {
    const double u = std::uniform_real_distribution<>(0.0, 1.0)(random);
    return QStringLiteral("w%1").arg(int(std::pow(40000.0, u)), 2, 10, QLatin1Char('0'));
}

Letter generatedLetter(int number, std::mt19937& random) {
    Letter letter;
    letter.rfc822MessageId = QStringLiteral("g%1@bench.example").arg(number);
    letter.subject = QStringLiteral("About ") + zipfWord(random) + QLatin1Char(' ') + zipfWord(random);
    letter.from = {{QStringLiteral("Person %1").arg(random() % 2000),
                    QStringLiteral("p%1@firm%2.example").arg(random() % 2000).arg(random() % 300)}};
    letter.to = {{{}, QStringLiteral("me@home.example")},
                 {QStringLiteral("Other"), QStringLiteral("o%1@firm.example").arg(random() % 500)}};
    letter.date = MailDate{std::chrono::seconds{1'700'000'000 - number * 97}, {}, MailDate::Origin::DateHeader};
    if (number % 3 != 0) {
        letter.references = {QStringLiteral("g%1@bench.example").arg(number + 1)};
    }
    while (letter.text.size() < 3000) {
        letter.text += zipfWord(random) + QLatin1Char(random() % 12 == 0 ? '\n' : ' ');
    }
    return letter;
}

template <class Work>
void report(const char* what, int rounds, Work work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = Ticks::now();
        work(i);
        times.push_back(secondsSince(start) * 1000);
    }
    std::ranges::sort(times);
    std::printf("%-42s p50 %8.2f ms   p95 %8.2f ms   max %8.2f ms\n", what, times[times.size() / 2],
                times[times.size() * 95 / 100], times.back());
}

void fill(Database& database, int count) {
    std::mt19937 random(1);
    constexpr int kBatch = 500;
    double spent = 0;
    for (int first = 0; first < count; first += kBatch) {
        std::vector<Letter> letters;
        for (int i = first; i < std::min(count, first + kBatch); ++i) {
            letters.push_back(generatedLetter(i, random));
        }
        const auto start = Ticks::now();
        MessageStore store(database);
        Transaction transaction(database);
        for (const Letter& letter : letters) {
            IncomingMessage incoming{.letter = letter, .raw = letter.text.toUtf8()};
            incoming.labels = {QStringLiteral("INBOX")};
            if (!store.add(incoming)) {
                std::puts("could not add a letter");
                return;
            }
        }
        if (!store.settle() || !transaction.commit()) {
            std::puts("could not commit");
            return;
        }
        spent += secondsSince(start);
    }
    std::printf("%d messages in %.1f s: %.0f messages/s\n", count, spent, count / spent);
}

}  // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 20000;
    QTemporaryDir folder;
    SystemClock clock;
    TimeIdSource ids(clock);
    auto opened = openCurrent(DatabaseUrl::workspace(folder.path()), OpenMode::Create, {clock, ids});
    if (!opened) {
        std::puts(qPrintable(opened.error().detail));
        return 1;
    }
    Database& database = **opened;
    fill(database, count);
    (void)database.run("UPDATE threads SET priority = (id / 4096) % 5");
    InboxStore inbox(database);
    SearchStore search(database);
    std::vector<qint64> order;
    report("order of the whole inbox", 10, [&](int) {
        order = *inbox.order({InboxTab::Inbox, InboxOrder::PriorityThenDate, {}});
    });
    std::printf("  %zu threads\n", order.size());
    report("50 rows anywhere", 200,
           [&](int i) { (void)inbox.rows(std::span(order).subspan((size_t(i) * 7919) % (order.size() - 50), 50)); });
    InboxKey key;
    report("next page of 50", 200, [&](int) {
        const auto page = inbox.page({InboxTab::Priority, InboxOrder::PriorityThenDate, {}}, key, 50);
        key = page->empty() ? InboxKey{} : keyOf(page->back());
    });
    report("count of a tab", 10, [&](int) { (void)inbox.count(InboxTab::Priority); });
    for (const char* words :
         {"w01", "w02 w03", "w39999", "from:p7", "w01 -w02", "w12*", "label:inbox w05", "\"w01 w02\""}) {
        report(words, 20, [&](int) { (void)search.find(QString::fromLatin1(words), 50); });
    }
    return 0;
}
