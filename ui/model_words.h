// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the settings say about models: how it stands, what it costs, what went wrong.
#pragma once

#include "core/service/model_desk.h"
#include "ui/palette_roles.h"

#include <QCoreApplication>
#include <QString>

namespace kith::ui {

class ModelWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ModelWords)
public:
    /// "0.0007 USD": two digits that count, and never less than cents.
    static QString money(double usd);
    static QString status(const service::ModelStatus& status);
    static QString statusIcon(service::ModelPhase phase);
    static Role statusRole(service::ModelPhase phase);
    /// A whole sentence for the user.
    static QString problem(const Error& error);
    static QString price(const std::vector<service::ModelOffer>& offers, const QString& model);
    static QString trial(const service::TrialReport& report);
    static QString testCall(const service::ModelTestCall& call);
    static QString today(const service::ModelFacts& facts);
};

}  // namespace kith::ui
