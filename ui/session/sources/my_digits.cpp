// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/my_digits.h"

#include "core/sources/own_digits_export.h"

#include <QLocale>

#include <exception>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int undoLimit = 200;

bool isPlace(int place, const OwnDigits &digits)
{
    return place >= 0 && static_cast<std::size_t>(place) < digits.size();
}

} // namespace

/// The digits are shared, so a change costs pointers only.
class MyDigits::Change final : public QUndoCommand
{
public:
    Change(MyDigits &owner, const QString &text, OwnDigits after)
        : QUndoCommand(text)
        , m_owner(owner)
        , m_before(owner.digits())
        , m_after(std::move(after))
    {
    }
    void undo() override { m_owner.set(m_before); }
    void redo() override { m_owner.set(m_after); }

private:
    MyDigits &m_owner;
    OwnDigits m_before;
    OwnDigits m_after;
};

MyDigits::MyDigits(QObject *parent)
    : MyDigits(ownDigitsFile(), parent)
{
}

MyDigits::MyDigits(const std::filesystem::path &file, QObject *parent)
    : QObject(parent)
    , m_store(file)
{
    m_undoStack.setUndoLimit(undoLimit);
    constexpr int pollMilliseconds = 33;
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &MyDigits::poll);
}

MyDigits::~MyDigits()
{
    m_undoStack.blockSignals(true); // it is cleared when its listeners may be half gone
    m_worker.waitUntilIdle();
    if (m_isUnsaved)
        saveFile(m_digits);
}

void MyDigits::open()
{
    if (std::exchange(m_isOpening, true))
        return;
    m_worker.submit([this](const std::stop_token &) { openFile(); });
    m_timer.start();
}

bool MyDigits::keep(const Drawing &drawing, int label)
{
    return add(reasonNotToKeep(drawing), [&] { return makeOwnDigit(drawing, label); });
}

bool MyDigits::keepPicture(const Raster &picture, int label)
{
    return add(reasonNotToKeepPicture(picture), [&] { return makeOwnPicture(picture, label); });
}

bool MyDigits::add(const std::string &reasonNotTo,
                   const std::function<std::shared_ptr<const OwnDigit>()> &make)
{
    QString refusal;
    if (!m_isOpen)
        refusal = tr("Your digits are still being read. Try again in a moment.");
    else if (m_digits.size() >= maxOwnDigits)
        refusal = tr("You have kept %1 digits, and there is no room for more. Delete some first.")
                      .arg(QLocale().toString(qulonglong(maxOwnDigits)));
    else if (!reasonNotTo.empty())
        refusal = tr("This drawing cannot be kept: %1.").arg(QString::fromStdString(reasonNotTo));
    if (!refusal.isEmpty()) {
        emit problem(refusal);
        return false;
    }
    OwnDigits after = m_digits;
    after.push_back(make());
    const int label = after.back()->label;
    change(tr("keep as %1").arg(QLocale().toString(label)), std::move(after));
    return true;
}

void MyDigits::relabel(std::span<const int> places, int label)
{
    OwnDigits after = m_digits;
    for (const int place : places) {
        if (isPlace(place, after) && after[static_cast<std::size_t>(place)]->label != label)
            after[static_cast<std::size_t>(place)]
                = relabelled(*after[static_cast<std::size_t>(place)], label);
    }
    if (after != m_digits)
        change(tr("relabel as %1").arg(QLocale().toString(label)), std::move(after));
}

void MyDigits::remove(std::span<const int> places)
{
    OwnDigits after = m_digits;
    for (const int place : places) {
        if (isPlace(place, after))
            after[static_cast<std::size_t>(place)] = nullptr;
    }
    std::erase(after, nullptr);
    if (after != m_digits)
        change(tr("delete"), std::move(after));
}

void MyDigits::change(const QString &text, OwnDigits after)
{
    m_undoStack.push(new Change(*this, text, std::move(after)));
}

void MyDigits::set(const OwnDigits &digits)
{
    m_digits = digits;
    m_isUnsaved = true;
    save();
    emit changed();
}

/// Changes that come while one is being saved are saved together after it.
void MyDigits::save()
{
    m_timer.start();
    if (!m_isUnsaved || m_worker.pending() > 0)
        return;
    m_isUnsaved = false;
    m_worker.submit([this, digits = m_digits](const std::stop_token &) { saveFile(digits); });
}

void MyDigits::exportAsIdx(const QString &folder)
{
    exportWith(exportOwnDigitsAsIdx, folder);
}

void MyDigits::exportAsPng(const QString &folder)
{
    exportWith(exportOwnDigitsAsPng, folder);
}

void MyDigits::exportWith(ExportFunction function, const QString &folder)
{
    m_worker.submit(
        [this, function, digits = m_digits, path = folder.toStdString()](const std::stop_token &) {
            try {
                function(digits, path);
                report([&](News &news) { news.exported.push_back(path); });
            } catch (const std::exception &error) {
                report([&](News &news) { news.failedExports.emplace_back(error.what()); });
            }
        });
    m_timer.start();
}

void MyDigits::report(const std::function<void(News &)> &add)
{
    const std::lock_guard lock(m_mutex);
    add(m_news);
}

void MyDigits::openFile()
{
    try {
        OwnDigitsStore::Opened opened = m_store.open();
        report([&](News &news) {
            news.isOpened = true;
            news.digits = std::move(opened.digits);
            if (!opened.warning.empty())
                news.warnings.push_back(std::move(opened.warning));
        });
    } catch (const std::exception &error) {
        report([&](News &news) {
            news.isOpened = true;
            news.unread.emplace_back(error.what());
        });
    }
}

void MyDigits::saveFile(const OwnDigits &digits)
{
    try {
        if (std::string warning = m_store.save(digits); !warning.empty())
            report([&](News &news) { news.warnings.push_back(std::move(warning)); });
    } catch (const std::exception &error) {
        report([&](News &news) { news.unsaved.emplace_back(error.what()); });
    }
}

void MyDigits::poll()
{
    const bool isBusy = m_worker.pending() > 0; // first: what is reported later is polled again
    News news;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(news, m_news);
    }
    if (news.isOpened) {
        m_isOpen = true;
        m_digits = std::move(news.digits);
        emit changed();
    }
    tell(news);
    if (isBusy)
        return;
    if (m_isUnsaved)
        save();
    else
        m_timer.stop();
}

void MyDigits::tell(const News &news)
{
    for (const std::string &warning : news.warnings)
        emit problem(QString::fromStdString(warning));
    for (const std::string &error : news.unread)
        emit problem(tr("Your digits could not be read: %1").arg(QString::fromStdString(error)));
    for (const std::string &error : news.unsaved)
        emit problem(tr("Your digits could not be saved, and are lost when the window closes: %1")
                         .arg(QString::fromStdString(error)));
    for (const std::string &error : news.failedExports)
        emit problem(
            tr("Your digits could not be exported: %1").arg(QString::fromStdString(error)));
    for (const std::string &folder : news.exported)
        emit exported(QString::fromStdString(folder));
}

} // namespace nabla::ui
