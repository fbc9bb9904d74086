// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kith-emulator: the services that Kith talks to, on loopback ports of this machine.
#include "tests/emulators/host/host_options.h"
#include "tests/emulators/host/house.h"

#include "app/signal_watcher.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace {

void stopWhenInputCloses(QCoreApplication& application) {
    auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(input, &QSocketNotifier::activated, &application, [&application, input] {
        char passed[256];
        if (read(STDIN_FILENO, passed, sizeof passed) <= 0) {
            input->setEnabled(false);
            application.quit();
        }
    });
}

void print(std::FILE* to, const QByteArray& text) {
    std::fwrite(text.constData(), 1, size_t(text.size()), to);
    std::fflush(to);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace kith;
    const SignalWatcher watcher(
        [] { QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection); });
    QCoreApplication application(argc, argv);
    const emulator::HostCommand command = emulator::hostCommand(application.arguments());
    if (command.exit) {
        print(command.exit->code == 0 ? stdout : stderr, command.exit->text.toUtf8());
        return command.exit->code;
    }
    const auto house = emulator::House::open(command.options);
    if (!house) {
        print(stderr, "kith-emulator: " + house.error().detail.toUtf8() + '\n');
        return house.error().kind == ErrorKind::Failed || house.error().kind == ErrorKind::Busy ? 1 : 3;
    }
    if (command.options.endsWithInput) {
        stopWhenInputCloses(application);
    }
    print(stdout, QJsonDocument((*house)->ready()).toJson(QJsonDocument::Compact) + '\n');
    return QCoreApplication::exec();
}
