// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mbox_reader.h"

#include "core/base/text.h"
#include "core/intake/folder_names.h"
#include "core/intake/mail_lines.h"
#include "core/intake/mapped_file.h"
#include "core/intake/mbox_entry.h"
#include "core/intake/mbox_outline.h"

#include <algorithm>
#include <vector>

namespace kith::intake {

namespace {

using std::string_view;

enum class MboxWay { Forward, Backward, Dated, Reversed, Listed };

constexpr int kEarlyRows = 256;
constexpr std::size_t kLargestIndexed = std::size_t{4} << 30;

qint64 mboxFingerprint(string_view bytes) {
    const string_view head = bytes.substr(0, 4096);
    const string_view tail = bytes.substr(bytes.size() - head.size());
    QByteArray both(head.data(), static_cast<qsizetype>(head.size()));
    both.append(tail.data(), static_cast<qsizetype>(tail.size()));
    both.append(QByteArray::number(static_cast<qint64>(bytes.size())));
    return text::stableHash(both);
}

/// How far reading is: [low, high) is still to be read, in the given way.
struct MboxPlace {
    MboxWay way{MboxWay::Forward};
    int early{0};  ///< messages still to be handed out before the index is made
    bool earlyFromTail{true};
    std::size_t low{0};
    std::size_t high{0};
    std::size_t rank{0};  ///< in the index
    bool junkDone{false};
    qint64 read{0};

    QJsonObject toJson(qint64 print) const {
        const auto number = [](auto n) { return QString::number(static_cast<qint64>(n)); };
        return {{QStringLiteral("way"), static_cast<int>(way)},
                {QStringLiteral("early"), early},
                {QStringLiteral("tail"), earlyFromTail},
                {QStringLiteral("low"), number(low)},
                {QStringLiteral("high"), number(high)},
                {QStringLiteral("rank"), number(rank)},
                {QStringLiteral("junk"), junkDone},
                {QStringLiteral("read"), number(read)},
                {QStringLiteral("print"), number(print)}};
    }

    static MboxPlace fromJson(const QJsonObject& json, std::size_t size) {
        const auto number = [&](const char* key) { return json.value(QLatin1String(key)).toString().toLongLong(); };
        const auto place = [&](const char* key) {
            return static_cast<std::size_t>(std::clamp<qint64>(number(key), 0, static_cast<qint64>(size)));
        };
        return {static_cast<MboxWay>(std::clamp(json.value(QLatin1String("way")).toInt(), 0, 4)),
                std::clamp(json.value(QLatin1String("early")).toInt(), 0, kEarlyRows),
                json.value(QLatin1String("tail")).toBool(),
                place("low"),
                place("high"),
                place("rank"),
                json.value(QLatin1String("junk")).toBool(),
                number("read")};
    }
};

MboxPlace firstPlace(const MboxOutline& outline, std::size_t size, ReadingOrder order) {
    using Trend = MboxOutline::Trend;
    MboxPlace place;
    place.high = size;
    const bool asStored = order == ReadingOrder::AsStored || outline.trend == Trend::Falling;
    if (outline.lengthsHold) {
        place.way = asStored ? MboxWay::Listed : outline.trend == Trend::Rising ? MboxWay::Reversed : MboxWay::Dated;
    } else if (asStored) {
        place.way = MboxWay::Forward;
    } else if (outline.trend == Trend::Rising) {
        place.way = MboxWay::Backward;
    } else if (size >= kLargestIndexed) {
        place.way = outline.tailIsNewer ? MboxWay::Backward : MboxWay::Forward;
    } else {
        place.way = MboxWay::Dated;
        place.early = kEarlyRows;
        place.earlyFromTail = outline.tailIsNewer;
    }
    return place;
}

class MboxFileReader final : public MboxReader {
public:
    MboxFileReader(std::unique_ptr<MappedFile> file, const QString& path, const OpenOptions& options)
        : m_file(std::move(file))
        , m_all(m_file->bytes())
        , m_path(path)
        , m_limit(options.maxMessageBytes)
        , m_outline(outlineOf(m_all))
        , m_print(mboxFingerprint(m_all))
        , m_folder(folderOfMbox(path)) {
        m_place = firstPlace(m_outline, m_all.size(), options.order);
        if (!options.resumeFrom.isEmpty()) {
            m_place = MboxPlace::fromJson(options.resumeFrom, m_all.size());
        }
    }

