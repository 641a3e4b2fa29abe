# CWG-COP: a working group and the life of the seven outcomes of its 15th and 16th meetings.
#
# The facts up to the report are those of a public Council document of March 2020, in our own words
# (cwg-cop-report.md). What follows the report is ILLUSTRATIVE: the officers, dates, replies and
# addresses from there on are made up, so that every screen and document has something to show.

@ 2020-03-03 10:00 Rita Moreau
group add CWG-COP --name "Council Working Group on Child Online Protection" --alias WG-CP --alias WG-COP --alias CWG-CP --timezone Europe/Zurich
group add Council --name "ITU Council" --other
group change CWG-COP --parent Council
capture cwg-cop-report.md --symbol C20/57-E --date 2020-03-03 --accept-all

# ---- illustrative from here on ----

@ 2020-03-04 08:30 Rita Moreau
person add "Rita Moreau" --email rita.moreau@example.org --organization "Secretariat" --country Switzerland
person add "Tomás Ibarra" --email tomas.ibarra@example.org --organization "Secretariat" --country Switzerland
office add Secretary
office begin Secretary "Rita Moreau" --from 2019-01-01
office begin Chair "Abdelaziz Alzarooni" --from 2019-01-01
office add "Focal point for the Guidelines"
office begin "Focal point for the Guidelines" "Tomás Ibarra" --from 2020-01-01
group add "ITU-D SG2" --name "ITU-D Study Group 2" --alias "Study Group 2" --alias "ITU Study Group 2" --other
group add "ITU-T SG2" --name "ITU-T Study Group 2" --alias "Study Group 2" --alias "ITU Study Group 2" --other
group add "ITU-T SG17" --name "ITU-T Study Group 17" --other
group add ITU-D --name "ITU Telecommunication Development Sector" --other
meeting add 17 --date 2021-01-26 --place Geneva
