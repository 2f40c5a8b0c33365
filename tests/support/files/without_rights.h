// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

namespace nabla::test {

/// Root may read and write everything: while this lives, a test that runs as root acts as nobody.
class WithoutRights
{
public:
    WithoutRights()
        : m_wasRoot(::geteuid() == 0 && ::seteuid(nobody) == 0)
    {
    }
    ~WithoutRights()
    {
        if (m_wasRoot)
            static_cast<void>(!::seteuid(0));
    }
    WithoutRights(const WithoutRights &) = delete;
    WithoutRights &operator=(const WithoutRights &) = delete;

private:
    static constexpr uid_t nobody = 65534;
    bool m_wasRoot;
};

} // namespace nabla::test
