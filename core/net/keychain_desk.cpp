// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/keychain_desk.h"

#include "core/net/keyring_bus.h"

#include <QCoreApplication>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace kith::net {

namespace {

using KeychainAnswer = Result<std::optional<QByteArray>>;

/// Shared, because a worker that waited long enough goes while the keyring is still busy with its question.
struct PendingAnswer {
    std::mutex mutex;
    std::condition_variable came;
    std::optional<KeychainAnswer> answer;

    void give(KeychainAnswer value) {
        {
            const std::lock_guard lock(mutex);
            answer.emplace(std::move(value));
        }
        came.notify_all();
    }
};

/// One for the whole program and until its end: QtKeychain queues all jobs of a process on the thread that came first.
class KeychainThread {
public:
    static QObject* desk() {
        static KeychainThread* const thread = new KeychainThread;  // ended by the application, see below
        return thread->m_desk;
    }

private:
    KeychainThread() {
        m_desk->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("kith-keychain"));
        m_thread.start();
        s_thread = this;
        qAddPostRoutine([] {
            s_thread->m_thread.quit();
            s_thread->m_thread.wait(1'000);
        });
    }
    static inline KeychainThread* s_thread = nullptr;
    QThread m_thread;
    QObject* m_desk{new QObject};
};

KeychainAnswer jobError(QKeychain::Job& job) {
    const QString detail = QStringLiteral("keyring: %1").arg(job.errorString());
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error{ErrorKind::Denied, detail, QStringLiteral("Unlock the keyring, then try again."), {}};
    case QKeychain::CouldNotDeleteEntry:
        return Error{ErrorKind::Failed, detail, {}, {}};
    default:
        return Error{
            ErrorKind::Unreachable, detail, QStringLiteral("Keep secrets in a vault with a passphrase instead."), {}};
    }
}

KeychainAnswer judged(QKeychain::Job& job, const KeychainCall& call) {
    if (job.error() == QKeychain::EntryNotFound || call.verb == KeychainCall::Verb::Remove) {
        // A keyring that was locked meanwhile says "not found" and "removed" as well.
        if (const auto open = keyringIsOpen(call.atMost); !open) {
            return open.error();
        }
        if (job.error() == QKeychain::EntryNotFound) {
            return std::optional<QByteArray>();
        }
    }
    if (job.error() != QKeychain::NoError) {
        return jobError(job);
    }
    const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(&job);
    return read ? std::optional(read->binaryData()) : std::optional<QByteArray>();
}

QKeychain::Job* keychainJob(const KeychainCall& call) {
    if (call.verb == KeychainCall::Verb::Read) {
        return new QKeychain::ReadPasswordJob(call.service);
    }
    if (call.verb == KeychainCall::Verb::Remove) {
        return new QKeychain::DeletePasswordJob(call.service);
    }
    auto* write = new QKeychain::WritePasswordJob(call.service);
    write->setBinaryData(call.secret);
    return write;
}

void startJob(const KeychainCall& call, const std::shared_ptr<PendingAnswer>& pending) {
    if (const auto open = keyringIsOpen(call.atMost); !open) {
        return pending->give(open.error());
    }
    QKeychain::Job* job = keychainJob(call);
    job->setKey(call.name);
    QObject::connect(job, &QKeychain::Job::finished, KeychainThread::desk(),
                     [call, pending](QKeychain::Job* done) { pending->give(judged(*done, call)); });
    job->start();
}

}  // namespace

Result<std::optional<QByteArray>> askKeychain(const KeychainCall& call) {
    const auto pending = std::make_shared<PendingAnswer>();
    QMetaObject::invokeMethod(KeychainThread::desk(), [call, pending] { startJob(call, pending); });
    std::unique_lock lock(pending->mutex);
    if (!pending->came.wait_for(lock, call.atMost, [&] { return pending->answer.has_value(); })) {
        return Error{ErrorKind::Unreachable,
                     QStringLiteral("the keyring does not answer within %1 s").arg(call.atMost.count() / 1000.0),
                     QStringLiteral("Look for a window of the keyring that waits for you, then try again."),
                     {}};
    }
    return *pending->answer;
}

}  // namespace kith::net
