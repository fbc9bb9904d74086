// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The desks behind Privacy and Ledger, without a database: they remember what they are told.
#pragma once

#include "core/service/privacy_desk.h"

#include <map>

namespace kith::ui {

class FakePrivacyDesk final : public service::PrivacyDesk {
public:
    Answer<service::PrivacyFacts> facts() override {
        return QtFuture::makeReadyFuture(Result<service::PrivacyFacts>(known));
    }
    Answer<triage::PrivacyRule> set(const QString& name, triage::PrivacyLevel level) override {
        const auto rule = triage::privacyRuleNamed(name, level);
        if (rule) {
            triage::setPrivacyRule(known.rules, *rule);
        }
        return QtFuture::makeReadyFuture(Result<triage::PrivacyRule>(rule));
    }
    Answer<triage::PrivacyRule> remove(const QString& name) override {
        std::erase_if(known.rules,
                      [&name](const triage::PrivacyRule& one) { return triage::privacyName(one) == name; });
        return QtFuture::makeReadyFuture(Result<triage::PrivacyRule>(triage::PrivacyRule{}));
    }
    service::PrivacyFacts known{{},
                                {QStringLiteral("mara@fjordlight.example")},
                                {QStringLiteral("Board"), QStringLiteral("Customers/Denmark")}};
};

class FakeLedgerDesk final : public service::LedgerDesk {
public:
    explicit FakeLedgerDesk(int count) {
        for (int i = count; i > 0; --i) {
            service::LedgerEntry entry;
            entry.id = i;
            entry.at = Millis{1'779'000'000'000 + i * 61'000LL};
            const bool model = i % 3 != 0;
            entry.service = model ? QStringLiteral("deepinfra") : QStringLiteral("gmail");
            entry.purpose = model ? QStringLiteral("score a message") : QStringLiteral("first sync");
            entry.method = model ? QStringLiteral("POST") : QStringLiteral("GET");
            entry.url = model ? QStringLiteral("https://api.deepinfra.com/v1/openai/chat/completions")
                              : QStringLiteral("https://gmail.googleapis.com/gmail/v1/users/me/messages");
            entry.status = i % 11 == 0 ? 0 : 200;
            entry.bytesOut = 900 + 37 * i;
            entry.redactions = i % 5 == 0 ? 4 : 0;
            entry.cost = model ? 0.0007 : 0;
            entry.body =
                model ? "{\"model\":\"NousResearch/Hermes-3-Llama-3.1-405B\",\"number\":" + QByteArray::number(i) + "}"
                      : QByteArray();
            entries.push_back(entry);
        }
    }
    Answer<std::vector<service::LedgerEntry>> list(qint64 before, int limit, const QString& service) override {
        std::vector<service::LedgerEntry> page;
        for (const service::LedgerEntry& entry : entries) {
            const bool wanted = (before == 0 || entry.id < before) && (service.isEmpty() || entry.service == service);
            if (wanted && static_cast<int>(page.size()) < limit) {
                page.push_back(entry);
            }
        }
        return QtFuture::makeReadyFuture(Result<std::vector<service::LedgerEntry>>(page));
    }
    Answer<std::vector<service::LedgerTotal>> totals() override {
        std::map<QString, service::LedgerTotal> sums;
        for (const service::LedgerEntry& entry : entries) {
            service::LedgerTotal& sum = sums[entry.service];
            sum.service = entry.service;
            ++sum.requests;
            sum.bytesOut += entry.bytesOut;
            sum.cost += entry.cost;
        }
        std::vector<service::LedgerTotal> all;
        for (const auto& [service, sum] : sums) {
            all.push_back(sum);
        }
        return QtFuture::makeReadyFuture(Result<std::vector<service::LedgerTotal>>(all));
    }
    Answer<service::LedgerEntry> entry(qint64 id) override {
        for (const service::LedgerEntry& one : entries) {
            if (one.id == id) {
                return QtFuture::makeReadyFuture(Result<service::LedgerEntry>(one));
            }
        }
        return QtFuture::makeReadyFuture(Result<service::LedgerEntry>(Error{ErrorKind::NotFound, {}, {}}));
    }
    Answer<qint64> exportTo(const QString& path, const QString&) override {
        exported = path;
        return QtFuture::makeReadyFuture(Result<qint64>(static_cast<qint64>(entries.size())));
    }
    std::vector<service::LedgerEntry> entries;
    QString exported;
};

}  // namespace kith::ui
