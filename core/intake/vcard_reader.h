// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reads vCards one after the other: 2.1, 3.0 and 4.0, several in a file, in the charsets that programs write.
#pragma once

#include "core/intake/vcard.h"
#include "core/intake/vcard_lines.h"

#include <memory>

namespace kith::intake {

/// A card that could not be used, and where it began.
struct VCardReject {
    qint64 line{0};
    QString reason;
};

class VCardReader {
public:
    /// UTF-16 files are turned into UTF-8 first; input must stay open and is read from where it stands.
    explicit VCardReader(QIODevice& input);
    ~VCardReader();

    /// Nothing at the end. A card inside a card (AGENT of 2.1) is passed over. Malformed: this is no vCard file at all.
    Result<std::optional<VCard>> next();
    /// Cards without an end, or with nothing of a person in them, met so far.
    const std::vector<VCardReject>& rejects() const { return m_rejects; }

private:
    std::unique_ptr<QIODevice> m_converted;  ///< the input as UTF-8, where it was UTF-16
    VCardLines m_lines;
    std::vector<VCardReject> m_rejects;
    bool m_any{false};
};

}  // namespace kith::intake
