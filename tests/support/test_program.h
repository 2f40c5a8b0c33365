// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

// The tests of a folder are one program: their headers are read and linked once. Its first argument
// says which of them runs, by the name of its source; the others are Qt Test's.

namespace nabla {

using TestFunction = int (*)(int argc, char **argv);

/// A test of the program, by its source's path.
struct TestEntry
{
    TestEntry(const char *source, TestFunction run);
};

/// Without an application.
template <class Test>
int runTest(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// With an application of this kind.
template <class Application, class Test>
int runTestIn(int argc, char **argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    return runTest<Test>(argc, argv);
}

} // namespace nabla

// Once at the end of a test's source, in the place of Qt Test's macros for a program of its own.
#define NABLA_TEST(Class)                                                                          \
    static const nabla::TestEntry entryOf##Class(__FILE__, nabla::runTest<Class>);
#define NABLA_EVENTS_TEST(Class)                                                                   \
    static const nabla::TestEntry entryOf##Class(__FILE__,                                         \
                                                 nabla::runTestIn<QCoreApplication, Class>);
#define NABLA_WINDOW_TEST(Class)                                                                   \
    static const nabla::TestEntry entryOf##Class(__FILE__, nabla::runTestIn<QApplication, Class>);
