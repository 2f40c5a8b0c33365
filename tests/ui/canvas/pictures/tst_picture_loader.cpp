// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/pictures/picture_loader.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <semaphore>

using namespace nabla::ui;

class TestPictureLoader final : public QObject
{
    Q_OBJECT

private slots:
    void aPictureIsReadBesideTheWindow();
    void theNewestWins();
    void ofWhatWasGivenUpNothingIsHeard();
    void whoeverGoesDoesNotWaitForAPicture();
    void aReadingThatIsGivenUpEndsEarly();
};

namespace {

/// Its name comes back with the reading.
PictureSource named(const QString &name)
{
    return PictureProblem{PictureProblem::Kind::Unreadable, name};
}

QStringList namesIn(const QSignalSpy &finished)
{
    QStringList names;
    for (const QList<QVariant> &arguments : finished)
        names.append(arguments.front().value<PictureReading>().problem.name);
    return names;
}

} // namespace

void TestPictureLoader::aPictureIsReadBesideTheWindow()
{
    std::atomic<QThread *> reader = nullptr;
    PictureLoader loader(nullptr, [&](const PictureSource &source, const std::stop_token &stop) {
        reader = QThread::currentThread();
        return readPicture(source, stop);
    });
    QSignalSpy finished(&loader, &PictureLoader::finished);
    QVERIFY(!loader.isReading());
    loader.start(named(QStringLiteral("a")));
    QVERIFY(loader.isReading());
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(namesIn(finished), QStringList{QStringLiteral("a")});
    QVERIFY(!loader.isReading());
    QVERIFY(reader != QThread::currentThread());
}

void TestPictureLoader::theNewestWins()
{
    std::binary_semaphore mayEnd{0};
    std::binary_semaphore hasBegun{0};
    std::atomic<bool> wasStopped = false;
    std::atomic<int> readings = 0;
    PictureLoader loader(nullptr, [&](const PictureSource &source, const std::stop_token &stop) {
        if (++readings == 1) {
            hasBegun.release();
            mayEnd.acquire();
            wasStopped = stop.stop_requested();
        }
        return readPicture(source, stop);
    });
    QSignalSpy finished(&loader, &PictureLoader::finished);
    loader.start(named(QStringLiteral("slow")));
    hasBegun.acquire();
    loader.start(named(QStringLiteral("never begun")));
    loader.start(named(QStringLiteral("newest")));
    mayEnd.release();
    QTRY_COMPARE(namesIn(finished), QStringList{QStringLiteral("newest")});
    QVERIFY(wasStopped);
    QCOMPARE(readings, 2);
}

void TestPictureLoader::ofWhatWasGivenUpNothingIsHeard()
{
    PictureLoader loader;
    QSignalSpy finished(&loader, &PictureLoader::finished);
    loader.start(named(QStringLiteral("given up")));
    loader.cancel();
    QVERIFY(!loader.isReading());
    loader.cancel(); // nothing to give up
    loader.start(named(QStringLiteral("next"))); // the worker is through with the first one then
    QTRY_COMPARE(namesIn(finished), QStringList{QStringLiteral("next")});
}

void TestPictureLoader::whoeverGoesDoesNotWaitForAPicture()
{
    std::binary_semaphore hasBegun{0};
    auto loader = std::make_unique<PictureLoader>(
        nullptr, [&](const PictureSource &, const std::stop_token &stop) {
            hasBegun.release();
            while (!stop.stop_requested())
                QThread::yieldCurrentThread();
            return PictureReading{};
        });
    loader->start(named(QStringLiteral("endless")));
    hasBegun.acquire();
    loader.reset(); // would never come back
}

void TestPictureLoader::aReadingThatIsGivenUpEndsEarly()
{
    QImage image(400, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 100; y < 300; ++y)
        image.setPixelColor(200, y, Qt::black);
    for (const char *format : {"png", "jpg", "bmp"}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(image.save(&buffer, format));
        std::stop_source stop;
        QVERIFY(readPicture(PictureSource(bytes), stop.get_token()).picture);
        stop.request_stop();
        QVERIFY(!readPicture(PictureSource(bytes), stop.get_token()).picture);
    }
}

NABLA_WINDOW_TEST(TestPictureLoader)
#include "tst_picture_loader.moc"
