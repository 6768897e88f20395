// SPDX-License-Identifier: Apache-2.0
#include "core/course/svg.h"

#include <algorithm>
#include <array>
#include <expat.h>
#include <memory>

namespace kapok::course {
namespace {

constexpr std::size_t kMaxFaults = 20; ///< a drawing with more is hopeless
constexpr int kMaxDepth = 200;
constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";

char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Lower case without white space, so that "Java Script :" cannot hide.
std::string squeezed(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > 0x20)
            result.push_back(toLower(c));
    }
    return result;
}

/// Name behind the namespace that Expat puts in front of it ("uri|name").
std::string_view localName(std::string_view qualified)
{
    const std::size_t bar = qualified.rfind('|');
    return bar == std::string_view::npos ? qualified : qualified.substr(bar + 1);
}

/// Whether a reference stays inside the drawing: "#part" or a picture written into it.
bool staysInside(std::string_view reference)
{
    const std::string text = squeezed(reference);
    static constexpr std::array<std::string_view, 5> kInside = {"#", "data:image/png;", "data:image/jpeg;",
                                                                "data:image/webp;", "data:image/gif;"};
    return text.empty() || std::any_of(kInside.begin(), kInside.end(),
                                       [&](std::string_view start) { return text.starts_with(start); });
}

/// Whether CSS or an attribute loads something: url(…) other than of the drawing itself, or @import.
bool loadsSomething(std::string_view css)
{
    const std::string text = squeezed(css);
    if (text.find("@import") != std::string::npos || text.find('\\') != std::string::npos)
        return true; // an escape could spell url() in a way that is not seen here
    for (std::size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at + 1)) {
        std::string_view reference = std::string_view(text).substr(at + 4);
        while (reference.starts_with('"') || reference.starts_with('\''))
            reference.remove_prefix(1);
        if (!staysInside(reference))
            return true;
    }
    return false;
}

bool isForbiddenElement(const std::string &name)
{
    static constexpr std::array<std::string_view, 9> kForbidden = {
        "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"};
    return std::find(kForbidden.begin(), kForbidden.end(), name) != kForbidden.end();
}

/// Collects faults while Expat goes through one drawing.
class SvgChecker {
public:
    std::vector<SvgFault> check(std::string_view bytes)
    {
        const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
            XML_ParserCreateNS(nullptr, '|'), XML_ParserFree);
        if (!parser)
            return {{1, "This drawing cannot be checked: out of memory."}};
        m_parser = parser.get();
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, onStart, onEnd);
        XML_SetCharacterDataHandler(m_parser, onText);
        XML_SetStartDoctypeDeclHandler(m_parser, onDoctype);
        XML_SetProcessingInstructionHandler(m_parser, onInstruction);
        const auto status = XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
        if (status == XML_STATUS_ERROR && XML_GetErrorCode(m_parser) != XML_ERROR_ABORTED)
            fault(std::string("This drawing is damaged: ") + XML_ErrorString(XML_GetErrorCode(m_parser)) +
                  ". Save it again as SVG.");
        return std::move(m_faults);
    }

private:
    static SvgChecker &self(void *data) { return *static_cast<SvgChecker *>(data); }

    static void XMLCALL onStart(void *data, const XML_Char *name, const XML_Char **attributes)
    {
        self(data).start(name, attributes);
    }

    static void XMLCALL onEnd(void *data, const XML_Char *) { self(data).end(); }

    static void XMLCALL onText(void *data, const XML_Char *text, int length)
    {
        SvgChecker &checker = self(data);
        if (checker.m_inStyle)
            checker.m_style.append(text, static_cast<std::size_t>(length));
    }

    static void XMLCALL onDoctype(void *data, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        self(data).fault("A drawing must not have a <!DOCTYPE …>; delete it.");
        XML_StopParser(self(data).m_parser, XML_FALSE); // entities are never expanded
    }

    static void XMLCALL onInstruction(void *data, const XML_Char *target, const XML_Char *)
    {
        self(data).fault(std::string("A drawing must not have <?") + target + " …?>; delete it.");
    }

    void start(std::string_view name, const XML_Char **attributes)
    {
        std::string local(localName(name));
        std::transform(local.begin(), local.end(), local.begin(), toLower);
        if (m_depth++ == 0 && (local != "svg" || !name.starts_with(kSvgNamespace)))
            fault(
                R"(This is no SVG drawing: it must start with <svg xmlns="http://www.w3.org/2000/svg" …>.)");
        if (m_depth > kMaxDepth) {
            fault("The parts of this drawing are nested too deeply; simplify it.");
            XML_StopParser(m_parser, XML_FALSE);
        }
        if (isForbiddenElement(local))
            fault("A drawing must not contain <" + local + ">; remove it.");
        m_inStyle = local == "style";
        for (; *attributes; attributes += 2)
            checkAttribute(attributes[0], attributes[1]);
    }

    void end()
    {
        --m_depth;
        if (m_inStyle && loadsSomething(m_style))
            fault(
                "The <style> of this drawing loads another file; everything must be in the drawing itself.");
        m_inStyle = false;
        m_style.clear();
    }

    void checkAttribute(std::string_view qualified, std::string_view value)
    {
        std::string name(localName(qualified));
        std::transform(name.begin(), name.end(), name.begin(), toLower);
        if (name.starts_with("on"))
            fault("A drawing must not react to events (" + name + "=…); remove it.");
        else if ((name == "href" || name == "src" || name == "base") && !staysInside(value))
            fault("The drawing refers to \"" + std::string(value.substr(0, 80)) +
                  "\", which is not in it; put it into the drawing or remove it.");
        else if (loadsSomething(value))
            fault("The drawing loads another file in " + name + "=\"…\"; remove it.");
    }

    void fault(std::string sentence)
    {
        if (m_faults.size() < kMaxFaults)
            m_faults.push_back({static_cast<int>(XML_GetCurrentLineNumber(m_parser)), std::move(sentence)});
    }

    XML_Parser m_parser = nullptr;
    std::vector<SvgFault> m_faults;
    std::string m_style;
    int m_depth = 0;
    bool m_inStyle = false;
};

} // namespace

std::vector<SvgFault> checkSvg(std::string_view bytes)
{
    if (bytes.size() > INT32_MAX)
        return {{1, "This drawing is too large."}};
    return SvgChecker().check(bytes);
}

} // namespace kapok::course
