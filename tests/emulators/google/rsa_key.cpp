// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/rsa_key.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace kith::emulator {
namespace {

constexpr auto unpadded = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int keyBits = 2048;

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* octets(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

}  // namespace

RsaKey::RsaKey(evp_pkey_st* key)
    : m_key(key, [](evp_pkey_st* owned) { EVP_PKEY_free(owned); }) {
}

RsaKey RsaKey::generate() {
    return RsaKey(EVP_RSA_gen(keyBits));
}

RsaKey RsaKey::fromPrivatePem(const QByteArray& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> source(BIO_new_mem_buf(pem.constData(), int(pem.size())),
                                                           &BIO_free);
    return RsaKey(PEM_read_bio_PrivateKey(source.get(), nullptr, nullptr, nullptr));
}

QByteArray RsaKey::privatePem() const {
    const std::unique_ptr<BIO, decltype(&BIO_free)> sink(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PKCS8PrivateKey(sink.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char* start = nullptr;
    const long size = BIO_get_mem_data(sink.get(), &start);
    return {start, qsizetype(size)};
}

QByteArray RsaKey::sign(const QByteArray& data) const {
    const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    size_t size = size_t(EVP_PKEY_get_size(m_key.get()));
    QByteArray signature(qsizetype(size), '\0');
    const bool signedWell = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
                            EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                                           octets(data), size_t(data.size())) == 1;
    signature.resize(signedWell ? qsizetype(size) : 0);
    return signature;
}

bool RsaKey::verifies(const QByteArray& data, const QByteArray& signature) const {
    const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(context.get(), octets(signature), size_t(signature.size()), octets(data),
                            size_t(data.size())) == 1;
}

QByteArray RsaKey::signedJwt(const QByteArray& headerJson, const QByteArray& claimsJson) const {
    const QByteArray said = headerJson.toBase64(unpadded) + '.' + claimsJson.toBase64(unpadded);
    return said + '.' + sign(said).toBase64(unpadded);
}

}  // namespace kith::emulator
