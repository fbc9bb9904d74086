// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A workspace in a temporary folder with the whole service room on it.
#pragma once

#include "core/service/cellar.h"
#include "core/service/import_job.h"
#include "tests/support/fake_clock.h"
#include "tests/support/mail_forge.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kith::testing {

/// Good, or a failure that says why not.
template <class T>
::testing::AssertionResult good(const Result<T>& result) {
    return result ? ::testing::AssertionSuccess()
                  : ::testing::AssertionFailure()
                        << qPrintable(result.error().detail) << " " << qPrintable(result.error().hint);
}

class ServiceHouse : public ::testing::Test {
protected:
    ServiceHouse() { reopen(); }

    void reopen() {
        cellar.reset();
        clock.advance(Millis{1000});  // ids grow with time
        auto opened = service::Cellar::open(
            {folder.filePath(QStringLiteral("workspace")), {}, service::CellarMode::Write, nullptr}, clock);
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().detail));
        cellar = std::move(*opened);
    }
    QString file(const char* name, const QByteArray& content) const {
        QFile out(folder.filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(content);
        return out.fileName();
    }
    service::ImportProgress take(const QString& path, std::stop_token stop = {}, service::ImportHooks hooks = {}) {
        service::ImportRequest request;
        request.paths = {path};
        request.onStop = storage::ImportState::Paused;
        service::ImportJob job(*cellar, clock, std::move(hooks));
        auto progress = job.run(request, stop);
        EXPECT_TRUE(progress) << (progress ? "" : qPrintable(progress.error().detail));
        return progress ? *progress : service::ImportProgress{};
    }
    MessageId byId(const char* rfc822MessageId) {
        const auto found = cellar->messages.withMessageId(QString::fromLatin1(rfc822MessageId));
        return found && !found->empty() ? found->front() : MessageId{};
    }
    Decision decision(MessageId id) {
        const auto stored = cellar->triage.latest(id);
        EXPECT_TRUE(stored && *stored);
        return stored && *stored ? **stored : Decision{};
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<service::Cellar> cellar;
};

}  // namespace kith::testing
