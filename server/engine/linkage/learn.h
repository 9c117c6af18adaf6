#pragma once
// Learning a model from a list itself, without any known answers (expectation-maximisation).

#include "engine/linkage/blocks.h"
#include "engine/linkage/model.h"

#include <span>

namespace wallchart::linkage {

/// What learning needs; all of one list, or of two (see Scope).
struct LearningInput {
    const Values& values;
    std::span<const Record> records;
    const Frequencies& frequencies;
    const Blocks& blocks;
    unsigned threads = 2;
};

/// The same input gives the same model.
Model learn(const LearningInput& input);

}  // namespace wallchart::linkage
