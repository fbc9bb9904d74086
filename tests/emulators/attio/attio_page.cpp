// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_page.h"

namespace kith::emulator {
namespace {

using PageOrTrouble = std::variant<AttioPage, AttioTrouble>;

PageOrTrouble boundedPage(const QJsonValue& limit, const QJsonValue& offset, qsizetype normal, qsizetype most) {
    const auto whole = [](const QJsonValue& value) {
        return value.isUndefined() || (value.isDouble() && value.toDouble() == double(value.toInteger()));
    };
    AttioPage page{qsizetype(limit.toInteger(normal)), qsizetype(offset.toInteger(0))};
    if (!whole(limit) || !whole(offset) || page.limit < 1 || page.limit > most || page.offset < 0) {
        return AttioTrouble{QStringLiteral("validation_type"),
                            QStringLiteral("limit is a whole number from 1 to %1, offset one from 0 on.").arg(most)};
    }
    return page;
}

QJsonValue numberIn(const QUrlQuery& query, const QString& name) {
    if (!query.hasQueryItem(name)) {
        return QJsonValue::Undefined;
    }
    bool isNumber = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(false);
}

}  // namespace

PageOrTrouble attioPage(const QUrlQuery& query, qsizetype normal, qsizetype most) {
    return boundedPage(numberIn(query, QStringLiteral("limit")), numberIn(query, QStringLiteral("offset")), normal,
                       most);
}

PageOrTrouble attioPage(const QJsonObject& body, qsizetype normal, qsizetype most) {
    return boundedPage(body[u"limit"], body[u"offset"], normal, most);
}

}  // namespace kith::emulator
