// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/attio_source.h"

#include "core/domain/address.h"

#include <algorithm>

namespace kith::sources {

namespace {

constexpr std::chrono::hours kListsHold{1};
constexpr int kSearchedAddresses = 20;

struct FieldTrust {
    const char* field;
    double confidence;
};

/// A CRM's field is somebody's word, and it ages.
constexpr FieldTrust kAttioTrust[] = {{"name", 0.9},          {"email", 0.9},   {"phone", 0.85}, {"job_title", 0.75},
                                      {"linkedin_url", 0.85}, {"address", 0.7}, {"url", 0.8}};
constexpr double kFirmTrust = 0.8;

QString attioCompanies() {
    return QStringLiteral("companies");
}

/// Addresses are folded by the service; the first of ours that a record has decides.
qsizetype addressRank(const AttioShape& shape, const AttioRecord& record, const QStringList& emails) {
    const AttioAttribute* attribute = shape.byType(QStringLiteral("email-address"));
    for (qsizetype at = 0; at < emails.size(); ++at) {
        for (const AttioValue& value : record.values.value(attribute->slug)) {
            if (addressKey(value.text) == addressKey(emails[at])) {
                return at;
            }
        }
    }
    return emails.size();
}

QJsonObject addressFilter(const AttioAttribute& attribute, const QStringList& emails) {
    const auto one = [&](const QString& email) {
        return QJsonObject{{attribute.slug, QJsonObject{{QStringLiteral("email_address"),
                                                         QJsonObject{{QStringLiteral("$eq"), addressKey(email)}}}}}};
    };
    if (emails.size() == 1) {
        return one(emails.first());
    }
    QJsonArray any;
    for (const QString& email : emails.mid(0, kSearchedAddresses)) {
        any.append(one(email));
    }
    return {{QStringLiteral("$or"), any}};
}

people::SourcedValue sourced(const AttioRecord& record, const QString& field, const AttioValue& value,
                             double confidence) {
    return {field,
            value.text,
            {},
            record.link.isEmpty() ? record.id : record.link,
            QStringLiteral("attio.record"),
            confidence,
            value.activeFrom};
}

void takeFields(const AttioShape& shape, const AttioRecord& record, people::EnrichmentFinding& finding) {
    for (const FieldTrust& trust : kAttioTrust) {
        const QString field = QLatin1String(trust.field);
        const AttioAttribute* attribute = shape.forField(field);
        if (attribute == nullptr) {
            continue;
        }
        for (const AttioValue& value : record.values.value(attribute->slug)) {
            if (!value.text.trimmed().isEmpty()) {
                finding.values.push_back(sourced(record, field, value, trust.confidence));
            }
        }
    }
}

bool isRefusal(const Error& error) {
    return error.kind == ErrorKind::Denied || error.kind == ErrorKind::NotFound;
}

}  // namespace

QString attioPeopleObject() {
    return QStringLiteral("people");
}

QJsonObject AttioSource::document(const AttioRecord& record) {
    QJsonObject values;
    for (auto it = record.values.begin(); it != record.values.end(); ++it) {
        QJsonArray texts;
        for (const AttioValue& value : it.value()) {
            texts.append(value.text);
        }
        values.insert(it.key(), texts);
    }
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("web_url"), record.link},
            {QStringLiteral("values"), values}};
}

Result<std::optional<AttioRecord>> AttioSource::find(const AttioShape& shape, const QStringList& emails,
                                                     std::stop_token stop) {
    const AttioAttribute* attribute = shape.byType(QStringLiteral("email-address"));
    if (attribute == nullptr) {
        return Error{ErrorKind::Malformed, QStringLiteral("Attio: people have no e-mail addresses any more"),
                     QStringLiteral("The fields of Attio have changed; look at the object People there.")};
    }
    if (emails.isEmpty()) {
        return std::optional<AttioRecord>();
    }
    auto records = m_client.query(
        attioPeopleObject(),
        {addressFilter(*attribute, emails), {}, 10, 0, QStringLiteral("look up a contact in Attio")}, stop);
    if (!records) {
        return records.error();
    }
    const auto best = std::ranges::min_element(*records, {}, [&](const AttioRecord& record) {
        return std::pair(addressRank(shape, record, emails), record.createdAt);
    });
    return best == records->end() ? std::optional<AttioRecord>() : std::optional(*best);
}

