// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/attio_assert.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace kith::sources {

namespace {

/// Written "Ada Holm": the last word is the family name.
QJsonObject writtenName(const QString& whole) {
    const QString name = text::oneLine(whole);
    const qsizetype cut = name.lastIndexOf(QLatin1Char(' '));
    return {{QStringLiteral("first_name"), cut < 0 ? name : name.left(cut)},
            {QStringLiteral("last_name"), cut < 0 ? QString() : name.mid(cut + 1)},
            {QStringLiteral("full_name"), name}};
}

QJsonValue writtenValue(const AttioAttribute& attribute, const QString& value) {
    return attribute.type == QLatin1String("personal-name") ? QJsonValue(writtenName(value)) : QJsonValue(value);
}

/// What stands at Attio, in the words in which it is written; its own value where the words would lose something.
QJsonValue keptValue(const AttioValue& value) {
    if (value.type == QLatin1String("select")) {
        return value.raw.value(u"option")[u"id"][u"option_id"].toString(value.text);
    }
    if (value.type == QLatin1String("phone-number") && !value.raw.value(u"country_code").toString().isEmpty()) {
        return QJsonObject{{QStringLiteral("original_phone_number"), value.text},
                           {QStringLiteral("country_code"), value.raw.value(u"country_code")}};
    }
    return value.text;
}

QString sameKey(const AttioAttribute& attribute, const QString& value) {
    if (attribute.type == QLatin1String("phone-number")) {
        return QString(value).remove(QRegularExpression(QStringLiteral("[^0-9+]")));
    }
    return text::folded(value);
}

QStringList textsOf(const std::vector<AttioValue>& values) {
    QStringList texts;
    for (const AttioValue& value : values) {
        texts << value.text;
    }
    return texts;
}

bool hasKey(const AttioAttribute& attribute, const QStringList& texts, const QString& value) {
    return std::ranges::any_of(
        texts, [&](const QString& one) { return sameKey(attribute, one) == sameKey(attribute, value); });
}

struct PreviewField {
    people::FieldChange change;
    QJsonArray written;
};

PreviewField previewField(const AttioAttribute& attribute, const std::vector<AttioValue>& current,
                          const QStringList& wanted) {
    PreviewField field{{{}, attribute.slug, attribute.title, textsOf(current), textsOf(current)}, {}};
    if (!attribute.several) {
        if (!wanted.isEmpty() && !hasKey(attribute, field.change.before, wanted.first())) {
            field.change.after = {wanted.first()};
            field.written = {writtenValue(attribute, wanted.first())};
        }
        return field;
    }
    // Asserting replaces: all that stands goes along.
    for (const AttioValue& value : current) {
        field.written.append(keptValue(value));
    }
    for (const QString& value : wanted) {
        if (!hasKey(attribute, field.change.after, value)) {
            field.change.after << value;
            field.written.append(writtenValue(attribute, value));
        }
    }
    return field;
}

}  // namespace

Result<people::WriteBack> attioPreview(const AttioShape& shape, const std::optional<AttioRecord>& current,
                                       const std::vector<people::FieldWish>& wishes) {
    const AttioAttribute* matching = shape.forField(QStringLiteral("email"));
    if (matching == nullptr || !matching->unique) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("Attio: %1 has no unique e-mail address").arg(shape.object), {}};
    }
    people::WriteBack preview{current ? current->id : QString(), matching->slug, {}, {}, {}};
    QStringList fields;
    for (const people::FieldWish& wish : wishes) {
        if (!fields.contains(wish.field)) {
            fields << wish.field;
        }
    }
    for (const QString& name : fields) {
        const AttioAttribute* attribute = shape.forField(name);
        const bool takesText = attribute != nullptr && attribute->type != QLatin1String("record-reference") &&
                               attribute->type != QLatin1String("location");
        if (!takesText || !attribute->writable) {
            preview.refused << name;
            continue;
        }
        QStringList wanted;
        for (const people::FieldWish& wish : wishes) {
            if (wish.field == name && !wish.value.trimmed().isEmpty()) {
                wanted << wish.value.trimmed();
            }
        }
        PreviewField field = previewField(
            *attribute, current ? current->values.value(attribute->slug) : std::vector<AttioValue>(), wanted);
        field.change.field = name;
        if (field.change.changes() || attribute == matching) {
            preview.values.insert(attribute->slug, field.written);
        }
        preview.fields.push_back(std::move(field.change));
    }
    if (preview.values.value(matching->slug).toArray().isEmpty()) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("a person without an e-mail address cannot be written to Attio"), {}};
    }
    return preview;
}

}  // namespace kith::sources
