"""What can be typed: commands, options, and their help."""

from argparse import (
    SUPPRESS,
    ArgumentParser,
    ArgumentTypeError,
    BooleanOptionalAction,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from readiness import VERSION
from readiness.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction["_Parser"]

_ABOUT: Final = "Will this system carry the growth we plan, what gives out first, what do we do about it?"
_REFERENCES: Final = """\
REF is SYSTEM@PERIOD in the workspace ("Checkout API@2026-Q3", a certain revision with #n at its end),
or the path of an answers file.

A command returns 0 on success, 1 when what was asked for has faults, 2 when it was called wrongly.
"""


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        happened = f"{self.prog}: {message}."
        raise UsageError(happened, remedy=f"“{self.prog} --help” shows what it takes.")


def parse(arguments: Sequence[str]) -> Namespace:
    """Read the command and its options; without a command it is ``open``.

    Raises:
        UsageError: the command does not exist or was called with something it does not take.
    """
    given = Namespace(command="open", workspace=None, json=False, from_backup=False, place=None)
    return _parser().parse_args(arguments, given)


def _parser() -> ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument(
        "--workspace", metavar="PATH", default=SUPPRESS, help="another workspace than your own (default)"
    )
    parser = _Parser(
        prog="readiness",
        description=_ABOUT,
        epilog=_REFERENCES,
        parents=[common],
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"readiness {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    made = _Commands(commands, common)
    _add_workspace_commands(made)
    _add_file_commands(made)
    _add_assessment_commands(made)
    return parser


class _Commands:
    """Makes the parsers of the commands, with what every command takes."""

    def __init__(self, commands: "Commands", common: _Parser) -> None:
        self._commands = commands
        self._common = common

    def add(self, name: str, does: str, *, reads: bool = False, json: bool = True) -> ArgumentParser:
        """Add one command; ``reads`` offers the newest backup instead of a workspace that is in use."""
        parser = self._commands.add_parser(
            name, help=does, description=does, parents=[self._common], allow_abbrev=False
        )
        if json:
            parser.add_argument(
                "--json", action="store_true", default=SUPPRESS, help="print one JSON document only"
            )
        if reads:
            parser.add_argument(
                "--from-backup",
                action="store_true",
                default=SUPPRESS,
                help="read the newest verified backup where the workspace is in use",
            )
        return parser


def _add_workspace_commands(commands: _Commands) -> None:
    opens = commands.add("open", "open the window (also without a command)", json=False)
    opens.add_argument("place", nargs="?", metavar="WORKSPACE", help="the workspace to open")
    demo = commands.add("demo", "write the sample workspace: a made-up company, three systems, four quarters")
    demo.add_argument("place", nargs="?", metavar="WORKSPACE", help="where to write it")
    commands.add("list", "list systems, assessments and questionnaires", reads=True)
    backup = commands.add("backup", "write a verified copy of the workspace")
    backup.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where; by default among the others"
    )
    hand_over = commands.add(
        "hand-over", "write a folder for whoever goes on: a verified copy, the open points"
    )
    hand_over.add_argument("folder", type=Path, metavar="FOLDER", help="where to make it")
    commands.add("verify", "check the workspace and every seal in it")
    erase = commands.add(
        "erase-person", "take a person’s name out of the workspace for good; every seal stays valid"
    )
    erase.add_argument("name", metavar="NAME", help="as it stands in the workspace")
    erase.add_argument("--yes", action="store_true", help="do it; without, it is only said what would go")


def _add_file_commands(commands: _Commands) -> None:
    check = commands.add(
        "check", "list every fault of questionnaires, answers files and packages, one a line"
    )
    check.add_argument("files", nargs="+", metavar="FILE", type=Path)
    imports = commands.add(
        "import",
        "take a questionnaire, a custom lens, a review or spreadsheet with its answers, an answers file or a "
        "sealed package into the workspace",
    )
    imports.add_argument("file", metavar="FILE", type=Path)
    imports.add_argument(
        "--merge",
        choices=["mine", "theirs", "together"],
        help="whose answer counts where the assessment exists and answers differ; together, for a file that "
        "a response pack saved, is the lower middle of everybody on that side",
    )
    imports.add_argument(
        "--version-name", default="", metavar="NAME", help="what the publisher calls this version of a lens"
    )
    imports.add_argument(
        "--preview",
        action="store_true",
        help="say what a response file, a sealed package or a questionnaire would bring; store nothing",
    )
    imports.add_argument(
        "--system", metavar="NAME", help="whose past answers a review or a spreadsheet brings"
    )
    imports.add_argument(
        "--period", metavar="YYYY-Qn", help="from which quarter they are; by default what the file says"
    )
    imports.add_argument(
        "--map",
        type=Path,
        metavar="FILE.json",
        help="what the columns of a spreadsheet are; without it that is guessed from the headers, and told",
    )
    imports.add_argument(
        "--show-answers", action="store_true", help="print hidden answers in a preview, not only who and when"
    )


def _add_assessment_commands(commands: _Commands) -> None:
    score = _with_reference(commands.add("score", "score it and say what breaks first", reads=True))
    _add_target(score)
    _add_plan(
        _with_reference(commands.add("plan", "plan actions into quarters under a capacity", reads=True))
    )
    compare = commands.add("compare", "say what really changed between two assessments", reads=True)
    compare.add_argument("before", metavar="REF_A", help="the older: SYSTEM@PERIOD, or an answers file")
    compare.add_argument("after", metavar="REF_B", help="the newer")
    report = commands.add("report", "write the report as a PDF, or two pages over all systems", reads=True)
    report.add_argument(
        "reference", nargs="?", metavar="REF", help="SYSTEM@PERIOD, or the path of an answers file"
    )
    report.add_argument(
        "--portfolio",
        metavar="PERIOD",
        help="instead of REF: all active systems of the workspace in a quarter, for leadership",
    )
    report.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    _add_target(report)
    report.add_argument(
        "--compare", metavar="REF", help="what it is held against; in a workspace the quarter before"
    )
    report.add_argument(
        "--audience", choices=("leadership", "planning", "archive"), help="who reads it (archive)"
    )
    report.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="the paper’s size")
    report.add_argument("--grey", action="store_true", help="print without colour")
    report.add_argument("--company", default="", metavar="NAME", help="printed at the foot of each page")
    export = _with_reference(commands.add("export", "write everything as a file, untruncated", reads=True))
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE.{xlsx,csv,md,json,yaml,pptx,ics,jira.csv,gitlab.csv,linear.csv,readiness-package,"
        "audit.zip}",
        help="xlsx and md: summary, answers, scores, roadmap, comparison, method; csv: a row a question; "
        "json and yaml: the answers file, which has people's names; pptx: five slides; ics: the dates by "
        "which actions are due; jira.csv, gitlab.csv, linear.csv: the roadmap as tickets; "
        "readiness-package: a sealed one with its proof, actions, decisions, open facts and accepted "
        "risks, for another workspace; audit.zip: every answer ever given, the evidence and the seal, with a "
        "page that says how to check them without this program. Of a questionnaire, ID@VERSION: yaml; of a "
        "lens json",
    )
    export.add_argument(
        "--for-upload",
        action="store_true",
        help="write a lens in the characters and lengths that the console of its maker takes",
    )
    _add_pack(commands)
    _with_reference(commands.add("close", "close and seal it; what was not asked becomes unknown"))
    upgrade = _with_reference(
        commands.add("upgrade", "move an open assessment to a newer version of its questionnaire")
    )
    upgrade.add_argument("--to", required=True, metavar="VERSION", help="the version, 1.1, or ID@VERSION")
    upgrade.add_argument("--preview", action="store_true", help="say what it would do; store nothing")


