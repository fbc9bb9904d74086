// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <libpq-fe.h>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace kith::testing {

namespace {

QString failureReason;

QString binaryFolder() {
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& version : found) {
        const QString folder = versions.filePath(version + QStringLiteral("/bin/"));
        if (QFile::exists(folder + QStringLiteral("initdb")) && QFile::exists(folder + QStringLiteral("postgres"))) {
            return folder;
        }
    }
    return {};
}

/// PostgreSQL refuses to run as root: the account that the package made takes its place.
const passwd* serverAccount() {
    return geteuid() == 0 ? getpwnam("postgres") : getpwuid(geteuid());
}

/// In the child: the account's rights only, and the death of the parent is ours.
void becomeServer(const passwd* account) {
    if (geteuid() == 0) {
        if (setgroups(0, nullptr) != 0 || setgid(account->pw_gid) != 0 || setuid(account->pw_uid) != 0) {
            _exit(126);
        }
    }
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (getppid() == 1) {
        _exit(125);
    }
}

pid_t spawn(const passwd* account, const QStringList& words, const QString& logFile) {
    std::vector<QByteArray> bytes;
    for (const QString& word : words) {
        bytes.push_back(word.toUtf8());
    }
    std::vector<char*> arguments;
    for (QByteArray& word : bytes) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const QByteArray log = logFile.toUtf8();
    const pid_t child = fork();
    if (child == 0) {
        becomeServer(account);
        if (!freopen(log.constData(), "a", stdout) || dup2(STDOUT_FILENO, STDERR_FILENO) < 0) {
            _exit(124);
        }
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    return child;
}

bool connects(const QString& words) {
    return PQping(words.toUtf8().constData()) == PQPING_OK;
}

}  // namespace

struct PostgresServer::Parts {
    QTemporaryDir folder;
    QString user;
    pid_t server{0};
    int databases{0};
};

PostgresServer* PostgresServer::shared() {
    static const std::unique_ptr<PostgresServer> server = [] {
        std::unique_ptr<PostgresServer> fresh(new PostgresServer);
        return fresh->start() ? std::move(fresh) : nullptr;
    }();
    return server.get();
}

QString PostgresServer::whyNot() {
    return failureReason;
}

bool PostgresServer::start() {
    const QString binaries = binaryFolder();
    const passwd* account = serverAccount();
    if (binaries.isEmpty() || !account) {
        failureReason = QStringLiteral("PostgreSQL is not installed (no initdb under /usr/lib/postgresql)");
        return false;
    }
    m_parts = std::make_unique<Parts>();
    m_parts->user = QString::fromLocal8Bit(account->pw_name);
    const QString folder = m_parts->folder.path();
    const QString data = folder + QStringLiteral("/data");
    const QString log = folder + QStringLiteral("/log");
    if (geteuid() == 0 && chown(folder.toUtf8().constData(), account->pw_uid, account->pw_gid) != 0) {
        failureReason = QStringLiteral("the temporary folder cannot be given to PostgreSQL's account");
        return false;
    }
    int status = 0;
    const pid_t init = spawn(account,
                             {binaries + QStringLiteral("initdb"), QStringLiteral("--no-sync"), QStringLiteral("-A"),
                              QStringLiteral("trust"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-E"),
                              QStringLiteral("UTF8"), QStringLiteral("-D"), data},
                             log);
    if (waitpid(init, &status, 0) != init || status != 0) {
        failureReason = QStringLiteral("initdb failed");
        return false;
    }
    m_parts->server = spawn(account,
                            {binaries + QStringLiteral("postgres"), QStringLiteral("-D"), data, QStringLiteral("-k"),
                             folder, QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"),
                             QStringLiteral("fsync=off"), QStringLiteral("-c"), QStringLiteral("shared_buffers=32MB")},
                            log);
    while (!connects(words(QStringLiteral("postgres")))) {
        if (waitpid(m_parts->server, &status, WNOHANG) != 0) {
            failureReason = QStringLiteral("the server ended at once");
            m_parts->server = 0;
            return false;
        }
    }
    return true;
}

PostgresServer::~PostgresServer() {
    if (m_parts && m_parts->server > 0) {
        kill(m_parts->server, SIGINT);
        waitpid(m_parts->server, nullptr, 0);
    }
}

QString PostgresServer::words(const QString& database) const {
    return QStringLiteral("host=%1 user=%2 dbname=%3").arg(m_parts->folder.path(), m_parts->user, database);
}

QString PostgresServer::nameIn(const QString& words) {
    return words.section(QStringLiteral("dbname="), 1);
}

QString PostgresServer::makeDatabase(const QString& likeName) {
    const QString name = QStringLiteral("test_%1").arg(++m_parts->databases);
    PGconn* connection = PQconnectdb(words(QStringLiteral("postgres")).toUtf8().constData());
    const QString like = likeName.isEmpty() ? QString() : QStringLiteral(" TEMPLATE ") + likeName;
    PGresult* made = PQexec(connection, (QStringLiteral("CREATE DATABASE ") + name + like).toUtf8().constData());
    const bool good = PQresultStatus(made) == PGRES_COMMAND_OK;
    PQclear(made);
    PQfinish(connection);
    return good ? words(name) : QString();
}

}  // namespace kith::testing
