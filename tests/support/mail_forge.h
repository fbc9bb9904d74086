// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented mail for tests: one letter after the other, written as an mbox.
#pragma once

#include <QByteArray>
#include <QString>

namespace kith::testing {

/// aLetter().from("Ana <ana@x.example>").subject("…") — readable test mail; unnamed fields have sensible values.
class LetterForge {
public:
    LetterForge& from(const char* who) {
        m_from = who;
        return *this;
    }
    LetterForge& to(const char* who) {
        m_to = who;
        return *this;
    }
    LetterForge& subject(const QByteArray& text) {
        m_subject = text;
        return *this;
    }
    LetterForge& id(const QByteArray& text) {
        m_id = text;
        return *this;
    }
    LetterForge& answers(const QByteArray& text) {
        m_answers = text;
        return *this;
    }
    LetterForge& day(int dayOfMay, int hour = 10) {
        m_day = dayOfMay;
        m_hour = hour;
        return *this;
    }
    LetterForge& labels(const char* words) {
        m_labels = words;
        return *this;
    }
    LetterForge& header(const QByteArray& line) {
        m_extra += line + "\n";
        return *this;
    }
    LetterForge& body(const QByteArray& text) {
        m_body = text;
        return *this;
    }
    QByteArray eml() const;
    QByteArray mbox() const;

private:
    QByteArray m_from{"Ana Ruiz <ana@caldervoss.example>"};
    QByteArray m_to{"Mara Lindqvist <mara@fjordlight.example>"};
    QByteArray m_subject{"Hello"};
    QByteArray m_id{"a@caldervoss.example"};
    QByteArray m_answers;
    QByteArray m_labels{"Inbox,Unread"};
    QByteArray m_extra;
    QByteArray m_body{"Hi Mara,\n\ncould you send the data sheet?\n\nBest,\nAna\n"};
    int m_day{1};
    int m_hour{10};
};

inline LetterForge aLetter() {
    return {};
}

/// A mailbox of some weeks: customers whom Mara answers within the hour, a weekly newsletter that she never reads.
QByteArray aMailbox(int weeks);

}  // namespace kith::testing
