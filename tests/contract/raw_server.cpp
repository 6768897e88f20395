// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/raw_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kapok::testing {
namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A TLS context with a fresh key and a certificate that only vouches for itself.
std::shared_ptr<SSL_CTX> selfSigned(const std::filesystem::path &pem)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    auto *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("127.0.0.1"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    auto *extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate, key, EVP_sha256());
    if (FILE *file = std::fopen(pem.c_str(), "w")) {
        PEM_write_X509(file, certificate);
        std::fclose(file);
    }
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_use_certificate(context.get(), certificate);
    SSL_CTX_use_PrivateKey(context.get(), key);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return context;
}

std::size_t contentLength(const std::string &head)
{
    std::string low = head;
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto at = low.find("content-length:");
    return at == std::string::npos ? 0 : std::stoul(low.substr(at + 15));
}

} // namespace

RawConnection::RawConnection(int descriptor, ssl_ctx_st *tls) : m_descriptor(descriptor)
{
    if (!tls)
        return;
    m_ssl = SSL_new(tls);
    SSL_set_fd(m_ssl, descriptor);
    m_open = SSL_accept(m_ssl) == 1;
}

RawConnection::~RawConnection()
{
    SSL_free(m_ssl);
}

std::size_t RawConnection::read(char *buffer, std::size_t size)
{
    const auto got =
        m_ssl ? SSL_read(m_ssl, buffer, static_cast<int>(size)) : ::recv(m_descriptor, buffer, size, 0);
    m_open = got > 0;
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

std::string RawConnection::readRequest()
{
    for (;;) {
        const auto end = m_buffer.find("\r\n\r\n");
        if (end != std::string::npos) {
            const auto whole = end + 4 + contentLength(m_buffer.substr(0, end));
            if (m_buffer.size() >= whole) {
                const std::string request = m_buffer.substr(0, whole);
                m_buffer.erase(0, whole);
                return request;
            }
        }
        std::array<char, 4096> piece{};
        const auto got = read(piece.data(), piece.size());
        if (got == 0)
            return {};
        m_buffer.append(piece.data(), got);
    }
}

void RawConnection::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = m_ssl ? SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size()))
                                : ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void RawConnection::waitForEnd()
{
    std::array<char, 4096> piece{};
    while (read(piece.data(), piece.size()) > 0) {
    }
}

RawServer::RawServer(Handler handler, const std::filesystem::path &tlsCertificate)
    : m_handler(std::move(handler))
{
    if (!tlsCertificate.empty())
        m_tls = selfSigned(tlsCertificate);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size);
    ::listen(m_listener, 16);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

RawServer::~RawServer()
{
    m_stopping = true;
    ::shutdown(m_listener, SHUT_RDWR); // wakes accept
    m_thread.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int descriptor : m_open)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    for (auto &handler : m_handlers)
        handler.join();
    ::close(m_listener);
}

std::string RawServer::url() const
{
    return (m_tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(m_port);
}

void RawServer::run()
{
    while (!m_stopping) {
        const int accepted = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (accepted < 0)
            continue;
        ++m_connections;
        const std::lock_guard lock(m_mutex);
        m_open.insert(accepted);
        m_handlers.emplace_back([this, accepted] { handle(accepted); });
    }
}

void RawServer::handle(int descriptor)
{
    {
        RawConnection connection(descriptor, m_tls.get());
        if (connection.isOpen())
            m_handler(connection);
    }
    const std::lock_guard lock(m_mutex);
    m_open.erase(descriptor);
    ::close(descriptor);
}

std::string httpAnswer(std::string_view status, std::string_view body, std::string_view moreHeaders)
{
    return "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(moreHeaders) + "\r\n" + std::string(body);
}

} // namespace kapok::testing
