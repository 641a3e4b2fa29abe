"""The document tree rendered: terminal, Markdown, HTML, DOCX, XLSX and more."""
