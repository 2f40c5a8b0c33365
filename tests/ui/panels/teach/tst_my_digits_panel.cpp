// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/teach/my_digits_panel.h"

#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/panels/teach/digit_grid.h"
#include "ui/session/next_run.h"
#include "ui/session/sources/my_digits.h"
#include "ui/session/teacher.h"
#include "ui/session/time_machine.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestMyDigitsPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEmptySetSaysHowToFillIt();
    void theNewestStandsFirst();
    void itMeasuresWhatTheNetworkReads();
    void aNetworkThatReadsNoDigitsSaysSo();
    void theFilterShowsALabelOrWhatIsReadWrong();
    void keysRelabelAndDeleteWhatIsSelected();
    void theSelectionOutlivesANewLabel();
    void screenReadersHearWhatIsRead();
    void whatWasGainedAndForgottenIsShown();
    void onlyDigitsCanBeTaught();
    void itFitsIntoASmallWindow();

private:
    void keep(std::vector<int> labels);
    void show(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] std::vector<int> shownLabels() const;
    void choose(const QString &filter);
    void select(int row);

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<MyDigitsPanel> m_panel;
    FrameSource m_source;
    double m_next = 0.3; ///< where the next drawing differs
};

void TestMyDigitsPanel::init()
{
    m_source = {};
    m_folder.emplace();
    qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_panel = std::make_unique<MyDigitsPanel>(*m_session);
    m_panel->resize(500, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_VERIFY(m_session->myDigits().isOpen());
}

void TestMyDigitsPanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

/// Each drawing is another one.
void TestMyDigitsPanel::keep(std::vector<int> labels)
{
    for (const int label : labels)
        QVERIFY(
            m_session->myDigits().keep({{{0.2, 0.2}, {m_next += 0.05, 0.5}, {0.4, 0.9}}}, label));
}

void TestMyDigitsPanel::show(std::shared_ptr<const Snapshot> snapshot)
{
    m_source.snapshot = std::move(snapshot);
    m_panel->showFrame(m_source.frame());
}

std::vector<int> TestMyDigitsPanel::shownLabels() const
{
    std::vector<int> labels;
    for (const DigitCell &cell : m_panel->grid().cells())
        labels.push_back(cell.digit->label);
    return labels;
}

void TestMyDigitsPanel::choose(const QString &filter)
{
    auto *box = m_panel->findChild<QComboBox *>();
    QVERIFY(box->findText(filter) >= 0);
    box->setCurrentIndex(box->findText(filter));
}

void TestMyDigitsPanel::select(int row)
{
    m_panel->grid().selectionModel()->select(m_panel->grid().model()->index(row, 0),
                                             QItemSelectionModel::Select);
}

using Labels = std::vector<int>;

void TestMyDigitsPanel::anEmptySetSaysHowToFillIt()
{
    m_panel->showFrame(m_source.frame());
    QVERIFY(!m_panel->grid().isVisible());
    QVERIFY(m_panel->measured().isEmpty());
    QVERIFY(!m_panel->teachButton().isEnabled());
    QVERIFY(m_panel->subtitle().isEmpty());
    keep({3});
    QVERIFY(m_panel->grid().isVisible());
    QCOMPARE(m_panel->subtitle(), QStringLiteral("1 kept"));
}

void TestMyDigitsPanel::theNewestStandsFirst()
{
    keep({3, 1, 4});
    QCOMPARE(shownLabels(), (Labels{4, 1, 3}));
    QCOMPARE(m_panel->grid().cells().front().place, 2);
}

void TestMyDigitsPanel::itMeasuresWhatTheNetworkReads()
{
    keep({3, 1, 3});
    show(certainOf(3));
    QTRY_COMPARE(m_panel->measured(),
                 QStringLiteral("The network reads 2 of 3 of your digits (67\u202f%)."));
    show(certainOf(1, 2));
    QTRY_VERIFY(m_panel->measured().startsWith("The network reads 1 of 3"));
    QVERIFY(m_panel->grid().cells()[0].isWrong());
    QVERIFY(!m_panel->grid().cells()[1].isWrong());
}

void TestMyDigitsPanel::aNetworkThatReadsNoDigitsSaysSo()
{
    keep({3});
    show(std::make_shared<const Snapshot>(Snapshot{Network({100, 10}, "sigmoid"), 0}));
    QTRY_VERIFY(m_panel->measured().contains("784"));
    QVERIFY(!m_panel->grid().cells()[0].answer);
    m_panel->grab();
}

void TestMyDigitsPanel::theFilterShowsALabelOrWhatIsReadWrong()
{
    keep({3, 1, 3, 7});
    show(certainOf(3));
    QTRY_VERIFY(m_panel->grid().cells()[0].answer);
    choose("Label 3");
    QCOMPARE(shownLabels(), (Labels{3, 3}));
    choose("Read wrong");
    QCOMPARE(shownLabels(), (Labels{7, 1}));
    choose("Label 9");
    QVERIFY(!m_panel->grid().isVisible());
    choose("All");
    QCOMPARE(shownLabels().size(), std::size_t(4));
}

void TestMyDigitsPanel::keysRelabelAndDeleteWhatIsSelected()
{
    keep({3, 1, 4});
    select(0);
    select(2);
    QTest::keyClick(&m_panel->grid(), Qt::Key_9);
    QCOMPARE(shownLabels(), (Labels{9, 1, 9}));
    QTest::keyClick(&m_panel->grid(), Qt::Key_5, Qt::KeypadModifier);
    QCOMPARE(shownLabels(), (Labels{5, 1, 5}));
    QTest::keyClick(&m_panel->grid(), Qt::Key_Delete);
    QCOMPARE(shownLabels(), Labels{1});
    m_session->myDigits().undoStack()->undo();
    m_session->myDigits().undoStack()->undo();
    m_session->myDigits().undoStack()->undo();
    QCOMPARE(shownLabels(), (Labels{4, 1, 3}));
}

void TestMyDigitsPanel::theSelectionOutlivesANewLabel()
{
    keep({3, 1, 4});
    select(1);
    QCOMPARE(m_panel->grid().selectedPlaces(), Labels{1});
    QTest::keyClick(&m_panel->grid(), Qt::Key_9);
    QCOMPARE(m_panel->grid().selectedPlaces(), Labels{1});
    keep({8}); // it stands before them now
    QCOMPARE(m_panel->grid().selectedPlaces(), Labels{1});
}

void TestMyDigitsPanel::screenReadersHearWhatIsRead()
{
    keep({3, 1});
    const QAbstractItemModel *model = m_panel->grid().model();
    QCOMPARE(model->data(model->index(0, 0), Qt::AccessibleTextRole).toString(),
             QStringLiteral("1"));
    show(certainOf(3));
    QTRY_COMPARE(model->data(model->index(0, 0), Qt::AccessibleTextRole).toString(),
                 QStringLiteral("1, read as 3: wrong"));
    QCOMPARE(model->data(model->index(1, 0), Qt::AccessibleTextRole).toString(),
             QStringLiteral("3, read right"));
}

void TestMyDigitsPanel::whatWasGainedAndForgottenIsShown()
{
    keep({3, 3, 1});
    QVERIFY(!m_panel->result().isVisible());
    auto teaching = std::make_shared<Teaching>();
    teaching->before = certainOf(1);
    const OwnDigits &digits = m_session->myDigits().digits();
    teaching->digests = {digits[0]->digest, digits[2]->digest};
    m_source.snapshot = certainOf(3, 9);
    Frame frame = m_source.frame();
    frame.data = nabla::test::barData(10, 10, 100);
    frame.teaching = teaching;
    m_panel->showFrame(frame);
    QTRY_VERIFY(m_panel->result().isVisible());
    int ones = 0;
    int threes = 0;
    for (int i = 0; i < 100; ++i) {
        ones += frame.data->test.label(i) == 1 ? 1 : 0;
        threes += frame.data->test.label(i) == 3 ? 1 : 0;
    }
    const auto percent = [](int count) {
        return QString::number(count) + QStringLiteral("\u202f%");
    };
    const QStringList lines = m_panel->result().text().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].section('\t', 0, 0), QStringLiteral("Yours that it trains on (2)"));
    QCOMPARE(lines[0].section('\t', 1), percent(50) + '\t' + percent(50));
    QCOMPARE(lines[1].section('\t', 1), percent(0) + '\t' + percent(100));
    QCOMPARE(lines[2].section('\t', 1), percent(ones) + '\t' + percent(threes));
    m_panel->grab();
    // What is kept from now on was not trained on.
    keep({7});
    QTRY_VERIFY(m_panel->result().text().contains("Yours that it never saw (2)"));
    // Another run was not taught.
    show(certainOf(3, 10));
    QTRY_VERIFY(!m_panel->result().isVisible());
}

void TestMyDigitsPanel::onlyDigitsCanBeTaught()
{
    m_session->nextRun().changeSetup(smallExperiment());
    m_session->nextRun().start();
    QTRY_VERIFY(!m_session->timeMachine().steps().empty());
    m_panel->showFrame(m_session->frame());
    QVERIFY(!m_panel->teachButton().isEnabled());
    keep({3});
    QVERIFY(m_panel->teachButton().isEnabled());
    m_panel->teachButton().click();
    QVERIFY(m_session->teacher().isTeaching());
    QVERIFY(!m_panel->teachButton().isEnabled());
    QTRY_VERIFY(!m_session->teacher().isTeaching());
    QVERIFY(m_session->frame().teaching);
}

void TestMyDigitsPanel::itFitsIntoASmallWindow()
{
    QVERIFY2(m_panel->minimumSizeHint().width() <= 430,
             qPrintable(QString::number(m_panel->minimumSizeHint().width())));
    QVERIFY(m_panel->minimumSizeHint().height() <= 260);
}

NABLA_WINDOW_TEST(TestMyDigitsPanel)
#include "tst_my_digits_panel.moc"
