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
meeting add 17 2021-01-26 --place Geneva
office add "Programme lead"
assign 1,2,3,7 Chair --basis assumed
assign 4,5 Secretary --basis assumed

@ 2020-03-09 09:00 Rita Moreau
# "ITU Study Group 2" is ambiguous: it stays open until a person chooses.
liaison draft "Work on the COP Guidelines" --for 4 --to "ITU Study Group 2" --inform "ITU-T SG17" --contact Rita --text "CWG-COP informs the groups addressed of its work on the Guidelines and invites their delegations to take part."
liaison draft "EG household indicators and COP indicators" --for 5 --to ITU-D --action --deadline 2020-09-30 --contact Rita --abstract "CWG-COP asks for more information on the EG household indicators." --text "CWG-COP would welcome information on the EG household indicators, and on how COP indicators are discussed there."
add Draw the mascot in six languages --for 6 --owner Tomás --due 2020-04-30
add Write the page for the mascot --for 6 --owner Tomás --due 2020-05-15 +web

@ 2020-03-12 14:00 Rita Moreau
liaison to 8 "ITU Study Group 2" --is "ITU-D SG2" --inform
liaison clear 8
liaison clear 9

@ 2020-03-16 08:00 Rita Moreau
liaison dispatch 8 --by e-mail
liaison dispatch 9 --by e-mail
start 6
done 4 --note "Sent to ITU-D SG2 and ITU-T SG17"

@ 2020-04-20 09:30 Tomás Ibarra
start 10
due 10 2020-05-29 --reason "Arabic lettering takes longer"

@ 2020-05-28 15:00 Tomás Ibarra
done 10 --evidence COP-MASCOT-6L --note "Drawings in six languages delivered"
start 11

@ 2020-06-18 10:00 Tomás Ibarra
done 11 --evidence https://www.example.org/cop/mascot --on 2020-06-17
done 6 --evidence https://www.example.org/cop/mascot --on 2020-06-17 --note "The mascot is online"

@ 2020-06-19 09:00 Rita Moreau
confirm 10,11 --on 2020-06-19 --note "Seen online"
note 3 --private "Two administrations would rather not evaluate this year; take it up with the Chair first."
evidence 1 "Youth survey 2020: 1 840 answers from 41 countries (first round: 312)"

@ 2020-07-06 09:00 Rita Moreau
liaison acknowledge 9 --on 2020-07-03
liaison receive "Filtering of harmful content: terms and definitions" --from "ITU-T SG17" --action --deadline 2020-12-18 --reference "SG17-LS112" --owner Rita --abstract "ITU-T SG17 asks whether its draft definitions suit the COP Guidelines."
add Circulate the new Guidelines to the membership --for 2 --owner Secretary --due 2020-10-15 +guidelines

@ 2020-09-28 10:00 Rita Moreau
liaison reply 9 --as preliminary --by 2020-12-11 --note "The indicators are being revised"
done 13 --on 2020-09-25 --evidence "Circular letter CL-20/41"

@ 2020-10-12 08:30 Rita Moreau
add Ask the membership for evaluations of programmes --for 3 --owner Secretary --due 2020-11-30
add Prepare the paper on youth answers for the 17th --for 1 --owner Tomás --due "12 days before the 17th"
add Find a host for the youth session !high --due 2020-12-15
wait 14 the regional offices --since 2020-10-12
liaison answer 12 --contact Rita --meeting 16

@ 2020-11-16 09:00 Tomás Ibarra
start 15
evidence 2 "52 stakeholders registered for the 17th meeting (16th: 38)"

@ 2020-12-07 11:00 Rita Moreau
note 5 "Asked ITU-D again by phone: the answer is with its editors"
note 14 "Three of six regional offices have answered"
assign 16 Tomás
filter save chase "overdue or stalled or waiting"

@ 2021-01-08 16:00 Tomás Ibarra
note 15 "Draft is with the Chair"

# The story's own present: a Monday, 15 days before the 17th meeting.
@ 2021-01-11 08:00 Rita Moreau
