// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mime_tree.h"

#include "core/mail/header_text.h"
#include "core/mail/mime_repair.h"

#include <QCryptographicHash>

#include <mutex>

namespace kith::mail {

namespace {

constexpr int kDeepestPart = 100;
constexpr int kMostParts = 10000;
constexpr int kMostSalvages = 3;

QByteArray streamed(GMimeStream* memory) {
    GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
    QByteArray out(reinterpret_cast<const char*>(bytes->data), static_cast<qsizetype>(bytes->len));
    g_object_unref(memory);
    return out;
}

QString fromParameter(const char* value) {
    if (!value) {
        return {};
    }
    const QByteArrayView raw(value, static_cast<qsizetype>(qstrlen(value)));
    return decodedHeader(raw);
}

/// No path, no control or reserved characters, no bidi overrides that turn an ending around.
QString sanitisedName(QString name) {
    name.replace(u'\\', u'/');
    while (name.endsWith(u'/')) {
        name.chop(1);
    }
    name = name.mid(name.lastIndexOf(u'/') + 1);
    QString clean;
    for (const QChar c : name) {
        const bool format = c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
        if (!format) {
            clean += QStringView(u"<>:\"|?*").contains(c) ? QChar(u'_') : c;
        }
    }
    clean = clean.simplified();
    if (clean.size() > 200) {
        const qsizetype dot = clean.lastIndexOf(u'.');
        const QString suffix = dot > clean.size() - 16 ? clean.mid(dot) : QString();
        clean = clean.left(200 - suffix.size()) + suffix;
    }
    return clean == QLatin1String(".") || clean == QLatin1String("..") ? QString() : clean;
}

/// The encoding by its exact name, else by what senders make of it ("x-base64", "base64;", quoted …).
GMimeContentEncoding encodingOf(GMimePart* part) {
    const GMimeContentEncoding exact = g_mime_part_get_content_encoding(part);
    const char* header = g_mime_object_get_header(GMIME_OBJECT(part), "Content-Transfer-Encoding");
    if (exact != GMIME_CONTENT_ENCODING_DEFAULT || !header) {
        return exact;
    }
    const QByteArray word = QByteArray(header).toLower();
    return word.contains("gzip")               ? exact
           : word.contains("base64")           ? GMIME_CONTENT_ENCODING_BASE64
           : word.contains("quoted-printable") ? GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
                                               : exact;
}

/// White space after a soft line break is no content (RFC 2045, 6.7, rule 3); GMime takes it for some.
QByteArray decodedQuotedPrintable(QByteArray raw) {
    qsizetype to = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\n') {
            qsizetype back = to;
            while (back > 0 && (raw[back - 1] == ' ' || raw[back - 1] == '\t' || raw[back - 1] == '\r')) {
                --back;
            }
            if (back < to && back > 0 && raw[back - 1] == '=') {
                to = back;
            }
        }
        raw[to++] = raw[i];
    }
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    QByteArray out(static_cast<qsizetype>(g_mime_encoding_outlen(&state, static_cast<size_t>(to))), Qt::Uninitialized);
    const size_t size = g_mime_encoding_flush(&state, raw.constData(), static_cast<size_t>(to), out.data());
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

QByteArray decodedPart(GMimePart* part) {
    GMimeDataWrapper* data = g_mime_part_get_content(part);
    if (!data) {
        return {};
    }
    const GMimeContentEncoding encoding = encodingOf(part);
    GMimeStream* memory = g_mime_stream_mem_new();
    if (encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE) {
        GMimeStream* raw = g_mime_data_wrapper_get_stream(data);
        g_mime_stream_reset(raw);
        g_mime_stream_write_to_stream(raw, memory);
        return decodedQuotedPrintable(streamed(memory));
    }
    g_mime_data_wrapper_set_encoding(data, encoding);
    g_mime_data_wrapper_write_to_stream(data, memory);
    return streamed(memory);
}

bool messageType(const QByteArray& type) {
    return type == "message/rfc822" || type == "message/global" || type == "message/news";
}

}  // namespace

void setUpGMime() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

