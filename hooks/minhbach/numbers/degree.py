"""Words of degree: what "hơn", "không dưới", "ngót" or "trở lên" say of the number beside them.

One table for all: sources are read with it, prose is judged by it, and exports name its meanings
(``Precision``). The words are data of this package, gathered from the wording of Vietnamese reports and
press. All are stored folded (see ``words.fold``) and matched as whole words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from minhbach.numbers.quantity import BOUNDS, Precision
from minhbach.numbers.words import fold


@dataclass(frozen=True, slots=True)
class Degree:
    """What words say of a number.

    ``precision`` is a bound or ABOUT; None for words that only say ``so_far`` ("đến nay"), that the number
    counts to the day of writing. ``estimated``: called an estimate ("ước").
    """

    precision: Precision | None = None
    estimated: bool = False
    so_far: bool = False


_NONE = Degree()

# Longer phrases are listed where their last word alone would say something else: "ít hơn" is not "hơn",
# "không dưới" is not "dưới", and "trên dưới" is neither of its halves.
_BOUNDS: tuple[tuple[Precision, tuple[str, ...]], ...] = (
    (Precision.MORE_THAN, ("hơn", "trên", "vượt", "vượt quá", "vượt mốc", "vượt trên", "quá")),
    (Precision.MORE_THAN, ("nhiều hơn", "lớn hơn", "cao hơn")),
    (Precision.AT_LEAST, ("ít nhất", "chí ít", "không dưới", "tối thiểu", "không kém", "từ")),
    (Precision.AT_LEAST, ("không ít hơn", "không nhỏ hơn", "không thấp hơn")),
    (Precision.NEARLY, ("gần", "gần đến", "gần tới", "gần bằng", "ngót", "ngót nghét", "suýt soát", "non")),
    (Precision.LESS_THAN, ("dưới", "chưa đến", "chưa tới", "chưa đầy", "không đến", "không tới")),
    (Precision.LESS_THAN, ("không đầy", "ít hơn", "nhỏ hơn", "thấp hơn")),
    (Precision.AT_MOST, ("không quá", "tối đa", "nhiều nhất", "không hơn", "không trên")),
    (Precision.AT_MOST, ("không vượt", "không vượt quá", "không nhiều hơn", "không lớn hơn")),
    (Precision.AT_MOST, ("không cao hơn",)),
    (Precision.ABOUT, ("khoảng", "vào khoảng", "chừng", "khoảng chừng", "áng chừng", "xấp xỉ")),
    (Precision.ABOUT, ("độ", "độ chừng", "cỡ", "tầm", "quãng", "trên dưới", "hơn kém")),
)
_ESTIMATES = (
    *("ước", "ước tính", "ước chừng", "ước khoảng", "dự ước"),
    *("ước đạt", "ước tính đạt", "ước có", "ước tính có"),
)
_SO_FAR = (
    *("đến nay", "tới nay", "đến giờ", "đến thời điểm này", "đến thời điểm hiện tại"),
    *("cho đến nay", "cho tới nay", "tính đến nay", "tính tới nay"),
    *("tính đến thời điểm này", "tính đến thời điểm hiện tại"),
)

DEGREES: Mapping[str, Degree] = MappingProxyType(
    {phrase: Degree(precision) for precision, phrases in _BOUNDS for phrase in phrases}
    | {phrase: Degree(Precision.ABOUT, estimated=True) for phrase in _ESTIMATES}
    | {phrase: Degree(so_far=True) for phrase in _SO_FAR}
)
"""The words that stand before a number."""
SIGNS: Mapping[str, Degree] = MappingProxyType(
    {
        ">": Degree(Precision.MORE_THAN),
        "≥": Degree(Precision.AT_LEAST),
        "<": Degree(Precision.LESS_THAN),
        "≤": Degree(Precision.AT_MOST),
        "~": Degree(Precision.ABOUT),
        "≈": Degree(Precision.ABOUT),
    }
)
ENDINGS: Mapping[str, Degree] = MappingProxyType(
    {phrase: Degree(Precision.AT_LEAST) for phrase in ("trở lên", "đổ lên")}
    | {phrase: Degree(Precision.AT_MOST) for phrase in ("trở xuống", "trở lại", "đổ lại", "đổ xuống")}
    | {phrase: Degree(so_far=True) for phrase in _SO_FAR}
)
"""The words that stand behind the unit: "từ 30 người trở lên"."""

KNOWN_WORDS = (
    *("hơn", "trên", "không dưới", "ít nhất", "tối thiểu", "gần", "ngót", "dưới", "chưa đến", "không quá"),
    *("tối đa", "khoảng", "chừng", "xấp xỉ", "ước", "ước hơn", "từ … đến …", "từ … trở lên"),
    *("… trở xuống", "đến nay"),
)
"""The words of degree for people: what a message names where one is not understood."""

NEUTRAL = frozenset(
    {
        *("đạt", "được", "là", "có", "với", "gồm", "còn", "bằng", "thu", "tổng", "tổng cộng", "tổng số"),
        *("tổng giá trị", "trị giá", "giá trị", "số tiền", "cả thảy", "tất cả", "toàn bộ", "tương đương"),
        *("trao", "tặng", "trao tặng", "tiếp nhận", "vận động", "ủng hộ", "quyên góp", "hỗ trợ", "thêm"),
        *("đúng", "tròn", "vừa tròn", "vừa đúng", "chỉ", "chỉ có", "vỏn vẹn", "mới", "mới được", "lên đến"),
        *("lên tới", "đã", "đạt được", "thu được", "cộng", "tiền", "mức", "con số", "cùng", "và"),
    }
)
"""Words that lead up to a number and say nothing of how certain it is."""

_LONGEST = max(len(phrase.split()) for phrase in (*DEGREES, *NEUTRAL))
_LONGEST_ENDING = max(len(phrase.split()) for phrase in ENDINGS)

# "tốc độ 50" is a speed of 50 and "mức độ 3" a level, not "about".
_BEFORE_DO = frozenset({"tốc", "nhiệt", "mức", "cấp", "trình", "cường", "mật", "chế", "góc", "tiến"})
_NEGATIONS = frozenset({"không", "chưa", "chẳng", "chả"})

# What of the table is said of a number also when it stands before the link instead of in it. The rest is
# there a comparison or a preposition: "cao hơn [3.858 đơn vị]", "tăng từ [3.500] lên [3.858]".
_NOT_OUTSIDE = frozenset(
    {
        *("nhiều hơn", "lớn hơn", "cao hơn", "ít hơn", "nhỏ hơn", "thấp hơn", "vượt", "vượt quá", "vượt mốc"),
        *("vượt trên", "từ", "quá", "cỡ", "tầm", "quãng", "non", "độ", "không hơn", "không kém"),
        *("không vượt", "không vượt quá", "hơn kém"),
    }
)
_COMPARED = frozenset(
    {
        *("cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "tốt", "kém", "đông", "sớm", "muộn", "dài", "ngắn"),
        *("rộng", "hẹp", "mạnh", "yếu", "nhanh", "chậm", "đắt", "rẻ", "khá", "tăng", "giảm", "gấp"),
    }
)
"""Before "hơn" outside a link: a comparison with the number, not a bound of it."""
_RATIO = frozenset({"tính", "dựa", "chia", "căn", "so", "%", "đặt", "xây"})
"""Before "trên" outside a link: a preposition."""
_BETWEEN_OUTSIDE = frozenset({"đạt", "được"})
"""What may stand between a word of degree and the link: "gần đạt [3.858 đơn vị]"."""
_OUTSIDE_SIGNS = frozenset({"~", "≈", "≥", "≤"})

# Tokens that make a word behind the unit look like one of degree; an unknown one may not be dropped.
_ENDING_TOKENS = frozenset(
    {
        *("trở", "đổ", "lên", "xuống", "hơn", "gần", "dưới", "trên", "quá", "tối", "nhất", "khoảng"),
        *("chừng", "ước", "ngót", "nay", "lẻ", "rưỡi", "kém", "thiếu", "dư"),
    }
)


def combine(first: Degree, second: Degree) -> Degree:
    """Return what two words say together: "ước hơn" is an estimated bound, "đến nay gần" a bound so far.

    Raises ``ValueError`` where they contradict each other ("khoảng hơn").
    """
    flags = {
        "estimated": first.estimated or second.estimated,
        "so_far": first.so_far or second.so_far,
    }
    if first.precision is None or second.precision is None or first.precision is second.precision:
        return Degree(first.precision or second.precision, **flags)
    for bound, estimate in ((first, second), (second, first)):
        if bound.precision in BOUNDS and estimate.estimated and estimate.precision is Precision.ABOUT:
            return Degree(bound.precision, **flags)
    raise ValueError("the words beside the number contradict each other")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number: what it says, its words as written, and the words that say nothing."""

    degree: Degree
    words: str
    """The words of degree, as written."""
    rest: str
    """What stands before them and leads up to the number no more."""


