"""The languages of records, one file of data each."""
