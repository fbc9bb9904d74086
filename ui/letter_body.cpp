// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_body.h"

#include "ui/palettes.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int charactersALine = 80;
constexpr qsizetype largestDataImage = 2'000'000;
constexpr int paragraphGap = 12;

bool setsColours(const QString& html) {
    static const QString words[] = {QStringLiteral("color"), QStringLiteral("background")};  // bgcolor, too
    return std::any_of(std::begin(words), std::end(words),
                       [&](const QString& word) { return html.contains(word, Qt::CaseInsensitive); });
}

QString colouredHtml(const QString& html, const QColor& text) {
    return QStringLiteral("<div style=\"color: %1\">%2</div>").arg(text.name(), html);
}

}  // namespace

LetterBody::LetterBody(const Theme& theme, QWidget* parent)
    : QTextBrowser(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("letterBody"));
    setAccessibleName(tr("Text of the message"));
    setFrameShape(QFrame::NoFrame);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    layOn(QStringLiteral("transparent"));
    connect(this, &QTextBrowser::anchorClicked, this, &LetterBody::linkActivated);
    connect(&theme, &Theme::changed, this, &LetterBody::rebuild);
}

void LetterBody::showParagraphs(std::vector<LetterParagraph> paragraphs) {
    m_paragraphs = std::move(paragraphs);
    m_html.clear();
    rebuild();
}

void LetterBody::showHtml(const QString& safeHtml) {
    m_html = safeHtml;
    m_paragraphs.clear();
    rebuild();
}

void LetterBody::setInlineImage(const QString& contentId, const QImage& image) {
    m_images.insert(contentId, image);
    document()->addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("cid:") + contentId), image);
    document()->markContentsDirty(0, document()->characterCount());
    forgetHeights();
}

void LetterBody::rebuild() {
    lightNothing();
    m_places.clear();
    m_underlines.clear();
    const QFont font = m_theme.font(TextStyle::Lead);
    setFont(font);
    document()->setDefaultFont(font);
    if (m_html.isEmpty()) {
        writeParagraphs();
    } else {
        writeHtml();
    }
    forgetHeights();
}

void LetterBody::layOn(const QString& ground) {
    if (ground != m_ground) {
        m_ground = ground;
        setStyleSheet(QStringLiteral("QTextEdit { border: 0; background: %1; padding: 0; }").arg(ground));
    }
    const bool page = ground != QStringLiteral("transparent");
    document()->setDocumentMargin(page ? space::two : 0);
}

void LetterBody::writeParagraphs() {
    layOn(QStringLiteral("transparent"));
    setMaximumWidth(static_cast<int>(QFontMetricsF(font()).averageCharWidth() * charactersALine));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextBlockFormat block;
    block.setLineHeight(m_theme.lineHeight(TextStyle::Lead), QTextBlockFormat::FixedHeight);
    bool first = true;
    for (const LetterParagraph& paragraph : m_paragraphs) {
        block.setTopMargin(first ? 0 : m_theme.scaled(paragraphGap));
        first ? cursor.setBlockFormat(block) : cursor.insertBlock(block);
        first = false;
        for (const LetterRun& run : paragraph.runs) {
            QTextCharFormat format;
            format.setForeground(m_theme.colour(paragraph.quoted ? Role::Text2 : Role::Text));
            if (!run.link.isEmpty()) {
                format.setAnchor(true);
                format.setAnchorHref(run.link);
                format.setForeground(m_theme.colour(Role::Accent));
            }
            const int at = cursor.position();
            const int length = static_cast<int>(run.text.size());
            m_places.push_back({run.from, at, length});
            if (run.look) {
                m_underlines.push_back({at, at + length, *run.look});
            }
            cursor.insertText(run.text, format);
        }
    }
    cursor.endEditBlock();
}

