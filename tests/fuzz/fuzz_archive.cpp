// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Any file is read to its end: as messages, as rejects, or refused; never forever.
#include "core/intake/mail_archive.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace kith;

namespace {

void readToTheEnd(intake::MailArchive& archive, std::size_t size) {
    const qint64 limit = static_cast<qint64>(size) + 16;
    for (qint64 step = 0; step < limit; ++step) {
        const auto item = archive.next({});
        if (item && std::holds_alternative<intake::EndOfArchive>(*item)) {
            return;
        }
    }
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mail"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::abort();
    }
    file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    file.close();
    if (auto archive = intake::MailArchive::open(path)) {
        readToTheEnd(**archive, size);
    }
    return 0;
}
