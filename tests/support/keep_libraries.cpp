// SPDX-License-Identifier: Apache-2.0
// Part of `kapok` under AddressSanitizer only: plug-ins stay in memory, so that what the graphics libraries
// keep to the end is reported under their names, which lsan.supp knows.

extern "C" int dlclose(void *) noexcept
{
    return 0;
}