MimeTree::MimeTree(QByteArrayView bytes) {
    setUpGMime();
    bool skipped = false;
    const QByteArrayView mail = withoutPreamble(bytes, &skipped);
    const QByteArrayView parts = withinParts(mail, kMostParts);
    QByteArray source = withinFields(parts);
    if (parts.size() < mail.size()) {
        defect("too-many-parts");
    }
    if (source.size() < parts.size()) {
        defect("header-too-long");
    }
    if (skipped) {
        defect("leading-junk", QStringLiteral("blank lines or a byte order mark before the header"));
    }
    if (!source.contains('\n') && source.contains('\r')) {
        source.replace('\r', '\n');
        defect("bare-cr", QStringLiteral("lines end with CR only"));
    }
    if (source.contains('\0')) {
        defect("nul-bytes");
        const qsizetype body = source.indexOf("\n\n") < 0 ? source.indexOf("\r\n\r\n") : source.indexOf("\n\n");
        const qsizetype header = body < 0 ? source.size() : body;
        source = source.left(header).replace(QByteArrayView("\0", 1), "") + source.mid(header);
    }
    if (Owned root = parsed(source)) {
        m_owned.push_back(std::move(root));
        add(m_owned.back().get(), -1, 0);
        preferMultipart(source);
        openWrapped();
    }
    if (m_nodes.empty()) {
        defect("no-content");
    }
}

/// A second Content-Type that is a multipart one: without it the parts would be text.
void MimeTree::preferMultipart(const QByteArray& source) {
    if (m_nodes.empty() || GMIME_IS_MULTIPART(m_nodes.front().object)) {
        return;
    }
    const QByteArray type = multipartTypeIn(source);
    Owned again = type.isEmpty() ? nullptr : parsed("Content-Type: " + type + '\n' + withoutContentType(source));
    if (GMimeObject* part = again.get(); part && GMIME_IS_MULTIPART(part)) {
        defect("duplicate-content-type");
        m_nodes.clear();
        m_owned.push_back(std::move(again));
        add(part, -1, 0);
    }
}

/// A mail that is nothing but a forwarded mail shows what that one says.
void MimeTree::openWrapped() {
    if (m_nodes.size() != 1 || !messageType(m_nodes.front().type)) {
        return;
    }
    Owned inner = parsed(content(m_nodes.front()));
    if (GMimeObject* part = inner.get()) {
        m_owned.push_back(std::move(inner));
        add(part, 0, 1);
    }
}

/// As a part, not as a message: of a message GMime reads subject and addresses at once, in quadratic time.
MimeTree::Owned MimeTree::parsed(const QByteArray& bytes) {
    GByteArray* array = g_byte_array_sized_new(static_cast<guint>(bytes.size()));
    g_byte_array_append(array, reinterpret_cast<const guint8*>(bytes.constData()), static_cast<guint>(bytes.size()));
    GMimeStream* stream = g_mime_stream_mem_new_with_byte_array(array);
    GMimeParser* parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeObject* part = g_mime_parser_construct_part(parser, nullptr);
    g_object_unref(parser);
    g_object_unref(stream);
    return Owned(part);
}

void MimeTree::add(GMimeObject* object, int parent, int depth) {
    if (static_cast<int>(m_nodes.size()) >= kMostParts) {
        defect("too-many-parts");
        return;
    }
    const int index = static_cast<int>(m_nodes.size());
    MimeNode node;
    node.object = object;
    node.number = index;
    node.parent = parent;
    node.depth = depth;
    GMimeContentType* type = g_mime_object_get_content_type(object);
    node.type = type ? QByteArray(g_mime_content_type_get_media_type(type)).toLower() + '/' +
                           QByteArray(g_mime_content_type_get_media_subtype(type)).toLower()
                     : QByteArray("text/plain");
    m_nodes.push_back(std::move(node));
    if (parent >= 0) {
        m_nodes[static_cast<size_t>(parent)].children.push_back(index);
    }
    if (GMIME_IS_MULTIPART(object)) {
        addChildren(index);
    }
}

void MimeTree::addChildren(int index) {
    auto* multipart = GMIME_MULTIPART(m_nodes[static_cast<size_t>(index)].object);
    const int count = g_mime_multipart_get_count(multipart);
    const int depth = m_nodes[static_cast<size_t>(index)].depth;
    if (depth >= kDeepestPart) {
        defect("nested-too-deeply", QStringLiteral("parts below level %1 stay unread").arg(kDeepestPart));
        return;
    }
    if (count == 0) {
        if (!salvage(index)) {
            m_nodes[static_cast<size_t>(index)].unreadable = true;
        }
        return;
    }
    for (int i = 0; i < count; ++i) {
        add(g_mime_multipart_get_part(multipart, i), index, depth + 1);
    }
}

