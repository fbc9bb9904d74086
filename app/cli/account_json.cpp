// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/account_json.h"

#include "app/cli/message_json.h"
#include "core/base/text.h"
#include "core/storage/account_store.h"
#include "core/storage/outbox_store.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace kith::cli {

namespace {

QString counted(qint64 number) {
    return QLocale(QLocale::English).toString(number);
}

QString modeWord(SyncMode mode) {
    switch (mode) {
    case SyncMode::Full:
        return QStringLiteral("full");
    case SyncMode::History:
        return QStringLiteral("history");
    case SyncMode::Reconcile:
        return QStringLiteral("reconcile");
    }
    return {};
}

QString clockText(std::chrono::milliseconds at) {
    return QDateTime::fromMSecsSinceEpoch(at.count()).toString(QStringLiteral("HH:mm:ss"));
}

QString remainingText(std::chrono::milliseconds left) {
    const qint64 minutes = (left.count() + 59'999) / 60'000;
    return minutes <= 1 ? QStringLiteral("a minute left") : QStringLiteral("about %1 minutes left").arg(minutes);
}

}  // namespace

QJsonValue timeJson(std::chrono::milliseconds at) {
    return at.count() > 0 ? QJsonValue(text::rfc3339(at)) : QJsonValue();
}

QJsonObject accountJson(const Account& account) {
    const std::chrono::milliseconds ends{account.detail.value(QStringLiteral("sign_in_ends_at")).toInteger()};
    return {{QStringLiteral("id"), idText(account.id.value)},
            {QStringLiteral("address"), account.address},
            {QStringLiteral("kind"), account.kind},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(account.scopes)},
            {QStringLiteral("missing_scopes"), QJsonArray::fromStringList(account.missingScopes)},
            {QStringLiteral("token_expires_at"), timeJson(account.tokenExpiresAt)},
            {QStringLiteral("sign_in_ends_at"), timeJson(ends)},
            {QStringLiteral("signed_in_at"), timeJson(account.signedInAt)},
            {QStringLiteral("state"), storage::accountStateWord(account.state)},
            {QStringLiteral("write_labels"), account.writeLabels},
            {QStringLiteral("interval"), static_cast<qint64>(account.interval.count())}};
}

QString accountText(const Account& account) {
    QString line = QStringLiteral("%1  %2  %3")
                       .arg(idText(account.id.value), account.address.leftJustified(32, QLatin1Char(' ')),
                            storage::accountStateWord(account.state));
    if (!account.missingScopes.isEmpty()) {
        line += QStringLiteral("  (not granted: %1)").arg(account.missingScopes.join(QStringLiteral(", ")));
    }
    return line;
}

QJsonObject reportJson(const SyncReport& report) {
    const Completeness& whole = report.completeness;
    return {{QStringLiteral("account"), report.address},
            {QStringLiteral("account_id"), idText(report.account.value)},
            {QStringLiteral("mode"), modeWord(report.mode)},
            {QStringLiteral("messages"), QJsonObject{{QStringLiteral("added"), report.added},
                                                     {QStringLiteral("updated"), report.updated},
                                                     {QStringLiteral("deleted"), report.deleted}}},
            {QStringLiteral("requests"), report.requests},
            {QStringLiteral("quota_units"), report.quotaUnits},
            {QStringLiteral("throttled"), report.throttled},
            {QStringLiteral("retries"), report.retries},
            {QStringLiteral("sent"), report.sent},
            {QStringLiteral("refused"), report.refused},
            {QStringLiteral("history_id"), QString::number(report.historyId)},
            {QStringLiteral("complete"), whole.complete},
            {QStringLiteral("server_total"), whole.serverTotal},
            {QStringLiteral("local_total"), whole.localTotal},
            {QStringLiteral("gaps"), whole.gaps},
            {QStringLiteral("checked_at"), timeJson(whole.checkedAt)},
            {QStringLiteral("seconds"), static_cast<double>(report.took.count()) / 1000.0}};
}

