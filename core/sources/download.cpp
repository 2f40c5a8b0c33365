// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/download.h"

#include "core/files/file_error.h"
#include "core/files/gzip_reader.h"
#include "core/files/verified_file.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace nabla {

namespace {

using Clock = std::chrono::steady_clock;

struct CloseEasy
{
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
struct CloseMulti
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

class Canceled : public std::exception
{
};

/// What the whole download is at, told to the caller.
class Reporter
{
public:
    Reporter(const DownloadOptions &options, const DownloadProgressFunction &progress)
        : m_progress(progress)
    {
        for (const DownloadFile &file : options.files)
            m_state.total += file.compressedBytes;
    }

    void beginFile(const DownloadFile &file)
    {
        m_state.file = file.name;
        m_announced = file.compressedBytes;
    }
    void beginMirror(const std::string &mirror) { m_state.mirror = mirror; }

    /// Bytes of the current file; size 0 while the server has not told it. Throws Canceled.
    void report(std::uint64_t bytes, std::uint64_t size)
    {
        if (size > 0) {
            m_state.total += size - m_announced;
            m_announced = size;
        }
        m_state.bytes = m_before + std::min(bytes, m_announced);
        if (m_progress && !m_progress(m_state))
            throw Canceled();
    }

    void endFile()
    {
        report(m_announced, 0);
        m_before += m_announced;
    }

private:
    const DownloadProgressFunction &m_progress;
    DownloadProgress m_state;
    std::uint64_t m_before = 0; ///< bytes of the files that are complete
    std::uint64_t m_announced = 0;
};

/// Notices a transfer that trickles or stands still.
class StallWatch
{
public:
    explicit StallWatch(const DownloadOptions &options)
        : m_options(options)
        , m_since(Clock::now())
    {
    }

    [[nodiscard]] bool hasStalled(std::uint64_t bytes)
    {
        const Clock::time_point now = Clock::now();
        if (now - m_since < m_options.stallTimeout)
            return false;
        if (bytes - m_bytes < m_options.leastBytes)
            return true;
        m_since = now;
        m_bytes = bytes;
        return false;
    }

private:
    const DownloadOptions &m_options;
    Clock::time_point m_since;
    std::uint64_t m_bytes = 0;
};

/// One request: body into the file and the check. Exceptions must not fly through curl: the
/// callback keeps them for the caller.
struct Body
{
    PartialFile &file;
    GzipContentCheck check;
    std::exception_ptr failure{};
};

std::size_t receive(char *data, std::size_t, std::size_t size, void *context)
{
    Body &body = *static_cast<Body *>(context);
    const std::span bytes(reinterpret_cast<const std::uint8_t *>(data), size);
    try {
        body.check.add(bytes);
        body.file.write(bytes);
        return size;
    } catch (...) {
        body.failure = std::current_exception();
        return 0; // any other number than size ends the transfer
    }
}

using Easy = std::unique_ptr<CURL, CloseEasy>;
using Multi = std::unique_ptr<CURLM, CloseMulti>;
using ErrorText = std::array<char, CURL_ERROR_SIZE>;

Easy makeRequest(const std::string &address, const DownloadOptions &options,
                 const DownloadFile &file, Body &body, ErrorText &error)
{
    Easy easy(curl_easy_init());
    if (!easy)
        throw std::bad_alloc();
    // No gzip file of incompressible content is larger than this; it limits a server's lies.
    const auto largest
        = static_cast<curl_off_t>(file.contentBytes + file.contentBytes / 100 + 4096);
    CURL *handle = easy.get();
    curl_easy_setopt(handle, CURLOPT_URL, address.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, options.maxRedirects);
    curl_easy_setopt(handle, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L); // signals and threads do not go together
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(options.connectTimeout.count()));
    curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, largest);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "Nablascope");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error.data());
    return easy;
}

std::string describe(CURL *easy, CURLcode code, const ErrorText &error)
{
    if (code == CURLE_HTTP_RETURNED_ERROR) {
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        return "answered " + std::to_string(status);
    }
    if (code == CURLE_PARTIAL_FILE)
        return "ended the transfer too early";
    if (code == CURLE_TOO_MANY_REDIRECTS)
        return "redirected too often";
    return error[0] != '\0' ? error.data() : curl_easy_strerror(code);
}