Result<std::optional<AttioRecord>>
AttioSource::findAgain(const AttioShape& shape, const people::EnrichmentSubject& subject, std::stop_token stop) {
    if (!subject.reference.isEmpty()) {
        auto known = m_client.record(attioPeopleObject(), subject.reference, stop);
        if (!known || *known) {
            return known;
        }
    }
    return find(shape, subject.emails, stop);
}

AttioSource::Firm AttioSource::firmFrom(const AttioRecord& record) {
    Firm found;
    for (const std::vector<AttioValue>& all : record.values) {
        found.domain = all.front().type == QLatin1String("domain") ? all.front().text : found.domain;
    }
    const auto name = record.values.constFind(QStringLiteral("name"));
    found.name = name == record.values.cend() ? found.domain : name->front().text;
    return found;
}

Result<AttioSource::Firm> AttioSource::firmOf(const AttioShape& shape, const AttioRecord& record,
                                              std::stop_token stop) {
    const AttioAttribute* attribute = shape.forField(QStringLiteral("company"));
    const std::vector<AttioValue> values =
        attribute != nullptr ? record.values.value(attribute->slug) : std::vector<AttioValue>();
    if (values.empty()) {
        return Firm();
    }
    const QString id = values.front().targetId;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_firms.constFind(id); known != m_firms.cend()) {
            return *known;
        }
    }
    const QString object = values.front().target.isEmpty() ? attioCompanies() : values.front().target;
    const auto firm = m_client.record(object, id, stop);
    if (!firm) {
        return isRefusal(firm.error()) ? Result<Firm>(Firm()) : Result<Firm>(firm.error());
    }
    const Firm found = *firm ? firmFrom(**firm) : Firm();
    const std::lock_guard lock(m_mutex);
    m_firms.insert(id, found);
    return found;
}

Result<QStringList> AttioSource::listsOf(const QString& record, std::stop_token stop) {
    const std::lock_guard lock(m_listMutex);
    if (!m_listsAt || m_clock.now() - *m_listsAt > kListsHold) {
        const auto lists = m_client.lists(stop);
        if (!lists && !isRefusal(lists.error())) {
            return lists.error();
        }
        QMultiMap<QString, QString> read;
        for (const AttioList& list : lists ? *lists : std::vector<AttioList>()) {
            if (list.object != attioPeopleObject()) {
                continue;
            }
            const auto entries = m_client.entries(list, stop);
            if (!entries) {
                return entries.error();
            }
            for (const AttioEntry& entry : *entries) {
                read.insert(entry.record, list.name);
            }
        }
        m_lists = std::move(read);
        m_listsAt = m_clock.now();
    }
    QStringList names = m_lists.values(record);
    names.sort();
    return names;
}

Result<QJsonArray> AttioSource::notesOf(const QString& record, std::stop_token stop) {
    QJsonArray all;
    const auto notes = m_client.notes(attioPeopleObject(), record, stop);
    if (!notes) {
        return isRefusal(notes.error()) ? Result<QJsonArray>(all) : Result<QJsonArray>(notes.error());
    }
    for (const AttioNote& note : *notes) {
        all.append(QJsonObject{{QStringLiteral("id"), note.id},
                               {QStringLiteral("title"), note.title},
                               {QStringLiteral("text"), note.text},
                               {QStringLiteral("created_at"), qint64(note.createdAt.count())}});
    }
    return all;
}

