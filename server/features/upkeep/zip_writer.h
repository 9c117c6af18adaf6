#pragma once
// A ZIP file made of files and texts; nothing is compressed or written before close().

#include <list>
#include <string>
#include <string_view>

struct zip;
struct zip_source;

namespace wallchart {

class ZipWriter {
public:
    /// Replaces what is at `path`.
    explicit ZipWriter(const std::string& path);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// False when it can't be added; so are all that follow.
    bool add_text(const std::string& name, std::string text);
    /// The file must stay until close().
    bool add_file(const std::string& name, const std::string& path);
    /// Compresses and writes everything; false when that failed, and then there is no file.
    bool close();

private:
    bool add(const std::string& name, zip_source* source);

    zip* m_zip = nullptr;
    std::list<std::string> m_texts;
};

}  // namespace wallchart
