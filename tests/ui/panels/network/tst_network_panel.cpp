// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_panel.h"

#include "tests/support/frames.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"
#include "ui/panels/network/network_view.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestNetworkPanel final : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyFrameIsShown();
    void theFirstValidationDigitStandsInForADrawing();
    void theDrawingIsAnsweredAtOnce();
    void aClickReachesTheSelectionAndBack();
    void theRatiosAreThoseOfTheLatestProbe();
    void itSaysWhenItAnswersToTheDrawing();
};

namespace {

NetworkView &viewOf(const NetworkPanel &panel)
{
    return *panel.findChild<NetworkView *>();
}

double input(const NetworkPanel &panel, std::size_t position)
{
    return viewOf(panel).activations()->values[0][position];
}

} // namespace

void TestNetworkPanel::anEmptyFrameIsShown()
{
    Selection selection;
    NetworkPanel panel(selection);
    panel.showFrame(FrameSource().frame());
    panel.grab();
    QVERIFY(!panel.subtitle().isEmpty());
}

void TestNetworkPanel::theFirstValidationDigitStandsInForADrawing()
{
    Selection selection;
    NetworkPanel panel(selection);
    FrameSource source;
    source.snapshot = certainOf(3);
    panel.showFrame(source.frame());
    QVERIFY(!viewOf(panel).activations());
    source.data = nabla::test::barData(6, 2, 2);
    panel.showFrame(source.frame());
    QVERIFY(viewOf(panel).activations());
    const int pixel = viewOf(panel).networkLayout().columns()[0].neurons[0];
    QCOMPARE(input(panel, 0),
             source.data->validation.image(0)[static_cast<std::size_t>(pixel)] / 255.0);
}

void TestNetworkPanel::theDrawingIsAnsweredAtOnce()
{
    Selection selection;
    NetworkPanel panel(selection);
    FrameSource source;
    source.snapshot = certainOf(3);
    source.data = nabla::test::barData(6, 2, 2);
    panel.showFrame(source.frame());
    Raster white;
    white.fill(255);
    selection.setImage(white);
    QCOMPARE(input(panel, 0), 1.0);
    selection.setImage(Raster{});
    QCOMPARE(input(panel, 0), 0.0);
}

void TestNetworkPanel::aClickReachesTheSelectionAndBack()
{
    Selection selection;
    NetworkPanel panel(selection);
    panel.resize(300, 230);
    FrameSource source;
    source.snapshot = std::make_shared<const Snapshot>(Snapshot{blankNetwork({784, 30, 10}), 0});
    panel.showFrame(source.frame());
    panel.grab(); // lays the panel out
    const auto click = [&panel] {
        QTest::mouseClick(&viewOf(panel), Qt::LeftButton, {},
                          viewOf(panel).networkLayout().neuron(1, 0).toPoint());
    };
    click();
    QCOMPARE(selection.layer(), 1);
    click();
    QCOMPARE(selection.layer(), 0);
    selection.setLayer(2);
    QVERIFY(viewOf(panel).accessibleDescription().contains(u'2'));
}

void TestNetworkPanel::theRatiosAreThoseOfTheLatestProbe()
{
    Selection selection;
    NetworkPanel panel(selection);
    FrameSource source;
    source.snapshot = std::make_shared<const Snapshot>(Snapshot{blankNetwork({784, 5, 5, 10}), 0});
    source.history = RunHistory(3, 10);
    for (const std::uint64_t step : {0U, 10U}) {
        source.history.append({Metric::ProbeSpeed, 1}, step, step == 0 ? 1.0 : 0.25);
        source.history.append({Metric::ProbeSpeed, 2}, step, 1.0);
    }
    panel.showFrame(source.frame());
    QVERIFY(viewOf(panel).words().ratioLabel(1).startsWith(u'4'));
    QCOMPARE(viewOf(panel).words().ratioLabel(2), QStringLiteral("1"));

    Frame then = source.frame();
    then.moment = 0;
    panel.showFrame(then);
    QVERIFY(viewOf(panel).words().ratioLabel(1).startsWith(u'1'));
}

void TestNetworkPanel::itSaysWhenItAnswersToTheDrawing()
{
    Selection selection;
    NetworkPanel panel(selection);
    QSignalSpy changed(&panel, &Panel::subtitleChanged);
    const QString before = panel.subtitle();
    Raster image{};
    image[7] = 255;
    selection.setImage(image);
    QCOMPARE(panel.subtitle(), QStringLiteral("your drawing, layer by layer"));
    image[8] = 255;
    selection.setImage(image);
    QCOMPARE(changed.size(), 1);
    selection.clearImage();
    QCOMPARE(panel.subtitle(), before);
    QCOMPARE(changed.size(), 2);
}

NABLA_WINDOW_TEST(TestNetworkPanel)
#include "tst_network_panel.moc"