def _add_plan(plan: ArgumentParser) -> None:
    plan.add_argument(
        "--capacity",
        type=_list_of(_weeks),
        metavar="PW",
        help="person-weeks a quarter; “8,6,8” where quarters differ, the last one holding on"
        " (those kept with the assessment)",
    )
    plan.add_argument(
        "--mode",
        choices=["ceiling-first", "score-first"],
        help="what comes first (as kept)",
    )
    plan.add_argument("--only", type=_ids, metavar="ID,…", help="offer these questions alone as actions")
    plan.add_argument("--exclude", type=_ids, default=[], metavar="ID,…", help="leave these out")
    plan.add_argument(
        "--pin", type=_pair, action="append", default=[], metavar="ID=PERIOD", help="keep one in a quarter"
    )
    plan.add_argument(
        "--effort", type=_effort, action="append", default=[], metavar="ID=PW", help="an owner’s estimate"
    )
    plan.add_argument("--horizon", type=_whole, default=8, metavar="N", help="quarters to look ahead (8)")
    plan.add_argument("--at-once", type=_whole, metavar="N", help="most actions worked on in one quarter")
    plan.add_argument(
        "--fill", action=BooleanOptionalAction, help="spend what is left on the best scores (as kept)"
    )
    _add_target(plan)


def _add_pack(commands: _Commands) -> None:
    does = "write pages on which one side answers by itself, in any browser, with no network"
    pack = _with_reference(commands.add("pack", does, reads=True))
    pack.add_argument("--side", choices=["product", "engineering"], required=True, help="who is asked")
    pack.add_argument(
        "--person",
        action="append",
        default=[],
        type=_share,
        metavar="NAME[=TOPIC,TOPIC]",
        help="a page for this person, with these topics (ARC, ARC.MOD) or all; may be given several times",
    )
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER|FILE.html")