void LetterBody::writeHtml() {
    setMaximumWidth(QWIDGETSIZE_MAX);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    const bool ownColours = setsColours(m_html);
    const QColor words = ownColours ? paletteColour(Scheme::Light, Role::Text) : m_theme.colour(Role::Text);
    const QColor link = ownColours ? paletteColour(Scheme::Light, Role::Accent) : m_theme.colour(Role::Accent);
    document()->setDefaultStyleSheet(QStringLiteral("a { color: %1; }").arg(link.name()));
    setHtml(colouredHtml(m_html, words));
    layOn(ownColours ? paletteColour(Scheme::Light, Role::Base).name() : QStringLiteral("transparent"));
}

/// Heights are asked for before the widget has its width, so that a page stands right at its first sight.
int LetterBody::heightForWidth(int width) const {
    const int wide = std::min(width, maximumWidth());
    if (const auto known = m_heights.constFind(wide); known != m_heights.constEnd()) {
        return *known;
    }
    QTextDocument& text = *document();
    if (!qFuzzyCompare(text.textWidth(), double(wide))) {
        text.setTextWidth(wide);
    }
    const bool tooWide = text.size().width() > wide + 1 && horizontalScrollBarPolicy() == Qt::ScrollBarAsNeeded;
    const int height =
        static_cast<int>(std::ceil(text.size().height())) + (tooWide ? horizontalScrollBar()->sizeHint().height() : 0);
    m_heights.insert(wide, height);
    return height;
}

void LetterBody::forgetHeights() {
    m_heights.clear();
    updateGeometry();
}

void LetterBody::takeOwnWidth() const {
    if (const int own = viewport()->width(); !qFuzzyCompare(document()->textWidth(), double(own))) {
        document()->setTextWidth(own);  // another width was measured meanwhile
    }
}

QSize LetterBody::sizeHint() const {
    return {m_theme.scaled(400), m_theme.lineHeight(TextStyle::Lead)};
}

QSize LetterBody::minimumSizeHint() const {
    return {m_theme.scaled(120), 0};
}

std::pair<int, int> LetterBody::positionsOf(TextStretch stretch) const {
    std::pair<int, int> found{0, 0};
    for (const Place& place : m_places) {
        const qsizetype from = std::max(stretch.from, place.from);
        const qsizetype upTo = std::min(stretch.upTo, place.from + place.length);
        if (from >= upTo) {
            continue;
        }
        const int start = place.at + static_cast<int>(from - place.from);
        const int end = place.at + static_cast<int>(upTo - place.from);
        found = found.first == found.second ? std::pair{start, end}
                                            : std::pair{std::min(found.first, start), std::max(found.second, end)};
    }
    return found;
}

bool LetterBody::light(TextStretch stretch, const QString& letterText) {
    std::pair<int, int> at = positionsOf(stretch);
    if (!m_html.isEmpty()) {
        const QString words = letterText.mid(stretch.from, stretch.upTo - stretch.from).simplified();
        const QTextCursor hit = words.isEmpty() ? QTextCursor() : document()->find(words);
        at = hit.isNull() ? std::pair{0, 0} : std::pair{hit.selectionStart(), hit.selectionEnd()};
    }
    if (at.first == at.second) {
        return false;
    }
    m_lit = at;
    ExtraSelection lit;
    lit.cursor = QTextCursor(document());
    lit.cursor.setPosition(at.first);
    lit.cursor.setPosition(at.second, QTextCursor::KeepAnchor);
    lit.format.setBackground(m_theme.colour(Role::Mark));
    lit.format.setForeground(m_theme.colour(Role::MarkText));
    setExtraSelections({lit});
    return true;
}

void LetterBody::lightNothing() {
    m_lit = {0, 0};
    setExtraSelections({});
}

QRectF LetterBody::litBox() const {
    if (m_lit.first == m_lit.second) {
        return {};
    }
    takeOwnWidth();
    QTextCursor start(document());
    start.setPosition(m_lit.first);
    QTextCursor end(document());
    end.setPosition(m_lit.second);
    return cursorRect(start).united(cursorRect(end));
}

