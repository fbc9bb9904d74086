// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl privacy list · set SCOPE LEVEL · remove SCOPE: how much of which mail may leave for a model.
#include "app/cli/session.h"
#include "core/service/privacy_book.h"

namespace kith::cli {

namespace {

QJsonObject privacyJson(const triage::PrivacyRule& rule) {
    QJsonObject json = triage::toJson({rule}).first().toObject();
    json.insert(QStringLiteral("name"), triage::privacyName(rule));
    return json;
}

void sayRule(const Terminal& terminal, const triage::PrivacyRule& rule) {
    terminal.say(QStringLiteral("%1  %2").arg(triage::privacyWord(rule.level).leftJustified(10, QLatin1Char(' ')),
                                              triage::privacyName(rule)));
}

Result<Exit> listPrivacy(service::Cellar& cellar, const Terminal& terminal) {
    const auto rules = service::loadPrivacy(cellar);
    if (!rules) {
        return rules.error();
    }
    QJsonArray list;
    QString otherwise = triage::privacyWord(triage::PrivacyLevel::Full);
    for (const triage::PrivacyRule& rule : *rules) {
        list.append(privacyJson(rule));
        if (rule.scope == triage::PrivacyScope::Everything) {
            otherwise = triage::privacyWord(rule.level);
        }
        if (!terminal.json()) {
            sayRule(terminal, rule);
        }
    }
    if (terminal.json()) {
        terminal.result({{QStringLiteral("rules"), list}, {QStringLiteral("otherwise"), otherwise}});
    } else {
        terminal.say(QStringLiteral("Everything else: %1").arg(otherwise));
    }
    return Exit::Done;
}

Result<Exit> told(const Terminal& terminal, const Result<triage::PrivacyRule>& rule) {
    if (!rule) {
        return rule.error();
    }
    if (terminal.json()) {
        terminal.result(privacyJson(*rule));
    } else {
        sayRule(terminal, *rule);
    }
    return Exit::Done;
}

Result<Exit> setLevel(service::Cellar& cellar, const Terminal& terminal, const QString& name, const QString& word) {
    const auto level = triage::privacyLevelOf(word);
    if (!level) {
        return Error{ErrorKind::Malformed, QStringLiteral("\"%1\" is no level").arg(word),
                     QStringLiteral("Choose local-only, redacted or full.")};
    }
    return told(terminal, service::setPrivacy(cellar, name, *level));
}

}  // namespace

void addPrivacy(CLI::App& app, Session& session) {
    auto* privacy = app.add_subcommand("privacy", "How much of which mail may leave for a model");
    privacy->require_subcommand(1);
    privacy->add_subcommand("list", "The rules")->callback([&session] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listPrivacy(cellar, session.terminal()); });
    });
    const auto name = std::make_shared<std::string>();
    const auto level = std::make_shared<std::string>();
    auto* set = privacy->add_subcommand("set", "Keep back from now on");
    set->add_option("SCOPE", *name, "everything, account:ADDRESS, domain:NAME or label:NAME")->required();
    set->add_option("LEVEL", *level,
                    "local-only: never asked about; redacted: without addresses, numbers and amounts; full")
        ->required();
    set->callback([&session, name, level] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return setLevel(cellar, session.terminal(), qt(*name), qt(*level));
        });
    });
    auto* remove = privacy->add_subcommand("remove", "Take a rule away");
    remove->add_option("SCOPE", *name, "As privacy list prints it")->required();
    remove->callback([&session, name] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return told(session.terminal(), service::removePrivacy(cellar, qt(*name)));
        });
    });
}

}  // namespace kith::cli