QString reportText(const SyncReport& report) {
    QStringList parts;
    const auto part = [&parts](qint64 count, const char* words) {
        if (count > 0) {
            parts << QString::fromLatin1(words).arg(counted(count));
        }
    };
    part(report.added, "%1 new");
    part(report.updated, "%1 changed");
    part(report.deleted, "%1 deleted");
    part(report.sent, "%1 sent");
    part(report.refused, "%1 refused by the server");
    const Completeness& whole = report.completeness;
    return QStringLiteral("%1: %2 · %3 %4 of %5 · %6 requests in %7 s")
        .arg(report.address, parts.isEmpty() ? QStringLiteral("nothing new") : parts.join(QStringLiteral(", ")),
             whole.complete ? QStringLiteral("complete,") : QStringLiteral("not complete yet,"),
             counted(whole.localTotal), counted(whole.serverTotal), counted(report.requests),
             QString::number(static_cast<double>(report.took.count()) / 1000.0, 'f', 1));
}

QString statusText(const SyncStatus& status) {
    QString line = status.address;
    const Completeness& whole = status.completeness;
    switch (status.phase) {
    case SyncPhase::Listing:
        line += QStringLiteral(": looking what there is");
        break;
    case SyncPhase::Filling:
    case SyncPhase::Reconciling:
        line += QStringLiteral(": %1 of %2").arg(counted(whole.localTotal), counted(whole.serverTotal));
        break;
    case SyncPhase::Waiting:
        line += QStringLiteral(": asked to wait until %1").arg(clockText(status.retryAt));
        break;
    case SyncPhase::People:
        line += QStringLiteral(": looking for people, %1 addresses left").arg(counted(status.peopleLeft));
        break;
    case SyncPhase::Sending:
        line += QStringLiteral(": sending %1 changes").arg(counted(status.outgoing));
        break;
    default:
        return {};
    }
    if (status.messagesPerMinute > 0) {
        line += QStringLiteral(" · %1 a minute").arg(counted(static_cast<qint64>(status.messagesPerMinute)));
    }
    if (status.remaining) {
        line += QStringLiteral(" · ") + remainingText(*status.remaining);
    }
    return line;
}

QJsonObject outboxJson(const OutboxEntry& entry) {
    return {{QStringLiteral("id"), idText(entry.id)},
            {QStringLiteral("account_id"), idText(entry.account.value)},
            {QStringLiteral("message_id"), idText(entry.message.value)},
            {QStringLiteral("remote_id"), entry.remoteId},
            {QStringLiteral("subject"), entry.subject},
            {QStringLiteral("add"), QJsonArray::fromStringList(entry.add)},
            {QStringLiteral("remove"), QJsonArray::fromStringList(entry.remove)},
            {QStringLiteral("state"), storage::outboxStateWord(entry.state)},
            {QStringLiteral("attempts"), entry.attempts},
            {QStringLiteral("at"), timeJson(entry.at)},
            {QStringLiteral("next_attempt"), timeJson(entry.nextAttempt)},
            {QStringLiteral("change"), idText(entry.change.value)},
            {QStringLiteral("reason"), entry.reason}};
}

QString outboxText(const OutboxEntry& entry) {
    QStringList marks;
    for (const QString& label : entry.add) {
        marks << QLatin1Char('+') + label;
    }
    for (const QString& label : entry.remove) {
        marks << QLatin1Char('-') + label;
    }
    const QString why = entry.reason.isEmpty() ? QString() : QStringLiteral("  (%1)").arg(entry.reason);
    return QStringLiteral("%1  %2  %3  %4%5")
        .arg(idText(entry.id), storage::outboxStateWord(entry.state).leftJustified(9, QLatin1Char(' ')),
             marks.join(QLatin1Char(' ')).leftJustified(28, QLatin1Char(' ')), entry.subject, why);
}

}  // namespace kith::cli
