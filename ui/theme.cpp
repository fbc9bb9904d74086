// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/theme.h"

#include "ui/kith_style.h"
#include "ui/palettes.h"
#include "ui/style_sheet.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

static void loadKithIcons() {
    Q_INIT_RESOURCE(kith_icons);
}

namespace kith::ui {

namespace {

struct TextMeasure {
    int size;
    int line;
    QFont::Weight weight;
    double spacing;  ///< em
};

constexpr std::array<TextMeasure, 11> textMeasures{{
    {28, 36, QFont::DemiBold, -0.018},
    {20, 28, QFont::DemiBold, -0.01},
    {15, 24, QFont::Normal, 0},
    {15, 24, QFont::DemiBold, 0},
    {13, 20, QFont::Normal, 0},
    {13, 20, QFont::Medium, 0},
    {13, 20, QFont::DemiBold, 0},
    {11, 16, QFont::Normal, 0},
    {11, 16, QFont::Medium, 0},
    {11, 16, QFont::DemiBold, 0},
    {10, 16, QFont::DemiBold, 0},
}};

const TextMeasure& measure(TextStyle style) {
    return textMeasures[static_cast<size_t>(style)];
}

/// Lucide draws for 24 px; smaller sizes need a heavier line to keep the same weight on screen.
const char* iconStroke(int size) {
    return size <= 12 ? "2.2" : size <= 14 ? "2" : size <= 16 ? "1.9" : size <= 20 ? "1.7" : "1.5";
}

QByteArray iconSource(const QString& name, const QColor& colour, int size) {
    QFile file(QStringLiteral(":/kith/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "Theme::icon", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    svg.replace("stroke-width=\"2\"", QByteArray("stroke-width=\"").append(iconStroke(size)).append('"'));
    return svg;
}

}  // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_pixmaps(4000) {
    loadKithIcons();
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter)) {
        m_family = inter;
    }
}

Scheme Theme::scheme() const {
    switch (m_choice) {
    case Choice::System:
        return m_system;
    case Choice::Light:
        return Scheme::Light;
    case Choice::Dark:
        return Scheme::Dark;
    case Choice::HighContrast:
        return Scheme::HighContrast;
    }
    return m_system;
}

void Theme::choose(Choice choice) {
    const Scheme before = scheme();
    m_choice = choice;
    announce(before, m_textScale);
}

void Theme::setSystemScheme(Scheme system) {
    const Scheme before = scheme();
    m_system = system;
    announce(before, m_textScale);
}

void Theme::setTextScale(double scale) {
    const double before = m_textScale;
    m_textScale = std::clamp(scale, 0.8, 2.0);
    announce(scheme(), before);
}

void Theme::announce(Scheme before, double scaleBefore) {
    if (before == scheme() && qFuzzyCompare(scaleBefore, m_textScale)) {
        return;
    }
    m_pixmaps.clear();
    Q_EMIT changed();
}

QColor Theme::colour(Role role) const {
    return paletteColour(scheme(), role);
}

QFont Theme::font(TextStyle style) const {
    const TextMeasure& m = measure(style);
    QFont font = m_family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : QFont(m_family);
    font.setPixelSize(static_cast<int>(std::lround(m.size * m_textScale)));
    font.setWeight(m.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (m.spacing != 0) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, m.size * m_textScale * m.spacing);
    }
    return font;
}

int Theme::lineHeight(TextStyle style) const {
    return static_cast<int>(std::lround(measure(style).line * m_textScale));
}

int Theme::scaled(int pixels) const {
    return std::max(pixels, static_cast<int>(std::lround(pixels * m_textScale)));
}

QPixmap Theme::painted(const QString& key, QSizeF size, qreal devicePixelRatio,
                       const std::function<void(QPainter&)>& paint) const {
    const QString full = key + QLatin1Char('@') + QString::number(devicePixelRatio) + QLatin1Char('#') +
                         QString::number(size.width()) + QLatin1Char('x') + QString::number(size.height());
    if (const QPixmap* known = m_pixmaps.object(full)) {
        return *known;
    }
    QPixmap pixmap((size * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    m_pixmaps.insert(full, new QPixmap(pixmap));
    return pixmap;
}

QPixmap Theme::icon(const QString& name, Role role, int size, qreal devicePixelRatio) const {
    const QString key = name + QLatin1Char('/') + QString::number(static_cast<int>(role));
    return painted(key, QSizeF(size, size), devicePixelRatio, [&](QPainter& painter) {
        QSvgRenderer renderer(iconSource(name, colour(role), size));
        renderer.render(&painter, QRectF(0, 0, size, size));
    });
}

QIcon Theme::icon(const QString& name, Role role, int size) const {
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0, 3.0}) {
        icon.addPixmap(this->icon(name, role, size, ratio), QIcon::Normal);
        icon.addPixmap(this->icon(name, Role::Off, size, ratio), QIcon::Disabled);
    }
    return icon;
}

QPalette Theme::palette() const {
    QPalette p;
    const auto set = [&](QPalette::ColorRole where, Role role) { p.setColor(where, colour(role)); };
    set(QPalette::Window, Role::Base);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Base);
    set(QPalette::AlternateBase, Role::List);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::Text3);
    set(QPalette::Button, Role::Base);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Bad);
    set(QPalette::Highlight, Role::Tint);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::ToolTipBase, Role::Inverse);
    set(QPalette::ToolTipText, Role::InverseText);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Hover);
    set(QPalette::Mid, Role::Control);
    set(QPalette::Dark, Role::StrongLine);
    set(QPalette::Shadow, Role::Line);
    for (const auto where : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, where, colour(Role::Off));
    }
    return p;
}

void Theme::dress(QApplication& application) {
    application.setStyle(new KithStyle(*this));  // the application owns it
    const auto dressNow = [this, &application] {
        application.setPalette(palette());
        application.setFont(font(TextStyle::Body));
        application.setStyleSheet(styleSheet(*this));
    };
    dressNow();
    connect(this, &Theme::changed, &application, dressNow);
}

}  // namespace kith::ui
