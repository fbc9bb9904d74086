// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was learned, without a database: invented marks, rules that contradict, suggestions; deeds happen at once.
#pragma once

#include "core/service/learned_desk.h"

#include <QFuture>
#include <QPromise>

#include <optional>
#include <utility>
#include <vector>

namespace kith::ui {

class FakeLearnedDesk : public service::LearnedDesk {
public:
    static PreferenceRule bound(const char* field, const char* word, std::optional<Priority> low,
                                std::optional<Priority> high) {
        PreferenceRule rule;
        rule.fields = {QString::fromLatin1(field)};
        rule.keywords = {QString::fromLatin1(word)};
        rule.minPriority = low;
        rule.maxPriority = high;
        return rule;
    }
    void suggest(qint64 id, const char* keyword, const char* state, bool raised, Priority priority) {
        storage::StoredSuggestion one;
        one.id = id;
        one.field = QStringLiteral("sender");
        one.keyword = QString::fromLatin1(keyword);
        one.raised = raised;
        one.priority = priority;
        one.support = 4;
        one.wouldChange = 12;
        one.wouldAgree = 9;
        one.wouldDisagree = 3;
        one.state = QString::fromLatin1(state);
        kept.suggestions.push_back(one);
    }
    void mark(qint64 id, const char* subject, Priority assigned, Priority suggested, FeedbackScope scope) {
        service::LearnedMark one;
        one.mark.id = FeedbackId{id};
        one.mark.assigned = assigned;
        one.mark.suggested = suggested;
        one.mark.scope = scope;
        one.mark.at = std::chrono::milliseconds{1'760'000'000'000};
        one.thread = ThreadId{id + 300};
        one.sender = {QStringLiteral("Metrology Weekly"), QStringLiteral("news@metrology.example")};
        one.subject = QString::fromUtf8(subject);
        kept.marks.push_back(one);
        ++kept.marksTotal;
    }
    void fill() {
        suggest(11, "news@metrology.example", "proposed", false, Priority::Low);
        suggest(12, "ana@caldervoss.example", "applied", true, Priority::High);
        kept.rules.push_back({0, bound("sender", "ana@caldervoss.example", Priority::High, {}), 34, 12, 0});
        kept.rules.push_back({1, bound("subject", "newsletter", {}, Priority::Low), 140, 131, 2});
        service::PreferenceConflict conflict;
        conflict.one = 0;
        conflict.other = 1;
        conflict.messages = 3;
        conflict.example = QStringLiteral("Our newsletter of May");
        conflict.comesOut = Priority::Low;
        kept.conflicts.push_back(conflict);
        kept.lookedAt = 2000;
        mark(21, "Issue 212", Priority::VeryLow, Priority::High, FeedbackScope::Sender);
        mark(22, "Probe question 4", Priority::Critical, Priority::Medium, FeedbackScope::Message);
    }

    Answer<service::LearnedView> view() override { return now(kept); }
    Answer<std::vector<storage::StoredSuggestion>> about(MessageId) override {
        return now(std::vector<storage::StoredSuggestion>(
            kept.suggestions.begin(),
            kept.suggestions.begin() + std::min<std::ptrdiff_t>(1, std::ssize(kept.suggestions))));
    }
    Answer<service::Receipt> apply(qint64 id) override { return state(id, "applied"); }
    Answer<service::Receipt> revert(qint64 id) override { return state(id, "proposed"); }
    Answer<service::Receipt> setAside(qint64 id) override { return state(id, "dismissed"); }
    Answer<service::Receipt> changeRule(size_t index, const PreferenceRule&,
                                        const std::optional<PreferenceRule>& becomes) override {
        changedRule = becomes;
        if (becomes) {
            kept.rules[index].rule = *becomes;
        } else {
            kept.rules.erase(kept.rules.begin() + static_cast<std::ptrdiff_t>(index));
            kept.conflicts.clear();
        }
        return now(receipt());
    }
    Answer<service::Receipt> changeMark(FeedbackId id, std::optional<Priority> becomes) override {
        for (service::LearnedMark& one : kept.marks) {
            if (one.mark.id == id && becomes) {
                one.mark.assigned = *becomes;
            }
        }
        if (!becomes) {
            std::erase_if(kept.marks, [id](const service::LearnedMark& one) { return one.mark.id == id; });
        }
        return now(receipt());
    }

    service::LearnedView kept;
    std::optional<PreferenceRule> changedRule;

private:
    static service::Receipt receipt() { return {ChangeId{7}, {}, 1, {}, {}}; }
    Answer<service::Receipt> state(qint64 id, const char* becomes) {
        for (storage::StoredSuggestion& one : kept.suggestions) {
            if (one.id == id) {
                one.state = QString::fromLatin1(becomes);
            }
        }
        return now(receipt());
    }
    template <class T>
    static QFuture<Result<T>> now(T value) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(std::move(value)));
        promise.finish();
        return promise.future();
    }
};

}  // namespace kith::ui
