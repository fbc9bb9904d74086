// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A house without a database: invented conversations, answered from the event loop, with an undo that works.
#pragma once

#include "fake_accounts.h"
#include "reader_support.h"
#include "ui/house_door.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace kith::ui {

class FakeHouse : public HouseDoor, private InboxDoor {
public:
    struct Known {
        InboxRow row;
        MailList list{MailList::Priority};
        QStringList labels{};
    };

    InboxDoor& inbox() override { return *this; }
    service::AccountsDesk& accounts() override { return desk; }

    /// Eleven conversations as in the drawings; the first is Ana's.
    void fill() {
        add("Ana Ruiz", "Revised quote for 40 seats by Friday", "The pilot convinced everyone", Priority::Critical, 3,
            {ChipKind::Pricing, ChipKind::DraftReady});
        add("Priya Nandakumar", "Thinking about not renewing in July", "Two of the probes drift", Priority::Critical, 1,
            {ChipKind::Cancellation});
        add("Tobias Renner", "Calibration certificates before we sign", "Our auditors want them", Priority::High, 6,
            {});
        add("Dr. Yuki Tanabe", "A demo for the stability team?", "We saw your talk and wonder", Priority::High, 1,
            {ChipKind::Demo}, Certainty::Unsure, DecidedBy::Local);
        add("Lena Hoffmann", "Discount ceiling for Calder & Voss", "I can go to twelve", Priority::High, 2, {},
            Certainty::Sure, DecidedBy::User);
        add("Jonas Feld", "Quick one about Thursday", "We met at the fair, you must remember", Priority::Medium, 1,
            {ChipKind::InReview}, Certainty::InReview);
        add("Elif Aydın", "Speaking slot at Sensor Forum", "Our programme committee", Priority::Medium, 1,
            {ChipKind::Speaking}, Certainty::Unsure);
        add("Carlo Benedetti", "Installation window in building C", "The 26th works for us", Priority::Medium, 9, {});
        add("Marek Dvořák", "Delivery note 8841 and two questions", "The second crate arrived", Priority::Medium, 1, {},
            Certainty::Sure, DecidedBy::Local);
        add("Supplier Desk", "Verification needed for your record", "Please complete the form", Priority::Low, 1,
            {ChipKind::AimedAtAssistant}, Certainty::Sure, DecidedBy::Local);
        add("Metrology Weekly", "Issue 212: living with uncertainty", "Five ways to read a budget", Priority::VeryLow,
            1, {ChipKind::Newsletter}, Certainty::Sure, DecidedBy::Rule);
        for (const int read : {0, 4, 7, 8, 10}) {
            known[static_cast<size_t>(read)].row.unread = false;
        }
        facts.empty = false;
        facts.ownerName = mara().name;
        facts.ownerAddress = mara().address;
    }

