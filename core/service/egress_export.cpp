// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/egress_export.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QSaveFile>

namespace kith::service {

namespace {

constexpr int kExportPage = 200;

Error exportTrouble(const QSaveFile& file) {
    return {ErrorKind::Denied, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()), {}};
}

}  // namespace

QJsonObject toJson(const storage::EgressEntry& entry) {
    return {{QStringLiteral("id"), QString::number(entry.id)},
            {QStringLiteral("at"), text::rfc3339(entry.at)},
            {QStringLiteral("service"), entry.service},
            {QStringLiteral("purpose"), entry.purpose},
            {QStringLiteral("method"), entry.method},
            {QStringLiteral("url"), entry.url},
            {QStringLiteral("status"), entry.status},
            {QStringLiteral("bytes_out"), entry.bytesOut},
            {QStringLiteral("bytes_in"), entry.bytesIn},
            {QStringLiteral("redactions"), entry.redactions},
            {QStringLiteral("cost"), entry.cost},
            {QStringLiteral("body_sha256"), QString::fromLatin1(entry.bodySha256)}};
}

Result<qint64> exportEgress(Cellar& cellar, const QString& path, const QString& service, std::stop_token stop) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return exportTrouble(file);
    }
    storage::EgressStore store(*cellar.database);
    qint64 written = 0;
    for (qint64 before = 0; !stop.stop_requested();) {
        const auto page = store.list(before, kExportPage, service);
        if (!page) {
            return page.error();
        }
        for (const storage::EgressEntry& listed : *page) {
            const auto entry = store.entry(listed.id);
            if (!entry) {
                return entry.error();
            }
            QJsonObject line = toJson(listed);
            line.insert(QStringLiteral("body"), QString::fromUtf8(entry->value_or(listed).body));
            const QByteArray bytes = json::canonical(line) + '\n';
            if (file.write(bytes) != bytes.size()) {
                return exportTrouble(file);
            }
            ++written;
        }
        if (page->size() < static_cast<size_t>(kExportPage)) {
            return file.commit() ? Result<qint64>(written) : Result<qint64>(exportTrouble(file));
        }
        before = page->back().id;
    }
    return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
}

}  // namespace kith::service
