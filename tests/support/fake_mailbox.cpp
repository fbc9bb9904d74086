// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/support/fake_mailbox.h"

#include <algorithm>

namespace kith::testing {

namespace {

bool isSystemId(const QString& id) {
    return !id.startsWith(QLatin1String("Label_"));
}

Error lost() {
    return {ErrorKind::NotFound, QStringLiteral("no such thing"), {}};
}

}  // namespace

QString FakeServer::add(const QByteArray& raw, const QStringList& labelIds, const QString& threadId) {
    FakeMessage message;
    message.id = QStringLiteral("%1").arg(nextId++, 16, 16, QLatin1Char('0'));
    message.threadId = threadId.isEmpty() ? message.id : threadId;
    message.raw = raw;
    message.labels = labelIds;
    message.labels.sort();
    message.date = std::chrono::milliseconds{1'778'000'000'000 + nextId * 1000};
    history.push_back(
        {++now, {mail::HistoryKind::MessageAdded, now, {message.id, message.threadId}, {}, message.labels, true}});
    order.insert(order.begin(), message.id);
    return messages.emplace(message.id, message).first->first;
}

void FakeServer::remove(const QString& id) {
    const auto found = messages.find(id);
    if (found == messages.end()) {
        return;
    }
    history.push_back({++now, {mail::HistoryKind::MessageDeleted, now, {id, found->second.threadId}, {}, {}, false}});
    std::erase(order, id);
    messages.erase(found);
}

void FakeServer::setLabel(const QString& id, const QString& labelId, bool on) {
    const auto found = messages.find(id);
    if (found == messages.end() || found->second.labels.contains(labelId) == on) {
        return;
    }
    QStringList& own = found->second.labels;
    on ? own.append(labelId) : void(own.removeAll(labelId));
    own.sort();
    history.push_back({++now,
                       {on ? mail::HistoryKind::LabelsAdded : mail::HistoryKind::LabelsRemoved,
                        now,
                        {id, found->second.threadId},
                        {labelId},
                        own,
                        true}});
}

QString FakeServer::makeLabel(const QString& name) {
    mail::RemoteLabel label;
    label.id = QStringLiteral("Label_%1").arg(nextLabel++);
    label.name = name;
    labels.insert(label.id, label);
    return label.id;
}

void FakeServer::renameLabel(const QString& id, const QString& name) {
    labels[id].name = name;
}

void FakeServer::removeLabel(const QString& id) {
    labels.remove(id);
    for (auto& [key, message] : messages) {
        message.labels.removeAll(id);  // as Gmail: no word of it in the history
    }
}

void FakeServer::expireHistory() {
    oldest = ++now;
    history.clear();
}

QStringList FakeServer::userLabels() const {
    return labels.keys();
}

QStringList FakeServer::namesOf(const QString& id) const {
    QStringList names;
    for (const QString& label : messages.at(id).labels) {
        names << (isSystemId(label) ? label : labels.value(label).name);
    }
    names.sort();
    return names;
}

QMap<QString, QStringList> FakeServer::named() const {
    QMap<QString, QStringList> all;
    for (const auto& [id, message] : messages) {
        all.insert(id, namesOf(id));
    }
    return all;
}

std::optional<Error> FakeMailbox::begin(const QString& name, std::stop_token stop, int units) {
    if (stop.stop_requested()) {
        return Error{ErrorKind::Cancelled, {}, {}};
    }
    log << name;
    ++m_usage.requests;
    m_usage.quotaUnits += units;
    return before ? before(name) : std::nullopt;
}

Result<mail::RemoteProfile> FakeMailbox::profile(std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("profile"), stop, 1)) {
        return *fault;
    }
    mail::RemoteProfile profile;
    profile.address = address;
    profile.historyId = m_server.now;
    profile.messagesTotal = qint64(m_server.messages.size());
    if (const auto fault = end(QStringLiteral("profile"))) {
        return *fault;
    }
    return profile;
}

/// A token names the last message that was given: what comes and goes meanwhile moves nothing.
Result<mail::RemotePage> FakeMailbox::page(const QString& name, const QString& labelId, const QString& page,
                                           std::stop_token stop) {
    if (const auto fault = begin(name, stop, 5)) {
        return *fault;
    }
    if (!labelId.isEmpty() && !isSystemId(labelId) && !m_server.labels.contains(labelId)) {
        return Error{ErrorKind::Failed, QStringLiteral("Invalid label: ") + labelId, {}};
    }
    mail::RemotePage answer;
    for (const QString& id : m_server.order) {
        const FakeMessage& message = m_server.messages.at(id);
        if ((!page.isEmpty() && id >= page) || (!labelId.isEmpty() && !message.labels.contains(labelId))) {
            continue;
        }
        if (int(answer.refs.size()) == pageSize) {
            answer.nextPage = answer.refs.back().id;
            break;
        }
        answer.refs.push_back({id, message.threadId});
    }
    if (const auto fault = end(name)) {
        return *fault;
    }
    return answer;
}

Result<mail::RemotePage> FakeMailbox::list(const QString& from, std::stop_token stop) {
    return page(QStringLiteral("list"), {}, from, stop);
}

Result<mail::RemotePage> FakeMailbox::listLabelled(const QString& labelId, const QString& from, std::stop_token stop) {
    return page(QStringLiteral("listLabelled"), labelId, from, stop);
}

