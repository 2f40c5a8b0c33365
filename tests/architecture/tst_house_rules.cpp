// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house can be broken: each is shown an invented house that breaks it, and one
// that does not.
#include "tests/architecture/house_rules.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla::test;

class TestHouseRules final : public QObject
{
    Q_OBJECT

private slots:
    void aForbiddenIncludeIsTold();
    void aFolderOutsideTheTableIsTold();
    void aCircleIsTold();
    void aPanelThatKnowsAnotherIsTold();
    void aLooseFileIsTold();
    void aSeventeenthSourceIsTold();
    void aLongSourceIsTold();
    void aSpreadClassIsTold();
    void aLargeClassWithoutAReasonIsTold();
    void aNameThatStandsTwiceIsTold();
    void aForgottenTestIsTold();
};

namespace {

const RoomTable table{{"core/math", {}}, {"core/nn", {"core/math"}}, {"ui/panels", {"core/nn"}}};

} // namespace

void TestHouseRules::aForbiddenIncludeIsTold()
{
    const Source good{"core/nn/cost.cpp", "#include \"core/math/digest.h\"\n#include <vector>\n"};
    const Source bad{"core/math/digest.cpp", "  # include \"core/nn/cost.h\"\n"};
    QCOMPARE(forbiddenIncludes({good, bad}, table),
             QStringList("core/math/digest.cpp includes core/nn/cost.h"));
}

void TestHouseRules::aFolderOutsideTheTableIsTold()
{
    QVERIFY(foldersOutsideTheTable({{"core/nn/cost.cpp", {}}}, table).isEmpty());
    QCOMPARE(foldersOutsideTheTable({{"core/attic/old.cpp", {}}}, table),
             QStringList("core/attic"));
}

void TestHouseRules::aCircleIsTold()
{
    QVERIFY(circle(table).isEmpty());
    RoomTable round = table;
    round["core/math"] = QStringList("core/nn");
    QCOMPARE(circle(round), (QStringList{"core/math", "core/nn", "ui/panels"}));
}

void TestHouseRules::aPanelThatKnowsAnotherIsTold()
{
    const QString include = "#include \"ui/panels/draw/draw_panel.h\"\n";
    QVERIFY(panelsThatKnowOthers({{"ui/panels/draw/teach_row.cpp", include},
                                  {"ui/panels/catalog/panel_catalog.cpp", include},
                                  {"ui/window/panel_area.cpp", include},
                                  {"ui/panels/teach/grid.cpp", "#include \"ui/panels/panel.h\"\n"}})
                .isEmpty());
    QCOMPARE(panelsThatKnowOthers({{"ui/panels/teach/grid.cpp", include}}),
             QStringList("ui/panels/teach/grid.cpp includes ui/panels/draw/draw_panel.h"));
}

void TestHouseRules::aLooseFileIsTold()
{
    QCOMPARE(looseSources({{"ui/window/main_menu.cpp", {}},
                           {"ui/stray.cpp", {}},
                           {"core/stray.h", {}},
                           {"app/nabla.cpp", {}}}),
             (QStringList{"ui/stray.cpp", "core/stray.h"}));
}

void TestHouseRules::aSeventeenthSourceIsTold()
{
    QList<Source> sources;
    for (int i = 1; i <= 16; ++i) {
        sources.append(Source{QStringLiteral("core/nn/part%1.h").arg(i), {}});
        sources.append(Source{QStringLiteral("core/nn/part%1.cpp").arg(i), {}});
    }
    QVERIFY(crowdedFolders(sources, 16).isEmpty());
    sources.append(Source{"core/nn/part17.h", {}});
    QCOMPARE(crowdedFolders(sources, 16), QStringList("core/nn: 17 sources"));
}

void TestHouseRules::aLongSourceIsTold()
{
    QVERIFY(longSources({{"core/a.cpp", QString("\n").repeated(400)}}, 400).isEmpty());
    QCOMPARE(longSources({{"core/a.cpp", QString("\n").repeated(401)}}, 400),
             QStringList("core/a.cpp: 401 lines"));
}

void TestHouseRules::aSpreadClassIsTold()
{
    const Source header{"ui/session/run.h", "class Run final : public QObject\n{\n};\n"};
    const Source one{"ui/session/run.cpp", "Run::Run()\n{\n    Other::make();\n}\n"};
    const Source other{"ui/session/other.cpp", "void Other::make()\n{\n    Run::count();\n}\n"};
    const Source more{"ui/session/run_text.cpp", "QString Run::text() const\n{\n}\n"};
    QVERIFY(spreadClasses({header, one, other}).isEmpty());
    QCOMPARE(spreadClasses({header, one, other, more}),
             QStringList("ui/session/Run is spread over ui/session/run.cpp, "
                         "ui/session/run_text.cpp"));
}

void TestHouseRules::aLargeClassWithoutAReasonIsTold()
{
    const QString body
        = "class Three final\n{\n    Q_OBJECT\n\npublic:\n"
          "    explicit Three(int a = count());\n"
          "    [[nodiscard]] int one() const { return two(3); }\n"
          "    /// Not counted: three().\n"
          "    void two(int value);\n\nprivate:\n"
          "    struct Inner\n    {\n        int inner() const;\n    };\n"
          "    int m_value = compute(4);\n    std::vector<int> m_values{1, 2};\n};\n";
    QVERIFY(largeClasses({{"core/three.h", body}}, 3).isEmpty());
    QCOMPARE(largeClasses({{"core/three.h", "/// A comment.\n" + body}}, 2),
             QStringList("core/three.h: Three declares 3 functions"));
    QVERIFY(
        largeClasses({{"core/three.h", "/// Its functions are answers.\n" + body}}, 2).isEmpty());
}

void TestHouseRules::aNameThatStandsTwiceIsTold()
{
    const Source one{"ui/canvas/a.cpp", "namespace {\n\nconstexpr double gap = 2.0;\n\n"
                                        "bool isNear(double a)\n{\n    return gap > a;\n}\n\n"
                                        "} // namespace\n"};
    const Source other{"ui/canvas/b.cpp", "namespace {\n\nconstexpr int margin = 3;\n\n"
                                          "int use()\n{\n    int gap = 3;\n    return gap;\n}\n\n"
                                          "} // namespace\n"};
    const Source elsewhere{"ui/forms/c.cpp", one.text};
    const Source twice{"ui/canvas/c.cpp", "namespace {\n\nstruct gap\n{\n};\n\n"
                                          "} // namespace\n"};
    QVERIFY(namesThatStandTwice({one, other, elsewhere}).isEmpty());
    QCOMPARE(namesThatStandTwice({one, other, twice}),
             QStringList("ui/canvas/gap stands in ui/canvas/a.cpp, ui/canvas/c.cpp"));
}

void TestHouseRules::aForgottenTestIsTold()
{
    const QList<Source> tests{{"tests/core/nn/tst_cost.cpp", {}},
                              {"tests/core/nn/seeded.h", {}},
                              {"tests/core/nn/tst_new.cpp", {}}};
    QCOMPARE(
        testsThatDoNotRun(tests, {{"tests/core/nn/CMakeLists.txt", "nabla_core_test(tst_cost)\n"}}),
        QStringList("tests/core/nn/tst_new.cpp"));
}

NABLA_TEST(TestHouseRules)
#include "tst_house_rules.moc"
