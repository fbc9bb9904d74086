// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A stand-in for Attio's REST API v2: objects, attributes, records, lists, notes, as strict as the published contract.
#pragma once

#include "tests/emulators/attio/attio_filter.h"
#include "tests/emulators/attio/attio_rate.h"
#include "tests/emulators/exchange.h"

namespace kith::emulator {

struct AttioOptions {
    QString key{QStringLiteral("attio-emulator-key")};
    int people{0};
};

/// No sockets; time is told with each request. Paths below /v2.
class AttioApi {
public:
    explicit AttioApi(AttioOptions options = {});

    Answer handle(const Request& request, Millis now);
    AttioBook& book() { return m_book; }
    AttioRate& rate() { return m_rate; }
    QString key() const { return m_options.key; }
    void revoke(bool revoked) { m_revoked = revoked; }
    /// Left out, pages without sorts would come in a changing order, as nothing promises one.
    qint64 queries() const { return m_queries; }

private:
    struct Call {
        const Request& request;
        QStringList path;  ///< below /v2, decoded
        QJsonObject body;
        Millis now;
    };
    Answer routed(const Call& call);
    Answer self() const;
    Answer objects(const Call& call);
    Answer attributes(const Call& call);
    Answer records(const Call& call, const AttioShape& shape);
    Answer oneRecord(const Call& call, const AttioShape& shape);
    Answer query(const Call& call, const AttioShape& shape);
    Answer create(const Call& call, const AttioShape& shape);
    Answer assertRecord(const Call& call, const AttioShape& shape);
    Answer update(const Call& call, const AttioShape& shape, AttioRecord& record);
    Answer merge(const Call& call, const AttioShape& shape);
    Answer history(const Call& call, const AttioShape& shape, const AttioRecord& record);
    Answer entriesOf(const Call& call, const AttioRecord& record);
    Answer lists(const Call& call);
    Answer entries(const Call& call, const AttioShape& list);
    Answer notes(const Call& call);
    Answer createNote(const Call& call);

    enum class Several { Replace, Prepend, Add };
    std::optional<AttioTrouble> write(const Call& call, const AttioShape& shape, AttioRecord& record,
                                      const QString& adding, Several several);
    QJsonObject recordJson(const AttioShape& shape, const AttioRecord& record) const;

    AttioOptions m_options;
    AttioBook m_book;
    AttioRate m_rate;
    bool m_revoked{false};
    qint64 m_queries{0};
};

Answer attioError(int status, const QString& code, const QString& message);
Answer attioData(const QJsonValue& data);

}  // namespace kith::emulator
