// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/import_result.h"

#include <QJsonArray>
#include <QLocale>

namespace kith::cli {

QJsonObject importJson(const service::ImportProgress& progress) {
    QJsonArray rejects;
    for (const service::ImportReject& reject : progress.rejects) {
        rejects.append(QJsonObject{{QStringLiteral("source"), reject.source},
                                   {QStringLiteral("offset"), reject.offset},
                                   {QStringLiteral("reason"), reject.reason}});
    }
    const QJsonObject messages{{QStringLiteral("seen"), progress.seen},
                               {QStringLiteral("added"), progress.added},
                               {QStringLiteral("duplicate"), progress.duplicate},
                               {QStringLiteral("rejected"), progress.rejected}};
    QJsonObject result{{QStringLiteral("messages"), messages},
                       {QStringLiteral("rejects"), rejects},
                       {QStringLiteral("seconds"), static_cast<double>(progress.elapsed.count()) / 1000.0}};
    if (!progress.problem.isEmpty()) {
        result.insert(QStringLiteral("problem"), progress.problem);
    }
    return result;
}

QString progressLine(const service::ImportProgress& progress) {
    const QLocale english(QLocale::English);
    if (progress.phase == service::ImportProgress::Phase::Learning) {
        return QStringLiteral("%1 messages in; learning whom you answer").arg(english.toString(progress.seen));
    }
    if (progress.phase == service::ImportProgress::Phase::People) {
        return QStringLiteral("looking for people, %1 addresses left").arg(english.toString(progress.addressesLeft));
    }
    const double seconds = std::max(0.001, static_cast<double>(progress.elapsed.count()) / 1000.0);
    QString line = QStringLiteral("%1 messages, %2 a second")
                       .arg(english.toString(progress.seen),
                            english.toString(static_cast<qint64>(static_cast<double>(progress.seen) / seconds)));
    if (progress.bytesTotal > 0) {
        line += QStringLiteral(", %1 %").arg(100 * progress.bytesRead / progress.bytesTotal);
    }
    return line;
}

service::ImportHooks terminalHooks(const Terminal& terminal) {
    service::ImportHooks hooks;
    hooks.progress = [&terminal](const service::ImportProgress& progress) {
        const bool over = progress.phase == service::ImportProgress::Phase::Done ||
                          progress.phase == service::ImportProgress::Phase::Cancelled;
        terminal.progress(over ? QString() : progressLine(progress));
    };
    return hooks;
}

}  // namespace kith::cli
