// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace nabla::test {

/// What the server does when asked for a path.
struct HttpAnswer
{
    int status = 200;
    std::string body;
    std::string location; ///< of a redirection
    std::optional<std::size_t> announcedBytes; ///< a lie about the body's length
    std::optional<std::size_t> sentBytes; ///< of the body; then the connection ends
    bool stalls = false; ///< after sentBytes stays connected, but silent, until the client leaves
};

/// An HTTP server on localhost for tests, in a thread of its own, which misbehaves as asked. One
/// connection at a time. Safe to call from any thread.
class LocalHttpServer
{
public:
    LocalHttpServer();
    ~LocalHttpServer();
    LocalHttpServer(const LocalHttpServer &) = delete;
    LocalHttpServer &operator=(const LocalHttpServer &) = delete;

    /// "http://127.0.0.1:PORT/"
    [[nodiscard]] std::string address() const;
    /// path: without the leading '/'. Everything else is answered with 404.
    void setAnswer(const std::string &path, const HttpAnswer &answer);
    [[nodiscard]] int requests(const std::string &path) const;

private:
    void serve();
    void handle(int client);
    [[nodiscard]] std::string readRequest(int client) const;
    [[nodiscard]] HttpAnswer answerFor(const std::string &path);
    [[nodiscard]] bool waitFor(int descriptor) const;

    int m_listener = -1;
    int m_wake[2] = {-1, -1}; ///< a pipe: closing its end stops the thread
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::map<std::string, HttpAnswer> m_answers;
    std::map<std::string, int> m_requests;
    std::thread m_thread;
};

} // namespace nabla::test
