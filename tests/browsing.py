"""A real Chromium with the network off, driven over a pipe; nothing to install beside the browser."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
_FLAGS: Final = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-proxy-server",
    "--password-store=basic",
    "--lang=en-GB",
)
_LAUNCH: Final = """
import os, sys
reads, writes = int(sys.argv[1]), int(sys.argv[2])
os.dup2(reads, 103), os.dup2(writes, 104)
os.dup2(103, 3), os.dup2(104, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The browser reads its orders from descriptor 3 and writes what happens to 4."""

_CODES: Final = {
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
    "Enter": 13,
    "Escape": 27,
    "Tab": 9,
    "Delete": 46,
}
_SHIFT: Final = 8
_CTRL: Final = 2
_SHIFTED: Final = dict(zip("0123456789", ")!@#$%^&*(", strict=True))


class Browser:
    """One page of one browser. Every request it makes is remembered."""

    def __init__(self, orders: int, told: int, downloads: Path) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.downloads = downloads
        self._orders = orders
        self._told = told
        self._left = b""
        self._number = 0
        self._page = ""
        self._events: list[dict[str, Any]] = []

    def start(self) -> None:
        """Take over the first page."""
        self._send("Target.setDiscoverTargets", {"discover": True}, browser=True)
        made = self._send("Target.createTarget", {"url": "about:blank"}, browser=True)
        attach = {"targetId": made["targetId"], "flatten": True}
        self._page = self._send("Target.attachToTarget", attach, browser=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._send(f"{domain}.enable")
        self.downloads.mkdir(exist_ok=True)
        where = {"behavior": "allow", "downloadPath": str(self.downloads), "eventsEnabled": True}
        self._send("Browser.setDownloadBehavior", where, browser=True)

    def open(self, page: Path, *, dark: bool = False, size: tuple[int, int] = (1440, 900)) -> None:
        """Load a file as a person does by a double click."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._send("Emulation.setEmulatedMedia", {"features": scheme})
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self._send("Emulation.setDeviceMetricsOverride", metrics)
        self._events.clear()
        self._send("Page.navigate", {"url": page.as_uri()})
        self._wait_for(lambda event: event["method"] == "Page.loadEventFired")
        self.ask("document.fonts.ready.then(() => true)")

    def reload(self) -> None:
        """Load the page again."""
        self._events.clear()
        self._send("Page.reload")
        self._wait_for(lambda event: event["method"] == "Page.loadEventFired")

    def press(self, key: str, *, shift: bool = False, ctrl: bool = False) -> None:
        """Press one key and let it go."""
        is_digit = len(key) == 1 and key.isdigit()
        code = f"Digit{key}" if is_digit else f"Key{key.upper()}" if len(key) == 1 else key
        shown = _SHIFTED[key] if is_digit and shift else key
        number = _CODES.get(key) or ord(key.upper())
        event: dict[str, Any] = {"key": shown, "code": code, "windowsVirtualKeyCode": number}
        event["modifiers"] = _SHIFT * shift + _CTRL * ctrl
        text = {"text": shown} if len(shown) == 1 and not ctrl else {"text": "\r"} if key == "Enter" else {}
        self._send("Input.dispatchKeyEvent", {"type": "keyDown", **event, **text})
        self._send("Input.dispatchKeyEvent", {"type": "keyUp", **event})

    def type(self, text: str) -> None:
        """Write into the field that has the focus."""
        self._send("Input.insertText", {"text": text})

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the page."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self._send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def text(self, id_: str) -> str:
        """Return what the eye reads in an element; nothing where it is not shown."""
        return str(self.ask(f"document.getElementById({json.dumps(id_)}).innerText.trim()"))

    def accessible(self) -> list[tuple[str, str]]:
        """Return role and name of everything that assistive technology is told of."""
        nodes = self._send("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node.get("ignored")
        ]

    def downloaded(self) -> Path:
        """Wait for the download to be complete and return its file."""
        begun = self._wait_for(lambda event: event["method"] == "Browser.downloadWillBegin")
        self._wait_for(
            lambda event: (
                event["method"] == "Browser.downloadProgress" and event["params"]["state"] == "completed"
            )
        )
        return self.downloads / str(begun["params"]["suggestedFilename"])

    def forget_events(self) -> None:
        """Wait only for what happens from now on."""
        self._events.clear()

    def picture(self, *, whole: bool = False) -> bytes:
        """Return the page as PNG."""
        taken = self._send("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
        return base64.b64decode(taken["data"])

    def paper(self) -> bytes:
        """Return the page as it prints."""
        return base64.b64decode(self._send("Page.printToPDF", {"preferCSSPageSize": True})["data"])

    def quit(self) -> None:
        """Close the browser."""
        with suppress(OSError, EOFError):
            self._send("Browser.close", browser=True)

    def _send(self, method: str, params: dict[str, Any] | None = None, *, browser: bool = False) -> Any:
        self._number += 1
        order: dict[str, Any] = {"id": self._number, "method": method, "params": params or {}}
        if not browser:
            order["sessionId"] = self._page
        os.write(self._orders, json.dumps(order).encode("utf-8") + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                return heard["result"]

    def _wait_for(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            for place, event in enumerate(self._events):
                if is_it(event):
                    return self._events.pop(place)
            self._hear()

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._told, 1 << 16)
            if not more:
                raise EOFError
            self._left += more
        message, _, self._left = self._left.partition(b"\0")
        heard: dict[str, Any] = json.loads(message)
        if "method" in heard:
            self._note(heard)
        return heard

    def _note(self, event: dict[str, Any]) -> None:
        self._events.append(event)
        params = event["params"]
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        if event["method"] == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(params["exceptionDetails"]))
        if event["method"] == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.complaints.append(params["entry"]["text"])


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """Start a browser with a home of its own and end it."""
    to_browser, orders = os.pipe()
    told, from_browser = os.pipe()
    own = [*_FLAGS, f"--user-data-dir={folder / 'browser'}"]
    if os.name == "posix" and os.geteuid() == 0:
        own.append("--no-sandbox")  # as root there is none
    launch = [sys.executable, "-c", _LAUNCH, str(to_browser), str(from_browser), CHROMIUM, *own]
    home = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    process = subprocess.Popen(
        launch,
        pass_fds=(to_browser, from_browser),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=home,
    )
    os.close(to_browser)
    os.close(from_browser)
    browser = Browser(orders, told, folder / "downloads")
    try:
        browser.start()
        yield browser
        browser.quit()
    finally:
        os.close(orders)
        os.close(told)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
