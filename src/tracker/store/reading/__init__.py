"""Reading: plain SQL over named views, answered with small frozen records. Never imports the ORM."""
