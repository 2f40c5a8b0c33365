// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_tree.h"

#include <CLI/CLI.hpp>

namespace nabla {

namespace {

OptionSummary summarizeOption(const CLI::Option &option)
{
    const bool positional = option.nonpositional() == false;
    std::string name = option.get_name(); // the longest form
    if (!positional && !option.get_lnames().empty())
        name = "--" + option.get_lnames().front();
    return {name, option.get_expected_max() > 0 ? option.get_type_name() : std::string(),
            option.get_description(), positional};
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string completionOf(const CommandSummary &command, const std::string &path)
{
    std::vector<std::string> words;
    std::string values;
    for (const CommandSummary &child : command.commands)
        words.push_back(child.name);
    for (const OptionSummary &option : command.options) {
        if (!option.isPositional)
            words.push_back(option.name);
        if (const auto choices = option.choices(); !choices.empty())
            values += "            \"" + path + " " + option.name + "\") words=\"" + joined(choices)
                      + "\" ;;\n";
    }
    std::string text
        = values + "            \"" + path + " \"*) words=\"" + joined(words) + "\" ;;\n";
    for (const CommandSummary &child : command.commands)
        text = completionOf(child, path + "/" + child.name) + text;
    return text;
}

/// Backslashes and leading dots mean something in roff; a hyphen is not a minus.
std::string roff(const std::string &text)
{
    std::string result;
    bool atLineStart = true;
    for (const char c : text) {
        if (atLineStart && (c == '.' || c == '\''))
            result += "\\&";
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
        atLineStart = c == '\n';
    }
    return result;
}

std::string manOptions(const CommandSummary &command)
{
    std::string text;
    for (const OptionSummary &option : command.options) {
        text += ".TP\n\\fB" + roff(option.name) + "\\fR";
        if (!option.value.empty() && !option.isPositional)
            text += " \\fI" + roff(option.value) + "\\fR";
        text += "\n" + roff(option.help) + "\n";
    }
    return text;
}

std::string manCommand(const CommandSummary &command, const std::string &path)
{
    const std::string name = path + " " + command.name;
    std::string text
        = ".SS \"" + roff(name) + "\"\n" + roff(command.help) + "\n" + manOptions(command);
    if (!command.footer.empty())
        text += ".PP\n.nf\n" + roff(command.footer) + "\n.fi\n";
    for (const CommandSummary &child : command.commands)
        text += manCommand(child, name);
    return text;
}

} // namespace

std::vector<std::string> OptionSummary::choices() const
{
    std::vector<std::string> all;
    if (value.find('|') == std::string::npos)
        return all;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
        end = value.find('|', begin);
        all.push_back(value.substr(begin, end - begin));
    }
    return all;
}

CommandSummary summarize(const CLI::App &app)
{
    CommandSummary summary{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
    for (const CLI::Option *option : app.get_options())
        summary.options.push_back(summarizeOption(*option));
    for (const CLI::App *child : app.get_subcommands(nullptr))
        summary.commands.push_back(summarize(*child));
    return summary;
}

std::string bashCompletion(const CommandSummary &program)
{
    return "# bash completion for " + program.name + "; made by `" + program.name
           + " completion bash`\n_" + program.name + R"(()
{
    local word path="" words="" i
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        [[ $word == -* ]] && break
        path+="/$word"
    done
    case "$path $previous" in
)" + completionOf(program, "")
           + R"(    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _)"
           + program.name + " " + program.name + "\n";
}

std::string manPage(const CommandSummary &program)
{
    std::string text = ".TH " + program.name + " 1 \"\" \"Nablascope\" \"User Commands\"\n";
    text += ".SH NAME\n" + roff(program.name + " - " + program.help) + "\n";
    text += ".SH SYNOPSIS\n.B " + program.name + "\n.I COMMAND\n[\\fIOPTION\\fR]...\n";
    text += ".SH COMMANDS\n";
    for (const CommandSummary &command : program.commands)
        text += manCommand(command, program.name);
    text += ".SH NOTES\n.nf\n" + roff(program.footer) + "\n.fi\n.SH SEE ALSO\n.BR nablascope (1)\n";
    return text;
}

} // namespace nabla
