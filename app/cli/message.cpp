// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl message parse FILE (no workspace) and message show ID.
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/mail/letter_json.h"
#include "core/mail/mime_parser.h"
#include "core/mail/zones.h"
#include "core/people/contact_fields.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace kith::cli {

namespace {

QString zoneWord(ZoneKind kind) {
    switch (kind) {
    case ZoneKind::Author:
        return QStringLiteral("author");
    case ZoneKind::Greeting:
        return QStringLiteral("greeting");
    case ZoneKind::Closing:
        return QStringLiteral("closing");
    case ZoneKind::Signature:
        return QStringLiteral("signature");
    case ZoneKind::Disclaimer:
        return QStringLiteral("disclaimer");
    case ZoneKind::QuoteHeader:
        return QStringLiteral("quote_header");
    case ZoneKind::Quote:
        return QStringLiteral("quote");
    }
    return {};
}

QJsonArray zonesJson(const std::vector<Zone>& zones) {
    QJsonArray list;
    for (const Zone& zone : zones) {
        list.append(QJsonObject{{QStringLiteral("kind"), zoneWord(zone.kind)},
                                {QStringLiteral("start"), zone.start},
                                {QStringLiteral("end"), zone.end}});
    }
    return list;
}

/// Values of the From header have no place in the text: start and end are null.
QJsonArray contactJson(const std::vector<people::ContactField>& fields) {
    const auto place = [](int point) { return point < 0 ? QJsonValue() : QJsonValue(point); };
    QJsonArray list;
    for (const people::ContactField& field : fields) {
        list.append(QJsonObject{{QStringLiteral("field"), field.field},
                                {QStringLiteral("value"), field.value},
                                {QStringLiteral("raw"), field.raw},
                                {QStringLiteral("kind"), field.kind},
                                {QStringLiteral("extension"), field.extension},
                                {QStringLiteral("confidence"), field.confidence},
                                {QStringLiteral("start"), place(field.start)},
                                {QStringLiteral("end"), place(field.end)},
                                {QStringLiteral("method"), field.method}});
    }
    return list;
}

struct Wanted {
    bool zones{false};
    bool contact{false};
};

Exit parseFile(const Terminal& terminal, const QString& path, Wanted wanted) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return terminal.fail({ErrorKind::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()),
                              QStringLiteral("Name a file with one message in it.")});
    }
    mail::ParseContext context;
    context.fileDate = std::chrono::milliseconds(QFileInfo(path).lastModified().toMSecsSinceEpoch());
    Letter letter = mail::parseMime(file.readAll(), context);
    QJsonObject json = mail::toJson(letter);
    if (letter.zones.empty() && (wanted.zones || wanted.contact)) {
        letter.zones = mail::zonesOf(letter.text);
    }
    if (wanted.zones) {
        json.insert(QStringLiteral("zones"), zonesJson(letter.zones));
    }
    if (wanted.contact) {
        json.insert(QStringLiteral("contact"), contactJson(people::contactFields(letter)));
    }
    terminal.result(json);
    return Exit::Done;
}

Result<Exit> showMessage(service::Cellar& cellar, const Terminal& terminal, const QString& word) {
    const auto id = findMessage(cellar, word);
    if (!id) {
        return id.error();
    }
    auto json = messageJson(cellar, *id);
    if (!json) {
        return json.error();
    }
    terminal.result({{QStringLiteral("messages"), QJsonArray{*json}}});
    return Exit::Done;
}

}  // namespace

void addMessage(CLI::App& app, Session& session) {
    auto* message = app.add_subcommand("message", "One message");
    message->require_subcommand(1);

    const auto path = std::make_shared<std::string>();
    const auto wanted = std::make_shared<Wanted>();
    auto* parse = message->add_subcommand("parse", "Read a message file; needs no workspace");
    parse->add_option("FILE", *path, "The file")->required();
    parse->add_flag("--zones", wanted->zones, "Add the zones of the text");
    parse->add_flag("--contact", wanted->contact, "Add what the letter says about its sender");
    parse->callback([&session, path, wanted] { session.finish(parseFile(session.terminal(), qt(*path), *wanted)); });

    const auto word = std::make_shared<std::string>();
    auto* show = message->add_subcommand("show", "A stored message");
    show->add_option("ID", *word, "Its id or Message-ID")->required();
    show->callback([&session, word] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return showMessage(cellar, session.terminal(), qt(*word)); });
    });
}

}  // namespace kith::cli
