"""The command line: ``python -m minhbach check | stage | sheets | schema | import | codes``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from minhbach.background import Background
from minhbach.build import SiteBuild, list_sheet_documents
from minhbach.clock import BuildTimeError
from minhbach.finding.issuing import (
    PrivateFileError,
    ReceiptError,
    check_private_file,
    choose_receipts,
    write_codes,
)
from minhbach.gather import (
    BUILD_TIME_UNREADABLE,
    Gathered,
    gather_site,
    tell_ledgers,
    tell_unpublished,
)
from minhbach.imports.command import app as import_app
from minhbach.language import mark as _
from minhbach.language import read_catalogue
from minhbach.outputs.pdf import PdfError, find_chromium, print_pdf
from minhbach.outputs.stage import FolderNotOursError, write_stage
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.problems.report import format_annotations, format_report, print_report
from minhbach.records.schema import generate_schemas
from minhbach.search.indexer import FAILED, SearchIndexError
from minhbach.weight.judging import judge_bodies

LANGUAGE = "vi"
SCHEMA_FOLDER = Path("data/schema")

app = typer.Typer(
    name="minhbach",
    help="Minh Bạch: kiểm tra và dựng trang công khai của Hội.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(import_app, name="import", help="Nhập danh sách ủng hộ hoặc sao kê ngân hàng từ bảng tính.")
Root = Annotated[Path, typer.Option("--root", help="Thư mục của Hội (chứa news/, data/, docs/).")]


@app.command(help="Kiểm tra toàn bộ nội dung; mọi lỗi được báo cùng một lúc.")
def check(root: Root = Path()) -> None:
    """Check all content and report every problem. Exit status 1 if one is an error."""
    background = Background()
    try:
        gathered = _gather(root, background)
    finally:
        background.close()
    if not gathered.is_publishable:
        raise typer.Exit(1)
    words = read_catalogue(LANGUAGE).gettext(
        _("All right: {articles} articles, {campaigns} campaigns and {figures} figures checked.")
    )
    site = gathered.site
    typer.echo(
        words.format(articles=len(site.articles), campaigns=len(site.campaigns), figures=len(site.figures))
    )
    catalogue = read_catalogue(LANGUAGE)
    for line in (*tell_ledgers(site, catalogue), *tell_unpublished(site, catalogue)):
        typer.echo(line)


@app.command(help="Ghi cây trang đã tạo (Markdown, biểu đồ, tệp tải về) vào một thư mục thường.")
def stage(
    folder: Annotated[Path, typer.Argument(help="Thư mục để ghi; phải trống, hoặc do lần ghi trước tạo ra.")],
    root: Root = Path(),
) -> None:
    """Write the generated tree into ``folder``. Exit status 1, and nothing written, if content has errors."""
    catalogue = read_catalogue(LANGUAGE)
    background = Background()
    try:
        gathered = _gather(root, background)
        if not gathered.is_publishable:
            raise typer.Exit(1)
        build = SiteBuild(root, gathered, catalogue, background)
        if problems := judge_bodies(build.pages, build.list_origins()):
            print_report(format_report(problems, catalogue), sys.stderr)
            raise typer.Exit(1)
        count = write_stage(build.pages, build.collect_assets(), folder)
    except UnreadablePhotoError as error:
        print_report(format_report([error.problem], catalogue), sys.stderr)
        raise typer.Exit(1) from None
    except SearchIndexError as error:
        print_report(catalogue.gettext(FAILED).format(reason=error), sys.stderr)
        raise typer.Exit(1) from None
    except FolderNotOursError as error:
        words = catalogue.gettext(_("“{folder}” holds other files; choose an empty or a new folder."))
        typer.echo(words.format(folder=error), err=True)
        raise typer.Exit(1) from None
    finally:
        background.close()
    typer.echo(catalogue.gettext(_("{count} files written to {folder}.")).format(count=count, folder=folder))


@app.command(help="In tờ niêm yết của từng đợt vận động thành PDF, bằng Chromium có trên máy.")
def sheets(
    folder: Annotated[Path, typer.Argument(help="Thư mục để ghi các tệp PDF; tệp cùng tên bị thay.")],
    root: Root = Path(),
) -> None:
    """Print the sheets for the notice board into ``folder``. Exit status 1 if that cannot be."""
    catalogue = read_catalogue(LANGUAGE)
    program = find_chromium(os.environ)
    if program is None:
        words = _("No Chromium, Chrome or Edge was found. Install one, or name its program in CHROMIUM.")
        typer.echo(catalogue.gettext(words), err=True)
        raise typer.Exit(1)
    background = Background()
    try:
        gathered = _gather(root, background)
    finally:
        background.close()
    if not gathered.is_publishable:
        raise typer.Exit(1)
    documents = list_sheet_documents(gathered, catalogue)
    folder.mkdir(parents=True, exist_ok=True)
    for name, html in documents:
        try:
            print_pdf(program, html, folder / f"{name}.pdf")
        except PdfError as error:
            words = catalogue.gettext(_("The sheet “{name}” could not be printed: {reason}"))
            typer.echo(words.format(name=name, reason=error), err=True)
            raise typer.Exit(1) from None
    words = catalogue.gettext(_("{count} sheets printed to {folder}."))
    typer.echo(words.format(count=len(documents), folder=folder))


@app.command(help="Viết lại JSON Schema trong data/schema/ theo phần mềm hiện tại.")
def schema(
    check_only: Annotated[bool, typer.Option("--check", help="Chỉ so sánh, không ghi.")] = False,
    root: Root = Path(),
) -> None:
    """Write the JSON Schemas; with ``--check`` only compare, exit status 1 if one differs."""
    differing = []
    for name, content in generate_schemas().items():
        path = root / SCHEMA_FOLDER / name
        if path.is_file() and path.read_bytes() == content:
            continue
        differing.append(name)
        if not check_only:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if check_only and differing:
        words = read_catalogue(LANGUAGE).gettext(_("Out of date: {names}. Run: python -m minhbach schema"))
        typer.echo(words.format(names=", ".join(differing)), err=True)
        raise typer.Exit(1)


@app.command(help="Cấp mã tra cứu cho các khoản ủng hộ: mã ghi vào tệp riêng, chỉ mã băm vào data/codes/.")
def codes(
    receipts: Annotated[
        list[str] | None, typer.Argument(help="Số biên nhận của các khoản cần cấp mã.")
    ] = None,
    to: Annotated[Path, typer.Option("--to", help="Tệp CSV ghi mã; phải nằm ngoài mọi kho git.")] = ...,  # type: ignore[assignment]
    missing: Annotated[bool, typer.Option("--missing", help="Mọi khoản chưa có mã.")] = False,
    root: Root = Path(),
) -> None:
    """Issue codes for ``receipts``, or with ``--missing`` for all gifts without one; write them to ``to``.

    Exit status 1, and nothing written, if content has errors, a receipt is of no gift or has a code already,
    or ``to`` lies in a repository.
    """
    catalogue = read_catalogue(LANGUAGE)
    if bool(receipts) == missing:
        typer.echo(catalogue.gettext(_("Give either receipts or --missing.")), err=True)
        raise typer.Exit(2)
    background = Background()
    try:
        gathered = _gather(root, background)
    finally:
        background.close()
    if not gathered.is_publishable:
        raise typer.Exit(1)
    site = gathered.site
    try:
        check_private_file(to, root)
        chosen = choose_receipts(site.ledger, receipts or [])
    except PrivateFileError as error:
        words = _(
            "Codes are not written to “{file}”: choose a file in an existing folder outside every git folder."
        )
        typer.echo(catalogue.gettext(words).format(file=error), err=True)
        raise typer.Exit(1) from None
    except ReceiptError as error:
        words = _("“{receipt}” is not the receipt of a gift, or has a code already.")
        typer.echo(catalogue.gettext(words).format(receipt=error), err=True)
        raise typer.Exit(1) from None
    count = write_codes(root, to, chosen, site.gift_codes, site.settings.now.year)
    words = _("{count} codes written to {file}. Keep it safe: nobody can make these codes again.")
    typer.echo(catalogue.gettext(words).format(count=count, file=to))


def _gather(root: Path, background: Background) -> Gathered:
    catalogue = read_catalogue(LANGUAGE)
    try:
        gathered = gather_site(root, os.environ, background, base_url=os.environ.get("SITE_URL", ""))
    except BuildTimeError as error:
        print_report(catalogue.gettext(BUILD_TIME_UNREADABLE).format(found=error), sys.stderr)
        raise typer.Exit(1) from None
    print_report(format_report(gathered.problems, catalogue), sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true" and gathered.problems:
        typer.echo(format_annotations(gathered.problems, catalogue))
    return gathered
