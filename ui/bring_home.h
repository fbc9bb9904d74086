// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Brings a desk's answer to the window's thread: always later, never to a widget that is gone.
#pragma once

#include <QFuture>
#include <QFutureWatcher>

namespace kith::ui {

/// Calls take(answer) from the event loop of context; not at all when context dies first or the desk closes.
/// (QFuture::then with a context that died is undefined in Qt 6.4, and it may answer before it returns.)
template <class T, class Take>
void bringHome(QObject* context, const QFuture<T>& future, Take take) {
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            take(watcher->result());
        }
    });
    watcher->setFuture(future);
}

}  // namespace kith::ui
