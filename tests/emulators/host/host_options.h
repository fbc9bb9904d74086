// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The command line of kith-emulator.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace kith::emulator {

struct HostOptions {
    bool google{true};
    bool deepinfra{false};
    bool attio{false};
    bool onyx{false};
    int people{60};          ///< that Attio and Onyx know
    QStringList accounts{};  ///< empty: the owner of the seed, or those of the emulator
    QString seed{};          ///< a path, or "sample"
    QString stateFolder{};
    QString faultsFile{};
    QString consent{};  ///< allow, deny or ask
    quint16 port{0};    ///< 0: of the system's choice
    double unitsPerMinute{0};
    int concurrent{0};
    int latency{0};  ///< milliseconds
    bool legacyUnits{false};
    bool testing{false};
    bool endsWithInput{false};
};

/// What to print and the exit code where the program does not run.
struct HostExit {
    QString text;
    int code{0};
};

struct HostCommand {
    HostOptions options;
    std::optional<HostExit> exit;
};

HostCommand hostCommand(const QStringList& arguments);

}  // namespace kith::emulator
