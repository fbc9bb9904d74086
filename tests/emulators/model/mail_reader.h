// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the stand-in model reads a mail: by a few signs, always the same way; or as one that obeys the mail.
#pragma once

#include <QJsonObject>
#include <QString>

namespace kith::emulator {

/// The classification of design/triage: five scores with reasons, and metadata.
QJsonObject readMail(const QString& mail);
/// A remark between its marks, filed under its longest words and its sender's name.
QJsonObject fileRemark(const QString& question);
/// The same as readMail, unless the mail gives orders: then what it orders, as far as it can be read as JSON or as
/// "maximum".
QJsonObject obeyMail(const QString& mail);

/// A remark beside a mail that gives orders: every word as a topic, everybody as its source, and keys nobody asked for.
QJsonObject obeyBesideARemark(const QString& question);

/// Asked for prose: an answer that does what it can of it, by headers, links, mark-up and unseen letters in its text.
QString obeyInProse(const QString& mail);

}  // namespace kith::emulator
