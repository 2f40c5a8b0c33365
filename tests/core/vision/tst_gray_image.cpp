// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/data_catalog.h"
#include "core/vision/gray_image.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <png.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

using namespace nabla;

class TestGrayImage final : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfPngIsRead_data();
    void everyKindOfPngIsRead();
    void transparencyShowsPaperOrIsTheInk();
    void aPngCutAnywhereIsRefused();
    void mutationsLoadOrAreRefused();
    void preparedDigitsStayAsTheyAre();
    void sizePolarityAndShadeDoNotMatter_data();
    void sizePolarityAndShadeDoNotMatter();
    void blankPaperHasNoInk();
    void enlargedMnistDigitsComeBack();

private:
    [[nodiscard]] std::string path() const { return m_folder.filePath("p.png").toStdString(); }
    void write(png_uint_32 format, int width, int height, const std::vector<std::uint8_t> &bytes)
    {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        image.width = static_cast<png_uint_32>(width);
        image.height = static_cast<png_uint_32>(height);
        image.format = format;
        QVERIFY(png_image_write_to_file(&image, path().c_str(), 0, bytes.data(), 0, nullptr));
    }
    QTemporaryDir m_folder;
};

namespace {

/// A one: a bar of 7 x 20 in a 28 x 28 frame, as MNIST has it.
std::vector<std::uint8_t> uprightBar()
{
    std::vector<std::uint8_t> image(rasterSide * rasterSide);
    for (int y = 4; y < 24; ++y)
        std::fill_n(image.begin() + y * rasterSide + 11, 7, std::uint8_t(255));
    return image;
}

/// Enlarged by whole pixels onto paper with margins; ink and paper as given, darker to one
/// rasterSide.
GrayImage photographed(std::span<const std::uint8_t> digit, int scale, double ink, double paper,
                       double shade)
{
    const int margin = 3 * scale;
    const int size = rasterSide * scale + 2 * margin;
    GrayImage image{size, size, {}};
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const int u = (x - margin) / scale;
            const int v = (y - margin) / scale;
            const bool inside = x >= margin && y >= margin && u < rasterSide && v < rasterSide;
            const double share
                = inside ? digit[static_cast<std::size_t>(v * rasterSide + u)] / 255.0 : 0.0;
            const double background = paper + shade * x / size;
            image.pixels.push_back(static_cast<std::uint8_t>(
                std::clamp(background + share * (ink - background), 0.0, 255.0)));
        }
    }
    return image;
}

/// Mean difference of two images in levels.
double difference(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

} // namespace

void TestGrayImage::everyKindOfPngIsRead_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("pixel");
    QTest::addColumn<int>("gray");
    QTest::newRow("grey") << int(PNG_FORMAT_GRAY) << QByteArray("\x50", 1) << 0x50;
    QTest::newRow("colour, all equal")
        << int(PNG_FORMAT_RGB) << QByteArray("\x50\x50\x50", 3) << 0x50;
    QTest::newRow("opaque") << int(PNG_FORMAT_RGBA) << QByteArray("\x50\x50\x50\xff", 4) << 0x50;
}

void TestGrayImage::everyKindOfPngIsRead()
{
    QFETCH(int, format);
    QFETCH(QByteArray, pixel);
    QFETCH(int, gray);
    const QByteArray bytes = pixel.repeated(12);
    write(static_cast<png_uint_32>(format), 4, 3, {bytes.begin(), bytes.end()});
    const GrayImage image = readPng(path());
    QCOMPARE(image.width, 4);
    QCOMPARE(image.height, 3);
    QCOMPARE(image.pixels, std::vector<std::uint8_t>(12, static_cast<std::uint8_t>(gray)));
}