def _share(text: str) -> tuple[str, tuple[str, ...]]:
    name, equals, topics = text.partition("=")
    named = tuple(topic.strip() for topic in topics.split(",") if topic.strip())
    if not name.strip() or (equals and not named):
        msg = f"“{text}” is no person; write NAME or NAME=TOPIC,TOPIC"
        raise ArgumentTypeError(msg)
    return name.strip(), named


def _with_reference(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("reference", metavar="REF", help="SYSTEM@PERIOD, or the path of an answers file")
    return parser


def _add_target(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--target",
        type=_factor,
        metavar="N",
        help="judge against N times today's peak instead of the assessment's own target",
    )


def _factor(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not (isfinite(factor) and factor > 0):
        msg = f"“{text}” is no growth factor; give a number above 0"
        raise ArgumentTypeError(msg)
    return factor


def _ids(text: str) -> list[str]:
    ids = [part.strip() for part in text.split(",") if part.strip()]
    if not ids:
        msg = "give at least one id"
        raise ArgumentTypeError(msg)
    return ids


def _pair(text: str) -> tuple[str, str]:
    id_, equals, value = text.rpartition("=")
    if not (id_.strip() and equals and value.strip()):
        msg = f"“{text}” is not written ID=VALUE"
        raise ArgumentTypeError(msg)
    return id_.strip(), value.strip()


def _effort(text: str) -> tuple[str, float]:
    id_, value = _pair(text)
    return id_, _weeks(value)


def _weeks(text: str) -> float:
    try:
        weeks = float(text)
    except ValueError:
        weeks = -1.0
    if not (isfinite(weeks) and weeks >= 0):
        msg = f"“{text}” is no number of person-weeks; give 0 or more"
        raise ArgumentTypeError(msg)
    return weeks


def _list_of(kind: Callable[[str], float]) -> Callable[[str], list[float]]:
    def read(text: str) -> list[float]:
        return [kind(part) for part in text.split(",")]

    return read


def _whole(text: str) -> int:
    if not text.isdecimal():
        msg = f"“{text}” is no whole number"
        raise ArgumentTypeError(msg)
    return int(text)
