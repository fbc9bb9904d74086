// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/call.h"

namespace kith::emulator {
namespace {

constexpr int kDefaultPage = 100;
constexpr int kBiggestPage = 500;

}  // namespace

Account* Service::account(const QString& address) {
    for (Account& account : accounts) {
        if (account.mailbox->address().compare(address, Qt::CaseInsensitive) == 0) {
            return &account;
        }
    }
    return nullptr;
}

QString Parameters::value(const QString& name) const {
    for (const auto& [key, value] : m_values) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

QStringList Parameters::values(const QString& name) const {
    QStringList found;
    for (const auto& [key, value] : m_values) {
        if (key == name) {
            found << value;
        }
    }
    return found;
}

int Parameters::pageSize() const {
    const uint wanted = value(QStringLiteral("maxResults")).toUInt();
    return wanted == 0 ? kDefaultPage : static_cast<int>(qMin<uint>(wanted, kBiggestPage));
}

StoredMessage* Call::message() const {
    const auto id = ids.isEmpty() ? std::nullopt : idOf(ids.front());
    return id ? mailbox.find(*id) : nullptr;
}

Answer json(JsonOut& out) {
    Answer answer;
    answer.headers = {{"Content-Type", "application/json; charset=UTF-8"}};
    answer.body = out.take();
    return answer;
}

Answer noContent() {
    Answer answer;
    answer.status = 204;
    return answer;
}

}  // namespace kith::emulator
