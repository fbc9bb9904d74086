// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/loopback_listener.h"

#include "core/net/loopback_desk.h"

namespace kith::net {

namespace {

LoopbackTexts withDefaults(LoopbackTexts texts) {
    const auto fill = [](QString& text, const char* otherwise) {
        if (text.isEmpty()) {
            text = QString::fromUtf8(otherwise);
        }
    };
    fill(texts.title, "Kith");
    fill(texts.done, "You can close this page and go back to Kith.");
    fill(texts.denied, "Kith was not given access. You can close this page.");
    fill(texts.strange, "This page is only for the sign-in that Kith began, and this request does not belong to it.");
    return texts;
}

}  // namespace

Result<std::unique_ptr<LoopbackListener>> LoopbackListener::open(const QByteArray& state, LoopbackTexts texts) {
    std::unique_ptr<LoopbackListener> listener(new LoopbackListener);
    listener->m_shared = std::make_shared<Shared>();
    listener->m_shared->state = state;
    listener->m_shared->texts = withDefaults(std::move(texts));
    listener->m_desk = new LoopbackDesk(listener->m_shared);
    listener->m_desk->moveToThread(&listener->m_thread);
    QObject::connect(&listener->m_thread, &QThread::finished, listener->m_desk, &QObject::deleteLater);
    listener->m_thread.setObjectName(QStringLiteral("kith-sign-in"));
    listener->m_thread.start();
    quint16 port = 0;
    bool listening = false;
    QMetaObject::invokeMethod(
        listener->m_desk, [&] { listening = listener->m_desk->listen(&port); }, Qt::BlockingQueuedConnection);
    if (!listening) {
        return Error{ErrorKind::Failed, QStringLiteral("no port on 127.0.0.1 can be opened"), {}, {}};
    }
    listener->m_redirectUri = QStringLiteral("http://127.0.0.1:%1/signed-in").arg(port);
    return listener;
}

LoopbackListener::~LoopbackListener() {
    m_thread.quit();
    m_thread.wait();
}

QString LoopbackListener::redirectUri() const {
    return m_redirectUri;
}

Result<QByteArray> LoopbackListener::wait(Millis atMost, std::stop_token stop) {
    std::unique_lock lock(m_shared->mutex);
    if (!m_shared->came.wait_for(lock, stop, atMost, [this] { return m_shared->answer.has_value(); })) {
        return stop.stop_requested()
                   ? Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}}
                   : Error{ErrorKind::Unreachable,
                           QStringLiteral("the browser did not come back"),
                           QStringLiteral("Open the sign-in page again and finish it in the browser."),
                           {}};
    }
    return *m_shared->answer;
}

}  // namespace kith::net