Result<std::optional<people::EnrichmentFinding>> AttioSource::lookUp(const people::EnrichmentSubject& subject,
                                                                     std::stop_token stop) {
    auto shape = m_client.shape(attioPeopleObject(), stop);
    auto record = shape ? findAgain(*shape, subject, stop) : Result<std::optional<AttioRecord>>(shape.error());
    if (shape && !record && record.error().kind == ErrorKind::Malformed) {
        // The fields may have another name by now.
        m_client.forgetShapes();
        shape = m_client.shape(attioPeopleObject(), stop);
        record = shape ? findAgain(*shape, subject, stop) : Result<std::optional<AttioRecord>>(shape.error());
    }
    if (!record || !*record) {
        return record ? Result<std::optional<people::EnrichmentFinding>>(std::nullopt)
                      : Result<std::optional<people::EnrichmentFinding>>(record.error());
    }
    const auto firm = firmOf(*shape, **record, stop);
    const auto lists = m_options.lists && firm ? listsOf((*record)->id, stop) : Result<QStringList>(QStringList());
    const auto notes =
        m_options.notes && firm && lists ? notesOf((*record)->id, stop) : Result<QJsonArray>(QJsonArray());
    if (!firm || !lists || !notes) {
        return !firm ? firm.error() : !lists ? lists.error() : notes.error();
    }
    people::EnrichmentFinding finding;
    finding.reference = (*record)->id;
    finding.formerly = subject.reference != finding.reference ? subject.reference : QString();
    finding.title = (*record)->text(shape->forField(QStringLiteral("name")));
    finding.link = (*record)->link;
    finding.document = document(**record);
    finding.document.insert(QStringLiteral("lists"), QJsonArray::fromStringList(*lists));
    finding.document.insert(QStringLiteral("notes"), *notes);
    takeFields(*shape, **record, finding);
    if (!firm->name.isEmpty()) {
        const AttioValue value = (*record)->values.value(shape->forField(QStringLiteral("company"))->slug).front();
        finding.values.push_back(sourced(**record, QStringLiteral("company"), value, kFirmTrust));
        finding.values.back().value = firm->name;
        finding.document.insert(QStringLiteral("company"), QJsonObject{{QStringLiteral("name"), firm->name},
                                                                       {QStringLiteral("domain"), firm->domain}});
    }
    return std::optional(std::move(finding));
}

Result<people::WriteBack> AttioSource::preview(const people::EnrichmentSubject& subject,
                                               const std::vector<people::FieldWish>& wishes, std::stop_token stop) {
    const auto shape = m_client.shape(attioPeopleObject(), stop);
    if (!shape) {
        return shape.error();
    }
    const auto current = findAgain(*shape, subject, stop);
    return current ? attioPreview(*shape, *current, wishes) : Result<people::WriteBack>(current.error());
}

Result<void> AttioSource::write(const people::WriteBack& shown, const people::EnrichmentSubject& subject,
                                const std::vector<people::FieldWish>& wishes, std::stop_token stop) {
    const auto now = preview(subject, wishes, stop);
    if (!now) {
        return now.error();
    }
    if (now->record != shown.record || now->values != shown.values || now->fields != shown.fields) {
        return Error{ErrorKind::Conflict, QStringLiteral("Attio has changed since the preview"),
                     QStringLiteral("Look at the changes again.")};
    }
    const auto written = m_client.assertRecord(attioPeopleObject(), now->matching, now->values, stop);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> AttioSource::readFirms(std::stop_token stop) {
    const auto all = m_client.everyRecord(
        attioCompanies(),
        [this](std::vector<AttioRecord>&& firms) {
            const std::lock_guard lock(m_mutex);
            for (const AttioRecord& firm : firms) {
                m_firms.insert(firm.id, firmFrom(firm));
            }
            return true;
        },
        stop);
    return all || isRefusal(all.error()) ? Result<void>() : Result<void>(all.error());
}

Result<qint64> AttioSource::everyPerson(const std::function<bool(std::vector<people::ListedPerson>&&)>& sink,
                                        std::stop_token stop) {
    const auto shape = m_client.shape(attioPeopleObject(), stop);
    const auto firms = shape ? readFirms(stop) : Result<void>(shape.error());
    if (!firms) {
        return firms.error();
    }
    return m_client.everyRecord(
        attioPeopleObject(),
        [&](std::vector<AttioRecord>&& records) {
            std::vector<people::ListedPerson> page;
            page.reserve(records.size());
            for (const AttioRecord& record : records) {
                page.push_back(listed(*shape, record));
            }
            return sink(std::move(page));
        },
        stop);
}

people::ListedPerson AttioSource::listed(const AttioShape& shape, const AttioRecord& record) {
    const auto texts = [&](const char* field) {
        QStringList all;
        const AttioAttribute* attribute = shape.forField(QLatin1String(field));
        for (const AttioValue& value :
             attribute != nullptr ? record.values.value(attribute->slug) : std::vector<AttioValue>()) {
            all << value.text;
        }
        return all;
    };
    const AttioAttribute* company = shape.forField(QStringLiteral("company"));
    const std::vector<AttioValue> firms =
        company != nullptr ? record.values.value(company->slug) : std::vector<AttioValue>();
    const std::lock_guard lock(m_mutex);
    return {record.id,
            record.link,
            texts("name").value(0),
            texts("email"),
            texts("phone"),
            texts("job_title").value(0),
            firms.empty() ? QString() : m_firms.value(firms.front().targetId).name,
            record.createdAt,
            document(record).value(u"values").toObject()};
}

}  // namespace kith::sources
