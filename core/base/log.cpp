// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/log.h"

#include <QRegularExpression>
#include <QtGlobal>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace kith::log {

namespace {

spdlog::level::level_enum spdLevel(Level level) {
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warning:
        return spdlog::level::warn;
    case Level::Error:
        return spdlog::level::err;
    case Level::Off:
        return spdlog::level::off;
    }
    return spdlog::level::info;
}

void write(spdlog::level::level_enum level, const char* room, const QString& text) {
    auto* logger = spdlog::default_logger_raw();
    if (logger->should_log(level)) {
        logger->log(level, "{}: {}", room, masked(text).toStdString());
    }
}

void routeQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    switch (type) {
    case QtDebugMsg:
        return debug("qt", text);
    case QtInfoMsg:
        return info("qt", text);
    case QtWarningMsg:
        return warning("qt", text);
    case QtCriticalMsg:
    case QtFatalMsg:
        return error("qt", text);
    }
}

}  // namespace

void setUp(Level level, const QString& filePath) {
    constexpr size_t maxBytes = 4 * 1024 * 1024;
    auto logger = std::make_shared<spdlog::logger>(
        "kith", filePath.isEmpty() ? spdlog::sink_ptr(std::make_shared<spdlog::sinks::stderr_color_sink_mt>())
                                   : spdlog::sink_ptr(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                                         filePath.toStdString(), maxBytes, 3)));
    logger->set_level(spdLevel(level));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
    qInstallMessageHandler(routeQtMessage);
}

void debug(const char* room, const QString& text) {
    write(spdlog::level::debug, room, text);
}
void info(const char* room, const QString& text) {
    write(spdlog::level::info, room, text);
}
void warning(const char* room, const QString& text) {
    write(spdlog::level::warn, room, text);
}
void error(const char* room, const QString& text) {
    write(spdlog::level::err, room, text);
}

QString masked(const QString& text) {
    static const QRegularExpression secrets(
        QStringLiteral(R"((Bearer\s+|(?:key|token|secret|password|code)["']?\s*[=:]\s*["']?)([^\s"'&,]{6,}))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(QStringLiteral(R"([^\s<>"'@,;:()]+@[^\s<>"'@,;:()]+)"));
    QString result = text;
    result.replace(secrets, QStringLiteral("\\1***"));
    result.replace(address, QStringLiteral("***@***"));
    return result;
}

}  // namespace kith::log
