#pragma once
// The right to use a data folder: one process at a time, given up when it ends, however it ends.

#include "core/result.h"

#include <string>
#include <utility>

namespace wallchart {

class FolderLock {
public:
    FolderLock() = default;
    FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FolderLock& operator=(FolderLock&& other) noexcept {
        std::swap(m_file, other.m_file);
        return *this;
    }
    ~FolderLock();

    /// Makes the folder where it is missing. Errors: conflict (another process uses it), unavailable.
    static Result<FolderLock> take(const std::string& folder);

private:
    int m_file = -1;
};

}  // namespace wallchart
