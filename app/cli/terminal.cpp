// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/terminal.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace kith::cli {

namespace {

void put(std::FILE* stream, const QByteArray& line) {
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

Exit exitFor(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Malformed:
    case ErrorKind::NotFound:
    case ErrorKind::Unsupported:
        return Exit::BadInput;
    case ErrorKind::SignInNeeded:
        return Exit::SignIn;
    case ErrorKind::Busy:
    case ErrorKind::Damaged:
    case ErrorKind::TooNew:
        return Exit::Workspace;
    default:
        return Exit::Partial;
    }
}

QString codeWord(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::NotFound:
        return QStringLiteral("not_found");
    case ErrorKind::Malformed:
        return QStringLiteral("bad_input");
    case ErrorKind::Denied:
        return QStringLiteral("denied");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Busy:
        return QStringLiteral("workspace_locked");
    case ErrorKind::Full:
        return QStringLiteral("disk_full");
    case ErrorKind::Damaged:
        return QStringLiteral("workspace_damaged");
    case ErrorKind::TooNew:
        return QStringLiteral("workspace_too_new");
    case ErrorKind::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate_limited");
    case ErrorKind::SignInNeeded:
        return QStringLiteral("sign_in_needed");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

}  // namespace

QJsonObject errorJson(const Error& error) {
    return {{QStringLiteral("code"), codeWord(error.kind)},
            {QStringLiteral("message"), error.detail},
            {QStringLiteral("hint"), error.hint}};
}

void Terminal::result(const QJsonObject& object) const {
    put(stdout,
        QJsonDocument(object).toJson(m_options.json ? QJsonDocument::Compact : QJsonDocument::Indented).trimmed());
}

void Terminal::say(const QString& line) const {
    if (!m_options.json) {
        put(stdout, line.toUtf8());
    }
}

void Terminal::row(const QJsonObject& object) const {
    put(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Terminal::progress(const QString& line) const {
    if (isatty(STDERR_FILENO) != 0) {
        std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(line));
        std::fflush(stderr);
    }
}

Exit Terminal::fail(const Error& error) const {
    if (m_options.json) {
        const QJsonObject line{{QStringLiteral("error"), errorJson(error)}};
        put(stderr, QJsonDocument(line).toJson(QJsonDocument::Compact));
    } else {
        put(stderr, QStringLiteral("kithctl: %1%2%3")
                        .arg(error.detail, error.hint.isEmpty() ? QString() : QStringLiteral(" "), error.hint)
                        .toUtf8());
    }
    return exitFor(error.kind);
}

}  // namespace kith::cli
