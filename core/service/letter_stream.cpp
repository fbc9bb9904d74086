// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/letter_stream.h"

#include "core/storage/message_writer.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr size_t kMostBytesUnderWay = 24u << 20;

size_t letterWeight(const LetterItem& item) {
    const auto* arrived = std::get_if<ArrivedLetter>(&item.what);
    return arrived == nullptr ? 256 : size_t(arrived->prepared.raw.bytes.size()) + 2048;
}

}  // namespace

LetterStream::LetterStream(Parts parts, std::stop_token stop)
    : m_parts(std::move(parts))
    , m_stop(std::move(stop)) {
    if (m_parts.workers <= 0) {
        return;
    }
    using Pipeline = OrderedPipeline<LetterItem, LetterItem>;
    m_pipeline = std::make_unique<Pipeline>(Pipeline::Stages{
        .read = [this] { return read(); },
        .work = [this](LetterItem&& item) { return prepared(std::move(item)); },
        .weight = letterWeight,
        .maxWeight = kMostBytesUnderWay,
        .workers = m_parts.workers,
    });
}

LetterStream::~LetterStream() {
    m_endSoon = true;
}

std::optional<LetterItem> LetterStream::next() {
    if (m_pipeline) {
        return m_pipeline->next();
    }
    std::optional<LetterItem> item = read();
    return item ? std::optional(prepared(std::move(*item))) : std::nullopt;
}

std::optional<LetterItem> LetterStream::read() {
    if (m_given >= m_batch.size()) {
        fetchBatch();
    }
    return m_given < m_batch.size() ? std::optional(std::move(m_batch[m_given++])) : std::nullopt;
}

void LetterStream::fetchBatch() {
    m_batch.clear();
    m_given = 0;
    if (m_over || m_endSoon || m_asked >= m_parts.refs.size()) {
        return;
    }
    const size_t count = std::min(size_t(std::max(1, m_parts.mailbox.fetchSize())), m_parts.refs.size() - m_asked);
    auto fetched = m_parts.mailbox.fetch(std::span(m_parts.refs).subspan(m_asked, count), m_stop);
    m_asked += count;
    if (!fetched) {
        m_over = true;
        m_batch.push_back({fetched.error(), true});
        return;
    }
    learnLabels(*fetched);
    for (mail::RemoteMessage& message : fetched->found) {
        ArrivedLetter letter;
        letter.prepared.raw.bytes = std::exchange(message.raw, {});
        letter.remote = std::move(message);
        m_batch.push_back({std::move(letter), false});
    }
    for (const QString& id : fetched->gone) {
        m_batch.push_back({GoneLetter{id}, false});
    }
    for (const mail::RemoteFetch::Failure& failure : fetched->failed) {
        m_batch.push_back({FailedLetter{failure.id, failure.error}, false});
    }
    if (m_batch.empty()) {
        m_over = true;
        m_batch.push_back({Error{ErrorKind::Malformed, QStringLiteral("a fetch brought nothing"), {}}, false});
    }
    m_batch.back().endsBatch = true;
}

void LetterStream::learnLabels(const mail::RemoteFetch& fetched) {
    const auto unknown = [&](const QString& id) {
        return !m_parts.knownLabels.contains(id) && !storage::isSystemLabel(id);
    };
    const bool any = std::ranges::any_of(fetched.found, [&](const mail::RemoteMessage& message) {
        return std::ranges::any_of(message.labelIds, unknown);
    });
    if (!any || m_labelsAsked) {
        return;
    }
    auto listed = m_parts.mailbox.labels(m_stop);
    if (listed) {  // where it fails the labels stay unnamed until the next look
        m_labelsAsked = true;
        for (const mail::RemoteLabel& label : *listed) {
            m_parts.knownLabels.insert(label.id);
        }
        m_batch.push_back({ListedLabels{std::move(*listed)}, false});
    }
}

LetterItem LetterStream::prepared(LetterItem&& item) const {
    if (auto* arrived = std::get_if<ArrivedLetter>(&item.what)) {
        intake::RawMessage raw = std::move(arrived->prepared.raw);
        raw.fileDate = arrived->remote.internalDate;
        arrived->prepared = m_parts.prepare(std::move(raw));
    }
    return std::move(item);
}

}  // namespace kith::service
