/* Between the program and its disk: writes down every write, and fails the one it is told to.

   Loaded by LD_PRELOAD. Does nothing until `fault_watch` names a folder; only files in that
   folder are watched. Built by shim.py. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { OFF, KILL, NO_SPACE, SHORT, WRITE_ERROR, SYNC_ERROR, NO_ACCESS };
enum { WRITE = 1, SYNC = 2, NAME = 4 };

#define MOST_FILES 4096
static char folder[4096];
static size_t folder_length;
static unsigned char watched[MOST_FILES];
static int log_file = -1;
static int kind, sticky;
static long nth, calls[8], hits;
static int half_done;
static long clock_shift;

void fault_watch(const char *path) {
    strncpy(folder, path, sizeof folder - 1);
    folder_length = strlen(folder);
}

void fault_record(const char *path) {
    log_file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

/* From now on the nth call (from 1) of the sort that a kind strikes fails; 0 strikes none. */
void fault_arm(int new_kind, long new_nth, int new_sticky) {
    kind = new_kind, nth = new_nth, sticky = new_sticky;
    half_done = 0, hits = 0;
    memset(calls, 0, sizeof calls);
}

long fault_calls(int sort) { return calls[sort]; }
long fault_hits(void) { return hits; }
void fault_clock(long seconds) { clock_shift = seconds; }

static void put(const void *data, size_t size) {
    const char *at = data;
    while (size) {
        ssize_t done = syscall(SYS_write, log_file, at, size);
        if (done <= 0) return;
        at += done, size -= done;
    }
}

/* One line of the log: a letter, a number, a place, and two lots of bytes. */
static void note(char what, int64_t number, int64_t place, const void *first, uint32_t first_size,
                 const void *second, uint32_t second_size) {
    if (log_file < 0) return;
    struct { char what; int64_t number, place; uint32_t first, second; } __attribute__((packed))
        head = {what, number, place, first_size, second_size};
    put(&head, sizeof head);
    put(first, first_size);
    put(second, second_size);
}

void fault_mark(long number) { note('A', number, 0, "", 0, "", 0); }

static int is_ours(const char *path) {
    return folder_length && path && strncmp(path, folder, folder_length) == 0;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FILES && watched[fd]; }

/* The error that this call shall have; 0 for none. Kills where it was told to. */
static int strike(int sort) {
    calls[sort]++, calls[0]++;
    static const int sorts[] = {0, WRITE | SYNC | NAME, WRITE, WRITE, WRITE, SYNC, NAME};
    static const int errors[] = {0, 0, ENOSPC, ENOSPC, EIO, EIO, EACCES};
    if (!kind || !(sorts[kind] & sort)) return 0;
    if (kind == SHORT && half_done == 1) {
        half_done = 2, hits++;
        return ENOSPC;
    }
    long turn = kind == KILL ? calls[0] : calls[sort];
    if (turn != nth && !(sticky && nth && turn > nth)) return 0;
    hits++;
    return kind == KILL ? -1 : errors[kind];
}

static void die(void) { kill(getpid(), SIGKILL); }

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

/* --- names ------------------------------------------------------------------------------- */

static int opened(int fd, const char *path, int flags, int is_new) {
    if (fd >= 0 && fd < MOST_FILES) {
        watched[fd] = is_ours(path) && fd != log_file;
        if (watched[fd])
            note('O', fd, (is_new ? 1 : 0) | (flags & O_TRUNC ? 2 : 0), path, strlen(path), "", 0);
    }
    return fd;
}

static int before_open(const char *path, int flags, int *is_new) {
    struct stat seen;
    int kept = errno;
    *is_new = 0;
    if (!is_ours(path) || (flags & O_ACCMODE) == O_RDONLY) return 0;
    *is_new = (flags & O_CREAT) && stat(path, &seen) != 0;
    errno = kept;
    int error = strike(NAME);
    if (error < 0) die();
    if (error > 0) errno = error;
    return error;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        int is_new; \
        if (before_open(path, flags, &is_new)) return -1; \
        return opened(real(path, flags, mode), path, flags, is_new); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        int is_new; \
        if (before_open(path, flags, &is_new)) return -1; \
        return opened(real(at, path, flags, mode), path, flags, is_new); \
    }
OPENAT(openat)
OPENAT(openat64)

static int may_name(const char *path) {
    if (!is_ours(path)) return 1;
    int error = strike(NAME);
    if (error < 0) die();
    if (error > 0) errno = error;
    return !error;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (!may_name(to)) return -1;
    int done = real(from, to);
    if (!done && is_ours(to)) note('R', 0, 0, from, strlen(from), to, strlen(to));
    return done;
}

