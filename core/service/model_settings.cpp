// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_settings.h"

#include <algorithm>
#include <cmath>

namespace kith::service {

namespace {

constexpr Millis kBudgetDay{std::chrono::hours{24}};
constexpr qint64 kMostInFlight = 64;

}  // namespace

Result<ModelSettings> modelSettings(Cellar& cellar) {
    ModelSettings settings;
    const auto allowed = cellar.settings.flag(QStringLiteral("model.allowed"), settings.allowed);
    const auto model = cellar.settings.text(QStringLiteral("model.classify"), settings.model);
    const auto requests = cellar.settings.integer(QStringLiteral("model.requests_per_day"), settings.requestsPerDay);
    const auto money = cellar.settings.value(QStringLiteral("model.usd_per_day"));
    const auto flight = cellar.settings.integer(QStringLiteral("model.in_flight"), settings.inFlight);
    if (!allowed || !model || !requests || !money || !flight) {
        return !allowed    ? allowed.error()
               : !model    ? model.error()
               : !requests ? requests.error()
               : !money    ? money.error()
                           : flight.error();
    }
    settings.allowed = *allowed;
    settings.model = *model;
    settings.requestsPerDay = *requests;
    settings.usdPerDay = money->toDouble(settings.usdPerDay);
    settings.inFlight = static_cast<int>(std::clamp<qint64>(*flight, 1, kMostInFlight));
    return settings;
}

Result<ModelBudget> ModelBudget::load(Cellar& cellar, const Clock& clock, const ModelSettings& settings) {
    const auto spent = cellar.models.spent(clock.now() - kBudgetDay);
    if (!spent) {
        return spent.error();
    }
    ModelBudget budget;
    budget.m_spent = *spent;
    budget.m_requestsPerDay = settings.requestsPerDay;
    budget.m_usdPerDay = settings.usdPerDay;
    return budget;
}

int ModelBudget::questions() const {
    if (m_spent.usd >= m_usdPerDay) {
        return 0;
    }
    const double each = m_spent.requests > 0 ? m_spent.usd / static_cast<double>(m_spent.requests) : 0;
    const double byMoney = each > 0 ? (m_usdPerDay - m_spent.usd) / each : 1e9;
    const double byCount = static_cast<double>(m_requestsPerDay - m_spent.requests);
    return static_cast<int>(std::max(0.0, std::floor(std::min({byMoney, byCount, 1e9}))));
}

}  // namespace kith::service
