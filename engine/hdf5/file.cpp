// See file.hpp.
#include "engine/hdf5/file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "engine/base/error.hpp"
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

namespace {

/// Waits until a file or folder is on the disk.
void sync_to_disk(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0) fail_by_system("write " + path.string());
  const int result = ::fsync(descriptor);
  const int code = errno;
  ::close(descriptor);
  errno = code;
  // Some file systems have no fsync of folders (EINVAL): nothing more can be done there.
  if (result != 0 && code != EINVAL) fail_by_system("write " + path.string());
}

void move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0)
    fail_by_system("rename " + from.string() + " to " + to.string());
}

Handle file_access() {
  Handle access(require(H5Pcreate(H5P_FILE_ACCESS), "make properties"), H5Pclose);
  // V18: netCDF-4 can read it, and a file of a killed program opens without repair.
  require(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V18), "make properties");
  require(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), "make properties");
  return access;
}

Handle create_file(const std::filesystem::path& path) {
  const Handle creation(require(H5Pcreate(H5P_FILE_CREATE), "make properties"), H5Pclose);
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  require(H5Pset_link_creation_order(creation.id(), order), "make properties");
  require(H5Pset_attr_creation_order(creation.id(), order), "make properties");
  require(H5Pset_obj_track_times(creation.id(), false), "make properties");
  const Handle access = file_access();
  const auto id = H5Fcreate(path.c_str(), H5F_ACC_EXCL, creation.id(), access.id());
  return {require(id, "write " + path.string()), H5Fclose};
}

/// Lets an unwanted file be closed even though its disk is full: what the library still wants to
/// write goes into memory and is forgotten. Without it the library could not free the file.
void divert_to_memory(const Handle& file) {
  void* descriptor = nullptr;
  if (H5Fget_vfd_handle(file.id(), H5P_DEFAULT, &descriptor) < 0) return;
  const int memory = ::memfd_create("abandoned", 0);
  if (memory < 0) return;
  ::dup2(memory, *static_cast<int*>(descriptor));
  ::close(memory);
}

Group open_root(const Handle& file, const std::filesystem::path& path) {
  const auto id = H5Gopen2(file.id(), "/", H5P_DEFAULT);
  return {{require(id, "read " + path.string()), H5Gclose}, path.string() + ": "};
}

}  // namespace

NewFile::NewFile(std::filesystem::path path) : path_(std::move(path)), temporary_(path_) {
  const auto lock = lock_library();
  temporary_ += ".tmp";
  std::error_code ignored;  // what cannot be removed is found to exist by the next call
  std::filesystem::remove(temporary_, ignored);
  try {
    handle_ = create_file(temporary_);
    root_.emplace(open_root(handle_, path_));
  } catch (...) {
    abandon();
    throw;
  }
}

NewFile::~NewFile() {
  abandon();
}

void NewFile::flush() {
  const auto lock = lock_library();
  require(H5Fflush(handle_.id(), H5F_SCOPE_GLOBAL), "write " + path_.string());
}

void NewFile::commit(const std::filesystem::path& previous) {
  const auto lock = lock_library();
  flush();
  root_.reset();
  if (!handle_.close()) fail("write " + path_.string());
  append_digest(temporary_, path_.string());
  sync_to_disk(temporary_, O_RDONLY);
  if (!previous.empty() && std::filesystem::exists(path_)) move_file(path_, previous);
  move_file(temporary_, path_);
  temporary_.clear();
  const auto folder = path_.parent_path();
  sync_to_disk(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
}

void NewFile::abandon() noexcept {
  if (temporary_.empty()) return;
  const auto lock = lock_library();
  if (handle_) divert_to_memory(handle_);
  root_.reset();
  handle_.close();
  std::error_code ignored;  // what cannot be removed stays as a .tmp, which is not read
  std::filesystem::remove(temporary_, ignored);
}

ReadFile::ReadFile(std::filesystem::path path, Verify verify) : path_(std::move(path)) {
  std::error_code error;
  if (!std::filesystem::exists(path_, error) && !error)
    throw RunError("cannot read " + path_.string() + ": no such file");
  // Before the library sees a byte: not every damage is one that it can stand.
  if (verify == Verify::digest) digest_ = verify_digest(path_);
  const auto lock = lock_library();
  if (H5Fis_hdf5(path_.c_str()) <= 0)
    throw DamagedFile("cannot read " + path_.string() +
                      ": it is no HDF5 file, or only a piece of one");
  const Handle access = file_access();
  const auto id = H5Fopen(path_.c_str(), H5F_ACC_RDONLY, access.id());
  if (id < 0) throw DamagedFile("cannot read " + path_.string() + ": " + last_failure());
  handle_ = {id, H5Fclose};
  root_.emplace(open_root(handle_, path_));
}

}  // namespace rumbo::hdf5
