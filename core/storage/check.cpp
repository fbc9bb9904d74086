// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/maintenance.h"

#include "core/storage/event_log.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

class CheckUp {
public:
    explicit CheckUp(Database& database)
        : m_database(database) {}

    Result<void> integrity() {
        if (!m_database.isSqlite()) {
            return {};  // the server keeps its own pages
        }
        const auto lines =
            allRows(m_database.query("PRAGMA integrity_check(20)"), [](const Statement& row) { return row.text(0); });
        if (!lines) {
            return damage(lines.error(), m_report.integrity);
        }
        for (const QString& line : *lines) {
            if (line != QLatin1String("ok")) {
                note(m_report.integrity, line);
            }
        }
        return {};
    }

    Result<void> foreignKeys() {
        if (!m_database.isSqlite()) {
            return {};  // enforced by the server, never off
        }
        const auto lines = allRows(m_database.query("PRAGMA foreign_key_check"), [](const Statement& row) {
            return QStringLiteral("a row of %1 points to a missing row of %2").arg(row.text(0), row.text(2));
        });
        if (!lines) {
            return damage(lines.error(), m_report.foreignKeys);
        }
        for (const QString& line : *lines) {
            note(m_report.foreignKeys, line);
        }
        return {};
    }

    Result<void> journal() {
        const auto chain = EventLog(m_database).verify();
        if (!chain) {
            return damage(chain.error(), m_report.journal);
        }
        if (!chain->intact) {
            note(m_report.journal, QStringLiteral("the event log was altered at event %1").arg(chain->firstBad->value));
        }
        return none(m_report.journal,
                    "SELECT count(*) FROM changes c WHERE c.row_count <> (SELECT count(*) FROM change_rows r "
                    "WHERE r.change_id = c.id)",
                    "%1 changes lack rows of their inverse");
    }

    Result<void> searchIndex() {
        if (m_database.isSqlite()) {
            const auto sound =
                m_database.script("INSERT INTO message_search (message_search) VALUES ('integrity-check')");
            if (!sound && !m_database.isReadOnly()) {
                note(m_report.searchIndex, QStringLiteral("the search index is damaged: ") + sound.error().detail);
            }
        }
        const char* indexed = m_database.isSqlite() ? "message_search_docsize" : "message_search";
        const QByteArray key = m_database.isSqlite() ? "id" : "message_id";
        const QByteArray missing = QByteArray("SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM ") +
                                   indexed + " s WHERE s." + key + " = m.id)";
        const QByteArray extra = QByteArray("SELECT count(*) FROM ") + indexed +
                                 " s WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = s." + key + ")";
        const auto first = none(m_report.searchIndex, missing, "%1 messages are missing in the search index");
        return first ? none(m_report.searchIndex, extra, "%1 entries of the search index have no message") : first;
    }

    Result<void> completeness() {
        const std::pair<const char*, const char*> questions[] = {
            {"SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM message_text t WHERE t.message_id = "
             "m.id)",
             "%1 messages have no text"},
            {"SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM message_source s WHERE s.message_id = "
             "m.id)",
             "%1 messages have no source"},
            {"SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM threads t WHERE t.id = m.thread_id)",
             "%1 messages have no thread"},
            {"SELECT count(*) FROM threads t WHERE t.message_count <> (SELECT count(*) FROM messages m WHERE "
             "m.thread_id = t.id)",
             "%1 threads count their messages wrongly"},
            {"SELECT count(*) FROM imports WHERE seen <> added + duplicate + rejected",
             "%1 imports have counts that do not add up"}};
        for (const auto& [sql, sentence] : questions) {
            if (const auto asked = none(m_report.completeness, QByteArray(sql), sentence); !asked) {
                return asked;
            }
        }
        return {};
    }

    CheckReport report() { return std::move(m_report); }

private:
    void note(bool& part, const QString& sentence) {
        part = false;
        m_report.problems << sentence;
    }
    /// A damaged page ends a question, not the check-up.
    Result<void> damage(const Error& error, bool& part) {
        if (error.kind != ErrorKind::Damaged) {
            return error;
        }
        note(part, error.detail);
        return {};
    }
    Result<void> none(bool& part, const QByteArray& sql, const char* sentence) {
        const auto count = m_database.number(sql);
        if (!count) {
            return damage(count.error(), part);
        }
        if (count->value_or(0) > 0) {
            note(part, QString::fromLatin1(sentence).arg(**count));
        }
        return {};
    }

    Database& m_database;
    CheckReport m_report;
};

}  // namespace

Result<CheckReport> check(Database& database, const Progress& progress) {
    CheckUp checkUp(database);
    Result<void> (CheckUp::*const parts[])() = {&CheckUp::integrity, &CheckUp::foreignKeys, &CheckUp::journal,
                                                &CheckUp::searchIndex, &CheckUp::completeness};
    qint64 finished = 0;
    for (const auto part : parts) {
        if (const auto asked = (checkUp.*part)(); !asked) {
            return asked.error();
        }
        if (progress && !progress(++finished, std::ssize(parts))) {
            return Error{ErrorKind::Cancelled, QStringLiteral("the check was stopped"), {}};
        }
    }
    return checkUp.report();
}

}  // namespace kith::storage
