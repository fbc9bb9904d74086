// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio's REST API v2 as Kith uses it: schema, records by filter and by page, references, lists, notes, and asserting.
#pragma once

#include "core/sources/attio_values.h"
#include "core/sources/service_caller.h"

#include <QJsonArray>

#include <mutex>

namespace kith::sources {

struct AttioNote {
    QString id;
    QString title;
    QString text;
    Millis createdAt{0};
};

struct AttioList {
    QString slug;
    QString name;
    QString object;  ///< of its parents
};

/// What a record is in: the parent, the list's slug, and the entry's values.
struct AttioEntry {
    QString list;
    QString record;
    AttioRecord entry;
};

/// Callable from several workers at a time; see EnrichmentSource for the errors.
class AttioClient {
public:
    AttioClient(net::HttpTransport& transport, Clock& clock, const QString& baseUrl, ServiceCaller::Key key);

    /// The workspace's name. SignInNeeded where the key does not count any more.
    Result<QString> workspace(std::stop_token stop);
    /// Read once and kept; read anew where a call was refused as unknown.
    Result<AttioShape> shape(const QString& object, std::stop_token stop);
    void forgetShapes();

    struct Question {
        QJsonObject filter{};
        QJsonArray sorts{};
        int limit{500};
        qint64 offset{0};
        QString purpose{};
    };
    Result<std::vector<AttioRecord>> query(const QString& object, const Question& question, std::stop_token stop);
    /// Nothing where it is not there any more; another id where it was merged.
    Result<std::optional<AttioRecord>> record(const QString& object, const QString& id, std::stop_token stop);
    /// Every record once, page by page in an order that stays; pages overlap by one, and where they do not fit the
    /// rest is read again. sink: new records of a page; false ends it.
    Result<qint64> everyRecord(const QString& object, const std::function<bool(std::vector<AttioRecord>&&)>& sink,
                               std::stop_token stop);

    Result<std::vector<AttioList>> lists(std::stop_token stop);
    Result<std::vector<AttioEntry>> entries(const AttioList& list, std::stop_token stop);
    Result<std::vector<AttioNote>> notes(const QString& object, const QString& record, std::stop_token stop);
    /// values: by slug, as the contract writes them.
    Result<AttioRecord> assertRecord(const QString& object, const QString& matching, const QJsonObject& values,
                                     std::stop_token stop);
    ServiceUse use() const { return m_caller.use(); }

private:
    Result<QJsonArray> list(const ServiceCall& call, std::stop_token stop);

    ServiceCaller m_caller;
    std::mutex m_mutex;
    QMap<QString, AttioShape> m_shapes;
};

/// In Attio's own words; what the user can do as hint.
Error attioError(const net::HttpResponse& response, Millis now);

}  // namespace kith::sources
