// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Messages uploaded beside their JSON: as the whole body, as the second part of two, or piece by piece.
#pragma once

#include "tests/emulators/gmail/api_error.h"
#include "tests/emulators/gmail/contract.h"

#include <QHash>

#include <variant>

namespace kith::emulator {

struct UploadedBody {
    QByteArray json;
    QByteArray media;
};

/// A resumable upload that has all its bytes: the request that began it, to be carried out now.
struct FinishedUpload {
    Request request;
    QByteArray media;
};

class Uploads {
public:
    /// The body of an upload, or the answer that opens a resumable one.
    std::variant<UploadedBody, Answer, ApiError> begin(const Request& request, const Method& method,
                                                       const QString& uploadType);
    /// A piece for the upload that upload_id names, or a question how far it came.
    std::variant<FinishedUpload, Answer, ApiError> proceed(const Request& request);
    static bool isPiece(const Request& request);

private:
    struct Session {
        Request request;
        QByteArray received;
        qint64 most{0};
    };
    Answer open(const Request& request, const Method& method);

    QHash<QString, Session> m_sessions;
    quint64 m_opened{0};
};

}  // namespace kith::emulator
