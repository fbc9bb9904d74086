// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mail_folder.h"

#include "core/intake/content_sniff.h"
#include "core/intake/folder_names.h"
#include "core/intake/mbox_reader.h"
#include "core/intake/message_file.h"
#include "core/intake/packed_archive.h"
#include "core/intake/packed_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <tuple>
#include <vector>

namespace kith::intake {

namespace {

constexpr QLatin1Char kPathMark{'/'};

struct FolderFile {
    qint64 time{0};  ///< milliseconds since 1970
    qint64 size{0};
    std::size_t folder{0};
    QString name;
    bool denied{false};  ///< a folder that cannot be looked into
};

struct FolderList {
    QStringList folders;  ///< relative to the root; the root is ""
    std::vector<FolderFile> files;
    qint64 bytes{0};
};

bool isMaildir(const QDir& folder) {
    return folder.exists(QStringLiteral("cur")) &&
           (folder.exists(QStringLiteral("new")) || folder.exists(QStringLiteral("tmp")));
}

void listFolder(const QString& root, const QString& relative, FolderList& list) {
    const QDir here(relative.isEmpty() ? root : root + kPathMark + relative);
    const std::size_t number = static_cast<std::size_t>(list.folders.size());
    list.folders << relative;
    const bool maildir = isMaildir(here);
    const auto below = [&](const QString& name) { return relative.isEmpty() ? name : relative + kPathMark + name; };
    for (const QFileInfo& info :
         here.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!info.isDir()) {
            const auto time =
                isMaildirPlace(relative + kPathMark + info.fileName()) ? maildirTime(info.fileName()) : std::nullopt;
            const qint64 size = std::max<qint64>(info.size(), 0);
            list.files.push_back(
                {time ? time->count() : info.lastModified().toMSecsSinceEpoch(), size, number, info.fileName(), false});
            list.bytes += size;
        } else if (info.isSymLink() || (maildir && info.fileName() == QLatin1String("tmp"))) {
            continue;
        } else if (!info.isReadable() || !info.isExecutable()) {
            list.files.push_back({info.lastModified().toMSecsSinceEpoch(), 0, number, info.fileName(), true});
        } else {
            listFolder(root, below(info.fileName()), list);
        }
    }
}

class MailFolderArchive final : public MailArchive {
public:
    MailFolderArchive(const QString& root, const OpenOptions& options)
        : m_root(QDir::cleanPath(root))
        , m_options(options) {
        listFolder(m_root, {}, m_list);
        m_newestFirst = options.order == ReadingOrder::NewestFirst;
        const QJsonObject& from = options.resumeFrom;
        if (!from.isEmpty()) {
            m_newestFirst = from.value(QLatin1String("newestFirst")).toBool();
        }
        std::ranges::sort(m_list.files, [this](const FolderFile& a, const FolderFile& b) { return before(a, b); });
        m_progress.bytesTotal = m_list.bytes;
        if (from.contains(QLatin1String("path"))) {
            resume(from);
        }
    }

    Result<ArchiveItem> next(std::stop_token stop) override {
        while (true) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, m_root, {}};
            }
            if (m_inner) {
                if (auto item = nextInner(stop)) {
                    return *item;
                }
                continue;
            }
            if (m_at >= m_list.files.size()) {
                return ArchiveItem{EndOfArchive{}};
            }
            const FolderFile& file = m_list.files[m_at];
            if (auto item = takeFile(file, {})) {
                finishFile(file);
                return counted(*item);
            }
        }
    }

    QJsonObject position() const override {
        QJsonObject place{{QStringLiteral("newestFirst"), m_newestFirst}};
        if (m_lastTime) {
            place.insert(QStringLiteral("path"), m_lastPath);
            place.insert(QStringLiteral("time"), QString::number(*m_lastTime));
        }
        if (m_inner) {
            place.insert(QStringLiteral("path"), pathOf(m_list.files[m_at]));
            place.insert(QStringLiteral("time"), QString::number(m_list.files[m_at].time));
            place.insert(QStringLiteral("inner"), m_inner->position());
        }
        return place;
    }

    Progress progress() const override {
        Progress progress = m_progress;
        if (m_inner) {
            progress.bytesRead += m_inner->progress().bytesRead;
        }
        return progress;
    }

    QString kindName() const override { return QStringLiteral("mail folder"); }

