// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

namespace kapok::test {
namespace {

using Kind = FaultVfs::Kind;

struct Plan {
    bool armed = false;
    Kind kind = Kind::Write;
    int left = 0;
    bool hit = false;
};
Plan g_plan;
bool g_skipFlushes = false;
sqlite3_vfs *g_real = nullptr;
sqlite3_vfs g_vfs;
sqlite3_io_methods g_methods;

enum class Call { Write, Sync, Open };

bool counts(Call call)
{
    switch (g_plan.kind) {
    case Kind::Write:
    case Kind::DiskFull:
        return call == Call::Write;
    case Kind::Sync:
        return call == Call::Sync;
    case Kind::Open:
        return call == Call::Open;
    case Kind::Broken:
        return call != Call::Open;
    }
    return false;
}

/// Whether this call is to fail.
bool fails(Call call)
{
    if (!g_plan.armed || !counts(call))
        return false;
    if (--g_plan.left > 0)
        return false;
    const bool lasting = g_plan.kind == Kind::DiskFull || g_plan.kind == Kind::Broken;
    if (g_plan.left < 0 && !lasting)
        return false;
    g_plan.hit = true;
    return true;
}

/// A file of ours; the real one lies behind it in the same allocation.
struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

int xClose(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int xRead(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    return realOf(file)->pMethods->xRead(realOf(file), to, size, at);
}

int xWrite(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    if (fails(Call::Write))
        return g_plan.kind == Kind::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return realOf(file)->pMethods->xWrite(realOf(file), from, size, at);
}

int xTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (g_plan.kind != Kind::DiskFull && fails(Call::Write))
        return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int xSync(sqlite3_file *file, int flags)
{
    if (fails(Call::Sync))
        return SQLITE_IOERR_FSYNC;
    return g_skipFlushes ? SQLITE_OK : realOf(file)->pMethods->xSync(realOf(file), flags);
}

int xFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int xLock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int xUnlock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int xCheckReservedLock(sqlite3_file *file, int *result)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}

int xFileControl(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int xSectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int xDeviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int xShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, to);
}

int xShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void xShmBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int xShmUnmap(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

int xOpen(sqlite3_vfs *, sqlite3_filename path, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    if (fails(Call::Open))
        return SQLITE_CANTOPEN;
    auto *mine = reinterpret_cast<File *>(file);
    mine->real = reinterpret_cast<sqlite3_file *>(mine + 1);
    const int code = g_real->xOpen(g_real, path, mine->real, flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &g_methods;
    return code;
}

sqlite3_io_methods makeMethods()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 2; // no memory-mapped reading: every access is counted
    methods.xClose = xClose;
    methods.xRead = xRead;
    methods.xWrite = xWrite;
    methods.xTruncate = xTruncate;
    methods.xSync = xSync;
    methods.xFileSize = xFileSize;
    methods.xLock = xLock;
    methods.xUnlock = xUnlock;
    methods.xCheckReservedLock = xCheckReservedLock;
    methods.xFileControl = xFileControl;
    methods.xSectorSize = xSectorSize;
    methods.xDeviceCharacteristics = xDeviceCharacteristics;
    methods.xShmMap = xShmMap;
    methods.xShmLock = xShmLock;
    methods.xShmBarrier = xShmBarrier;
    methods.xShmUnmap = xShmUnmap;
    return methods;
}

} // namespace

FaultVfs::FaultVfs()
{
    g_real = sqlite3_vfs_find(nullptr);
    g_methods = makeMethods();
    g_vfs = *g_real; // everything but opening is the real one's
    g_vfs.szOsFile = static_cast<int>(sizeof(File)) + g_real->szOsFile;
    g_vfs.zName = "kapok-fault";
    g_vfs.pNext = nullptr;
    g_vfs.xOpen = xOpen;
    g_plan = {};
    g_skipFlushes = false;
    sqlite3_vfs_register(&g_vfs, 0);
}

FaultVfs::~FaultVfs()
{
    g_plan = {};
    sqlite3_vfs_unregister(&g_vfs);
}

void FaultVfs::failAt(Kind kind, int n)
{
    g_plan = {true, kind, n, false};
}

void FaultVfs::heal()
{
    g_plan.armed = false;
}

void FaultVfs::skipFlushes()
{
    g_skipFlushes = true;
}

bool FaultVfs::hit() const
{
    return g_plan.hit;
}

} // namespace kapok::test
