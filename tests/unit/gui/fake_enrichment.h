// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An enrichment desk without sources: what it is asked is kept, what it answers is set.
#pragma once

#include "core/service/enrichment_desk.h"

#include <QPromise>

namespace kith::testing {

class FakeEnrichment final : public service::EnrichmentDesk {
public:
    FakeEnrichment() {
        settings.everyMinutes = 60;
        sources = {{QStringLiteral("attio"), QStringLiteral("stored"), true, {}},
                   {QStringLiteral("onyx"), QString(), false, {}}};
        add("Ada Almqvist", "contact_info", "attio", TaskState::Completed, 0, {});
        add("Bruno Bergström", "company_info", "attio", TaskState::Skipped, 0, "attio has nothing of this kind");
        add("Chiara Castell", "contact_info", "attio", TaskState::Failed, 5, "Attio: HTTP 503 service_unavailable");
        add("Dmitri Dornbach", "social_media", "onyx", TaskState::Pending, 2, "Onyx: HTTP 429 RATE_LIMITED");
        add("Eleni Eriksen", "contact_info", "attio", TaskState::InProgress, 0, {});
        status.tasks = {41, 1, 212, 3, 57, 0};
    }

    Answer<service::EnrichmentFacts> facts() override {
        return ready(Result<service::EnrichmentFacts>(service::EnrichmentFacts{sources, settings, status}));
    }
    Answer<std::vector<service::EnrichmentRow>> tasks(int state, TaskId, int) override {
        std::vector<service::EnrichmentRow> some;
        for (const service::EnrichmentRow& row : rows) {
            if (state < 0 || int(row.task.state) == state) {
                some.push_back(row);
            }
        }
        return ready(Result<std::vector<service::EnrichmentRow>>(some));
    }
    Answer<void> setKey(const QString& source, const QString& key) override {
        keys << source + QLatin1Char('=') + key;
        return ready(Result<void>());
    }
    Answer<void> setOn(const QString& source, bool on) override {
        keys << source + (on ? QStringLiteral(" on") : QStringLiteral(" off"));
        return ready(Result<void>());
    }
    Answer<QString> test(const QString&) override { return ready(Result<QString>(QStringLiteral("Fjordlight"))); }
    Answer<void> save(const service::EnrichmentSettings& wanted) override {
        settings = wanted;
        return ready(Result<void>());
    }
    Answer<void> retry(TaskId task) override {
        retried.push_back(task);
        return ready(Result<void>());
    }
    Answer<qint64> retryFailed() override { return ready(Result<qint64>(3)); }
    void visitNow() override { ++visits; }
    Answer<service::WriteBackView> preview(const QString&, ContactId contact) override {
        people::WriteBack changes;
        changes.record = QStringLiteral("rec-1");
        changes.fields = {{QStringLiteral("job_title"),
                           QStringLiteral("job_title"),
                           QStringLiteral("Job title"),
                           {QStringLiteral("Trainee")},
                           {QStringLiteral("Facility Manager")}},
                          {QStringLiteral("phone"),
                           QStringLiteral("phone_numbers"),
                           QStringLiteral("Phone numbers"),
                           {QStringLiteral("+49 40 5550002")},
                           {QStringLiteral("+49 40 5550002"), QStringLiteral("+49 171 5550002")}}};
        return ready(
            Result<service::WriteBackView>(service::WriteBackView{contact, QStringLiteral("Chiara Castell"), changes}));
    }
    Answer<void> write(const QString&, const service::WriteBackView&) override {
        ++written;
        return ready(Result<void>());
    }

    service::EnrichmentSettings settings;
    service::EnrichmentStatus status;
    std::vector<service::SourceFacts> sources;
    std::vector<service::EnrichmentRow> rows;
    QStringList keys;
    std::vector<TaskId> retried;
    int visits{0};
    int written{0};

private:
    template <class T>
    static QFuture<Result<T>> ready(Result<T> answer) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(answer));
        promise.finish();
        return promise.future();
    }
    void add(const char* who, const char* kind, const char* source, TaskState state, int attempts, const char* reason) {
        service::EnrichmentRow row;
        row.task.id = TaskId{1'000 - qint64(rows.size())};
        row.task.kind = QStringLiteral("enrich.") + QLatin1String(kind);
        row.task.state = state;
        row.task.attempts = attempts;
        row.task.reason = QString::fromUtf8(reason);
        row.contact = ContactId{qint64(rows.size()) + 1};
        row.source = QLatin1String(source);
        row.who = QString::fromUtf8(who);
        rows.push_back(std::move(row));
    }
};

}  // namespace kith::testing
