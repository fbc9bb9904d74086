// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/model_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

QString percentOf(qint64 part, qint64 whole) {
    return QLocale().toString(whole > 0 ? qRound(100.0 * double(part) / double(whole)) : 0) + QStringLiteral(" %");
}

}  // namespace

QString ModelWords::money(double usd) {
    int digits = 2;
    for (double smallest = 0.1; usd > 0 && usd < smallest && digits < 6; smallest /= 10) {
        ++digits;  // two that count
    }
    const double scale = std::pow(10.0, digits);
    for (qint64 last = qRound64(usd * scale); digits > 2 && last % 10 == 0; last /= 10) {
        --digits;
    }
    return tr("%1 USD").arg(QLocale().toString(usd, 'f', digits));
}

QString ModelWords::status(const service::ModelStatus& status) {
    switch (status.phase) {
    case service::ModelPhase::Off:
        return tr("Off. Nothing of your mail leaves for a model.");
    case service::ModelPhase::NoKey:
        return tr("Waiting for a key.");
    case service::ModelPhase::Offline:
        return tr("Offline: this Kith was started without a network.");
    case service::ModelPhase::Paused:
        return tr("Paused. What was answered stays.");
    case service::ModelPhase::Idle:
        return status.answered > 0 ? tr("On. %n message(s) were answered in the last run, for %1.", nullptr,
                                        static_cast<int>(status.answered))
                                         .arg(money(status.usd))
                                   : tr("On. Nothing is worth a question now.");
    case service::ModelPhase::Asking:
        return tr("Asking: %1 of %2, %3 so far.")
            .arg(QLocale().toString(status.answered + status.failed), QLocale().toString(status.planned),
                 money(status.usd));
    case service::ModelPhase::BudgetSpent:
        return tr("The budget of the day is spent. It goes on by itself.");
    case service::ModelPhase::Trouble:
        return status.error ? problem(*status.error) : tr("Something went wrong.");
    }
    return {};
}

QString ModelWords::statusIcon(service::ModelPhase phase) {
    switch (phase) {
    case service::ModelPhase::Idle:
        return QStringLiteral("circle-check");
    case service::ModelPhase::Asking:
        return QStringLiteral("refresh-cw");
    case service::ModelPhase::BudgetSpent:
        return QStringLiteral("clock");
    case service::ModelPhase::Trouble:
    case service::ModelPhase::NoKey:
        return QStringLiteral("triangle-alert");
    case service::ModelPhase::Paused:
        return QStringLiteral("pause");
    case service::ModelPhase::Off:
    case service::ModelPhase::Offline:
        break;
    }
    return QStringLiteral("lock");
}

Role ModelWords::statusRole(service::ModelPhase phase) {
    switch (phase) {
    case service::ModelPhase::Idle:
    case service::ModelPhase::Asking:
        return Role::Ok;
    case service::ModelPhase::BudgetSpent:
    case service::ModelPhase::Trouble:
    case service::ModelPhase::NoKey:
        return Role::Warn;
    default:
        return Role::Text3;
    }
}

QString ModelWords::problem(const Error& error) {
    const QString more = error.hint.isEmpty() ? QString() : u' ' + error.hint;
    switch (error.kind) {
    case ErrorKind::SignInNeeded:
        return tr("The service does not accept the key.");
    case ErrorKind::Denied:
        return error.hint.isEmpty() ? tr("That is not allowed: %1.").arg(error.detail)
                                    : tr("The service refuses.") + more;
    case ErrorKind::NotFound:
        return tr("There is no such model.") + more;
    case ErrorKind::RateLimited:
        return tr("The model is busy. Kith tries again later.");
    case ErrorKind::Unreachable:
        return tr("Nobody answers there. Kith tries again later.");
    case ErrorKind::Malformed:
        return tr("That means nothing: %1.").arg(error.detail) + more;
    case ErrorKind::Cancelled:
        return tr("Stopped.");
    default:
        return tr("It did not work: %1.").arg(error.detail);
    }
}

QString ModelWords::price(const std::vector<service::ModelOffer>& offers, const QString& model) {
    const auto offer = std::find_if(offers.begin(), offers.end(),
                                    [&model](const service::ModelOffer& one) { return one.id == model; });
    if (offer == offers.end()) {
        return offers.empty() ? QString() : tr("The service does not list this model.");
    }
    if (!offer->inputPrice || !offer->outputPrice) {
        return tr("The service does not tell its price.");
    }
    return tr("%1 for a million tokens in, %2 out.").arg(money(*offer->inputPrice), money(*offer->outputPrice));
}

QString ModelWords::trial(const service::TrialReport& report) {
    const auto correlation = [](const std::optional<double>& value) {
        return value ? QLocale().toString(*value, 'f', 2) : QStringLiteral("–");
    };
    QString words = tr("%n message(s) compared", nullptr, static_cast<int>(report.compared));
    words += tr(" · same priority %1").arg(percentOf(report.sameBand, report.compared));
    words += tr(" · %n would stand elsewhere", nullptr, static_cast<int>(report.wouldChange));
    if (report.marked > 0) {
        words += tr(" · with your %1 marks %2, as it stands %3")
                     .arg(QLocale().toString(report.marked), correlation(report.trialWithMarks),
                          correlation(report.standingWithMarks));
    }
    return words + tr(" · %1 a message").arg(money(report.usdEach));
}

QString ModelWords::testCall(const service::ModelTestCall& call) {
    return tr("It answered in %1 s for %2: %3.")
        .arg(QLocale().toString(double(call.took.count()) / 1000.0, 'f', 1), money(call.usd),
             call.answer.contentValue.reason.isEmpty() ? tr("a whole answer") : call.answer.contentValue.reason);
}

QString ModelWords::today(const service::ModelFacts& facts) {
    return tr("In the last 24 hours: %n question(s), %1.", nullptr, static_cast<int>(facts.requestsToday))
        .arg(money(facts.usdToday));
}

}  // namespace kith::ui
