/* A PKCS#11 program that is called back, lets calls run in background, and waits for events.
   Prints "ok" at the end, or what was wrong. Usage: callbacks MODULE [wait] */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned long word;
typedef word (*function)(word, word, word, word, word, word, word, word, word, word);
typedef struct { word type; void *parameter; word length; } mechanism;
typedef struct { word type; void *value; word length; } attribute;
typedef struct { word version; void *value; word length, object, additional_object; } async_data;

static void *library;
static int notified, unlike;
static word cancel;
static __thread int generating;

#define P(pointer) ((word)(pointer))

static word call(const char *name, word a, word b, word c, word d, word e) {
    function it = (function)dlsym(library, name);
    if (!it) { printf("no %s\n", name); exit(1); }
    return it(a, b, c, d, e, 0, 0, 0, 0, 0);
}

static void expect(const char *what, word got, word wanted) {
    if (got != wanted) { printf("%s: 0x%lx and not 0x%lx\n", what, got, wanted); exit(1); }
}

static word notify(word session, word event, void *data) {
    notified++;
    if (!generating || event != 0 || data != &cancel || session == 0) unlike++;
    return cancel;
}

static word session_of(word flags, int with_notify) {
    word session = 0;
    word rv = call("C_OpenSession", 0, flags, with_notify ? P(&cancel) : 0, with_notify ? P(notify) : 0, P(&session));
    expect("C_OpenSession", rv, 0);
    return session;
}

static word generate(word session) {
    mechanism aes = {0x1080, 0, 0};
    word length = 16, key = 0;
    unsigned char no = 0;
    attribute template[2] = {{0x161, &length, sizeof length}, {2, &no, 1}};
    generating = 1;
    word rv = call("C_GenerateKey", session, P(&aes), P(template), 2, P(&key));
    generating = 0;
    return rv;
}

static void *elsewhere(void *session) {
    return (void *)generate(P(session));
}

/* In the thread whose call it is, whoever opened the session. */
static word generate_in_another_thread(word session) {
    pthread_t thread;
    void *rv;
    pthread_create(&thread, 0, elsewhere, (void *)session);
    pthread_join(thread, &rv);
    return P(rv);
}

static void surrenders(void) {
    word session = session_of(6, 1);
    expect("C_GenerateKey", generate(session), 0);
    expect("in another thread", generate_in_another_thread(session), 0);
    expect("notifications", notified, 2);
    cancel = 1;
    expect("cancelled", generate(session), 0x50);
    expect("cancelled in another thread", generate_in_another_thread(session), 0x50);
    cancel = 0;
    expect("notifications", notified, 4);
    expect("notifications with other arguments, or in another thread", unlike, 0);
}

static word complete(word session, const char *name, async_data *result) {
    word rv;
    while ((rv = call("C_AsyncComplete", session, P(name), P(result), 0, 0)) == 0x204) {}
    return rv;
}

static void in_background(void) {
    static const unsigned char known[4] = {0xba, 0x78, 0x16, 0xbf};
    word session = session_of(6 | 8, 0);
    mechanism sha256 = {0x250, 0, 0};
    unsigned char out[40];
    memset(out, 0, sizeof out);
    word length = 32;
    async_data result = {0, 0, 0, 0, 0};
    word rv = call("C_DigestInit", session, P(&sha256), 0, 0, 0);
    expect("C_DigestInit", rv == 0x204 ? complete(session, "C_DigestInit", &result) : rv, 0);
    expect("C_Digest", call("C_Digest", session, P("abc"), 3, P(out), P(&length)), 0x204);
    expect("C_AsyncComplete", complete(session, "C_Digest", &result), 0);
    expect("the buffer", P(result.value), P(out));
    expect("its length", result.length, 32);
    expect("the digest", memcmp(out, known, 4), 0);
    expect("bytes after it", out[32], 0);
    expect("C_GenerateKey", generate(session), 0x204);
    expect("C_AsyncComplete", complete(session, "C_GenerateKey", &result), 0);
    expect("a key, and", result.object != 0, 1);
    expect("no buffer", P(result.value), 0);
}

int main(int count, char **arguments) {
    word initialise[6] = {0, 0, 0, 0, 2, 0};
    word mutexes[6] = {P(notify), P(notify), P(notify), P(notify), 0, 0};
    library = dlopen(arguments[1], RTLD_NOW);
    if (!library) { printf("%s\n", dlerror()); return 1; }
    expect("C_Initialize that wants its own mutexes used", call("C_Initialize", P(mutexes), 0, 0, 0, 0), 0xA);
    expect("calls of mutex functions", notified, 0);
    expect("C_Initialize", call("C_Initialize", P(initialise), 0, 0, 0, 0), 0);
    if (count > 2) {
        word slot;
        printf("ready\n");
        fflush(stdout);
        expect("C_WaitForSlotEvent", call("C_WaitForSlotEvent", 0, P(&slot), 0, 0, 0), 0);
        printf("slot %lu\n", slot);
        expect("C_Finalize", call("C_Finalize", 0, 0, 0, 0, 0), 0);
        return 0;
    }
    surrenders();
    in_background();
    expect("C_Finalize", call("C_Finalize", 0, 0, 0, 0, 0), 0);
    printf("ok\n");
    return 0;
}
