// SPDX-License-Identifier: GPL-3.0-or-later
// `nabla`: the core of Nablascope without a window.
#include "app/commands/program.h"

int main(int argc, char **argv)
{
    return nabla::runProgram(argc, argv);
}
