// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// HTML mail becomes HTML that is safe to show: an allow-list, no scripts, no remote loading, nothing hidden unsaid.
#pragma once

#include <QString>
#include <QStringList>

namespace kith::mail {

enum class RemoteImages { Hold, Show };

struct SafeHtml {
    QString html;              ///< sanitising it again gives it again
    QStringList remoteImages;  ///< http(s) addresses that were not loaded; the window may offer "show once"
    int trackingPixels{0};     ///< remote images that nobody could see
    int blocked{0};            ///< elements, attributes and style declarations left out as unsafe
    QString hiddenText;        ///< text a reader would not see: invisible elements, zero-width, comments
};

/// With RemoteImages::Show the images keep their http(s) source, tracking pixels still go.
SafeHtml sanitizeHtml(const QString& html, RemoteImages remote = RemoteImages::Hold);

/// SafeHtml::hiddenText alone, in one pass.
QString hiddenTextOf(const QString& html);

}  // namespace kith::mail
