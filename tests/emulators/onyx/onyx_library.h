// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The documents that the emulated Onyx has read: notes, letters and pages about invented people, found by words.
#pragma once

#include "tests/emulators/attio/attio_people.h"

#include <QJsonObject>

#include <vector>

namespace kith::emulator {

struct OnyxDocument {
    QString id;
    QString title;
    QString link;  ///< empty: it has none
    QString source;
    QString content;
    QString updatedAt;
};

struct OnyxHit {
    const OnyxDocument* document{nullptr};
    double score{0};
};

class OnyxLibrary {
public:
    void plant(int people, Millis now);
    void plantAbout(const InventedPerson& person, int number, Millis now);
    void add(OnyxDocument document) { m_documents.push_back(std::move(document)); }
    /// Best first: every word of the query counts, a quoted phrase or an address must be there.
    std::vector<OnyxHit> search(const QString& query, int most) const;
    size_t size() const { return m_documents.size(); }

private:
    std::vector<OnyxDocument> m_documents;
};

/// The contract's SearchDoc, hits between <hi> and </hi>.
QJsonObject onyxSearchDoc(const OnyxHit& hit, const QString& query);

}  // namespace kith::emulator
