// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/model_consent.h"

#include "ui/buttons.h"
#include "ui/icon_label.h"
#include "ui/model_words.h"
#include "ui/paragraph.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int consentBodyHeight = 260;

/// The same, as people read it: what the model is told, then the mail.
QString readableBody(const QByteArray& body) {
    QStringList parts;
    for (const QJsonValue& message :
         QJsonDocument::fromJson(body).object().value(QStringLiteral("messages")).toArray()) {
        parts << message[QStringLiteral("content")].toString().trimmed();
    }
    std::reverse(parts.begin(), parts.end());  // the mail first, then what is told before it
    return parts.join(QStringLiteral("\n\n———\n\n"));
}

}  // namespace

ModelConsent::ModelConsent(const Theme& theme, QWidget* parent)
    : SettingsColumn(theme, parent, tr("Before the first question"))
    , m_theme(theme) {
    setObjectName(QStringLiteral("modelConsent"));
    setAccessibleName(tr("Before the first question"));
    addParagraph(
        tr("Below stands what would leave for one message of yours, whole. Each message is asked about by "
           "itself. A remark that you write on a message is asked about too, with the sender and the subject of "
           "that message. The service’s own terms say how long it keeps such text."));
    m_whose = new TextLabel(theme, holder(), TextStyle::BodyStrong);
    m_whose->setObjectName(QStringLiteral("consentWhose"));
    m_whose->setTextFormat(Qt::PlainText);
    m_whose->setWordWrap(true);
    column().addWidget(m_whose);
    column().addSpacing(space::one);
    QHBoxLayout* forms = addRow();
    m_readable = new QRadioButton(tr("To read"), holder());
    m_readable->setObjectName(QStringLiteral("consentReadable"));
    m_readable->setChecked(true);
    m_exact = new QRadioButton(tr("To the byte"), holder());
    m_exact->setObjectName(QStringLiteral("consentExact"));
    forms->addWidget(m_readable);
    forms->addWidget(m_exact);
    forms->addStretch();
    m_body = new QPlainTextEdit(holder());
    m_body->setObjectName(QStringLiteral("consentBody"));
    m_body->setAccessibleName(tr("What would leave"));
    m_body->setReadOnly(true);
    m_body->document()->setDocumentMargin(space::one);
    m_body->setFixedHeight(theme.scaled(consentBodyHeight));
    column().addWidget(m_body);
    column().addSpacing(space::two);
    m_cost = addParagraph({}, Role::Text);
    m_cost->setObjectName(QStringLiteral("consentCost"));
    addNever();
    QHBoxLayout* foot = addRow();
    m_agree = addButton(*foot, "consentAgree", tr("Let it be asked"), true);
    auto* decline = addButton(*foot, "consentDecline", tr("Not now"));
    auto* privacy = new Button(theme, holder(), ButtonKind::Link);
    privacy->setObjectName(QStringLiteral("consentPrivacy"));
    privacy->setText(tr("Keep some mail back first"));
    foot->addWidget(privacy);
    foot->addStretch();
    column().addSpacing(space::screen);
    column().addStretch();
    setFocusProxy(decline);  // nobody agrees by a key pressed too often
    connect(m_exact, &QRadioButton::toggled, this, &ModelConsent::showBody);
    connect(m_agree, &QAbstractButton::clicked, this, &ModelConsent::agreed);
    connect(decline, &QAbstractButton::clicked, this, &ModelConsent::declined);
    connect(privacy, &QAbstractButton::clicked, this, &ModelConsent::privacyAsked);
}

void ModelConsent::addNever() {
    addGroup(tr("What never leaves"));
    const QString never[] = {
        tr("Quoted mail, signatures and disclaimers; attachments; text that is hidden in a mail."),
        tr("Other mail, your contacts, your notes, your marks and rules."),
        tr("Mail that you keep on this computer: by account, domain or label."),
    };
    for (const QString& sentence : never) {
        auto* row = new QHBoxLayout;
        row->setSpacing(space::one);
        auto* icon = new IconLabel(m_theme, holder());
        icon->setFace(QStringLiteral("lock"), Role::Ok);
        auto* words = new Paragraph(m_theme, holder(), TextStyle::Body, Role::Text2);
        words->setText(sentence);
        auto* lowered = new QVBoxLayout;
        lowered->addSpacing(2);
        lowered->addWidget(icon);
        row->addLayout(lowered);
        row->setAlignment(lowered, Qt::AlignTop);
        row->addWidget(words, 1);
        column().addLayout(row);
        column().addSpacing(space::half);
    }
    column().addSpacing(space::pane);
}

void ModelConsent::show(const service::ConsentSample& sample, const service::ModelFacts& facts) {
    m_sample = sample;
    m_whose->setText(sample.found ? tr("“%1” from %2").arg(sample.subject, sample.from)
                                  : tr("No message is worth a question now; those that come would leave like this."));
    const QString host = QUrl(facts.access.address).host();
    QString cost =
        sample.more
            ? tr("More than %n message(s) would be asked about now, at %1.", nullptr, static_cast<int>(sample.waiting))
                  .arg(host)
            : tr("%n message(s) would be asked about now, at %1.", nullptr, static_cast<int>(sample.waiting)).arg(host);
    cost += u' ';
    cost += sample.usdEach ? tr("About %1 each, %2 together; never more than %3 a day.")
                                 .arg(ModelWords::money(*sample.usdEach),
                                      ModelWords::money(*sample.usdEach * double(sample.waiting)),
                                      ModelWords::money(facts.settings.usdPerDay))
                           : tr("Never more than %1 and %n question(s) a day.", nullptr,
                                static_cast<int>(facts.settings.requestsPerDay))
                                 .arg(ModelWords::money(facts.settings.usdPerDay));
    if (sample.keptBack > 0) {
        cost += u' ' + tr("%n more stay(s) here by your rules.", nullptr, static_cast<int>(sample.keptBack));
    }
    m_cost->setText(cost);
    showBody();
}

void ModelConsent::showBody() {
    m_body->setPlainText(m_exact->isChecked() ? QString::fromUtf8(m_sample.body) : readableBody(m_sample.body));
}

}  // namespace kith::ui
