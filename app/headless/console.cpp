// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace nabla {

namespace {

volatile std::sig_atomic_t interruptSeen = 0;

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

ProgressLine::ProgressLine()
    : m_terminal(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const std::string &text)
{
    constexpr double interval = 0.1;
    if (!m_terminal || now() - m_lastShown < interval)
        return;
    m_lastShown = now();
    m_shown = true;
    std::fprintf(stderr, "\r\033[K%s", text.c_str());
    std::fflush(stderr);
}

void ProgressLine::clear()
{
    if (!m_shown)
        return;
    m_shown = false;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
}

std::string timeLeft(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0.0)
        return {};
    const auto whole = static_cast<long long>(std::ceil(seconds));
    const std::string rest = std::to_string(whole % 60) + " s left";
    return whole < 60 ? rest : std::to_string(whole / 60) + " min " + rest;
}

void catchInterrupt()
{
    std::signal(SIGINT, [](int) {
        interruptSeen = 1;
        std::signal(SIGINT, SIG_DFL); // a second Ctrl+C ends it at once
    });
}

bool interrupted()
{
    return interruptSeen != 0;
}

} // namespace nabla
