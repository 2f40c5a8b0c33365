// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/picture_reader.h"

#include "tests/support/test_program.h"
#include "tests/ui/canvas/pictures/odd_pictures.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestPictureReader final : public QObject
{
    Q_OBJECT

private slots:
    void aPhotoOfADigitIsPreparedAsMnistIs_data();
    void aPhotoOfADigitIsPreparedAsMnistIs();
    void theKindIsToldByTheContent();
    void whatIsTransparentIsPaper();
    void inkOfOneColorMayBeAllThereIs();
    void theCommandLineReadsWhatIsShown_data();
    void theCommandLineReadsWhatIsShown();
    void aLargePictureIsLaidOnPaperBeforeItIsScaled();
    void anAnimationShowsItsFirstFrame();
    void aPictureWithoutInkIsRefused();
    void aHugePictureIsRefusedUnread();
    void whatIsNoPictureIsRefused_data();
    void whatIsNoPictureIsRefused();
    void theTruncatedRestOfAPictureIsNoFreeze();
    void pasteAndDropTakePicturesAndFiles();
    void picturesAreToldFromData_data();
    void picturesAreToldFromData();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString TestPictureReader::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestPictureReader::aPhotoOfADigitIsPreparedAsMnistIs_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QColor>("paper");
    QTest::addColumn<QColor>("ink");
    QTest::newRow("black on white") << QSize(200, 200) << QColor(Qt::white) << QColor(Qt::black);
    QTest::newRow("white on black") << QSize(200, 200) << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("blue on grey") << QSize(400, 300) << QColor(190, 185, 180)
                                  << QColor(20, 30, 120);
    QTest::newRow("chalk") << QSize(300, 500) << QColor(30, 60, 40) << QColor(220, 220, 200);
    QTest::newRow("of a camera") << QSize(3000, 2000) << QColor(230, 230, 230) << QColor(Qt::black);
}

void TestPictureReader::aPhotoOfADigitIsPreparedAsMnistIs()
{
    QFETCH(QSize, size);
    QFETCH(QColor, paper);
    QFETCH(QColor, ink);
    for (const char *format : {"PNG", "JPG", "BMP"}) {
        const QString file
            = write(QStringLiteral("digit"), encoded(seven(size, paper, ink), format));
        const PictureReading reading = readPicture(file);
        QVERIFY2(reading.picture, qPrintable(textOf(reading.problem)));
        QVERIFY(textOf(reading.problem).isEmpty());
        const Raster &raster = reading.picture->prepared.raster();
        QVERIFY2(difference(raster, expected()) < 0.15 * inkSum(expected()),
                 qPrintable(QString::number(difference(raster, expected()))));
        QVERIFY(std::max(reading.picture->shown.width(), reading.picture->shown.height()) <= 1000);
    }
}

void TestPictureReader::theKindIsToldByTheContent()
{
    const QString file = write(QStringLiteral("photo.png"),
                               encoded(seven({200, 200}, Qt::white, Qt::black), "JPG"));
    QVERIFY(readPicture(file).picture);
}

void TestPictureReader::whatIsTransparentIsPaper()
{
    // Two colours: a red bar belongs to the digit, what is transparent is white paper.
    QImage image = seven({200, 200}, Qt::transparent, Qt::black);
    const PictureReading plain = readPicture(image);
    QVERIFY(difference(plain.picture->prepared.raster(), expected()) < 1.0);
    QPainter(&image).fillRect(QRect(60, 80, 60, 16), Qt::red);
    const PictureReading barred = readPicture(image);
    QVERIFY(inkSum(barred.picture->prepared.raster())
            > inkSum(plain.picture->prepared.raster()) + 2.0);
    QCOMPARE(barred.picture->shown.pixelColor(1, 1), QColor(Qt::white));
}

void TestPictureReader::inkOfOneColorMayBeAllThereIs()
{
    const PictureReading reading = readPicture(seven({200, 200}, Qt::transparent, Qt::white));
    QVERIFY2(reading.picture, qPrintable(textOf(reading.problem)));
    QVERIFY(difference(reading.picture->prepared.raster(), expected()) < 1.0);
}

