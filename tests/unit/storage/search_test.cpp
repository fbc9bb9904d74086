// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of finding: the language word by word, and what it finds.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/search_store.h"

#include <random>

using namespace kith;
using namespace kith::storage;

namespace {

class Search : public kith::testing::StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (!m_database) {
            return;
        }
        put("barley", "Barley harvest", "The barley is in, see you on the great plains", "ada@north.example",
            1'700'000'000);
        put("wheat", "Wheat prices", "Café prices in 東京都 rise; the straße is closed", "bob@east.example",
            1'700'086'400);
        put("both", "Barley and wheat", "great news from the plains", "ada@north.example", 1'700'172'800);
        put("korean", "안녕하세요", "hello there", "kim@seoul.example", 1'700'259'200);
    }
    void put(const char* name, const char* subject, const char* text, const char* from, qint64 second) {
        m_names.insert(
            add({.id = QString::fromLatin1(name),
                 .from = QString::fromLatin1(from),
                 .subject = QString::fromUtf8(subject),
                 .text = QString::fromUtf8(text),
                 .second = second},
                {QStringLiteral("INBOX"),
                 second % 2 == 0 && second < 1'700'100'000 ? QStringLiteral("Farm") : QStringLiteral("Rest")})
                .message.value,
            QString::fromLatin1(name));
    }
    QString found(const char* query) {
        const auto ids = SearchStore(db()).find(QString::fromUtf8(query), 50);
        KITH_EXPECT_GOOD(ids);
        QStringList names;
        for (const MessageId id : ids ? *ids : std::vector<MessageId>{}) {
            names << m_names.value(id.value);
        }
        return names.join(QLatin1Char(' '));
    }
    QHash<qint64, QString> m_names;
};

TEST_P(Search, TheLanguageFindsWhatItSays) {
    const std::pair<const char*, const char*> table[] = {{"barley", "both barley"},
                                                         {"BARLEY", "both barley"},
                                                         {"barley wheat", "both"},
                                                         {"barley OR prices", "both wheat barley"},
                                                         {"barley -wheat", "barley"},
                                                         {"barley -wheat -closed", "barley"},
                                                         {"great -wheat -harvest", ""},
                                                         {"barley -barley", ""},
                                                         {"-barley", "korean wheat"},
                                                         {"-barley -closed", "korean"},
                                                         {"\"great plains\"", "barley"},
                                                         {"\"plains great\"", ""},
                                                         {"from:ada", "both barley"},
                                                         {"from:bob@east.example", "wheat"},
                                                         {"from:north.example -harvest", "both"},
                                                         {"to:me@home.example barley", "both barley"},
                                                         {"to:ada", ""},
                                                         {"subject:wheat", "both wheat"},
                                                         {"subject:\"wheat prices\"", "wheat"},
                                                         {"cafe", "wheat"},
                                                         {"CAFÉ", "wheat"},
                                                         {"東京", "wheat"},
                                                         {"京都", "wheat"},
                                                         {"京東", ""},
                                                         {"strasse", "wheat"},
                                                         {"straße", "wheat"},
                                                         {"안녕", "korean"},
                                                         {"harv*", "barley"},
                                                         {"harv", ""},
                                                         {"label:farm", "wheat barley"},
                                                         {"-label:farm", "korean both"},
                                                         {"label:nothing", ""},
                                                         {"before:2023-11-15", "barley"},
                                                         {"after:2023/11/16", "korean both"},
                                                         {"after:2023-11-15 before:2023-11-16", "wheat"},
                                                         {"is:unread barley", "both barley"},
                                                         {"is:read", ""},
                                                         {"is:starred", ""},
                                                         {"has:attachment", ""},
                                                         {"-has:attachment barley", "both barley"},
                                                         {"priority:4", ""},
                                                         {"before:yesterday barley", ""},
                                                         {"\"unclosed barley", ""},
                                                         {"OR", ""},
                                                         {"barley OR", "both barley"},
                                                         {"-", ""},
                                                         {"()*^\"':;--", ""},
                                                         {"NEAR(barley wheat)", ""},
                                                         {"priority:9", ""},
                                                         {"", ""},
                                                         {"'; DROP TABLE messages; --", ""}};
    for (const auto& [query, expected] : table) {
        EXPECT_EQ(found(query), QString::fromLatin1(expected)) << query;
    }
}

/// What a reader would answer who looks at every letter.
bool fits(const QStringList& letter, const QString& query) {
    const QString text = QLatin1Char(' ') + letter.join(QLatin1Char(' ')) + QLatin1Char(' ');
    for (QString term : query.split(QLatin1Char(','))) {
        const bool negated = term.startsWith(QLatin1Char('-'));
        term.remove(QLatin1Char('-')).remove(QLatin1Char('"'));
        const bool prefix = term.endsWith(QLatin1Char('*'));
        const QString sought = QLatin1Char(' ') + (prefix ? term.chopped(1) : QString(term + QLatin1Char(' ')));
        if (text.contains(sought) == negated) {
            return false;
        }
    }
    return true;
}

TEST_P(Search, AgreesWithAReaderWhoLooksAtEveryLetter) {
    std::mt19937 random(5);
    const auto word = [&] {
        return QStringLiteral("kalomiru").mid(static_cast<int>(random() % 4) * 2, 2 + int(random() % 4));
    };
    std::vector<QStringList> letters;
    for (int i = 0; i < 120; ++i) {
        QStringList words;
        for (unsigned n = 1 + random() % 8; n > 0; --n) {
            words << word();
        }
        letters.push_back(words);
        put(qPrintable(QStringLiteral("n%1").arg(i)), "plain", qPrintable(words.join(QLatin1Char(' '))), "x@y.example",
            1'710'000'000 + i * 60);
    }
    for (int round = 0; round < 150; ++round) {
        QStringList terms{random() % 3 == 0
                              ? QString(QLatin1Char('"') + word() + QLatin1Char(' ') + word() + QLatin1Char('"'))
                              : word()};
        for (unsigned more = random() % 4; more > 0; --more) {
            const QString minus = random() % 2 == 0 ? QStringLiteral("-") : QString();
            const QString star = random() % 3 == 0 ? QStringLiteral("*") : QString();
            terms << QString(minus + word() + star);
        }
        QStringList expected;
        for (int i = 119; i >= 0 && expected.size() < 50; --i) {
            if (fits(letters[static_cast<size_t>(i)], terms.join(QLatin1Char(',')))) {
                expected << QStringLiteral("n%1").arg(i);
            }
        }
        EXPECT_EQ(found(terms.join(QLatin1Char(' ')).toUtf8().constData()), expected.join(QLatin1Char(' ')))
            << terms.join(QLatin1Char(' ')).toStdString();
    }
}

TEST_P(Search, PagesGoOnWhereTheLastOneEnded) {
    SearchStore search(db());
    const auto first = search.find(QStringLiteral("barley"), 1);
    KITH_ASSERT_GOOD(first);
    const auto second = search.find(QStringLiteral("barley"), 1, first->at(0));
    KITH_ASSERT_GOOD(second);
    EXPECT_LT(second->at(0), first->at(0));
    EXPECT_TRUE(search.find(QStringLiteral("barley"), 1, second->at(0))->empty());
}

TEST_P(Search, TheIndexCanBeMadeAgain) {
    EXPECT_EQ(SearchStore(db()).rebuild().value(), 4);
    EXPECT_EQ(found("barley"), QStringLiteral("both barley"));
}

TEST(SearchQueryWords, WhileTypingTheLastWordGoesOn) {
    EXPECT_TRUE(parseSearch(QStringLiteral("great bar"), Typing::InProgress).groups.back()[0].prefix);
    EXPECT_FALSE(parseSearch(QStringLiteral("great ba"), Typing::InProgress).groups.back()[0].prefix);
    EXPECT_FALSE(parseSearch(QStringLiteral("great bar "), Typing::InProgress).groups.back()[0].prefix);
    EXPECT_FALSE(parseSearch(QStringLiteral("great bar")).groups.back()[0].prefix);
}

KITH_BOTH_DIALECTS(Search);

}  // namespace
