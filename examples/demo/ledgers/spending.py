"""Spending, day by day, of what is there: nothing earmarked goes elsewhere, no fund falls below nought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from examples.demo.chapter import WARDS
from examples.demo.dice import Dice
from examples.demo.ledgers.funds import MAIN, RELIEF, SCHOLARSHIPS, Fund
from examples.demo.ledgers.giving import Drive
from examples.demo.ledgers.names import SAMPLE
from examples.demo.ledgers.rows import Cell, Row

_GRAIN_VND = 10_000
_LEAST_VND = 50_000
_IN_HAND = {"ho-tro-tien-mat": 2_000_000, "hoc-bong": 1_500_000}
"""Purposes for which money itself is handed over, and how much each household gets."""
_DURING, _AFTERWARDS = 4, 4
_SPENT_AFTER = timedelta(days=40)
_RELEASED_AFTER = timedelta(days=75)
_RESERVE_VND = 30_000_000
"""What the main fund keeps when it helps another."""
_INCOMING, _CHANGES, _SPENDING = range(3)
_SUPPLIERS = ("Cửa hàng Thí Dụ", "Công ty Vật tư Minh Hoạ", "Đại lý Ví Dụ")
_PAYEES = {"phi-ngan-hang": f"Ngân hàng Ví Dụ {SAMPLE}", "in-an": f"Nhà in Thí Dụ {SAMPLE}"}


@dataclass
class _Purse:
    """What is in a fund: all of it, and what of it belongs to campaigns (less than 0: more was spent)."""

    balance: int
    held: dict[str, int] = field(default_factory=dict)

    @property
    def free(self) -> int:
        """What belongs to no campaign."""
        return self.balance - sum(max(0, held) for held in self.held.values())

    def can_give(self, campaign: str, amount: int) -> bool:
        """Whether ``amount`` can be taken for ``campaign`` ("": from what is free) alone."""
        return amount <= (self.held.get(campaign, 0) if campaign else self.free)

    def add(self, campaign: str, amount: int) -> None:
        """Put ``amount`` in, or take it out where it is less than 0."""
        self.balance += amount
        if campaign:
            self.held[campaign] = self.held.get(campaign, 0) + amount


class Cashier:
    """Receives planned gifts and spends, in the order of days. ``rows`` is what then has happened."""

    def __init__(self, seed: int, funds: Sequence[Fund], today: date) -> None:
        self.seed = seed
        self.today = today
        self.rows: list[Row] = []
        self._purses = {fund.id: _Purse(fund.opening_vnd) for fund in funds}
        self._opened = {fund.id: fund.opened for fund in funds}
        self._events: list[tuple[date, int, int, Callable[[], None]]] = []

    def run(self) -> None:
        """Let everything planned happen."""
        for _day, _phase, _number, action in sorted(self._events, key=lambda event: event[:3]):
            action()

    def _at(self, day: date, phase: int, action: Callable[[], None]) -> None:
        if day <= self.today:
            self._events.append((day, phase, len(self._events), action))

    # Gifts --------------------------------------------------------------------------------------------------

    def expect(self, rows: Sequence[Row]) -> None:
        """Plan to receive ``rows``. Refunds and corrections for which the money is gone do not happen."""
        for row in rows:
            phase = _CHANGES if row.received_vnd < 0 else _INCOMING
            self._at(row.day, phase, lambda row=row: self._receive(row))  # type: ignore[misc]

    def _receive(self, row: Row) -> None:
        change = row.received_vnd
        if change:
            purse = self._purses[str(row.cells["fund"])]
            if change < 0 and not purse.can_give(row.campaign, -change):
                return
            purse.add(row.campaign, change)
        self.rows.append(row)

    # Campaigns ----------------------------------------------------------------------------------------------

    def spend_campaign(self, drive: Drive, *, to_the_last: bool) -> None:
        """Plan what is spent of a campaign's money; what is left becomes free, unless ``to_the_last``."""
        dice = Dice(self.seed, "spending", drive.campaign)
        length = (drive.end - drive.start).days
        for _ in range(_DURING):
            day = drive.start + timedelta(days=int(length * dice.fraction(0.25, 1.0)))
            self._at(day, _SPENDING, lambda day=day: self._spend(drive, day, (0.1, 0.25)))  # type: ignore[misc]
        for _ in range(_AFTERWARDS):
            day = drive.end + timedelta(days=dice.number(1, _SPENT_AFTER.days))
            self._at(day, _SPENDING, lambda day=day: self._spend(drive, day, (0.3, 0.6)))  # type: ignore[misc]
        day = drive.end + _RELEASED_AFTER
        end = self._finish if to_the_last else self._release
        self._at(day, _SPENDING, lambda: end(drive, day))

    def _spend(self, drive: Drive, day: date, share: tuple[float, float]) -> None:
        """Spend a share of what the campaign has; a little of it sometimes comes back, or was noted wrong."""
        dice = Dice(self.seed, "expense", drive.campaign, day, len(self.rows))
        held = self._purses[drive.giving.fund].held.get(drive.campaign, 0)
        purpose = dice.pick(drive.giving.purposes)
        ward = dice.pick(list(WARDS)) if dice.chance(0.4) and drive.giving.fund != RELIEF else ""
        expense = self._pay(drive, day, int(held * dice.fraction(*share)), purpose, ward=ward)
        if expense is None:
            return
        if purpose in _IN_HAND:
            self._hand_over(drive, expense, _IN_HAND[purpose])
        elif dice.chance(0.15):
            self._change(drive, expense, "refund", expense.amount_vnd // 20, "Bên bán hoàn lại hàng lỗi")
        elif dice.chance(0.15):
            self._change(drive, expense, "correction", -(expense.amount_vnd // 10), "Ghi nhầm số tiền")
        if drive.giving.fund == RELIEF and dice.chance(0.4):
            note = "Các nhà tài trợ đồng ý chi từ tiền ủng hộ"
            self._pay(drive, day, expense.amount_vnd // 40, "van-chuyen", note=note)

    def _finish(self, drive: Drive, day: date) -> None:
        """Spend all the campaign has, and a little of what is free in its fund."""
        purse = self._purses[drive.giving.fund]
        held = purse.held.get(drive.campaign, 0)
        amount = held + max(0, min(held, purse.free // 10))
        self._pay(
            drive, day, amount, drive.giving.purposes[0], note="Phần còn thiếu lấy từ tiền chung của quỹ"
        )

    def _release(self, drive: Drive, day: date) -> None:
        """Make what is left of the campaign free for the fund's other work."""
        purse = self._purses[drive.giving.fund]
        held = purse.held.get(drive.campaign, 0)
        if held <= 0:
            return
        purse.held[drive.campaign] = 0
        cells: dict[str, Cell] = {"campaign": drive.campaign, "fund": drive.giving.fund}
        cells |= {"to_fund": drive.giving.fund, "amount_vnd": held}
        cells["note"] = "Tiền còn lại sau quyết toán, chuyển cho việc chung của quỹ"
        self.rows.append(Row("expenses", day, "transfer", cells))

    def _hand_over(self, drive: Drive, expense: Row, each_vnd: int) -> None:
        """Note that the money of ``expense`` was handed over."""
        cells = {key: expense.cells.get(key, "") for key in ("campaign", "ward", "amount_vnd")}
        cells |= {"households": expense.amount_vnd // each_vnd, "place": f"Trao tại nơi ở {SAMPLE}"}
        self.rows.append(Row("deliveries", expense.day, "delivery", cells))

    def _change(self, drive: Drive, expense: Row, kind: str, amount: int, note: str) -> None:
        """Note a refund or correction of ``expense`` on its own day."""
        amount = amount // 1000 * 1000
        if not amount:
            return
        self._purses[drive.giving.fund].add(drive.campaign, abs(amount))
        keys = ("campaign", "fund", "purpose", "payee", "ward")
        cells: dict[str, Cell] = {key: expense.cells.get(key, "") for key in keys}
        cells |= {"amount_vnd": amount, "note": note}
        self.rows.append(Row("expenses", expense.day, kind, cells, refers_to=expense))

    def _pay(
        self, drive: Drive, day: date, amount: int, purpose: str, *, ward: str = "", note: str = ""
    ) -> Row | None:
        """Pay ``amount``, rounded down, if it is worth a voucher and the fund has it."""
        grain = _IN_HAND.get(purpose, _GRAIN_VND)
        amount = amount // grain * grain
        purse = self._purses[drive.giving.fund]
        held = max(0, purse.held.get(drive.campaign, 0)) if drive.campaign else 0
        if amount < _LEAST_VND or amount > held + purse.free:
            return None
        purse.add(drive.campaign, -amount)
        dice = Dice(self.seed, "payee", drive.campaign, day, len(self.rows))
        usual = f"{dice.pick(_SUPPLIERS)} {dice.number(1, 9)} {SAMPLE}"
        payee = "" if purpose in _IN_HAND else _PAYEES.get(purpose, usual)
        cells: dict[str, Cell] = {"campaign": drive.campaign, "fund": drive.giving.fund, "purpose": purpose}
        cells |= {"payee": payee, "ward": ward, "amount_vnd": amount, "note": note}
        expense = Row("expenses", day, "expense", cells)
        self.rows.append(expense)
        return expense

    # The funds' own work ------------------------------------------------------------------------------------

    def spend_generally(self, drive: Drive) -> None:
        """Plan the monthly expenses of a fund for ``drive``, which is no campaign."""
        first = self._opened[drive.giving.fund].replace(day=1)
        months = (self.today.year - first.year) * 12 + self.today.month - first.month + 1
        for number in range(months):
            year, month = divmod(first.month - 1 + number, 12)
            day = date(first.year + year, month + 1, 17)
            self._at(day, _SPENDING, lambda day=day: self._month(drive, day))  # type: ignore[misc]

    def _month(self, drive: Drive, day: date) -> None:
        dice = Dice(self.seed, "month", drive.giving.fund, day)
        free = self._purses[drive.giving.fund].free
        ward = dice.pick(list(WARDS))
        self._pay(drive, day, int(free * dice.fraction(0.02, 0.07)), drive.giving.purposes[0], ward=ward)
        if day.month % 3 == 0:
            self._pay(drive, day, dice.number(6, 20) * _GRAIN_VND, "phi-ngan-hang")
            self._pay(drive, day, dice.number(20, 90) * _GRAIN_VND, "in-an")

    def help_other_funds(self, years: range) -> None:
        """Plan the transfers that the main fund makes each year out of what is free."""
        for year in years:
            for fund, day in ((SCHOLARSHIPS, date(year, 8, 20)), (RELIEF, date(year, 9, 20))):
                self._at(day, _SPENDING, lambda fund=fund, day=day: self._help(fund, day))  # type: ignore[misc]

    def _help(self, fund: str, day: date) -> None:
        dice = Dice(self.seed, "transfer", fund, day)
        amount = dice.number(5, 20) * 1_000_000
        if not self._purses[MAIN].can_give("", amount + _RESERVE_VND):
            return
        self._purses[MAIN].add("", -amount)
        self._purses[fund].add("", amount)
        cells: dict[str, Cell] = {"fund": MAIN, "to_fund": fund, "amount_vnd": amount}
        cells["note"] = "Chuyển từ tiền chung theo nghị quyết của Ban Thường vụ (mẫu)"
        self.rows.append(Row("expenses", day, "transfer", cells))
