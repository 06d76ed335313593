"""The studio's page: what is written reaches draft and file, and what others wrote is kept."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import foreign
import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic
from lenses import a_lens, as_file, backups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from spoken import spoken_name

from readiness.domain.questionnaire import Combination, LineageChange, Question, Questionnaire, Reference
from readiness.domain.studio.places import Place
from readiness.errors import OutputError, ReadinessError
from readiness.exchange.questionnaires import write_questionnaire
from readiness.exchange.studio.drafts import read_draft
from readiness.services import draft_files
from readiness.services.own_files import own_files
from readiness.services.shelf import look_at_file, take_in
from readiness.ui.dialogs.combination_dialog import CombinationDialog
from readiness.ui.dialogs.compare_dialog import CompareDialog
from readiness.ui.dialogs.merge_dialog import MergeDialog
from readiness.ui.dialogs.needs_dialog import NeedsDialog
from readiness.ui.dialogs.title_dialog import TitleDialog
from readiness.ui.dialogs.try_dialog import TryDialog
from readiness.ui.icons import Icons
from readiness.ui.pages.studio_page import StudioPage
from readiness.ui.studio.words import minutes_of
from readiness.ui.theme import Theme
from readiness.ui.widgets.draft_field import DraftField
from readiness.ui.widgets.growing_text import GrowingText
from readiness.ui.widgets.text import Text

PUBLISHED = a_questionnaire(
    a_pillar(
        "ARC",
        a_topic("MOD", a_question("ARC-01"), a_question("ARC-02", needs=("ARC-01",))),
        a_topic("SCO", a_question("ARC-03", weight=2.0)),
    ),
    a_pillar("DAT", a_topic("QRY", a_question("DAT-01"))),
    id="ours",
    version="3.2",
    title="Ours",
)


class Desk:
    """A page with a file of one's own open."""

    def __init__(self, room: Room, page: StudioPage, path: Path) -> None:
        self.room, self.page, self.path = room, page, path

    @property
    def draft(self) -> Questionnaire:
        assert self.page.table.draft is not None
        return self.page.table.draft

    def combinations(self) -> tuple[Combination, ...]:
        return self.draft.combinations

    def place(self) -> Place:
        return self.page.table.place

    def asked(self, id_: str) -> Question:
        return self.draft.by_id[id_]

    def changes(self) -> tuple[LineageChange, ...]:
        return () if self.draft.lineage is None else self.draft.lineage.changes

    def saved(self) -> str:
        self.page.table.flush()
        self.room.settle()
        drafting = self.page.table.drafting
        assert drafting is not None
        return drafting.path.read_text(encoding="utf-8")

    def check(self) -> list[str]:
        self.page.table._check()
        self.room.settle()
        return [problem.code for problem in self.page.table.blocking]

    def button(self, name: str) -> QAbstractButton:
        found = self.page.window().findChild(QAbstractButton, name)
        assert found is not None, name
        return found

    def words(self, name: str) -> str:
        found = self.page.findChild(Text, name)
        assert found is not None, name
        return found.text()

    def write(self, name: str, text: str) -> None:
        field = self.page.findChild(QWidget, name)
        if isinstance(field, GrowingText):
            field.selectAll()
            field.insertPlainText(text)
            return
        assert isinstance(field, DraftField), name
        field.setText(text)
        field.setModified(True)
        field.editingFinished.emit()


@pytest.fixture
def desk(qtbot: QtBot, room: Room, theme: Theme, icons: Icons, tmp_path: Path) -> Iterator[Desk]:
    room.open_own()
    folder = tmp_path / "questionnaires"
    folder.mkdir()
    path = folder / "ours.yaml"
    path.write_text("# Ours.\n" + write_questionnaire(PUBLISHED), encoding="utf-8")
    room.session.run_errand(lambda desk: desk.assessing.publish(PUBLISHED), lambda _done: None)
    room.settle()
    page = StudioPage(room.session, folder, theme, icons)
    qtbot.addWidget(page)
    page.resize(1356, 900)
    page.show()
    room.settle()
    yield Desk(room, page, path)
    page.table.flush()
    room.settle()


