// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The fields= parameter: which fields of an answer are wanted.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace kith::emulator {

class Contract;

/// A node without children wants everything below it.
struct MaskNode {
    QByteArray name;  ///< "*" fits every field
    std::vector<MaskNode> children;

    /// The child for this field; null where it is not wanted. Only asked where there are children.
    const MaskNode* child(QByteArrayView field) const;
};

struct ParsedMask {
    MaskNode root;
    QString wrong;  ///< the selection that the answer does not have, or the text that means nothing
};

/// As "nextPageToken,messages(id,payload/headers)"; an empty text wants everything.
ParsedMask parsedMask(const QString& text, const Contract& contract, const QString& schema);

}  // namespace kith::emulator
