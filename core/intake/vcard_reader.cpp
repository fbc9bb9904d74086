// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/vcard_reader.h"

#include <QBuffer>
#include <QHash>
#include <QStringDecoder>

namespace kith::intake {

namespace {

using Properties = std::vector<VCardProperty>;

bool isLine(const VCardProperty& property, const char* name, const char* value) {
    return property.name == QLatin1String(name) &&
           property.value.trimmed().compare(QLatin1String(value), Qt::CaseInsensitive) == 0;
}

/// Nothing where the input is not UTF-16 by its mark.
std::unique_ptr<QIODevice> asUtf8(QIODevice& input) {
    const QByteArray head = input.peek(4);
    const auto encoding = QStringConverter::encodingForData(head);
    if (!encoding || *encoding == QStringConverter::Utf8) {
        return nullptr;
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(QString(QStringDecoder(*encoding)(input.readAll())).toUtf8());
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

QStringList unescapedParts(const QString& value, QChar separator) {
    QStringList parts;
    for (const QString& part : vcardSplit(value, separator)) {
        parts << vcardUnescaped(part).trimmed();
    }
    return parts;
}

/// A component of a structured value may itself be a list.
QString component(const QStringList& parts, qsizetype at) {
    QStringList list;
    for (const QString& one : vcardSplit(parts.value(at), QLatin1Char(','))) {
        list << vcardUnescaped(one).trimmed();
    }
    list.removeAll(QString());
    return list.join(QStringLiteral(" "));
}

VCardName nameOf(const VCardProperty& property) {
    const QStringList parts = vcardSplit(property.value, QLatin1Char(';'));
    return {component(parts, 0), component(parts, 1), component(parts, 2), component(parts, 3), component(parts, 4)};
}

QStringList typesOf(const VCardProperty& property) {
    QStringList types;
    for (const QString& type : property.parameterAll(QStringLiteral("TYPE"))) {
        types << type.toLower();
    }
    types.removeAll(QString());
    types.removeDuplicates();
    return types;
}

VCardAddress addressOf(const VCardProperty& property) {
    const QStringList parts = vcardSplit(property.value, QLatin1Char(';'));
    VCardAddress address{component(parts, 0), component(parts, 1), component(parts, 2), component(parts, 3),
                         component(parts, 4), component(parts, 5), component(parts, 6), typesOf(property)};
    address.types.removeAll(QStringLiteral("pref"));
    return address;
}

/// _$!<Work>!$_ is how Apple writes its own words.
QString plainLabel(QString label) {
    if (label.startsWith(QLatin1String("_$!<")) && label.endsWith(QLatin1String(">!$_"))) {
        label = label.mid(4).chopped(4);
    }
    return label;
}

/// tel:+1-555-0100;ext=102 → +1-555-0100 ext. 102
QString withoutScheme(const QString& value) {
    static const QStringList schemes{QStringLiteral("tel:"), QStringLiteral("mailto:")};
    for (const QString& scheme : schemes) {
        if (value.startsWith(scheme, Qt::CaseInsensitive)) {
            return value.mid(scheme.size())
                .replace(QStringLiteral(";ext="), QStringLiteral(" ext. "), Qt::CaseInsensitive);
        }
    }
    return value;
}

VCardPhoto photoOf(const VCardProperty& property) {
    VCardPhoto photo;
    const QString type = property.parameter(QStringLiteral("TYPE")).toLower();
    photo.mediaType = property.parameter(QStringLiteral("MEDIATYPE"));
    if (photo.mediaType.isEmpty() && !type.isEmpty()) {
        photo.mediaType = type.contains(QLatin1Char('/')) ? type : QStringLiteral("image/") + type;
    }
    if (!property.parameter(QStringLiteral("ENCODING")).isEmpty() && property.value.isEmpty()) {
        photo.data = property.bytes;
        return photo;
    }
    const QString value = vcardUnescaped(property.value).trimmed();
    if (value.startsWith(QLatin1String("data:"), Qt::CaseInsensitive)) {
        photo.mediaType = value.mid(5).section(QLatin1Char(';'), 0, 0);
        photo.data = QByteArray::fromBase64(value.section(QStringLiteral("base64,"), 1).toLatin1());
    } else {
        photo.uri = value;
    }
    return photo;
}

class CardBuilder {
public:
    VCard build(const Properties& properties) {
        for (const VCardProperty& one : properties) {
            if (one.name == QLatin1String("X-ABLABEL")) {
                m_labels.insert(one.group, plainLabel(vcardUnescaped(one.value).trimmed()));
            }
        }
        for (const VCardProperty& one : properties) {
            take(one);
        }
        return std::move(m_card);
    }

private:
    void take(const VCardProperty& property) {
        if (property.name.isEmpty()) {
            m_card.defects
                << QStringLiteral("line %1: no property: %2").arg(property.line).arg(property.value.left(60));
        } else if (!takeWords(property) && !takeLists(property)) {
            takeStructured(property);
        }
    }
    /// Properties that are one text.
    bool takeWords(const VCardProperty& property) {
        const QHash<QString, QString*> words{
            {QStringLiteral("VERSION"), &m_card.version},  {QStringLiteral("UID"), &m_card.uid},
            {QStringLiteral("FN"), &m_card.formattedName}, {QStringLiteral("TITLE"), &m_card.title},
            {QStringLiteral("ROLE"), &m_card.role},        {QStringLiteral("BDAY"), &m_card.birthday},
            {QStringLiteral("REV"), &m_card.revised},      {QStringLiteral("NOTE"), &m_card.note}};
        QString* target = words.value(property.name);
        if (target == nullptr) {
            return false;
        }
        const QString said = vcardUnescaped(property.value).trimmed();
        if (property.name == QLatin1String("NOTE") && !target->isEmpty()) {
            *target += QLatin1Char('\n') + said;
        } else if (target->isEmpty()) {
            *target = said;  // the first one counts; 4.0 puts the preferred first
        }
        return true;
    }
    bool takeLists(const VCardProperty& property) {
        static const QHash<QString, std::vector<VCardValue> VCard::*> lists{
            {QStringLiteral("EMAIL"), &VCard::emails},       {QStringLiteral("TEL"), &VCard::phones},
            {QStringLiteral("URL"), &VCard::urls},           {QStringLiteral("X-SOCIALPROFILE"), &VCard::profiles},
            {QStringLiteral("IMPP"), &VCard::profiles},      {QStringLiteral("X-LINKEDIN"), &VCard::profiles},
            {QStringLiteral("X-TWITTER"), &VCard::profiles}, {QStringLiteral("SOCIALPROFILE"), &VCard::profiles}};
        const auto list = lists.constFind(property.name);
        if (list == lists.constEnd()) {
            return false;
        }
        VCardValue value;
        value.value = withoutScheme(vcardUnescaped(property.value).trimmed());
        value.types = typesOf(property);
        value.preferred = value.types.removeAll(QStringLiteral("pref")) > 0 ||
                          property.parameter(QStringLiteral("PREF")) == QLatin1String("1");
        value.label = property.group.isEmpty() ? QString() : m_labels.value(property.group);
        if (!value.value.isEmpty()) {
            (m_card.*list.value()).push_back(value);
        }
        return true;
    }
    void takeStructured(const VCardProperty& property) {
        if (property.name == QLatin1String("N") && m_card.name.isEmpty()) {
            m_card.name = nameOf(property);
        } else if (property.name == QLatin1String("ORG") && m_card.organisation.isEmpty()) {
            m_card.organisation = unescapedParts(property.value, QLatin1Char(';'));
        } else if (property.name == QLatin1String("ADR")) {
            const VCardAddress address = addressOf(property);
            if (!address.line().isEmpty()) {
                m_card.addresses.push_back(address);
            }
        } else if (property.name == QLatin1String("NICKNAME")) {
            m_card.nicknames += unescapedParts(property.value, QLatin1Char(','));
        } else if (property.name == QLatin1String("CATEGORIES")) {
            m_card.categories += unescapedParts(property.value, QLatin1Char(','));
        } else if (property.name == QLatin1String("PHOTO") && !m_card.photo) {
            m_card.photo = photoOf(property);
        }
    }

    VCard m_card;
    QHash<QString, QString> m_labels;  ///< by group
};

}  // namespace

VCardReader::VCardReader(QIODevice& input)
    : m_converted(asUtf8(input))
    , m_lines(m_converted ? *m_converted : input) {
}

VCardReader::~VCardReader() = default;

Result<std::optional<VCard>> VCardReader::next() {
    Properties properties;
    qint64 begun = 0;
    int depth = 0;
    for (;;) {
        auto read = m_lines.next();
        if (!read) {
            return read.error();
        }
        if (!*read) {
            break;
        }
        VCardProperty& property = **read;
        if (isLine(property, "BEGIN", "VCARD")) {
            m_any = true;
            begun = depth == 0 ? property.line : begun;
            ++depth;
        } else if (isLine(property, "END", "VCARD") && depth > 0) {
            if (--depth > 0) {
                continue;
            }
            VCard card = CardBuilder().build(properties);
            card.line = begun;
            if (!card.displayName().isEmpty() || !card.phones.empty()) {
                return std::optional<VCard>(std::move(card));
            }
            m_rejects.push_back({begun, QStringLiteral("the card names nobody: no name, company, address or number")});
            properties.clear();
        } else if (depth == 1) {
            properties.push_back(std::move(property));
        }
    }
    if (depth > 0) {
        m_rejects.push_back({begun, QStringLiteral("the card has no END:VCARD")});
    }
    if (!m_any) {
        return Error{ErrorKind::Malformed, QStringLiteral("there is no BEGIN:VCARD in it"),
                     QStringLiteral("Give a vCard file (.vcf).")};
    }
    return std::optional<VCard>();
}

}  // namespace kith::intake
