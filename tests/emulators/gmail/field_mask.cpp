// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/field_mask.h"

#include "tests/emulators/gmail/contract.h"

#include <algorithm>

namespace kith::emulator {
namespace {

/// list = item {"," item}; item = name {"/" name} ["(" list ")"]
class MaskReader {
public:
    explicit MaskReader(QStringView text)
        : m_text(text) {}

    bool read(MaskNode& root) { return list(root) && m_at == m_text.size(); }

private:
    bool list(MaskNode& parent) {
        do {
            if (!item(parent)) {
                return false;
            }
        } while (take(u','));
        return true;
    }

    bool item(MaskNode& parent) {
        const qsizetype start = m_at;
        while (m_at < m_text.size() &&
               (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'*' || m_text[m_at] == u'_')) {
            ++m_at;
        }
        if (m_at == start) {
            return false;
        }
        const QByteArray name = m_text.sliced(start, m_at - start).toLatin1();
        auto known = std::ranges::find(parent.children, name, &MaskNode::name);
        const bool again = known != parent.children.end();
        if (!again) {
            parent.children.push_back({name, {}});
        }
        MaskNode& node = again ? *known : parent.children.back();
        if (take(u'/')) {
            return item(node);
        }
        if (take(u'(')) {
            return list(node) && take(u')');
        }
        return true;
    }

    bool take(QChar c) {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    QStringView m_text;
    qsizetype m_at{0};
};

/// The path of the first selection that the schema does not have; empty where all is well.
QString unknownIn(const MaskNode& node, const Contract& contract, const QString& schema) {
    for (const MaskNode& child : node.children) {
        if (child.name == "*") {
            continue;
        }
        const SchemaField* field = contract.field(schema, QString::fromLatin1(child.name));
        if (!field || (!child.children.empty() && field->schema.isEmpty())) {
            return QString::fromLatin1(child.name);
        }
        const QString below = unknownIn(child, contract, field->schema);
        if (!below.isEmpty()) {
            return QString::fromLatin1(child.name) + u'/' + below;
        }
    }
    return {};
}

}  // namespace

const MaskNode* MaskNode::child(QByteArrayView field) const {
    for (const MaskNode& one : children) {
        if (one.name == field || one.name == "*") {
            return &one;
        }
    }
    return nullptr;
}

ParsedMask parsedMask(const QString& text, const Contract& contract, const QString& schema) {
    ParsedMask mask;
    if (text.isEmpty()) {
        return mask;
    }
    if (!MaskReader(text).read(mask.root)) {
        mask.wrong = text;
    } else {
        mask.wrong = unknownIn(mask.root, contract, schema);
    }
    return mask;
}

}  // namespace kith::emulator
