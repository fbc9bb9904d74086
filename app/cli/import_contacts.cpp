// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl import contacts FILE [--map FILE] [--dry-run] [--date-order …] [--rejects FILE], import undo ID.
#include "app/cli/session.h"
#include "core/base/json.h"
#include "core/service/contact_import_job.h"

#include <QFile>
#include <QJsonArray>

namespace kith::cli {

namespace {

struct ContactWords {
    std::string file;
    std::string map;
    std::string rejects;
    std::string dateOrder;
    bool dryRun{false};
};

/// {"Column": "field", …} or {"mapping": [{"column": …, "field": …}, …]}, as import contacts prints it.
Result<QHash<QString, QString>> readMap(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()), {}};
    }
    const auto object = json::parseObject(file.readAll());
    if (!object) {
        return Error{ErrorKind::Malformed, path + QStringLiteral(": ") + object.error().detail,
                     QStringLiteral("A mapping is {\"Column\": \"field\", …}.")};
    }
    QHash<QString, QString> choices;
    for (const QJsonValue& value : object->value(QStringLiteral("mapping")).toArray()) {
        const QJsonObject one = value.toObject();
        const QString field = one.value(QStringLiteral("field")).toString();
        const QString kind = one.value(QStringLiteral("kind")).toString();
        choices.insert(one.value(QStringLiteral("column")).toString(),
                       kind.isEmpty() || field.contains(u':') ? field : field + u':' + kind);
    }
    for (auto it = object->begin(); it != object->end(); ++it) {
        if (it->isString() || it->isNull()) {
            choices.insert(it.key(), it->toString());
        }
    }
    return choices;
}

QJsonArray mappingJson(const service::TableView& table) {
    QJsonArray list;
    for (const service::ColumnView& column : table.columns) {
        const bool ignored = column.choice == QStringLiteral("ignore");
        const bool custom = column.choice.startsWith(QStringLiteral("custom:"));
        const QString field = custom ? column.choice : column.choice.section(u':', 0, 0);
        const QString kind = custom ? QString() : column.choice.section(u':', 1);
        list.append(QJsonObject{{QStringLiteral("column"), column.name},
                                {QStringLiteral("field"), ignored ? QJsonValue() : QJsonValue(field)},
                                {QStringLiteral("kind"), kind.isEmpty() ? QJsonValue() : QJsonValue(kind)},
                                {QStringLiteral("confidence"), column.confidence},
                                {QStringLiteral("reason"), column.reason}});
    }
    return list;
}

QJsonObject reportJson(const service::ContactImportReport& report, bool dryRun) {
    QJsonArray rejects;
    for (const service::ImportRejectLine& reject : report.rejects) {
        rejects.append(QJsonObject{{QStringLiteral("line"), reject.line}, {QStringLiteral("reason"), reject.reason}});
    }
    QJsonObject json{
        {QStringLiteral("import_id"), dryRun ? QJsonValue() : QJsonValue(QString::number(report.id.value))},
        {QStringLiteral("rows"), QJsonObject{{QStringLiteral("seen"), report.seen},
                                             {QStringLiteral("created"), report.created},
                                             {QStringLiteral("updated"), report.updated},
                                             {QStringLiteral("unchanged"), report.unchanged},
                                             {QStringLiteral("duplicate"), report.duplicate},
                                             {QStringLiteral("rejected"), report.rejected}}},
        {QStringLiteral("mapping"), mappingJson(report.table)},
        {QStringLiteral("preset"), report.table.preset.isEmpty() ? QJsonValue() : QJsonValue(report.table.preset)},
        {QStringLiteral("dialect"), QJsonObject{{QStringLiteral("encoding"), report.table.encoding},
                                                {QStringLiteral("delimiter"), report.table.delimiter},
                                                {QStringLiteral("quote"), report.table.quote},
                                                {QStringLiteral("header"), report.table.header}}},
        {QStringLiteral("rejects"), rejects},
        {QStringLiteral("questions"), QJsonArray::fromStringList(report.questions)},
        {QStringLiteral("dry_run"), dryRun},
        {QStringLiteral("complete"), !report.cancelled}};
    return json;
}

Result<Exit> importContacts(service::Cellar& cellar, Session& session, const ContactWords& words) {
    service::ContactImportRequest request;
    request.path = qt(words.file);
    request.dryRun = words.dryRun;
    request.rejectsFile = qt(words.rejects);
    if (!words.dateOrder.empty()) {
        request.dateOrders.insert({}, qt(words.dateOrder));
    }
    if (!words.map.empty()) {
        const auto choices = readMap(qt(words.map));
        if (!choices) {
            return choices.error();
        }
        request.choices = *choices;
    }
    service::ContactImportHooks hooks;
    hooks.progress = [&session](const service::ContactImportReport& report, double share) {
        session.terminal().progress(QStringLiteral("%1 rows, %2 %").arg(report.seen).arg(int(100 * share)));
    };
    const auto report = service::ContactImportJob(cellar, hooks).run(request, session.stop());
    if (!report) {
        return report.error();
    }
    session.terminal().result(reportJson(*report, words.dryRun));
    return report->cancelled ? Exit::Partial : Exit::Done;
}

Result<Exit> undoImport(service::Cellar& cellar, Session& session, qint64 id) {
    const auto undone = service::undoContactImport(cellar, ImportId{id});
    if (!undone) {
        return undone.error();
    }
    session.terminal().result({{QStringLiteral("import_id"), QString::number(id)},
                               {QStringLiteral("what"), undone->summary},
                               {QStringLiteral("restored"), undone->restored},
                               {QStringLiteral("could_not"), qint64(undone->conflicts.size())}});
    return undone->conflicts.empty() ? Exit::Done : Exit::Partial;
}

}  // namespace

void addImportContacts(CLI::App& import, Session& session) {
    const auto words = std::make_shared<ContactWords>();
    auto* contacts = import.add_subcommand("contacts", "People from a table (.csv, .tsv) or from vCards (.vcf)");
    contacts->add_option("FILE", words->file, "The file; how it is written is found out")->required();
    contacts->add_option("--map", words->map, "Which column is which field, as JSON");
    contacts->add_option("--date-order", words->dateOrder, "Of dates that can be read two ways")
        ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
    contacts->add_option("--rejects", words->rejects, "Where to write the rows that were not taken");
    contacts->add_flag("--dry-run", words->dryRun, "Tell what would be done, change nothing");
    contacts->callback([&session, words] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return importContacts(cellar, session, *words); });
    });
    const auto id = std::make_shared<qint64>(0);
    auto* undo = import.add_subcommand("undo", "Take an import of contacts back as a whole");
    undo->add_option("IMPORT_ID", *id, "As import contacts told it")->required();
    undo->callback([&session, id] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return undoImport(cellar, session, *id); });
    });
}

}  // namespace kith::cli