void TestPictureReader::theCommandLineReadsWhatIsShown_data()
{
    const auto striped = [](QColor paper, QColor one, QColor other) {
        QImage image = seven({200, 200}, paper, one);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (y % 10 < 5 && image.pixelColor(x, y) == one)
                    image.setPixelColor(x, y, other);
            }
        }
        return image;
    };
    QTest::addColumn<QImage>("image");
    QTest::newRow("white ink") << seven({200, 200}, Qt::transparent, Qt::white);
    QTest::newRow("red on grey") << seven({200, 200}, Qt::lightGray, Qt::red);
    QTest::newRow("two pale colours of one grey")
        << striped(Qt::transparent, QColor(255, 225, 235), QColor(225, 255, 255));
    QTest::newRow("yellow and white") << striped(Qt::transparent, Qt::yellow, Qt::white);
    QTest::newRow("red and a green of its grey")
        << striped(Qt::transparent, Qt::red, QColor(0, 148, 0));
    QTest::newRow("half transparent paper")
        << seven({200, 200}, QColor(0, 0, 255, 90), QColor(0, 120, 0));
    QTest::newRow("16 bits of grey")
        << seven({200, 200}, QColor(190, 185, 180), QColor(20, 30, 120))
               .convertToFormat(QImage::Format_Grayscale16);
    QTest::newRow("palette")
        << striped(Qt::transparent, Qt::yellow, Qt::white).convertToFormat(QImage::Format_Indexed8);
}

void TestPictureReader::theCommandLineReadsWhatIsShown()
{
    QFETCH(QImage, image);
    const QString file = write(QStringLiteral("digit.png"), encoded(image, "PNG"));
    const GrayImage read = readPng(file.toStdString());
    const PictureReading reading = readPicture(file);
    QVERIFY2(reading.picture, qPrintable(textOf(reading.problem)));
    QCOMPARE(read.width, image.width());
    QCOMPARE(grayOf(reading.picture->shown).pixels, read.pixels);
    QVERIFY(preparePicture(read) == reading.picture->prepared);
}

void TestPictureReader::aLargePictureIsLaidOnPaperBeforeItIsScaled()
{
    // Black and white pixels by turns, which are one grey once they are mixed.
    QImage image = seven({2000, 2000}, Qt::transparent, Qt::black);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = y % 2; x < image.width(); x += 2)
            image.setPixel(x, y, qRgba(255, 255, 255, qAlpha(image.pixel(x, y))));
    }
    const QString file = write(QStringLiteral("large.png"), encoded(image, "PNG"));
    for (const PictureReading &reading : {readPicture(image), readPicture(file)}) {
        QVERIFY2(reading.picture, qPrintable(textOf(reading.problem)));
        const int level = reading.picture->shown.pixelColor(400, 200).red();
        QVERIFY2(level > 100 && level < 155, qPrintable(QString::number(level)));
    }
}

void TestPictureReader::anAnimationShowsItsFirstFrame()
{
    const PictureReading reading = readPicture(write(QStringLiteral("two.gif"), animatedGif()));
    QVERIFY2(reading.picture, qPrintable(textOf(reading.problem)));
    const QImage &shown = reading.picture->shown;
    QCOMPARE(shown.pixelColor(3, 0), QColor(Qt::black));
    QCOMPARE(shown.pixelColor(0, 3), QColor(Qt::white));
}

void TestPictureReader::aPictureWithoutInkIsRefused()
{
    for (const QColor color : {QColor(Qt::white), QColor(Qt::black), QColor(Qt::transparent)}) {
        QImage blank(300, 200, QImage::Format_ARGB32);
        blank.fill(color);
        const PictureReading reading = readPicture(blank);
        QVERIFY(!reading.picture);
        QVERIFY2(textOf(reading.problem).contains(QStringLiteral("no ink")),
                 qPrintable(textOf(reading.problem)));
    }
    QImage dot(1, 1, QImage::Format_RGB32);
    dot.fill(Qt::black);
    QVERIFY(!readPicture(dot).picture);
}

