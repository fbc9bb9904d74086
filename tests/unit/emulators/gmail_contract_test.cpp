// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/contract.h"
#include "tests/emulators/gmail/quota_meter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

/// Google's own document, beside the corpora where it is present.
QJsonObject published(const char* name) {
    QFile file(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/../apis/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void eachMethod(const QJsonObject& resource, const std::function<void(const QJsonObject&)>& visit) {
    for (const QJsonValue& method : resource[u"methods"].toObject()) {
        visit(method.toObject());
    }
    for (const QJsonValue& below : resource[u"resources"].toObject()) {
        eachMethod(below.toObject(), visit);
    }
}

QStringList sorted(QStringList list) {
    list.sort();
    return list;
}

QStringList strings(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& one : value.toArray()) {
        list << one.toString();
    }
    return sorted(list);
}

QString typeOf(const QJsonObject& described) {
    const QString format = described[u"format"].toString();
    return format.isEmpty() || format == u"google-datetime" ? described[u"type"].toString() : format;
}

TEST(GmailContract, MethodsParametersAndScopesAreThoseOfTheDiscoveryDocument) {
    const QJsonObject document = published("gmail-v1.discovery.json");
    if (document.isEmpty()) {
        GTEST_SKIP() << "the discovery document is not beside the corpora";
    }
    std::size_t count = 0;
    eachMethod(document, [&](const QJsonObject& theirs) {
        const QString name = theirs[u"id"].toString().mid(qsizetype(sizeof "gmail.users.") - 1);
        const Method* ours = Contract::gmail().method(name);
        ASSERT_TRUE(ours) << qPrintable(name);
        ++count;
        EXPECT_EQ(ours->verb, theirs[u"httpMethod"].toString().toLatin1()) << qPrintable(name);
        EXPECT_EQ(QStringLiteral("gmail/v1/users/{userId}/") + ours->segments.join(u'/'), theirs[u"path"].toString());
        EXPECT_EQ(sorted(ours->scopes), strings(theirs[u"scopes"])) << qPrintable(name);
        EXPECT_EQ(ours->body, theirs[u"request"][u"$ref"].toString()) << qPrintable(name);
        EXPECT_EQ(ours->answer, theirs[u"response"][u"$ref"].toString()) << qPrintable(name);
        EXPECT_EQ(ours->upload, theirs[u"mediaUpload"][u"maxSize"].toString().toLongLong()) << qPrintable(name);
        QStringList query;
        const QJsonObject parameters = theirs[u"parameters"].toObject();
        for (auto it = parameters.begin(); it != parameters.end(); ++it) {
            const QJsonObject described = it.value().toObject();
            if (described[u"location"].toString() != u"query") {
                continue;
            }
            query << it.key();
            const ValueType type = ours->query.value(it.key());
            EXPECT_EQ(type.repeated, described[u"repeated"].toBool()) << qPrintable(name + it.key());
            EXPECT_EQ(sorted(type.words), strings(described[u"enum"])) << qPrintable(name + it.key());
            EXPECT_TRUE(!type.words.isEmpty() || type.type == typeOf(described)) << qPrintable(name + it.key());
        }
        EXPECT_EQ(sorted(ours->query.keys()), sorted(query)) << qPrintable(name);
    });
    EXPECT_EQ(count, Contract::gmail().methods().size());
}

TEST(GmailContract, FieldsAndColoursAreThoseOfTheDiscoveryDocument) {
    const QJsonObject document = published("gmail-v1.discovery.json");
    if (document.isEmpty()) {
        GTEST_SKIP() << "the discovery document is not beside the corpora";
    }
    for (const char* schema :
         {"Message", "MessagePart", "MessagePartBody", "Label", "Draft", "Thread", "History", "SendAs",
          "ModifyMessageRequest", "BatchModifyMessagesRequest", "ListHistoryResponse", "Profile"}) {
        const QJsonObject fields = document[u"schemas"][QLatin1String(schema)][u"properties"].toObject();
        ASSERT_FALSE(fields.isEmpty()) << schema;
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            const SchemaField* ours = Contract::gmail().field(QLatin1String(schema), it.key());
            ASSERT_TRUE(ours) << schema << qPrintable(it.key());
            const bool list = it.value()[u"type"].toString() == u"array";
            const QJsonObject value = list ? it.value()[u"items"].toObject() : it.value().toObject();
            EXPECT_EQ(ours->value.repeated, list) << schema << qPrintable(it.key());
            EXPECT_EQ(ours->schema, value[u"$ref"].toString()) << schema << qPrintable(it.key());
        }
        EXPECT_FALSE(Contract::gmail().field(QLatin1String(schema), QStringLiteral("noSuchField")));
    }
    static const QRegularExpression colour(QStringLiteral("#[0-9a-f]{6}\\b"));
    const QString text = document[u"schemas"][u"LabelColor"][u"properties"][u"textColor"][u"description"].toString();
    QSet<QString> theirs;
    for (auto it = colour.globalMatch(text); it.hasNext();) {
        theirs.insert(it.next().captured());
    }
    EXPECT_EQ(Contract::gmail().palette(), theirs);
}

TEST(GmailContract, UnitsAreThoseOfBothPublishedTables) {
    const QJsonObject document = published("gmail-quota-units.json");
    if (document.isEmpty()) {
        GTEST_SKIP() << "the quota tables are not beside the corpora";
    }
    const auto compare = [&](const char* key, UnitTable table) {
        const QJsonObject theirs = document[QLatin1String(key)].toObject();
        EXPECT_GT(theirs.size(), 5) << key;
        for (auto it = theirs.begin(); it != theirs.end(); ++it) {
            EXPECT_EQ(unitsOf(it.key(), table), it.value().toInt()) << key << qPrintable(it.key());
        }
    };
    compare("units_2026", UnitTable::Since2026);
    compare("units_legacy", UnitTable::Legacy);
    compare("units_legacy_from_memory_unverified", UnitTable::Legacy);
}

TEST(GmailContract, PlainWordsOfAPathGoBeforeIds) {
    const auto name = [](const char* verb, const QStringList& segments) {
        const auto match = Contract::gmail().match(verb, segments);
        return match ? match->method->name : QString();
    };
    EXPECT_EQ(name("POST", {QStringLiteral("drafts"), QStringLiteral("send")}), QStringLiteral("drafts.send"));
    EXPECT_EQ(name("GET", {QStringLiteral("messages"), QStringLiteral("abc")}), QStringLiteral("messages.get"));
    EXPECT_EQ(name("POST", {QStringLiteral("messages"), QStringLiteral("abc")}), QString());
    EXPECT_EQ(name("POST", {QStringLiteral("settings"), QStringLiteral("cse"), QStringLiteral("keypairs"),
                            QStringLiteral("k:disable")}),
              QStringLiteral("settings.cse.keypairs.disable"));
}

}  // namespace
}  // namespace kith::emulator
