// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/contact_import_page.h"

#include "core/service/contact_import_desk.h"
#include "ui/buttons.h"
#include "ui/contact_import_bar.h"
#include "ui/elided_label.h"
#include "ui/file_drop.h"
#include "ui/icon_label.h"
#include "ui/import_columns.h"
#include "ui/import_steps.h"
#include "ui/paragraph.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

namespace kith::ui {

namespace {

constexpr int kTickMillis = 150;
constexpr int kFirstRowsHeight = 168;

}  // namespace

ContactImportPage::ContactImportPage(const Theme& theme, service::ContactImportDesk& desk, const Seams& seams,
                                     QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk)
    , m_seams(seams)
    , m_ticks(new QTimer(this)) {
    setObjectName(QStringLiteral("contactImportPage"));
    setAccessibleName(tr("Import contacts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(theme, this));
    m_bar = new ContactImportBar(theme, this);
    column->addWidget(m_bar);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildFile());
    m_stack->addWidget(buildColumns());
    m_stack->addWidget(buildCheck());
    m_stack->addWidget(buildResult());
    column->addWidget(m_stack, 1);
    column->addWidget(new Hairline(theme, this));
    column->addWidget(buildFoot());
    m_ticks->setInterval(kTickMillis);
    connect(m_ticks, &QTimer::timeout, this, [this] { m_bar->tell(m_desk.share(), m_report.table.rows); });
    connect(m_bar, &ContactImportBar::pauseAsked, this, [this](bool pause) { m_desk.setPaused(pause); });
    connect(m_bar, &ContactImportBar::stopAsked, this, [this] { m_desk.cancel(); });
    go(Step::File);
}

QWidget* ContactImportPage::buildHead() {
    auto* head = new QWidget(this);
    head->setFixedHeight(theme().scaled(64));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Import contacts"));
    row->addWidget(title);
    row->addStretch();
    m_steps = new ImportSteps(theme(), head);
    m_steps->setObjectName(QStringLiteral("importSteps"));
    row->addWidget(m_steps);
    return head;
}

QWidget* ContactImportPage::buildFile() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::screen, space::pane, space::screen, space::pane);
    auto* words = new Paragraph(theme(), page, TextStyle::Body, Role::Text2);
    words->setText(tr("A table from another program (.csv, .tsv) or vCards (.vcf). How it is written is found out; "
                      "nothing is changed before the last step."));
    column->addWidget(words);
    column->addSpacing(space::two);
    m_drop = new FileDrop(theme(), page, tr("Drop a file of contacts here"));
    m_drop->setObjectName(QStringLiteral("contactsDrop"));
    column->addWidget(m_drop);
    column->addSpacing(space::one);
    m_refusal = new Paragraph(theme(), page, TextStyle::Body, Role::Bad);
    m_refusal->setObjectName(QStringLiteral("importRefusal"));
    column->addWidget(m_refusal);
    column->addStretch();
    connect(m_drop, &FileDrop::dropped, this, [this](const QString& path) { takeFiles({path}); });
    connect(m_drop, &FileDrop::chooseAsked, this, &ContactImportPage::askFile);
    return page;
}

QWidget* ContactImportPage::buildColumns() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::one, space::one, space::one, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::pane, space::one, space::pane, space::one);
    head->setSpacing(space::one);
    auto* sign = new IconLabel(theme(), page);
    sign->setFace(QStringLiteral("file-spreadsheet"), Role::Text2);
    head->addWidget(sign);
    m_fileName = new ElidedLabel(theme(), page, TextStyle::BodyStrong);
    m_fileName->setObjectName(QStringLiteral("importFileName"));
    m_fileName->setMaximumWidth(theme().scaled(320));
    head->addWidget(m_fileName);
    m_fileLine = new ElidedLabel(theme(), page, TextStyle::Body, Role::Text2);
    m_fileLine->setObjectName(QStringLiteral("importFileLine"));
    head->addWidget(m_fileLine);
    m_differently = new Button(theme(), page, ButtonKind::Link);
    m_differently->setObjectName(QStringLiteral("importDifferently"));
    m_differently->setText(tr("Read it differently"));
    head->addSpacing(space::one);
    head->addWidget(m_differently);
    head->addStretch();
    m_remembered = new TextLabel(theme(), page, TextStyle::Body, Role::Text2);
    m_remembered->setObjectName(QStringLiteral("importRemembered"));
    head->addWidget(m_remembered);
    column->addLayout(head);
    column->addWidget(buildReading());
    column->addSpacing(space::one);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setObjectName(QStringLiteral("importColumns"));
    scroll->setAccessibleName(tr("Columns of the file"));
    m_columnHolder = new QWidget(scroll);
    m_columns = new QVBoxLayout(m_columnHolder);
    m_columns->setContentsMargins(0, 0, 0, space::one);
    m_columns->setSpacing(0);
    m_columns->addStretch();
    scroll->setWidget(m_columnHolder);
    column->addWidget(scroll, 1);
    connect(m_differently, &QAbstractButton::clicked, this, [this] {
        m_reading->setVisible(!m_reading->isVisible());
        if (m_reading->isVisible()) {
            m_encoding->setFocus(Qt::TabFocusReason);
        }
    });
    return page;
}

