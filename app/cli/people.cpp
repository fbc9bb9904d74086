// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl people list [--source attio] [--csv] [--limit N]: every person record of a source, all pages.
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/people/enrichment_source.h"

#include <QJsonArray>

#include <cstdio>

namespace kith::cli {

namespace {

struct PeopleWishes {
    std::string source{"attio"};
    bool csv{false};
    qint64 limit{0};  ///< 0: everybody
};

QJsonObject personJson(const people::ListedPerson& person) {
    const auto told = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{QStringLiteral("id"), person.reference},
            {QStringLiteral("name"), told(person.name)},
            {QStringLiteral("emails"), QJsonArray::fromStringList(person.emails)},
            {QStringLiteral("phones"), QJsonArray::fromStringList(person.phones)},
            {QStringLiteral("job_title"), told(person.jobTitle)},
            {QStringLiteral("company"), told(person.company)},
            {QStringLiteral("link"), told(person.link)},
            {QStringLiteral("created_at"),
             person.createdAt.count() > 0 ? QJsonValue(text::rfc3339(person.createdAt)) : QJsonValue()},
            {QStringLiteral("values"), person.values}};
}

/// No spreadsheet takes a cell for a formula; numbers with a plus stay numbers to people.
QString csvCell(QString text) {
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front())) {
        text.prepend(QLatin1Char('\''));
    }
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QByteArray csvLine(const QStringList& cells) {
    QStringList quoted;
    for (const QString& cell : cells) {
        quoted << csvCell(cell);
    }
    return quoted.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

void printCsv(const std::vector<people::ListedPerson>& page) {
    QByteArray lines;
    for (const people::ListedPerson& one : page) {
        lines += csvLine({one.name, one.emails.join(QStringLiteral("; ")), one.phones.join(QStringLiteral("; ")),
                          one.jobTitle, one.company, one.link, one.reference});
    }
    std::fwrite(lines.constData(), 1, size_t(lines.size()), stdout);
}

Result<Exit> listPeople(Session& session, service::MailPorts& ports, const PeopleWishes& wishes) {
    const QString name = qt(wishes.source);
    const auto source = ports.enrichmentSource(name);
    if (!source || !*source) {
        return !source ? source.error()
                       : Error{ErrorKind::SignInNeeded, QStringLiteral("there is no key of %1").arg(name),
                               QStringLiteral("Set KITH_%1_KEY, or give the key in the window.").arg(name.toUpper())};
    }
    QJsonArray people;
    qint64 seen = 0;
    if (wishes.csv) {
        printCsv({{QStringLiteral("id"),
                   QStringLiteral("link"),
                   QStringLiteral("name"),
                   {QStringLiteral("emails")},
                   {QStringLiteral("phones")},
                   QStringLiteral("job_title"),
                   QStringLiteral("company")}});
    }
    const auto all = (*source)->everyPerson(
        [&](std::vector<people::ListedPerson>&& page) {
            if (wishes.limit > 0 && seen + qint64(page.size()) > wishes.limit) {
                page.resize(size_t(wishes.limit - seen));
            }
            seen += qint64(page.size());
            if (wishes.csv) {
                printCsv(page);
            } else {
                for (const people::ListedPerson& person : page) {
                    people.append(personJson(person));
                }
            }
            session.terminal().progress(QStringLiteral("%1 people").arg(seen));
            return wishes.limit == 0 || seen < wishes.limit;
        },
        session.stop());
    if (!all) {
        return all.error();
    }
    if (!wishes.csv) {
        session.terminal().result({{QStringLiteral("source"), name}, {QStringLiteral("people"), people}});
    }
    return Exit::Done;
}

}  // namespace

void addPeople(CLI::App& app, Session& session) {
    auto* people = app.add_subcommand("people", "The people of a service, as it has them");
    people->require_subcommand(1);
    auto* list = people->add_subcommand("list", "Every person record of a source, all pages");
    const auto wishes = std::make_shared<PeopleWishes>();
    list->add_option("--source", wishes->source, "attio")->check(CLI::IsMember({"attio"}));
    list->add_flag("--csv", wishes->csv, "As a table for spreadsheets");
    list->add_option("--limit", wishes->limit, "So many at most")->check(CLI::PositiveNumber);
    list->callback([&session, wishes] {
        session.withMail(
            [&](service::Cellar&, service::MailPorts& ports) { return listPeople(session, ports, *wishes); });
    });
}

}  // namespace kith::cli
