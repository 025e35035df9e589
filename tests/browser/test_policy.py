"""The policy of pages holds in a browser, and what a page does at a reader's hand keeps to it."""

import pytest

pytestmark = pytest.mark.browser

NOTE_BREACHES = """addEventListener("securitypolicyviolation", event => {
    (window.breaches ??= []).push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
})"""
BREACHES = "window.breaches ?? []"
BLOCKED_BY_US = "Service Worker registration blocked by Playwright"
ELSEWHERE = "https://elsewhere.example/"
FORBIDDEN = {
    "script-src-elem": "add(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))",
    "script-src-attr": "insert('<button onclick=\"window.ran = 1\"></button>'); last().click()",
    "script-src": "setTimeout('window.ran = 1')",
    "style-src-elem": "insert('<style>h1 { color: red }</style>')",
    "style-src-attr": "insert('<p style=\"color: red\"></p>')",
    "img-src": f"new Image().src = '{ELSEWHERE}seen.gif'",
    "connect-src": f"fetch('{ELSEWHERE}').catch(() => 0); navigator.sendBeacon('{ELSEWHERE}')",
    "font-src": f"new FontFace('x', 'url({ELSEWHERE}x.woff2)').load().catch(() => 0)",
    "media-src": f"new Audio('{ELSEWHERE}x.mp3').load()",
    "frame-src": f"insert('<iframe src=\"{ELSEWHERE}\"></iframe>')",
    "object-src": f'insert(\'<object data="{ELSEWHERE}" type="text/html"></object>\')',
    "base-uri": f"insert('<base href=\"{ELSEWHERE}\">')",
    "form-action": f"insert('<form action=\"{ELSEWHERE}\"></form>'); last().submit()",
    "worker-src": "try { new Worker('data:,1') } catch {}",
}
"""What words or a library might try on a page, by the rule that forbids it."""
TRY = """() => {
    const add = element => document.body.append(element), last = () => document.body.lastElementChild;
    const insert = html => document.body.insertAdjacentHTML("beforeend", html);
    %s;
}"""


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_what_is_forbidden_is_refused(rule, visit, real) -> None:
    window = visit(real)
    window.page.add_init_script(NOTE_BREACHES)
    left: list[str] = []
    window.page.route(f"{ELSEWHERE}**", lambda route: (left.append(route.request.url), route.abort()))
    page = window.open("quyen-rieng-tu/")
    page.evaluate(TRY % FORBIDDEN[rule])
    page.wait_for_function(f"({BREACHES}).some(told => told.startsWith('{rule}: '))")
    assert page.evaluate("window.ran") is None
    assert left == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_pages_do_at_a_reader_s_hand_keeps_to_the_policy(scheme, visit, demo, demo_addresses) -> None:
    window = visit(demo, width=360, scheme=scheme)
    window.page.add_init_script(NOTE_BREACHES)
    messages: list[str] = []
    window.page.on("console", lambda message: messages.append(message.text))
    page = window.open(demo_addresses["article"])
    for name in ("smaller", "larger", "larger", "scheme", "scheme"):
        page.locator(f'[data-mb="{name}"]').click()
    page.locator('[data-mb="copy"]').click()
    page.wait_for_function("document.querySelector('[data-mb=\"share-status\"]').textContent !== ''")
    page.locator(".mb-photo a").first.click()
    page.locator("dialog img").first.wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    told = page.evaluate(BREACHES)
    for address, first in (
        ("tim-kiem/#q=hien+mau", ".mb-search__results > li"),
        ("tim-ung-ho/#q=nguyen", ".mb-search__results > li"),
        (demo_addresses["giving"], '[data-mb="copy-words"]'),
    ):
        window.open(address).locator(first).first.wait_for()
        if "copy-words" in first:
            page.locator(first).first.click()
            page.wait_for_function("document.querySelector('[data-mb=\"copy-status\"]').textContent !== ''")
        told += page.evaluate(BREACHES)
    assert told == []
    assert set(messages) <= {BLOCKED_BY_US}
    assert window.faults == []
