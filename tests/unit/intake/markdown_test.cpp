// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/markdown_schema.h"

#include <QJsonArray>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

using namespace kith;
using namespace kith::intake;

namespace {

MarkdownOutline outlineOf(const QByteArray& text) {
    const auto outline = outlineMarkdown(text);
    EXPECT_TRUE(outline);
    return outline ? *outline : MarkdownOutline();
}

TEST(Markdown, SectionsStandBelowTheNearestHeadingOfASmallerLevel) {
    const auto outline =
        outlineOf("# Playbook\n\n## First call\n\n#### Detail\n\n### Later\n\n## Second call\n\n# Other\n");
    ASSERT_EQ(outline.structure.size(), 2U);
    const MarkdownSection& playbook = outline.structure[0];
    ASSERT_EQ(playbook.subsections.size(), 2U);
    ASSERT_EQ(playbook.subsections[0].subsections.size(), 2U) << "a level left out is no level of its own";
    EXPECT_EQ(playbook.subsections[0].subsections[0].title, QStringLiteral("Detail"));
    EXPECT_EQ(playbook.subsections[0].subsections[1].title, QStringLiteral("Later"));
    EXPECT_EQ(playbook.subsections[1].line, 9);
    EXPECT_EQ(outline.statistics.depth, 4) << "the deepest, not the last";
    EXPECT_EQ(outline.statistics.totalHeaders, 6);
}

TEST(Markdown, OnlyHeadingsAreHeadings) {
    const auto outline =
        outlineOf("#hashtag\n\n####### seven\n\n    # code\n\n~~~sh\n# comment\n~~~\n\nSetext *two*\n---\n");
    ASSERT_EQ(outline.statistics.totalHeaders, 1);
    EXPECT_EQ(outline.structure.back().title, QStringLiteral("Setext two"));
    EXPECT_EQ(outline.structure.back().level, 2);
    EXPECT_EQ(outline.statistics.totalCodeBlocks, 2);
}

TEST(Markdown, CodeIsCountedWithItsLinesWhereverItStands) {
    const auto outline = outlineOf(
        "```python title=\"a\"\none\ntwo\n```\n\n# A\n\n~~~\nx\n~~~\n\n## B\n\n````md\n```\ninner\n```\n````\n");
    ASSERT_EQ(outline.structure.size(), 2U);
    EXPECT_EQ(outline.structure[0].level, 0) << "before the first heading";
    ASSERT_EQ(outline.structure[0].codeBlocks.size(), 1U);
    EXPECT_EQ(outline.structure[0].codeBlocks[0].language, QStringLiteral("python"));
    EXPECT_EQ(outline.structure[0].codeBlocks[0].lines, 2);
    EXPECT_EQ(outline.structure[1].codeBlocks[0].language, QStringLiteral("plaintext"));
    EXPECT_EQ(outline.structure[1].subsections[0].codeBlocks[0].lines, 3) << "a longer fence holds a shorter one";
    EXPECT_EQ(outline.statistics.codeLanguages.value(QStringLiteral("md")), 1);
}

TEST(Markdown, AnUnclosedFenceReachesToTheEndAndIsNotLost) {
    const auto outline = outlineOf("# A\n\n```sql\nSELECT 1;\n# not a heading\n");
    EXPECT_EQ(outline.statistics.totalHeaders, 1);
    ASSERT_EQ(outline.structure[0].codeBlocks.size(), 1U);
    EXPECT_EQ(outline.structure[0].codeBlocks[0].lines, 2);
}

TEST(Markdown, FrontMatterIsNoRuleAndMovesNoLine) {
    const auto outline = outlineOf("---\r\ntitle: Notes\r\ntags: [a]\r\n---\r\n# First\r\n");
    EXPECT_EQ(outline.frontMatter, QStringLiteral("title: Notes\r\ntags: [a]\r\n"));
    ASSERT_EQ(outline.structure.size(), 1U);
    EXPECT_EQ(outline.structure[0].line, 5);
    const auto rule = outlineOf("text\n\n---\n\n# First\n");
    EXPECT_TRUE(rule.frontMatter.isEmpty());
}

TEST(Markdown, WordsLinksTablesAndListsAreCounted) {
    const auto outline =
        outlineOf("# Two words\n\nSee [the **price** list](https://firm.example/very/long) now.\n\n"
                  "| a | b c |\n|---|---|\n| d | e |\n\n- one\n- two\n  1. nested\n\n```\nno words\n```\n");
    EXPECT_EQ(outline.statistics.estimatedWords, 2 + 5 + 5 + 3);
    EXPECT_EQ(outline.statistics.links, 1);
    EXPECT_EQ(outline.statistics.tables, 1);
    EXPECT_EQ(outline.statistics.lists, 2);
}

TEST(Markdown, AnEmptyFileIsAnEmptyOutline) {
    const auto outline = outlineOf({});
    EXPECT_TRUE(outline.structure.empty());
    EXPECT_EQ(outline.statistics.estimatedWords, 0);
}

TEST(Markdown, ABinaryFileIsRefusedWithItsPlace) {
    const auto outline = outlineMarkdown(QByteArray("# A\n\0x", 6));
    ASSERT_FALSE(outline);
    EXPECT_EQ(outline.error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(outline.error().detail.contains(QStringLiteral("line 2")));
}

TEST(Markdown, LettersOfOtherEncodingsAreRead) {
    EXPECT_EQ(outlineOf("\xEF\xBB\xBF# Gr\xC3\xBC\xC3\x9F"
                        "e\n")
                  .structure[0]
                  .title,
              QStringLiteral("Grüße"));
    EXPECT_EQ(outlineOf("# Gr\xFC\xDF"
                        "e\n")
                  .structure[0]
                  .title,
              QStringLiteral("Grüße"));
}

TEST(Markdown, YamlSaysTheSameAsJson) {
    const auto outline = outlineOf("---\na: b\n---\n# \"Quoted\": yes\n\n## 12\n\n```c++\nx\n```\n");
    const QJsonObject json = markdownSchema(outline);
    const YAML::Node yaml = YAML::Load(markdownSchemaYaml(outline).toStdString());
    EXPECT_EQ(yaml["structure"][0]["title"].as<std::string>(), "\"Quoted\": yes");
    EXPECT_EQ(yaml["structure"][0]["subsections"][0]["title"].as<std::string>(), "12");
    EXPECT_EQ(yaml["structure"][0]["subsections"][0]["title"].Tag(), "!") << "a title stays text";
    EXPECT_EQ(yaml["statistics"]["header_levels"]["h2"].as<int>(), 1);
    EXPECT_EQ(yaml["statistics"].size(),
              static_cast<size_t>(json.value(QStringLiteral("statistics")).toObject().size()));
    EXPECT_EQ(yaml["front_matter"].as<std::string>(), "a: b\n");
}

}  // namespace
