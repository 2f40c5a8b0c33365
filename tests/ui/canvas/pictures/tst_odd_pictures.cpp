// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every kind, good, odd and broken, on the ways that a person has: pasted, dropped and
// opened. Whatever comes, it is read or refused in words, and the drawing is not lost.
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/incoming_pictures.h"

#include "tests/support/test_program.h"
#include "tests/ui/canvas/pictures/odd_pictures.h"
#include "tests/ui/dialogs/file_dialog_answer.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <QUrl>

#include <memory>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;
using Kind = PictureProblem::Kind;

class TestOddPictures final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aPastedPicture_data() { addPictures(); }
    void aPastedPicture();
    void aPastedFile_data() { addPictures(); }
    void aPastedFile();
    void aDroppedFile_data() { addPictures(); }
    void aDroppedFile();
    void anOpenedFile_data() { addPictures(); }
    void anOpenedFile();
    void pixelsOfThisProgram_data();
    void pixelsOfThisProgram();
    void whatIsNoFile_data();
    void whatIsNoFile();

private:
    [[nodiscard]] CanvasSheet &sheet() const { return m_canvas->sheet(); }
    static void addPictures();
    QString write(const QByteArray &bytes) const;
    void drop(const QMimeData &data);
    void expectOutcome(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<DigitCanvas> m_canvas;
};

namespace {

const Drawing line{{{0.1, 0.5}, {0.9, 0.5}}};
const QString fileName = QStringLiteral("odd.png");

/// What another program puts on the clipboard: bytes, which Qt offers as an image.
class PackedPicture final : public QMimeData
{
public:
    explicit PackedPicture(const QByteArray &bytes) { setData(QStringLiteral("image/png"), bytes); }
    [[nodiscard]] QStringList formats() const override
    {
        return QMimeData::formats() + QStringList{QStringLiteral("application/x-qt-image")};
    }
    [[nodiscard]] bool hasFormat(const QString &type) const override
    {
        return formats().contains(type);
    }
};

enum class Likeness
{
    TheSeven, ///< as its ideal is prepared, up to what its paper, ink and packing do
    Any
};

QImage onShadedPaper()
{
    QImage image = seven({400, 300}, Qt::white, Qt::black);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int light = 235 - x / 5 - y / 4 - (x * 7 + y * 13) % 5; // a shadow, and grain
            const bool isInk = image.pixelColor(x, y).lightness() < 128;
            image.setPixelColor(x, y, isInk ? QColor(40, 45, 70) : QColor(light, light, light - 8));
        }
    }
    return image;
}

QImage filled(QSize size, QColor color)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(color);
    return image;
}

void addRead(const char *name, const QByteArray &bytes, Likeness likeness = Likeness::TheSeven)
{
    QTest::newRow(name) << bytes << Kind::None << likeness;
}

void addRefused(const char *name, const QByteArray &bytes, Kind problem)
{
    QTest::newRow(name) << bytes << problem << Likeness::Any;
}

} // namespace

Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Likeness)

void TestOddPictures::addPictures()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("problem");
    QTest::addColumn<Likeness>("likeness");
    const QImage ideal = seven({200, 200}, Qt::white, Qt::black);
    const QByteArray png = encoded(ideal, "PNG");
    addRead("PNG", png);
    addRead("JPEG by another name", encoded(ideal, "JPG"));
    addRead("BMP", encoded(ideal, "BMP"));
    addRead("16 bits", encoded(ideal.convertToFormat(QImage::Format_RGBA64), "PNG"));
    addRead("16 bits of grey", encoded(ideal.convertToFormat(QImage::Format_Grayscale16), "PNG"));
    addRead("palette", encoded(ideal.convertToFormat(QImage::Format_Indexed8), "PNG"));
    addRead("black and white", encoded(ideal.convertToFormat(QImage::Format_Mono), "PNG"));
    addRead("four inks", cmykJpeg());
    addRead("turned by the camera", turnedJpeg(seven({300, 200}, Qt::white, Qt::black)));
    addRead("light on dark", encoded(seven({300, 200}, QColor(40, 60, 50), Qt::white), "JPG"));
    addRead("transparent, dark ink", encoded(seven({200, 200}, Qt::transparent, Qt::black), "PNG"));
    addRead("transparent, light ink",
            encoded(seven({200, 200}, Qt::transparent, Qt::white), "PNG"));
    addRead("shadow on the paper", encoded(onShadedPaper(), "JPG"));
    addRead("of a large camera", encoded(seven({3000, 2500}, Qt::white, Qt::black), "JPG"));
    addRead("animated", animatedGif(), Likeness::Any);
    addRead("28 x 28", encoded(seven({28, 28}, Qt::black, Qt::white), "PNG"), Likeness::Any);
    addRefused("empty", {}, Kind::Empty);
    addRefused("a text", "a picture is worth a thousand words", Kind::UnknownKind);
    addRefused("its first bytes", png.left(4), Kind::UnknownKind);
    addRefused("its header", png.left(40), Kind::Unreadable);
    addRefused("its first half", png.left(png.size() / 2), Kind::Unreadable);
    addRefused("zeros", QByteArray(1000, '\0'), Kind::UnknownKind);
    addRefused("20,000 x 20,000", hugePng(), Kind::TooLarge);
    addRefused("a bitmap of 20,000 x 20,000", hugeBmp(20'000), Kind::Unreadable); // Qt's own limit
    addRefused("a JPEG of 20,000 x 20,000", hugeJpeg(), Kind::TooLarge);
    addRefused("1 x 1", encoded(filled({1, 1}, Qt::black), "PNG"), Kind::NoInk);
    addRefused("one colour", encoded(filled({300, 200}, Qt::red), "PNG"), Kind::NoInk);
    addRefused("wholly transparent", encoded(filled({300, 200}, Qt::transparent), "PNG"),
               Kind::NoInk);
    addRefused("ink as pale as paper",
               encoded(seven({200, 200}, Qt::white, QColor(240, 240, 240)), "PNG"), Kind::NoInk);
}

void TestOddPictures::initTestCase()
{
    m_canvas = std::make_unique<DigitCanvas>();
    m_canvas->resize(202, 202);
    m_canvas->show();
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
}

void TestOddPictures::init()
{
    sheet().clear();
    sheet().undoStack()->clear();
    sheet().setDrawing(line);
}

QString TestOddPictures::write(const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestOddPictures::drop(const QMimeData &data)
{
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &drop);
}

/// The event itself has read nothing; what comes of it is what the row says.
void TestOddPictures::expectOutcome(const QString &name)
{
    QFETCH(Kind, problem);
    QFETCH(Likeness, likeness);
    QVERIFY(m_canvas->pictures().isLoading());
    QCOMPARE(sheet().drawing(), line);
    QVERIFY(QTest::qWaitFor([this] { return !m_canvas->pictures().isLoading(); }));
    if (problem != Kind::None) {
        QVERIFY(!sheet().picture());
        QCOMPARE(sheet().drawing(), line);
        QCOMPARE(sheet().undoStack()->count(), 1);
        const QSize size = problem == Kind::TooLarge ? QSize(20'000, 20'000) : QSize();
        QCOMPARE(m_canvas->pictures().notice(), textOf({problem, name, size}));
        return;
    }
    QVERIFY2(sheet().picture(), qPrintable(m_canvas->pictures().notice()));
    const Raster &raster = sheet().picture()->prepared.raster();
    if (likeness == Likeness::TheSeven)
        QVERIFY2(difference(raster, expected()) < 0.25 * inkSum(expected()),
                 qPrintable(QString::number(difference(raster, expected()) / inkSum(expected()))));
    m_canvas->actions().undo->trigger();
    QCOMPARE(sheet().drawing(), line);
}

void TestOddPictures::aPastedPicture()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty())
        QSKIP("nothing is copied without bytes");
    QGuiApplication::clipboard()->setMimeData(new PackedPicture(bytes));
    QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);
    expectOutcome({});
}

