// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace {

std::map<std::string, nabla::TestFunction> &tests()
{
    static std::map<std::string, nabla::TestFunction> entries;
    return entries;
}

} // namespace

nabla::TestEntry::TestEntry(const char *source, TestFunction run)
{
    tests()[std::filesystem::path(source).stem().string()] = run;
}

int main(int argc, char **argv)
{
    const auto chosen = argc > 1 ? tests().find(argv[1]) : tests().end();
    if (chosen != tests().end()) {
        argv[1] = argv[0];
        return chosen->second(argc - 1, argv + 1);
    }
    std::fputs("The first argument is one of\n", stderr);
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}
