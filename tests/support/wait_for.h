// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Waits for a future as the window does: with its event loop running.
#pragma once

#include <QEventLoop>
#include <QFutureWatcher>

namespace kith::testing {

template <class T>
T waitFor(const QFuture<T>& future) {
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.result();
}

}  // namespace kith::testing