QVariant LetterBody::loadResource(int type, const QUrl& name) {
    if (type != QTextDocument::ImageResource) {
        return {};
    }
    if (name.scheme() == QStringLiteral("cid")) {
        return m_images.value(name.path());
    }
    const QString source = name.toString(QUrl::FullyEncoded);
    const qsizetype comma = source.indexOf(QLatin1Char(','));
    if (!source.startsWith(QStringLiteral("data:image/")) || comma < 0 || source.size() > largestDataImage) {
        return QImage();
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(source.mid(comma + 1).toLatin1());
    return QImage::fromData(source.left(comma).endsWith(QStringLiteral(";base64")) ? QByteArray::fromBase64(bytes)
                                                                                   : bytes);
}

void LetterBody::doSetSource(const QUrl&, QTextDocument::ResourceType) {
}  // a letter leads nowhere by itself

void LetterBody::resizeEvent(QResizeEvent* event) {
    const double own = viewport()->width();
    const bool laidOut = qFuzzyCompare(document()->textWidth(), own) && document()->size().width() <= own;
    if (!laidOut) {  // else it was measured at this width, and would be laid out once more for nothing
        QTextBrowser::resizeEvent(event);
    }
}

void LetterBody::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
        event->ignore();
        break;  // the pane around it scrolls
    default:
        QTextBrowser::keyPressEvent(event);
    }
}

void LetterBody::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

/// Where a link really leads, encoded, so that letters which look alike show.
bool LetterBody::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QTextBrowser::viewportEvent(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString link = anchorAt(help->pos());
    QToolTip::showText(help->globalPos(), link.isEmpty() ? QString() : QUrl(link).toString(QUrl::FullyEncoded),
                       viewport());
    return true;
}

void LetterBody::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* copyWords = menu.addAction(tr("Copy"), this, &QTextEdit::copy);
    copyWords->setEnabled(textCursor().hasSelection());
    const QString link = anchorAt(event->pos());
    if (!link.isEmpty()) {
        menu.addAction(tr("Open %1").arg(QUrl(link).toDisplayString(QUrl::FullyEncoded)), this,
                       [this, link] { Q_EMIT linkActivated(QUrl(link)); });
    }
    menu.addAction(tr("Select all"), this, &QTextEdit::selectAll);
    menu.exec(event->globalPos());
}

void LetterBody::paintEvent(QPaintEvent* event) {
    takeOwnWidth();
    QTextBrowser::paintEvent(event);
    QPainter painter(viewport());
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    for (const Underline& line : m_underlines) {
        const bool lit = m_lit.first < line.upTo && line.from < m_lit.second;
        if (!lit) {
            paintUnderline(painter, line);
        }
    }
}

void LetterBody::paintUnderline(QPainter& painter, const Underline& line) const {
    const bool warning = line.look == MarkedSpan::Look::Warning;
    QPen pen(m_theme.colour(warning ? Role::Warn : Role::Accent), warning ? 2 : 1);
    if (!warning) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({3, 2});
    }
    painter.setPen(pen);
    for (QTextBlock block = document()->findBlock(line.from); block.isValid() && block.position() < line.upTo;
         block = block.next()) {
        const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine text = block.layout()->lineAt(i);
            const int from = std::max(line.from - block.position(), text.textStart());
            int upTo = std::min(line.upTo - block.position(), text.textStart() + text.textLength());
            while (upTo > from && block.text().at(upTo - 1).isSpace()) {
                --upTo;
            }
            if (from >= upTo) {
                continue;
            }
            const double y =
                std::round(origin.y() + text.y() + text.ascent() + m_theme.scaled(4)) + (warning ? 0 : 0.5);
            painter.drawLine(QPointF(origin.x() + text.cursorToX(from), y),
                             QPointF(origin.x() + text.cursorToX(upTo), y));
        }
    }
}

}  // namespace kith::ui
