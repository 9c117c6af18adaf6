// libFuzzer's entry: WALLCHART_TRY is the target.
#include "targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    wallchart::fuzz::WALLCHART_TRY({reinterpret_cast<const char*>(data), size});
    return 0;
}
