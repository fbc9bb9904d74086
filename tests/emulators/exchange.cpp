// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/exchange.h"

#include <QJsonDocument>

namespace kith::emulator {
namespace {

QByteArray firstHeader(const Headers& headers, const QByteArray& name) {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

}  // namespace

QByteArray Request::header(const QByteArray& name) const {
    return firstHeader(headers, name);
}

QByteArray Answer::header(const QByteArray& name) const {
    return firstHeader(headers, name);
}

Answer jsonAnswer(int status, const QJsonObject& body) {
    return {.status = status,
            .headers = {{"Content-Type", "application/json; charset=UTF-8"}, {"Cache-Control", "no-store"}},
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n'};
}

Answer htmlAnswer(int status, const QByteArray& page) {
    return {.status = status, .headers = {{"Content-Type", "text/html; charset=UTF-8"}}, .body = page};
}

}  // namespace kith::emulator
