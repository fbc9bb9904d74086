// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_ports.h"

namespace kith::service {

Result<std::unique_ptr<people::EnrichmentSource>> MailPorts::enrichmentSource(const QString& /*name*/) {
    return std::unique_ptr<people::EnrichmentSource>();
}

QString MailPorts::enrichmentKeyPlace(const QString& /*name*/) {
    return {};
}

Result<void> MailPorts::keepEnrichmentKey(const QString& name, const QString& /*key*/) {
    return Error{ErrorKind::Unsupported, QStringLiteral("there is no place for a key of %1").arg(name), {}};
}

}  // namespace kith::service
