// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/host/host_options.h"

#include <QCommandLineParser>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr int usageError = 2;

const QString hostDescription = QStringLiteral(
    "Local stand-ins for the services that Kith talks to. Prints one JSON line when it is ready.\n\n"
    "Playing the browser: GET the authorize URL with &emulator_consent=allow or deny added (and\n"
    "emulator_without=SCOPE… to leave boxes unticked; login_hint names the account), or post the page's\n"
    "form, or start with --consent allow, or POST /__control/consent.\n\n"
    "Control: POST {control}/__control/quota, clock, mail, change, account, history, tokens, faults,\n"
    "consent, latency, model, attio, onyx, reset; GET {control}/__control/log?since=N.");

QCommandLineOption flagOption(const char* name, const char* meaning) {
    return {QLatin1String(name), QLatin1String(meaning)};
}

QCommandLineOption valueOption(const char* name, const char* meaning, const char* value) {
    return {QLatin1String(name), QLatin1String(meaning), QLatin1String(value)};
}

void declareHostOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(hostDescription);
    parser.addHelpOption();
    parser.addOptions(
        {flagOption("google", "Google: OAuth and Gmail."), flagOption("deepinfra", "DeepInfra: chat and models."),
         flagOption("attio", "Attio: objects, records, lists, notes."), flagOption("onyx", "Onyx: search and chat."),
         valueOption("people", "So many invented people at Attio and Onyx (60).", "N"),
         valueOption("seed", "Mail to begin with: mbox, Maildir, folder; or the word sample.", "FILE"),
         valueOption("state", "Kept across restarts: mail, tokens, client, key.", "DIR"),
         valueOption("faults", "Faults from the start: JSON as POST /__control/faults takes it.", "FILE"),
         valueOption("port", "The first port; the others follow it.", "N"),
         valueOption("account", "A mailbox of this address; may be repeated.", "ADDRESS"),
         valueOption("units-per-minute", "Gmail's quota for each mailbox (0: none).", "N"),
         valueOption("concurrent", "Calls of one mailbox at once (0: no limit).", "N"),
         valueOption("latency", "Every answer of Gmail and of the model takes so long.", "MS"),
         flagOption("legacy-units", "Count quota as projects from before May 2026."),
         flagOption("testing", "A project in testing: refresh tokens end after seven days."),
         valueOption("consent", "What the authorize page does: ask, allow or deny.", "HOW"),
         flagOption("stdin", "Stop when standard input closes.")});
}

std::optional<HostExit> refusedHostCommand(const QCommandLineParser& parser) {
    const auto usage = [](const QString& why) { return HostExit{QString(why + QLatin1Char('\n')), usageError}; };
    if (!parser.positionalArguments().isEmpty()) {
        return usage(QStringLiteral("kith-emulator: unexpected ") + parser.positionalArguments().constFirst());
    }
    const QStringList services{QStringLiteral("google"), QStringLiteral("deepinfra"), QStringLiteral("attio"),
                               QStringLiteral("onyx")};
    if (std::none_of(services.begin(), services.end(), [&](const QString& one) { return parser.isSet(one); })) {
        return usage(QStringLiteral("kith-emulator: nothing to emulate; say --google, --deepinfra, --attio or --onyx"));
    }
    for (const char* name : {"port", "people", "units-per-minute", "concurrent", "latency"}) {
        const QString value = parser.value(QLatin1String(name));
        bool isNumber = true;
        const uint number = value.isEmpty() ? 0 : value.toUInt(&isNumber);
        if (!isNumber || (qstrcmp(name, "port") == 0 && number > 65000)) {
            return usage(QStringLiteral("kith-emulator: --") + QLatin1String(name) + QStringLiteral(" wants a number"));
        }
    }
    const QString consent = parser.value(QStringLiteral("consent"));
    if (!QStringList{QString(), QStringLiteral("ask"), QStringLiteral("allow"), QStringLiteral("deny")}.contains(
            consent)) {
        return usage(QStringLiteral("kith-emulator: --consent is ask, allow or deny"));
    }
    return std::nullopt;
}

}  // namespace

HostCommand hostCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    declareHostOptions(parser);
    if (!parser.parse(arguments)) {
        return {{}, HostExit{QStringLiteral("kith-emulator: ") + parser.errorText() + QLatin1Char('\n'), usageError}};
    }
    if (parser.isSet(QStringLiteral("help"))) {
        return {{}, HostExit{parser.helpText(), 0}};
    }
    return {{.google = parser.isSet(QStringLiteral("google")),
             .deepinfra = parser.isSet(QStringLiteral("deepinfra")),
             .attio = parser.isSet(QStringLiteral("attio")),
             .onyx = parser.isSet(QStringLiteral("onyx")),
             .people = parser.isSet(QStringLiteral("people")) ? parser.value(QStringLiteral("people")).toInt() : 60,
             .accounts = parser.values(QStringLiteral("account")),
             .seed = parser.value(QStringLiteral("seed")),
             .stateFolder = parser.value(QStringLiteral("state")),
             .faultsFile = parser.value(QStringLiteral("faults")),
             .consent = parser.value(QStringLiteral("consent")),
             .port = quint16(parser.value(QStringLiteral("port")).toUInt()),
             .unitsPerMinute = parser.value(QStringLiteral("units-per-minute")).toDouble(),
             .concurrent = parser.value(QStringLiteral("concurrent")).toInt(),
             .latency = parser.value(QStringLiteral("latency")).toInt(),
             .legacyUnits = parser.isSet(QStringLiteral("legacy-units")),
             .testing = parser.isSet(QStringLiteral("testing")),
             .endsWithInput = parser.isSet(QStringLiteral("stdin"))},
            refusedHostCommand(parser)};
}

}  // namespace kith::emulator
