"""The style sheet of HTML documents: for screen and print, light and dark.

Every pair of text and background has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). The marking of
a printed page runs down its side, where browsers repeat it on each page and nothing else stands.
"""

from __future__ import annotations

from typing import Final

LIGHT: Final = {
    "paper": "#ffffff",
    "sheet": "#f4f6f8",
    "ink": "#1d2228",
    "muted": "#565f69",
    "rule": "#d5dae0",
    "accent": "#1f4e79",
    "link": "#1558a8",
    "alert": "#a3211b",
    "good": "#1c6b33",
    "first": "#1f5a92",
    "second": "#a4561a",
}
DARK: Final = {
    "paper": "#15181c",
    "sheet": "#1f242a",
    "ink": "#e6e9ed",
    "muted": "#a5afba",
    "rule": "#3a424b",
    "accent": "#9cc4ec",
    "link": "#8ab8f5",
    "alert": "#ff9a92",
    "good": "#8ad6a0",
    "first": "#7fb3e6",
    "second": "#e6a56b",
}


def style_sheet() -> str:
    """The whole style sheet."""
    return (
        f":root{{color-scheme:light dark;{_variables(LIGHT)}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}" + _RULES
    )


def _variables(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


_RULES: Final = """
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic",Arial,sans-serif}
main{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1,h2,h3,h4,h5{line-height:1.25;color:var(--accent);margin:1.8em 0 .5em;overflow-wrap:anywhere}
h1{font-size:1.7rem;margin:.6em 0 .2em}
h2{font-size:1.25rem}
h3{font-size:1.08rem}
h4,h5{font-size:1rem}
p,ul,ol,blockquote,table,figure{margin:0 0 1em}
p,li,.value,blockquote{overflow-wrap:anywhere}
a{color:var(--link)}
.header{display:flex;justify-content:space-between;gap:2rem;padding-bottom:.8rem;
border-bottom:1px solid var(--rule)}
.header p{margin:0}
.right{text-align:end}
.lead{margin:1rem 0 0;color:var(--muted)}
.subtitle{font-size:1.1rem}
.subtitle:has(+.dateline){margin:0}
.dateline,.muted,.empty{color:var(--muted)}
.alert{color:var(--alert);font-weight:600}
.count{color:var(--muted);font-weight:600;padding-inline-end:.4em}
.quote{border-inline-start:3px solid var(--rule);padding:.1em 0 .1em 1em;margin-inline:0}
.quoted{margin:0}
.source{color:var(--muted);font-size:.9rem}
.list{padding-inline-start:1.5em}
.sheet{overflow-x:auto;margin:0 0 1.2em}
.table{border-collapse:collapse;width:100%;margin:0;font-size:.92rem;line-height:1.4}
.caption{text-align:start;font-weight:600;padding:0 0 .4em;margin:0 0 .3em}
.head,.cell{overflow-wrap:break-word}
.cell.text{overflow-wrap:anywhere}
.head{text-align:start;vertical-align:bottom;padding:.4em .7em;color:var(--accent);
background:var(--sheet);border-bottom:2px solid var(--accent)}
.cell{text-align:start;vertical-align:top;padding:.45em .7em;font-weight:400;
border-bottom:1px solid var(--rule);min-width:4.5em}
.cell.text{min-width:11em}
.cell.ref,.cell.number{min-width:0;font-variant-numeric:tabular-nums}
.cell.ref{font-weight:600}
.cell.date{white-space:nowrap;font-variant-numeric:tabular-nums}
.band{text-align:start;padding:.8em .7em .35em;border-bottom:1px solid var(--rule);
color:var(--accent)}
[dir=ltr]>body .cell[dir=rtl]{text-align:left}
[dir=rtl]>body .cell[dir=ltr]{text-align:right}
.fields{border-collapse:collapse}
.label{text-align:start;vertical-align:top;font-weight:400;color:var(--muted);
padding:.15em 0;padding-inline-end:1.5em}
.value{vertical-align:top;padding:.15em 0;font-weight:600}
.form{border-collapse:collapse;width:100%}
.form-label,.form-value{text-align:start;vertical-align:top;padding:.4em .7em;
border:1px solid var(--rule)}
.form-label{width:12rem;color:var(--accent);background:var(--sheet);font-weight:600}
.form-value{overflow-wrap:anywhere}
.notice{padding:.6em .9em;background:var(--sheet);border-inline-start:4px solid var(--muted)}
.notice.good{border-color:var(--good);color:var(--good)}
.notice.warning{border-color:var(--alert);color:var(--alert)}
figure svg{display:block;max-width:100%;height:auto}
figcaption{font-weight:600;margin-bottom:.3em}
.marking{text-align:center;color:var(--alert);font-weight:600;padding:.3em;
border:1px solid var(--alert);margin:0 0 1em}
.break{break-after:page}
@page{size:A4;margin:17mm 16mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);
font:9pt system-ui,sans-serif;color:#565f69}}
@media print{
body{font-size:10pt;line-height:1.4}
main{max-width:none;padding:0}
h1{font-size:15pt}h2{font-size:12pt}h3{font-size:10.5pt}
h1,h2,h3,h4,h5,.caption,figcaption{break-after:avoid}
.table{font-size:8.8pt}
.head,.cell,.band{padding:.3em .5em}
.cell.text{min-width:0}
.sheet{overflow:visible}
thead{display:table-header-group}
tr,figure,.notice,blockquote{break-inside:avoid}
a{color:inherit}
figure svg{max-width:13cm}
.marked main{padding-left:8mm}
.marking{position:fixed;top:0;left:0;writing-mode:vertical-rl;border:0;padding:0;margin:0}
.marking.last{display:none}
}
"""
