// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's way to the model: set it up, see what would leave, let it be asked, watch it, try another one.
#pragma once

#include "core/service/model_choice.h"
#include "core/service/model_settings.h"
#include "core/service/model_test_call.h"
#include "core/service/model_trial.h"

#include <QFuture>
#include <QObject>

namespace kith::service {

enum class ModelPhase {
    Off,  ///< nobody allowed it
    NoKey,
    Offline,  ///< sockets are forbidden
    Paused,
    Idle,  ///< all that is worth asking about was asked
    Asking,
    BudgetSpent,
    Trouble,  ///< see error; asked again later, or when something was changed
};

struct ModelStatus {
    ModelPhase phase{ModelPhase::Off};
    qint64 planned{0};  ///< messages of the run that goes on, or of the last one
    qint64 asked{0};
    qint64 answered{0};
    qint64 failed{0};
    double usd{0};
    std::optional<Error> error{};

    bool operator==(const ModelStatus& other) const {
        return phase == other.phase && planned == other.planned && asked == other.asked && answered == other.answered &&
               failed == other.failed;
    }
};

struct ModelFacts {
    ModelAccess access;
    ModelSettings settings;
    QString draftModel;
    QString feedbackModel;
    qint64 requestsToday{0};
    double usdToday{0};
    ModelStatus status;
};

/// What would leave for one real message, and what a day of it would cost.
struct ConsentSample {
    bool found{false};  ///< false: there is no message that would be asked about
    MessageId message;
    QString from;
    QString subject;
    QByteArray body;  ///< as it would leave, but for the marker
    int redactions{0};
    qint64 waiting{0};                ///< messages that would be asked about now, at most most
    bool more{false};                 ///< there are more than that
    qint64 keptBack{0};               ///< would be asked about, but may not leave
    std::optional<double> usdEach{};  ///< where the service told its price
};

class ModelDesk : public QObject {
    Q_OBJECT
public:
    template <class T>
    using Answer = QFuture<Result<T>>;

    virtual Answer<ModelFacts> facts() = 0;
    /// Asks the service for its list; the last one is kept for prices.
    virtual Answer<std::vector<triage::ModelOffer>> offers() = 0;
    /// Into the place of secrets; empty: forgotten.
    virtual Answer<void> setKey(const QString& key) = 0;
    virtual Answer<void> setAddress(const QString& address) = 0;
    /// NotFound with near names.
    virtual Answer<void> choose(ModelTask task, const QString& model) = 0;
    virtual Answer<void> setLimits(const ModelLimits& limits) = 0;
    virtual Answer<ConsentSample> sample() = 0;
    virtual Answer<void> setAllowed(bool allowed) = 0;
    virtual void setPaused(bool paused) = 0;
    virtual Answer<ModelTestCall> test(const QString& model) = 0;
    /// Compares a model with what stands, on at most so many messages.
    virtual Answer<TrialReport> tryOut(const QString& model, int most) = 0;
    virtual Answer<std::vector<TrialReport>> trials() = 0;
    /// Ends a test or a trial that goes on.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// On the thread of this object.
    void statusChanged(const kith::service::ModelStatus& status);
};

}  // namespace kith::service