/// size: of the whole file, 0 as long as it is not known.
std::uint64_t receivedBytes(CURL *easy, std::uint64_t &size)
{
    curl_off_t received = 0;
    curl_off_t announced = 0;
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
    curl_easy_getinfo(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    // A redirection or an error page has a length, too.
    size = status == 200 && announced > 0 ? static_cast<std::uint64_t>(announced) : 0;
    return static_cast<std::uint64_t>(received);
}

/// Runs the request to its end. Throws ContentError, FileError or Canceled.
void perform(CURL *easy, const DownloadOptions &options, const Body &body, Reporter &reporter,
             const ErrorText &error)
{
    const Multi multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), easy) != CURLM_OK)
        throw std::bad_alloc();
    // The easy handle must leave before either of them is cleaned up.
    const auto detach = [easy](CURLM *from) {
        curl_multi_remove_handle(from, easy);
    };
    const std::unique_ptr<CURLM, decltype(detach)> attached(multi.get(), detach);
    StallWatch watch(options);
    int running = 1;
    while (running > 0) {
        constexpr int shortWait = 50; // milliseconds: Cancel feels immediate
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK
            || (running > 0
                && curl_multi_poll(multi.get(), nullptr, 0, shortWait, nullptr) != CURLM_OK))
            throw ContentError("could not be asked (the network library failed)");
        std::uint64_t size = 0;
        const std::uint64_t bytes = receivedBytes(easy, size);
        reporter.report(bytes, size);
        if (running > 0 && watch.hasStalled(bytes))
            throw ContentError("stalled");
    }
    if (body.failure)
        std::rethrow_exception(body.failure);
    int left = 0;
    const CURLMsg *message = curl_multi_info_read(multi.get(), &left);
    if (message && message->data.result != CURLE_OK)
        throw ContentError(describe(easy, message->data.result, error));
}

/// Throws ContentError, FileError or Canceled.
void fetch(const std::string &address, const DownloadOptions &options, const DownloadFile &file,
           PartialFile &target, Reporter &reporter)
{
    target.restart();
    ErrorText error{};
    Body body{target, GzipContentCheck(file.contentBytes, file.contentSha256)};
    const Easy easy = makeRequest(address, options, file, body, error);
    perform(easy.get(), options, body, reporter, error);
    body.check.finish();
}

bool isAlreadyThere(const std::filesystem::path &path, const DownloadFile &file)
{
    try {
        GzipReader reader(path);
        Sha256 hash;
        std::vector<std::uint8_t> buffer(1U << 16);
        while (reader.position() <= file.contentBytes) {
            const std::size_t got = reader.read(buffer);
            if (got == 0)
                break;
            hash.add(std::span(buffer).first(got));
        }
        return reader.position() == file.contentBytes && hash.hex() == file.contentSha256;
    } catch (const FileError &) {
        return false; // it is fetched and replaced
    }
}

/// Moves the mirror that delivered to the front: the next file need not wait for a dead one again.
void fetchFromAnyMirror(DownloadOptions &options, const DownloadFile &file,
                        const std::filesystem::path &folder, Reporter &reporter)
{
    PartialFile target(folder / file.name);
    std::string reasons;
    for (auto mirror = options.mirrors.begin(); mirror != options.mirrors.end(); ++mirror) {
        const std::string address = *mirror + (mirror->ends_with('/') ? "" : "/") + file.name;
        reporter.beginMirror(*mirror);
        reporter.report(0, 0);
        try {
            fetch(address, options, file, target, reporter);
            target.commit();
            std::rotate(options.mirrors.begin(), mirror, mirror + 1);
            return;
        } catch (const ContentError &error) {
            reasons += "\n" + address + ": " + error.what();
        }
    }
    throw DownloadError(file.name + " could not be downloaded; check the connection and try again, "
                        + "or put the files into " + folder.string() + " yourself." + reasons);
}

void makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw FileError(folder, 0,
                        "the folder cannot be made (" + error.message()
                            + "); check the rights of the folder above it");
}

} // namespace

std::vector<DownloadFile> mnistFiles()
{
    return {
        {"train-labels-idx1-ubyte.gz", 28'881, 60'008,
         "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
        {"t10k-labels-idx1-ubyte.gz", 4'542, 10'008,
         "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"},
        {"t10k-images-idx3-ubyte.gz", 1'648'877, 7'840'016,
         "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
        {"train-images-idx3-ubyte.gz", 9'912'422, 47'040'016,
         "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
    };
}

std::vector<std::string> mnistMirrors()
{
    return {"https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/"};
}

DownloadResult download(const DownloadOptions &options, const std::filesystem::path &folder,
                        const DownloadProgressFunction &progress)
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw DownloadError("the network library could not be started; restart the program");
    makeFolder(folder);
    DownloadOptions remaining = options;
    Reporter reporter(options, progress);
    try {
        for (const DownloadFile &file : options.files) {
            reporter.beginFile(file);
            reporter.report(0, 0);
            if (!isAlreadyThere(folder / file.name, file))
                fetchFromAnyMirror(remaining, file, folder, reporter);
            reporter.endFile();
        }
    } catch (const Canceled &) {
        return DownloadResult::Canceled;
    }
    return DownloadResult::Complete;
}

} // namespace nabla
