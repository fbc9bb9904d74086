// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/moment_line.h"

#include "ui/message_words.h"
#include "ui/opportunity_words.h"
#include "ui/text_paint.h"

#include <QPainter>

namespace kith::ui {

using service::PersonMoment;
using Kind = PersonMoment::Kind;

namespace {

constexpr int momentHeight = 32;

QString deedTitle(const QString& type) {
    const std::pair<const char*, QString> names[] = {
        {"contact.merged", MomentWords::tr("Joined with another contact")},
        {"contact.unmerged", MomentWords::tr("Parted from another contact")},
        {"contact.told-apart", MomentWords::tr("Told apart from another contact")},
        {"contact.value-decided", MomentWords::tr("A value was settled")},
        {"contact.letters_read", MomentWords::tr("Their letters were read again")},
        {"contact.written_back", MomentWords::tr("Written to another system")},
        {"change.undone", MomentWords::tr("A change was taken back")},
    };
    for (const auto& [word, name] : names) {
        if (type == QLatin1String(word)) {
            return name;
        }
    }
    return MomentWords::tr("The contact was changed");
}

}  // namespace

QString MomentWords::icon(Kind kind) {
    switch (kind) {
    case Kind::Mail:
        return QStringLiteral("mail");
    case Kind::Sent:
        return QStringLiteral("send");
    case Kind::Meeting:
        return QStringLiteral("calendar");
    case Kind::Transcript:
        return QStringLiteral("mic-vocal");
    case Kind::Opportunity:
        return QStringLiteral("target");
    case Kind::Change:
        break;
    }
    return QStringLiteral("history");
}

QString MomentWords::title(const PersonMoment& moment) {
    const QString name = moment.title.isEmpty() ? tr("(no title)") : moment.title;
    switch (moment.kind) {
    case Kind::Mail:
    case Kind::Sent:
        return moment.detail.isEmpty() ? name : tr("%1 · %2 messages").arg(name, moment.detail);
    case Kind::Meeting:
        return moment.detail.isEmpty() ? tr("Meeting: %1").arg(name) : tr("Meeting, cancelled: %1").arg(name);
    case Kind::Transcript:
        return tr("Transcript: %1").arg(name);
    case Kind::Opportunity:
        return moment.detail.isEmpty() ? OpportunityWords::kind(moment.title)
                                       : tr("%1: “%2”").arg(OpportunityWords::kind(moment.title), moment.detail);
    case Kind::Change:
        break;
    }
    return deedTitle(moment.title);
}

MomentLine::MomentLine(const Theme& theme, const PersonMoment& moment, QDate today, QWidget* parent)
    : ReaderLine(theme, momentHeight, parent)
    , m_icon(MomentWords::icon(moment.kind))
    , m_date(MessageWords::time(moment.at, today))
    , m_opens(moment.thread) {
    setObjectName(QStringLiteral("contactMoment"));
    setText(MomentWords::title(moment));
    setAccessibleName(tr("%1, %2").arg(text(), m_date));
    setToolTip(text());
    if (!m_opens) {
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::ArrowCursor);
    }
}

void MomentLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, theme(), QRectF(0, 0, 16, height()), m_icon, Role::Text3, 16);
    const double date = lineWidth(theme(), m_date, TextStyle::Caption);
    paintLine(painter, theme(), QRectF(width() - date - 1, 0, date + 1, height()), m_date, TextStyle::Caption,
              Role::Text3);
    const double left = 16 + space::one;
    paintLine(painter, theme(), QRectF(left, 0, width() - left - date - space::one, height()), text(), TextStyle::Body,
              !m_opens       ? Role::Text2
              : underMouse() ? Role::Accent
                             : Role::Text);
}

}  // namespace kith::ui
