// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_queue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr double reviewSecondsEach = 7;

bool holds(const std::vector<ThreadId>& threads, ThreadId thread) {
    return std::find(threads.begin(), threads.end(), thread) != threads.end();
}

QSet<qint64> reviewNumbers(const std::vector<ThreadId>& threads) {
    QSet<qint64> numbers;
    for (const ThreadId thread : threads) {
        numbers.insert(thread.value);
    }
    return numbers;
}

template <class Tag>
QJsonArray asArray(const std::vector<Id<Tag>>& ids) {
    QJsonArray array;
    for (const Id<Tag> id : ids) {
        array.append(id.value);
    }
    return array;
}

template <class Tag>
std::vector<Id<Tag>> asIds(const QJsonValue& value) {
    std::vector<Id<Tag>> ids;
    for (const QJsonValue& one : value.toArray()) {
        ids.push_back({one.toInteger()});
    }
    return ids;
}

}  // namespace

int reviewMinutes(int left) {
    return std::max(1, static_cast<int>(std::lround(left * reviewSecondsEach / 60)));
}

QString alikeKey(const Address& sender) {
    static const QSet<QString> providers{
        QStringLiteral("gmail.com"),   QStringLiteral("googlemail.com"), QStringLiteral("outlook.com"),
        QStringLiteral("hotmail.com"), QStringLiteral("live.com"),       QStringLiteral("yahoo.com"),
        QStringLiteral("icloud.com"),  QStringLiteral("me.com"),         QStringLiteral("aol.com"),
        QStringLiteral("proton.me"),   QStringLiteral("protonmail.com"), QStringLiteral("gmx.de"),
        QStringLiteral("gmx.net"),     QStringLiteral("web.de"),         QStringLiteral("t-online.de"),
        QStringLiteral("mail.ru"),     QStringLiteral("qq.com"),         QStringLiteral("163.com")};
    const QString domain = addressDomain(sender.address);
    return providers.contains(domain) ? addressKey(sender.address) : domain;
}

void ReviewQueue::setOrder(const std::vector<ThreadId>& order) {
    const QSet<qint64> before = reviewNumbers(m_waiting);
    for (const ThreadId thread : order) {
        if (!isPending(thread) && !before.contains(thread.value)) {
            forgetAnswered(thread);
        }
    }
    std::vector<ThreadId> next;
    if (const auto now = current()) {
        next.push_back(*now);
    }
    const auto take = [&](const std::vector<ThreadId>& threads, auto wanted) {
        for (const ThreadId thread : threads) {
            if (wanted(thread) && !isPending(thread) && (next.empty() || next.front() != thread)) {
                next.push_back(thread);
            }
        }
    };
    const QSet<qint64> known = reviewNumbers(order);
    take(order, [&](ThreadId thread) { return !holds(m_skipped, thread); });
    take(m_skipped, [&](ThreadId thread) { return known.contains(thread.value); });
    if (m_roundOver && !next.empty()) {
        m_done = 0;
        m_roundOver = false;
    }
    m_waiting = std::move(next);
}

void ReviewQueue::setRows(const std::vector<InboxRow>& rows) {
    m_rows.clear();
    for (const InboxRow& row : rows) {
        m_rows.insert_or_assign(row.thread.value, row);
    }
}

void ReviewQueue::drop(ThreadId thread) {
    std::erase(m_waiting, thread);
    std::erase(m_skipped, thread);
}

std::optional<ThreadId> ReviewQueue::current() const {
    return m_waiting.empty() ? std::nullopt : std::optional(m_waiting.front());
}

std::vector<ThreadId> ReviewQueue::following(size_t count) const {
    const size_t end = std::min(m_waiting.size(), count + 1);
    return m_waiting.empty() ? std::vector<ThreadId>()
                             : std::vector(m_waiting.begin() + 1, m_waiting.begin() + ptrdiff_t(end));
}

std::vector<InboxRow> ReviewQueue::alike() const {
    const auto now = current();
    const auto first = now ? m_rows.find(now->value) : m_rows.end();
    if (first == m_rows.end()) {
        return {};
    }
    const QString key = alikeKey(first->second.sender);
    std::vector<InboxRow> rows{first->second};
    for (size_t i = 1; i < m_waiting.size() && !key.isEmpty(); ++i) {
        const auto other = m_rows.find(m_waiting[i].value);
        if (other != m_rows.end() && other->second.priority == first->second.priority &&
            alikeKey(other->second.sender) == key) {
            rows.push_back(other->second);
        }
    }
    return rows;
}

int ReviewQueue::answer(const std::vector<ThreadId>& threads) {
    Step made;
    made.number = ++m_lastNumber;
    made.threads = threads;
    made.awaited = static_cast<int>(threads.size());
    for (const ThreadId thread : threads) {
        drop(thread);
    }
    m_done += made.awaited;
    m_roundOver = m_waiting.empty();
    m_steps.push_back(std::move(made));
    if (m_steps.size() > stepsKept) {
        m_steps.pop_front();
    }
    return m_lastNumber;
}

