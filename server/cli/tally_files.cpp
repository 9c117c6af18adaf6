#include "cli/tally_files.h"

#include "core/csv.h"
#include "core/text.h"
#include "engine/tally/rctab_config.h"
#include "engine/tally/read_blt.h"
#include "engine/tally/read_csv.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t text_limit = std::size_t{256} << 20U;
constexpr unsigned read_size = 1U << 18U;

constexpr std::array formats{std::pair{"blt", BallotFormat::blt},
                             std::pair{"csv", BallotFormat::csv},
                             std::pair{"cdf", BallotFormat::cdf},
                             std::pair{"ess", BallotFormat::ess},
                             std::pair{"rctab-config", BallotFormat::rctab_config},
                             std::pair{"clear-ballot", BallotFormat::clear_ballot},
                             std::pair{"dominion", BallotFormat::dominion},
                             std::pair{"hart", BallotFormat::hart}};

/// A file read piece by piece; zlib passes on what is not compressed as it is.
class InputFile {
public:
    static Result<InputFile> open(const fs::path& path) {
        std::error_code error;
        InputFile file;
        if (fs::is_directory(path, error))
            return failure(ErrorKind::invalid, path.string() + " is a folder, not a file.");
        file.m_file.reset(gzopen(path.c_str(), "rb"));
        if (!file.m_file) return failure(ErrorKind::not_found, path.string() + " cannot be read.");
        gzbuffer(file.m_file.get(), read_size);
        return file;
    }

    std::size_t read(char* into, std::size_t limit) {
        auto count =
            gzread(m_file.get(), into, static_cast<unsigned>(std::min<std::size_t>(limit, 1U << 30U)));
        return count < 0 ? 0 : static_cast<std::size_t>(count);
    }

    /// Whether all was read that there is: a compressed file may be cut off.
    Result<void> whole(const fs::path& path) {
        int code = Z_OK;
        gzerror(m_file.get(), &code);
        if (code == Z_OK || code == Z_STREAM_END) return {};
        return failure(ErrorKind::invalid, path.string() + " is compressed and damaged, or cut off.");
    }

private:
    struct Close {
        void operator()(gzFile file) const { gzclose(file); }
    };
    std::unique_ptr<std::remove_pointer_t<gzFile>, Close> m_file;
};

/// RCTab names workbooks; beside them, or instead, lie their first sheets as CSV.
fs::path found_as(const fs::path& path) {
    std::error_code error;
    for (const auto* ending : {".csv", ".csv.gz"})
        if (path.extension() == ".xlsx" && fs::exists(path.string() + ending, error))
            return path.string() + ending;
    return path;
}

Result<std::vector<tally::RecordFile>> load_source(const fs::path& path) {
    std::vector<tally::RecordFile> files;
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        auto file = found_as(path);
        if (file.extension() == ".xlsx" && fs::exists(file, error))
            return failure(ErrorKind::unsupported, path.string() +
                                                       " is a workbook. Save its first sheet as " +
                                                       path.filename().string() + ".csv beside it.");
        files.push_back({ path.filename().string(), TRY(read_text_file(file)) });
        return files;
    }
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(path, error)) {
        auto ending = to_lower_ascii(entry.path().extension().string());
        if (ending == ".json" || ending == ".xml") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::size_t size = 0;
    for (const auto& each : paths) {
        files.push_back({ each.filename().string(), TRY(read_text_file(each)) });
        size += files.back().text.size();
        if (size > text_limit)
            return failure(ErrorKind::too_large, path.string() + " holds more than 256 MB.");
    }
    if (files.empty()) return failure(ErrorKind::not_found, path.string() + " holds no records.");
    return files;
}

