// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/request_log.h"

#include "core/base/text.h"

#include <QJsonArray>

namespace kith::emulator {
namespace {

QJsonObject logCall(const CallReport& call) {
    return {{QStringLiteral("call"), call.method},
            {QStringLiteral("account"), call.account},
            {QStringLiteral("status"), call.status},
            {QStringLiteral("units"), call.units}};
}

QJsonObject logRow(const LogEntry& entry) {
    QJsonArray calls;
    for (const CallReport& call : entry.report.inner) {
        calls << logCall(call);
    }
    QJsonObject row{{QStringLiteral("n"), entry.number},
                    {QStringLiteral("service"), endpointName(entry.endpoint)},
                    {QStringLiteral("at"), text::rfc3339(entry.at)},
                    {QStringLiteral("method"), QString::fromLatin1(entry.verb)},
                    {QStringLiteral("path"), entry.path},
                    {QStringLiteral("query"), entry.query},
                    {QStringLiteral("status"), entry.status},
                    {QStringLiteral("units"), entry.report.units},
                    {QStringLiteral("ms"), entry.milliseconds},
                    {QStringLiteral("bytes_in"), entry.bytesIn},
                    {QStringLiteral("bytes_out"), entry.bytesOut},
                    {QStringLiteral("fault"), entry.fault.isEmpty() ? QJsonValue() : QJsonValue(entry.fault)},
                    {QStringLiteral("call"), entry.report.method},
                    {QStringLiteral("account"), entry.report.account},
                    {QStringLiteral("calls"), calls}};
    if (!entry.body.isEmpty()) {
        row.insert(QStringLiteral("body"), QString::fromUtf8(entry.body));
    }
    return row;
}

}  // namespace

void RequestLog::add(LogEntry entry) {
    entry.number = ++m_last;
    m_entries.push_back(std::move(entry));
}

void RequestLog::clear() {
    m_entries.clear();
}

QJsonObject RequestLog::toJson(qint64 since) const {
    QJsonArray rows;
    for (const LogEntry& entry : m_entries) {
        if (entry.number > since) {
            rows << logRow(entry);
        }
    }
    return {{QStringLiteral("requests"), rows}, {QStringLiteral("last"), m_last}};
}

}  // namespace kith::emulator
