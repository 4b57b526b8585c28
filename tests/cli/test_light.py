"""What is left out at the start is there when it is asked for."""

import subprocess
import sys

_READS = """
import datetime, re
from swipewell.cli.light import import_yaml
compiling = re.compile
import_yaml()
assert re.compile is compiling
import yaml
for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    read = yaml.load("{a: 2026-11-23, b: 1.5, c: yes, d: text}", loader)
    assert read == {"a": datetime.date(2026, 11, 23), "b": 1.5, "c": True, "d": "text"}, read
try:
    yaml.load("a: \\x01", yaml.SafeLoader)
except yaml.reader.ReaderError:
    print("refused")
"""


def test_yaml_reads_as_ever_with_its_patterns_put_off() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "refused\n"), done.stderr
