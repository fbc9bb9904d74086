// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/fault_desk.h"

#include <QHash>
#include <QJsonObject>

namespace kith::emulator {
namespace {

const QHash<QString, FaultKind>& faultKinds() {
    static const QHash<QString, FaultKind> kinds{
        {QStringLiteral("rate_429"), FaultKind::Rate429},
        {QStringLiteral("rate_403"), FaultKind::Rate403},
        {QStringLiteral("server_500"), FaultKind::Server500},
        {QStringLiteral("server_502_html"), FaultKind::Server502Html},
        {QStringLiteral("server_503"), FaultKind::Server503},
        {QStringLiteral("unauthorized_401"), FaultKind::Unauthorized401},
        {QStringLiteral("history_404"), FaultKind::History404},
        {QStringLiteral("payment_402"), FaultKind::Payment402},
        {QStringLiteral("cut"), FaultKind::Cut},
        {QStringLiteral("truncate"), FaultKind::Truncate},
        {QStringLiteral("stall"), FaultKind::Stall},
        {QStringLiteral("no_answer"), FaultKind::NoAnswer},
        {QStringLiteral("duplicate_history"), FaultKind::DuplicateHistory},
        {QStringLiteral("empty_history_page"), FaultKind::EmptyHistoryPage},
    };
    return kinds;
}

std::optional<FaultKind> faultKindOf(const QString& name) {
    static const QHash<QString, QString> others{{QStringLiteral("500"), QStringLiteral("server_500")},
                                                {QStringLiteral("502_html"), QStringLiteral("server_502_html")},
                                                {QStringLiteral("server_502"), QStringLiteral("server_502_html")},
                                                {QStringLiteral("502"), QStringLiteral("server_502_html")},
                                                {QStringLiteral("503"), QStringLiteral("server_503")},
                                                {QStringLiteral("429"), QStringLiteral("rate_429")},
                                                {QStringLiteral("403"), QStringLiteral("rate_403")}};
    const auto found = faultKinds().constFind(others.value(name, name));
    return found == faultKinds().cend() ? std::nullopt : std::optional(*found);
}

bool faultSpoilsAnswer(FaultKind kind) {
    return kind >= FaultKind::Cut;
}

bool faultIsAboutHistory(FaultKind kind) {
    return kind == FaultKind::History404 || kind == FaultKind::DuplicateHistory || kind == FaultKind::EmptyHistoryPage;
}

std::optional<RetryForm> retryFormOf(const QString& name) {
    static const QHash<QString, RetryForm> forms{{QString(), RetryForm::Default},
                                                 {QStringLiteral("seconds"), RetryForm::Seconds},
                                                 {QStringLiteral("date"), RetryForm::Date},
                                                 {QStringLiteral("text"), RetryForm::Text},
                                                 {QStringLiteral("none"), RetryForm::None}};
    const auto found = forms.constFind(name);
    return found == forms.cend() ? std::nullopt : std::optional(*found);
}

Error faultTrouble(const QString& detail) {
    return {ErrorKind::Malformed, detail, {}};
}

Result<Fault> faultFrom(const QJsonObject& json) {
    static const QStringList known{
        QStringLiteral("service"), QStringLiteral("match"),       QStringLiteral("kind"),
        QStringLiteral("times"),   QStringLiteral("after"),       QStringLiteral("executed"),
        QStringLiteral("seconds"), QStringLiteral("retry_after"), QStringLiteral("retry_after_form")};
    for (const QString& key : json.keys()) {
        if (!known.contains(key)) {
            return faultTrouble(QStringLiteral("a fault has no ") + key);
        }
    }
    Fault fault;
    const auto kind = faultKindOf(json[u"kind"].toString());
    if (!kind) {
        return faultTrouble(QStringLiteral("unknown kind of fault: ") + json[u"kind"].toString());
    }
    fault.kind = *kind;
    const QString service = json[u"service"].toString();
    fault.endpoint = endpointOf(service);
    if (!service.isEmpty() && !fault.endpoint) {
        return faultTrouble(QStringLiteral("unknown service: ") + service);
    }
    const auto form = retryFormOf(json[u"retry_after_form"].toString());
    if (!form) {
        return faultTrouble(QStringLiteral("retry_after_form is seconds, date, text or none"));
    }
    fault.form = *form;
    fault.match = json[u"match"].toString();
    fault.times = json[u"times"].toInt(1);
    fault.after = json[u"after"].toInt(0);
    fault.executed = json[u"executed"].toBool(faultSpoilsAnswer(fault.kind));
    fault.stall = std::chrono::seconds(json[u"seconds"].toInt(60));
    fault.retryAfter = json[u"retry_after"].toInt(1);
    return fault;
}

}  // namespace

QString faultName(FaultKind kind) {
    return faultKinds().key(kind);
}

Result<int> FaultDesk::add(const QJsonValue& faults) {
    QJsonArray list = faults.toArray();
    if (faults.isObject()) {
        const QJsonObject object = faults.toObject();
        list = object.contains(u"faults") ? object[u"faults"].toArray() : QJsonArray{object};
    }
    std::vector<Fault> taken;
    for (const QJsonValue& value : list) {
        Result<Fault> fault = faultFrom(value.toObject());
        if (!fault) {
            return fault.error();
        }
        taken.push_back(*std::move(fault));
    }
    for (Fault& fault : taken) {
        add(std::move(fault));
    }
    return int(taken.size());
}

void FaultDesk::add(Fault fault) {
    QRegularExpression pattern(fault.match);
    if (!pattern.isValid()) {
        pattern.setPattern(QRegularExpression::wildcardToRegularExpression(
            fault.match, QRegularExpression::UnanchoredWildcardConversion));
    }
    m_waiting.push_back({std::move(fault), std::move(pattern)});
}

bool FaultDesk::matches(const Waiting& waiting, const FaultTarget& target) {
    if (waiting.fault.endpoint && *waiting.fault.endpoint != target.endpoint) {
        return false;
    }
    if (faultIsAboutHistory(waiting.fault.kind) && !target.request.path.endsWith(QLatin1String("/history"))) {
        return false;
    }
    if (waiting.fault.kind == FaultKind::Payment402 && target.endpoint < Endpoint::DeepInfra) {
        return false;
    }
    const bool spoils = faultSpoilsAnswer(waiting.fault.kind);
    if (spoils && target.inBatch) {
        return false;
    }
    const QString query = target.request.query.query(QUrl::FullyEncoded);
    const QString line = QString::fromLatin1(target.request.verb) + QLatin1Char(' ') + target.request.path +
                         (query.isEmpty() ? QString() : QString(QLatin1Char('?') + query));
    const bool wholeBatch = spoils && target.request.path.startsWith(QLatin1String("/batch"));
    if (wholeBatch && target.request.body.contains(waiting.fault.match.toLatin1())) {
        return true;
    }
    return waiting.fault.match.isEmpty() || line.contains(waiting.fault.match) ||
           target.method.contains(waiting.fault.match) || waiting.pattern.match(line).hasMatch();
}

std::optional<Fault> FaultDesk::take(const FaultTarget& target) {
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end(); ++waiting) {
        if (!matches(*waiting, target)) {
            continue;
        }
        Fault& fault = waiting->fault;
        if (fault.after > 0) {
            --fault.after;
            continue;
        }
        Fault taken = fault;
        if (fault.times > 0 && --fault.times == 0) {
            m_waiting.erase(waiting);
        }
        return taken;
    }
    return std::nullopt;
}

}  // namespace kith::emulator
