// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Each bad input has one clear sentence.
#include "core/intake/file_kind.h"
#include "tests/unit/intake/intake_story.h"

#include <unistd.h>

namespace kith::intake {
namespace {

using namespace story;

Error errorOf(const QString& path) {
    const auto archive = MailArchive::open(path);
    EXPECT_FALSE(archive) << qPrintable(path);
    return archive ? Error{} : archive.error();
}

TEST(BadInput, AMissingPathIsNotFound) {
    EXPECT_EQ(errorOf(Files().path(QStringLiteral("nowhere"))).kind, ErrorKind::NotFound);
}

TEST(BadInput, AnEmptyFileOrFolderHasNothingInIt) {
    Files files;
    EXPECT_EQ(errorOf(files.path()).kind, ErrorKind::Malformed);
    const Error error = errorOf(files.write(QStringLiteral("a.mbox"), {}));
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_TRUE(error.detail.contains(QStringLiteral("nothing in it")));
}

TEST(BadInput, OtherFilesAreNamedForWhatTheyAre) {
    Files files;
    const std::pair<QByteArray, const char*> others[] = {{"%PDF-1.7 x", "PDF"},
                                                         {"\xFF\xD8\xFF\xE0 x", "JPEG"},
                                                         {"name,mail\na,b\n", "csv"},
                                                         {"BEGIN:VCARD\nEND:VCARD\n", "vcard"},
                                                         {"just some words\n", "text"}};
    for (const auto& [bytes, word] : others) {
        const Error error = errorOf(files.write(QStringLiteral("a.mbox"), bytes));
        EXPECT_EQ(error.kind, ErrorKind::Unsupported) << word;
        EXPECT_TRUE(error.detail.contains(QLatin1String(word))) << qPrintable(error.detail);
        EXPECT_FALSE(error.hint.isEmpty());
    }
}

TEST(BadInput, AZipWithoutMailSaysSo) {
    Files files;
    EXPECT_EQ(errorOf(files.pack(QStringLiteral("a.zip"), {{"x.txt", "words\n"}})).kind, ErrorKind::Unsupported);
}

TEST(BadInput, WithoutRightsItIsDenied) {
    if (geteuid() == 0) {
        GTEST_SKIP() << "the administrator may read everything";
    }
    Files files;
    const QString path = files.write(QStringLiteral("d/a.eml"), mail(1));
    ASSERT_TRUE(QFile::setPermissions(path, {}));
    EXPECT_EQ(errorOf(path).kind, ErrorKind::Denied);
    ASSERT_TRUE(QFile::setPermissions(files.path(QStringLiteral("d")), {}));
    EXPECT_EQ(errorOf(files.path(QStringLiteral("d"))).kind, ErrorKind::Denied);
    QFile::setPermissions(files.path(QStringLiteral("d")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TEST(FileKind, IsFoundByContentNotByName) {
    Files files;
    EXPECT_EQ(*fileKind(files.write(QStringLiteral("a.pdf"), entry(mail(1)))), FileKind::Mbox);
    EXPECT_EQ(*fileKind(files.write(QStringLiteral("b.mbox"), mail(1))), FileKind::Message);
    EXPECT_EQ(*fileKind(files.path()), FileKind::MailFolder);
}

}  // namespace
}  // namespace kith::intake
