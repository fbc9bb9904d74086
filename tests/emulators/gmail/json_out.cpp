// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/json_out.h"

namespace kith::emulator {
namespace {

const MaskNode* orAll(const MaskNode* node) {
    return node && node->children.empty() ? nullptr : node;
}

bool plain(QChar c) {
    return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\';
}

void appendAscii(QByteArray& out, QStringView text) {
    const qsizetype at = out.size();
    out.resize(at + text.size());
    char* to = out.data() + at;
    for (const QChar c : text) {
        *to++ = static_cast<char>(c.unicode());
    }
}

void escape(QByteArray& out, char16_t c) {
    switch (c) {
    case u'"':
        out += "\\\"";
        break;
    case u'\\':
        out += "\\\\";
        break;
    case u'\n':
        out += "\\n";
        break;
    case u'\r':
        out += "\\r";
        break;
    case u'\t':
        out += "\\t";
        break;
    default:
        out += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
    }
}

}  // namespace

JsonOut::JsonOut(const MaskNode& mask, bool pretty, qsizetype sizeHint)
    : m_pretty(pretty) {
    m_out.reserve(sizeHint);
    m_out += '{';
    m_levels.push_back({orAll(&mask), false, true});
}

bool JsonOut::wants(QByteArrayView name) const {
    const Level& level = m_levels.back();
    return !level.mask || level.mask->child(name);
}

bool JsonOut::key(QByteArrayView name) {
    if (!wants(name)) {
        return false;
    }
    comma();
    m_out += '"';
    m_out += name;
    m_out += m_pretty ? "\": " : "\":";
    return true;
}

bool JsonOut::object(QByteArrayView name) {
    const MaskNode* mask = m_levels.back().mask;
    if (!key(name)) {
        return false;
    }
    m_out += '{';
    m_levels.push_back({mask ? orAll(mask->child(name)) : nullptr, false, true});
    return true;
}

bool JsonOut::array(QByteArrayView name) {
    const MaskNode* mask = m_levels.back().mask;
    if (!key(name)) {
        return false;
    }
    m_out += '[';
    m_levels.push_back({mask ? orAll(mask->child(name)) : nullptr, true, true});
    return true;
}

void JsonOut::object() {
    comma();
    m_out += '{';
    m_levels.push_back({m_levels.back().mask, false, true});
}

void JsonOut::end() {
    const Level closed = m_levels.back();
    m_levels.pop_back();
    if (!closed.empty) {
        indent();
    }
    m_out += closed.isArray ? ']' : '}';
}

void JsonOut::text(QByteArrayView name, QStringView value) {
    if (key(name)) {
        quoted(value);
    }
}

void JsonOut::ascii(QByteArrayView name, QByteArrayView value) {
    if (key(name)) {
        m_out += '"';
        m_out += value;
        m_out += '"';
    }
}

void JsonOut::number(QByteArrayView name, qint64 value) {
    if (key(name)) {
        m_out += QByteArray::number(value);
    }
}

void JsonOut::longNumber(QByteArrayView name, quint64 value) {
    ascii(name, QByteArray::number(value));
}

void JsonOut::boolean(QByteArrayView name, bool value) {
    if (key(name)) {
        m_out += value ? "true" : "false";
    }
}

void JsonOut::bytes(QByteArrayView name, const QByteArray& value) {
    if (key(name)) {
        m_out += '"';
        m_out += value.toBase64(QByteArray::Base64UrlEncoding);
        m_out += '"';
    }
}

void JsonOut::element(QStringView value) {
    comma();
    quoted(value);
}

QByteArray JsonOut::take() {
    while (!m_levels.empty()) {
        end();
    }
    m_out += '\n';
    return std::move(m_out);
}

void JsonOut::comma() {
    Level& level = m_levels.back();
    if (!level.empty) {
        m_out += ',';
    }
    level.empty = false;
    indent();
}

void JsonOut::indent() {
    if (m_pretty) {
        m_out += '\n';
        m_out.append(static_cast<qsizetype>(2 * m_levels.size()), ' ');
    }
}

void JsonOut::quoted(QStringView value) {
    m_out += '"';
    for (qsizetype i = 0; i < value.size();) {
        qsizetype end = i;
        while (end < value.size() && plain(value[end])) {
            ++end;
        }
        appendAscii(m_out, value.sliced(i, end - i));
        if (end == i && value[i].unicode() >= 0x80) {
            while (end < value.size() && value[end].unicode() >= 0x80) {
                ++end;
            }
            m_out += value.sliced(i, end - i).toUtf8();
        } else if (end == i) {
            escape(m_out, value[end++].unicode());
        }
        i = end;
    }
    m_out += '"';
}

}  // namespace kith::emulator
