// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/epoch_record.h"

#include <fstream>

namespace nabla {

/// What every epoch measured, one line each, as JSON objects (.jsonl) or with a heading (.csv); a
/// line is there as soon as it is known.
class MetricsFile
{
public:
    /// Writes nothing when the name is empty. Throws std::invalid_argument for another ending, and
    /// CommandFailure where the file cannot be written.
    MetricsFile(const std::string &path, int hiddenLayers);

    void add(const EpochRecord &record);

private:
    void write(const std::string &line);

    std::string m_path;
    bool m_isCsv = false;
    std::ofstream m_file;
};

} // namespace nabla
