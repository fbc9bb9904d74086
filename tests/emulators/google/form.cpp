// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/form.h"

#include <QUrl>

#include <algorithm>

namespace kith::emulator {
namespace {

QString formDecoded(QByteArray text) {
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

}  // namespace

Form Form::parse(const QByteArray& encoded) {
    Form form;
    for (const QByteArray& field : encoded.split('&')) {
        if (!field.isEmpty()) {
            const qsizetype equals = field.indexOf('=');
            form.add(formDecoded(equals < 0 ? field : field.left(equals)),
                     equals < 0 ? QString() : formDecoded(field.mid(equals + 1)));
        }
    }
    return form;
}

bool Form::has(const QString& name) const {
    return std::ranges::any_of(m_fields, [&](const auto& field) { return field.first == name; });
}

QString Form::value(const QString& name) const {
    const auto found = std::ranges::find_if(m_fields, [&](const auto& field) { return field.first == name; });
    return found == m_fields.end() ? QString() : found->second;
}

QStringList Form::values(const QString& name) const {
    QStringList values;
    for (const auto& [key, value] : m_fields) {
        if (key == name) {
            values << value;
        }
    }
    return values;
}

QByteArray Form::encoded() const {
    QByteArrayList fields;
    for (const auto& [key, value] : m_fields) {
        fields << QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value);
    }
    return fields.join('&');
}

}  // namespace kith::emulator
