#pragma once
// Who is the same person, within one list or across two: reads records, learns a model, scores the pairs
// worth comparing, chooses a threshold and forms clusters. Deterministic, whatever the number of threads.

#include "engine/linkage/blocks.h"
#include "engine/linkage/frequencies.h"
#include "engine/linkage/model.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace wallchart::linkage {

/// Two records that may be one person; `left` < `right`, numbers of records.
struct ScoredPair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    float weight = 0;  ///< log2 of the odds
    friend bool operator==(const ScoredPair&, const ScoredPair&) = default;
};

/// Pairs less likely than this are not kept.
inline constexpr double least_probability = 0.01;

enum class Stage : std::uint8_t { blocking, learning, comparing, clustering };

struct Options {
    unsigned threads = 2;
    /// The model to use; learnt from the records if there is none.
    const Model* model = nullptr;
    /// From which probability on two are one person; chosen if not given.
    std::optional<double> threshold;
    /// Told of each stage and how much of it is done (0 to 1), from one thread at a time.
    std::function<void(Stage stage, double done)> progress;
};

struct Linkage {
    Model model;
    std::vector<ScoredPair> pairs;        ///< of `least_probability` and more, by left, then right
    std::vector<std::uint32_t> clusters;  ///< of each record: the smallest number of a record in its cluster
    double threshold = 0.5;               ///< probability
    double precision = 1;                 ///< expected at the threshold, of pairs
    double recall = 1;                    ///< of the matches among the pairs compared
    std::uint64_t compared = 0;           ///< pairs
};

/// Finds who is the same person among `records`. `scope` says whether they are one list or two.
Linkage link(const Values& values, std::span<const Record> records, Scope scope, const Options& options);

}  // namespace wallchart::linkage