void ReviewQueue::skip() {
    const auto now = current();
    if (!now) {
        return;
    }
    drop(*now);
    m_waiting.push_back(*now);
    m_skipped.push_back(*now);
    Step made;
    made.number = ++m_lastNumber;
    made.threads = {*now};
    made.skipped = true;
    m_steps.push_back(std::move(made));
}

ReviewQueue::Step* ReviewQueue::step(int number) {
    const auto is = [number](const Step& one) { return one.number == number; };
    if (const auto found = std::find_if(m_steps.begin(), m_steps.end(), is); found != m_steps.end()) {
        return &*found;
    }
    const auto found = std::find_if(m_takenBack.begin(), m_takenBack.end(), is);
    return found == m_takenBack.end() ? nullptr : &*found;
}

std::vector<ChangeId> ReviewQueue::settle(int number) {
    const auto ended = std::find_if(m_takenBack.begin(), m_takenBack.end(),
                                    [number](const Step& one) { return one.number == number && one.awaited <= 0; });
    if (ended == m_takenBack.end()) {
        std::erase_if(m_steps, [number](const Step& one) {
            return one.number == number && one.awaited <= 0 && one.threads.empty();
        });
        return {};
    }
    std::vector<ChangeId> changes(ended->changes.rbegin(), ended->changes.rend());
    m_takenBack.erase(ended);
    return changes;
}

std::vector<ChangeId> ReviewQueue::stored(int number, ChangeId change) {
    if (Step* one = step(number)) {
        one->changes.push_back(change);
        --one->awaited;
    }
    return settle(number);
}

std::vector<ChangeId> ReviewQueue::refused(int number, ThreadId thread) {
    const bool stands = std::any_of(m_steps.begin(), m_steps.end(), [=](const Step& s) { return s.number == number; });
    if (Step* one = step(number)) {
        --one->awaited;
        std::erase(one->threads, thread);
    }
    if (stands) {
        --m_done;
        putInFront({thread});
    }
    return settle(number);
}

std::vector<ChangeId> ReviewQueue::undo() {
    if (m_steps.empty()) {
        return {};
    }
    Step last = std::move(m_steps.back());
    m_steps.pop_back();
    for (const ThreadId thread : last.threads) {
        std::erase(m_skipped, thread);
    }
    putInFront(last.threads);
    if (last.skipped) {
        return {};
    }
    m_done = std::max(0, m_done - static_cast<int>(last.threads.size()));
    if (last.awaited > 0) {
        m_takenBack.push_back(std::move(last));
        return {};
    }
    return {last.changes.rbegin(), last.changes.rend()};
}

void ReviewQueue::putInFront(const std::vector<ThreadId>& threads) {
    for (const ThreadId thread : threads) {
        std::erase(m_waiting, thread);
    }
    m_waiting.insert(m_waiting.begin(), threads.begin(), threads.end());
    m_roundOver = false;
}

bool ReviewQueue::isPending(ThreadId thread) const {
    return std::any_of(m_steps.begin(), m_steps.end(),
                       [thread](const Step& one) { return one.awaited > 0 && holds(one.threads, thread); });
}

void ReviewQueue::forgetAnswered(ThreadId thread) {
    for (Step& one : m_steps) {
        if (!one.skipped && holds(one.threads, thread)) {
            std::erase(one.threads, thread);
            m_done = std::max(0, m_done - 1);
        }
    }
    std::erase_if(m_steps, [](const Step& one) { return one.threads.empty(); });
}

/// A round that is over is not gone on with.
QByteArray ReviewQueue::remembered() const {
    QJsonArray steps;
    for (const Step& one : m_steps) {
        if (!one.skipped && one.awaited == 0) {
            steps.append(QJsonObject{{QStringLiteral("threads"), asArray(one.threads)},
                                     {QStringLiteral("changes"), asArray(one.changes)}});
        }
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("done"), m_roundOver ? 0 : m_done}, {QStringLiteral("steps"), steps}})
        .toJson(QJsonDocument::Compact);
}

void ReviewQueue::recall(const QByteArray& remembered) {
    const QJsonObject object = QJsonDocument::fromJson(remembered).object();
    m_done = std::max(0, object.value(QStringLiteral("done")).toInt());
    m_steps.clear();
    for (const QJsonValue& value : object.value(QStringLiteral("steps")).toArray()) {
        Step one;
        one.number = ++m_lastNumber;
        one.threads = asIds<ThreadTag>(value.toObject().value(QStringLiteral("threads")));
        one.changes = asIds<ChangeTag>(value.toObject().value(QStringLiteral("changes")));
        if (!one.threads.empty() && !one.changes.empty() && m_steps.size() < stepsKept) {
            m_steps.push_back(std::move(one));
        }
    }
}

}  // namespace kith::ui
