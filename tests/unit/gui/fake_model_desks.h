// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The desk behind Settings, Model, without database and network: it remembers what it is told.
#pragma once

#include "core/service/model_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kith::ui {

class FakeModelDesk final : public service::ModelDesk {
public:
    FakeModelDesk() {
        facts_.settings.allowed = false;
        facts_.access.address = QStringLiteral("https://api.deepinfra.com/v1/openai");
        facts_.draftModel = facts_.feedbackModel = facts_.settings.model;
        sample_.found = true;
        sample_.from = QStringLiteral("Dr. Yuki Tanabe");
        sample_.subject = QStringLiteral("A demo for the stability team?");
        sample_.waiting = 34;
        sample_.keptBack = 3;
        sample_.usdEach = 0.00068;
        const auto message = [](const char* role, const char* content) {
            return QJsonObject{{QStringLiteral("role"), QLatin1String(role)},
                               {QStringLiteral("content"), QString::fromUtf8(content)}};
        };
        sample_.body =
            QJsonDocument(QJsonObject{{QStringLiteral("model"), facts_.settings.model},
                                      {QStringLiteral("messages"),
                                       QJsonArray{message("system", "You judge one e-mail for one business owner."),
                                                  message("user", "kith-1f\nFrom: Dr. Yuki Tanabe\nSubject: A demo "
                                                                  "for the stability team?\n\nWe saw your talk and "
                                                                  "wonder whether you could show us the probes on "
                                                                  "Thursday.\nkith-1f")}}})
                .toJson(QJsonDocument::Compact);
    }

    Answer<service::ModelFacts> facts() override { return now(facts_); }
    Answer<std::vector<service::ModelOffer>> offers() override {
        return trouble ? later<std::vector<service::ModelOffer>>() : now(offers_);
    }
    Answer<void> setKey(const QString& key) override {
        keys << key;
        facts_.access.hasKey = !key.isEmpty();
        return done();
    }
    Answer<void> setAddress(const QString& address) override {
        if (trouble) {
            return done();
        }
        facts_.access.vendorsOwnAddress = address.isEmpty();
        facts_.access.address = address;
        return done();
    }
    Answer<void> choose(service::ModelTask task, const QString& model) override {
        if (!trouble) {
            (task == service::ModelTask::Classify ? facts_.settings.model
             : task == service::ModelTask::Draft  ? facts_.draftModel
                                                  : facts_.feedbackModel) = model;
        }
        return done();
    }
    Answer<void> setLimits(const service::ModelLimits& limits) override {
        facts_.settings.requestsPerDay = limits.requestsPerDay;
        facts_.settings.usdPerDay = limits.usdPerDay;
        facts_.settings.inFlight = limits.inFlight;
        return done();
    }
    Answer<service::ConsentSample> sample() override { return now(sample_); }
    Answer<void> setAllowed(bool allowed) override {
        facts_.settings.allowed = allowed;
        facts_.status.phase = allowed ? service::ModelPhase::Idle : service::ModelPhase::Off;
        return done();
    }
    void setPaused(bool paused) override {
        facts_.status.phase = paused ? service::ModelPhase::Paused : service::ModelPhase::Asking;
        Q_EMIT statusChanged(facts_.status);
    }
    Answer<service::ModelTestCall> test(const QString&) override {
        service::ModelTestCall call;
        call.took = Millis{1240};
        call.usd = 0.00071;
        call.answer.contentValue.reason = QStringLiteral("asks for a price by Friday");
        return trouble ? later<service::ModelTestCall>() : now(call);
    }
    Answer<service::TrialReport> tryOut(const QString& model, int most) override {
        service::TrialReport report;
        report.trial = {model, QStringLiteral("classify-1")};
        report.compared = most;
        report.sameBand = most * 7 / 10;
        report.wouldChange = most * 3 / 10;
        report.marked = 12;
        report.trialWithMarks = 0.62;
        report.standingWithMarks = 0.55;
        report.usdEach = 0.00004;
        reports.insert(reports.begin(), report);
        return trouble ? later<service::TrialReport>() : now(report);
    }
    Answer<std::vector<service::TrialReport>> trials() override { return now(reports); }
    void cancel() override { ++cancelled; }

    service::ModelFacts facts_;
    service::ConsentSample sample_;
    std::vector<service::ModelOffer> offers_{
        {QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B"), 131'072, 1.0, 1.0},
        {QStringLiteral("example/small"), 131'072, 0.05, 0.05}};
    std::vector<service::TrialReport> reports;
    std::optional<Error> trouble;
    QStringList keys;
    int cancelled{0};

private:
    template <class T>
    static Answer<T> now(const T& value) {
        return QtFuture::makeReadyFuture(Result<T>(value));
    }
    template <class T>
    Answer<T> later() {
        return QtFuture::makeReadyFuture(Result<T>(*trouble));
    }
    Answer<void> done() { return QtFuture::makeReadyFuture(trouble ? Result<void>(*trouble) : Result<void>()); }
};

}  // namespace kith::ui
