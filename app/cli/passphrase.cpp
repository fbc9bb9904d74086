// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/passphrase.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace kith::cli {

namespace {

/// The terminal shows nothing while this lives.
class Hidden {
public:
    Hidden() {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Hidden() {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

private:
    termios m_before{};
};

QByteArray hiddenLine(const char* question) {
    std::fputs(question, stderr);
    std::fflush(stderr);
    const Hidden hidden;
    QByteArray line;
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') {
        line.append(byte);
    }
    return line;
}

}  // namespace

std::optional<QByteArray> askPassphrase(bool fresh) {
    if (isatty(STDIN_FILENO) == 0) {
        return {};
    }
    const QByteArray first =
        hiddenLine(fresh ? "New passphrase for the vault of secrets: " : "Passphrase of the vault of secrets: ");
    if (first.isEmpty() || (fresh && hiddenLine("The same once more: ") != first)) {
        return {};
    }
    return first;
}

}  // namespace kith::cli
