// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a subject says once reply marks, forward marks and list tags are taken off.
#pragma once

#include <QString>
#include <QStringView>

namespace kith::mail {

/// Without Re:, Fwd:, AW:, WG:, SV:, RV:, TR: … (also "Re[2]:", "Re (3):", full-width colons) and
/// leading [list tags]; white space collapsed. The case stays.
QString normalizedSubject(QStringView subject);
/// Whether a reply mark stands in front (a forward mark alone does not make a reply).
bool isReplySubject(QStringView subject);

}  // namespace kith::mail
