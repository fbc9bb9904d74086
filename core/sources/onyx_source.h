// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// EnrichmentSource over Onyx: documents that name the person, and what they literally say.
#pragma once

#include "core/sources/onyx_facts.h"

namespace kith::sources {

class OnyxSource final : public people::EnrichmentSource {
public:
    OnyxSource(net::HttpTransport& transport, Clock& clock, const QString& baseUrl, ServiceCaller::Key key)
        : m_client(transport, clock, baseUrl, std::move(key)) {}

    QString name() const override { return QStringLiteral("onyx"); }
    Result<std::optional<people::EnrichmentFinding>> lookUp(const people::EnrichmentSubject& subject,
                                                            std::stop_token stop) override;
    Result<QString> greet(std::stop_token stop) override;

private:
    OnyxClient m_client;
};

}  // namespace kith::sources
