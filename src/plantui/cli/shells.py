"""Protocol in which bash, zsh and fish ask for the completions of a word.

Each shell has a script that hands over the line in environment variables and takes an answer of one candidate
a line. The scripts are ours and not click's: those part a word at `=` and `:` in bash, lose what follows a comma
in fish, and let bash expand candidates that hold a blank or a star.
"""

from __future__ import annotations

import os
import re
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from click.shell_completion import CompletionItem, ShellComplete

from plantui.model.text import one_line

from .command import FLAGS, leading_options

Item = CompletionItem[str]

LINE, WORDS, WORD, BREAKS = "_PLANTUI_LINE", "_PLANTUI_WORDS", "_PLANTUI_WORD", "_PLANTUI_BREAKS"
_DEFAULT_COMMAND = "browse"


@dataclass(frozen=True, slots=True)
class TypedWord:
    """The word under the cursor."""

    text: str
    """Its meaning so far, without quotes and backslashes."""
    raw: str = ""
    """The characters that stand in the line."""
    quote: str = ""
    """The quote that is still open."""


def split_line(line: str) -> tuple[list[str], TypedWord]:
    """Part the beginning of a command line as a shell does: the words before, and the one that is being typed."""
    words: list[str] = []
    text, start, quote, is_word = "", len(line), "", False
    position = 0
    while position < len(line):
        sign = line[position]
        if not is_word and sign not in " \t\n":
            is_word, start = True, position
        if sign == quote:
            quote = ""
        elif sign == "\\" and quote != "'":
            position += 1
            text += line[position : position + 1]
        elif quote:
            text += sign
        elif sign in "'\"":
            quote = sign
        elif sign not in " \t\n":
            text += sign
        elif is_word:
            words.append(text)
            text, start, is_word = "", len(line), False
        position += 1
    return words, TypedWord(text, line[start:], quote)


class _Shell(ShellComplete):
    """Base of the shells: which command a line means, and options whose value follows `=`."""

    def get_completions(self, args: list[str], incomplete: str) -> list[Item]:
        """Return the candidates for the word after `args`, each one as the whole word."""
        is_assignment = incomplete.startswith("-") and "=" in incomplete and not _waits_for_value(args)
        prefix = incomplete[: incomplete.index("=") + 1] if is_assignment else ""
        if leading_options(args) == args and (incomplete.startswith("-") or _waits_for_value(args)):
            args = [_DEFAULT_COMMAND, *args]
        if _waits_for_value(args):
            # Without its value click stops at the option, and knows no argument of the command.
            found = super().get_completions(args[:-1], f"{args[-1]}={incomplete}")
        else:
            found = super().get_completions(args, incomplete)
        items: dict[str, Item] = {}
        for item in found:
            whole = prefix + item.value if item.type == "plain" else item.value
            items.setdefault(whole, CompletionItem(whole, type=item.type, help=item.help, prefix=prefix))
        return list(items.values())

    def complete(self) -> str:
        """Return the answer to the shell, one candidate a line."""
        words, word = self.typed(os.environ)
        return "\n".join(self.answer(item, word) for item in self.get_completions(words[1:], word.text))

    @abstractmethod
    def typed(self, environ: Mapping[str, str]) -> tuple[list[str], TypedWord]:
        """Return the words before the cursor, the program's name first, and the word that is being typed."""

    @abstractmethod
    def answer(self, item: Item, word: TypedWord) -> str:
        """Return the line that tells the shell of a candidate."""


def _waits_for_value(args: Sequence[str]) -> bool:
    last = args[-1] if args else ""
    return last.startswith("-") and last not in (*FLAGS, "-", "--") and "=" not in last


