// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/message_file.h"

#include "core/intake/content_sniff.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace kith::intake {

namespace {

QByteArray withoutAppleParts(const QByteArray& file) {
    const qsizetype eol = file.indexOf('\n');
    const qint64 count = file.left(eol).trimmed().toLongLong();
    return file.mid(eol + 1, count > 0 ? count : -1);
}

class MessageFileArchive final : public MailArchive {
public:
    MessageFileArchive(QString path, const OpenOptions& options)
        : m_path(std::move(path))
        , m_limit(options.maxMessageBytes)
        , m_done(options.resumeFrom.value(QLatin1String("done")).toBool()) {
        m_progress.bytesTotal = QFileInfo(m_path).size();
    }

    Result<ArchiveItem> next(std::stop_token stop) override {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, m_path, {}};
        }
        if (std::exchange(m_done, true)) {
            return ArchiveItem{EndOfArchive{}};
        }
        const auto time = std::chrono::milliseconds(QFileInfo(m_path).lastModified().toMSecsSinceEpoch());
        ArchiveItem item = readMessageFile(m_path, {m_path, {}, time, m_limit});
        m_progress.messages = std::holds_alternative<RawMessage>(item);
        m_progress.rejects = 1 - m_progress.messages;
        return item;
    }

    QJsonObject position() const override { return {{QStringLiteral("done"), m_done}}; }

    Progress progress() const override {
        Progress progress = m_progress;
        progress.bytesRead = m_done ? progress.bytesTotal : 0;
        return progress;
    }

    QString kindName() const override { return QStringLiteral("message"); }

private:
    QString m_path;
    qint64 m_limit;
    bool m_done;
    Progress m_progress;
};

}  // namespace

ArchiveItem messageItem(const QByteArray& file, const MessageOrigin& origin) {
    const std::string_view head(file.constData(), static_cast<std::size_t>(std::min(file.size(), kSniffBytes)));
    RawMessage message;
    message.bytes = sniff(head) == Content::AppleMessage ? withoutAppleParts(file) : file;
    if (message.bytes.trimmed().isEmpty()) {
        return Reject{origin.source, 0, QStringLiteral("there is nothing in this file")};
    }
    if (message.bytes.startsWith("From ")) {
        message.bytes.remove(0, message.bytes.indexOf('\n') + 1);
    }
    message.source = origin.source;
    message.length = file.size();
    message.flags = origin.flags;
    message.fileDate = origin.fileDate;
    return message;
}

ArchiveItem readMessageFile(const QString& path, const MessageOrigin& origin) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Reject{origin.source, 0, file.errorString()};
    }
    if (file.size() > origin.maxMessageBytes) {
        return Reject{origin.source, 0, QStringLiteral("the message is too large (%1 MiB)").arg(file.size() >> 20)};
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return Reject{origin.source, 0, file.errorString()};
    }
    return messageItem(bytes, origin);
}

std::unique_ptr<MailArchive> openMessageFile(const QString& path, const OpenOptions& options) {
    return std::make_unique<MessageFileArchive>(path, options);
}

}  // namespace kith::intake
