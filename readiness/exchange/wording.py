"""How prompts and anchors read: what two honest people would answer differently (domain §1.2).

Everything here is a warning: a questionnaire with it can be scored, only less alike by two rooms.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

LONGEST_PROMPT: Final = 18
"""Most words of a prompt (domain §1.2)."""

Said = tuple[str, str]
"""The code of a warning and what it says."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SECOND_IDEA: Final = re.compile(
    r"\b(?:and|or)\s+(?:(?:then|also|so)\s+)?"
    r"(?P<word>what|how|which|who|whom|whose|when|where|why|whether|is|are|was|were|does|do|did|has|have|had"
    r"|can|could|will|would|should|must|\w{3,}ed|kept|made|built|found|held|known|shown|written|run)\b",
    re.IGNORECASE,
)
_NO_VERBS: Final = frozenset(
    {"agreed", "hundred", "limited", "needed", "planned", "required", "seed", "shared", "speed", "unneeded"}
)
"""Words that end like a verb and stand before a noun."""

VAGUE: Final = _words(
    """
    acceptable adequate adequately advanced appropriate appropriately bad best comprehensive
    comprehensively decent easily easy effective effectively efficient efficiently excellent extensive
    extensively fairly flexible frequently generally good great ideal largely mature modern mostly
    normally occasionally often optimal optimally poor poorly proper properly quite rarely reasonable
    reasonably regularly robust robustly satisfactory seamless seamlessly significant significantly
    simple somewhat sometimes sophisticated sufficient sufficiently usually very
    """
)
"""Words of praise, blame and loose frequency: nobody can see them, so two people differ."""

_PRODUCTS: Final = re.compile(
    r"\b(?:"
    + "|".join(
        """
        AWS, Amazon, Akamai, Ansible, Azure, BigQuery, Bitbucket, Cassandra, CircleCI, Cloudflare,
        CloudWatch, Confluence, Consul, Datadog, Databricks, Debezium, Docker, DynamoDB, Dynatrace,
        Elasticsearch, Envoy, Fastly, Firebase, GCP, Gatling, GitHub, GitLab, Google, Grafana, Hadoop,
        HAProxy, Heroku, Honeycomb, Istio, Jaeger, Jenkins, JMeter, Jira, Kafka, Kibana, Kubernetes,
        LaunchDarkly, Lambda, Linkerd, Locust, MariaDB, Memcached, MongoDB, MySQL, New Relic, Nginx,
        OpenSearch, OpenShift, OpsGenie, Oracle, PagerDuty, PostgreSQL, Postgres, Prometheus, Pulsar,
        RabbitMQ, Redis, Redshift, SQS, Salesforce, Sentry, ServiceNow, Snowflake, SonarQube, Splunk,
        Spanner, Terraform, Varnish, Vault, Zabbix, Zipkin
        """.replace("\n", " ")
        .strip()
        .split(", ")
    )
    + r")\b"
)
_EXAMPLE: Final = re.compile(
    r"such as|for example|for instance|or similar|or the like|or another|e\.g\.|like "
)

_ALIKE: Final = 0.9
_TELLING: Final = _words(
    """
    no none never nobody nothing not without any some one two three four five six seven eight nine ten
    half most every each all everything everyone first last only once twice more less fewer over under
    above below before after within
    """
)
"""Words by which alike anchors are told apart: numbers, quantities, order in time."""
_FILLERS: Final = frozenset({"a", "an", "the", "is", "are", "be", "it", "its", "of", "to"})


def prompt_warnings(id_: str, prompt: str) -> Iterator[Said]:
    """Yield what makes a prompt hard to answer: too long, or two questions in one."""
    count = len(prompt.split())
    if count > LONGEST_PROMPT:
        yield "long-prompt", f"the prompt of {id_} has {count} words; {LONGEST_PROMPT} are plenty"
    second = next((m for m in _SECOND_IDEA.finditer(prompt) if m["word"].casefold() not in _NO_VERBS), None)
    if second is not None or prompt.count("?") > 1:
        said = f"“{second[0]}” begins a second one" if second else "it has two question marks"
        yield "two-ideas", f"the prompt of {id_} asks two things: {said}; make it one question, or two"


def anchor_warnings(id_: str, level: int, text: str) -> Iterator[Said]:
    """Yield what one anchor says that nobody can see."""
    vague = [word for word in words_of(text) if word in VAGUE]
    if vague:
        said = ", ".join(f"“{word}”" for word in dict.fromkeys(vague))
        yield "vague-word", f"level {level} of {id_} says {said}; name a number, a date or something to see"
    product = _PRODUCTS.search(text)
    if product and not _EXAMPLE.search(text):
        message = f"level {level} of {id_} can only be reached with {product[0]}; say what it does instead"
        yield "named-product", message


def alike(id_: str, levels: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield pairs of anchors that read alike, at the later of the two."""
    read = [words_of(text) for text in levels]
    for lower, upper in combinations(range(len(levels)), 2):
        if read[lower] and read[upper] and _reads_alike(read[lower], read[upper]):
            yield upper, f"levels {lower} and {upper} of {id_} read alike; say what one would see differently"


def the_same(levels: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of anchors that say the same word for word: the first that does, and the later one."""
    seen: dict[str, int] = {}
    for level, text in levels.items():
        first = seen.setdefault(" ".join(words_of(text)), level)
        if first != level and text.strip():
            yield first, level


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [word.casefold() for word in _WORD.findall(text)]


def _reads_alike(one: list[str], other: list[str]) -> bool:
    plain, other_plain = _plain(one), _plain(other)
    if plain == other_plain:
        return True
    if {word for word in plain if _tells(word)} != {word for word in other_plain if _tells(word)}:
        return False
    return SequenceMatcher(None, " ".join(plain), " ".join(other_plain)).ratio() >= _ALIKE


def _plain(words: list[str]) -> list[str]:
    return [word for word in words if word not in _FILLERS and word not in VAGUE]


def _tells(word: str) -> bool:
    return word in _TELLING or any(letter.isdigit() for letter in word)
