// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented questions for the review and deeds for the activity, and houses that answer when the loop runs.
#pragma once

#include "core/base/text.h"
#include "ui/activity_controller.h"
#include "ui/review_controller.h"

#include <QDateTime>
#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <vector>

namespace kith::ui {

template <class T>
QFuture<Result<T>> answered(Result<T> value) {
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

inline const QDate reviewToday(2026, 5, 15);

inline std::chrono::milliseconds reviewTime(int hour, int minute) {
    return std::chrono::milliseconds(QDateTime(reviewToday, QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch());
}

inline Contribution because(const char* name, double effect, const QString& text, const char* quote = "") {
    Contribution one;
    one.name = QString::fromLatin1(name);
    one.effect = effect;
    const QString words = QString::fromUtf8(quote);
    if (const qsizetype at = text.indexOf(words); !words.isEmpty() && at >= 0) {
        one.evidenceStart = static_cast<int>(text::codePoints(QStringView(text).left(at)));
        one.evidenceEnd = one.evidenceStart + static_cast<int>(text::codePoints(words));
        one.note = QString(QChar(0x1F)) + words;
    }
    return one;
}

/// A first mail that asks; thread, message and the sender's name differ.
inline service::Conversation aQuestion(qint64 thread, const QString& name, const QString& address,
                                       Priority suggested = Priority::High) {
    service::Conversation asked;
    asked.thread = ThreadId{thread};
    asked.subject = QStringLiteral("Quick one about Thursday");
    service::LetterView letter;
    letter.message.id = MessageId{thread};
    letter.message.from = {name, address};
    letter.message.to = {{QStringLiteral("Mara Lindqvist"), QStringLiteral("mara@fjordlight.example")}};
    letter.message.date = reviewTime(10, 6);
    letter.text =
        QStringLiteral("Hi Mara,\n\nwe met at the fair, you showed me the drift alarm. Is Thursday still good? "
                       "I would bring our head of maintenance, he decides on the 12 vessels.\n\n"
                       "If you have something to try on board before then, even better.\n\nCheers,\nJonas\n\n"
                       "Jonas Feld\nFleet engineer, Orrin Marine\nM +47 555 01 267\n");
    const int end = static_cast<int>(letter.text.size());
    const int signature = static_cast<int>(letter.text.indexOf(QStringLiteral("Jonas Feld")));
    letter.zones = {{ZoneKind::Author, 0, signature}, {ZoneKind::Signature, signature, end}};
    Decision decision;
    decision.message = letter.message.id;
    decision.priority = suggested;
    decision.confidence = 0.56;
    decision.needsReview = true;
    decision.bandProbability[static_cast<size_t>(suggested)] = 0.56;
    decision.bandProbability[1] = suggested == Priority::Low ? 0.56 : 0.3;
    decision.contributions = {because("bias", -1.5, letter.text),
                              because("content.request", 1.2, letter.text,
                                      "I would bring our head of maintenance, he decides on the 12 vessels."),
                              because("content.opportunity", 0.8, letter.text, "something to try on board"),
                              because("sender.new_person", -0.9, letter.text)};
    asked.decision = decision;
    asked.letters.push_back(std::move(letter));
    asked.row.thread = asked.thread;
    asked.row.message = MessageId{thread};
    asked.row.sender = {name, address};
    asked.row.subject = asked.subject;
    asked.row.date = reviewTime(10, 6);
    asked.row.priority = suggested;
    asked.row.decided = true;
    asked.row.certainty = Certainty::InReview;
    asked.row.confidence = decision.confidence;
    asked.row.chips = {{ChipKind::Demo, {}}, {ChipKind::InReview, {}}};
    return asked;
}

/// Keeps the questions, what was answered and what was taken back, as the workspace would.
struct FakeReviewHouse {
    std::vector<ThreadId> order;
    std::map<ThreadId, service::Conversation> conversations;
    std::map<ThreadId, Priority> given;
    std::map<ChangeId, ThreadId> changes;
    std::vector<ChangeId> undone;
    QString remembered;
    std::set<ThreadId> refusing;
    std::vector<std::function<void()>> held;  ///< answers that wait for release()
    bool hold{false};
    qint64 lastChange{100};

    void add(const service::Conversation& asked) {
        order.push_back(asked.thread);
        conversations.emplace(asked.thread, asked);
    }
    std::vector<ThreadId> open() const {
        std::vector<ThreadId> threads;
        for (const ThreadId thread : order) {
            if (!given.contains(thread)) {
                threads.push_back(thread);
            }
        }
        return threads;
    }
    void release() {
        for (const auto& answer : std::exchange(held, {})) {
            answer();
        }
    }
    Result<service::Receipt> give(const Feedback& feedback) {
        const ThreadId thread{feedback.message.value};
        if (refusing.contains(thread)) {
            return Error{ErrorKind::Full, {}, {}};
        }
        given[thread] = feedback.assigned;
        const ChangeId change{++lastChange};
        changes[change] = thread;
        return service::Receipt{change, QStringLiteral("priority"), 1, {}, {}};
    }
    QFuture<Result<service::Receipt>> giveLater(const Feedback& feedback) {
        auto promise = std::make_shared<QPromise<Result<service::Receipt>>>();
        promise->start();
        const auto future = promise->future();
        held.push_back([this, promise, feedback] {
            promise->addResult(give(feedback));
            promise->finish();
        });
        if (!hold) {
            release();
        }
        return future;
    }
    ReviewHouse house() {
        ReviewHouse made;
        made.order = [this] {
            InboxOrder all;
            all.threads = open();
            return answered<InboxOrder>(all);
        };
        made.rows = [this](const std::vector<ThreadId>& threads) {
            std::vector<InboxRow> rows;
            for (const ThreadId thread : threads) {
                rows.push_back(conversations.at(thread).row);
            }
            return answered<std::vector<InboxRow>>(rows);
        };
        made.open = [this](ThreadId thread) {
            const auto found = conversations.find(thread);
            return answered<service::Conversation>(
                found == conversations.end() ? Result<service::Conversation>(Error{ErrorKind::NotFound, {}, {}})
                                             : Result<service::Conversation>(found->second));
        };
        made.card = [](const QString& address) {
            service::SenderCard card;
            card.address.address = address;
            card.received = 1;
            return answered<service::SenderCard>(card);
        };
        made.giveFeedback = [this](const Feedback& feedback) { return giveLater(feedback); };
        made.undo = [this](ChangeId change) {
            undone.push_back(change);
            given.erase(changes.at(change));
            return answered<service::Receipt>(service::Receipt{change, QStringLiteral("undo"), 1, {}, {}});
        };
        made.setting = [this](const QString&, const QString&) { return answered<QString>(remembered); };
        made.setSetting = [this](const QString&, const QString& value) {
            remembered = value;
            return answered<void>(Result<void>());
        };
        return made;
    }
};

inline service::ActivityEntry aDeed(qint64 id, const char* kind, const char* summary, const char* actor = "user") {
    service::ActivityEntry entry;
    entry.id = ChangeId{id};
    entry.when = reviewTime(8, 0) + std::chrono::minutes(id % 200);
    entry.kind = QString::fromLatin1(kind);
    entry.summary = QString::fromLatin1(summary);
    entry.actor = QString::fromLatin1(actor);
    entry.by = entry.actor == QStringLiteral("user")              ? service::ActivityBy::You
               : entry.actor.startsWith(QStringLiteral("import")) ? service::ActivityBy::Import
                                                                  : service::ActivityBy::Kith;
    entry.rows = 1;
    for (const QString& word : entry.summary.split(QLatin1Char(' '))) {
        entry.messages = std::max(entry.messages, word.toInt());
    }
    entry.undoable = true;
    return entry;
}

struct FakeActivityHouse {
    std::vector<service::ActivityEntry> journal;  ///< newest first
    std::map<ChangeId, Error> refusing;
    int conflicts{0};
    service::LogReport log{12'431, true, {}};
    int asked{0};

    service::ActivityPart part(const ActivityAsk& ask) {
        ++asked;
        service::ActivityPart made;
        for (const service::ActivityEntry& entry : journal) {
            if ((ask.before && entry.id >= ask.before) || (ask.by && entry.by != *ask.by)) {
                continue;
            }
            if (static_cast<int>(made.entries.size()) == ask.limit) {
                made.next = made.entries.back().id;
                break;
            }
            made.entries.push_back(entry);
        }
        return made;
    }
    Result<service::Receipt> undo(ChangeId change) {
        if (const auto refused = refusing.find(change); refused != refusing.end()) {
            return refused->second;
        }
        for (service::ActivityEntry& entry : journal) {
            if (entry.id == change) {
                entry.undone = true;
                entry.undoable = false;
            }
        }
        service::ActivityEntry back = aDeed(journal.front().id.value + 1, "change.undone", "Archive 3 conversations");
        journal.insert(journal.begin(), back);
        service::Receipt receipt{back.id, QStringLiteral("undo"), 1, {}, {}};
        for (int i = 0; i < conflicts; ++i) {
            receipt.conflicts << QStringLiteral("messages: changed-since");
        }
        return receipt;
    }
    ActivityHouse house() {
        return {[this](const ActivityAsk& ask) { return answered<service::ActivityPart>(part(ask)); },
                [this](ChangeId change) { return answered<service::Receipt>(undo(change)); },
                [this] { return answered<service::LogReport>(log); }};
    }
};

}  // namespace kith::ui
