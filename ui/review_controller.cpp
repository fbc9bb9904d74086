// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_controller.h"

#include "ui/bring_home.h"
#include "ui/review_page.h"
#include "ui/review_words.h"

#include <algorithm>

namespace kith::ui {

namespace {

constexpr size_t reviewAhead = 3;       ///< conversations opened before they are asked
constexpr size_t reviewRowsRead = 300;  ///< of them the alike ones are found

QString reviewProgressKey() {
    return QStringLiteral("review.progress");
}

}  // namespace

ReviewController::ReviewController(ReviewHouse house, ReviewPage& page, QObject* parent)
    : QObject(parent)
    , m_house(std::move(house))
    , m_page(page) {
    connect(&page, &ReviewPage::answered, this, &ReviewController::answer);
    connect(&page, &ReviewPage::answeredAlike, this, &ReviewController::answerAlike);
    connect(&page, &ReviewPage::undoAsked, this, &ReviewController::undo);
    connect(&page, &ReviewPage::skipped, this, [this] {
        m_page.tell({});
        m_queue.skip();
        showCurrent();
    });
    bringHome(this, m_house.setting(reviewProgressKey(), QString()), [this](const Result<QString>& remembered) {
        if (remembered) {
            m_queue.recall(remembered->toUtf8());
        }
        readOrder();
    });
}

void ReviewController::lookAgain(const service::Changes& changes) {
    if (changes.order || !changes.threads.empty()) {
        for (auto opened = m_opened.begin(); opened != m_opened.end();) {
            const ThreadId thread{opened.key()};
            const bool stale =
                thread != m_page.asked() && (changes.threads.empty() || changes.threads.contains(thread));
            opened = stale ? m_opened.erase(opened) : std::next(opened);
        }
        readOrder();
    }
}

void ReviewController::readOrder() {
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_readAgain = false;
    bringHome(this, m_house.order(), [this, writes = m_writes](const Result<InboxOrder>& order) {
        m_reading = false;
        if (m_readAgain || writes != m_writes) {
            readOrder();
        } else if (order) {
            takeOrder(order->threads);
        } else {
            m_page.tell(ReviewWords::problem(order.error()));
        }
    });
}

void ReviewController::takeOrder(const std::vector<ThreadId>& threads) {
    readMeasure();
    const auto before = m_queue.current();
    m_queue.setOrder(threads);
    const bool listed = before && std::find(threads.begin(), threads.end(), *before) != threads.end();
    if (before && !listed && m_queue.current() == before) {
        m_opened.remove(before->value);  // out of the list: shown on while it is there, dropped when it is gone
        m_fetching.erase(*before);
    }
    readRows();
    showCurrent();
}

void ReviewController::readRows() {
    const std::vector<ThreadId>& waiting = m_queue.waiting();
    const std::vector<ThreadId> asked(waiting.begin(),
                                      waiting.begin() + ptrdiff_t(std::min(waiting.size(), reviewRowsRead)));
    bringHome(this, m_house.rows(asked), [this](const Result<std::vector<InboxRow>>& rows) {
        if (!rows) {
            return;
        }
        m_queue.setRows(*rows);
        if (const auto opened = m_opened.constFind(m_page.asked().value); opened != m_opened.constEnd()) {
            m_page.complete(itemOf(*opened));
        }
    });
}

void ReviewController::showCurrent() {
    showProgress();
    const auto current = m_queue.current();
    if (!current) {
        m_page.showNothing();
        return;
    }
    fetch(*current);
    for (const ThreadId thread : m_queue.following(reviewAhead)) {
        fetch(thread);
    }
    present();
}

void ReviewController::fetch(ThreadId thread) {
    if (m_opened.contains(thread.value) || !m_fetching.insert(thread).second) {
        return;
    }
    bringHome(this, m_house.open(thread), [this, thread](const Result<service::Conversation>& opened) {
        if (m_fetching.erase(thread) == 0) {
            return;
        }
        if (opened) {
            m_opened.insert(thread.value, *opened);
            fetchCard(opened->row.sender);
        } else {
            m_queue.drop(thread);
            showCurrent();
        }
        present();
    });
}

void ReviewController::fetchCard(const Address& sender) {
    const QString key = addressKey(sender.address);
    if (key.isEmpty() || m_cards.contains(key)) {
        return;
    }
    bringHome(this, m_house.card(sender.address), [this, key](const Result<service::SenderCard>& card) {
        if (!card) {
            return;
        }
        m_cards.insert(key, *card);
        const auto opened = m_opened.constFind(m_page.asked().value);
        if (opened != m_opened.constEnd() && addressKey(opened->row.sender.address) == key) {
            m_page.complete(itemOf(*opened));
        }
    });
}

/// Nothing is asked while an undo is on its way: what is shown would be what it takes back.
void ReviewController::present() {
    const auto current = m_queue.current();
    if (!current) {
        return;
    }
    const auto opened = m_opened.constFind(current->value);
    if (opened == m_opened.constEnd() || m_undoing > 0 || m_queue.settling()) {
        m_page.wait();
    } else if (m_page.asked() != *current || !m_page.isTaking()) {
        m_page.ask(itemOf(*opened));
    }
}

ReviewItem ReviewController::itemOf(const service::Conversation& conversation) const {
    ReviewItem item;
    item.conversation = conversation;
    item.today = QDate::currentDate();
    if (const auto card = m_cards.constFind(addressKey(conversation.row.sender.address)); card != m_cards.constEnd()) {
        item.sender = *card;
    }
    item.alike = std::max(1, static_cast<int>(m_queue.alike().size()));
    return item;
}

void ReviewController::answer(Priority priority) {
    const auto opened = m_opened.constFind(m_page.asked().value);
    if (opened == m_opened.constEnd() || m_queue.current() != m_page.asked()) {
        return;
    }
    const InboxRow row = opened->row;
    m_page.tell({});
    give(m_queue.answer({row.thread}), row, priority);
    showCurrent();
}

void ReviewController::answerAlike(Priority priority) {
    const std::vector<InboxRow> alike = m_queue.alike();
    if (alike.empty() || alike.front().thread != m_page.asked()) {
        return;
    }
    std::vector<ThreadId> threads;
    for (const InboxRow& row : alike) {
        threads.push_back(row.thread);
    }
    m_page.tell({});
    const int step = m_queue.answer(threads);
    for (const InboxRow& row : alike) {
        give(step, row, priority);
    }
    showCurrent();
}

void ReviewController::give(int step, const InboxRow& row, Priority priority) {
    Feedback feedback;
    feedback.message = row.message;
    feedback.assigned = priority;
    feedback.suggested = row.priority;
    m_opened.remove(row.thread.value);
    bringHome(this, m_house.giveFeedback(feedback),
              [this, step, thread = row.thread](const Result<service::Receipt>& receipt) {
                  ++m_writes;
                  if (receipt) {
                      takeBack(m_queue.stored(step, receipt->change));
                      remember();
                  } else {
                      takeBack(m_queue.refused(step, thread));
                      m_page.tell(ReviewWords::problem(receipt.error()));
                      readOrder();
                  }
                  showCurrent();
              });
}

void ReviewController::undo() {
    m_page.tell({});
    takeBack(m_queue.undo());
    showCurrent();
}

void ReviewController::takeBack(std::vector<ChangeId> changes) {
    for (const ChangeId change : changes) {
        ++m_undoing;
        bringHome(this, m_house.undo(change), [this](const Result<service::Receipt>& receipt) {
            --m_undoing;
            ++m_writes;
            const bool was =
                !receipt && receipt.error().kind == ErrorKind::Conflict;  // taken back elsewhere: as wished
            if (!receipt && !was) {
                m_page.tell(ReviewWords::problem(receipt.error()));
            } else if (receipt && !receipt->conflicts.isEmpty()) {
                m_page.tell(tr("Some of it was changed meanwhile and stays as it is."));
            }
            if (m_undoing == 0) {
                m_opened.clear();
                m_fetching.clear();
                remember();
                readOrder();
                showCurrent();
            }
        });
    }
}

void ReviewController::remember() {
    bringHome(this, m_house.setSetting(reviewProgressKey(), QString::fromUtf8(m_queue.remembered())),
              [](const Result<void>&) {});
}

void ReviewController::readMeasure() {
    if (!m_house.measure) {
        return;
    }
    bringHome(this, m_house.measure(), [this](const Result<ReviewMeasure>& measure) {
        if (measure) {
            m_measure = *measure;
            showProgress();
        }
    });
}

void ReviewController::showProgress() {
    m_page.setProgress({m_queue.left(), m_queue.done(), reviewMinutes(m_queue.left()), m_measure.budget,
                        m_queue.canUndo(), m_measure});
    if (m_leftTold != m_queue.left()) {
        m_leftTold = m_queue.left();
        Q_EMIT leftChanged(m_leftTold);
    }
}

}  // namespace kith::ui
