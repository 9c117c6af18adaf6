#include "db/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>

namespace wallchart {

Result<FolderLock> FolderLock::take(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    FolderLock lock;
    lock.m_file = ::open((folder + "/lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock.m_file < 0)
        return failure(ErrorKind::unavailable, "The data folder can't be written: " + folder);
    if (::flock(lock.m_file, LOCK_EX | LOCK_NB) != 0)
        return failure(ErrorKind::conflict,
                       "Another process uses the data folder " + folder + ". Stop it first, or use the API.");
    return lock;
}

FolderLock::~FolderLock() {
    if (m_file >= 0) ::close(m_file);
}

}  // namespace wallchart
