#include "core/text.h"
#include "features/mail/mail.h"

#include <date/date.h>
#include <sodium.h>

namespace wallchart {
namespace {

constexpr char hex[] = "0123456789ABCDEF";

std::string base64(std::string_view text) {
    std::string encoded(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(text.data()),
                      text.size(), sodium_base64_VARIANT_ORIGINAL);
    encoded.pop_back();
    return encoded;
}

std::string_view address_of(std::string_view from) {
    auto open = from.rfind('<');
    if (open == std::string_view::npos) return trim(from);
    auto rest = from.substr(open + 1);
    return trim(rest.substr(0, rest.find('>')));
}

std::string header_date(Instant now) {
    return date::format("%a, %d %b %Y %H:%M:%S +0000", std::chrono::floor<std::chrono::seconds>(now));
}

std::string footer(const Mail& mail, const std::string& unsubscribe) {
    if (unsubscribe.empty()) return {};
    return mail.language == "es" ? "\n\nNo quiero más correos: " + unsubscribe
                                 : "\n\nI want no more of these e-mails: " + unsubscribe;
}

/// A name before an address: RFC 5322 wants quotes around what has a comma in it.
std::string display_name(std::string_view name) {
    auto encoded = encoded_header(name);
    if (encoded != name) return encoded;
    return "\"" + replace_all(replace_all(encoded, "\\", "\\\\"), "\"", "\\\"") + "\"";
}

}  // namespace

std::string encoded_header(std::string_view text) {
    bool plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
    if (plain && text.find("=?") == std::string_view::npos) return std::string(text);
    // Words of at most 75 characters, cut between code points (RFC 2047, section 2).
    std::string header;
    while (!text.empty()) {
        std::size_t take = std::min<std::size_t>(text.size(), 42);
        while (take < text.size() && (static_cast<unsigned char>(text[take]) & 0xC0U) == 0x80U)
            --take;
        if (!header.empty()) header += "\r\n ";
        header += "=?UTF-8?B?" + base64(text.substr(0, take)) + "?=";
        text.remove_prefix(take);
    }
    return header;
}

std::string quoted_printable(std::string_view text) {
    std::string encoded;
    std::size_t column = 0;
    auto add = [&](std::string_view piece) {
        if (column + piece.size() > 75) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += piece;
        column += piece.size();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto byte = static_cast<unsigned char>(text[at]);
        if (text[at] == '\r') continue;
        if (text[at] == '\n') {
            encoded += "\r\n";
            column = 0;
            continue;
        }
        bool at_end = at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r';
        bool blank = text[at] == ' ' || text[at] == '\t';
        // A dot that begins a line would be an end of the message to careless servers.
        bool plain =
            (byte >= 33 && byte <= 126 && byte != '=' && !(byte == '.' && column == 0)) || (blank && !at_end);
        if (plain) {
            add(text.substr(at, 1));
        } else {
            const char escaped[] = {'=', hex[byte >> 4U], hex[byte & 15U]};
            add({escaped, 3});
        }
    }
    return encoded;
}

std::string html_of(std::string_view text, std::string_view language) {
    std::string html = "<!doctype html><html lang=\"" + escape_html(language) +
                       "\"><body style=\"font:16px/1.5 sans-serif;color:#211c15;max-width:36em\">";
    auto plain = replace_all(std::string(text), "\r\n", "\n");
    std::string_view rest = plain;
    while (!rest.empty()) {
        auto end = rest.find("\n\n");
        auto paragraph = trim(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 2);
        if (paragraph.empty()) continue;
        html += "<p>";
        bool first = true;
        for (auto line : split(paragraph, '\n')) {
            if (!std::exchange(first, false)) html += "<br>";
            bool first_word = true;
            for (auto word : split(line, ' ')) {
                if (!std::exchange(first_word, false)) html += " ";
                bool link = word.starts_with("https://") || word.starts_with("http://");
                auto safe = escape_html(word);
                html += link ? "<a href=\"" + safe + "\">" + safe + "</a>" : safe;
            }
        }
        html += "</p>";
    }
    return html + "</body></html>";
}

std::string message_text(const Mail& mail, const MailSettings& settings, Instant now) {
    auto sender = address_of(settings.from);
    auto at = sender.find('@');
    auto domain = at == std::string_view::npos ? std::string_view("localhost") : sender.substr(at + 1);
    auto unsubscribe = mail.unsubscribe_token.empty()
                           ? std::string()
                           : settings.public_url + "/unsubscribe/" + mail.unsubscribe_token;
    auto body = mail.body + footer(mail, unsubscribe);
    auto boundary = "wallchart-" + to_string(mail.id);
    std::string text;
    auto line = [&](std::string_view content) {
        text += content;
        text += "\r\n";
    };
    // The address stays that of the mail server, which is all it may send as; whoever signs is answered.
    line("From: " + (!mail.sender.empty() ? display_name(mail.sender) + " <" + std::string(sender) + ">"
                     : settings.from.find('<') == std::string::npos ? "Wallchart <" + settings.from + ">"
                                                                    : settings.from));
    if (!mail.reply_to.empty()) line("Reply-To: <" + mail.reply_to + ">");
    line("To: <" + mail.recipient + ">");
    line("Subject: " + encoded_header(mail.subject));
    line("Date: " + header_date(now));
    // The same at every attempt, so that a message that came twice can be seen to be one.
    line("Message-ID: <" + to_string(mail.id) + ".wallchart@" + std::string(domain) + ">");
    line("MIME-Version: 1.0");
    if (mail.sender.empty()) line("Auto-Submitted: auto-generated");
    line("Content-Language: " + mail.language);
    if (!unsubscribe.empty()) {
        line("List-Unsubscribe: <" + unsubscribe + ">");
        line("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
    line("");
    auto part = [&](std::string_view type, const std::string& content) {
        line("--" + boundary);
        line("Content-Type: " + std::string(type) + "; charset=utf-8");
        line("Content-Transfer-Encoding: quoted-printable");
        line("");
        line(quoted_printable(content));
    };
    part("text/plain", body);
    part("text/html", html_of(body, mail.language));
    line("--" + boundary + "--");
    return text;
}

}  // namespace wallchart
