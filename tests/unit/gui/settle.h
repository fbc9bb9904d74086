// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Waits until every answer that a page asked for was brought home (see ui/bring_home.h), however slow the machine is.
#pragma once

#include <QFutureWatcher>
#include <QTest>

namespace kith::testing {

/// False where something still is under way after 30 s. Answers that lead to further questions are waited for too.
inline bool settle(const QObject& page) {
    QCoreApplication::sendPostedEvents();
    return QTest::qWaitFor([&page] { return page.findChildren<QFutureWatcherBase*>().isEmpty(); }, 30'000);
}

}  // namespace kith::testing
