// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_file.h"

#include "ui/plots/scope/scope_export.h"
#include "ui/report/report_page.h"
#include "ui/report/report_pictures.h"
#include "ui/report/report_text.h"
#include "ui/session/doctor_settings.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>

namespace nabla::ui {

namespace {

/// Of a picture's pixels on paper: four hundred dots an inch.
constexpr int sharpness = 4;

QImage imageOf(const ReportPicture &picture)
{
    QImage image(picture.size * sharpness, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(picture.svg).render(&painter);
    return image;
}

QByteArray pdfOf(const QString &page, const std::vector<ReportPicture> &pictures)
{
    QTextDocument document;
    document.setDocumentMargin(0.0);
    for (std::size_t i = 0; i < pictures.size(); ++i)
        document.addResource(QTextDocument::ImageResource, QUrl(pictureName(i)),
                             imageOf(pictures[i]));
    document.setHtml(page);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({}); // the document has its own, of two centimetres
    writer.setTitle(Report::tr("Report of a run"));
    document.print(&writer);
    return buffer.data();
}

/// The kind that is chosen decides the name's end where none is typed. Empty: canceled.
QString chosenFile(QWidget *parent)
{
    const QString html = QStringLiteral("html");
    QFileDialog dialog(parent, Report::tr("Export a report of the run"), {},
                       Report::tr("Page for a browser (*.html);;PDF document (*.pdf)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(html);
    dialog.selectFile(QStringLiteral("report"));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog, html](const QString &filter) {
                         const bool isPdf = filter.contains(QLatin1String("*.pdf"));
                         dialog.setDefaultSuffix(isPdf ? QStringLiteral("pdf") : html);
                     });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

QString exportReport(const TrainingSession &session, QWidget *parent)
{
    if (session.frame().history.layerCount() == 0)
        return Report::tr("There is no run to report on yet: the digits are still being made.");
    const QString path = chosenFile(parent);
    // The run went on while the dialog was open, or another one took its place.
    return path.isEmpty()
               ? QString()
               : writeReport(session.frame(), session.doctorSettings().thresholds(), path);
}

QString writeReport(const Frame &frame, const DoctorThresholds &thresholds, const QString &path)
{
    const std::vector<ReportPicture> pictures = drawScopes(frame);
    const bool isPdf = path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    const QString page = reportPage(frame, thresholds, pictures,
                                    isPdf ? ReportMedium::Paper : ReportMedium::Browser,
                                    QDateTime::currentDateTime());
    const QByteArray content = isPdf ? pdfOf(page, pictures) : page.toUtf8();
    return writeFile(
        path, [&content](QIODevice &device) { return device.write(content) == content.size(); });
}

} // namespace nabla::ui
