"""Commands about files from outside: check them, take them into the workspace."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from readiness.cli.finding import finder
from readiness.cli.foreign import import_foreign, importers_for
from readiness.cli.importing import say_imported
from readiness.cli.reading import Parsed, parse_assessment, usable_assessment
from readiness.cli.terminal import Terminal
from readiness.errors import Fault, FaultyFileError, InputError, UsageError
from readiness.exchange.bounded import read_content
from readiness.exchange.checks import check_file
from readiness.exchange.finding import Find
from readiness.exchange.importers import importer_of

Told = tuple[str, Fault]


def run_check(given: Namespace, terminal: Terminal) -> int:
    """Print every fault of every file; warnings alone are no failure."""
    find = finder(given, terminal)
    told = [fault for path in given.files for fault in _faults_of(path, find)]
    if terminal.as_json:
        terminal.print_document({"faults": [_as_json(*fault) for fault in told]})
    else:
        for file, fault in told:
            terminal.print(fault.as_line(file))
        terminal.say(_verdict(given.files, told))
    return int(any(fault.severity == "error" for _, fault in told))


def run_import(given: Namespace, terminal: Terminal) -> int:
    """Take a questionnaire of any format, an answers file or a sealed package into the workspace."""
    content = read_content(given.file)
    importer = importer_of(content, given.file.name, importers_for(given))
    kind = "questionnaire" if importer is None else importer.kind
    if kind == "package":
        return _import_package(given, terminal, content)
    if kind == "answers":
        return _import_answers(given, terminal, content)
    return import_foreign(given, terminal, content, importer)


def _import_package(given: Namespace, terminal: Terminal, content: bytes) -> int:
    from readiness.cli.packages import import_package  # noqa: PLC0415 - it loads the database

    done = import_package(given, terminal, content)
    if done is None:
        return 0
    counts = (list(done.new), list(done.changed), list(done.unchanged))
    return say_imported(terminal, "package", done.reference, counts)


def _import_answers(given: Namespace, terminal: Terminal, content: bytes) -> int:
    parsed = usable_assessment(given.file, content, finder(given, terminal))
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file with faults needs no database
    from readiness.cli.packs import import_response  # noqa: PLC0415 - see above
    from readiness.services.taking_in import comes_back, is_response  # noqa: PLC0415 - see above

    theirs = parsed.assessment
    with opened(given, terminal, create=not (given.preview or is_response(theirs))) as assessing:
        if comes_back(assessing, theirs):
            taken = import_response(assessing, theirs, given, terminal)
            if taken is None:
                return 0
            done = taken
        else:
            _refuse_response_options(given)
            done = assessing.import_answers(theirs, parsed.questionnaire, given.merge)
    counts = (list(done.new), list(done.changed), list(done.unchanged))
    return say_imported(terminal, "answers", done.reference, counts)


def _refuse_response_options(given: Namespace) -> None:
    if given.preview or given.merge == "together":
        happened = f"{given.file} is no response of one side, so there is nobody to put together."
        if given.preview:
            happened = f"{given.file} is no response of one side, and only such a file has a preview."
        raise UsageError(happened, remedy="Leave the option out; where answers differ nothing is stored.")


def _faults_of(path: Path, find: Find) -> list[Told]:
    try:
        return [(str(path), fault) for fault in _faults_in(path, read_content(path), find)]
    except FaultyFileError as error:  # of a package, or of the questionnaire beside an answers file
        return [(error.file, fault) for fault in error.faults]
    except InputError as error:
        return [(str(path), Fault(code="unreadable", message=error.sentence()))]


def _faults_in(path: Path, content: bytes, find: Find) -> tuple[Fault, ...]:
    importer = importer_of(content, path.name)
    if importer is not None and importer.kind == "package":
        from readiness.cli.packages import package_faults  # noqa: PLC0415 - it loads the database

        return package_faults(content, path.name)
    if importer is not None and importer.kind == "answers":
        parsed = parse_assessment(path, content, find)
        return parsed.faults if isinstance(parsed, Parsed) else parsed
    return check_file(content, path.name, find)


def _as_json(file: str, fault: Fault) -> dict[str, object]:
    return {
        "file": file,
        "line": fault.line,
        "column": fault.column,
        "severity": fault.severity,
        "code": fault.code,
        "message": fault.message,
        "id": fault.id,
    }


def _verdict(files: Sequence[Path], told: Sequence[Told]) -> str:
    where = str(files[0]) if len(files) == 1 else f"{len(files)} files"
    errors = sum(fault.severity == "error" for _, fault in told)
    warnings = len(told) - errors
    counts = [_counted(errors, "fault"), *([_counted(warnings, "warning")] if warnings else [])]
    return f"{where}: {', '.join(counts)}."


def _counted(count: int, what: str) -> str:
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"