def read_lead(text: str, *, outside: bool = False) -> Lead:
    """Read the words of degree that end ``text``, the words before a number.

    The longest phrase wins; neutral words ("đạt") may stand between. ``outside``: the words stand before a
    link, where comparatives and prepositions are about something else. Raises ``ValueError`` for words that
    contradict each other ("khoảng hơn") or negate in an unlisted way.
    """
    words = text.split()
    degree, left = _NONE, len(words)
    kept: list[str] = []
    position = len(words)
    while position > 0:
        found, length = _phrase(words[:position], outside=outside)
        if found is None:
            skipped = 0 if outside else _neutral(words[:position])
            if outside and fold(words[position - 1]) in _BETWEEN_OUTSIDE:
                skipped = 1
            if skipped == 0:
                break
            position -= skipped
            continue
        degree = combine(found, degree) if kept else found
        position -= length
        kept = [*words[position : position + length], *kept]
        left = position
    if kept and left and fold(words[left - 1]) in _NEGATIONS:
        raise ValueError("the word before the number is negated")
    if kept:
        kept[0] = kept[0].lstrip("(“\"'‘[")
    return Lead(degree, " ".join(kept), " ".join(words[:left]))


def read_ending(text: str) -> tuple[Degree, str, str]:
    """Read the words of degree that end ``text``, the words behind a number: "người trở lên".

    Returns what they say, the words as written, and what stands before them. Raises ``ValueError`` as
    ``combine`` does.
    """
    words = text.split()
    degree = _NONE
    kept: list[str] = []
    while words:
        found, length = _ending(words)
        if found is None:
            break
        degree = combine(found, degree) if kept else found
        kept = [*words[len(words) - length :], *kept]
        words = words[: len(words) - length]
    return degree, " ".join(kept), " ".join(words)


