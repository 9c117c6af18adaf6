#include "cli/command.h"

int main(int count, char** arguments) {
    return wallchart::run_command_line(count, arguments);
}