    Result<ArchiveItem> next(std::stop_token stop) override {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, m_path, {}};
        }
        if (!m_file->stillWhole()) {
            return Error{ErrorKind::Conflict, m_path + QStringLiteral(" was made shorter while it was being read"),
                         QStringLiteral("Close the mail program that writes this file and import it again.")};
        }
        if (byIndex()) {
            if (Result<void> made = makeIndex(stop); !made) {
                return made.error();
            }
            return counted(nextByIndex());
        }
        const bool backward = m_place.early > 0 ? m_place.earlyFromTail : m_place.way == MboxWay::Backward;
        return counted(backward ? nextBackward() : nextForward());
    }

    QJsonObject position() const override { return m_place.toJson(m_print); }

    Progress progress() const override {
        Progress progress = m_progress;
        progress.bytesRead = m_place.read;
        progress.bytesTotal = static_cast<qint64>(m_all.size());
        return progress;
    }

    QString kindName() const override { return QStringLiteral("mbox"); }
    MboxVariant variant() const override { return m_outline.variant; }
    qint64 fingerprint() const { return m_print; }

private:
    bool byIndex() const {
        return m_place.early == 0 && m_place.way != MboxWay::Forward && m_place.way != MboxWay::Backward;
    }

    ArchiveItem counted(ArchiveItem item) {
        m_progress.messages += std::holds_alternative<RawMessage>(item);
        m_progress.rejects += std::holds_alternative<Reject>(item);
        return item;
    }

    ArchiveItem nextForward() {
        if (!m_place.junkDone && m_place.low == 0) {
            m_place.junkDone = true;
            m_place.low = std::min(nextEntry(m_all, 0), m_all.size());
            if (auto junk = junkBefore(m_place.low)) {
                return *junk;
            }
        }
        if (m_place.low >= m_place.high) {
            return finished();
        }
        const std::size_t start = m_place.low;
        m_place.low = std::min(nextEntry(m_all, start + 1), m_place.high);
        countDownEarly();
        return entry(start, m_place.low, false);
    }

    ArchiveItem nextBackward() {
        const std::size_t end = m_place.high;
        const std::size_t start = previousEntry(m_all, end, m_place.low);
        if (start == string_view::npos) {
            m_place.high = m_place.low;
            return finished(end);
        }
        m_place.high = start;
        countDownEarly();
        return entry(start, end, false);
    }

    /// At most once the bytes before the first entry; then the end.
    ArchiveItem finished(std::size_t junkEnd = 0) {
        m_place.early = 0;
        if (!m_place.junkDone) {
            m_place.junkDone = true;
            if (auto junk = junkBefore(junkEnd)) {
                return *junk;
            }
        }
        m_place.read = static_cast<qint64>(m_all.size());
        return EndOfArchive{};
    }

    void countDownEarly() { m_place.early = std::max(0, m_place.early - 1); }

    std::optional<ArchiveItem> junkBefore(std::size_t end) {
        const string_view junk = m_all.substr(0, end);
        m_place.read += static_cast<qint64>(end);
        if (junk.find_first_not_of("\r\n\t \xEF\xBB\xBF") == string_view::npos) {
            return {};
        }
        return Reject{m_path, 0, QStringLiteral("%1 bytes before the first message").arg(end)};
    }

