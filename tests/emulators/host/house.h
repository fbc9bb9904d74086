// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The services that were asked for with their ports: emulators, control, seed, key file and what is kept across
// restarts.
#pragma once

#include "tests/emulators/enrichment_emulators.h"
#include "tests/emulators/google_control.h"
#include "tests/emulators/google_emulator.h"
#include "tests/emulators/host/host_options.h"
#include "tests/emulators/host/http_host.h"

#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace kith::emulator {

class House {
public:
    /// Seeded or as it was kept, with its ports open.
    static Result<std::unique_ptr<House>> open(const HostOptions& options);
    ~House();
    Q_DISABLE_COPY_MOVE(House)

    /// The line that says: ready.
    QJsonObject ready();

private:
    explicit House(const HostOptions& options);
    Result<void> furnish();
    void plantSenders();
    void serveEnrichment();
    Result<void> settle();
    Result<void> readFaults();
    Result<void> openPorts();
    Result<void> writeKeyFile();
    void keep();
    QString keyFilePath() const;

    HostOptions m_options;
    EmulatorClock m_clock;
    GoogleEmulator m_google;
    ModelEmulator m_model;
    AttioEmulator m_attio;
    OnyxEmulator m_onyx;
    GoogleControl m_control;
    HttpHost m_apiHost;
    HttpHost m_oauthHost;
    HttpHost m_modelHost;
    HttpHost m_attioHost;
    HttpHost m_onyxHost;
    HttpHost m_controlHost;
    quint16 m_apiPort{0};
    quint16 m_oauthPort{0};
    quint16 m_modelPort{0};
    quint16 m_attioPort{0};
    quint16 m_onyxPort{0};
    quint16 m_controlPort{0};
    std::unique_ptr<QTemporaryDir> m_temporary;
    QTimer m_keeping;
    qint64 m_kept{-1};
};

}  // namespace kith::emulator
