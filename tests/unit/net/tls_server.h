// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A TLS server on 127.0.0.1 with a certificate that it signed itself a moment ago.
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QThread>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <utility>

namespace kith::testing {

inline QByteArray pemOf(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray pem(data, size);
    BIO_free(bio);
    return pem;
}

/// A fresh RSA key in PEM, and its public half.
inline std::pair<QByteArray, QByteArray> freshRsaKey() {
    EVP_PKEY* key = EVP_RSA_gen(2048);
    BIO* secret = BIO_new(BIO_s_mem());
    BIO* open = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_PUBKEY(open, key);
    EVP_PKEY_free(key);
    return {pemOf(secret), pemOf(open)};
}

class TlsServer {
public:
    TlsServer() {
        m_server = new QSslServer;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        EVP_PKEY* key = EVP_RSA_gen(2048);
        BIO* secret = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
        configuration.setPrivateKey(QSslKey(pemOf(secret), QSsl::Rsa));
        configuration.setLocalCertificate(QSslCertificate(selfSigned(key)));
        EVP_PKEY_free(key);
        m_server->setSslConfiguration(configuration);
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server,
            [this] {
                m_server->listen(QHostAddress::LocalHost, 0);
                m_port = m_server->serverPort();
            },
            Qt::BlockingQueuedConnection);
    }
    ~TlsServer() {
        m_thread.quit();
        m_thread.wait();
    }
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;
    quint16 port() const { return m_port; }

private:
    static QByteArray selfSigned(EVP_PKEY* key) {
        X509* certificate = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_NAME* name = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1,
                                   -1, 0);
        X509_set_issuer_name(certificate, name);
        X509_sign(certificate, key, EVP_sha256());
        BIO* bio = BIO_new(BIO_s_mem());
        PEM_write_bio_X509(bio, certificate);
        X509_free(certificate);
        return pemOf(bio);
    }

    QThread m_thread;
    QSslServer* m_server{nullptr};  ///< lives in m_thread
    quint16 m_port{0};
};

}  // namespace kith::testing
