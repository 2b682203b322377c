/* Listens on a Unix socket, takes one connection, and says how many bytes came over it. Usage: listener MODULE SOCKET */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

int main(int count, char **arguments) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char buffer[256];
    long total = 0, got;
    if (count < 3) return 2;
    strncpy(address.sun_path, arguments[2], sizeof address.sun_path - 1);
    int listening = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(listening, (struct sockaddr *)&address, sizeof address) || listen(listening, 1)) return 3;
    chmod(arguments[2], 0777);
    printf("ready\n");
    fflush(stdout);
    int connection = accept(listening, 0, 0);
    while ((got = read(connection, buffer, sizeof buffer)) > 0) total += got;
    printf("%ld bytes\n", total);
    return 0;
}
