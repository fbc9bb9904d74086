// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/feedback_file.h"

#include "core/service/feedback_service.h"
#include "core/service/preferences_book.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace kith::service {

namespace {

constexpr std::array<const char*, 4> kScopeWords{"message", "sender", "domain", "similar"};
constexpr auto kEntryKeys = {"msg_id",
                             "subject",
                             "assigned_priority",
                             "suggested_priority",
                             "feedback_comments",
                             "add_to_topics",
                             "add_to_source",
                             "timestamp",
                             "scope"};
constexpr int kEntryPage = 500;

Error badEntry(const QString& reason) {
    return {ErrorKind::Malformed, reason, {}};
}

/// An entry as it stands in the file; the message is still to be found.
struct FileEntry {
    QString messageId;
    Feedback feedback;
    bool said{false};  ///< it names what the priority should be
    bool dated{false};
};

Result<QString> textOf(const QJsonObject& json, const char* key) {
    const QJsonValue value = json.value(QLatin1String(key));
    if (!value.isString() && !value.isNull() && !value.isUndefined()) {
        return badEntry(QStringLiteral("%1 is not a text").arg(QLatin1String(key)));
    }
    return value.toString();
}

Result<std::optional<Priority>> entryPriority(const QJsonObject& json, const char* key) {
    const QJsonValue value = json.value(QLatin1String(key));
    if (value.isNull() || value.isUndefined()) {
        return std::optional<Priority>{};
    }
    const int number = value.toInt(-1);
    if (!value.isDouble() || number < 0 || number > 4 || number != value.toDouble()) {
        return badEntry(QStringLiteral("%1 is not a whole number from 0 to 4").arg(QLatin1String(key)));
    }
    return std::optional(static_cast<Priority>(number));
}

/// A list of words, one text, or nothing.
Result<QString> topicsOf(const QJsonValue& value) {
    if (value.isString() || value.isNull() || value.isUndefined()) {
        return value.toString();
    }
    if (!value.isArray()) {
        return badEntry(QStringLiteral("add_to_topics is not a list of words"));
    }
    QStringList topics;
    for (const QJsonValue& topic : value.toArray()) {
        if (!topic.isString()) {
            return badEntry(QStringLiteral("add_to_topics is not a list of words"));
        }
        topics << topic.toString();
    }
    return topics.join(QStringLiteral(", "));
}

/// Seconds since 1970, or RFC 3339.
Result<std::optional<Millis>> timeOf(const QJsonValue& value) {
    if (value.isNull() || value.isUndefined()) {
        return std::optional<Millis>{};
    }
    const QDateTime at = value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODateWithMs) : QDateTime();
    if (value.isDouble() && value.toDouble() >= 0 && value.toDouble() < 1e11) {
        return std::optional(Millis{static_cast<qint64>(value.toDouble() * 1000)});
    }
    return at.isValid() ? Result<std::optional<Millis>>(std::optional(Millis{at.toMSecsSinceEpoch()}))
                        : Result<std::optional<Millis>>(badEntry(QStringLiteral("timestamp is not a time")));
}

Result<FeedbackScope> scopeOf(const QJsonValue& value) {
    if (value.isNull() || value.isUndefined()) {
        return FeedbackScope::Message;
    }
    for (size_t i = 0; i < kScopeWords.size(); ++i) {
        if (value.toString() == QLatin1String(kScopeWords[i])) {
            return static_cast<FeedbackScope>(i);
        }
    }
    return badEntry(QStringLiteral("scope is none of message, sender, domain, similar"));
}

Result<void> onlyKnownKeys(const QJsonObject& json) {
    for (const QString& key : json.keys()) {
        const auto is = [&key](const char* known) { return key == QLatin1String(known); };
        if (std::none_of(kEntryKeys.begin(), kEntryKeys.end(), is)) {
            return badEntry(QStringLiteral("unknown key %1").arg(key));
        }
    }
    return {};
}

