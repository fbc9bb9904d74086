// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/import_words.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace kith::ui {

namespace {

QString remainingTime(const service::ImportProgress& progress) {
    const qint64 elapsed = progress.elapsed.count();
    if (elapsed < 1000 || progress.bytesRead <= 0 || progress.bytesTotal <= progress.bytesRead) {
        return {};
    }
    const double perByte = static_cast<double>(elapsed) / static_cast<double>(progress.bytesRead);
    const auto seconds =
        static_cast<int>(perByte * static_cast<double>(progress.bytesTotal - progress.bytesRead) / 1000.0);
    return ImportWords::timeLeft(std::chrono::seconds(seconds));
}

}  // namespace

QString ImportWords::timeLeft(std::chrono::seconds left) {
    const int seconds = static_cast<int>(std::clamp<qint64>(left.count(), 0, std::numeric_limits<int>::max() - 1800));
    if (seconds < 5) {
        return tr("a few seconds left");
    }
    if (seconds < 60) {
        return tr("about %n second(s) left", nullptr, (seconds + 4) / 5 * 5);
    }
    if (seconds < 90 * 60) {
        return tr("about %n minute(s) left", nullptr, (seconds + 30) / 60);
    }
    return tr("about %n hour(s) left", nullptr, (seconds + 1800) / 3600);
}

QString ImportWords::now(const service::ImportProgress& progress) {
    const QLocale locale;
    const QString source = QFileInfo(progress.source).fileName();
    if (progress.phase == service::ImportProgress::Phase::Learning) {
        return tr("Learning from %1 messages whom you answer and how fast").arg(locale.toString(progress.added));
    }
    if (progress.phase == service::ImportProgress::Phase::People) {
        return tr("Looking for people in your mail · %1 addresses left · %Ln new contact(s)", nullptr,
                  static_cast<int>(progress.people))
            .arg(locale.toString(progress.addressesLeft));
    }
    QStringList parts;
    parts << (progress.paused ? tr("Paused") : source.isEmpty() ? tr("Reading") : tr("Reading %1").arg(source));
    parts << tr("%Ln message(s)", nullptr, static_cast<int>(progress.seen));
    if (progress.elapsed.count() >= 1000 && progress.seen > 0 && !progress.paused) {
        const qint64 rate = progress.seen * 1000 / progress.elapsed.count();
        parts << tr("%1 a second").arg(locale.toString(std::max<qint64>(1, rate)));
    }
    if (const QString left = remainingTime(progress); !left.isEmpty() && !progress.paused) {
        parts << left;
    }
    return parts.join(QStringLiteral(" · "));
}

QString ImportWords::rejects(const service::ImportProgress& progress) {
    return progress.rejected > 0 ? tr("%n could not be read", nullptr, static_cast<int>(progress.rejected)) : QString();
}

QString ImportWords::result(const service::ImportProgress& progress) {
    QString sentence = tr("Took in %Ln message(s)", nullptr, static_cast<int>(progress.added));
    if (progress.duplicate > 0) {
        sentence += tr(", %n were there already", nullptr, static_cast<int>(progress.duplicate));
    }
    if (progress.rejected > 0) {
        sentence += QStringLiteral(", ") + rejects(progress);
    }
    return sentence;
}

int ImportWords::permille(const service::ImportProgress& progress) {
    if (progress.bytesTotal <= 0) {
        return -1;
    }
    return static_cast<int>(std::clamp<qint64>(progress.bytesRead * 1000 / progress.bytesTotal, 0, 1000));
}

}  // namespace kith::ui
