// SPDX-License-Identifier: Apache-2.0
#include "core/store/storage_error.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace kapok::store {
namespace {

ErrorCode codeOf(int primary, int systemError)
{
    switch (primary) {
    case SQLITE_FULL:
        return ErrorCode::StorageFull;
    case SQLITE_IOERR:
        return systemError == ENOSPC || systemError == EDQUOT ? ErrorCode::StorageFull
                                                              : ErrorCode::StorageBroken;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_PERM:
        return ErrorCode::StorageBroken;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Throttled;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::Internal;
    }
}

/// What the system said of the last failure, for people: SQLite does not always pass it on, but its files
/// know, the log before the database.
std::string systemWords(sqlite3 *database)
{
    int error = sqlite3_system_errno(database);
    for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file *file = nullptr;
        if (error == 0 && sqlite3_file_control(database, "main", which, &file) == SQLITE_OK && file &&
            file->pMethods)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error == 0 ? std::string() : std::string(", ") + std::strerror(error);
}

} // namespace

Error storageError(int code, sqlite3 *database, const std::string &what)
{
    const int systemError = database ? sqlite3_system_errno(database) : 0;
    std::string detail = what + ": " + sqlite3_errstr(code);
    // SQLite's own message names tables and columns, never values.
    if (database && (code & 0xff) != SQLITE_OK && sqlite3_extended_errcode(database) == code)
        detail = what + ": " + sqlite3_errmsg(database);
    if (database && (code & 0xff) == SQLITE_IOERR)
        detail += systemWords(database);
    return {codeOf(code & 0xff, systemError), detail + " (SQLite " + std::to_string(code) + ")"};
}

} // namespace kapok::store