class Bash(_Shell):
    """bash, from 4.4 on."""

    name = "bash"
    source_template = """\
%(complete_func)s() {
    local line response
    response=$(_PLANTUI_LINE="${COMP_LINE:0:COMP_POINT}" _PLANTUI_BREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
    COMPREPLY=()
    while IFS= read -r line; do
        case "$line" in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            file,*) compopt -o bashdefault -o default ;;
            dir,*) compopt -o dirnames ;;
        esac
    done <<< "$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""
    _SPECIAL = re.compile(r"([ \t|&;()<>$`\\\"'*?\[\]#!{}^~])")

    def typed(self, environ: Mapping[str, str]) -> tuple[list[str], TypedWord]:
        """Return the words of COMP_LINE: bash's own COMP_WORDS are parted at `=` and `:` too."""
        return split_line(environ[LINE])

    def answer(self, item: Item, word: TypedWord) -> str:
        """Return what readline puts in: only what follows the last sign at which it parts words."""
        if item.type != "plain" or word.quote:
            return f"{item.type},{item.value}"
        breaks = os.environ.get(BREAKS, "").replace("'", "").replace('"', "")
        kept = 0
        for position, sign in enumerate(word.raw):
            if sign in breaks and word.raw[position - 1 : position] != "\\":
                kept = position + 1
        _, before = split_line(word.raw[:kept])
        rest = item.value.removeprefix(before.text)
        return "plain," + self._SPECIAL.sub(lambda found: "\\" + found[0], rest)


class Zsh(_Shell):
    """zsh, which quotes what it puts in by itself."""

    name = "zsh"
    source_template = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local -a before lines values shown
    local line value help
    (( $+commands[%(prog_name)s] )) || return 1
    before=("${(@Q)words[1,CURRENT-1]}")
    lines=("${(@f)$(_PLANTUI_WORDS="${(pj:\\n:)before}" _PLANTUI_WORD="${(Q)PREFIX}" \\
        %(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")
    for line in "${lines[@]}"; do
        value="${${line#*$'\\t'}%%%%$'\\t'*}"
        help="${line##*$'\\t'}"
        case "$line" in
            plain$'\\t'*) values+=("$value"); shown+=("$value${help:+  -- $help}") ;;
            file$'\\t'*) [[ "$PREFIX" == -*=* ]] && compset -P '*='; _files; return ;;
            dir$'\\t'*) [[ "$PREFIX" == -*=* ]] && compset -P '*='; _files -/; return ;;
        esac
    done
    (( $#values )) && compadd -l -V plantui -d shown -a values
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

    def typed(self, environ: Mapping[str, str]) -> tuple[list[str], TypedWord]:
        """Return the words as zsh has parted and unquoted them."""
        return environ[WORDS].split("\n"), TypedWord(environ[WORD])

    def answer(self, item: Item, word: TypedWord) -> str:
        """Return type, candidate and explanation parted by tabs."""
        return f"{item.type}\t{item.value}\t{_explanation(item)}"


class Fish(_Shell):
    """fish, which quotes what it puts in by itself."""

    name = "fish"
    source_template = """\
function %(complete_func)s
    set -lx _PLANTUI_WORDS (commandline -opc | string collect)
    set -lx _PLANTUI_WORD (commandline -ct | string collect)
    for line in (%(complete_var)s=fish_complete %(prog_name)s 2>/dev/null)
        set -l parts (string split -m 2 \\t -- $line)
        switch $parts[1]
            case plain
                printf '%%s\\t%%s\\n' $parts[2] $parts[3]
            case file
                for path in (__fish_complete_path $parts[2])
                    echo $parts[3]$path
                end
            case dir
                for path in (__fish_complete_directories $parts[2])
                    echo $parts[3]$path
                end
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""

    def typed(self, environ: Mapping[str, str]) -> tuple[list[str], TypedWord]:
        """Return the words as fish has parted them; the one under the cursor still has its quotes."""
        return environ[WORDS].split("\n"), split_line(environ[WORD])[1]

    def answer(self, item: Item, word: TypedWord) -> str:
        """Return type, candidate and explanation parted by tabs; for a path the option before it."""
        return f"{item.type}\t{item.value}\t{_explanation(item) if item.type == 'plain' else item.prefix}"


def _explanation(item: Item) -> str:
    return one_line(item.help or "")


SHELLS: dict[str, type[_Shell]] = {shell.name: shell for shell in (Bash, Zsh, Fish)}