void TestPictureReader::aHugePictureIsRefusedUnread()
{
    const PictureReading reading = readPicture(write(QStringLiteral("huge"), hugePng()));
    QVERIFY(!reading.picture);
    QVERIFY2(textOf(reading.problem).contains(QStringLiteral("20,000 × 20,000")),
             qPrintable(textOf(reading.problem)));
    // Long and narrow: an image that is pasted is held to the same.
    QImage narrow(20'000, 2, QImage::Format_Grayscale8);
    narrow.fill(Qt::white);
    QVERIFY(textOf(readPicture(narrow).problem).contains(QStringLiteral("20,000")));
    QImage thin(9'000, 2, QImage::Format_Grayscale8);
    thin.fill(Qt::white);
    QVERIFY(textOf(readPicture(thin).problem).contains(QStringLiteral("no ink")));
}

void TestPictureReader::whatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = encoded(seven({200, 200}, Qt::white, Qt::black), "PNG");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("a picture is worth a thousand words");
    QTest::newRow("a header alone") << png.left(40);
    QTest::newRow("only its first bytes") << png.left(10);
    QTest::newRow("a bitmap of zero by zero") << QByteArray("BM") + QByteArray(60, '\0');
}

void TestPictureReader::whatIsNoPictureIsRefused()
{
    QFETCH(QByteArray, bytes);
    const QString file = write(QStringLiteral("no picture.png"), bytes);
    const PictureReading reading = readPicture(file);
    QVERIFY(!reading.picture);
    QVERIFY2(textOf(reading.problem).contains(QStringLiteral("no picture.png")),
             qPrintable(textOf(reading.problem)));
    const PictureReading absent = readPicture(path(QStringLiteral("absent.png")));
    QVERIFY(textOf(absent.problem).contains(QStringLiteral("absent.png")));
    QVERIFY(!textOf(readPicture(m_folder.path()).problem).isEmpty()); // a folder
}

/// Either what there is of it, or a word.
void TestPictureReader::theTruncatedRestOfAPictureIsNoFreeze()
{
    for (const char *format : {"PNG", "JPG", "BMP"}) {
        const QByteArray whole = encoded(seven({200, 200}, Qt::white, Qt::black), format);
        for (int tenth = 1; tenth < 10; ++tenth) {
            const PictureReading reading
                = readPicture(write(QStringLiteral("part"), whole.left(whole.size() * tenth / 10)));
            QVERIFY((reading.picture != nullptr) == textOf(reading.problem).isEmpty());
        }
    }
}

void TestPictureReader::pasteAndDropTakePicturesAndFiles()
{
    QMimeData picture;
    picture.setImageData(seven({200, 200}, Qt::white, Qt::black));
    QVERIFY(mayHoldPicture(picture));
    QCOMPARE(readPicture(pictureIn(picture), {}).picture->prepared.raster(), expected());

    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(write(
        QStringLiteral("digit.png"), encoded(seven({200, 200}, Qt::white, Qt::black), "PNG")))});
    QVERIFY(mayHoldPicture(file));
    QCOMPARE(readPicture(pictureIn(file), {}).picture->prepared.raster(), expected());

    QMimeData elsewhere;
    elsewhere.setUrls({QUrl(QStringLiteral("https://example.org/digit.png"))});
    QVERIFY(textOf(readPicture(pictureIn(elsewhere), {}).problem)
                .contains(QStringLiteral("this computer")));

    QMimeData text;
    text.setText(QStringLiteral("seven"));
    QVERIFY(!mayHoldPicture(text));
    QVERIFY(textOf(readPicture(pictureIn(text), {}).problem).contains(QStringLiteral("clipboard")));
}

void TestPictureReader::picturesAreToldFromData_data()
{
    const QByteArray jpg = encoded(seven({50, 50}, Qt::white, Qt::black), "JPG");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPicture");
    QTest::newRow("photo") << QStringLiteral("photo.JPG") << jpg << true;
    QTest::newRow("photo without a suffix") << QStringLiteral("photo") << jpg << true;
    QTest::newRow("photo with another") << QStringLiteral("photo.orig") << jpg << true;
    QTest::newRow("broken") << QStringLiteral("broken.png") << QByteArray("no") << true;
    QTest::newRow("images") << QStringLiteral("train-images-idx3-ubyte")
                            << QByteArray("\0\0\x08\x03\0\0\0\x02\0\0\0\x1c\0\0\0\x1c", 16)
                            << false;
    QTest::newRow("labels") << QStringLiteral("train-labels.idx1-ubyte")
                            << QByteArray("\0\0\x08\x01\0\0\0\x02\x05\x01", 10) << false;
    QTest::newRow("packed") << QStringLiteral("train-images-idx3-ubyte.gz")
                            << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) << false;
    QTest::newRow("text") << QStringLiteral("notes.txt") << QByteArray("seven") << false;
    QTest::newRow("empty") << QStringLiteral("empty") << QByteArray() << false;
}

void TestPictureReader::picturesAreToldFromData()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(name, bytes))});
    QTEST(holdsPicture(data), "isPicture");
    data.setUrls({QUrl::fromLocalFile(m_folder.path())});
    QVERIFY(!holdsPicture(data));
    data.setUrls({QUrl(QStringLiteral("https://example.org/digit.png"))});
    QVERIFY(!holdsPicture(data));
}

NABLA_WINDOW_TEST(TestPictureReader)
#include "tst_picture_reader.moc"
