// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/workspace_lock.h"

#include <QDir>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kith::storage {

namespace {

constexpr Millis kLockPoll{50};

QString lockHolder(int file) {
    char buffer[32] = {};
    const ssize_t count = pread(file, buffer, sizeof buffer - 1, 0);
    return count > 0 ? QString::fromLatin1(buffer, count).trimmed() : QStringLiteral("unknown");
}

void writeLockHolder(int file) {
    const QByteArray pid = QByteArray::number(qint64(getpid())) + '\n';
    if (ftruncate(file, 0) == 0) {
        [[maybe_unused]] const ssize_t written = pwrite(file, pid.constData(), size_t(pid.size()), 0);
    }
}

}  // namespace

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::take(const QString& folder, Clock& clock, Millis patience,
                                                           std::stop_token stop) {
    const QString path = QDir(folder).filePath(QStringLiteral("kith.lock"));
    const bool made = QDir().mkpath(folder);
    const int file = made ? ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file < 0) {
        return Error{errno == ENOSPC ? ErrorKind::Full : ErrorKind::Denied, QStringLiteral("cannot write ") + path,
                     QStringLiteral("The workspace cannot be written; check the rights of its folder.")};
    }
    std::unique_ptr<WorkspaceLock> lock(new WorkspaceLock(file));
    const Millis end = clock.now() + patience;
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (clock.now() >= end) {
            return Error{ErrorKind::Busy, QStringLiteral("the workspace is in use by process %1").arg(lockHolder(file)),
                         QStringLiteral("Kith is open on this workspace; close it, or use another --workspace.")};
        }
        if (!clock.wait(kLockPoll, stop)) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped while waiting for the workspace"), {}};
        }
    }
    writeLockHolder(file);
    return lock;
}

WorkspaceLock::~WorkspaceLock() {
    ::close(m_file);
}

}  // namespace kith::storage
