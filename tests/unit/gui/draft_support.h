// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A desk of drafts in memory, with the draft of the picture.
#pragma once

#include "core/service/drafts_desk.h"

#include <QFuture>

namespace kith::testing {

inline service::DraftView aDraftView(qint64 id, const char* person = "Ana Ruiz") {
    service::DraftView view;
    Draft& draft = view.draft;
    draft.id = id;
    draft.message = MessageId{id * 10};
    draft.from = {QStringLiteral("Mara Lindqvist"), QStringLiteral("mara@fjordlight.example")};
    draft.to = {{QString::fromUtf8(person), QStringLiteral("ana.ruiz@caldervoss.example")}};
    draft.cc = {{QStringLiteral("Lena Hoffmann"), QStringLiteral("lena@fjordlight.example")},
                {QStringLiteral("Iñaki Soler"), QStringLiteral("inaki@soler.example")}};
    draft.subject = QStringLiteral("Re: Revised quote for 40 seats by Friday");
    draft.body = QStringLiteral(
        "Hi Ana,\n\nThat is good news, thank you. You will have the revised quote for 40 seats before Friday noon, in "
        "time for your budget meeting; it replaces Q-2207.\n\nBilling the first year in two parts is possible. The "
        "volume "
        "discount starts at [40 or 50 seats]; I will confirm it in the quote. Shall we speak on Wednesday at 15:00?\n\n"
        "Best regards,\nMara\n");
    draft.proposedBody = draft.body;
    draft.model = QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B");
    draft.promptVersion = QStringLiteral("draft-1");
    draft.account = AccountId{1};
    view.subject = QStringLiteral("Revised quote for 40 seats by Friday");
    view.thread = {
        {QStringLiteral("Mara Lindqvist"), true, std::chrono::milliseconds{1'778'025'600'000},
         QStringLiteral(
             "Quote Q-2207 for 25 seats is attached, valid until the end of the month. I am happy to explain it.")},
        {QStringLiteral("Ana Ruiz"), false, std::chrono::milliseconds{1'778'198'400'000},
         QStringLiteral("Thank you, I am passing this on to finance and will come back to you.")},
        {QStringLiteral("Ana Ruiz"), false, std::chrono::milliseconds{1'778'544'000'000},
         QStringLiteral("Hi Mara,\n\nThe pilot convinced everyone, so the second lab is joining. Could you send a "
                        "revised quote for 40 "
                        "seats instead of 25, by Friday noon? Our budget meeting is at two and I would like it on the "
                        "table.\n\nFinance "
                        "will ask two things: does the volume discount start at 40 or at 50, and can the first year be "
                        "billed in two "
                        "parts?\n\nIf a call is easier, I am free on Wednesday after 15:00.\n\nBest,\nAna\n")}};
    triage::DraftGround ground;
    ground.inThread = {draft.to.front(), draft.cc.front(), draft.from};
    ground.own = {draft.from};
    ground.subject = view.subject;
    for (const triage::ThreadLetter& letter : view.thread) {
        ground.texts << letter.text;
    }
    view.report = triage::checkDraft({draft.to, draft.cc, draft.subject, draft.body, 0}, ground);
    return view;
}

template <class T>
QFuture<Result<T>> answered(Result<T> value) {
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

class FakeDrafts final : public service::DraftsDesk {
public:
    QFuture<Result<std::vector<Draft>>> waiting() override {
        std::vector<Draft> list;
        for (const service::DraftView& one : views) {
            list.push_back(one.draft);
        }
        return answered<std::vector<Draft>>(list);
    }
    QFuture<Result<service::DraftView>> view(qint64 id) override {
        for (const service::DraftView& one : views) {
            if (one.draft.id == id) {
                return answered<service::DraftView>(one);
            }
        }
        return answered<service::DraftView>(Error{ErrorKind::NotFound, QStringLiteral("gone"), {}});
    }
    QFuture<Result<Draft>> edit(qint64 id, const service::DraftEdit& edit) override {
        for (service::DraftView& one : views) {
            if (one.draft.id == id) {
                one.draft.body = edit.body.value_or(one.draft.body);
                one.draft.cc = edit.cc.value_or(one.draft.cc);
                one.report = {};
                edited << one.draft.body;
                return answered<Draft>(one.draft);
            }
        }
        return answered<Draft>(Error{ErrorKind::NotFound, QStringLiteral("gone"), {}});
    }
    QFuture<Result<Draft>> approve(qint64 id, const QStringList& names) override {
        acknowledged << names;
        return done(approved, id, DraftState::Saved);
    }
    QFuture<Result<Draft>> discard(qint64 id) override { return done(discarded, id, DraftState::Discarded); }
    QFuture<Result<Draft>> reopen(qint64 id) override {
        reopened << id;
        views.insert(views.begin(), aDraftView(id));
        return answered<Draft>(views.front().draft);
    }
    QFuture<Result<Draft>> write(MessageId message, const QString& note,
                                 const std::function<void(const QString&)>& onWords) override {
        notes << note;
        if (slowly) {
            says = onWords;
            underWay.start();
            return underWay.future();
        }
        return answered<Draft>(views.front().draft.message == message ? views.front().draft : views.back().draft);
    }
    void stopWriting() override {}
    QFuture<Result<Draft>> begin(MessageId message, DraftKind kind) override {
        service::DraftView view = aDraftView(message.value * 100);
        view.draft.message = message;
        view.draft.kind = kind;
        view.draft.body = view.draft.proposedBody = view.draft.model = QString();
        view.report = {};
        views.insert(views.begin(), view);
        return answered<Draft>(view.draft);
    }
    QFuture<Result<Draft>> send(qint64 id, const service::SendChoice& choice) override {
        choices.push_back(choice);
        Draft draft;
        draft.id = id;
        draft.state = DraftState::Approved;
        draft.sendAt = std::chrono::milliseconds(1'778'544'000'000);
        return answered<Draft>(draft);
    }
    QFuture<Result<Draft>> holdBack(qint64 id) override {
        heldBack << id;
        Draft draft;
        draft.id = id;
        return answered<Draft>(draft);
    }
    QFuture<Result<QByteArray>> letter(qint64) override { return answered<QByteArray>(QByteArray("letter")); }
    QFuture<Result<service::DraftSettings>> settings() override { return answered<service::DraftSettings>(allowed); }
    QFuture<Result<void>> keep(const service::DraftSettings& settings) override {
        allowed = settings;
        return done();
    }
    QFuture<Result<service::WritingFacts>> writing() override { return answered<service::WritingFacts>(facts); }
    QFuture<Result<void>> forgetTone(qint64 id) override {
        std::erase_if(facts.tone, [id](const ToneNote& note) { return note.id == id; });
        return done();
    }
    QFuture<Result<void>> keepSnippet(const Snippet& snippet) override {
        facts.snippets.push_back(snippet);
        return done();
    }
    QFuture<Result<void>> removeSnippet(qint64 id) override {
        std::erase_if(facts.snippets, [id](const Snippet& snippet) { return snippet.id == id; });
        return done();
    }
    QFuture<Result<QString>> filled(qint64, const QString& snippet) override {
        return answered<QString>(QString(QStringLiteral("filled ") + snippet));
    }

    service::DraftSettings allowed;
    service::WritingFacts facts;
    std::vector<service::SendChoice> choices;
    QList<qint64> heldBack;

    bool slowly{false};  ///< the words come by says, the end never does
    std::function<void(const QString&)> says;
    QPromise<Result<Draft>> underWay;
    std::vector<service::DraftView> views;
    QList<qint64> approved;
    QList<qint64> discarded;
    QList<qint64> reopened;
    QStringList edited;
    QStringList acknowledged;
    QStringList notes;

private:
    static QFuture<Result<void>> done() {
        QPromise<Result<void>> promise;
        promise.start();
        promise.addResult(Result<void>());
        promise.finish();
        return promise.future();
    }
    QFuture<Result<Draft>> done(QList<qint64>& list, qint64 id, DraftState state) {
        list << id;
        Draft draft;
        draft.id = id;
        draft.state = state;
        std::erase_if(views, [id](const service::DraftView& one) { return one.draft.id == id; });
        return answered<Draft>(draft);
    }
};

}  // namespace kith::testing
