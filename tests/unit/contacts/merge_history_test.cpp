// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Merges are rows: whatever happened in between, taking them back leaves what the other deeds alone would have made.
#include "tests/unit/contacts/contact_house.h"

#include <random>

using namespace kith;
using namespace kith::service;
using kith::testing::ContactHouse;

class MergeHistory : public ContactHouse {
protected:
    storage::ContactStore store() { return storage::ContactStore(*cellar->database); }
    bool merge(ContactId survivor, ContactId absorbed) {
        storage::ChangeWriter writer(*cellar->database, info("contact.merged"));
        const auto merged = store().merge(
            writer, {absorbed, survivor, QStringLiteral("user"), QStringLiteral("by hand"), QByteArray("[]"), {}});
        return merged && writer.commit();
    }
    void unmerge(ContactId absorbed) {
        change([&](storage::ChangeWriter& w) { KITH_GOOD(store().unmerge(w, absorbed)); });
    }
};

TEST_P(MergeHistory, TwoAreShownAsOneAndPartAgain) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    const ContactId private_ = person("Ada Holm", "ada@private.example");
    observe(private_, {said("phone", "+46 8 555 0100", "attio", "rec-1")});
    const QByteArray before = dump();
    ASSERT_TRUE(merge(ada, private_));
    EXPECT_EQ(card(private_).id, ada);
    EXPECT_EQ(card(ada).identities.size(), 2u);
    EXPECT_EQ(card(ada).value(QStringLiteral("phone")), QStringLiteral("+46 8 555 0100"));
    EXPECT_EQ(book->list({})->size(), 1u);
    EXPECT_FALSE(merge(private_, ada)) << "they are one already";
    unmerge(private_);
    EXPECT_EQ(dump(), before);
}

TEST_P(MergeHistory, RandomHistoriesComeBackToWhatTheEditsAloneMade) {
    for (unsigned seed = 1; seed <= (GetParam() == storage::Dialect::Sqlite ? 12u : 4u); ++seed) {
        std::mt19937 dice(seed);
        const auto roll = [&](size_t n) { return size_t(std::uniform_int_distribution<int>(0, int(n) - 1)(dice)); };
        std::vector<ContactId> people;
        for (int i = 0; i < 6; ++i) {
            people.push_back(person("Kim Vale", qPrintable(QStringLiteral("p%1-%2@north.example").arg(seed).arg(i))));
        }
        std::vector<ContactId> absorbed;
        QByteArray parted = dump();
        int edits = 0;
        for (int step = 0; step < 30; ++step) {
            const size_t deed = roll(3);
            if (deed == 0) {
                const ContactId one = people[roll(people.size())];
                const ContactId other = store().standing(people[roll(people.size())]).value();
                if (merge(one, other)) {
                    absorbed.push_back(other);
                }
            } else if (deed == 1 && !absorbed.empty()) {
                const size_t which = roll(absorbed.size());
                unmerge(absorbed[which]);
                absorbed.erase(absorbed.begin() + qsizetype(which));
            } else {
                // An edit while merged, and what the same edit makes of those who stand apart.
                const QByteArray title = QByteArray("Title ") + QByteArray::number(++edits % 4);
                observe(people[roll(people.size())], {said("job_title", title.constData(), "attio", "rec")});
                std::vector<ContactId> again = absorbed;
                for (auto it = again.rbegin(); it != again.rend(); ++it) {
                    unmerge(*it);
                }
                parted = dump();
                std::vector<ContactId> merged;
                for (const ContactId id : again) {
                    const ContactId into = people[roll(people.size())];
                    if (store().standing(into).value() != store().standing(id).value() && merge(into, id)) {
                        merged.push_back(id);
                    }
                }
                absorbed = merged;
            }
        }
        for (auto it = absorbed.rbegin(); it != absorbed.rend(); ++it) {
            unmerge(*it);
        }
        EXPECT_EQ(dump(), parted) << "seed " << seed;
    }
}

TEST_P(MergeHistory, UndoOfAMergeIsUnmergingToo) {
    const ContactId ada = person("Ada Holm", "ada@north.example");
    const ContactId other = person("A. Holm", "ah@north.example");
    const QByteArray before = dump();
    ASSERT_TRUE(merge(ada, other));
    KITH_GOOD(storage::UndoStore(*cellar->database).undoLast());
    EXPECT_EQ(dump(), before);
}

KITH_BOTH_DATABASES(MergeHistory);