def test_a_published_version_is_opened_as_its_next_draft(desk: Desk) -> None:
    assert (desk.draft.version, desk.page.table.place) == ("3.3", (0, 0, 0))
    assert desk.words("studio-title-words") == "Ours"
    assert desk.button("studio-version").text() == "3.3 draft"
    publish = desk.button("studio-publish")
    assert (publish.text(), publish.isEnabled()) == ("Publish 3.3", False)
    assert publish.accessibleDescription() == "Nothing changed yet"
    assert desk.words("studio-saved") == f"Draft, about {minutes_of(PUBLISHED)} min"


def test_what_is_written_counts_at_once_and_reaches_the_file(desk: Desk) -> None:
    desk.write("studio-exact-weight", "9")
    assert desk.asked("ARC-01").weight == 9.0
    rows = {row.id: row.counts for row in desk.page.outline._model._rows.values()}
    assert (rows["ARC-01"], rows["ARC"], rows["MOD"], rows["DAT"]) == ("×9", "82%", "71%", "18%")
    text = desk.saved()
    assert "weight: 9\n" in text
    assert text.startswith("# Ours.\n")
    assert desk.words("studio-saved").startswith("Draft saved 10:42, about ")
    desk.check()
    assert desk.button("studio-publish").text() == "Publish 4.0"


def test_what_is_no_value_is_said_under_its_field_and_changes_nothing(desk: Desk) -> None:
    desk.write("studio-exact-weight", "heavy")
    assert desk.asked("ARC-01").weight == 3.0
    field = desk.page.findChild(DraftField, "studio-exact-weight")
    assert field is not None
    assert field.accessibleDescription() == "A number from 0 to 100."


def test_every_field_of_a_question_is_written(desk: Desk) -> None:
    more = desk.page.editor.question.more
    desk.write("studio-why", "Because.")
    desk.write("studio-action", "Do it.")
    desk.write("studio-consequence", "It gives out.")
    desk.write("studio-hint", "Ask.")
    desk.write("studio-product-prompt", "What do customers see?")
    for number in range(5):
        desk.write(f"studio-product-level-{number}", f"They see {number}.")
    desk.write("studio-valid-for", "6")
    for choice, key in ((more._hurts, "100"), (more._effort, "L"), (more._effect, "slows")):
        choice.chosen.emit(key)
    for name in ("gate", "quick", "safety"):
        desk.button(f"studio-{name}").click()
    desk.page.editor.question._counts.chosen.emit("5")
    desk.page.editor.question._asked.chosen.emit("product")
    more._on_references((Reference(framework="AWS", id="REL10-BP03"),))
    asked = desk.asked("ARC-01")
    assert asked == replace(
        PUBLISHED.by_id["ARC-01"],
        why="Because.",
        action="Do it.",
        consequence="It gives out.",
        hint="Ask.",
        product_prompt="What do customers see?",
        product_levels=tuple(f"They see {number}." for number in range(5)),
        valid_for=6,
        hurts_at=100,
        effort="L",
        effect="slows",
        gate=True,
        quick=True,
        safety=True,
        weight=5.0,
        asked_of="product",
        references=(Reference(framework="AWS", id="REL10-BP03"),),
    )
    assert read_draft(desk.saved().encode()).draft == desk.draft
    stack = desk.page.table.stack
    while stack.canUndo():
        stack.undo()
    assert desk.asked("ARC-01") == PUBLISHED.by_id["ARC-01"]