/// A multipart whose declared boundary never comes, or that declares none: the one in use is taken.
bool MimeTree::salvage(int index) {
    auto* multipart = GMIME_MULTIPART(m_nodes[static_cast<size_t>(index)].object);
    const char* prologue = g_mime_multipart_get_prologue(multipart);
    const bool declared = !parameter(m_nodes[static_cast<size_t>(index)], "boundary").isEmpty();
    defect(declared ? "wrong-boundary" : "missing-boundary");
    const QByteArray text(prologue ? prologue : "");
    const QByteArray boundary = boundaryInUse(text);
    if (boundary.isEmpty() || ++m_salvaged > kMostSalvages) {
        return false;
    }
    Owned again = parsed("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n" + text);
    GMimeObject* part = again.get();
    if (!part || !GMIME_IS_MULTIPART(part) || g_mime_multipart_get_count(GMIME_MULTIPART(part)) == 0) {
        return false;
    }
    m_owned.push_back(std::move(again));
    m_nodes[static_cast<size_t>(index)].object = part;
    addChildren(index);
    return true;
}

void MimeTree::defect(const char* name, const QString& detail) {
    const QString word = QString::fromLatin1(name);
    for (const Defect& known : m_defects) {
        if (known.name == word) {
            return;
        }
    }
    m_defects.push_back({word, detail});
}

std::vector<QByteArrayView> MimeTree::headers(const char* name) const {
    std::vector<QByteArrayView> values;
    if (m_owned.empty()) {
        return values;
    }
    GMimeHeaderList* list = g_mime_object_get_header_list(m_owned.front().get());
    const int count = g_mime_header_list_get_count(list);
    for (int i = 0; i < count; ++i) {
        GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
        if (qstricmp(g_mime_header_get_name(header), name) == 0) {
            const char* raw = g_mime_header_get_raw_value(header);
            values.emplace_back(raw ? raw : "");
        }
    }
    return values;
}

QByteArray MimeTree::content(const MimeNode& node) const {
    if (node.unreadable) {
        const char* prologue = g_mime_multipart_get_prologue(GMIME_MULTIPART(node.object));
        return prologue ? QByteArray(prologue) : QByteArray();
    }
    if (GMIME_IS_PART(node.object)) {
        return decodedPart(GMIME_PART(node.object));
    }
    GMimeStream* memory = g_mime_stream_mem_new();
    if (GMIME_IS_MESSAGE_PART(node.object)) {
        if (GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(node.object))) {
            g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, memory);
        }
    } else {
        g_mime_object_write_to_stream(node.object, nullptr, memory);
    }
    return streamed(memory);
}

QByteArray MimeTree::parameter(const MimeNode& node, const char* name) {
    GMimeContentType* type = g_mime_object_get_content_type(node.object);
    const char* value = type ? g_mime_content_type_get_parameter(type, name) : nullptr;
    return value ? QByteArray(value) : QByteArray();
}

QByteArray MimeTree::disposition(const MimeNode& node) {
    const char* value = g_mime_object_get_disposition(node.object);
    return value ? QByteArray(value).trimmed().toLower() : QByteArray();
}

QString MimeTree::filename(const MimeNode& node) {
    GMimeContentDisposition* disposition = g_mime_object_get_content_disposition(node.object);
    const char* value = disposition ? g_mime_content_disposition_get_parameter(disposition, "filename") : nullptr;
    QString name = sanitisedName(fromParameter(value));
    if (name.isEmpty()) {
        name = sanitisedName(fromParameter(parameter(node, "name").constData()));
    }
    if (name.isEmpty() && GMIME_IS_MESSAGE_PART(node.object)) {
        GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(node.object));
        const char* subject = inner ? g_mime_object_get_header(GMIME_OBJECT(inner), "Subject") : nullptr;
        const QString title = sanitisedName(fromParameter(subject).replace(u'/', u'-'));
        name = title.isEmpty() ? QString() : QString(title.left(120) + QStringLiteral(".eml"));
    }
    return name;
}

Attachment MimeTree::describe(const MimeNode& node, const QByteArray& content) {
    Attachment out;
    out.filename = filename(node);
    out.contentType = QString::fromLatin1(node.type);
    out.disposition = QString::fromLatin1(disposition(node));
    const char* id = g_mime_object_get_content_id(node.object);
    out.contentId = id ? QString::fromUtf8(id).remove(u'<').remove(u'>').trimmed() : QString();
    out.size = content.size();
    out.sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    out.part = node.number;
    return out;
}

}  // namespace kith::mail
