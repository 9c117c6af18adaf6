#pragma once
// A model as a file: numbers beside the words they stand for, and nothing of the people it was learnt from.

#include "core/result.h"
#include "engine/linkage/model.h"

#include <string>
#include <string_view>

namespace wallchart::linkage {

std::string to_json(const Model& model);
/// Errors: invalid (no such file of this program, a comparison or level missing, a share out of range).
Result<Model> model_from_json(std::string_view text);

}  // namespace wallchart::linkage
