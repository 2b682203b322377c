/* A PKCS#11 program as they are: loads the module, forks, threads, dies, and is careless with pointers.
   Prints "ok" at the end, or what was wrong. Usage: client MODULE PIN [outlive] */
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef unsigned long word;
typedef word (*function)(word, word, word, word, word, word, word, word, word, word);
typedef struct { word type; void *parameter; word length; } mechanism;

static void *library;

static word call(const char *name, word a, word b, word c, word d, word e, word f) {
    function it = (function)dlsym(library, name);
    if (!it) { printf("no %s\n", name); exit(1); }
    return it(a, b, c, d, e, f, 0, 0, 0, 0);
}

static void expect(const char *what, word got, word wanted) {
    if (got != wanted) { printf("%s: 0x%lx and not 0x%lx\n", what, got, wanted); exit(1); }
}

#define P(pointer) ((word)(pointer))

static word open_session(void) {
    word session = 0;
    expect("C_OpenSession", call("C_OpenSession", 0, 6, 0, 0, P(&session), 0), 0);
    return session;
}

static void digest_abc(word session) {
    static const unsigned char known[4] = {0xba, 0x78, 0x16, 0xbf};
    mechanism sha256 = {0x250, 0, 0};
    unsigned char out[32];
    word length = sizeof out;
    expect("C_DigestInit", call("C_DigestInit", session, P(&sha256), 0, 0, 0, 0), 0);
    expect("C_Digest", call("C_Digest", session, P("abc"), 3, P(out), P(&length), 0), 0);
    expect("length", length, 32);
    expect("digest", memcmp(out, known, 4), 0);
}

static void *thread(void *unused) {
    word session = open_session();
    for (int i = 0; i < 200; i++) digest_abc(session);
    expect("C_CloseSession", call("C_CloseSession", session, 0, 0, 0, 0, 0), 0);
    return unused;
}

static int sockets(void) {
    int count = 0;
    struct stat about;
    for (int fd = 0; fd < 256; fd++) count += !fstat(fd, &about) && S_ISSOCK(about.st_mode);
    return count;
}

static void initialize(void) {
    word arguments[6] = {0, 0, 0, 0, 2, 0};
    expect("C_Initialize", call("C_Initialize", P(arguments), 0, 0, 0, 0, 0), 0);
}

static void forked(int before) {
    char info[88];
    pid_t child = fork();
    if (child == 0) {
        expect("C_GetInfo in the child", call("C_GetInfo", P(info), 0, 0, 0, 0, 0), 0x190);
        initialize();
        digest_abc(open_session());
        expect("sockets of the child", sockets() - before, 1);
        expect("C_Finalize in the child", call("C_Finalize", 0, 0, 0, 0, 0, 0), 0);
        exit(0);
    }
    int status = 1;
    waitpid(child, &status, 0);
    if (status) { printf("the child ended with 0x%x\n", status); exit(1); }
    expect("C_GetInfo in the parent", call("C_GetInfo", P(info), 0, 0, 0, 0, 0), 0);
}

/* Every function, with every argument a pointer to nowhere. C_WaitForSlotEvent has CKF_DONT_BLOCK among its bits. */
static void careless(word wild) {
    function *list = 0;
    word (*get)(void *) = (word (*)(void *))dlsym(library, "C_GetFunctionList");
    expect("C_GetFunctionList", get(&list), 0);
    for (int i = 2; i < 68; i++) {
        word rv = list[1 + i](wild, wild, wild, wild, wild, wild, wild, wild, wild, wild);
        if (rv == 0) { printf("function %d took 0x%lx for a pointer\n", i, wild); exit(1); }
    }
    char info[88];
    expect("C_GetInfo after them", call("C_GetInfo", P(info), 0, 0, 0, 0, 0), 0);
}

int main(int count, char **arguments) {
    signal(SIGPIPE, SIG_DFL);
    library = dlopen(arguments[1], RTLD_NOW);
    if (!library) { printf("%s\n", dlerror()); return 1; }
    int before = sockets();
    initialize();
    word session = open_session();
    expect("C_Login", call("C_Login", session, 1, P(arguments[2]), strlen(arguments[2]), 0, 0), 0);
    digest_abc(session);
    if (count > 3) {
        char info[88];
        printf("ready\n");
        fflush(stdout);
        getchar();
        word rv = call("C_GetInfo", P(info), 0, 0, 0, 0, 0);
        if (rv != 0x30 && rv != 0x32) { printf("without a daemon: 0x%lx\n", rv); return 1; }
        expect("C_Initialize without a daemon", call("C_Initialize", 0, 0, 0, 0, 0, 0), 0x32);
        printf("ok\n");
        return 0;
    }
    pthread_t threads[8];
    for (int i = 0; i < 8; i++) pthread_create(&threads[i], 0, thread, 0);
    for (int i = 0; i < 8; i++) pthread_join(threads[i], 0);
    forked(before);
    careless(0x11);
    careless(0xdeadbeef001);
    careless(~0UL);
    expect("C_Finalize", call("C_Finalize", 0, 0, 0, 0, 0, 0), 0);
    printf("ok\n");
    return 0;
}
