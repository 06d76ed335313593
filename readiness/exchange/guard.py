"""The gate for every text from outside: size, depth, characters and form, before anything is built."""

from readiness.errors import Fault
from readiness.exchange.json_tree import read_json
from readiness.exchange.tree import Tree
from readiness.exchange.yaml_tree import read_yaml


def read(content: bytes, name: str) -> tuple[Tree, tuple[Fault, ...]]:
    """Read YAML or JSON, by the ending of the name."""
    return read_json(content) if name.lower().endswith(".json") else read_yaml(content)