QWidget* ContactImportPage::buildReading() {
    m_reading = new QWidget(this);
    auto* column = new QVBoxLayout(m_reading);
    column->setContentsMargins(space::pane, space::one, space::pane, space::one);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    const auto add = [&](const QString& words, QWidget* control, const char* name) {
        auto* label = new TextLabel(theme(), m_reading, TextStyle::Body, Role::Text2);
        label->setText(words);
        control->setObjectName(QLatin1String(name));
        control->setAccessibleName(words);
        row->addWidget(label);
        row->addWidget(control);
        row->addSpacing(space::two);
    };
    m_encoding = new QComboBox(m_reading);
    m_encoding->addItem(tr("As found"), QString());
    for (const char* name : {"utf-8", "windows-1252", "iso-8859-15", "windows-1250", "windows-1251", "shift_jis",
                             "gb18030", "utf-16le", "utf-16be"}) {
        m_encoding->addItem(ContactImportWords::encoding(QLatin1String(name)), QLatin1String(name));
    }
    m_delimiter = new QComboBox(m_reading);
    m_delimiter->addItem(tr("As found"), QString());
    for (const char* sign : {",", ";", "\t", "|"}) {
        m_delimiter->addItem(ContactImportWords::delimiter(QLatin1String(sign)), QLatin1String(sign));
    }
    m_headerRow = new QSpinBox(m_reading);
    m_headerRow->setRange(0, 200);
    m_headerRow->setSpecialValueText(tr("none"));
    add(tr("Letters"), m_encoding, "importEncoding");
    add(tr("Cells parted by"), m_delimiter, "importDelimiter");
    add(tr("Header in row"), m_headerRow, "importHeaderRow");
    row->addStretch();
    column->addLayout(row);
    m_firstRows = new QStandardItemModel(this);
    auto* rows = new QTableView(m_reading);
    rows->setObjectName(QStringLiteral("importFirstRows"));
    rows->setAccessibleName(tr("The first rows of the file"));
    rows->setModel(m_firstRows);
    rows->setFixedHeight(theme().scaled(kFirstRowsHeight));
    rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows->setTabKeyNavigation(false);
    rows->verticalHeader()->hide();
    rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(rows);
    connect(m_encoding, &QComboBox::activated, this, &ContactImportPage::readDifferently);
    connect(m_delimiter, &QComboBox::activated, this, &ContactImportPage::readDifferently);
    connect(m_headerRow, &QSpinBox::editingFinished, this, &ContactImportPage::readDifferently);
    m_reading->hide();
    return m_reading;
}

QWidget* ContactImportPage::buildResult() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::screen, space::screen, space::screen, space::pane);
    column->setSpacing(space::two);
    m_resultSign = new IconLabel(theme(), page, 28);
    m_resultTitle = new TextLabel(theme(), page, TextStyle::Heading);
    m_resultTitle->setObjectName(QStringLiteral("importResult"));
    m_resultWords = new Paragraph(theme(), page, TextStyle::Body, Role::Text2);
    m_resultWords->setObjectName(QStringLiteral("importResultWords"));
    column->addWidget(m_resultSign);
    column->addWidget(m_resultTitle);
    column->addWidget(m_resultWords);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    m_save = new Button(theme(), page);
    m_save->setObjectName(QStringLiteral("importSaveRejects"));
    m_save->setText(tr("Save the rows with a problem …"));
    m_undo = new Button(theme(), page);
    m_undo->setObjectName(QStringLiteral("importUndo"));
    m_undo->setIconName(QStringLiteral("undo-2"));
    m_undo->setText(tr("Undo this import"));
    row->addWidget(m_undo);
    row->addWidget(m_save);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    connect(m_undo, &QAbstractButton::clicked, this, &ContactImportPage::takeBack);
    connect(m_save, &QAbstractButton::clicked, this, &ContactImportPage::saveRejects);
    return page;
}

QWidget* ContactImportPage::buildFoot() {
    auto* foot = new QWidget(this);
    foot->setFixedHeight(theme().scaled(72));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    m_sums = new ImportSums(theme(), foot);
    m_sums->setObjectName(QStringLiteral("importSums"));
    m_promise = new TextLabel(theme(), foot, TextStyle::Body, Role::Text2);
    m_back = new Button(theme(), foot);
    m_back->setObjectName(QStringLiteral("importBack"));
    m_back->setButtonSize(ButtonSize::Large);
    m_back->setText(tr("Back"));
    m_forward = new Button(theme(), foot, ButtonKind::Primary);
    m_forward->setObjectName(QStringLiteral("importForward"));
    m_forward->setButtonSize(ButtonSize::Large);
    m_forward->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    row->addWidget(m_sums, 1);
    row->addWidget(m_promise);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    connect(m_back, &QAbstractButton::clicked, this, &ContactImportPage::back);
    connect(m_forward, &QAbstractButton::clicked, this, &ContactImportPage::forward);
    return foot;
}

void ContactImportPage::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_forward->isVisible()) {
        forward();
    } else if (event->key() == Qt::Key_Escape && (m_busy || m_back->isVisible())) {
        back();
    } else {
        PlacePage::keyPressEvent(event);
    }
}

}  // namespace kith::ui
