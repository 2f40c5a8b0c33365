// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/experiment_form.h"

#include "tests/support/test_program.h"
#include "ui/forms/field_editor.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestExperimentForm final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyFieldButTheDataHasARow();
    void whatIsEnteredIsReported();
    void aChoiceIsReported();
    void badInputStaysAndReachesNobody_data();
    void badInputStaysAndReachesNobody();
    void theProblemGoesWhileItIsCorrected();
    void anEchoDoesNotWipeOutARefusedText();
    void anotherExperimentReplacesARefusedText();
    void escapeGivesTheOldTextBack();
    void theResetButtonIsThereWhenItIsNeeded();
    void theWheelTurnsNoChoiceThatLacksTheFocus();
    void seldomNeededRowsAreKeptBackWhileTheySayNothing();
    void rowsWithoutEffectAreHidden();
    void theCostBringsItsOutputs();
    void activationsCanBeChosenOrTypedForEachLayer();
    void whatDoesNotFitIsSaidBelowItsRow();
    void offMeansZero();

private:
    [[nodiscard]] QLineEdit &line(const char *key) const
    {
        return *qobject_cast<QLineEdit *>(m_form->editor(key)->input());
    }
    void enter(const char *key, const QString &text);

    std::unique_ptr<ExperimentForm> m_form;
    std::vector<ExperimentConfig> m_edited;
};

void TestExperimentForm::init()
{
    m_edited.clear();
    m_form = std::make_unique<ExperimentForm>();
    m_form->resize(210, 600);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    connect(m_form.get(), &ExperimentForm::edited, this,
            [this](const ExperimentConfig &config) { m_edited.push_back(config); });
}

void TestExperimentForm::enter(const char *key, const QString &text)
{
    line(key).setFocus();
    line(key).selectAll();
    QTest::keyClicks(&line(key), text);
    QTest::keyClick(&line(key), Qt::Key_Return);
}

void TestExperimentForm::everyFieldButTheDataHasARow()
{
    for (const Field &field : fieldTable())
        QCOMPARE(m_form->editor(field.key) != nullptr, field.kind != FieldKind::Data);
    QCOMPARE(line("layers").text(), QStringLiteral("784 30 30 30 30 10"));
    QVERIFY(!line("layers").accessibleName().isEmpty());
}

void TestExperimentForm::whatIsEnteredIsReported()
{
    enter("learningRate", "2e-1");
    QCOMPARE(m_edited.size(), std::size_t(1));
    QCOMPARE(m_edited.back().learningRate, 0.2);
    QCOMPARE(line("learningRate").text(), QStringLiteral("0.2"));
    QTest::keyClick(&line("learningRate"), Qt::Key_Return); // nothing new
    QCOMPARE(m_edited.size(), std::size_t(1));
}

void TestExperimentForm::aChoiceIsReported()
{
    auto *cost = qobject_cast<QComboBox *>(m_form->editor("cost")->input());
    cost->setFocus();
    QTest::keyClick(cost, Qt::Key_Up);
    QCOMPARE(m_edited.size(), std::size_t(1));
    QCOMPARE(m_edited.back().cost, std::string("quadratic"));
}

void TestExperimentForm::badInputStaysAndReachesNobody_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("layers") << QByteArray("layers") << "784,,10";
    QTest::newRow("no neurons") << QByteArray("layers") << "784 0 10";
    QTest::newRow("nan") << QByteArray("learningRate") << "nan";
    QTest::newRow("negative") << QByteArray("learningRate") << "-3";
    QTest::newRow("words") << QByteArray("epochs") << "ten";
    QTest::newRow("seed") << QByteArray("seed") << "-1";
    QTest::newRow("mini-batch") << QByteArray("miniBatchSize") << "0";
}

void TestExperimentForm::badInputStaysAndReachesNobody()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, text);
    enter(key.constData(), text);
    QVERIFY(m_edited.empty());
    QCOMPARE(line(key.constData()).text(), text);
    const FieldEditor &editor = *m_form->editor(key.constData());
    QVERIFY(editor.hasProblem());
    QVERIFY(!editor.problem().isEmpty());
    m_form->editor("activation")->input()->setFocus();
    QCOMPARE(line(key.constData()).text(), text); // nor is it replaced when the focus leaves
    QVERIFY(m_edited.empty());
}

void TestExperimentForm::theProblemGoesWhileItIsCorrected()
{
    enter("learningRate", "0.1x");
    QVERIFY(m_form->editor("learningRate")->hasProblem());
    QTest::keyClick(&line("learningRate"), Qt::Key_Backspace);
    QVERIFY(!m_form->editor("learningRate")->hasProblem());
}

void TestExperimentForm::anEchoDoesNotWipeOutARefusedText()
{
    enter("layers", "784 10 x");
    ExperimentConfig config;
    config.learningRate = 0.7; // another field was entered meanwhile
    m_form->showConfig(config);
    QCOMPARE(line("layers").text(), QStringLiteral("784 10 x"));
    QVERIFY(m_form->editor("layers")->hasProblem());
    QCOMPARE(line("learningRate").text(), QStringLiteral("0.7"));
}

void TestExperimentForm::anotherExperimentReplacesARefusedText()
{
    enter("layers", "784 10 x");
    ExperimentConfig config;
    config.layers = {784, 100, 10};
    m_form->showConfig(config);
    QCOMPARE(line("layers").text(), QStringLiteral("784 100 10"));
    QVERIFY(!m_form->editor("layers")->hasProblem());
}