def read_following(text: str) -> Degree:
    """Read the words of degree that begin ``text``, what follows a link: "trở lên, …"."""
    words = [word.strip(".,;:!?)”\"'’") for word in text.split()[:_LONGEST_ENDING]]
    for length in range(len(words), 0, -1):
        found = ENDINGS.get(fold(" ".join(words[:length])))
        if found is not None:
            return found
    return _NONE


def says_so_far(text: str) -> bool:
    """Whether ``text`` says anywhere that a number counts to some day and may grow: "tính đến nay"."""
    folded = f" {fold(text)} "
    return any(f" {phrase}" in folded for phrase in (*_SO_FAR, "tính đến", "đến ngày", "đến hết ngày"))


def is_neutral(text: str) -> bool:
    """Whether all words of ``text`` merely lead up to a number: "tổng cộng đã trao"."""
    words = fold(text).strip(" :").split()
    while words:
        skipped = _neutral(words)
        if skipped == 0:
            return False
        words = words[: len(words) - skipped]
    return True


def looks_like_degree(text: str) -> bool:
    """Whether words behind a unit hold one that could be of degree: "người hất lên"."""
    return not _ENDING_TOKENS.isdisjoint(fold(text).replace(",", " ").split())


def join_degrees(degrees: Iterable[Degree]) -> Degree:
    """Return what all of ``degrees`` say together; "từ … trở xuống" is a bound from above.

    Raises ``ValueError`` as ``combine`` does.
    """
    joined = _NONE
    for degree in degrees:
        joined = combine(joined, degree)
    return joined


def _phrase(words: list[str], *, outside: bool) -> tuple[Degree | None, int]:
    """Return the degree at the end of ``words`` and how many of them say it."""
    if words[-1][-1] in SIGNS and (not outside or words[-1] in _OUTSIDE_SIGNS):
        # "(>5.000" leaves the bracket to the text.
        return SIGNS[words[-1][-1]], 1
    for length in range(min(_LONGEST, len(words)), 0, -1):
        phrase = fold(" ".join(words[-length:]))
        # An opening bracket or quote may stand right before the first word.
        while phrase and not phrase[0].isalnum():
            phrase = phrase[1:]
        # "tính đến nay, hơn 103.200": the comma parts the day from the number, and says nothing of it.
        found = DEGREES.get(phrase.rstrip(","))
        if found is None:
            continue
        before = fold(words[-length - 1]) if length < len(words) else ""
        if phrase == "độ" and before in _BEFORE_DO:
            return None, 0
        if outside and not _is_degree_outside(phrase, before):
            return None, 0
        return found, length
    return None, 0


def _is_degree_outside(phrase: str, before: str) -> bool:
    if phrase in _NOT_OUTSIDE:
        return False
    if phrase == "hơn":
        return before not in _COMPARED
    return not (phrase == "trên" and (before in _RATIO or before.endswith("%")))


def _neutral(words: list[str]) -> int:
    """Return how many words at the end of ``words`` are neutral."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if fold(" ".join(words[-length:])).strip("(“\"':") in NEUTRAL:
            return length
    return 0


def _ending(words: list[str]) -> tuple[Degree | None, int]:
    for length in range(min(_LONGEST_ENDING, len(words)), 0, -1):
        found = ENDINGS.get(fold(" ".join(words[-length:])).strip(".,;)"))
        if found is not None:
            return found, length
    return None, 0