void TestGrayImage::transparencyShowsPaperOrIsTheInk()
{
    write(PNG_FORMAT_GA, 2, 1, {0, 255, 200, 0}); // black ink; a colour that is not to be seen
    QCOMPARE(readPng(path()).pixels, (std::vector<std::uint8_t>{0, 255}));
    write(PNG_FORMAT_GA, 3, 1, {255, 255, 255, 0, 255, 128}); // white ink on nothing
    QCOMPARE(readPng(path()).pixels, (std::vector<std::uint8_t>{0, 255, 127}));
    write(PNG_FORMAT_RGBA, 3, 1, {0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0}); // blue, white
    QCOMPARE(readPng(path()).pixels, (std::vector<std::uint8_t>{76, 255, 255}));
}

void TestGrayImage::aPngCutAnywhereIsRefused()
{
    write(PNG_FORMAT_GRAY, rasterSide, rasterSide, uprightBar());
    std::ifstream file(path(), std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t length = 0; length + 12 < whole.size(); ++length) { // without its last chunk
        std::ofstream(path(), std::ios::binary) << whole.substr(0, length);
        QVERIFY_EXCEPTION_THROWN((void)readPng(path()), PictureError);
    }
    QVERIFY_EXCEPTION_THROWN((void)readPng(m_folder.filePath("missing").toStdString()),
                             PictureError);
}

void TestGrayImage::mutationsLoadOrAreRefused()
{
    write(PNG_FORMAT_GRAY, rasterSide, rasterSide, uprightBar());
    std::ifstream file(path(), std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    std::mt19937_64 random(6);
    int refused = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 3; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        std::ofstream(path(), std::ios::binary) << bytes;
        try {
            (void)normalizeDigit(readPng(path()));
        } catch (const PictureError &) {
            ++refused;
        }
    }
    QVERIFY(refused > 500);
}

void TestGrayImage::preparedDigitsStayAsTheyAre()
{
    const auto digit = uprightBar();
    QCOMPARE(normalizeDigit({rasterSide, rasterSide, digit}), digit);
}

void TestGrayImage::sizePolarityAndShadeDoNotMatter_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<double>("ink");
    QTest::addColumn<double>("paper");
    QTest::addColumn<double>("shade");
    QTest::newRow("black on white") << 8 << 0.0 << 255.0 << 0.0;
    QTest::newRow("white on black") << 5 << 255.0 << 0.0 << 0.0;
    QTest::newRow("pencil on shaded paper") << 11 << 90.0 << 170.0 << 60.0;
    QTest::newRow("chalk") << 3 << 230.0 << 60.0 << 20.0;
    QTest::newRow("small") << 1 << 0.0 << 255.0 << 0.0;
}

void TestGrayImage::sizePolarityAndShadeDoNotMatter()
{
    QFETCH(int, scale);
    QFETCH(double, ink);
    QFETCH(double, paper);
    QFETCH(double, shade);
    const auto digit = uprightBar();
    const auto read = normalizeDigit(photographed(digit, scale, ink, paper, shade));
    QCOMPARE(read.size(), digit.size());
    QVERIFY2(difference(read, digit) < 4.0, qPrintable(QString::number(difference(read, digit))));
}

void TestGrayImage::blankPaperHasNoInk()
{
    QVERIFY(normalizeDigit({40, 30, std::vector<std::uint8_t>(1200, 230)}).empty());
    QVERIFY(normalizeDigit({1, 1, {0}}).empty());
    QVERIFY(normalizeDigit({}).empty());
}

void TestGrayImage::enlargedMnistDigitsComeBack()
{
    const std::filesystem::path folder = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (folder.empty() || !looksLikeIdxFolder(folder))
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    const auto data = loadData(folder.string());
    double sum = 0.0;
    constexpr int digits = 200;
    for (int i = 0; i < digits; ++i) {
        const auto digit = data->test.image(i);
        const auto read = normalizeDigit(photographed(digit, 6, 20.0, 240.0, 10.0));
        QCOMPARE(read.size(), digit.size());
        sum += difference(read, digit);
    }
    QVERIFY2(sum / digits < 12.0, qPrintable(QString::number(sum / digits)));
}

NABLA_TEST(TestGrayImage)
#include "tst_gray_image.moc"