void TestOddPictures::aPastedFile()
{
    QFETCH(QByteArray, bytes);
    auto *data = new QMimeData; // the clipboard's from now on
    data->setUrls({QUrl::fromLocalFile(write(bytes))});
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);
    expectOutcome(fileName);
}

void TestOddPictures::aDroppedFile()
{
    QFETCH(QByteArray, bytes);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(bytes))});
    drop(data);
    expectOutcome(fileName);
}

void TestOddPictures::anOpenedFile()
{
    QFETCH(QByteArray, bytes);
    const FileDialogAnswer answer(write(bytes));
    m_canvas->actions().openPicture->trigger();
    expectOutcome(fileName);
}

void TestOddPictures::pixelsOfThisProgram_data()
{
    QTest::addColumn<QImage>("image");
    QTest::addColumn<Kind>("problem");
    QTest::newRow("a picture") << seven({200, 200}, Qt::white, Qt::black) << Kind::None;
    QTest::newRow("nothing") << QImage() << Kind::UnknownKind;
    QTest::newRow("wholly transparent") << filled({50, 50}, Qt::transparent) << Kind::NoInk;
    QTest::newRow("too long") << QImage(20'000, 1, QImage::Format_Mono) << Kind::TooLarge;
}

void TestOddPictures::pixelsOfThisProgram()
{
    QFETCH(QImage, image);
    QFETCH(Kind, problem);
    QMimeData data;
    data.setImageData(image);
    drop(data);
    QVERIFY(QTest::qWaitFor([this] { return !m_canvas->pictures().isLoading(); }));
    const QSize size = problem == Kind::TooLarge ? image.size() : QSize();
    QCOMPARE(m_canvas->pictures().notice(), textOf({problem, {}, size}));
    QCOMPARE(sheet().picture() != nullptr, problem == Kind::None);
    QCOMPARE(sheet().drawing().empty(), problem == Kind::None);
}

void TestOddPictures::whatIsNoFile_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<PictureProblem>("problem");
    QTest::newRow("absent") << QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("no.png")))
                            << PictureProblem{Kind::NoFile, QStringLiteral("no.png")};
    QTest::newRow("a device") << QUrl::fromLocalFile(QStringLiteral("/dev/zero"))
                              << PictureProblem{Kind::NoFile, QStringLiteral("zero")};
    QTest::newRow("in the web") << QUrl(QStringLiteral("https://example.org/digit.png"))
                                << PictureProblem{Kind::NotOnThisComputer};
}

void TestOddPictures::whatIsNoFile()
{
    QFETCH(QUrl, url);
    QFETCH(PictureProblem, problem);
    QMimeData data;
    data.setUrls({url});
    drop(data);
    QVERIFY(QTest::qWaitFor([this] { return !m_canvas->pictures().isLoading(); }));
    QCOMPARE(m_canvas->pictures().notice(), textOf(problem));
    QVERIFY(!m_canvas->pictures().notice().isEmpty());
    QCOMPARE(sheet().drawing(), line);
}

NABLA_WINDOW_TEST(TestOddPictures)
#include "tst_odd_pictures.moc"
