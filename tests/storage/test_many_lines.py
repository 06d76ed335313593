"""A large workspace: Home is read in two steps, and both say the same of what they share."""

from contextlib import closing
from pathlib import Path

from builders import the_worked_example
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.services.assessing import Assessing
from readiness.services.first_look import OpenFile
from readiness.storage.reading import FIRST, MANY, NEWEST

SYSTEMS, QUARTERS = FIRST + 12, 44


def write(path: Path) -> None:
    desk = Assessing.create(path)
    desk.import_answers(the_worked_example())
    with desk.workspace.database.transaction() as connection:
        connection.executemany(
            "INSERT INTO systems (name, folded, created_at) VALUES (?, ?, '')",
            [(f"System {number:03d}", f"system {number:03d}") for number in range(SYSTEMS)],
        )
        connection.executemany(
            "INSERT INTO assessments (system_id, year, quarter, questionnaire_id, created_at, updated_at)"
            " VALUES (?, ?, ?, 1, '', '')",
            [
                (number + 2, 2010 + place // 4, 1 + place % 4)
                for number in range(SYSTEMS)
                for place in range(QUARTERS)
            ],
        )
    desk.workspace.database.close()


def test_home_is_read_in_two_steps_where_there_is_much(tmp_path: Path) -> None:
    path = tmp_path / "large.readiness"
    write(path)
    assert SYSTEMS * QUARTERS > MANY
    with closing(OpenFile.open(path)) as file:
        first, whole = file.first_home(), file.home()
    assert first is not None
    assert [system.name for system in first] == [system.name for system in whole[:FIRST]]
    assert [system.assessments for system in first] == [
        system.assessments[-NEWEST:] for system in whole[:FIRST]
    ]


def test_a_usual_workspace_is_read_at_once(workspace: Assessing) -> None:
    workspace.workspace.database.close()
    with closing(OpenFile.open(workspace.path)) as file:
        assert file.first_home() is None


def test_the_window_hears_of_all_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "large.readiness"
    write(path)
    room = Room.set_up(qtbot, tmp_path)
    heard: list[int] = []
    room.session.home_changed.connect(lambda home: heard.append(len(home)))
    room.session.open_workspace(path)
    room.settle()
    assert heard == [FIRST, SYSTEMS + 1]
    assert {len(system.assessments) for system in room.session.home} == {1, QUARTERS}
    room.tear_down()