Result<ReadBallots> read_configured(const std::string& path) {
    auto config = TRY(tally::read_rctab_config(TRY(read_text_file(path))));
    auto book = TRY(tally::make_book(config));
    for (const auto& source : config.sources) {
        auto files = TRY(load_source(fs::path(path).parent_path() / source.path));
        TRY(tally::read_records(source, files, book));
    }
    return ReadBallots {
        TRY(tally::make_election(config, book))
        , config.options, BallotFormat::rctab_config
    };
}

Result<ReadBallots> read_recorded(const BallotRequest& request, BallotFormat format) {
    auto source = request.source;
    source.path = request.path;
    switch (format) {
        case BallotFormat::cdf:
            source.form = tally::RecordForm::cdf;
            break;
        case BallotFormat::clear_ballot:
            source.form = tally::RecordForm::clearBallot;
            break;
        case BallotFormat::dominion:
            source.form = tally::RecordForm::dominion;
            break;
        case BallotFormat::hart:
            source.form = tally::RecordForm::hart;
            break;
        case BallotFormat::ess:
        case BallotFormat::blt:
        case BallotFormat::csv:
        case BallotFormat::rctab_config:
            source.form = tally::RecordForm::ess;
            break;
    }
    if (source.form == tally::RecordForm::ess && source.first_column == 0)
        return failure(ErrorKind::invalid,
                       "Say in which column the first choice stands: --source first_column=NUMBER.");
    tally::RecordBook book;
    book.take_any_candidate();
    TRY(tally::read_records(source, TRY(load_source(request.path)), book));
    return ReadBallots {
        TRY(book.take())
        , {}, format
    };
}

/// What a file's name and its first bytes say it is.
Result<BallotFormat> guess_format(const std::string& path) {
    auto name = to_lower_ascii(path);
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    if (name.ends_with(".csv")) return BallotFormat::csv;
    if (name.ends_with(".xml")) return BallotFormat::cdf;
    if (!name.ends_with(".json")) return BallotFormat::blt;
    auto file = TRY(InputFile::open(path));
    std::string start(1U << 16U, '\0');
    start.resize(file.read(start.data(), start.size()));
    return start.find("cvrFileSources") != std::string::npos ? BallotFormat::rctab_config : BallotFormat::cdf;
}

}  // namespace

std::optional<BallotFormat> parse_ballot_format(std::string_view name) {
    for (const auto& [known, format] : formats)
        if (name == known) return format;
    return std::nullopt;
}

Result<std::string> read_text_file(const fs::path& path) {
    auto file = TRY(InputFile::open(path));
    std::string text;
    while (true) {
        auto filled = text.size();
        text.resize(filled + read_size);
        auto count = file.read(text.data() + filled, read_size);
        text.resize(filled + count);
        if (count == 0) break;
        if (text.size() > text_limit)
            return failure(ErrorKind::too_large, path.string() + " is larger than 256 MB.");
    }
    TRY(file.whole(path));
    return text;
}

Result<ReadBallots> read_ballots(const BallotRequest& request) {
    auto format = request.format ? *request.format : TRY(guess_format(request.path));
    if (format == BallotFormat::rctab_config) return read_configured(request.path);
    if (format == BallotFormat::blt) {
        auto file = TRY(InputFile::open(request.path));
        auto election =
            tally::read_blt([&](char* into, std::size_t limit) { return file.read(into, limit); });
        TRY(file.whole(request.path));
        if (!election) return failure(election.error().kind, request.path + ": " + election.error().message);
        return ReadBallots{std::move(*election), {}, format};
    }
    if (format == BallotFormat::csv) {
        auto compressed = request.path.ends_with(".gz");
        auto reader = TRY(compressed ? CsvReader::over(TRY(read_text_file(request.path)))
                                     : CsvReader::open(request.path));
        auto election = tally::read_csv(reader, request.kind, request.source.first_column);
        if (!election) return failure(election.error().kind, request.path + ": " + election.error().message);
        return ReadBallots{std::move(*election), {}, format};
    }
    return read_recorded(request, format);
}

}  // namespace wallchart
