"""What readers give back: small frozen records, independent of any database."""
