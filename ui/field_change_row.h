// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One field of a proposed change: its name, old and new value, what speaks for it, how sure, and a pencil.
#pragma once

#include "core/domain/inbox.h"

#include <QString>
#include <QWidget>

#include <optional>

class QAbstractButton;

namespace kith::ui {

class IconButton;
class Theme;

/// A value of a field: words, with a mark before them where it is a priority.
struct FieldValue {
    QString text;
    std::optional<Priority> mark;
    Certainty certainty{Certainty::Sure};
};

struct FieldChange {
    QString label;
    std::optional<FieldValue> before;  ///< nothing: the field is empty
    FieldValue after;
    QString evidence;
    std::optional<double> confidence;
    bool choice{true};  ///< has a check box and a pencil; otherwise it is only told
};

class FieldChangeRow : public QWidget {
    Q_OBJECT
public:
    FieldChangeRow(const Theme& theme, QWidget* parent);

    void setChange(const FieldChange& change);
    bool isWanted() const;
    void setWanted(bool wanted);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wantedChanged(bool wanted);
    void editAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    double paintValue(QPainter& painter, const QRectF& box, const FieldValue& value, bool isNew) const;
    void paintValues(QPainter& painter, const QRectF& column) const;
    void sayAloud();

    const Theme& m_theme;
    FieldChange m_change;
    QAbstractButton* m_check;
    IconButton* m_pencil;
};

}  // namespace kith::ui
