"""Heavy libraries are loaded by one thread while others wait, and never before they are asked for."""

import json
import subprocess
import sys

_TOGETHER = """
import json, sys, threading
sys.setswitchinterval(1e-6)
from PySide6.QtCore import QObject
from readiness.services.loading import load
assert "pydantic" not in sys.modules
begin, seen = threading.Barrier(6), []

def work():
    begin.wait()
    load()
    from readiness.exchange.answers import parse_answers
    from readiness.exchange.packages import read_envelope
    parse_answers(b"{}", "a.json", lambda reference: None)
    read_envelope(b"{}")
    seen.append([m.__name__ for m in list(sys.modules.values()) if m is not None
                 and m.__name__.partition(".")[0] == "pydantic"
                 and getattr(getattr(m, "__spec__", None), "_initializing", False)])

threads = [threading.Thread(target=work) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps(seen))
"""


def test_threads_that_begin_together_find_everything_whole() -> None:
    done = subprocess.run([sys.executable, "-c", _TOGETHER], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[]] * 6


_SECOND = """
import importlib, json, sys, threading
from readiness.services import loading

entered, go_on, order = threading.Event(), threading.Event(), []
original = importlib.import_module

def slow(name):
    if not entered.is_set():
        entered.set()
        go_on.wait(20)
    order.append(threading.current_thread().name)
    return original(name)

loading.import_module = slow
first = threading.Thread(target=loading.load, name="first")
second = threading.Thread(target=loading.load, name="second")
first.start()
entered.wait(20)
second.start()
second.join(0.2)
waited = second.is_alive()
go_on.set()
first.join()
second.join()
print(json.dumps([waited, order == sorted(order)]))
"""


def test_the_second_waits_until_the_first_has_loaded_all() -> None:
    done = subprocess.run([sys.executable, "-c", _SECOND], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [True, True]
