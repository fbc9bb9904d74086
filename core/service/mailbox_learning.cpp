// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mailbox_learning.h"

#include "core/service/prepared_letter.h"

namespace kith::service {

namespace {

constexpr size_t kRecentMail = 4000;

void keepSample(std::vector<Judge::Sample>& recent, size_t number, const triage::ReplayLine& line) {
    const Judge::Sample sample{line.score, line.spread};
    if (recent.size() < kRecentMail) {
        recent.push_back(sample);
    } else {
        recent[number % kRecentMail] = sample;
    }
}

}  // namespace

triage::ReplayMessage replayMessage(const StoredLetter& letter, const OwnerBook& owners) {
    triage::ReplayMessage message;
    message.messageId = letter.message.rfc822MessageId;
    message.outgoing = letter.message.fromOwner;
    message.passing = passingOf(letter.message);
    if (!message.outgoing) {
        message.input = triageInput(letter.message, letter.signs, owners);
    }
    return message;
}

Result<void> learnFromMailbox(Judge& judge, const LetterWalk& walk,
                              const std::function<void(const triage::ReplayLine&)>& line) {
    triage::Replay replay;
    judge.recent.clear();
    judge.mail = {};
    size_t taken = 0;
    const Result<void> walked = walk([&](const StoredLetter& letter) {
        const auto scored = replay.pass(replayMessage(letter, judge.owners));
        if (scored) {
            keepSample(judge.recent, taken++, *scored);
        }
        if (scored && line) {
            line(*scored);
        }
        return true;
    });
    if (!walked) {
        return walked.error();
    }
    judge.history = replay.history();
    judge.behaviour = replay.state();
    judge.state = judge.behaviour;
    return {};
}

}  // namespace kith::service
