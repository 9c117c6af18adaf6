#include "features/upkeep/zip_writer.h"

#include <sys/stat.h>
#include <zip.h>

namespace wallchart {

ZipWriter::ZipWriter(const std::string& path) {
    ::umask(077);  // such files hold personal data: for their owner's eyes
    int code = 0;
    m_zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
}

ZipWriter::~ZipWriter() {
    if (m_zip != nullptr) zip_discard(m_zip);
}

bool ZipWriter::add_text(const std::string& name, std::string text) {
    if (m_zip == nullptr) return false;
    const auto& kept = m_texts.emplace_back(std::move(text));
    return add(name, zip_source_buffer(m_zip, kept.data(), kept.size(), 0));
}

bool ZipWriter::add_file(const std::string& name, const std::string& path) {
    return m_zip != nullptr && add(name, zip_source_file(m_zip, path.c_str(), 0, -1));
}

bool ZipWriter::add(const std::string& name, zip_source* source) {
    if (source == nullptr) return false;
    auto index = zip_file_add(m_zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    // The fastest level: tables compress well at any, and a backup should not take all night.
    return zip_set_file_compression(m_zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1) == 0;
}

bool ZipWriter::close() {
    if (m_zip == nullptr || zip_close(m_zip) != 0) return false;
    m_zip = nullptr;
    return true;
}

}  // namespace wallchart
