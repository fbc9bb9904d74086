// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/opportunity_words.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr double kSureFrom = 0.75;
constexpr int kPressingDays = 2;

QString currencySign(const QString& code) {
    static const QMap<QString, QString> signs{{QStringLiteral("EUR"), QStringLiteral("€")},
                                              {QStringLiteral("USD"), QStringLiteral("$")},
                                              {QStringLiteral("GBP"), QStringLiteral("£")},
                                              {QStringLiteral("JPY"), QStringLiteral("¥")}};
    return signs.value(code, code);
}

}  // namespace

QString OpportunityWords::kind(const QString& word) {
    static const QMap<QString, const char*> words{
        {QStringLiteral("demo"), QT_TR_NOOP("Demo")},
        {QStringLiteral("pricing"), QT_TR_NOOP("Pricing")},
        {QStringLiteral("partnership"), QT_TR_NOOP("Partnership")},
        {QStringLiteral("speaking"), QT_TR_NOOP("Speaking")},
        {QStringLiteral("publicity"), QT_TR_NOOP("Publicity")},
        {QStringLiteral("submission"), QT_TR_NOOP("Submission")},
        {QStringLiteral("cancellation"), QT_TR_NOOP("May cancel")},
    };
    const char* known = words.value(word, nullptr);
    return known ? tr(known) : word;
}

QString OpportunityWords::icon(const QString& kind) {
    static const QMap<QString, QString> icons{
        {QStringLiteral("demo"), QStringLiteral("presentation")},
        {QStringLiteral("pricing"), QStringLiteral("receipt-text")},
        {QStringLiteral("partnership"), QStringLiteral("handshake")},
        {QStringLiteral("speaking"), QStringLiteral("mic-vocal")},
        {QStringLiteral("publicity"), QStringLiteral("newspaper")},
        {QStringLiteral("submission"), QStringLiteral("file-input")},
        {QStringLiteral("cancellation"), QStringLiteral("trending-down")},
    };
    return icons.value(kind, QStringLiteral("target"));
}

QString OpportunityWords::stage(OpportunityStage stage) {
    switch (stage) {
    case OpportunityStage::New:
        return tr("New");
    case OpportunityStage::Talking:
        return tr("Talking");
    case OpportunityStage::Quote:
        return tr("Quote");
    case OpportunityStage::Decision:
        return tr("Decision");
    case OpportunityStage::Won:
        return tr("Won");
    }
    return {};
}

QString OpportunityWords::status(OpportunityStatus status) {
    switch (status) {
    case OpportunityStatus::New:
        return tr("Suggested");
    case OpportunityStatus::Active:
        return tr("Active");
    case OpportunityStatus::Completed:
        return tr("Completed");
    case OpportunityStatus::Dismissed:
        return tr("Dismissed");
    case OpportunityStatus::Expired:
        return tr("Expired");
    }
    return {};
}

QString OpportunityWords::amount(double value, const QString& currency) {
    if (value <= 0) {
        return {};
    }
    const int decimals = value == static_cast<double>(static_cast<qint64>(value)) ? 0 : 2;
    return currencySign(currency) + QChar(0x00A0) + QLocale().toString(value, 'f', decimals);
}

QString OpportunityWords::sums(const std::vector<Opportunity>& opportunities) {
    QMap<QString, double> sums;
    for (const Opportunity& one : opportunities) {
        if (one.amount > 0) {
            sums[one.currency] += one.amount;
        }
    }
    std::vector<std::pair<double, QString>> sorted;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        sorted.emplace_back(it.value(), it.key());
    }
    std::sort(sorted.rbegin(), sorted.rend());
    QStringList words;
    for (const auto& [value, currency] : sorted) {
        words << amount(value, currency);
    }
    return words.join(QStringLiteral(" · "));
}

QString OpportunityWords::what(const Opportunity& one) {
    const QString money = amount(one.amount, one.currency);
    return money.isEmpty() ? kind(one.kind) : kind(one.kind) + QStringLiteral(" · ") + money;
}

QString OpportunityWords::due(QDate due, QDate today) {
    if (!due.isValid()) {
        return tr("no date");
    }
    const bool near = std::abs(today.daysTo(due)) < 300;
    return QLocale().toString(due, near ? tr("ddd d MMM", "day with weekday") : tr("d MMM yyyy", "day with year"));
}

bool OpportunityWords::isPressing(const Opportunity& one, QDate today) {
    return one.open() && one.due.isValid() && today.daysTo(one.due) <= kPressingDays;
}

bool OpportunityWords::isUnsure(const Opportunity& one) {
    return one.status == OpportunityStatus::New && one.confidence < kSureFrom;
}

QString OpportunityWords::quote(const Opportunity& one) {
    return one.evidence.empty() ? QString() : tr("“%1”").arg(one.evidence.front().text);
}

QString OpportunityWords::told(const Opportunity& one, QDate today) {
    return tr("%1, %2, %3, %4, due %5: %6")
        .arg(one.name, what(one), stage(one.stage), status(one.status), due(one.due, today), quote(one));
}

}  // namespace kith::ui
