// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A client that only ever reads history, against a mailbox to which anything happens: at rest both are equal.
#include "tests/unit/emulators/gmail_house.h"

#include <map>

namespace kith::emulator {
namespace {

/// What a careful client knows of a mailbox.
struct Mirror {
    quint64 cursor{0};
    std::map<QString, QStringList> labels;  ///< by message id, sorted
};

class GmailMirror : public GmailHouse {
protected:
    std::map<QString, QStringList> truth() {
        std::map<QString, QStringList> all;
        for (const StoredMessage* message : mara().inOrder()) {
            QStringList ids;
            for (const LabelKey key : message->labels) {
                ids << mara().labels.label(key).id;
            }
            ids.sort();
            all.emplace(QString::fromLatin1(idText(message->id)), ids);
        }
        return all;
    }

    /// From the profile and every page of the list.
    Mirror whole() {
        Mirror mirror;
        mirror.cursor = object(get(QStringLiteral("profile")))[u"historyId"].toString().toULongLong();
        QString token;
        do {
            const QJsonObject page =
                object(get(QStringLiteral("messages?includeSpamTrash=true&maxResults=7&pageToken=") + token));
            for (const QJsonValue& one : page[u"messages"].toArray()) {
                mirror.labels.emplace(one[u"id"].toString(), labelsOf(one[u"id"].toString()));
            }
            token = page[u"nextPageToken"].toString();
        } while (!token.isEmpty());
        return mirror;
    }

    /// Applies a record as it says it; the labels that the message has after it are told with each.
    static void apply(Mirror& mirror, const QJsonObject& record) {
        for (const char* list : {"messagesAdded", "labelsAdded", "labelsRemoved"}) {
            for (const QJsonValue& change : record[QLatin1String(list)].toArray()) {
                const QString id = change[u"message"][u"id"].toString();
                const bool known = mirror.labels.contains(id);
                if (known || qstrcmp(list, "messagesAdded") == 0) {
                    mirror.labels[id] = strings(change[u"message"][u"labelIds"]);
                }
            }
        }
        for (const QJsonValue& change : record[u"messagesDeleted"].toArray()) {
            mirror.labels.erase(change[u"message"][u"id"].toString());
        }
    }

    /// Every record since the cursor once, in the order of the ids, whatever the pages did to them.
    void catchUp(Mirror& mirror) {
        std::map<quint64, QJsonObject> records;
        QString token;
        quint64 now = 0;
        do {
            const Answer answer = get(QStringLiteral("history?maxResults=3&startHistoryId=%1&pageToken=%2")
                                          .arg(QString::number(mirror.cursor), token));
            if (answer.status == 404) {
                mirror = whole();
                return;
            }
            const QJsonObject page = object(answer);
            for (const QJsonValue& record : page[u"history"].toArray()) {
                records.emplace(record[u"id"].toString().toULongLong(), record.toObject());
            }
            token = page[u"nextPageToken"].toString();
            now = page[u"historyId"].toString().toULongLong();
        } while (!token.isEmpty());
        for (const auto& [id, record] : records) {
            apply(mirror, record);
        }
        mirror.cursor = now;
    }

    void startEmpty() {
        while (!mara().inOrder().empty()) {
            mara().erase(mara().inOrder().front()->id);
        }
        phone().createLabel(QStringLiteral("One"));
    }

    QString anyMessage(IdSource& dice) {
        const auto& all = mara().inOrder();
        return all.empty() ? QStringLiteral("1234567890abcdef")
                           : QString::fromLatin1(idText(all[dice.random(all.size())]->id));
    }

    QStringList someLabels(IdSource& dice) {
        static const QStringList names = {QStringLiteral("INBOX"), QStringLiteral("UNREAD"), QStringLiteral("STARRED"),
                                          QStringLiteral("One"), QStringLiteral("Two")};
        const QString name = names[static_cast<qsizetype>(dice.random(static_cast<quint64>(names.size())))];
        return {name};
    }