def test_another_wording_is_asked_about_and_the_answer_is_kept_in_the_file(desk: Desk) -> None:
    same = desk.page.editor.question.same
    assert same.isHidden()
    desk.write("studio-level-2", "Half of it.")
    assert not same.isHidden()
    assert desk.check() == ["anchors-changed"]
    same.said.emit("other")
    assert desk.changes() == (LineageChange(redefine="ARC-01"),)
    assert desk.check() == []
    assert "- {redefine: ARC-01}" in desk.saved()
    desk.page.table.stack.undo()
    assert desk.changes() == ()
    assert desk.page.table.stack.redoText() == "meaning of ARC-01"


def test_another_id_is_declared_as_a_rename(desk: Desk) -> None:
    desk.write("studio-id", "ARC-1A")
    assert desk.changes() == (LineageChange(rename=("ARC-01", "ARC-1A")),)
    assert desk.asked("ARC-02").needs == ("ARC-1A",)
    assert "- {rename: [ARC-01, ARC-1A]}" in desk.saved()


def test_a_question_is_split_and_two_are_merged(desk: Desk) -> None:
    desk.page.editing.split()
    assert desk.changes() == (LineageChange(split=("ARC-01", ("ARC-04", "ARC-05"))),)
    desk.page.table.select((0, 1, 0))
    desk.page.editing.merge("DAT-01")
    assert desk.changes()[1] == LineageChange(merge=(("ARC-03", "DAT-01"), "ARC-06"))
    assert read_draft(desk.saved().encode()).draft == desk.draft
    desk.page.table.select(())
    desk.button("remove-change-1").click()
    assert len(desk.changes()) == 1


def test_parts_are_dragged_within_and_across_topics(desk: Desk, qtbot: QtBot) -> None:
    model = desk.page.outline._model
    data = model.mimeData([model.index_of((0, 0, 0))])
    with qtbot.waitSignal(model.move_asked):
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index_of((1, 0)))
    QApplication.processEvents()
    assert [question.id for question in desk.draft.questions] == ["ARC-02", "ARC-03", "DAT-01", "ARC-01"]
    assert desk.place() == (1, 0, 1)
    topic = model.mimeData([model.index_of((0, 1))])
    assert not model.canDropMimeData(topic, Qt.DropAction.MoveAction, 0, 0, model.index_of((0, 0)))
    assert model.canDropMimeData(topic, Qt.DropAction.MoveAction, -1, 0, model.index_of((1,)))


def test_parts_are_added_copied_and_deleted(desk: Desk) -> None:
    desk.button("add-topic").click()
    assert desk.place() == (0, 1)
    desk.write("studio-name", "Fresh")
    assert desk.draft.pillars[0].topics[1].name == "Fresh"
    desk.button("add-pillar").click()
    assert len(desk.draft.pillars) == 3
    desk.page.table.select((0, 0, 1))
    desk.button("studio-duplicate").click()
    assert desk.place() == (0, 0, 2)
    desk.page.table.select((0, 0))
    desk.page.editing.delete()
    assert [topic.id for topic in desk.draft.pillars[0].topics] == ["TOP", "SCO"]
    assert desk.page.table.stack.undoText() == "deletion of Mod"
    desk.page.table.stack.undo()
    assert [topic.id for topic in desk.draft.pillars[0].topics] == ["MOD", "TOP", "SCO"]
    assert desk.place() == (0, 0)


def test_the_last_question_may_go_and_is_then_asked_for(desk: Desk) -> None:
    desk.page.table.select((0, 1, 0))
    desk.page.editing.delete()
    assert desk.place() == (0, 1)
    desk.check()
    assert [problem.text for problem in desk.page.table.blocking] == ["It holds no question yet."]
    desk.button("add-question").click()
    assert desk.place() == (0, 1, 0)


def test_a_question_is_found_by_words_of_its_levels(desk: Desk) -> None:
    panel = desk.page.outline
    panel._find.setText("DAT-01")
    panel._find.textEdited.emit("DAT-01")
    view, model = panel.view, panel._model
    assert desk.place() == (1, 0, 0)
    assert view.isRowHidden(0, model.index_of(()))
    panel._find.textEdited.emit("no such words")
    assert panel._none.isVisible()
    panel._find.textEdited.emit("")
    assert not view.isRowHidden(0, model.index_of(()))


