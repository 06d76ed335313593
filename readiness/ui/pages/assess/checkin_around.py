"""What a check-in looks at besides questions: promises, old limits, today's peak."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.domain.ageing import old_limits
from readiness.domain.assessment import Driver, Limit, Target
from readiness.domain.quarter_days import first_day
from readiness.ui.icons import Icons
from readiness.ui.models.limit_form import LimitForm, form_of, limit_from
from readiness.ui.pages.assess.checkin_opening import CheckInOpening
from readiness.ui.pages.assess.peak_dialog import PeakDialog
from readiness.ui.pages.limits.limit_dialog import LimitDialog
from readiness.ui.session import Session
from readiness.ui.theme import Theme


class CheckInAround(QObject):
    """Takes what people say on the opening page to the session; all of it can be undone."""

    def __init__(
        self, session: Session, opening: CheckInOpening, theme: Theme, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._opening = opening
        self._theme, self._icons = theme, icons
        opening.promises.changed.connect(session.set_last_promises)
        opening.limits.confirmed.connect(self._on_confirmed)
        opening.limits.edited.connect(self._on_edited)
        opening.peak_asked.connect(self._on_peak_asked)

    def old(self) -> tuple[Limit, ...]:
        """Return the limits that were measured before last quarter began."""
        assessment = self._session.assessment
        if assessment is None:
            return ()
        start = self._session.settings.fiscal_year_start
        return old_limits(assessment.limits, first_day(assessment.period.plus(-1), start))

    def _on_confirmed(self, id_: str) -> None:
        limits = self._limits()
        today = self._today()
        self._session.set_limits(
            tuple(replace(row, measured_on=today) if row.id == id_ else row for row in limits)
        )

    def _on_edited(self, id_: str) -> None:
        row = next((row for row in self._limits() if row.id == id_), None)
        if row is None:
            return
        form = replace(form_of(row), measured_on=self._today())
        taken = frozenset(one.id for one in self._limits())
        dialog = LimitDialog(self._theme, self._icons, form, taken, self._opening.window())
        dialog.kept.connect(self._on_measured)
        dialog.open()

    def _on_measured(self, form: object) -> None:
        if isinstance(form, LimitForm):
            limits = self._limits()
            row = limit_from(form, frozenset(one.id for one in limits))
            self._session.set_limits(tuple(row if one.id == row.id else one for one in limits))

    def _on_peak_asked(self) -> None:
        assessment = self._session.assessment
        if assessment is not None and assessment.load:
            dialog = PeakDialog(self._theme, self._icons, assessment.load, self._opening.window())
            dialog.kept.connect(self._on_peak)
            dialog.open()

    def _on_peak(self, load: object) -> None:
        from readiness.ui.reworking import draft_of  # noqa: PLC0415 - as everywhere in the window

        assessment = self._session.assessment
        if assessment is None or not isinstance(load, tuple):
            return
        drivers = tuple(driver for driver in load if isinstance(driver, Driver))
        factor = max(driver.factor for driver in drivers)
        before = assessment.target
        target = Target(factor=factor) if before is None else replace(before, factor=factor)
        self._session.set_frame(replace(draft_of(assessment), load=drivers, target=target))

    def _limits(self) -> tuple[Limit, ...]:
        assessment = self._session.assessment
        return () if assessment is None else assessment.limits

    def _today(self) -> str:
        return f"{self._session.now():%Y-%m-%d}"
