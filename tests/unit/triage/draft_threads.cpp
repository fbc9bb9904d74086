// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/triage/draft_threads.h"

#include <QFile>

namespace kith::testing {

namespace {

QString paragraphs(const QString& line) {
    QStringList parts = line.split(u'|');
    const QString name = parts.size() > 2 ? parts.takeLast() : QString();
    return parts.join(QStringLiteral("\n\n")) + (name.isEmpty() ? QString() : QString(u'\n' + name)) + u'\n';
}

Address addressIn(const QString& words) {
    const qsizetype open = words.indexOf(u'<');
    return {words.left(open).trimmed(), words.mid(open + 1).chopped(1)};
}

}  // namespace

std::vector<WrittenThread> writtenThreads() {
    QFile file(qEnvironmentVariable("KITH_SOURCE_DIR") + QStringLiteral("/tests/unit/triage/draft_threads.txt"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    std::vector<WrittenThread> list;
    WrittenThread thread;
    const auto end = [&] {
        if (!thread.clean.empty()) {
            list.push_back(std::exchange(thread, {}));
        }
    };
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const auto value = [&line](const char* key) {
            const QString start = QLatin1String(key) + QStringLiteral(": ");
            return line.startsWith(start) ? line.mid(start.size()) : QString();
        };
        if (line == u"###") {
            end();
        } else if (line.startsWith(u">> ")) {
            thread.ground.texts << line.mid(3);
        } else if (line.startsWith(u"== ")) {
            thread.clean.push_back(paragraphs(line.mid(3)));
        } else if (const QString person = value("person"); !person.isEmpty()) {
            thread.to = {addressIn(person)};
            thread.ground.own = {{QStringLiteral("Mara Lindqvist"), QStringLiteral("mara@fjordlight.example")}};
            thread.ground.inThread = {thread.to.front(), thread.ground.own.front()};
            thread.ground.today = QStringLiteral("2026-05-12");
        } else if (const QString subject = value("subject"); !subject.isEmpty()) {
            thread.ground.subject = subject;
        } else if (const QString card = value("card"); !card.isEmpty()) {
            thread.ground.card << card;
        } else if (line == u"leave: yes") {
            thread.ground.cancellation = true;
        }
    }
    end();
    for (WrittenThread& one : list) {
        for (const WrittenThread& other : list) {
            if (other.to.front().address != one.to.front().address) {
                one.ground.otherCustomers << other.to.front().name << other.ground.card.front();
            }
        }
    }
    return list;
}

triage::DraftText draftOf(const WrittenThread& thread, const QString& body) {
    return {thread.to, {}, QStringLiteral("Re: ") + thread.ground.subject, body, 0};
}

}  // namespace kith::testing
