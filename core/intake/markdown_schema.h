// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The outline of a Markdown file in the words of the contract, as JSON and as YAML (same keys, in their order).
#pragma once

#include "core/intake/markdown_outline.h"

#include <QJsonObject>

namespace kith::intake {

QJsonObject markdownSchema(const MarkdownOutline& outline);
QByteArray markdownSchemaYaml(const MarkdownOutline& outline);

}  // namespace kith::intake
