// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Waits on a loopback port for the browser to come back from the sign-in page, on a thread of its own.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QThread>
#include <QUrl>

#include <memory>

namespace kith::net {

class LoopbackDesk;

struct LoopbackTexts {
    QString title;  ///< of the page that the browser shows; escaped by us
    QString done;
    QString denied;
    QString strange;
};

/// Answers only its own path and state; everything else gets a page that says so and changes nothing.
class LoopbackListener {
public:
    /// Listens at once, on 127.0.0.1 and a port of the system's choice.
    static Result<std::unique_ptr<LoopbackListener>> open(const QByteArray& state, LoopbackTexts texts = {});
    ~LoopbackListener();
    LoopbackListener(const LoopbackListener&) = delete;
    LoopbackListener& operator=(const LoopbackListener&) = delete;

    /// http://127.0.0.1:PORT/…; the same text goes to the sign-in page and to the token request.
    QString redirectUri() const;
    /// The authorization code, percent-decoded once. Denied where the person said no; Cancelled on a stop;
    /// Unreachable when nobody came within the time. The port stays open until this object goes.
    Result<QByteArray> wait(Millis atMost, std::stop_token stop);

    struct Shared;

private:
    LoopbackListener() = default;
    std::shared_ptr<Shared> m_shared;  // the desk's thread and the waiting worker both end with it
    QThread m_thread;
    LoopbackDesk* m_desk{nullptr};
    QString m_redirectUri;
};

}  // namespace kith::net
