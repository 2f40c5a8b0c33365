// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parallel/worker_pool.h"
#include "core/sources/own_digits_store.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>

#include <filesystem>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace nabla::ui {

/// The drawings that a person kept with what they show, shared by all panels. Every change can be
/// undone and is saved at once; the file is read and written by a worker, never by the GUI thread,
/// which alone may use this. Destroying it waits until the last change is on the disk.
class MyDigits final : public QObject
{
    Q_OBJECT

public:
    explicit MyDigits(QObject *parent = nullptr);
    /// Of another file; for tests.
    explicit MyDigits(const std::filesystem::path &file, QObject *parent = nullptr);
    ~MyDigits() override;

    /// Reads the file, once: changed() follows. Nothing can be kept before.
    void open();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const OwnDigits &digits() const { return m_digits; }

    /// At the end of digits(). False where it cannot be kept: problem() says why.
    bool keep(const Drawing &drawing, int label);
    /// The same of a prepared picture.
    bool keepPicture(const Raster &picture, int label);
    /// Places in digits(); those that are none are passed over.
    void relabel(std::span<const int> places, int label);
    void remove(std::span<const int> places);
    [[nodiscard]] QUndoStack *undoStack() { return &m_undoStack; }

    void exportAsIdx(const QString &folder);
    void exportAsPng(const QString &folder);

signals:
    void changed();
    /// Something the person should read: what, where, what to do.
    void problem(const QString &message);
    void exported(const QString &folder);

private:
    /// What the worker has to say; the mutex guards it.
    struct News
    {
        bool isOpened = false;
        OwnDigits digits;
        std::vector<std::string> warnings; ///< as they are
        std::vector<std::string> unread; ///< why the file could not be read
        std::vector<std::string> unsaved; ///< or written
        std::vector<std::string> failedExports;
        std::vector<std::string> exported; ///< folders
    };
    class Change;
    using ExportFunction = void (*)(const OwnDigits &, const std::filesystem::path &);

    bool add(const std::string &reasonNotTo,
             const std::function<std::shared_ptr<const OwnDigit>()> &make);
    void change(const QString &text, OwnDigits after);
    void set(const OwnDigits &digits);
    void save();
    void exportWith(ExportFunction function, const QString &folder);
    void poll();
    void tell(const News &news);
    /// For the worker.
    void report(const std::function<void(News &)> &add);
    void openFile();
    void saveFile(const OwnDigits &digits);

    OwnDigits m_digits;
    bool m_isOpening = false;
    bool m_isOpen = false;
    bool m_isUnsaved = false; ///< changed since the worker last got a copy
    QUndoStack m_undoStack;
    QTimer m_timer; ///< runs while the worker does

    OwnDigitsStore m_store; ///< the worker's
    std::mutex m_mutex;
    News m_news;
    WorkerPool m_worker{1}; // last: its jobs use what stands above
};

} // namespace nabla::ui
