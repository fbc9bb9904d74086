// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What commands that ask a model share: the way to it, a trial beside what stands, a decision made again with it.
#pragma once

#include "app/cli/session.h"
#include "core/service/model_trial.h"

namespace kith::cli {

/// A model that can be asked. Denied: offline, or the user said no. SignInNeeded: no key. NotFound: no such model, with
/// the names that come near.
struct ModelInReach {
    std::unique_ptr<service::MailPorts> ports;
    std::unique_ptr<triage::Classifier> classifier;  ///< ends before the ports
};
Result<ModelInReach> reachModel(service::Cellar& cellar, Session& session, const QString& model);

/// The error of an unknown model with near names, where the service tells its list; else as it is.
Error withNearNames(service::MailPorts& ports, const QString& model, const Error& error, std::stop_token stop);

struct ShadowWish {
    std::string model;
    std::string promptFile;  ///< empty: the shipped prompt
    int most{50};
};
Result<Exit> runShadow(service::Cellar& cellar, Session& session, const ShadowWish& wish);

/// {name, prompt_version, priority, importance, …, scores, reasons} of today's model about this message, beside what
/// stands; nothing is written but the ledger and what it cost.
Result<QJsonObject> askAgain(service::Cellar& cellar, Session& session, MessageId id);

QJsonObject trialJson(const service::TrialReport& report);

}  // namespace kith::cli
