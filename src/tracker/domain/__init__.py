"""Words and rules: vocabularies, lifecycles, refs, dates, the filter language, records, the document tree."""
