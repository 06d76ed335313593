"""What one can do with the draft that is open: every act is one step of undo with a name of its own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readiness.domain.studio import descent, making, places
from readiness.domain.studio.places import Place
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.studio.words import edit_name, part_title

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Combination, Questionnaire


class Editing(QObject):
    """Acts on what is selected; ``writing_asked`` after something new stands there to be written."""

    writing_asked = Signal()

    def __init__(self, table: DraftTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def write(self, field: str, value: object) -> None:
        """Take what was written in a form; ``levels 3`` names a field with the entry that was touched."""
        draft, place = self._table.draft, self._table.place
        if draft is None or (self._table.is_lens and field != "weight"):
            return
        name = edit_name(draft, place, field)
        if field == "id" and len(place) == 3:
            self._rename(draft, place, str(value), name)
        elif field == "id" and not place:
            self._table.edit(name, descent.with_id(draft, str(value)), field="id")
        elif value != getattr(places.at(draft, place), field.partition(" ")[0]):
            self._table.set_field(name, field, value)

    @property
    def _writable(self) -> "Questionnaire | None":
        """The draft, unless its parts are those of a custom lens."""
        return None if self._table.is_lens else self._table.draft

    def act(self, act: str) -> None:
        """Do what a menu or a key asked for."""
        acts = {
            "duplicate": self.duplicate,
            "delete": self.delete,
            "split": self.split,
            "up": self.up,
            "down": self.down,
        }
        acts[act]()

    def add(self, kind: str) -> None:
        """Add a question, topic or pillar beside what is selected."""
        draft, before = self._writable, self._table.before
        if draft is None:
            return
        makers = {
            "question": making.add_question,
            "topic": making.add_topic,
            "pillar": making.add_pillar,
        }
        names = {
            "question": self.tr("new question"),
            "topic": self.tr("new topic"),
            "pillar": self.tr("new pillar"),
        }
        changed, place = makers[kind](draft, self._table.place, before)
        self._table.edit(names[kind], changed, place)
        self.writing_asked.emit()

    def duplicate(self) -> None:
        """Put a copy after what is selected."""
        draft, place = self._writable, self._table.place
        if draft is not None and place:
            changed, copy = making.duplicate(draft, place, self._table.before)
            self._table.edit(self.tr("copy of {0}").format(_short(draft, place)), changed, copy)

    def delete(self) -> None:
        """Take out what is selected."""
        draft, place = self._writable, self._table.place
        if draft is None or not place:
            return
        changed = descent.delete(draft, place)
        left = len(places.members(places.at(changed, place[:-1])))
        stays = (*place[:-1], min(place[-1], left - 1)) if left else place[:-1]
        self._table.edit(self.tr("deletion of {0}").format(_short(draft, place)), changed, stays)

    def up(self) -> None:
        """Move what is selected up, into the group before where it is the first."""
        self._step(-1)

    def down(self) -> None:
        """Move what is selected down, into the next group where it is the last."""
        self._step(1)

    def move(self, place: Place, to: Place) -> None:
        """Move a part before what stands at another place."""
        draft = self._writable
        if draft is not None and places.exists(draft, place):
            changed, moved = places.move(draft, place, to)
            self._table.edit(self.tr("move of {0}").format(_short(draft, place)), changed, moved)

    def split(self) -> None:
        """Make two questions of the one that is selected."""
        draft, place = self._writable, self._table.place
        if draft is not None and len(place) == 3:
            changed, first = descent.split(draft, place, self._table.before)
            self._table.edit(self.tr("split of {0}").format(_short(draft, place)), changed, first)

    def merge(self, other: str) -> None:
        """Make one question of the one that is selected and another."""
        draft, place = self._writable, self._table.place
        if draft is not None and len(place) == 3:
            name = self.tr("merge of {0} and {1}").format(_short(draft, place), other)
            changed, merged = descent.merge(draft, place, other, self._table.before)
            self._table.edit(name, changed, merged)

    def say_meaning(self, said: str) -> None:
        """Say whether the selected question still means the same."""
        draft, place = self._writable, self._table.place
        if draft is not None and len(place) == 3:
            id_ = places.at(draft, place).id
            known: descent.Meaning = "same" if said == "same" else "other"
            name = self.tr("meaning of {0}").format(id_)
            self._table.edit(name, descent.say_meaning(draft, id_, known))

    def set_needs(self, needs: tuple[str, ...]) -> None:
        """Say what the selected question needs."""
        self.write("needs", needs)

    def set_combination(self, index: int, combination: "Combination") -> None:
        """Put a combination in place of one, or add it where ``index`` is −1."""
        draft = self._writable
        if draft is not None:
            held = list(draft.combinations)
            place = index if index >= 0 else len(held)
            held[place : place + 1] = [combination]
            name = self.tr("combination {0}").format(combination.id)
            self._table.edit(name, replace(draft, combinations=tuple(held)))

    def remove_combination(self, index: int) -> None:
        """Take a combination out."""
        draft = self._writable
        if draft is not None:
            name = self.tr("removal of {0}").format(draft.combinations[index].id)
            kept = (*draft.combinations[:index], *draft.combinations[index + 1 :])
            self._table.edit(name, replace(draft, combinations=kept))

    def drop_change(self, index: int) -> None:
        """Say nothing any more of how a question came about."""
        if self._table.draft is not None:
            changed = descent.drop_change(self._table.draft, index)
            self._table.edit(self.tr("lineage"), changed)

    def _rename(self, draft: "Questionnaire", place: Place, id_: str, name: str) -> None:
        if id_ != places.at(draft, place).id:
            changed = descent.rename(draft, place, id_, self._table.before)
            self._table.edit(name, changed, field="id")

    def _step(self, by: int) -> None:
        draft, place = self._writable, self._table.place
        to = None if draft is None else places.beside(draft, place, by)
        if to is not None:
            self.move(place, to)


def _short(draft: "Questionnaire", place: Place) -> str:
    part = places.at(draft, place)
    return str(part.id) if len(place) == 3 else part_title(draft, place)
