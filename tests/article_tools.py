"""An article opened for its tools: in a browser with a voice, with sharing, as a test says."""

from typing import Any

ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
PRIVACY = "quyen-rieng-tu/"
SPEECH = """(() => {
    // A voice that ends each utterance when the test says so, and notes all it was asked.
    const listeners = [];
    const heard = window.heard = {texts: [], voices: [], cancelled: 0, present: null};
    window.voices = VOICES;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", {value: {
        getVoices: () => window.voices,
        addEventListener: (name, listener) => name === "voiceschanged" && listeners.push(listener),
        speak(utterance) {
            heard.texts.push(utterance.text);
            heard.voices.push([utterance.voice.name, utterance.lang]);
            heard.present = utterance;
        },
        cancel() {
            heard.cancelled += 1;
            sessionStorage.setItem("cancelled", String(heard.cancelled));
            const cut = heard.present;
            heard.present = null;
            if (cut) cut.onerror({error: "interrupted"});
        },
        pause() { throw new Error("pause() is the end on phones"); },
        resume() { throw new Error("resume() is nothing on phones"); },
    }});
    window.bringVoices = (voices) => { window.voices = voices; listeners.forEach(listener => listener()); };
    window.finishSentence = () => { const said = heard.present; heard.present = null; said.onend(); };
})()"""
VIETNAMESE = (
    '[{lang: "en-US", name: "Ann", localService: true}, {lang: "vi-VN", name: "An", localService: true}]'
)
SHARING = (
    "navigator.share = data => { window.shared = data; return Promise.reject(new Error('AbortError')); }"
)


def open_article(visit: Any, origin: str, *scripts: str, address: str = ARTICLE, **options: Any) -> Any:
    """Open the article in a browser that ``scripts`` have changed; return window and page."""
    window = visit(origin, **options)
    for script in scripts:
        window.page.add_init_script(script)
    return window, window.open(address)


def with_voices(voices: str = VIETNAMESE) -> str:
    """Return the script of a browser that has these voices."""
    return SPEECH.replace("VOICES", voices)


def button(page: Any, name: str) -> Any:
    """Return the button of the page's own part that is called so."""
    return page.locator("main").get_by_role("button", name=name)


def status(page: Any) -> str:
    """Return what the tools say."""
    return page.locator('[data-mb="status"]').inner_text()
