// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The dense features, in their stored order: append only, and raise kFeatureVersion when one changes its meaning.
#pragma once

#include <QLatin1String>

namespace kith::triage {

#define KITH_DENSE_FEATURES(X)                                                                                         \
    X(SentTo, "sender.sent_to")                                                                                        \
    X(RepliedFraction, "sender.replied_fraction")                                                                      \
    X(RepliedCount, "sender.replied_count")                                                                            \
    X(FastReply, "sender.fast_reply")                                                                                  \
    X(RecentContact, "sender.recent_contact")                                                                          \
    X(NewSender, "sender.new")                                                                                         \
    X(NewPerson, "sender.new_person")                                                                                  \
    X(SameDomain, "sender.same_domain")                                                                                \
    X(KnownContact, "sender.known_contact")                                                                            \
    X(OpenOpportunity, "sender.open_opportunity")                                                                      \
    X(UnansweredRun, "sender.unanswered_run")                                                                          \
    X(Volume, "sender.volume")                                                                                         \
    X(DomainReplied, "domain.replied_fraction")                                                                        \
    X(DomainSentTo, "domain.sent_to")                                                                                  \
    X(ToOwnerAlone, "address.to_owner_alone")                                                                          \
    X(ToOwner, "address.to_owner")                                                                                     \
    X(CcOwner, "address.cc_owner")                                                                                     \
    X(NotNamed, "address.not_named")                                                                                   \
    X(Recipients, "address.recipients")                                                                                \
    X(ManyRecipients, "address.many")                                                                                  \
    X(ListId, "bulk.list_id")                                                                                          \
    X(Unsubscribe, "bulk.unsubscribe")                                                                                 \
    X(Precedence, "bulk.precedence")                                                                                   \
    X(AutoSubmitted, "bulk.auto_submitted")                                                                            \
    X(NoReply, "bulk.no_reply")                                                                                        \
    X(DkimMismatch, "bulk.dkim_mismatch")                                                                              \
    X(BulkText, "bulk.text")                                                                                           \
    X(OwnerWrote, "thread.owner_wrote")                                                                                \
    X(OwnerStarted, "thread.owner_started")                                                                            \
    X(OwnerSpokeLast, "thread.owner_spoke_last")                                                                       \
    X(ThreadDepth, "thread.depth")                                                                                     \
    X(SubjectReply, "subject.reply")                                                                                   \
    X(SubjectForward, "subject.forward")                                                                               \
    X(SubjectQuestion, "subject.question")                                                                             \
    X(SubjectUrgent, "subject.urgent")                                                                                 \
    X(SubjectEmpty, "subject.empty")                                                                                   \
    X(SubjectLong, "subject.long")                                                                                     \
    X(Request, "content.request")                                                                                      \
    X(Question, "content.question")                                                                                    \
    X(Commitment, "content.commitment")                                                                                \
    X(Meeting, "content.meeting")                                                                                      \
    X(Opportunity, "content.opportunity")                                                                              \
    X(Cancellation, "content.cancellation")                                                                            \
    X(Money, "content.money")                                                                                          \
    X(Deadline, "content.deadline")                                                                                    \
    X(DirectAsk, "content.direct_ask")                                                                                 \
    X(Short, "content.short")                                                                                          \
    X(Long, "content.long")                                                                                            \
    X(Document, "attachment.document")                                                                                 \
    X(Calendar, "attachment.calendar")                                                                                 \
    X(Night, "time.night")                                                                                             \
    X(Weekend, "time.weekend")

enum class Dense : unsigned {
#define KITH_DENSE_ENUM(id, name) id,
    KITH_DENSE_FEATURES(KITH_DENSE_ENUM)
#undef KITH_DENSE_ENUM
};

#define KITH_DENSE_ONE(id, name) +1
inline constexpr unsigned kDenseFeatures = 0 KITH_DENSE_FEATURES(KITH_DENSE_ONE);
#undef KITH_DENSE_ONE

}  // namespace kith::triage