int renameat(int from_at, const char *from, int to_at, const char *to) {
    REAL(renameat);
    if (!may_name(to)) return -1;
    int done = real(from_at, from, to_at, to);
    if (!done && is_ours(to)) note('R', 0, 0, from, strlen(from), to, strlen(to));
    return done;
}

int link(const char *from, const char *to) {
    REAL(link);
    if (!may_name(to)) return -1;
    int done = real(from, to);
    if (!done && is_ours(to)) note('L', 0, 0, from, strlen(from), to, strlen(to));
    return done;
}

int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
    REAL(linkat);
    if (!may_name(to)) return -1;
    int done = real(from_at, from, to_at, to, flags);
    if (!done && is_ours(to)) note('L', 0, 0, from, strlen(from), to, strlen(to));
    return done;
}

int unlink(const char *path) {
    REAL(unlink);
    int done = real(path);
    if (!done && is_ours(path)) note('U', 0, 0, path, strlen(path), "", 0);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    if (!may_name(path)) return -1;
    int done = real(path, mode);
    if (!done && is_ours(path)) note('D', 0, 0, path, strlen(path), "", 0);
    return done;
}

/* --- what is in files ----------------------------------------------------------------------- */

/* How many of `size` bytes may be written; -1 with errno for none. */
static ssize_t may_write(int fd, size_t size) {
    if (!is_watched(fd)) return size;
    int error = strike(WRITE);
    if (!error) return size;
    if (error < 0 || (kind == SHORT && !half_done)) {
        half_done = 1;
        return size > 1 ? size / 2 : size;
    }
    errno = error;
    return -1;
}

static int is_dying(void) { return kind == KILL && half_done; }

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    int64_t place = 0;
    if (is_watched(fd)) {
        place = lseek(fd, 0, SEEK_CUR);
        if (fcntl(fd, F_GETFL) & O_APPEND) place = lseek(fd, 0, SEEK_END);
    }
    ssize_t allowed = may_write(fd, size);
    if (allowed < 0) return -1;
    ssize_t done = real(fd, data, allowed);
    if (is_watched(fd)) {
        if (done > 0) note('W', fd, place, data, done, "", 0);
        if (is_dying()) die();
    }
    return done;
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *data, size_t size, offset place) { \
        REAL(name); \
        ssize_t allowed = may_write(fd, size); \
        if (allowed < 0) return -1; \
        ssize_t done = real(fd, data, allowed, place); \
        if (is_watched(fd)) { \
            if (done > 0) note('W', fd, place, data, done, "", 0); \
            if (is_dying()) die(); \
        } \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define FTRUNCATE(name, offset) \
    int name(int fd, offset size) { \
        REAL(name); \
        int done = real(fd, size); \
        if (!done && is_watched(fd)) note('T', fd, size, "", 0, "", 0); \
        return done; \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define FSYNC(name) \
    int name(int fd) { \
        REAL(name); \
        if (is_watched(fd)) { \
            int error = strike(SYNC); \
            if (error < 0) die(); \
            if (error > 0) { \
                errno = error; \
                return -1; \
            } \
        } \
        int done = real(fd); \
        if (!done && is_watched(fd)) note('F', fd, 0, "", 0, "", 0); \
        return done; \
    }
FSYNC(fsync)
FSYNC(fdatasync)

/* Copies inside the kernel would not be seen: the caller falls back to reading and writing. */
ssize_t sendfile(int to, int from, off_t *place, size_t size) {
    REAL(sendfile);
    if (!is_watched(to)) return real(to, from, place, size);
    errno = EINVAL;
    return -1;
}

ssize_t sendfile64(int to, int from, off64_t *place, size_t size) {
    REAL(sendfile64);
    if (!is_watched(to)) return real(to, from, place, size);
    errno = EINVAL;
    return -1;
}

/* --- the clock -------------------------------------------------------------------------------- */

int clock_gettime(clockid_t which, struct timespec *now) {
    REAL(clock_gettime);
    int done = real(which, now);
    if (!done && which == CLOCK_REALTIME) now->tv_sec += clock_shift;
    return done;
}

time_t time(time_t *now) {
    struct timespec seen;
    clock_gettime(CLOCK_REALTIME, &seen);
    if (now) *now = seen.tv_sec;
    return seen.tv_sec;
}