void TestExperimentForm::escapeGivesTheOldTextBack()
{
    enter("seed", "many");
    QTest::keyClick(&line("seed"), Qt::Key_Escape);
    QCOMPARE(line("seed").text(), QStringLiteral("1"));
    QVERIFY(!m_form->editor("seed")->hasProblem());
    QVERIFY(m_edited.empty());
}

void TestExperimentForm::theResetButtonIsThereWhenItIsNeeded()
{
    auto *reset = m_form->findChild<QPushButton *>("resetNow");
    QVERIFY(reset->isHidden());
    m_form->setNeedsReset(true);
    QVERIFY(reset->isVisible());
    QSignalSpy requested(m_form.get(), &ExperimentForm::resetRequested);
    reset->click();
    QCOMPARE(requested.size(), 1);
}

void TestExperimentForm::theWheelTurnsNoChoiceThatLacksTheFocus()
{
    auto *cost = qobject_cast<QComboBox *>(m_form->editor("cost")->input());
    line("seed").setFocus();
    const int before = cost->currentIndex();
    QWheelEvent wheel(QPointF(5, 5), cost->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(cost, &wheel);
    QCOMPARE(cost->currentIndex(), before);
    QVERIFY(m_edited.empty());
}

void TestExperimentForm::seldomNeededRowsAreKeptBackWhileTheySayNothing()
{
    QVERIFY(!m_form->editor("dropout")->isVisible());
    QVERIFY(m_form->editor("learningRate")->isVisible());
    ExperimentConfig config;
    config.dropout = 0.5;
    m_form->showConfig(config);
    QVERIFY(m_form->editor("dropout")->isVisible());
    QVERIFY(!m_form->editor("maxNorm")->isVisible());
    m_form->findChild<QPushButton *>("moreSettings")->click();
    QVERIFY(m_form->editor("maxNorm")->isVisible());
    m_form->findChild<QPushButton *>("moreSettings")->click();
    QVERIFY(!m_form->editor("maxNorm")->isVisible());
    QVERIFY(m_form->editor("dropout")->isVisible());
}

void TestExperimentForm::rowsWithoutEffectAreHidden()
{
    m_form->findChild<QPushButton *>("moreSettings")->click();
    QVERIFY(!m_form->editor("momentumCoefficient")->isVisible()); // sgd has none
    ExperimentConfig config;
    config.optimizer = "momentum";
    m_form->showConfig(config);
    QVERIFY(m_form->editor("momentumCoefficient")->isVisible());
    QVERIFY(!m_form->editor("squaredGradientDecay")->isVisible());
}

void TestExperimentForm::theCostBringsItsOutputs()
{
    auto *cost = qobject_cast<QComboBox *>(m_form->editor("cost")->input());
    cost->setCurrentIndex(cost->findData("log-likelihood"));
    emit cost->activated(cost->currentIndex());
    QCOMPARE(m_edited.size(), std::size_t(1));
    QCOMPARE(m_edited[0].outputActivation, std::string("softmax"));
    m_form->showConfig(m_edited[0]);
    QVERIFY(m_form->editor("outputActivation")->isVisible()); // it is not the default any more
    QVERIFY(!m_form->editor("outputActivation")->hasProblem());
}

void TestExperimentForm::activationsCanBeChosenOrTypedForEachLayer()
{
    auto *activation = qobject_cast<QComboBox *>(m_form->editor("activation")->input());
    activation->setCurrentIndex(activation->findText("relu"));
    emit activation->activated(activation->currentIndex());
    QCOMPARE(m_edited.back().activation, std::string("relu"));
    activation->lineEdit()->setFocus();
    activation->lineEdit()->selectAll();
    QTest::keyClicks(activation->lineEdit(), "relu, relu,tanh,tanh");
    QTest::keyClick(activation->lineEdit(), Qt::Key_Return);
    QCOMPARE(m_edited.back().activation, std::string("relu,relu,tanh,tanh"));
    const std::size_t reports = m_edited.size();
    activation->lineEdit()->selectAll();
    QTest::keyClicks(activation->lineEdit(), "cosine");
    QTest::keyClick(activation->lineEdit(), Qt::Key_Return);
    QCOMPARE(m_edited.size(), reports);
    QVERIFY(m_form->editor("activation")->hasProblem());
}

void TestExperimentForm::whatDoesNotFitIsSaidBelowItsRow()
{
    ExperimentConfig config;
    config.activation = "relu,tanh"; // for four hidden layers
    m_form->showConfig(config);
    QVERIFY(m_form->editor("activation")->problem().contains("4"));
    config.activation = "relu";
    config.cost = "log-likelihood";
    m_form->showConfig(config);
    QVERIFY(!m_form->editor("activation")->hasProblem());
    QVERIFY(m_form->editor("outputActivation")->problem().contains("softmax"));
    QVERIFY(m_form->editor("outputActivation")->isVisible());
    config.cost = "cross-entropy";
    config.normalization = "batch";
    config.miniBatchSize = 1;
    m_form->showConfig(config);
    QVERIFY(m_form->editor("miniBatchSize")->problem().contains("2"));
}

void TestExperimentForm::offMeansZero()
{
    m_form->findChild<QPushButton *>("moreSettings")->click();
    QCOMPARE(line("dropout").text(), QStringLiteral("off"));
    enter("dropout", "0.5");
    QCOMPARE(m_edited.back().dropout, 0.5);
    m_form->showConfig(m_edited.back());
    enter("dropout", "off");
    QCOMPARE(m_edited.back().dropout, 0.0);
}

NABLA_WINDOW_TEST(TestExperimentForm)
#include "tst_experiment_form.moc"
