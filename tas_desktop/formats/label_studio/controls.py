"""The labelling configuration of an export: which controls show its regions and texts, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable

IMAGE: Final = "image"
LABELS: Final = "tag"
EXPRESSION: Final = "expression"
PLURAL: Final = "plural"
NO_TARGET: Final = "no_target"

_HEAD: Final = """<View>
  <!-- To show the pictures, let Label Studio serve this folder:
       LABEL_STUDIO_LOCAL_FILES_SERVING_ENABLED=true
       LABEL_STUDIO_LOCAL_FILES_DOCUMENT_ROOT=(this folder)
       and add it to the project as a local storage. Then import tasks.json. -->
  <Image name="image" value="$image" zoom="true"/>
  <BrushLabels name="tag" toName="image">
"""
_TAIL: Final = """  </BrushLabels>
  <Header value="Expressions that name this object alone"/>
  <TextArea name="expression" toName="image" perRegion="true" editable="true" maxSubmissions="100"/>
  <Header value="Expressions that name this object together with others: the same text at each of them"/>
  <TextArea name="plural" toName="image" perRegion="true" editable="true" maxSubmissions="100"/>
  <Header value="Expressions that name nothing in the picture"/>
  <TextArea name="no_target" toName="image" editable="true" maxSubmissions="100"/>
</View>
"""


def labelling_config(categories: Iterable[str]) -> str:
    """Label Studio's XML for a project that these exports go into, in ASCII."""
    labels = "".join(f"    <Label value={quoteattr(in_xml(name))}/>\n" for name in categories)
    return (_HEAD + labels + _TAIL).encode("ascii", "xmlcharrefreplace").decode("ascii")


def in_xml(name: str) -> str:
    """The name with a mark for each character that XML cannot hold."""
    return "".join(
        "\ufffd" if (sign < " " and sign not in "\t\n\r") or sign in "\ufffe\uffff" else sign for sign in name
    )
