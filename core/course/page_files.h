// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/course.h"

#include <type_traits>

namespace kapok::course {

/// Calls \p use with every file of \p page (a Page or const Page) that is not empty: picture, medium, poster,
/// captions by language.
template <class PageType, class Use> void forEachFile(PageType &page, Use use)
{
    const auto useUnlessEmpty = [&](auto &file) {
        if (!file.empty())
            use(file);
    };
    std::visit(
        [&](auto &body) {
            using Body = std::remove_cvref_t<decltype(body)>;
            if constexpr (std::is_same_v<Body, ImageBody>) {
                useUnlessEmpty(body.image);
            } else if constexpr (std::is_same_v<Body, MediaBody>) {
                useUnlessEmpty(body.file);
                useUnlessEmpty(body.poster);
                for (auto &[language, file] : body.captions)
                    useUnlessEmpty(file);
            }
        },
        page.body);
}

} // namespace kapok::course
