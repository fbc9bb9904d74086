// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/snippet_fields.h"

namespace kith::triage {

const QStringList& snippetFields() {
    static const QStringList fields{QStringLiteral("first_name"), QStringLiteral("name"),    QStringLiteral("company"),
                                    QStringLiteral("subject"),    QStringLiteral("my_name"), QStringLiteral("today")};
    return fields;
}

QString filledSnippet(const QString& body, const QHash<QString, QString>& known) {
    QString out;
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype open = body.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : body.indexOf(u'}', open);
        if (close < 0) {
            break;
        }
        out += QStringView(body).mid(at, open - at);
        if (body.mid(open, 2) == QLatin1String("{{")) {
            out += u'{';
            at = open + 2;
            continue;
        }
        const QString field = body.mid(open + 1, close - open - 1).trimmed().toLower();
        const QString value = known.value(field);
        out += !value.isEmpty() ? value : u'[' + QString(field).replace(u'_', u' ') + u']';
        at = close + 1;
    }
    return out + body.mid(at);
}

}  // namespace kith::triage
