// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Messages on their way from the server: fetched in batches on one thread, prepared on others, handed out in order.
#pragma once

#include "core/base/ordered_pipeline.h"
#include "core/mail/remote_mailbox.h"
#include "core/service/prepared_letter.h"

#include <QSet>

#include <atomic>
#include <functional>
#include <memory>
#include <variant>

namespace kith::service {

struct ArrivedLetter {
    mail::RemoteMessage remote;  ///< without its bytes: they are in prepared
    PreparedLetter prepared;
};
struct GoneLetter {
    QString id;
};
struct FailedLetter {
    QString id;
    Error error;
};
/// Somebody carried a label that nobody knew: the server's labels, asked for once more.
struct ListedLabels {
    std::vector<mail::RemoteLabel> labels;
};

struct LetterItem {
    std::variant<ArrivedLetter, GoneLetter, FailedLetter, ListedLabels, Error> what;
    bool endsBatch{false};
};

class LetterStream {
public:
    struct Parts {
        mail::RemoteMailbox& mailbox;
        std::function<PreparedLetter(intake::RawMessage)> prepare;
        std::vector<mail::RemoteRef> refs;
        QSet<QString> knownLabels;
        int workers{2};  ///< 0: everything inside next()
    };
    LetterStream(Parts parts, std::stop_token stop);
    ~LetterStream();
    LetterStream(const LetterStream&) = delete;
    LetterStream& operator=(const LetterStream&) = delete;

    /// Nothing: the end. After an Error comes nothing more.
    std::optional<LetterItem> next();
    /// Nothing more is fetched; what is under way still comes.
    void endSoon() { m_endSoon = true; }

private:
    std::optional<LetterItem> read();
    void fetchBatch();
    void learnLabels(const mail::RemoteFetch& fetched);
    LetterItem prepared(LetterItem&& item) const;

    Parts m_parts;
    std::stop_token m_stop;
    std::atomic_bool m_endSoon{false};
    size_t m_asked{0};
    std::vector<LetterItem> m_batch;
    size_t m_given{0};
    bool m_labelsAsked{false};
    bool m_over{false};
    std::unique_ptr<OrderedPipeline<LetterItem, LetterItem>> m_pipeline;  // last: its threads use the rest
};

}  // namespace kith::service
