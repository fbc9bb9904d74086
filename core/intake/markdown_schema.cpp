// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/markdown_schema.h"

#include <QJsonArray>

#include <yaml-cpp/yaml.h>

namespace kith::intake {

namespace {

QJsonArray sectionsJson(const std::vector<MarkdownSection>& sections) {
    QJsonArray all;
    for (const MarkdownSection& section : sections) {
        QJsonArray code;
        for (const MarkdownCode& block : section.codeBlocks) {
            code.append(
                QJsonObject{{QStringLiteral("language"), block.language}, {QStringLiteral("lines"), block.lines}});
        }
        all.append(QJsonObject{{QStringLiteral("title"), section.title},
                               {QStringLiteral("level"), section.level},
                               {QStringLiteral("line"), section.line},
                               {QStringLiteral("subsections"), sectionsJson(section.subsections)},
                               {QStringLiteral("code_blocks"), code}});
    }
    return all;
}

/// h1 … h6, those that are there.
std::vector<std::pair<QString, int>> usedLevels(const MarkdownStatistics& statistics) {
    std::vector<std::pair<QString, int>> used;
    for (size_t i = 0; i < statistics.headerLevels.size(); ++i) {
        if (statistics.headerLevels[i] > 0) {
            used.emplace_back(QStringLiteral("h%1").arg(i + 1), statistics.headerLevels[i]);
        }
    }
    return used;
}

void emitSections(YAML::Emitter& yaml, const std::vector<MarkdownSection>& sections) {
    yaml << (sections.empty() ? YAML::Flow : YAML::Block) << YAML::BeginSeq;
    for (const MarkdownSection& section : sections) {
        yaml << YAML::BeginMap << YAML::Key << "title" << YAML::Value << YAML::DoubleQuoted
             << section.title.toStdString();
        yaml << YAML::Key << "level" << YAML::Value << section.level;
        yaml << YAML::Key << "line" << YAML::Value << section.line;
        yaml << YAML::Key << "subsections" << YAML::Value;
        emitSections(yaml, section.subsections);
        yaml << YAML::Key << "code_blocks" << YAML::Value;
        yaml << (section.codeBlocks.empty() ? YAML::Flow : YAML::Block) << YAML::BeginSeq;
        for (const MarkdownCode& block : section.codeBlocks) {
            yaml << YAML::BeginMap << YAML::Key << "language" << YAML::Value << YAML::DoubleQuoted
                 << block.language.toStdString();
            yaml << YAML::Key << "lines" << YAML::Value << block.lines << YAML::EndMap;
        }
        yaml << YAML::EndSeq << YAML::EndMap;
    }
    yaml << YAML::EndSeq;
}

void emitStatistics(YAML::Emitter& yaml, const MarkdownStatistics& statistics) {
    const auto number = [&](const char* key, int value) { yaml << YAML::Key << key << YAML::Value << value; };
    yaml << YAML::BeginMap;
    number("total_headers", statistics.totalHeaders);
    yaml << YAML::Key << "header_levels" << YAML::Value << YAML::BeginMap;
    for (const auto& [level, count] : usedLevels(statistics)) {
        yaml << YAML::Key << level.toStdString() << YAML::Value << count;
    }
    yaml << YAML::EndMap;
    number("total_code_blocks", statistics.totalCodeBlocks);
    yaml << YAML::Key << "code_languages" << YAML::Value << YAML::BeginMap;
    for (auto one = statistics.codeLanguages.begin(); one != statistics.codeLanguages.end(); ++one) {
        yaml << YAML::Key << one.key().toStdString() << YAML::Value << one.value();
    }
    yaml << YAML::EndMap;
    number("estimated_word_count", statistics.estimatedWords);
    number("depth_level", statistics.depth);
    number("links", statistics.links);
    number("tables", statistics.tables);
    number("lists", statistics.lists);
    yaml << YAML::EndMap;
}

}  // namespace

QJsonObject markdownSchema(const MarkdownOutline& outline) {
    const MarkdownStatistics& statistics = outline.statistics;
    QJsonObject levels;
    for (const auto& [level, count] : usedLevels(statistics)) {
        levels.insert(level, count);
    }
    QJsonObject languages;
    for (auto one = statistics.codeLanguages.begin(); one != statistics.codeLanguages.end(); ++one) {
        languages.insert(one.key(), one.value());
    }
    QJsonObject schema{
        {QStringLiteral("structure"), sectionsJson(outline.structure)},
        {QStringLiteral("statistics"), QJsonObject{{QStringLiteral("total_headers"), statistics.totalHeaders},
                                                   {QStringLiteral("header_levels"), levels},
                                                   {QStringLiteral("total_code_blocks"), statistics.totalCodeBlocks},
                                                   {QStringLiteral("code_languages"), languages},
                                                   {QStringLiteral("estimated_word_count"), statistics.estimatedWords},
                                                   {QStringLiteral("depth_level"), statistics.depth},
                                                   {QStringLiteral("links"), statistics.links},
                                                   {QStringLiteral("tables"), statistics.tables},
                                                   {QStringLiteral("lists"), statistics.lists}}}};
    if (!outline.frontMatter.isEmpty()) {
        schema.insert(QStringLiteral("front_matter"), outline.frontMatter);
    }
    return schema;
}

QByteArray markdownSchemaYaml(const MarkdownOutline& outline) {
    YAML::Emitter yaml;
    yaml << YAML::BeginMap << YAML::Key << "structure" << YAML::Value;
    emitSections(yaml, outline.structure);
    yaml << YAML::Key << "statistics" << YAML::Value;
    emitStatistics(yaml, outline.statistics);
    if (!outline.frontMatter.isEmpty()) {
        yaml << YAML::Key << "front_matter" << YAML::Value << YAML::Literal << outline.frontMatter.toStdString();
    }
    yaml << YAML::EndMap;
    return QByteArray(yaml.c_str(), static_cast<qsizetype>(yaml.size())) + '\n';
}

}  // namespace kith::intake
