// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_pipeline.h"

#include <algorithm>
#include <thread>

namespace kith::service {

namespace {

constexpr size_t kMaxBytesUnderWay = 24u << 20;

/// The place rides along with every item: a batch ends anywhere, and a resumed import must see each message once.
std::optional<ReadItem> readItem(intake::MailArchive& archive, std::stop_token stop) {
    Result<intake::ArchiveItem> item = archive.next(stop);
    if (!item) {
        if (item.error().kind == ErrorKind::Cancelled) {
            return std::nullopt;
        }
        return ReadItem{item.error(), archive.position(), archive.progress()};
    }
    if (std::holds_alternative<intake::EndOfArchive>(*item)) {
        return std::nullopt;
    }
    ReadItem read;
    read.position = archive.position();
    read.progress = archive.progress();
    if (auto* raw = std::get_if<intake::RawMessage>(&*item)) {
        read.what = std::move(*raw);
    } else {
        read.what = std::get<intake::Reject>(std::move(*item));
    }
    return read;
}

PreparedItem prepareItem(ReadItem&& read) {
    PreparedItem item;
    item.position = std::move(read.position);
    item.progress = read.progress;
    if (auto* raw = std::get_if<intake::RawMessage>(&read.what)) {
        item.what = prepare(std::move(*raw));
    } else if (auto* reject = std::get_if<intake::Reject>(&read.what)) {
        item.what = std::move(*reject);
    } else {
        item.what = std::get<Error>(std::move(read.what));
    }
    return item;
}

size_t weightOf(const ReadItem& item) {
    const auto* raw = std::get_if<intake::RawMessage>(&item.what);
    return raw == nullptr ? 256 : static_cast<size_t>(raw->bytes.size()) + 2048;
}

}  // namespace

std::unique_ptr<MailPipeline> mailPipeline(intake::MailArchive& archive, std::stop_token stop) {
    return std::make_unique<MailPipeline>(MailPipeline::Stages{
        .read = [&archive, stop] { return readItem(archive, stop); },
        .work = prepareItem,
        .weight = weightOf,
        .maxWeight = kMaxBytesUnderWay,
        .workers = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 4u)),
    });
}

}  // namespace kith::service
