// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// EnrichmentSource over Attio: a person by record or address, with the firm, the lists and the notes.
#pragma once

#include "core/people/enrichment_source.h"
#include "core/sources/attio_assert.h"
#include "core/sources/attio_client.h"

namespace kith::sources {

struct AttioOptions {
    bool notes{true};  ///< one more read a person
    bool lists{true};  ///< all entries of all lists, once an hour
};

class AttioSource final : public people::EnrichmentSource {
public:
    AttioSource(net::HttpTransport& transport, Clock& clock, const QString& baseUrl, ServiceCaller::Key key,
                AttioOptions options = {})
        : m_client(transport, clock, baseUrl, std::move(key))
        , m_clock(clock)
        , m_options(options) {}

    QString name() const override { return QStringLiteral("attio"); }
    Result<std::optional<people::EnrichmentFinding>> lookUp(const people::EnrichmentSubject& subject,
                                                            std::stop_token stop) override;
    Result<QString> greet(std::stop_token stop) override { return m_client.workspace(std::move(stop)); }

    Result<qint64> everyPerson(const std::function<bool(std::vector<people::ListedPerson>&&)>& sink,
                               std::stop_token stop) override;
    /// Reads the record anew.
    Result<people::WriteBack> preview(const people::EnrichmentSubject& subject,
                                      const std::vector<people::FieldWish>& wishes, std::stop_token stop) override;
    Result<void> write(const people::WriteBack& shown, const people::EnrichmentSubject& subject,
                       const std::vector<people::FieldWish>& wishes, std::stop_token stop) override;
    /// A record as it is listed and kept: texts by slug.
    static QJsonObject document(const AttioRecord& record);
    AttioClient& client() { return m_client; }

private:
    struct Firm {
        QString name;
        QString domain;
    };
    Result<std::optional<AttioRecord>> find(const AttioShape& shape, const QStringList& emails, std::stop_token stop);
    Result<std::optional<AttioRecord>> findAgain(const AttioShape& shape, const people::EnrichmentSubject& subject,
                                                 std::stop_token stop);
    static Firm firmFrom(const AttioRecord& record);
    people::ListedPerson listed(const AttioShape& shape, const AttioRecord& record);
    Result<Firm> firmOf(const AttioShape& shape, const AttioRecord& record, std::stop_token stop);
    Result<void> readFirms(std::stop_token stop);
    Result<QStringList> listsOf(const QString& record, std::stop_token stop);
    Result<QJsonArray> notesOf(const QString& record, std::stop_token stop);

    AttioClient m_client;
    Clock& m_clock;
    AttioOptions m_options;
    std::mutex m_mutex;
    QMap<QString, Firm> m_firms;
    std::mutex m_listMutex;  ///< held while the lists are read: once is enough
    std::optional<Millis> m_listsAt;
    QMultiMap<QString, QString> m_lists;  ///< record → names of lists
};

QString attioPeopleObject();

}  // namespace kith::sources