    ArchiveItem nextByIndex() {
        if (m_place.rank >= m_index.size()) {
            return finished(m_junkEnd);
        }
        const MboxIndexEntry& at = m_index[m_place.rank++];
        const auto start = static_cast<std::size_t>(at.offset);
        const bool lengths = m_outline.lengthsHold;
        return entry(start, std::min(entryEnd(m_all, start, lengths), m_place.high), lengths);
    }

    Result<void> makeIndex(const std::stop_token& stop) {
        if (m_indexed) {
            return {};
        }
        m_index.clear();
        std::size_t start = std::min(nextEntry(m_all, m_place.low), m_place.high);
        m_junkEnd = m_place.low == 0 ? start : 0;
        while (start < m_place.high) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, m_path, {}};
            }
            const std::size_t end = std::min(entryEnd(m_all, start, m_outline.lengthsHold), m_place.high);
            const string_view whole = m_all.substr(start, end - start);
            m_index.push_back({static_cast<qint64>(start), m_place.way == MboxWay::Dated ? entryDate(whole) : 0});
            lookForBareFrom(whole);
            giveBack(end - start);
            start = end;
        }
        sortIndex();
        m_indexed = true;
        return {};
    }

    /// Keeps the memory constant: what was read long ago goes back to the system.
    void giveBack(std::size_t count) {
        m_held += count;
        if (m_held > (16 << 20)) {
            m_held = 0;
            m_file->release(0, m_all.size());
        }
    }

    void lookForBareFrom(string_view whole) {
        if (m_outline.variant == MboxVariant::Mboxcl && m_bareBudget > 0 && lengthTarget(whole, 0) <= whole.size()) {
            m_bareBudget -= static_cast<qint64>(whole.size());
            m_outline.variant = hasBareFromLine(whole) ? MboxVariant::Mboxcl2 : MboxVariant::Mboxcl;
        }
    }

    void sortIndex() {
        if (m_place.way == MboxWay::Dated) {
            std::ranges::sort(m_index, [](const MboxIndexEntry& a, const MboxIndexEntry& b) {
                return a.date != b.date ? a.date > b.date : a.offset > b.offset;
            });
        } else if (m_place.way == MboxWay::Reversed) {
            std::ranges::reverse(m_index);
        }
    }

    ArchiveItem entry(std::size_t start, std::size_t end, bool lengths) {
        const string_view whole = m_all.substr(start, end - start);
        m_place.read += static_cast<qint64>(whole.size());
        giveBack(whole.size());
        return mboxItem({whole, static_cast<qint64>(start), lengths, m_outline.variant == MboxVariant::Mboxcl2},
                        {m_path, m_folder, m_limit});
    }

    std::unique_ptr<MappedFile> m_file;
    string_view m_all;
    QString m_path;
    qint64 m_limit;
    MboxOutline m_outline;
    qint64 m_print;
    QString m_folder;
    MboxPlace m_place;
    Progress m_progress;
    std::vector<MboxIndexEntry> m_index;
    std::size_t m_junkEnd{0};
    std::size_t m_held{0};
    qint64 m_bareBudget{64 << 20};
    bool m_indexed{false};
};

}  // namespace

Result<std::unique_ptr<MboxReader>> MboxReader::openMbox(const QString& path, const OpenOptions& options) {
    auto file = MappedFile::open(path);
    if (!file) {
        return file.error();
    }
    if ((*file)->bytes().empty()) {
        return Error{ErrorKind::Malformed, path + QStringLiteral(" is empty"), {}};
    }
    auto reader = std::make_unique<MboxFileReader>(std::move(*file), path, options);
    const QJsonValue print = options.resumeFrom.value(QLatin1String("print"));
    if (!options.resumeFrom.isEmpty() && print.toString() != QString::number(reader->fingerprint())) {
        return Error{ErrorKind::Conflict, path + QStringLiteral(" has changed since its import was interrupted"),
                     QStringLiteral("Import the file again from its start; nothing is taken in twice.")};
    }
    return std::unique_ptr<MboxReader>(std::move(reader));
}

}  // namespace kith::intake