Result<FileEntry> readEntry(const QJsonValue& value) {
    if (!value.isObject()) {
        return badEntry(QStringLiteral("not an object"));
    }
    const QJsonObject json = value.toObject();
    const auto known = onlyKnownKeys(json);
    const auto id = textOf(json, "msg_id");
    const auto comment = textOf(json, "feedback_comments");
    const auto source = textOf(json, "add_to_source");
    const auto topics = topicsOf(json.value(QStringLiteral("add_to_topics")));
    const auto decided = entryPriority(json, "assigned_priority");
    const auto wanted = entryPriority(json, "suggested_priority");
    const auto at = timeOf(json.value(QStringLiteral("timestamp")));
    const auto scope = scopeOf(json.value(QStringLiteral("scope")));
    for (const Error* error :
         {known ? nullptr : &known.error(), id ? nullptr : &id.error(), comment ? nullptr : &comment.error(),
          source ? nullptr : &source.error(), topics ? nullptr : &topics.error(), decided ? nullptr : &decided.error(),
          wanted ? nullptr : &wanted.error(), at ? nullptr : &at.error(), scope ? nullptr : &scope.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    if (id->isEmpty() || !*decided) {
        return badEntry(id->isEmpty() ? QStringLiteral("msg_id is missing")
                                      : QStringLiteral("assigned_priority is missing"));
    }
    FileEntry entry{*id, {}, wanted->has_value(), at->has_value()};
    entry.feedback.suggested = **decided;
    entry.feedback.assigned = wanted->value_or(**decided);
    if (!entry.said && comment->contains(QStringLiteral("unsubscribe"), Qt::CaseInsensitive)) {
        entry.said = true;  // who wants out of a list does not want to see it on top
        entry.feedback.assigned = std::min(**decided, Priority::Medium);
    }
    entry.feedback.scope = *scope;
    entry.feedback.comment = *comment;
    entry.feedback.addToTopics = *topics;
    entry.feedback.addToSource = *source;
    entry.feedback.at = at->value_or(Millis{0});
    entry.feedback.origin = FeedbackOrigin::Imported;
    return entry;
}

Result<std::optional<Message>> messageOf(Cellar& cellar, QString id) {
    if (id.startsWith(QLatin1Char('<')) && id.endsWith(QLatin1Char('>'))) {
        id = id.mid(1, id.size() - 2);
    }
    const auto named = cellar.messages.withMessageId(id);
    if (!named) {
        return named.error();
    }
    const MessageId found = named->empty() ? MessageId{id.toLongLong()} : named->front();
    return found.value > 0 ? cellar.messages.message(found) : Result<std::optional<Message>>(std::optional<Message>{});
}

Result<bool> standsAlready(Cellar& cellar, const FileEntry& entry) {
    const auto given = cellar.triage.feedbackOn(entry.feedback.message);
    if (!given) {
        return given.error();
    }
    return std::any_of(given->begin(), given->end(), [&entry](const Feedback& one) {
        const bool sameTime = !entry.dated || std::chrono::abs(one.at - entry.feedback.at) < std::chrono::seconds(1);
        return sameTime && one.assigned == entry.feedback.assigned && one.scope == entry.feedback.scope &&
               one.comment == entry.feedback.comment;
    });
}

class FeedbackReader {
public:
    FeedbackReader(Cellar& cellar, storage::ChangeWriter& change, Millis now)
        : m_cellar(cellar)
        , m_change(change)
        , m_now(now) {}

    Result<void> take(const QJsonValue& value) {
        ++report.seen;
        auto entry = readEntry(value);
        if (!entry) {
            ++report.rejected;
            report.rejects.push_back({report.seen, entry.error().detail});
            return {};
        }
        if (!entry->said) {
            ++report.open;
            return {};
        }
        const auto message = messageOf(m_cellar, entry->messageId);
        if (!message) {
            return message.error();
        }
        if (!*message) {
            ++report.unknown;
            report.rejects.push_back({report.seen, QStringLiteral("no message %1 here").arg(entry->messageId)});
            return {};
        }
        return store(std::move(*entry), **message);
    }

    FeedbackImport report;
    std::vector<MessageId> touched;

private:
    Result<void> store(FileEntry entry, const Message& message) {
        entry.feedback.message = message.id;
        const auto known = standsAlready(m_cellar, entry);
        if (!known || *known) {
            report.duplicate += known ? 1 : 0;
            return known ? Result<void>() : Result<void>(known.error());
        }
        entry.feedback.at = entry.dated ? entry.feedback.at : m_now;
        if (const auto added = m_cellar.triage.addFeedback(m_change, entry.feedback); !added) {
            return added.error();
        }
        ++report.added;
        touched.push_back(message.id);
        return widen(entry.feedback, message);
    }

    /// A word about a sender or a domain is a rule.
    Result<void> widen(const Feedback& feedback, const Message& message) {
        if (feedback.scope != FeedbackScope::Sender && feedback.scope != FeedbackScope::Domain) {
            return {};
        }
        auto preferences = loadPreferences(m_cellar);
        if (!preferences) {
            return preferences.error();
        }
        setSenderRule(*preferences, message, feedback.scope, feedback.assigned);
        savePreferences(m_change, m_cellar, std::move(*preferences));
        return {};
    }

    Cellar& m_cellar;
    storage::ChangeWriter& m_change;
    Millis m_now;
};

Result<QJsonArray> entriesOf(const QByteArray& file) {
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(file, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("not JSON at byte %1: %2").arg(problem.offset).arg(problem.errorString()),
                     {}};
    }
    if (!document.isArray()) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("feedback.json is a list of entries, this is not a list"), {}};
    }
    return document.array();
}

}  // namespace

