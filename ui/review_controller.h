// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Wires the review page to the workspace: what is asked next, answers that are stored, the way back.
#pragma once

#include "core/base/result.h"
#include "core/domain/feedback.h"
#include "core/service/changes.h"
#include "ui/review_item.h"
#include "ui/review_queue.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <functional>
#include <set>

namespace kith::service {
class Workspace;
}

namespace kith::ui {

class ReviewPage;

/// What the review needs of the house; see service::InboxDesk and service::Workspace.
struct ReviewHouse {
    template <class T>
    using Answer = QFuture<Result<T>>;

    std::function<Answer<InboxOrder>()> order;
    std::function<Answer<std::vector<InboxRow>>(const std::vector<ThreadId>&)> rows;
    std::function<Answer<service::Conversation>(ThreadId)> open;
    std::function<Answer<service::SenderCard>(const QString&)> card;
    std::function<Answer<service::Receipt>(const Feedback&)> giveFeedback;
    std::function<Answer<service::Receipt>(ChangeId)> undo;
    std::function<Answer<QString>(const QString& key, const QString& fallback)> setting;
    std::function<Answer<void>(const QString& key, const QString& value)> setSetting;
    std::function<Answer<ReviewMeasure>()> measure{};  ///< may be missing: the usual budget is named
};

class ReviewController : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewController)
public:
    /// The page outlives it.
    ReviewController(service::Workspace& workspace, ReviewPage& page, QObject* parent);
    ReviewController(ReviewHouse house, ReviewPage& page, QObject* parent);

    /// The workspace changed: the order is read again.
    void lookAgain(const service::Changes& changes);
    int left() const { return m_queue.left(); }

Q_SIGNALS:
    /// For the number beside "Review".
    void leftChanged(int left);

private:
    void readOrder();
    void takeOrder(const std::vector<ThreadId>& threads);
    void readRows();
    void showCurrent();
    void fetch(ThreadId thread);
    void fetchCard(const Address& sender);
    void present();
    void answer(Priority priority);
    void answerAlike(Priority priority);
    void give(int step, const InboxRow& row, Priority priority);
    void undo();
    void takeBack(std::vector<ChangeId> changes);
    void remember();
    void showProgress();
    void readMeasure();
    ReviewItem itemOf(const service::Conversation& conversation) const;

    ReviewHouse m_house;
    ReviewPage& m_page;
    ReviewQueue m_queue;
    QHash<qint64, service::Conversation> m_opened;  ///< the current one and those that follow
    QHash<QString, service::SenderCard> m_cards;
    std::set<ThreadId> m_fetching;
    ReviewMeasure m_measure;
    int m_writes{0};  ///< answers and undos stored so far: an order read before is too old
    int m_undoing{0};
    bool m_reading{false};
    bool m_readAgain{false};
    int m_leftTold{-1};
};

}  // namespace kith::ui
