"""What the file says about itself: XMP, and the dates of its information dictionary."""

from html import escape
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import XMP

from readiness.paths import bundled
from readiness.reports.faces import seen
from readiness.reports.facts import ReportContent

PRODUCER: Final = "Readiness"

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def title_of(content: ReportContent) -> str:
    """Return the document's title: “Checkout API, 2026-Q3: Scalability readiness”."""
    return seen(f"{content.system}, {content.period}: {content.title}")


def xmp(content: ReportContent) -> Any:
    """Return the metadata stream."""
    text = _XMP.format(
        title=escape(title_of(content)),
        subject=escape(seen(content.foot)),
        language=escape(content.language),
        producer=PRODUCER,
    )
    return XMP(creator=lambda _: text.encode("utf-8"))


def profile() -> bytes:
    """Return the sRGB profile; shipped, because one made on the spot carries the time of its making."""
    return bundled("assets", "srgb.icc").read_bytes()
