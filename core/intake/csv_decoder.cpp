// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_encoding.h"

#include <array>
#include <cerrno>
#include <iconv.h>

namespace kith::intake {

namespace {

/// The wider charset that files mean by the narrower name.
QByteArray iconvNameOf(const QString& encoding) {
    const QByteArray name = encoding.toLower().toLatin1();
    if (name == "shift_jis" || name == "shift-jis" || name == "sjis") {
        return "CP932";
    }
    return name == "ascii" || name == "utf8" || name == "utf-8-sig" ? QByteArray("utf-8") : name;
}

iconv_t openConversion(const QByteArray& to, const QByteArray& from) {
    return iconv_open(to.constData(), from.constData());
}

bool isOpenConversion(iconv_t handle) {
    return handle != iconv_t(-1);  // NOLINT: what iconv_open documents
}

}  // namespace

struct CsvDecoder::Handle {
    iconv_t main;
    iconv_t stray;

    ~Handle() {
        for (const iconv_t handle : {main, stray}) {
            if (isOpenConversion(handle)) {
                iconv_close(handle);
            }
        }
    }
};

CsvDecoder::CsvDecoder(const QString& encoding)
    : m_handle(std::make_unique<Handle>())
    , m_utf8(iconvNameOf(encoding) == "utf-8") {
    m_handle->main = openConversion("UTF-8", iconvNameOf(encoding));
    m_handle->stray = openConversion("UTF-8", "windows-1252");
}

CsvDecoder::~CsvDecoder() = default;

bool CsvDecoder::isOpen() const {
    return isOpenConversion(m_handle->main);
}

void CsvDecoder::feed(std::string_view bytes, QByteArray* out) {
    QByteArray joined;
    if (!m_rest.isEmpty()) {
        joined = m_rest + QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        bytes = {joined.constData(), static_cast<std::size_t>(joined.size())};
        m_rest.clear();
    }
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    std::size_t left = bytes.size();
    std::array<char, 64 * 1024> chunk{};
    while (left > 0) {
        char* to = chunk.data();
        std::size_t room = chunk.size();
        const std::size_t done = iconv(m_handle->main, &in, &left, &to, &room);
        const int failure = errno;
        out->append(chunk.data(), static_cast<qsizetype>(chunk.size() - room));
        if (done != std::size_t(-1) || failure == E2BIG) {
            continue;
        }
        if (failure == EINVAL && left < 8) {
            m_rest = QByteArray(in, static_cast<qsizetype>(left));
            return;
        }
        ++m_lost;
        std::array<char, 8> letter{};
        char* letterTo = letter.data();
        std::size_t letterRoom = letter.size();
        std::size_t one = 1;
        char* stray = in;
        if (m_utf8 && iconv(m_handle->stray, &stray, &one, &letterTo, &letterRoom) != std::size_t(-1)) {
            out->append(letter.data(), static_cast<qsizetype>(letter.size() - letterRoom));
        } else {
            out->append("\xEF\xBF\xBD");
        }
        ++in;
        --left;
    }
}

void CsvDecoder::finish(QByteArray* out) {
    if (!m_rest.isEmpty()) {
        m_rest.clear();
        ++m_lost;
        out->append("\xEF\xBF\xBD");
    }
}

bool isKnownEncoding(const QString& name) {
    return !name.isEmpty() && CsvDecoder(name).isOpen();
}

QByteArray encodedAs(std::string_view utf8, const QString& encoding) {
    const QByteArray name = iconvNameOf(encoding);
    const iconv_t handle = openConversion(name, "UTF-8");
    if (name == "utf-8" || !isOpenConversion(handle)) {
        if (isOpenConversion(handle)) {
            iconv_close(handle);
        }
        return {utf8.data(), static_cast<qsizetype>(utf8.size())};
    }
    QByteArray encoded;
    char* in = const_cast<char*>(utf8.data());  // as above
    std::size_t left = utf8.size();
    std::array<char, 4096> chunk{};
    while (left > 0) {
        char* to = chunk.data();
        std::size_t room = chunk.size();
        const std::size_t done = iconv(handle, &in, &left, &to, &room);
        const int failure = errno;
        encoded.append(chunk.data(), static_cast<qsizetype>(chunk.size() - room));
        if (done == std::size_t(-1) && failure != E2BIG) {
            encoded.append(encodedAs("?", encoding));
            do {
                ++in;
                --left;
            } while (left > 0 && (static_cast<unsigned char>(*in) & 0xC0) == 0x80);
        }
    }
    iconv_close(handle);
    return encoded;
}

}  // namespace kith::intake