Result<mail::RemoteFetch> FakeMailbox::fetch(std::span<const mail::RemoteRef> refs, std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("fetch"), stop, int(refs.size()) * 20)) {
        return *fault;
    }
    mail::RemoteFetch fetched;
    for (const mail::RemoteRef& ref : refs) {
        const auto found = m_server.messages.find(ref.id);
        if (failsToFetch && failsToFetch(ref.id)) {
            fetched.failed.push_back({ref.id, {ErrorKind::Malformed, QStringLiteral("cut off"), {}}});
        } else if (found == m_server.messages.end()) {
            fetched.gone << ref.id;
        } else {
            fetched.found.push_back({{ref.id, found->second.threadId},
                                     m_server.now,
                                     found->second.date,
                                     found->second.labels,
                                     found->second.raw});
        }
    }
    if (const auto fault = end(QStringLiteral("fetch"))) {
        return *fault;
    }
    return fetched;
}

Result<mail::HistoryPage> FakeMailbox::history(quint64 since, const QString& page, std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("history"), stop, 2)) {
        return *fault;
    }
    if (since < m_server.oldest || since > m_server.now) {
        return lost();
    }
    std::vector<mail::HistoryStep> steps;
    for (const FakeServer::Step& one : m_server.history) {
        if (one.record > since) {
            steps.push_back(one.step);
            if (!tellsAfter) {
                steps.back().toldAfter = false;
                steps.back().after.clear();
            }
        }
    }
    mail::HistoryPage answer;
    answer.historyId = m_server.now;
    const size_t from = page.section(QLatin1Char('.'), 0, 0).toULongLong();
    const size_t upTo = std::min(steps.size(), from + size_t(pageSize));
    answer.steps.assign(steps.begin() + qsizetype(std::min(from, steps.size())), steps.begin() + qsizetype(upTo));
    if (upTo < steps.size()) {
        answer.nextPage = QString::number(upTo);
    }
    if (shortHistory && !page.contains(QLatin1Char('.'))) {
        if (page.isEmpty()) {  // an empty page first
            answer.steps.clear();
            answer.nextPage = QStringLiteral("0.again");
        } else {  // twice, and back to front
            std::reverse(answer.steps.begin(), answer.steps.end());
            answer.nextPage = QString::number(from) + QStringLiteral(".again");
        }
    }
    if (const auto fault = end(QStringLiteral("history"))) {
        return *fault;
    }
    return answer;
}

Result<std::vector<mail::RemoteLabel>> FakeMailbox::labels(std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("labels"), stop, 1)) {
        return *fault;
    }
    std::vector<mail::RemoteLabel> all;
    for (const char* id : {"INBOX", "SENT", "DRAFT", "TRASH", "SPAM", "UNREAD", "STARRED", "IMPORTANT"}) {
        all.push_back({QString::fromLatin1(id), QString::fromLatin1(id), true, {}, {}});
    }
    for (const mail::RemoteLabel& label : m_server.labels) {
        all.push_back(label);
    }
    if (const auto fault = end(QStringLiteral("labels"))) {
        return *fault;
    }
    return all;
}

Result<mail::RemoteLabel> FakeMailbox::createLabel(const mail::RemoteLabel& wanted, std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("createLabel"), stop, 5)) {
        return *fault;
    }
    for (const mail::RemoteLabel& label : m_server.labels) {
        if (label.name.compare(wanted.name, Qt::CaseInsensitive) == 0) {
            return Error{ErrorKind::Conflict, QStringLiteral("Label name exists or conflicts"), {}};
        }
    }
    const QString id = m_server.makeLabel(wanted.name);
    m_server.labels[id].background = wanted.background;
    m_server.labels[id].foreground = wanted.foreground;
    const mail::RemoteLabel made = m_server.labels.value(id);
    if (const auto fault = end(QStringLiteral("createLabel"))) {
        return *fault;
    }
    return made;
}

Result<void> FakeMailbox::deleteLabel(const QString& labelId, std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("deleteLabel"), stop, 5)) {
        return *fault;
    }
    if (!m_server.labels.contains(labelId)) {
        return lost();
    }
    m_server.removeLabel(labelId);
    const auto fault = end(QStringLiteral("deleteLabel"));
    return fault ? Result<void>(*fault) : Result<void>();
}

Result<void> FakeMailbox::modify(std::span<const QString> ids, const mail::LabelEdit& edit, std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("modify"), stop, ids.size() > 9 ? 50 : 5 * int(ids.size()))) {
        return *fault;
    }
    for (const QString& label : edit.add + edit.remove) {
        if (!isSystemId(label) && !m_server.labels.contains(label)) {
            return Error{ErrorKind::Failed, QStringLiteral("Invalid label: ") + label, {}};
        }
        if (label == QLatin1String("SENT") || label == QLatin1String("DRAFT")) {
            return Error{ErrorKind::Failed, QStringLiteral("Invalid label: ") + label, {}};
        }
    }
    for (const QString& id : ids) {
        if (!m_server.messages.count(id)) {
            if (ids.size() == 1) {
                return lost();
            }
            continue;
        }
        for (const QString& label : edit.add) {
            m_server.setLabel(id, label, true);
        }
        for (const QString& label : edit.remove) {
            m_server.setLabel(id, label, false);
        }
    }
    const auto fault = end(QStringLiteral("modify"));
    return fault ? Result<void>(*fault) : Result<void>();
}

Result<std::vector<mail::RemoteAlias>> FakeMailbox::aliases(std::stop_token stop) {
    if (const auto fault = begin(QStringLiteral("aliases"), stop, 1)) {
        return *fault;
    }
    return ownAliases;
}

}  // namespace kith::testing