    void anything(IdSource& dice) {
        const QByteArray number = QByteArray::number(dice.random(30));
        const QString id = anyMessage(dice);
        switch (dice.random(14)) {
        case 0:
        case 1:
        case 2:
            phone().deliver(letter("Re: Talk " + number, idText(dice.random()) + "@x.example",
                                   "References: <t" + number + "@x.example>\r\n"));
            break;
        case 3:
            phone().insert(letter("Talk " + number, "t" + number + "@x.example"),
                           {QStringLiteral("INBOX"), QStringLiteral("One")});
            break;
        case 4:
            phone().addLabels(id, someLabels(dice));
            break;
        case 5:
            phone().removeLabels(id, someLabels(dice));
            break;
        case 6:
            phone().trash(id);
            break;
        case 7:
            phone().untrash(id);
            break;
        case 8:
            phone().deleteForGood(id);
            break;
        case 9:
            phone().deleteLabel(QStringLiteral("Two"));
            break;
        case 10:
            phone().createLabel(QStringLiteral("Two"));
            break;
        case 11:
            drafting(dice);
            break;
        case 12:
            post(QStringLiteral("threads/%1/%2")
                     .arg(object(get(QStringLiteral("messages/") + id))[u"threadId"].toString(),
                          dice.random(2) ? QStringLiteral("trash") : QStringLiteral("untrash")));
            break;
        default:
            clock.advance(Millis(static_cast<qint64>(dice.random(100'000))));
        }
    }

    void drafting(IdSource& dice) {
        const auto& drafts = mara().drafts.all();
        if (drafts.empty() || dice.random(3) == 0) {
            phone().writeDraft(letter("Draft", idText(dice.random()) + "@x.example"));
        } else if (dice.random(2) == 0) {
            phone().rewriteDraft(QString(drafts.front().id),
                                 letter("Draft again", idText(dice.random()) + "@x.example"));
        } else {
            post(QStringLiteral("drafts/send"), {{QStringLiteral("id"), drafts.front().id}});
        }
    }
};

TEST_F(GmailMirror, HistoryAloneKeepsAClientEqualWhateverHappens) {
    for (quint64 seed = 1; seed <= 60; ++seed) {
        IdSource dice(seed);
        startEmpty();
        Mirror mirror = whole();
        for (int step = 0; step < 40; ++step) {
            anything(dice);
            if (dice.random(20) == 0) {
                mara().history.expire();
            }
            mara().history.knobs = {static_cast<int>(dice.random(3)), dice.random(2) == 0, dice.random(2) == 0};
            if (dice.random(5) == 0) {
                catchUp(mirror);
                ASSERT_EQ(mirror.labels, truth()) << "seed " << seed << ", step " << step;
            }
        }
        catchUp(mirror);
        ASSERT_EQ(mirror.labels, truth()) << "seed " << seed;
        const QJsonObject profile = object(get(QStringLiteral("profile")));
        ASSERT_EQ(profile[u"messagesTotal"].toInteger(), static_cast<qint64>(mirror.labels.size()));
    }
}

TEST_F(GmailMirror, ThreadsHoldEveryMessageOnceAfterManyChanges) {
    IdSource dice(5);
    for (int step = 0; step < 800; ++step) {
        anything(dice);
    }
    std::size_t held = 0;
    for (const StoredMessage* message : mara().inOrder()) {
        const StoredThread* thread = mara().thread(message->threadId);
        ASSERT_TRUE(thread);
        EXPECT_EQ(std::ranges::count(thread->messages, message), 1);
        held += thread->messages.front() == message ? thread->messages.size() : 0;
    }
    EXPECT_EQ(held, mara().inOrder().size());
    EXPECT_TRUE(std::ranges::is_sorted(mara().inOrder(), {}, &StoredMessage::internalDate));
}

}  // namespace
}  // namespace kith::emulator
