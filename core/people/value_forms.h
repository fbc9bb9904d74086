// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The forms in which values of a person are compared: written differently, they are still the same.
#pragma once

#include <QString>
#include <QStringList>

namespace kith::people {

/// Of the fields of a card (email, phone, name, company …): two values are the same when their forms are.
/// region: ISO 3166, to read national telephone numbers by; may stay empty.
QString comparedForm(const QString& field, const QString& value, const QString& region = {});
/// Does whoever says `said` agree with `value` (both compared forms): "ada" with "ada holm", a number without its
/// country code with the whole one?
bool agrees(const QString& field, const QString& said, const QString& value);
/// Can a person have several at a time (e-mail addresses, numbers, pages)?
bool isMultiValued(const QString& field);

/// The words of a company's name, folded, without legal forms.
QStringList companyWords(const QString& company);
/// The words of a person's name, folded, without honours; "Holm, Ada" is put in order.
QStringList nameWords(const QString& name);

}  // namespace kith::people
