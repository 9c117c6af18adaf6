// The web app's files, from inside the program.

#include "core/assets.h"
#include "http/application.h"

#include <zlib.h>

#include <map>
#include <mutex>

namespace wallchart {
namespace {

std::string_view content_type_of(std::string_view name) {
    static const std::map<std::string_view, std::string_view> types{
        {"html", "text/html; charset=utf-8"},
        {"js", "text/javascript; charset=utf-8"},
        {"css", "text/css; charset=utf-8"},
        {"json", "application/json"},
        {"svg", "image/svg+xml"},
        {"png", "image/png"},
        {"ico", "image/x-icon"},
        {"woff2", "font/woff2"},
        {"webmanifest", "application/manifest+json"},
        {"txt", "text/plain; charset=utf-8"},
        {"map", "application/json"}};
    auto dot = name.rfind('.');
    auto found = dot == std::string_view::npos ? types.end() : types.find(name.substr(dot + 1));
    return found == types.end() ? "application/octet-stream" : found->second;
}

/// Compressed once, at its first use.
std::string_view gzipped(std::string_view name, std::string_view content) {
    static std::mutex mutex;
    static std::map<std::string, std::string, std::less<>> cache;
    std::lock_guard lock(mutex);
    if (auto found = cache.find(name); found != cache.end()) return found->second;
    std::string packed(compressBound(static_cast<uLong>(content.size())) + 64, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return cache.emplace(std::string(name), std::move(packed)).first->second;
}

}  // namespace

std::optional<Response> static_file(const Request& request) {
    if (request.method != Method::get || request.path.starts_with("/api/")) return std::nullopt;
    std::string name = "web" + request.path;
    auto content = find_asset(name);
    if (!content) {
        // Addresses of the app's own pages ("/drives/42") have no dot; those of missing files do.
        auto last = request.path.substr(request.path.rfind('/') + 1);
        if (last.find('.') != std::string::npos) return std::nullopt;
        name = request.path == "/talk" || request.path.starts_with("/talk/") ? "web/talk.html"
                                                                             : "web/index.html";
        content = find_asset(name);
        if (!content) return std::nullopt;
    }
    Response response;
    response.content_type = content_type_of(name);
    bool hashed = request.path.starts_with("/assets/");
    response.headers.emplace_back("cache-control",
                                  hashed ? "public, max-age=31536000, immutable" : "no-cache");
    bool compressible = response.content_type.find("font") == std::string::npos &&
                        response.content_type.find("image/png") == std::string::npos;
    if (compressible && request.header("accept-encoding").find("gzip") != std::string_view::npos) {
        response.content = gzipped(name, *content);
        response.headers.emplace_back("content-encoding", "gzip");
        response.headers.emplace_back("vary", "accept-encoding");
    } else {
        response.content = *content;
    }
    return response;
}

}  // namespace wallchart
