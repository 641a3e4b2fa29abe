"""Words that open a line and say that it is an outcome ("ACTION:", "Decision 3:", "Acuerdo:")."""

from __future__ import annotations

import re

_WORDS = (
    "action(?:s| items?| points?)?|todo|to do|decisions?|decided|resolution|resolved|agreed"
    "|agreement|conclusions?|recommendations?|liaison|follow[- ]up"
    "|mesures?|décisions?|décidé|résolution|recommandations?|suite à donner"
    "|acci[oó]n(?:es)?|decisi[oó]n(?:es)?|acuerdos?|resoluci[oó]n|recomendaci[oó]n(?:es)?|tareas?"
)
_LABEL = re.compile(rf"[>*_#\[\s]*(?:{_WORDS})\b[^:\n]{{0,40}}:", re.IGNORECASE)


def opens_with_label(content: str) -> bool:
    """Whether this line opens an outcome, so that it cannot go on with the line before."""
    return _LABEL.match(content) is not None
