// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/mime_view.h"

#include "tests/emulators/gmail/header_scan.h"

#include "core/mail/charset.h"
#include "core/mail/header_text.h"
#include "core/mail/mime_tree.h"

#include <QDataStream>
#include <QIODevice>

namespace kith::emulator {
namespace {

constexpr quint64 kAttachmentSalt = 0x61747463;
constexpr qsizetype kBiggestBody = 128 * 1024;
const char kAttachmentPrefix[] = "ANGjdJ";

QByteArray attachmentId(const StoredMessage& message, int number, quint64 nonce) {
    QByteArray content;
    QDataStream(&content, QIODevice::WriteOnly) << message.id << number << nonce;
    return kAttachmentPrefix + sealed(content, kAttachmentSalt);
}

void writeHeader(JsonOut& out, QByteArrayView name, QByteArrayView value) {
    out.object();
    out.text("name", QString::fromUtf8(name));
    out.text("value", mail::decodedHeader(value));
    out.end();
}

void writeOwnHeaders(JsonOut& out, QByteArrayView mail, const QStringList& names) {
    if (!out.array("headers")) {
        return;
    }
    HeaderScan scan(mail);
    while (const auto field = scan.next()) {
        if (names.isEmpty() || names.contains(QString::fromUtf8(field->name), Qt::CaseInsensitive)) {
            writeHeader(out, field->name, field->value);
        }
    }
    out.end();
}

void writePartHeaders(JsonOut& out, GMimeObject* part) {
    GMimeHeaderList* list = g_mime_object_get_header_list(part);
    const int count = list ? g_mime_header_list_get_count(list) : 0;
    if (count == 0 || !out.array("headers")) {
        return;
    }
    for (int i = 0; i < count; ++i) {
        GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
        const char* value = g_mime_header_get_raw_value(header);
        writeHeader(out, QByteArrayView(g_mime_header_get_name(header)), QByteArrayView(value ? value : "").trimmed());
    }
    out.end();
}

class PayloadWriter {
public:
    PayloadWriter(JsonOut& out, const StoredMessage& message, quint64 nonce)
        : m_out(out)
        , m_message(message)
        , m_nonce(nonce)
        , m_tree(message.raw) {}

    void write() {
        if (m_tree.nodes().empty()) {
            writeHeaderPayload(m_out, m_message, {});
            return;
        }
        node(m_tree.nodes().front(), QString());
    }

private:
    void node(const mail::MimeNode& part, const QString& id) {
        const QString name = mail::MimeTree::filename(part);
        m_out.text("partId", id);
        m_out.text("mimeType", QString::fromLatin1(part.type));
        m_out.text("filename", name);
        if (part.parent < 0) {
            writeOwnHeaders(m_out, m_message.raw, {});
        } else {
            writePartHeaders(m_out, part.object);
        }
        if (m_out.object("body")) {
            body(part, name);
            m_out.end();
        }
        if (part.children.empty() || !m_out.array("parts")) {
            return;
        }
        for (std::size_t i = 0; i < part.children.size(); ++i) {
            const QString number = QString::number(i);
            m_out.object();
            node(m_tree.nodes()[static_cast<std::size_t>(part.children[i])],
                 id.isEmpty() ? number : QString(id + u'.' + number));
            m_out.end();
        }
        m_out.end();
    }

    void body(const mail::MimeNode& part, const QString& name) {
        if (!part.children.empty()) {
            m_out.number("size", 0);
            return;
        }
        QByteArray content = m_tree.content(part);
        const bool text = part.type.startsWith("text/") || part.unreadable;
        const bool apart = !name.isEmpty() || !text || content.size() > kBiggestBody;
        if (apart) {
            m_out.ascii("attachmentId", attachmentId(m_message, part.number, m_nonce));
            m_out.number("size", content.size());
            return;
        }
        content = mail::decodeText(content, mail::MimeTree::parameter(part, "charset")).text.toUtf8();
        m_out.number("size", content.size());
        if (!content.isEmpty()) {
            m_out.bytes("data", content);
        }
    }

    JsonOut& m_out;
    const StoredMessage& m_message;
    quint64 m_nonce;
    mail::MimeTree m_tree;
};

}  // namespace

void writePayload(JsonOut& out, const StoredMessage& message, quint64 nonce) {
    PayloadWriter(out, message, nonce).write();
}

void writeHeaderPayload(JsonOut& out, const StoredMessage& message, const QStringList& names) {
    const QByteArrayView type = headerValue(message.raw, "Content-Type");
    const qsizetype end = type.indexOf(';');
    const QByteArray kind = type.first(end < 0 ? type.size() : end).trimmed().toByteArray().toLower();
    out.text("mimeType", kind.isEmpty() ? QStringLiteral("text/plain") : QString::fromLatin1(kind));
    writeOwnHeaders(out, message.raw, names);
}

std::optional<QByteArray> attachmentOf(const StoredMessage& message, const QString& attachmentId) {
    if (!attachmentId.startsWith(QLatin1String(kAttachmentPrefix))) {
        return std::nullopt;
    }
    const auto content =
        unsealed(attachmentId.mid(qsizetype(sizeof kAttachmentPrefix) - 1).toLatin1(), kAttachmentSalt);
    if (!content) {
        return std::nullopt;
    }
    quint64 id = 0;
    int number = 0;
    QDataStream(*content) >> id >> number;
    const mail::MimeTree tree(message.raw);
    if (id != message.id || number < 0 || number >= static_cast<int>(tree.nodes().size())) {
        return std::nullopt;
    }
    return tree.content(tree.nodes()[static_cast<std::size_t>(number)]);
}

}  // namespace kith::emulator
