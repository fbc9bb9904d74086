// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_fetch.h"

#include "core/mail/gmail_payload.h"
#include "core/sources/gmail_json.h"

#include <QUrl>

namespace kith::sources {

namespace {

constexpr int fetchThreadFrom = 3;  // fewer wanted messages of a thread are never worth it

QByteArray encodedId(const QString& id) {
    return QUrl::toPercentEncoding(id);
}

}  // namespace

bool ThreadLuck::pays(int wanted, double threadUnits, double messageUnits) const {
    const std::scoped_lock lock(m_mutex);
    return wanted >= fetchThreadFrom && threadUnits + wanted * m_doubtful * messageUnits < wanted * messageUnits;
}

void ThreadLuck::told(int rebuilt, int doubtful) {
    const std::scoped_lock lock(m_mutex);
    const int all = rebuilt + doubtful;
    if (all > 0) {
        m_doubtful += (double(doubtful) / all - m_doubtful) * std::min(0.5, all / 50.0);
    }
}

GmailFetch::GmailFetch(GmailCaller& caller, ThreadLuck& luck)
    : m_caller(caller)
    , m_luck(luck) {
}

PartCall GmailFetch::messageCall(int wanted) const {
    PartCall call;
    call.target = m_caller.base() + "/messages/" + encodedId(m_wanted[size_t(wanted)].ref.id) +
                  "?format=raw&fields=id%2CthreadId%2ClabelIds%2ChistoryId%2CinternalDate%2Craw";
    call.units = m_caller.shared().units->of(QLatin1String("messages.get"));
    call.tag = wanted;
    return call;
}

PartCall GmailFetch::threadCall(int thread) const {
    PartCall call;
    const QString id = m_wanted[size_t(m_threads[size_t(thread)].front())].ref.threadId;
    call.target =
        m_caller.base() + "/threads/" + encodedId(id) +
        "?format=full&fields=id%2Cmessages%28id%2CthreadId%2ClabelIds%2ChistoryId%2CinternalDate%2Cpayload%29";
    call.units = m_caller.shared().units->of(QLatin1String("threads.get"));
    call.tag = -1 - thread;
    return call;
}

std::vector<PartCall> GmailFetch::plan(std::span<const mail::RemoteRef> refs) {
    QHash<QString, int> seen;
    QHash<QString, std::vector<int>> byThread;
    for (const mail::RemoteRef& ref : refs) {
        if (!seen.contains(ref.id)) {
            seen.insert(ref.id, int(m_wanted.size()));
            byThread[ref.threadId].push_back(int(m_wanted.size()));
            m_wanted.push_back({ref, {}, false, {}});
        }
    }
    const GmailUnits& units = *m_caller.shared().units;
    const double threadUnits = units.of(QLatin1String("threads.get"));
    const double messageUnits = units.of(QLatin1String("messages.get"));
    const bool limited = m_caller.shared().pacer->isLimited();
    std::vector<PartCall> calls;
    for (int i = 0; i < int(m_wanted.size()); ++i) {
        const QString& thread = m_wanted[size_t(i)].ref.threadId;
        const std::vector<int>& members = byThread[thread];
        if (!limited || thread.isEmpty() || !m_luck.pays(int(members.size()), threadUnits, messageUnits)) {
            calls.push_back(messageCall(i));
        } else if (members.front() == i) {
            m_threads.push_back(members);
            calls.push_back(threadCall(int(m_threads.size()) - 1));
        }
    }
    return calls;
}

Result<void> GmailFetch::take(int tag, const net::HttpResponse& answer) {
    if (tag < 0) {
        return takeThread(m_threads[size_t(-1 - tag)], answer);
    }
    Wanted& wanted = m_wanted[size_t(tag)];
    Result<mail::RemoteMessage> message = readRawMessage(answer.body, wanted.ref.id);
    if (!message) {
        return message.error();
    }
    wanted.found = std::move(*message);
    return {};
}

/// What cannot be rebuilt without doubt stays unanswered: refused() asks for it on its own.
Result<void> GmailFetch::takeThread(const std::vector<int>& members, const net::HttpResponse& answer) {
    const QString id = m_wanted[size_t(members.front())].ref.threadId;
    Result<std::vector<ThreadMessage>> thread = readThread(answer.body, id);
    if (!thread) {
        return Error{ErrorKind::Unsupported, thread.error().detail, {}};
    }
    QHash<QString, ThreadMessage*> told;
    for (ThreadMessage& message : *thread) {
        told.insert(message.message.ref.id, &message);
    }
    int rebuilt = 0;
    for (const int member : members) {
        Wanted& wanted = m_wanted[size_t(member)];
        if (ThreadMessage* message = told.value(wanted.ref.id)) {
            rebuild(wanted, *message);
        }
        rebuilt += wanted.found ? 1 : 0;
    }
    m_luck.told(rebuilt, int(members.size()) - rebuilt);
    return rebuilt == int(members.size())
               ? Result<void>()
               : Result<void>(
                     Error{ErrorKind::Unsupported, QStringLiteral("a thread gave not every message whole"), {}});
}

void GmailFetch::rebuild(Wanted& wanted, ThreadMessage& told) {
    Result<QByteArray> raw = mail::rawFromPayload(told.payload);
    if (raw) {
        told.message.raw = std::move(*raw);
        wanted.found = std::move(told.message);
    }
}

std::vector<PartCall> GmailFetch::refused(int tag, const Error& why) {
    std::vector<PartCall> others;
    if (tag < 0) {
        for (const int member : m_threads[size_t(-1 - tag)]) {
            if (!m_wanted[size_t(member)].found) {
                others.push_back(messageCall(member));
            }
        }
        return others;
    }
    Wanted& wanted = m_wanted[size_t(tag)];
    wanted.gone = why.kind == ErrorKind::NotFound;
    if (!wanted.gone) {
        wanted.failed = why;
    }
    return others;
}

mail::RemoteFetch GmailFetch::collected(const std::optional<Error>& end) {
    mail::RemoteFetch fetch;
    for (Wanted& wanted : m_wanted) {
        if (wanted.found) {
            fetch.found.push_back(std::move(*wanted.found));
        } else if (wanted.gone) {
            fetch.gone.append(wanted.ref.id);
        } else {
            const Error unanswered = end.value_or(Error{ErrorKind::Failed, QStringLiteral("no answer"), {}});
            fetch.failed.push_back({wanted.ref.id, wanted.failed.value_or(unanswered)});
        }
    }
    return fetch;
}

Result<mail::RemoteFetch> GmailFetch::run(std::span<const mail::RemoteRef> refs, std::stop_token stop) {
    GmailParts parts(m_caller, *this, QStringLiteral("read mail"));
    const Result<void> ran = parts.run(plan(refs), stop);
    if (ran) {
        return collected({});
    }
    const Error& end = ran.error();
    mail::RemoteFetch fetch = collected(end);
    // What was paid for is kept, unless the person stopped it or must act first.
    const bool keep = end.kind == ErrorKind::RateLimited || end.kind == ErrorKind::Unreachable;
    return keep && (!fetch.found.empty() || !fetch.gone.isEmpty()) ? Result<mail::RemoteFetch>(std::move(fetch)) : end;
}

}  // namespace kith::sources
