// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio's filters and sorts over records of one object or list; what the service would not take is a filter_error.
#pragma once

#include "tests/emulators/attio/attio_values.h"

namespace kith::emulator {

class AttioFilter {
public:
    AttioFilter(AttioBook& book, const AttioShape& shape)
        : m_book(book)
        , m_shape(shape) {}

    /// Nothing: the filter and the sorts may pass.
    std::optional<AttioTrouble> check(const QJsonObject& filter, const QJsonArray& sorts) const;
    bool matches(const AttioRecord& record, const QJsonObject& filter) const;
    void sort(std::vector<AttioRecord*>& records, const QJsonArray& sorts) const;
    /// The one record that an equality on a unique attribute can mean; nothing where the filter is of another kind.
    std::optional<QString> oneRecord(const QJsonObject& filter) const;

private:
    std::optional<AttioTrouble> checkCondition(const QString& slug, const QJsonValue& condition) const;
    std::optional<AttioTrouble> checkPath(const QJsonObject& filter) const;
    bool matchesCondition(const AttioRecord& record, const QString& slug, const QJsonValue& condition) const;
    bool matchesPath(const AttioRecord& record, const QJsonObject& filter) const;

    AttioBook& m_book;
    const AttioShape& m_shape;
};

}  // namespace kith::emulator
