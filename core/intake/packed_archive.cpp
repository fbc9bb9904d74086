// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/packed_archive.h"

#include "core/intake/folder_names.h"
#include "core/intake/mbox_stream.h"
#include "core/intake/message_file.h"
#include "core/intake/packed_files.h"

#include <QFileInfo>

namespace kith::intake {

namespace {

/// Where reading is: messages of the file with this number are handed out up to and with this offset.
struct PackedPlace {
    qint64 file{0};
    qint64 offset{-1};
};

class PackedArchive final : public MailArchive {
public:
    PackedArchive(std::unique_ptr<PackedFiles> files, QString path, const OpenOptions& options)
        : m_files(std::move(files))
        , m_path(std::move(path))
        , m_limit(options.maxMessageBytes) {
        const auto number = [&](const char* key, qint64 otherwise) {
            const QJsonValue value = options.resumeFrom.value(QLatin1String(key));
            return value.isString() ? value.toString().toLongLong() : otherwise;
        };
        m_place = m_resume = {number("file", 0), number("offset", -1)};
        m_progress.bytesTotal = QFileInfo(m_path).size();
    }

    Result<ArchiveItem> next(std::stop_token stop) override {
        while (true) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, m_path, {}};
            }
            const bool inStream = m_stream.has_value();
            Result<ArchiveItem> item = inStream ? m_stream->next(stop) : nextFile();
            if (!item) {
                return item;
            }
            if (std::holds_alternative<EndOfArchive>(*item)) {
                if (m_finished && !inStream) {
                    return item;
                }
                if (inStream) {
                    m_stream.reset();
                }
                continue;
            }
            if (isNew(*item)) {
                return item;
            }
        }
    }

    QJsonObject position() const override {
        return {{QStringLiteral("file"), QString::number(m_place.file)},
                {QStringLiteral("offset"), QString::number(m_place.offset)}};
    }

    Progress progress() const override {
        Progress progress = m_progress;
        progress.bytesRead = m_finished ? progress.bytesTotal : std::min(m_files->bytesUsed(), progress.bytesTotal);
        return progress;
    }

    QString kindName() const override {
        return m_zip ? QStringLiteral("zip") : m_files->isTar() ? QStringLiteral("tar") : QStringLiteral("packed mbox");
    }

    void setZip(bool zip) { m_zip = zip; }

private:
    /// Counts the item, unless it was handed out before the resume.
    bool isNew(const ArchiveItem& item) {
        const auto* message = std::get_if<RawMessage>(&item);
        const qint64 offset = message != nullptr ? message->offset : std::get<Reject>(item).offset;
        if (m_number == m_resume.file && offset <= m_resume.offset) {
            return false;
        }
        m_place = {m_number, offset};
        (message != nullptr ? m_progress.messages : m_progress.rejects) += 1;
        return true;
    }

    /// A single message, or EndOfArchive where a stream begins, a file was passed over or nothing is left.
    Result<ArchiveItem> nextFile() {
        if (m_finished) {
            return ArchiveItem{EndOfArchive{}};
        }
        const auto file = m_files->next();
        if (!file || !*file) {
            m_finished = true;
            if (!file) {
                return file.error();
            }
            return ArchiveItem{EndOfArchive{}};
        }
        ++m_number;
        if (m_number < m_resume.file) {
            return ArchiveItem{EndOfArchive{}};
        }
        return openFile(**file);
    }

    Result<ArchiveItem> openFile(const PackedFile& file) {
        const QString source = file.name.isEmpty() ? m_path : m_path + QLatin1Char('!') + file.name;
        Result<std::string> head = m_files->readAll(kSniffBytes);
        if (!head) {
            return ArchiveItem{Reject{source, 0, head.error().detail}};
        }
        const Content content = sniff(*head);
        const bool maildir = isMaildirPlace(file.name);
        if (content == Content::Mbox && !maildir) {
            m_stream.emplace([this](char* bytes, qint64 room) { return m_files->read(bytes, room); },
                             MboxOrigin{source, folderOfMbox(source), m_limit}, std::move(*head));
            return ArchiveItem{EndOfArchive{}};
        }
        if (maildir || content == Content::Message || content == Content::AppleMessage) {
            return wholeMessage(file, source, std::move(*head));
        }
        ++m_progress.passedOver;
        return ArchiveItem{EndOfArchive{}};
    }

    Result<ArchiveItem> wholeMessage(const PackedFile& file, const QString& source, std::string head) {
        const Result<std::string> rest = m_files->readAll(m_limit + 1 - static_cast<qint64>(head.size()));
        if (!rest) {
            return ArchiveItem{Reject{source, 0, rest.error().detail}};
        }
        head += *rest;
        if (static_cast<qint64>(head.size()) > m_limit) {
            return ArchiveItem{Reject{source, 0, QStringLiteral("the message is too large")}};
        }
        return messageItem(QByteArray(head.data(), static_cast<qsizetype>(head.size())), originOf(file, source));
    }

    MessageOrigin originOf(const PackedFile& file, const QString& source) const {
        MessageOrigin origin{source, {}, {}, m_limit};
        const QString name = file.name.section(QLatin1Char('/'), -1);
        if (isMaildirPlace(file.name)) {
            const QString folder = file.name.section(QLatin1Char('/'), 0, -3).section(QLatin1Char('/'), -1);
            origin.flags << folderOfMaildir(folder.startsWith(QLatin1Char('.')) ? folder : QString());
            origin.flags << maildirFlags(name);
            if (file.name.section(QLatin1Char('/'), -2, -2) == QLatin1String("new")) {
                origin.flags << QStringLiteral("new");
            }
            origin.fileDate = maildirTime(name);
        }
        if (!origin.fileDate && file.mtime > 0) {
            origin.fileDate = std::chrono::seconds(file.mtime);
        }
        return origin;
    }

    std::unique_ptr<PackedFiles> m_files;
    QString m_path;
    qint64 m_limit;
    bool m_zip{false};
    std::optional<MboxStream> m_stream;
    PackedPlace m_place;
    PackedPlace m_resume;
    qint64 m_number{0};  ///< of the file being read, from 1
    bool m_finished{false};
    Progress m_progress;
};

}  // namespace

Result<std::unique_ptr<MailArchive>> openPacked(const QString& path, Content content, const OpenOptions& options) {
    auto files = PackedFiles::open(path, content);
    if (!files) {
        return files.error();
    }
    auto archive = std::make_unique<PackedArchive>(std::move(*files), path, options);
    archive->setZip(content == Content::Zip);
    return std::unique_ptr<MailArchive>(std::move(archive));
}

}  // namespace kith::intake
