// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The written attacks of attacks.txt as letters, and each as it would be without its words.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace kith::attacks {

struct Attack {
    int number{0};    ///< from 1, in the order of the file
    QString carrier;  ///< how the words are brought in: visible, white, comment, file-name, base64 …
    QString language;
    QString words;
};

/// Every line of tests/attacks/attacks.txt.
std::vector<Attack> writtenAttacks();

/// RFC 5322 bytes of the letter that carries it. An unknown carrier aborts the test: the table is the only list.
QByteArray letterWith(const Attack& attack);
/// The same letter with nothing in that place.
QByteArray letterWithout(const Attack& attack);

/// Message-ID of both, without brackets.
QString idOf(const Attack& attack);

/// Eyes and Kith must not see the words of such a carrier in the text.
bool isHidden(const QString& carrier);

}  // namespace kith::attacks
