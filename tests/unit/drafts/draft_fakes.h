// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A writer that says what it is told, and the drafts of a server whose answers may be lost.
#pragma once

#include "core/mail/mime_parser.h"
#include "core/service/draft_saving.h"

#include <functional>
#include <map>

namespace kith::testing {

/// Thrown where a process dies: nothing that it held lives on.
struct Killed {};

class ToldWriter final : public triage::DraftWriter {
public:
    Result<triage::DraftWords> write(const triage::DraftBrief& brief, const OnWords& onWords, std::stop_token,
                                     double& usd) override {
        ++asked;
        for (qsizetype at = 0; onWords && at < says.size(); at += 5) {
            onWords(says.mid(at, 5));
        }
        usd += 0.002;
        last = brief;
        return trouble ? Result<triage::DraftWords>(*trouble)
                       : Result<triage::DraftWords>(
                             triage::DraftWords{says, QStringLiteral("told"), QStringLiteral("t-1")});
    }
    QString says{QStringLiteral("Hi Ana,\n\nyou will have the data sheet soon.\n\nBest regards,\nMara\n")};
    std::optional<Error> trouble;
    triage::DraftBrief last;
    int asked{0};
};

/// Drafts of a server; each call may lose its answer after it was done.
class DraftServer final : public mail::RemoteMailbox {
public:
    Result<mail::RemoteProfile> profile(std::stop_token) override { return mail::RemoteProfile{}; }
    Result<mail::RemotePage> list(const QString&, std::stop_token) override { return mail::RemotePage{}; }
    Result<mail::RemotePage> listLabelled(const QString&, const QString&, std::stop_token) override {
        return mail::RemotePage{};
    }
    int fetchSize() const override { return 1; }
    Result<mail::RemoteFetch> fetch(std::span<const mail::RemoteRef>, std::stop_token) override {
        return mail::RemoteFetch{};
    }
    Result<mail::HistoryPage> history(quint64, const QString&, std::stop_token) override { return mail::HistoryPage{}; }
    Result<std::vector<mail::RemoteLabel>> labels(std::stop_token) override { return known; }
    Result<mail::RemoteLabel> createLabel(const mail::RemoteLabel& wanted, std::stop_token) override {
        known.push_back({QStringLiteral("L1"), wanted.name, false, {}, {}});
        return known.back();
    }
    Result<void> deleteLabel(const QString&, std::stop_token) override { return {}; }
    Result<void> modify(std::span<const QString> ids, const mail::LabelEdit& edit, std::stop_token) override {
        step("label");
        for (const QString& id : ids) {
            labelled[id] << edit.add;
        }
        step("labelled");
        return {};
    }
    Result<std::vector<mail::RemoteAlias>> aliases(std::stop_token) override {
        return std::vector<mail::RemoteAlias>{};
    }
    mail::RemoteUsage takeUsage() override { return {}; }
    void setUrgent(bool) override {}

    Result<std::vector<mail::RemoteDraft>> findDrafts(const QString& id, std::stop_token) override {
        step("find");
        std::vector<mail::RemoteDraft> found;
        for (const auto& [key, raw] : drafts) {
            if (mail::parseMime(raw).rfc822MessageId == id) {
                found.push_back(remote(key));
            }
        }
        step("found");
        return found;
    }
    Result<mail::RemoteDraft> createDraft(const QByteArray& raw, const QString&, std::stop_token) override {
        step("create");
        if (refuse > 0) {
            --refuse;
            return Error{ErrorKind::Unreachable, QStringLiteral("line broke before"), {}};
        }
        const QString id = QStringLiteral("d%1").arg(++made, 6, 10, QLatin1Char('0'));
        drafts[id] = raw;
        step("created");
        if (lose > 0) {
            --lose;
            return Error{ErrorKind::Unreachable, QStringLiteral("line broke after"), {}};
        }
        return remote(id);
    }
    Result<mail::RemoteDraft> updateDraft(const mail::RemoteDraft& draft, const QByteArray& raw,
                                          std::stop_token) override {
        step("update");
        if (drafts.count(draft.id) == 0) {
            return Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
        }
        drafts[draft.id] = raw;
        ++versions[draft.id];
        step("updated");
        return remote(draft.id);
    }
    Result<void> deleteDraft(const QString& id, std::stop_token) override {
        step("delete");
        drafts.erase(id);
        step("deleted");
        return {};
    }
    Result<mail::RemoteMessage> draftMessage(const QString& id, std::stop_token) override {
        step("read");
        if (drafts.count(id) == 0) {
            return Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
        }
        mail::RemoteMessage message;
        message.ref = remote(id).message;
        message.raw = tampered.isEmpty() ? drafts.at(id) : tampered;
        return message;
    }
    Result<mail::RemoteRef> sendDraft(const QString& id, std::stop_token) override {
        step("send");
        if (drafts.count(id) == 0) {
            return Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
        }
        sent.push_back(drafts.at(id));
        drafts.erase(id);
        step("sent");
        if (lose > 0) {
            --lose;
            return Error{ErrorKind::Unreachable, QStringLiteral("line broke after"), {}};
        }
        return mail::RemoteRef{u's' + id, QStringLiteral("t")};
    }
    Result<std::optional<mail::RemoteRef>> findSent(const QString& id, std::stop_token) override {
        step("find-sent");
        for (const QByteArray& raw : sent) {
            if (mail::parseMime(raw).rfc822MessageId == id) {
                return std::optional(mail::RemoteRef{QStringLiteral("s"), QStringLiteral("t")});
            }
        }
        return std::optional<mail::RemoteRef>{};
    }
    mail::RemoteDraft remote(const QString& id) const {
        const auto version = versions.find(id);
        return {id,
                {QStringLiteral("m%1-%2").arg(id).arg(version == versions.end() ? 0 : version->second),
                 QStringLiteral("t")}};
    }
    /// Before and after each effect: a test may die here, or let somebody else act.
    void step(const char* where) {
        if (onStep) {
            onStep(where);
        }
    }

    std::map<QString, QByteArray> drafts;
    std::map<QString, int> versions;  ///< a changed draft has another message
    std::vector<QByteArray> sent;
    std::function<void(const char*)> onStep;
    int made{0};
    std::map<QString, QStringList> labelled;
    std::vector<mail::RemoteLabel> known;
    QByteArray tampered;
    int lose{0};
    int refuse{0};
};

}  // namespace kith::testing
