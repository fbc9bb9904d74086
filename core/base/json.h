// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Typed reading of JSON: a field of the wanted type, or a Malformed error that names it.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace kith::json {

Result<QJsonObject> parseObject(const QByteArray& bytes);
Result<QString> string(const QJsonObject& object, const QString& key);
Result<double> number(const QJsonObject& object, const QString& key);
/// Accepts a JSON integer or a decimal string (Gmail sends uint64 as strings).
Result<qint64> integer(const QJsonObject& object, const QString& key);
Result<bool> boolean(const QJsonObject& object, const QString& key);
Result<QJsonArray> array(const QJsonObject& object, const QString& key);
Result<QJsonObject> object(const QJsonObject& parent, const QString& key);
/// One line, keys sorted, so that equal content has equal bytes (hashes, replay).
QByteArray canonical(const QJsonObject& object);

}  // namespace kith::json