def test_what_finding_hid_is_there_again_when_the_draft_goes_on_elsewhere(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    view = desk.page.outline.view
    desk.page.start_finding()
    field = desk.page.findChild(QWidget, "studio-find")
    assert field is not None
    qtbot.keyClicks(field, "no such words")
    first = desk.page.outline._model.index_of((0,))
    assert view.isRowHidden(first.row(), first.parent())
    desk.page.table.save_as(tmp_path / "elsewhere.yaml")
    desk.room.settle()
    assert not view.isRowHidden(first.row(), first.parent())
    assert not desk.page.outline._none.isVisible()


def test_a_file_that_another_program_changed_is_never_written_over(desk: Desk) -> None:
    theirs = desk.path.read_text(encoding="utf-8").replace("title: Ours", "title: Theirs")
    desk.path.write_text(theirs, encoding="utf-8")
    desk.write("studio-prompt", "Mine?")
    desk.saved()
    bar = desk.page.findChild(QWidget, "outside-bar")
    assert bar is not None
    assert bar.isVisible()
    assert desk.path.read_text(encoding="utf-8") == theirs
    told: list[tuple[str, str]] = []
    desk.page.table.read_both(lambda one, two: told.append((one, two)))
    desk.room.settle()
    assert told[0][0] == theirs
    assert "Mine?" in told[0][1]
    desk.button("outside-keep").click()
    desk.room.settle()
    assert not bar.isVisible()
    assert desk.path.read_text(encoding="utf-8") == theirs
    beside = desk.path.with_name("ours-mine.yaml")
    assert "Mine?" in beside.read_text(encoding="utf-8")
    desk.write("studio-prompt", "Still mine?")
    desk.saved()
    assert "Still mine?" in beside.read_text(encoding="utf-8")


def test_a_reload_takes_theirs_and_undo_brings_mine_back(desk: Desk) -> None:
    desk.write("studio-prompt", "Mine?")
    theirs = desk.path.read_text(encoding="utf-8").replace("title: Ours", "title: Theirs")
    desk.path.write_text(theirs, encoding="utf-8")
    desk.page.table._look()
    desk.room.settle()
    desk.button("outside-reload").click()
    desk.room.settle()
    assert (desk.draft.title, desk.asked("ARC-01").prompt) == ("Theirs", PUBLISHED.questions[0].prompt)
    desk.page.table.stack.undo()
    assert (desk.draft.title, desk.asked("ARC-01").prompt) == ("Ours", "Mine?")
    assert "Mine?" in desk.saved()


def test_opening_another_file_keeps_what_was_written_meanwhile(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(write_questionnaire(a_questionnaire()), encoding="utf-8")
    theirs = desk.path.read_text(encoding="utf-8").replace("title: Ours", "title: Theirs")
    desk.path.write_text(theirs, encoding="utf-8")
    desk.write("studio-prompt", "Mine?")
    desk.saved()
    desk.page.table.open_file(other)
    desk.room.settle()
    assert desk.draft.id == "small"
    assert desk.path.read_text(encoding="utf-8") == theirs
    assert "Mine?" in desk.path.with_name("ours-mine.yaml").read_text(encoding="utf-8")


def test_a_change_that_is_seen_only_while_another_file_opens_costs_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(write_questionnaire(a_questionnaire()), encoding="utf-8")
    theirs = desk.path.read_text(encoding="utf-8").replace("title: Ours", "title: Theirs")
    desk.write("studio-prompt", "Mine?")
    desk.path.write_text(theirs, encoding="utf-8")
    desk.page.table.open_file(other)
    desk.room.settle()
    assert desk.draft.id == "small"
    assert desk.path.read_text(encoding="utf-8") == theirs
    assert "Mine?" in desk.path.with_name("ours-mine.yaml").read_text(encoding="utf-8")


def test_a_draft_that_cannot_be_written_is_not_left_for_another(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(write_questionnaire(a_questionnaire()), encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OutputError("The disk is full.", safe="What was there before is untouched.")

    with monkeypatch.context() as patched:
        patched.setattr("readiness.exchange.atomic.atomic_write", refuse)
        desk.write("studio-prompt", "Mine?")
        desk.page.table.open_file(other)
        desk.room.settle()
        assert desk.asked("ARC-01").prompt == "Mine?"
        assert desk.page.table.is_stuck
    assert "Mine?" in desk.saved()


def test_what_is_written_while_another_file_opens_reaches_its_own(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(write_questionnaire(a_questionnaire()), encoding="utf-8")
    desk.page.table.open_file(other)
    desk.write("studio-prompt", "Just in time?")
    desk.room.settle()
    assert desk.draft.id == "small"
    assert "Just in time?" in desk.path.read_text(encoding="utf-8")


def test_what_cannot_be_written_stays_in_memory_and_goes_elsewhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OutputError("The disk is full.", safe="What was there before is untouched.")

    with monkeypatch.context() as patched:
        patched.setattr("readiness.exchange.atomic.atomic_write", refuse)
        desk.write("studio-prompt", "Mine?")
        desk.page.table.flush()
        desk.room.settle()
        assert desk.words("studio-saved") == "Not saved"
        assert desk.page.table.is_stuck
        assert not desk.page.table.put_away()
        desk.room.settle()
    desk.page.table.save_as(tmp_path / "elsewhere.yaml")
    desk.room.settle()
    assert "Mine?" in (tmp_path / "elsewhere.yaml").read_text(encoding="utf-8")
    assert not desk.page.table.is_stuck
    desk.write("studio-prompt", "Still mine?")
    assert "Still mine?" in desk.saved()


def test_of_a_lens_only_the_weights_are_written(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lens.json"
    path.write_bytes(as_file(a_lens(backups())))
    taken: list[str] = []
    session = desk.room.session
    session.run_errand(lambda one: take_in(one.assessing, look_at_file(one.assessing, path)), taken.append)
    desk.room.settle()
    desk.page.table.edit_version(taken[0])
    desk.room.settle()
    before = desk.draft
    prompt = desk.page.findChild(GrowingText, "studio-prompt")
    assert prompt is not None
    assert prompt.isReadOnly()
    desk.page.editing.write("prompt", "Other words?")
    desk.page.editing.delete()
    desk.page.editing.add("question")
    assert desk.draft == before
    assert not desk.button("add-question").isEnabled()
    desk.page.editor.question._counts.chosen.emit("4")
    assert desk.draft.questions[0].weight == 4.0
    assert desk.check() == []
    assert '"weight":4.0' in desk.saved()


def test_a_file_of_another_form_says_why_and_opens_nothing(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, tmp_path: Path
) -> None:
    room.open_own()
    (tmp_path / "broken.yaml").write_text(
        'format: readiness-questionnaire/1\nid: x\nversion: "1.0"\ntitle: X\npillars: []\nmore: 1\n'
    )
    page = StudioPage(room.session, tmp_path, theme, icons)
    qtbot.addWidget(page)
    page.show()
    room.settle()
    fault = page.findChild(QWidget, "studio-fault")
    assert fault is not None
    assert fault.isVisible()
    assert "broken.yaml:6:1: error: unknown-key" in fault.text()  # type: ignore[attr-defined]  # every text has one


def test_the_preview_shows_the_real_widgets_small(desk: Desk, qtbot: QtBot) -> None:
    miniature = desk.page.preview.miniature
    for kind in ("assess", "present"):
        desk.page.preview.choice.set_value(kind)
        desk.page.preview.show_kind(kind)
        qtbot.waitUntil(lambda: not miniature._soon.isActive())
        picture = miniature._picture.toImage()
        colors = {picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 3)}
        assert len(colors) > 5, kind


def test_a_draft_is_tried_in_memory_only(desk: Desk, qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    dialog = TryDialog(desk.draft, "ARC-02", theme, icons, desk.page)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    qtbot.keyClick(dialog, Qt.Key.Key_Left)
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    score = dialog.findChild(Text, "try-score")
    assert score is not None
    assert score.text().endswith("so far")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_4, Qt.Key.Key_Right, Qt.Key.Key_4):
        qtbot.keyClick(dialog, key)
    assert score.text() == "100, Strong"
    dialog.accept()
    desk.room.settle()
    assert desk.room.session.home == ()


def test_needs_and_combinations_are_asked_for(desk: Desk, theme: Theme, icons: Icons) -> None:
    desk.page.table.select((0, 0, 1))
    needs = NeedsDialog(desk.asked("ARC-02"), desk.draft.questions, theme, desk.page)
    needs.chosen.connect(desk.page.editing.set_needs)
    needs._finder.set_questions(("ARC-01", "DAT-01"))
    needs._on_done()
    assert desk.asked("ARC-02").needs == ("ARC-01", "DAT-01")
    asked = CombinationDialog(desk.draft, None, theme, icons, desk.page)
    asked.kept.connect(lambda kept: desk.page.editing.set_combination(-1, kept))
    asked._halves[1][0].set_key_value("DAT-01")  # type: ignore[index]  # both halves are of questions
    asked._on_done()
    assert desk.combinations() == ()
    asked._says.setText("Both hurt.")
    asked._on_done()
    kept = desk.combinations()
    assert [one.question for one in kept[0].when] == ["ARC-01", "DAT-01"]
    desk.page.table.select(())
    desk.button("remove-combination-1").click()
    assert desk.combinations() == ()
    assert desk.page.table.stack.undoText() == "removal of C1"


def test_the_questionnaire_itself_is_edited(desk: Desk) -> None:
    desk.button("studio-head").click()
    desk.write("studio-title", "Ours & <b>theirs</b>")
    desk.write("studio-licence", "CC0-1.0")
    assert (desk.draft.title, desk.draft.licence) == ("Ours & <b>theirs</b>", "CC0-1.0")
    desk.page.editor.head.edited.emit("id", "others")
    assert desk.draft.lineage is not None
    assert (desk.draft.id, desk.draft.lineage.from_version) == ("others", "ours@3.2")


def test_long_names_and_two_hundred_questions_have_room(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, tmp_path: Path
) -> None:
    room.open_own()
    name = "A name of sixty characters that somebody in a hurry would type"
    topics = [
        replace(a_topic(f"T{n}", *(a_question(f"T{n}-{q:02}") for q in range(10))), name=name)
        for n in range(20)
    ]
    draft = a_questionnaire(replace(a_pillar("ALL", *topics), name=name), title=name)
    (tmp_path / "many.yaml").write_text(write_questionnaire(draft), encoding="utf-8")
    page = StudioPage(room.session, tmp_path, theme, icons)
    qtbot.addWidget(page)
    page.resize(1096, 720)
    page.show()
    room.settle()
    assert page.table.draft == draft
    page.table.select((0, 19, 9))
    page.editing.up()
    assert page.table.place == (0, 19, 8)
    assert page.editor.width() >= 480


def test_whatever_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.page.editor.question.open_more()
    desk.page.editor.question.more._on_references((Reference(framework="AWS", id="X"),))
    for place in ((0, 0, 0), (0, 0), ()):
        desk.page.table.select(place)
        for widget in desk.page.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisibleTo(desk.page):
                assert spoken_name(widget).strip(), widget
                assert widget.objectName(), widget


def test_every_dialog_names_what_takes_the_focus(desk: Desk, theme: Theme, icons: Icons) -> None:
    asked, draft, page = desk.asked("ARC-01"), desk.draft, desk.page
    for dialog in (
        TryDialog(draft, "ARC-01", theme, icons, page),
        NeedsDialog(desk.asked("ARC-02"), draft.questions, theme, page),
        MergeDialog(asked, draft.questions, theme, page),
        CombinationDialog(draft, None, theme, icons, page),
        CompareDialog("one", "two", theme, page),
        TitleDialog(theme, icons, page),
    ):
        dialog.open()
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(dialog):
                assert spoken_name(widget).strip(), (dialog, widget)
                assert widget.objectName(), (dialog, widget)
        dialog.reject()


def test_a_title_is_asked_before_an_empty_questionnaire_begins(
    desk: Desk, theme: Theme, icons: Icons
) -> None:
    dialog = TitleDialog(theme, icons, desk.page)
    dialog.titled.connect(desk.page.table.start_empty)
    dialog._on_begin()
    assert dialog._labelled.error
    dialog._title.setText("Payments & <b>more</b>")
    dialog._on_begin()
    desk.room.settle()
    assert (desk.draft.id, desk.draft.title) == ("payments-b-more-b", "Payments & <b>more</b>")
    assert desk.place() == (0, 0, 0)


def test_what_differs_is_shown_line_by_line(desk: Desk, theme: Theme) -> None:
    dialog = CompareDialog("a: 1\nb: 2\n", "a: 1\nb: 3\n", theme, desk.page)
    assert dialog._lines.toPlainText().splitlines() == ["…", " a: 1", "−b: 2", "+b: 3"]


def test_another_workspace_is_asked_what_it_has_published(desk: Desk, tmp_path: Path) -> None:
    desk.write("studio-prompt", "Mine?")
    desk.room.session.create_workspace(tmp_path / "another.readiness")
    desk.room.settle()
    desk.room.settle()
    assert desk.page.table.before is None
    assert desk.asked("ARC-01").prompt == "Mine?"


@pytest.mark.usefixtures("nothing_is_read_here")
def test_a_file_is_opened_without_being_read_in_the_window(desk: Desk) -> None:
    other = desk.path.with_name("other.yaml")
    other.write_text(write_questionnaire(replace(PUBLISHED, id="other", title="Other")), "utf-8")
    desk.page.table.open_file(other)
    desk.room.settle()
    assert (desk.draft.id, desk.words("studio-title-words")) == ("other", "Other")


def test_a_file_that_kills_its_reader_is_refused_and_the_open_draft_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[ReadinessError] = []
    desk.page.table.refused.connect(refused.append)
    other = desk.path.with_name("other.yaml")
    other.write_text("a: text\n")
    with monkeypatch.context() as within:
        within.setattr(draft_files, "read_draft_file", foreign.crash)
        desk.page.table.open_file(other)
        desk.room.settle()
    assert [one.happened for one in refused] == ["The process that read other.yaml ended unexpectedly."]
    assert desk.draft.id == "ours"
    desk.write("studio-exact-weight", "9")
    assert "weight: 9" in desk.saved()


def test_a_pipe_in_the_place_of_the_file_holds_nothing_up(desk: Desk) -> None:
    """It would be waited for in the thread that saves answers."""
    refused: list[ReadinessError] = []
    desk.page.table.not_saved.connect(refused.append)
    desk.path.unlink()
    os.mkfifo(desk.path)
    os.mkfifo(desk.path.with_name("another.yaml"))
    assert [one.path for one in own_files(desk.path.parent)] == []
    desk.write("studio-exact-weight", "9")
    desk.page.table.flush()
    desk.room.settle()
    assert [one.happened for one in refused] == ["ours.yaml cannot be read."]
    desk.path.unlink()
    assert "weight: 9" in desk.saved()