QString scopeWord(FeedbackScope scope) {
    return QLatin1String(kScopeWords[static_cast<size_t>(scope)]);
}

Result<FeedbackImport> importFeedback(Cellar& cellar, TriageService& service, Clock& clock, const QByteArray& file) {
    const auto entries = entriesOf(file);
    if (!entries) {
        return entries.error();
    }
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("feedback.imported"),
                                                    QStringLiteral("user"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Import feedback"),
                                                    {},
                                                    true});
    FeedbackReader reader(cellar, change, clock.now());
    for (const QJsonValue& entry : *entries) {
        if (const auto taken = reader.take(entry); !taken) {
            return taken.error();
        }
    }
    if (reader.report.added == 0) {
        return reader.report;
    }
    if (const auto taught = service.loadMarks(); !taught) {
        return taught.error();
    }
    const auto ids = withNewest(cellar, reader.touched);
    const auto scored = ids ? service.scoreInto(change, *ids) : Result<TriageReport>(ids.error());
    if (!scored) {
        return scored.error();
    }
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    reader.report.change = *done;
    reader.report.rescored = scored->scored;
    return reader.report;
}

QJsonObject feedbackJson(const Feedback& entry, const Message& message) {
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonValue topics;
    if (!entry.addToTopics.isEmpty()) {
        QJsonArray words;
        for (const QString& word : entry.addToTopics.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            words.append(word.trimmed());
        }
        topics = words;
    }
    return {{QStringLiteral("msg_id"),
             message.rfc822MessageId.isEmpty() ? QString::number(message.id.value) : message.rfc822MessageId},
            {QStringLiteral("subject"), message.subject},
            {QStringLiteral("assigned_priority"), static_cast<int>(entry.suggested)},
            {QStringLiteral("suggested_priority"), static_cast<int>(entry.assigned)},
            {QStringLiteral("feedback_comments"), entry.comment},
            {QStringLiteral("add_to_topics"), topics},
            {QStringLiteral("add_to_source"), orNull(entry.addToSource)},
            {QStringLiteral("timestamp"), static_cast<double>(entry.at.count()) / 1000.0},
            {QStringLiteral("scope"), scopeWord(entry.scope)}};
}

Result<QJsonArray> exportFeedback(Cellar& cellar) {
    std::vector<QJsonObject> newestFirst;
    for (FeedbackId before{};;) {
        const auto page = cellar.triage.feedback(before, kEntryPage);
        if (!page) {
            return page.error();
        }
        for (const Feedback& entry : *page) {
            const auto message = cellar.messages.message(entry.message);
            if (!message) {
                return message.error();
            }
            if (*message) {
                newestFirst.push_back(feedbackJson(entry, **message));
            }
        }
        if (page->size() < static_cast<size_t>(kEntryPage)) {
            break;
        }
        before = page->back().id;
    }
    QJsonArray entries;
    for (auto it = newestFirst.rbegin(); it != newestFirst.rend(); ++it) {
        entries.append(*it);
    }
    return entries;
}

}  // namespace kith::service