    void add(const char* sender, const char* subject, const char* snippet, Priority priority, int count,
             std::vector<ChipKind> chips, Certainty certainty = Certainty::Sure, DecidedBy by = DecidedBy::Model) {
        InboxRow row;
        const qint64 id = static_cast<qint64>(known.size()) + 1;
        row.thread = ThreadId{id};
        row.message = MessageId{id * 100};
        row.sender.name = QString::fromUtf8(sender);
        row.sender.address =
            row.sender.name.section(QLatin1Char(' '), 0, 0).toLower() + QStringLiteral("@brightwater.example");
        row.subject = QString::fromUtf8(subject);
        row.snippet = QString::fromUtf8(snippet);
        row.messageCount = count;
        row.date = std::chrono::milliseconds(QDateTime(QDate::currentDate(), QTime(9, 58)).toMSecsSinceEpoch() -
                                             id * 17 * 60'000);
        row.unread = true;
        row.priority = priority;
        row.certainty = certainty;
        row.decidedBy = by;
        row.decided = true;
        for (const ChipKind kind : chips) {
            row.chips.push_back({kind, {}});
        }
        known.push_back({row, MailList::Priority});
    }

    void tell(bool order = true) {
        service::Changes changes;
        changes.order = order;
        changes.counts = true;
        Q_EMIT changed(changes);
    }
    void progress(service::ImportProgress::Phase phase, qint64 seen, qint64 rejected = 0) {
        service::ImportProgress now;
        now.phase = phase;
        now.source = QStringLiteral("/mail/archive.mbox");
        now.seen = seen;
        now.rejected = rejected;
        now.added = seen - rejected;
        now.bytesRead = seen * 1000;
        now.bytesTotal = 20'000'000;
        now.elapsed = std::chrono::milliseconds(seen * 2);
        now.paused = paused;
        for (qint64 i = 0; i < rejected; ++i) {
            now.rejects.push_back({now.source, i * 100, QStringLiteral("no header")});
        }
        Q_EMIT importProgress(now);
    }
    InboxRow* row(qint64 thread) {
        const auto found =
            std::find_if(known.begin(), known.end(), [thread](const Known& k) { return k.row.thread.value == thread; });
        return found == known.end() ? nullptr : &found->row;
    }

    QFuture<Result<service::WorkspaceInfo>> info() override { return ready(facts); }
    QFuture<Result<service::Receipt>> removeSample() override {
        known.clear();
        facts = {};
        tell();
        return ready(service::Receipt{});
    }
    QFuture<Result<QString>> setting(const QString& key, const QString& fallback) override {
        return ready(settings.value(key, fallback));
    }
    QFuture<Result<void>> setSetting(const QString& key, const QString& value) override {
        settings.insert(key, value);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<service::ActivityPart>> activity(ChangeId, int, std::optional<service::ActivityBy>) override {
        return ready(service::ActivityPart{});
    }
    QFuture<Result<service::LogReport>> verifyLog() override { return ready(service::LogReport{}); }
    void startSample() override {
        fill();
        facts.sample = true;
        tell();
        progress(service::ImportProgress::Phase::Done, 11);
    }
    void startImport(const QStringList& paths) override { imported += paths; }
    void pauseImport() override { paused = true; }
    void resumeImport() override { paused = false; }
    void cancelImport() override { cancelled = true; }

    FakeAccounts desk;
    std::vector<Known> known;
    service::WorkspaceInfo facts;
    QMap<QString, QString> settings;
    QStringList imported;
    QStringList labelsMade;  ///< labels that may lie on no conversation
    QStringList searched;
    std::vector<Feedback> feedback;
    bool paused{false};
    bool cancelled{false};
    std::optional<Error> refusal;  ///< for the next act

private:
    template <class T>
    static QFuture<Result<T>> ready(T value) {
        return QtFuture::makeReadyFuture(Result<T>(std::move(value)));
    }

    Answer<InboxOrder> order(MailList list) override {
        std::vector<const Known*> in;
        for (const Known& k : known) {
            const bool review = list == MailList::Review && k.row.certainty == Certainty::InReview;
            const bool starred = list == MailList::Starred && k.row.starred;
            if (k.list == list || review || starred) {
                in.push_back(&k);
            }
        }
        return ready(orderOf(in));
    }
    static InboxOrder orderOf(std::vector<const Known*> in) {
        std::stable_sort(in.begin(), in.end(), [](const Known* a, const Known* b) {
            return std::make_pair(a->row.priority, a->row.date) > std::make_pair(b->row.priority, b->row.date);
        });
        InboxOrder order;
        order.sections = {{SectionKind::CriticalAndHigh, 0}, {SectionKind::Medium, 0}, {SectionKind::LowAndVeryLow, 0}};
        for (const Known* k : in) {
            order.threads.push_back(k->row.thread);
            ++order.sections[k->row.priority >= Priority::High ? 0 : k->row.priority == Priority::Medium ? 1 : 2].count;
        }
        return order;
    }
    Answer<InboxOrder> search(const QString& query) override {
        searched << query;
        InboxOrder order;
        for (const Known& k : known) {
            if (k.row.subject.contains(query, Qt::CaseInsensitive) ||
                k.row.sender.name.contains(query, Qt::CaseInsensitive)) {
                order.threads.push_back(k.row.thread);
            }
        }
        order.sections = {{SectionKind::Plain, static_cast<int>(order.threads.size())}};
        return ready(order);
    }
    Answer<std::vector<InboxRow>> rows(const std::vector<ThreadId>& threads) override {
        std::vector<InboxRow> found;
        for (const ThreadId thread : threads) {
            if (const InboxRow* one = row(thread.value)) {
                found.push_back(*one);
            }
        }
        return ready(found);
    }
    Answer<ListCounts> counts() override {
        ListCounts counts;
        counts.messages = static_cast<qint64>(known.size());
        for (const Known& k : known) {
            counts.priority += k.list == MailList::Priority;
            counts.snoozed += k.list == MailList::Snoozed;
            counts.review += k.row.certainty == Certainty::InReview;
        }
        return ready(counts);
    }
    Answer<service::Conversation> open(ThreadId thread) override {
        const InboxRow* shown = row(thread.value);
        if (!shown) {
            return QtFuture::makeReadyFuture(Result<service::Conversation>(Error{ErrorKind::NotFound, {}, {}}));
        }
        service::Conversation conversation = thread.value == 1 ? anasConversation() : tobiasConversation();
        conversation.thread = thread;
        conversation.subject = shown->subject;
        conversation.row = *shown;
        for (const Known& k : known) {
            conversation.labels = k.row.thread == thread ? k.labels : conversation.labels;
        }
        for (auto& letter : conversation.letters) {
            letter.message.thread = thread;
        }
        conversation.letters.back().message.id = shown->message;
        if (conversation.decision) {
            const Decision told = tobiasDecision();
            conversation.decision->contributions = told.contributions;
            conversation.decision->message = shown->message;
            conversation.decision->priority = shown->priority;
        }
        return ready(conversation);
    }
    Answer<service::SenderCard> card(const QString&) override { return ready(anasCard()); }
    Answer<QByteArray> attachment(MessageId, int) override { return ready(QByteArray("bytes")); }

    void remember() { m_past.push_back(known); }
    Answer<service::Receipt> receipt(const QString& kind, int count) {
        return ready(service::Receipt{ChangeId{static_cast<qint64>(m_past.size())}, kind, count, {}, {}});
    }
    Answer<service::Receipt> act(service::MailAction action, const std::vector<ThreadId>& threads,
                                 std::chrono::milliseconds) override {
        if (refusal) {
            return QtFuture::makeReadyFuture(Result<service::Receipt>(*std::exchange(refusal, std::nullopt)));
        }
        remember();
        for (const ThreadId thread : threads) {
            for (Known& k : known) {
                if (k.row.thread == thread) {
                    apply(action, k);
                }
            }
        }
        tell();
        return receipt(QStringLiteral("act"), static_cast<int>(threads.size()));
    }
    static void apply(service::MailAction action, Known& k) {
        using service::MailAction;
        switch (action) {
        case MailAction::Star:
            k.row.starred = true;
            break;
        case MailAction::Unstar:
            k.row.starred = false;
            break;
        case MailAction::MarkRead:
            k.row.unread = false;
            break;
        case MailAction::MarkUnread:
            k.row.unread = true;
            break;
        case MailAction::Snooze:
            k.list = MailList::Snoozed;
            break;
        default:
            k.list = MailList::All;
            break;
        }
    }
    Answer<std::vector<service::MailLabel>> labels(const std::vector<ThreadId>& threads) override {
        QStringList names = labelsMade;
        for (const Known& k : known) {
            names += k.labels;
        }
        names.removeDuplicates();
        names.sort(Qt::CaseInsensitive);
        std::vector<service::MailLabel> all;
        for (const QString& name : names) {
            const auto carries = [&](const Known& k) {
                return k.labels.contains(name) &&
                       std::find(threads.begin(), threads.end(), k.row.thread) != threads.end();
            };
            all.push_back(
                {name,
                 {},
                 std::count_if(known.begin(), known.end(), [&](const Known& k) { return k.labels.contains(name); }),
                 static_cast<int>(std::count_if(known.begin(), known.end(), carries))});
        }
        return ready(all);
    }
    Answer<service::Receipt> setLabels(const std::vector<ThreadId>& threads,
                                       const service::LabelChange& change) override {
        if (refusal) {
            return QtFuture::makeReadyFuture(Result<service::Receipt>(*std::exchange(refusal, std::nullopt)));
        }
        remember();
        for (Known& k : known) {
            if (std::find(threads.begin(), threads.end(), k.row.thread) != threads.end()) {
                for (const QString& name : change.remove) {
                    k.labels.removeAll(name);
                }
                k.labels += change.add;
                k.list = change.remove.contains(QStringLiteral("INBOX")) ? MailList::All : k.list;
            }
        }
        tell();
        return receipt(change.remove.contains(QStringLiteral("INBOX")) ? QStringLiteral("move")
                                                                       : QStringLiteral("label"),
                       static_cast<int>(threads.size()));
    }
    Answer<service::FeedbackPreview> preview(MessageId, Priority) override {
        service::FeedbackPreview preview;
        preview.sender.messages = 7;
        preview.sender.change = 3;
        return ready(preview);
    }
    Answer<service::Receipt> giveFeedback(const Feedback& given) override {
        remember();
        feedback.push_back(given);
        for (Known& k : known) {
            if (k.row.message == given.message) {
                k.row.priority = given.assigned;
                k.row.certainty = Certainty::Sure;
                k.row.decidedBy = DecidedBy::User;
            }
        }
        tell();
        return receipt(QStringLiteral("priority"), 1);
    }
    Answer<service::Receipt> undo(ChangeId change) override {
        const size_t at = change ? static_cast<size_t>(change.value) : m_past.size();
        if (at == 0 || at > m_past.size()) {
            return QtFuture::makeReadyFuture(Result<service::Receipt>(Error{ErrorKind::NotFound, {}, {}}));
        }
        m_future = known;
        known = m_past[at - 1];
        m_past.resize(at - 1);
        tell();
        return receipt(QStringLiteral("undo"), 1);
    }
    Answer<bool> replay(MessageId) override { return QtFuture::makeReadyFuture(Result<bool>(true)); }
    Answer<service::Receipt> redo() override {
        if (!m_future) {
            return QtFuture::makeReadyFuture(Result<service::Receipt>(Error{ErrorKind::NotFound, {}, {}}));
        }
        remember();
        known = *std::exchange(m_future, std::nullopt);
        tell();
        return receipt(QStringLiteral("redo"), 1);
    }

    std::vector<std::vector<Known>> m_past;
    std::optional<std::vector<Known>> m_future;
};

}  // namespace kith::ui
