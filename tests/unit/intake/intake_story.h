// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Files to read and what was read from them, for the stories about intake.
#pragma once

#include "core/intake/mail_archive.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace kith::intake::story {

struct Outcome {
    std::vector<RawMessage> messages;
    std::vector<Reject> rejects;
    std::vector<Error> errors;
    Progress progress;

    QList<QByteArray> bytes() const {
        QList<QByteArray> all;
        for (const RawMessage& message : messages) {
            all << message.bytes;
        }
        return all;
    }
};

inline Outcome readAll(MailArchive& archive) {
    Outcome outcome;
    while (true) {
        Result<ArchiveItem> item = archive.next({});
        if (!item) {
            outcome.errors.push_back(item.error());
            if (outcome.errors.size() > 3) {
                break;
            }
        } else if (auto* message = std::get_if<RawMessage>(&*item)) {
            outcome.messages.push_back(std::move(*message));
        } else if (auto* reject = std::get_if<Reject>(&*item)) {
            outcome.rejects.push_back(std::move(*reject));
        } else {
            break;
        }
    }
    outcome.progress = archive.progress();
    return outcome;
}

class Files {
public:
    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    QString path(const QString& name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }

    /// A zip, a tar.gz (.tgz) or one packed file (.gz, .xz), by the name's ending.
    QString pack(const QString& name, const std::vector<std::pair<QByteArray, QByteArray>>& files) const {
        archive* out = archive_write_new();
        if (name.endsWith(QLatin1String(".zip"))) {
            archive_write_set_format_zip(out);
        } else if (name.endsWith(QLatin1String(".tgz"))) {
            archive_write_set_format_ustar(out);
            archive_write_add_filter_gzip(out);
        } else {
            archive_write_set_format_raw(out);
            name.endsWith(QLatin1String(".xz")) ? archive_write_add_filter_xz(out) : archive_write_add_filter_gzip(out);
        }
        EXPECT_EQ(archive_write_open_filename(out, QFile::encodeName(path(name)).constData()), ARCHIVE_OK);
        for (const auto& [inner, bytes] : files) {
            archive_entry* entry = archive_entry_new();
            archive_entry_set_pathname(entry, inner.constData());
            archive_entry_set_size(entry, bytes.size());
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_perm(entry, 0644);
            EXPECT_EQ(archive_write_header(out, entry), ARCHIVE_OK);
            EXPECT_EQ(archive_write_data(out, bytes.constData(), static_cast<std::size_t>(bytes.size())), bytes.size());
            archive_entry_free(entry);
        }
        archive_write_close(out);
        archive_write_free(out);
        return path(name);
    }

private:
    QTemporaryDir m_folder;
};

inline Outcome readPath(const QString& path, const OpenOptions& options = {}) {
    auto archive = MailArchive::open(path, options);
    if (!archive) {
        Outcome outcome;
        outcome.errors.push_back(archive.error());
        return outcome;
    }
    Outcome outcome = readAll(**archive);
    EXPECT_EQ(outcome.progress.seen(), static_cast<qint64>(outcome.messages.size() + outcome.rejects.size()));
    return outcome;
}

/// A message of the n-th day of 2024.
inline QByteArray mail(int day, const QByteArray& body = "Hello.\n") {
    const QByteArray date =
        QByteArray::number(day % 28 + 1) + (day / 28 % 2 ? " Feb" : " Jan") + " 2024 10:00:00 +0000";
    return "From: ada@north.example\nDate: " + date + "\nSubject: number " + QByteArray::number(day) + "\n\n" + body;
}

inline QByteArray entry(const QByteArray& message) {
    return "From ada@north.example Mon Jan  1 10:00:00 2024\n" + message + "\n";
}

/// Stops after each item, opens again there, and compares with reading in one go.
inline void expectResumable(const QString& path, const OpenOptions& options = {}) {
    const Outcome whole = readPath(path, options);
    ASSERT_GT(whole.messages.size(), 1U);
    QJsonObject place;
    std::size_t seen = 0;
    for (bool end = false; !end; ++seen) {
        OpenOptions from = options;
        from.resumeFrom = place;
        auto archive = MailArchive::open(path, from);
        ASSERT_TRUE(archive) << qPrintable(archive.error().detail);
        Result<ArchiveItem> item = (*archive)->next({});
        ASSERT_TRUE(item) << qPrintable(item.error().detail);
        place = (*archive)->position();
        end = std::holds_alternative<EndOfArchive>(*item);
        if (auto* message = std::get_if<RawMessage>(&*item); message != nullptr && whole.rejects.empty()) {
            ASSERT_LT(seen, whole.messages.size());
            EXPECT_EQ(message->bytes, whole.messages[seen].bytes);
            EXPECT_EQ(message->offset, whole.messages[seen].offset);
            EXPECT_EQ(message->source, whole.messages[seen].source);
        }
    }
    EXPECT_EQ(seen - 1, whole.messages.size() + whole.rejects.size());
}

}  // namespace kith::intake::story
