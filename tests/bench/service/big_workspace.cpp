// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/bench/service/big_workspace.h"

#include "core/storage/transaction.h"

#include <QDir>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace kith::bench {

namespace {

constexpr int kVocabulary = 40'000;
constexpr int kBatch = 1000;

class Zipf {
public:
    explicit Zipf(quint32 seed)
        : m_random(seed) {
        double sum = 0;
        for (int rank = 1; rank <= kVocabulary; ++rank) {
            sum += 1.0 / rank;
            m_cumulated.push_back(sum);
        }
    }
    int draw() {
        std::uniform_real_distribution<double> uniform(0, m_cumulated.back());
        const auto at = std::lower_bound(m_cumulated.begin(), m_cumulated.end(), uniform(m_random));
        return static_cast<int>(at - m_cumulated.begin());
    }
    int below(int n) { return static_cast<int>(m_random() % static_cast<quint32>(n)); }
    QString words(int count) {
        QString text;
        for (int i = 0; i < count; ++i) {
            text += word(draw()) + QLatin1Char(i % 12 == 11 ? '\n' : ' ');
        }
        return text;
    }

private:
    std::mt19937 m_random;
    std::vector<double> m_cumulated;
};

Letter inventedLetter(Zipf& zipf, qint64 number) {
    Letter letter;
    letter.subject = zipf.words(4).trimmed();
    const int sender = zipf.draw() % 3000;
    letter.from = {
        {QStringLiteral("Person %1").arg(sender), QStringLiteral("p%1@firm%2.example").arg(sender).arg(sender % 400)}};
    letter.to = {{QStringLiteral("Mara Lindqvist"), QStringLiteral("mara@fjordlight.example")}};
    letter.date =
        MailDate{std::chrono::milliseconds(1'500'000'000'000 + number * 600'000), {}, MailDate::Origin::DateHeader};
    letter.rfc822MessageId = QStringLiteral("m%1@bench.example").arg(number);
    letter.text = zipf.words(60 + zipf.below(160));
    letter.zones = {{ZoneKind::Author, 0, static_cast<int>(letter.text.size())}};
    return letter;
}

storage::DecisionToSave inventedDecision(Zipf& zipf, MessageId message) {
    storage::DecisionToSave result;
    Decision& decision = result.decision;
    decision.message = message;
    decision.importance = zipf.below(1000) / 1000.0;
    decision.priority = priorityOf(decision.importance);
    decision.confidence = 0.8;
    decision.needsReview = zipf.below(50) == 0;
    decision.reason = QStringLiteral("sender.sent_to");
    decision.contributions = {{QStringLiteral("bias"), {}, 1, decision.score, decision.score, -1, -1}};
    return result;
}

void require(bool good, const QString& what) {
    if (!good) {
        std::fprintf(stderr, "the bench workspace could not be made: %s\n", qPrintable(what));
        std::exit(1);
    }
}

void fillWorkspace(service::Cellar& cellar, qint64 count) {
    Zipf zipf(7);
    for (qint64 done = 0; done < count; done += kBatch) {
        std::vector<storage::DecisionToSave> decisions;
        {
            storage::Transaction transaction(*cellar.database);
            for (qint64 i = done; i < std::min(count, done + kBatch); ++i) {
                const Letter letter = inventedLetter(zipf, i);
                const storage::IncomingMessage incoming{.letter = letter,
                                                        .raw = letter.text.toUtf8(),
                                                        .import = {},
                                                        .account = {},
                                                        .fromOwner = false,
                                                        .unread = i % 9 == 0,
                                                        .starred = false,
                                                        .ownerAsks = false,
                                                        .labels = {QStringLiteral("INBOX")},
                                                        .snippet = letter.text.left(120),
                                                        .searchText = {},
                                                        .language = {}};
                const auto outcome = cellar.messages.add(incoming);
                require(outcome.isOk(), outcome ? QString() : outcome.error().detail);
                decisions.push_back(inventedDecision(zipf, outcome->message));
            }
            require(cellar.messages.settle().isOk(), QStringLiteral("settle"));
            require(transaction.commit().isOk(), QStringLiteral("commit"));
        }
        storage::ChangeWriter change(
            *cellar.database, {QStringLiteral("messages.scored"), QStringLiteral("local"), {}, {}, {}, {}, true});
        require(cellar.triage.saveRun(change, decisions).isOk(), QStringLiteral("decisions"));
        require(change.commit().isOk(), QStringLiteral("commit"));
        std::fprintf(stderr, "\rfilling the bench workspace: %lld", static_cast<long long>(done + kBatch));
    }
    std::fprintf(stderr, "\n");
}

}  // namespace

QString word(int rank) {
    static const char* const parts[] = {"ka",  "lo",  "mi",  "ru",  "sen", "to",  "va",  "bel",
                                        "dor", "fin", "gra", "hel", "jus", "nor", "pel", "qui"};
    QString text;
    for (int n = rank + 16; n > 0; n /= 16) {
        text += QLatin1String(parts[n % 16]);
    }
    return text;
}

QStringList wordsOfSomeLetter(int which) {
    storage::Database& database = *bigWorkspace().database;
    storage::Statement row = database.query("SELECT snippet FROM messages WHERE id >= (SELECT MIN(id) + (MAX(id) - "
                                            "MIN(id)) / 1000000 * ? FROM messages) ORDER BY id LIMIT 1",
                                            which);
    return row.next() ? row.text(0).simplified().split(QLatin1Char(' ')) : QStringList();
}

qint64 bigWorkspaceMessages() {
    const qint64 wanted = qEnvironmentVariableIntValue("KITH_BENCH_MESSAGES");
    return wanted > 0 ? wanted : 200'000;
}

service::Cellar& bigWorkspace() {
    static SystemClock clock;
    static std::unique_ptr<service::Cellar> cellar = [] {
        const QString base = qEnvironmentVariable("KITH_BENCH_FOLDER", QDir::tempPath());
        const QString folder = QStringLiteral("%1/kith-bench-%2").arg(base).arg(bigWorkspaceMessages());
        auto opened = service::Cellar::open({folder, {}, service::CellarMode::Write, nullptr}, clock);
        require(opened.isOk(), opened ? QString() : opened.error().detail);
        const qint64 there = (*opened)->messages.counts().value().messages;
        if (there < bigWorkspaceMessages()) {
            require(there == 0, QStringLiteral("half made: remove %1").arg(folder));
            fillWorkspace(**opened, bigWorkspaceMessages());
        }
        return std::move(*opened);
    }();
    return *cellar;
}

}  // namespace kith::bench
