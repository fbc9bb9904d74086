// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/upload.h"

#include "tests/emulators/gmail/id_source.h"
#include "tests/emulators/gmail/multipart.h"

namespace kith::emulator {
namespace {

constexpr quint64 kUploadSalt = 0x75706c64;
const QString kUploadId = QStringLiteral("upload_id");

std::optional<ApiError> wrongMedia(const QByteArray& contentType) {
    const QByteArray type = mediaType(contentType);
    if (type.startsWith("message/")) {
        return std::nullopt;
    }
    ApiError error =
        errors::badRequest(QStringLiteral("Media type '%1' is not supported. Valid media types: [message/*]")
                               .arg(QString::fromLatin1(type)));
    error.reason = QStringLiteral("badContent");
    return error;
}

std::variant<UploadedBody, Answer, ApiError> multipartBody(const Request& request) {
    const QByteArray type = request.header("Content-Type");
    const auto parts = mediaType(type) == "multipart/related" ? bodyParts(type, request.body) : std::nullopt;
    if (!parts || parts->size() != 2 || mediaType(parts->front().header("Content-Type")) != "application/json") {
        return errors::badRequest(QStringLiteral("Malformed multipart body."));
    }
    if (const auto error = wrongMedia(parts->back().header("Content-Type"))) {
        return *error;
    }
    const bool base64 = parts->back().header("Content-Transfer-Encoding").toLower() == "base64";
    const QByteArray media = parts->back().content.toByteArray();
    return UploadedBody{parts->front().content.toByteArray(), base64 ? QByteArray::fromBase64(media) : media};
}

/// "bytes 0-99/300" or "bytes */300"; first is -1 for the latter, total -1 where it is not known yet.
struct ContentRange {
    qint64 first{0};
    qint64 total{-1};
    bool sound{true};
};

ContentRange contentRange(const Request& request) {
    const QByteArray text = request.header("Content-Range");
    if (text.isEmpty()) {
        return {0, request.body.size(), true};
    }
    ContentRange range;
    const QList<QByteArray> halves = QByteArray(text).replace("bytes ", "").split('/');
    if (halves.size() != 2) {
        return {0, 0, false};
    }
    range.total = halves[1] == "*" ? -1 : halves[1].toLongLong(&range.sound);
    if (halves[0] == "*") {
        range.first = -1;
        return range;
    }
    const QList<QByteArray> ends = halves[0].split('-');
    range.first = ends.front().toLongLong();
    const qint64 last = ends.size() == 2 ? ends[1].toLongLong() : -1;
    range.sound = range.sound && last - range.first + 1 == request.body.size();
    return range;
}

Answer incomplete(qsizetype received) {
    Answer answer;
    answer.status = 308;
    if (received > 0) {
        answer.headers.emplace_back("Range", "bytes=0-" + QByteArray::number(received - 1));
    }
    return answer;
}

}  // namespace

std::variant<UploadedBody, Answer, ApiError> Uploads::begin(const Request& request, const Method& method,
                                                            const QString& uploadType) {
    if (uploadType == u"media") {
        if (const auto error = wrongMedia(request.header("Content-Type"))) {
            return *error;
        }
        return UploadedBody{{}, request.body};
    }
    if (uploadType == u"multipart") {
        return multipartBody(request);
    }
    if (uploadType == u"resumable") {
        const QByteArray type = request.header("X-Upload-Content-Type");
        const auto error = type.isEmpty() ? std::nullopt : wrongMedia(type);
        const bool tooMuch = request.header("X-Upload-Content-Length").toLongLong() > method.upload;
        return error     ? std::variant<UploadedBody, Answer, ApiError>(*error)
               : tooMuch ? std::variant<UploadedBody, Answer, ApiError>(errors::tooLarge())
                         : open(request, method);
    }
    return errors::badRequest(
        QStringLiteral("Invalid upload request: uploadType must be media, multipart or resumable"));
}

Answer Uploads::open(const Request& request, const Method& method) {
    const QByteArray id = sealed(QByteArray::number(++m_opened), kUploadSalt);
    m_sessions.insert(QString::fromLatin1(id), {request, {}, method.upload});
    QUrlQuery query = request.query;
    query.addQueryItem(kUploadId, QString::fromLatin1(id));
    Answer answer;
    answer.headers = {{"Location", "http://" + request.header("Host") + request.path.toUtf8() + '?' +
                                       query.toString(QUrl::FullyEncoded).toUtf8()},
                      {"X-GUploader-UploadID", id}};
    return answer;
}

bool Uploads::isPiece(const Request& request) {
    return request.verb == "PUT" && request.query.hasQueryItem(kUploadId) && request.path.contains(u"/upload/gmail/");
}

std::variant<FinishedUpload, Answer, ApiError> Uploads::proceed(const Request& request) {
    const auto found = m_sessions.find(request.query.queryItemValue(kUploadId));
    if (found == m_sessions.end()) {
        return errors::notFound();
    }
    const ContentRange range = contentRange(request);
    if (range.first < 0 && found->received.size() != range.total) {
        return incomplete(found->received.size());
    }
    if (!range.sound || (range.first >= 0 && range.first != found->received.size())) {
        return errors::badRequest(QStringLiteral("Invalid Content-Range"));
    }
    found->received += request.body;
    if (found->received.size() > found->most) {
        m_sessions.erase(found);
        return errors::tooLarge();
    }
    if (range.total < 0 || found->received.size() < range.total) {
        return incomplete(found->received.size());
    }
    FinishedUpload finished{found->request, found->received};
    m_sessions.erase(found);
    return finished;
}

}  // namespace kith::emulator
