// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/files/local_http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace nabla::test {

namespace {

int checked(int result, const char *what)
{
    if (result < 0)
        throw std::system_error(errno, std::generic_category(), what);
    return result;
}

/// False when the client is gone.
bool sendAll(int client, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string headOf(const HttpAnswer &answer)
{
    std::string head
        = "HTTP/1.1 " + std::to_string(answer.status) + " Test\r\nConnection: close\r\n";
    if (!answer.location.empty())
        head += "Location: " + answer.location + "\r\n";
    const std::size_t length = answer.announcedBytes.value_or(answer.body.size());
    return head + "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

} // namespace

LocalHttpServer::LocalHttpServer()
    : m_listener(checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"))
{
    checked(::pipe(m_wake), "pipe");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    checked(::bind(m_listener, generic, size), "bind"); // port 0: any free one
    checked(::listen(m_listener, 8), "listen");
    checked(::getsockname(m_listener, generic, &size), "getsockname");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

LocalHttpServer::~LocalHttpServer()
{
    ::close(m_wake[1]);
    m_thread.join();
    ::close(m_wake[0]);
    ::close(m_listener);
}

std::string LocalHttpServer::address() const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + "/";
}

void LocalHttpServer::setAnswer(const std::string &path, const HttpAnswer &answer)
{
    const std::lock_guard lock(m_mutex);
    m_answers[path] = answer;
}

int LocalHttpServer::requests(const std::string &path) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_requests.find(path);
    return found == m_requests.end() ? 0 : found->second;
}

bool LocalHttpServer::waitFor(int descriptor) const
{
    std::array<pollfd, 2> watched{pollfd{descriptor, POLLIN, 0}, pollfd{m_wake[0], POLLIN, 0}};
    while (::poll(watched.data(), watched.size(), -1) < 0 && errno == EINTR) {}
    return watched[1].revents == 0;
}

void LocalHttpServer::serve()
{
    while (waitFor(m_listener)) {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        handle(client);
        ::close(client);
    }
}

std::string LocalHttpServer::readRequest(int client) const
{
    std::string request;
    std::array<char, 1024> buffer{};
    while (request.find("\r\n\r\n") == std::string::npos) {
        if (!waitFor(client))
            return {};
        const ssize_t got = ::recv(client, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            return {};
        request.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return request;
}

HttpAnswer LocalHttpServer::answerFor(const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[path];
    const auto found = m_answers.find(path);
    if (found != m_answers.end())
        return found->second;
    HttpAnswer missing;
    missing.status = 404;
    missing.body = "no such file";
    return missing;
}

void LocalHttpServer::handle(int client)
{
    const std::string request = readRequest(client);
    constexpr std::string_view method = "GET /";
    if (!request.starts_with(method))
        return;
    const std::size_t end = request.find(' ', method.size());
    const HttpAnswer answer = answerFor(request.substr(method.size(), end - method.size()));
    const std::string_view body = answer.body;
    if (!sendAll(client, headOf(answer))
        || !sendAll(client, body.substr(0, answer.sentBytes.value_or(body.size()))))
        return;
    if (answer.stalls)
        static_cast<void>(waitFor(client)); // readable when the client has closed its end
}

} // namespace nabla::test
