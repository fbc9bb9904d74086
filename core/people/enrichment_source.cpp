// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/enrichment_source.h"

namespace kith::people {

namespace {

Error notOfThisSource(const QString& name) {
    return {ErrorKind::Unsupported, QStringLiteral("%1 cannot do this").arg(name), {}};
}

}  // namespace

EnrichmentSource::~EnrichmentSource() = default;

Result<qint64> EnrichmentSource::everyPerson(const std::function<bool(std::vector<ListedPerson>&&)>& /*sink*/,
                                             std::stop_token /*stop*/) {
    return notOfThisSource(name());
}

Result<WriteBack> EnrichmentSource::preview(const EnrichmentSubject& /*subject*/,
                                            const std::vector<FieldWish>& /*wishes*/, std::stop_token /*stop*/) {
    return notOfThisSource(name());
}

Result<void> EnrichmentSource::write(const WriteBack& /*shown*/, const EnrichmentSubject& /*subject*/,
                                     const std::vector<FieldWish>& /*wishes*/, std::stop_token /*stop*/) {
    return notOfThisSource(name());
}

}  // namespace kith::people