private:
    QString pathOf(const FolderFile& file) const {
        const QString& folder = m_list.folders[static_cast<qsizetype>(file.folder)];
        return folder.isEmpty() ? file.name : folder + kPathMark + file.name;
    }

    bool before(const FolderFile& a, const FolderFile& b) const {
        if (m_newestFirst && a.time != b.time) {
            return a.time > b.time;
        }
        const auto key = [this](const FolderFile& file) {
            return std::tie(m_list.folders[static_cast<qsizetype>(file.folder)], file.name);
        };
        return key(a) < key(b);
    }

    /// New files may have come since: what stands before the place is taken as read, what comes after is not.
    void resume(const QJsonObject& from) {
        const QString path = from.value(QLatin1String("path")).toString();
        const qint64 time = from.value(QLatin1String("time")).toString().toLongLong();
        const bool inside = from.contains(QLatin1String("inner"));
        const QString folder = path.section(kPathMark, 0, -2);
        const QString name = path.section(kPathMark, -1);
        const auto isBehind = [&](const FolderFile& file) {
            if (m_newestFirst && file.time != time) {
                return file.time < time;
            }
            return std::tie(m_list.folders[static_cast<qsizetype>(file.folder)], file.name) > std::tie(folder, name);
        };
        while (m_at < m_list.files.size() && !isBehind(m_list.files[m_at])) {
            const FolderFile& file = m_list.files[m_at];
            if (inside && file.time == time && pathOf(file) == path) {
                takeFile(file, from.value(QLatin1String("inner")).toObject());
                return;
            }
            finishFile(file);
        }
        m_lastTime = time;
        m_lastPath = path;
    }

    void finishFile(const FolderFile& file) {
        m_lastTime = file.time;
        m_lastPath = pathOf(file);
        m_progress.bytesRead += file.size;
        ++m_at;
    }

    ArchiveItem counted(ArchiveItem item) {
        m_progress.messages += std::holds_alternative<RawMessage>(item);
        m_progress.rejects += std::holds_alternative<Reject>(item);
        return item;
    }

    /// None where the file inside has ended. What breaks off inside is a reject here: the other files go on.
    std::optional<Result<ArchiveItem>> nextInner(const std::stop_token& stop) {
        Result<ArchiveItem> item = m_inner->next(stop);
        const FolderFile& file = m_list.files[m_at];
        if (!item && item.error().kind == ErrorKind::Cancelled) {
            return item;
        }
        if (item && !std::holds_alternative<EndOfArchive>(*item)) {
            return Result<ArchiveItem>(counted(std::move(*item)));
        }
        m_progress.passedOver += m_inner->progress().passedOver;
        m_inner.reset();
        finishFile(file);
        if (item) {
            return {};
        }
        return Result<ArchiveItem>(counted(Reject{sourceOf(file), 0, item.error().detail}));
    }

    QString sourceOf(const FolderFile& file) const { return m_root + kPathMark + pathOf(file); }

    /// A message or reject; none where the file was passed over or is now open as m_inner.
    std::optional<ArchiveItem> takeFile(const FolderFile& file, const QJsonObject& resumeFrom) {
        const QString path = sourceOf(file);
        if (file.denied) {
            return Reject{path, 0, QStringLiteral("no rights to look into this folder")};
        }
        if (isMaildirPlace(path)) {
            return readMessageFile(path, originOf(file));
        }
        QFile device(path);
        if (!device.open(QIODevice::ReadOnly)) {
            return Reject{path, 0, device.errorString()};
        }
        const QByteArray head = device.read(kSniffBytes);
        const Content content = sniff({head.constData(), static_cast<std::size_t>(head.size())});
        if (content == Content::Message || content == Content::AppleMessage) {
            return readMessageFile(path, originOf(file));
        }
        return openInner(file, content, resumeFrom);
    }

    std::optional<ArchiveItem> openInner(const FolderFile& file, Content content, const QJsonObject& resumeFrom) {
        OpenOptions options = m_options;
        options.resumeFrom = resumeFrom;
        options.order = m_newestFirst ? ReadingOrder::NewestFirst : ReadingOrder::AsStored;
        std::optional<Error> problem;
        const auto keep = [&](auto opened) {
            if (opened) {
                m_inner = std::move(*opened);
            } else {
                problem = opened.error();
            }
        };
        if (content == Content::Mbox) {
            keep(MboxReader::openMbox(sourceOf(file), options));
        } else if (content == Content::Zip || content == Content::Tar || content == Content::Compressed) {
            keep(openPacked(sourceOf(file), content, options));
        } else {
            ++m_progress.passedOver;
            finishFile(file);
        }
        if (problem) {
            return Reject{sourceOf(file), 0, problem->detail};
        }
        return {};
    }

    MessageOrigin originOf(const FolderFile& file) const {
        MessageOrigin origin{sourceOf(file), {}, std::chrono::milliseconds(file.time), m_options.maxMessageBytes};
        const QString& folder = m_list.folders[static_cast<qsizetype>(file.folder)];
        if (!isMaildirPlace(origin.source)) {
            if (!folder.isEmpty()) {
                origin.flags << folderOfMaildir(folder);
            }
            return origin;
        }
        QString mailFolder = folder.section(kPathMark, 0, -2);
        const QString rootName = m_root.section(kPathMark, folder.isEmpty() ? -2 : -1, folder.isEmpty() ? -2 : -1);
        if (mailFolder.isEmpty() && rootName.startsWith(QLatin1Char('.'))) {
            mailFolder = rootName;
        }
        origin.flags << folderOfMaildir(mailFolder) << maildirFlags(file.name);
        if (origin.source.section(kPathMark, -2, -2) == QLatin1String("new")) {
            origin.flags << QStringLiteral("new");
        }
        return origin;
    }

    QString m_root;
    OpenOptions m_options;
    FolderList m_list;
    bool m_newestFirst{true};
    std::size_t m_at{0};
    std::unique_ptr<MailArchive> m_inner;
    std::optional<qint64> m_lastTime;
    QString m_lastPath;
    Progress m_progress;
};

}  // namespace

Result<std::unique_ptr<MailArchive>> openFolder(const QString& path, const OpenOptions& options) {
    return std::unique_ptr<MailArchive>(std::make_unique<MailFolderArchive>(path, options));
}

}  // namespace kith::intake
