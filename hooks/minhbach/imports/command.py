"""``python -m minhbach import gifts | statement``: what people type, and what they are told."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from minhbach.imports.dates import read_day
from minhbach.imports.faults import CellError, UnusableFileError
from minhbach.imports.importing import Import, prepare_import, settle_target, write_import
from minhbach.imports.receipts import KEY_FILE
from minhbach.imports.rows import Options
from minhbach.imports.telling import tell_import, tell_unusable
from minhbach.language import Catalogue, read_catalogue
from minhbach.language import mark as _
from minhbach.problems.report import print_report
from minhbach.sources.text import write_count

LANGUAGE = "vi"
CONSENTS = ("", "given", "refused")

WRONG_CONSENT = _("--consent is “{found}”; it must be given or refused.")
WRONG_DATE = _("--date is “{found}”; write it as 16/01/2025.")
VALUED_IN_LIST = _("as valued in the list of gifts")
UNREAD_LEFT = _("Nothing was written: {count} rows could not be read. Mend them, or add --skip-unreadable.")
NOTHING_NEW = _("Nothing was written: no row is new.")
WRITTEN = _("{count} rows written to {path}.")
WRITTEN_BEFORE = _("{path} holds just these rows already; nothing was written.")
NEW_KEY = _(
    "A new key for receipts stands in {path}: commit it together with the ledger, and never delete it."
)
WOULD_WRITE = _(
    "Nothing was written yet. To write {count} rows to {path}, run the command again with --write."
)
SKIPPED = _("{count} rows were left out, see above.")


@dataclass(frozen=True)
class Ending:
    """What is to be done with an import once it has been told."""

    to: str | None
    write: bool
    skip_unreadable: bool


app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)

File = Annotated[Path, typer.Argument(help="Bảng tính .xlsx hoặc .csv.", show_default=False)]
Root = Annotated[Path, typer.Option("--root", help="Thư mục của Hội (chứa news/, data/, docs/).")]
Campaign = Annotated[str, typer.Option("--campaign", help="Mã đợt vận động của mọi dòng.")]
Fund = Annotated[str, typer.Option("--fund", help="Mã quỹ nhận tiền của mọi dòng.")]
Sheet = Annotated[str | None, typer.Option("--sheet", help="Tên trang tính, khi tệp có nhiều trang.")]
To = Annotated[str | None, typer.Option("--to", help="Tệp mới để ghi, ví dụ data/gifts/2025-tet.csv.")]
Write = Annotated[bool, typer.Option("--write", help="Ghi thật; không có thì chỉ cho xem.")]
Skip = Annotated[bool, typer.Option("--skip-unreadable", help="Vẫn ghi, bỏ qua các dòng không đọc được.")]


@app.command(help="Nhập danh sách ủng hộ từ bảng tính vào data/gifts/.")
def gifts(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    file: File,
    campaign: Campaign = "",
    fund: Fund = "",
    consent: Annotated[
        str,
        typer.Option(
            "--consent", help="given: mọi người đồng ý nêu tên; refused: không ai; bỏ trống: chưa hỏi."
        ),
    ] = "",
    day: Annotated[str, typer.Option("--date", help="Ngày của những dòng không ghi ngày.")] = "",
    sheet: Sheet = None,
    to: To = None,
    write: Write = False,
    skip_unreadable: Skip = False,
    root: Root = Path(),
) -> None:
    """Show what a list of gifts says; with ``--write``, add its new rows to the ledger."""
    catalogue = read_catalogue(LANGUAGE)
    try:
        if consent not in CONSENTS:
            raise UnusableFileError(WRONG_CONSENT, found=consent)
        options = Options(campaign, fund, consent, _read_date(day), catalogue.gettext(VALUED_IN_LIST))
        done = prepare_import(root, file, "gifts", options, sheet)
        _finish(done, root, file, catalogue, Ending(to, write, skip_unreadable))
    except UnusableFileError as error:
        _refuse(error, catalogue)


@app.command(
    help="Nhập các khoản ghi có trên sao kê ngân hàng; nội dung chuyển khoản không bao giờ được ghi lại."
)
def statement(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    file: File,
    campaign: Campaign = "",
    fund: Fund = "",
    sheet: Sheet = None,
    to: To = None,
    write: Write = False,
    skip_unreadable: Skip = False,
    root: Root = Path(),
) -> None:
    """Show what came in by a bank's statement; with ``--write``, add its new rows to the ledger."""
    catalogue = read_catalogue(LANGUAGE)
    try:
        done = prepare_import(root, file, "statement", Options(campaign, fund), sheet)
        _finish(done, root, file, catalogue, Ending(to, write, skip_unreadable))
    except UnusableFileError as error:
        _refuse(error, catalogue)


def _read_date(text: str) -> date | None:
    if not text:
        return None
    try:
        return read_day(text)
    except CellError:
        raise UnusableFileError(WRONG_DATE, found=text) from None


def _refuse(error: UnusableFileError, catalogue: Catalogue) -> None:
    print_report(tell_unusable(error, catalogue), sys.stderr)
    raise typer.Exit(1) from None


def _finish(done: Import, root: Path, file: Path, catalogue: Catalogue, ending: Ending) -> None:
    """Tell what was understood and, if asked, write it. Exit status 1 where asked and not possible."""
    print_report(tell_import(done, catalogue) + "\n", sys.stdout)
    new = done.plan.new
    unread = write_count(len({fault.row for fault in done.faults}))
    if ending.write and done.faults and not ending.skip_unreadable:
        raise UnusableFileError(UNREAD_LEFT, count=unread)
    if not new:
        _say(catalogue, NOTHING_NEW)
        return
    target = settle_target(root, file, new, ending.to)
    if not ending.write:
        _say(catalogue, WOULD_WRITE, count=write_count(len(new)), path=target)
        return
    if not write_import(root, target, done):
        _say(catalogue, WRITTEN_BEFORE, path=target)
        return
    _say(catalogue, WRITTEN, count=write_count(len(new)), path=target)
    if done.faults:
        _say(catalogue, SKIPPED, count=unread)
    if done.new_key is not None:
        _say(catalogue, NEW_KEY, path=KEY_FILE)


def _say(catalogue: Catalogue, message: str, **details: str) -> None:
    print_report(catalogue.gettext(message).format(**details), sys.stdout)
