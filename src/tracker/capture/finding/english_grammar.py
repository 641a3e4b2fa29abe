"""How minutes in English state outcomes."""

from __future__ import annotations

import re

from tracker.capture.finding.grammar import Grammar


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_DO = r"""(?:agree|decide|resolve|conclude|approve|adopt|endorse|accept|recommend|encourage|invite|request|task|instruct|urge
    |direct|elect|appoint|establish|select|confirm|ratif(?:y|ie)|designate|nominate|mandate|authori[sz]e|vote)"""
_DID = r"""(?:agree[sd]?|decide[sd]?|resolve[sd]?|conclude[sd]?|approve[sd]?|adopt(?:s|ed)|endorse[sd]?|accept(?:s|ed)
    |recommend(?:s|ed)?|encourage[sd]?|invite[sd]?|request(?:s|ed)|(?-i:task(?:s|ed))|instruct(?:s|ed)|urge[sd]|direct(?:s|ed)
    |elect(?:s|ed)|enact(?:s|ed)|re-?elected|appoint(?:s|ed)|establish(?:es|ed)|select(?:s|ed)|confirm(?:s|ed)|ratifie[sd]|designate[sd]
    |nominate[sd]|mandate[sd]|authori[sz]e[sd]|disband(?:s|ed)|voted[ ](?:to|for|in[ ]favou?r)|set[ ]up)"""
_BODY = r"""(?:(?:the|this|all|both)[ ])?(?-i:[A-Z][\w./-]*[ ]){0,4}?(?:meeting|group|committee|sub-?committee|commission|council|board|plenary
    |assembly|participants|members(?:hip)?|delegates|delegations|chair(?:s|man|woman|person)?|forum|team|consortium|conference|task[ ]force|workshop
    |room|people|folks|everyone|attendees|WGs?|TC|SC|TSC|CPC|CTC|TAG|DT|IG|CG|(?:ISO|IEC)(?:/[A-Z]+)*/?(?:TC|SC|JTC|WG)[ ]?\d+(?:/\w+[ ]?\d+)*|we)"""
_OFFICE = r"""(?:(?:co-?|vice-?)?chairs?(?:man|woman|person)?|secretar(?:y|iat)s?|editors?|authors?|conven[eo]rs?|rapporteurs?
    |committee[ ]managers?|project[ ]leaders?|staff|members|participants|director|ADs?|NSBs?|national[ ]bodies|delegates|experts)"""
_DOING = r"""(?:posted|published|submitted|sent|circulated|forwarded|uploaded|distributed|issued|released|updated|prepared|drafted
    |established|created|organi[sz]ed|reactivated|resumed|closed|merged|added|removed|revised|conveyed|initiated|launched|piloted
    |adopted|deleted|renamed|moved|made[ ]available|put[ ]on(?:line|to)?|transferred|dispatched|communicated|produced|developed|opened
    |announced|replaced|corrected|started|carried[ ]out|set[ ]up|put[ ]in[ ]place|finali[sz]ed|completed)"""

ENGLISH_GRAMMAR = Grammar(
    labels=re.compile(
        r"""[>*_\#\[(\s→-]*(?:<\w+>\s*)?
        (?P<label>(?i:actions?|action[ -](?:items?|points?)|decisions?|resolutions?|recommendations?|conclusions?|agreements?
            |outcomes?|follow[- ]?ups?|agreed|resolved|decided|todos?|to[ ]dos?|next[ ]steps?)|AIs?|APs?|AGREE|DECIDE)\b
        (?P<qualifier>[^:\n]{0,60}?)
        (?:[\])*_]*\s*:(?=\s|$|\*)|\s[-–—](?=\s)|(?<=[a-z]),(?=\s[a-z]))[*_]*\s*""",
        re.VERBOSE,
    ),
    shouts=re.compile(
        r"""[>*_\#\[(\s→-]*(?P<label>ACTIONS?|AGREED|RESOLVED|DECIDED|DECISION|RESOLUTION|TODO)\b(?!\s+(?:ITEMS?|REQUIRED|POINTS?)\b)
        (?P<qualifier>\s+(?:19|20)\d\d-\d\d-\d\d)?\s+(?=[(\[@\#\w"“])""",
        re.VERBOSE,
    ),
    label_kinds=(
        (_pattern(r"decision|resolution|resolved|decided|agreed?|agreements?|conclusion|decide|outcome"), "decision"),
        (_pattern(r"recommendation"), "recommendation"),
        (_pattern(r"."), "action"),
    ),
    done=re.compile(
        r"[\[(–—:-]\s*(?i:done|closed|completed?|dropped|withdrawn|finished|cancelled|resolved|obsolete)\b(?!\s*by)|^\s*\[[xX]\]|✅|☑|✔"
        r"|^\s*(?i:done|closed|completed|dropped)\b"
    ),
    body=_pattern(rf"(?:{_BODY})(?:[ ]\([^)]{{1,30}}\))?(?:[ ]of[ ](?:the[ ])?[\w/ -]{{2,40}}?)?(?:,[^,]{{3,300}},)?"),
    decided=_pattern(
        rf"(?:[ ](?:has|have|had|then|also|further(?:more)?|unanimously|therefore|thus|strongly|generally|finally|formally|provisionally|informally|hereby|all))*[ ]{_DID}\b"
    ),
    charged=_pattern(
        rf"""(?:task(?:s|ed)|request(?:s|ed)|ask(?:s|ed)|instruct(?:s|ed)|direct(?:s|ed)|mandate[sd]?|invite[sd]?)[ ]((?:the[ ])?[\w/ -]{{2,50}}?)[ ]to[ ][a-z]
        |\b((?:the[ ])?(?:(?-i:[A-Z][\w/]*)[ ]){{0,3}}(?:{_OFFICE}))[ ](?:would|should|will|shall|is[ ](?:requested|asked|instructed|invited)|are[ ](?:requested|asked|instructed|invited)|was[ ](?:requested|asked|instructed|tasked)|to)[ ]"""
    ),
    impersonal=_pattern(
        rf"""\b(?:it[ ](?:was|is|has[ ]been)[ ](?:also[ ]|then[ ]|further[ ]|finally[ ]|therefore[ ]|unanimously[ ]|generally[ ])*
            (?:agreed|decided|resolved|concluded|recommended|requested|determined)\b
        |(?:motion|ballot|vote|proposal|resolution|amendment|charter)\b[^.;]{{0,80}}?\b(?:has[ ]|was[ ]|were[ ])*(?:passe[sd]|carrie[sd]|approved|adopted|accepted|closed[ ]with)\b
        |(?<!that[ ])(?<!which[ ])(?<!who[ ])\b(?:was|were|is|are|has[ ]been|have[ ]been)[ ](?:also[ ]|then[ ]|unanimously[ ]|formally[ ]|duly[ ]|re-?)*(?:approved|endorsed|accepted|appointed|elected|re-?elected|selected|nominated|designated|disbanded|ratified|enacted)\b
        |\b(?:re-?)?elected[ ]as\b
        |^(?:agreed|decided|resolved)[ ](?!with\b|upon\b|by\b)(?:to|that|on|not|this|the|we|in|as)\b
        |^(?:conversation|discussion|issue|topic|this|it)?[ ]?(?:was[ ]|is[ ]|will[ ]be[ ])?(?:returned|taken|moved|brought|take|move|bring)(?:[ ](?:this|it|that|back|discussion|conversation))?[ ]to[ ](?:the[ ])?(?:mailing[ ])?list\b)"""
    ),
    agreement=_pattern(
        r"""^(?:(?:there[ ](?:is|was)|we[ ](?:have|had|reached)|reached)[ ])?(?:a[ ])?(?:the[ ])?(?:rough[ ]|general[ ]|broad[ ]|clear[ ]|full[ ]|unanimous[ ]|strong[ ])*
        (?:(?:agreement|consensus|decision)(?![ ]+(?:on[ ]hold|vs|in[ ](?:tokyo|the[ ]past)|call))[ ]?(?:(?:is|was|that|to|on|for|from|in[ ]favou?r|reached|among|around|of)\b|:)
        |no[ ](?:objections?|concerns?|opposition|disagreement)\b(?![ ]*(?:yet|so[ ]far)))"""
    ),
    bare=_pattern(
        r"""[-–—*•\s]*(?:(?:rough[ ]|general[ ]|full[ ])?(?:agreement|consensus)(?:[ ](?:in|from|of)[ ](?:the[ ])?(?:room|group|meeting))?
        |agreed(?:[ ]by[ ](?:all|everyone|consensus))?|approved(?:[ ]unanimously)?|resolved|adopted|accepted|carried|passed|unanimously[ ]agreed
        |(?:the[ ])?(?:motion|proposal|vote)[ ](?:is[ ]|was[ ]|has[ ])?(?:carrie[sd]|passe[sd]|approved|adopted|accepted)(?:[ ]unanimously)?
        |no[ ]objections?(?:[ ](?:heard|raised|voiced))?)[.!]?"""
    ),
    asked=_pattern(
        r"""\b(?:is|are|was|were|be)[ ](?:also[ ]|further[ ]|kindly[ ]|therefore[ ]|hereby[ ]|strongly[ ])*(?:requested|invited|encouraged|asked|urged|instructed|tasked|mandated|directed|advised)[ ](?:to|that)\b"""
    ),
    operative=_pattern(
        rf"""(?:further[ ]|also[ ])?(?:resolves|decides|agrees|requests|invites|instructs|recommends|endorses|approves|appoints|directs|encourages|urges|adopts
        |confirms|accepts|establishes|disbands|authori[sz]es|nominates|reaffirms|ratifies|concludes|elects|designates|asks|calls[ ]upon)\b(?![ ]*:?[ ]*$)"""
    ),
    commits=re.compile(
        r"""(?:['’]ll|['’]re\sgoing\sto|\s(?:
            (?:will|shall)(?:\s(?:also|then|now|try\sto|help|start|continue\sto))*
            |(?:is|are)\sgoing\sto))
            \s(?!(?:be|not?|never|have|need|likely|probably|already|only|use|cover|remain|take\splace|run\sfrom|meet|happen|last)\b)[a-z]{2,}
        |\s(?:
            to\s(?!(?:be|its|the|an?|his|her|their|our|this|that|all|each|date)\b|do\b\s*$)[a-z]{2,}
            |(?:has\s|have\s)?(?:volunteer(?:ed|s)?|offer(?:ed|s)|agree[sd]?|promise[sd]?|plans?|intends?|expects?|undert(?:ook|akes?))\s(?:to|for)\s[a-z]+
            |(?:took|takes|has|have|had)\s(?:the\s|an\s|on\sthe\s)?(?:action|task)\b
            |(?:is\s|are\s)?scheduling\b
            |plans?\s(?:an?|the)\s)""",
        re.VERBOSE,
    ),
    agents=_pattern(
        r"""(?:(?:the|our|all|both|each)[ ])?(?-i:[A-Z][\w./-]*[ ]){0,4}?(?:(?:co-?|vice-?)?chairs?(?:man|woman|person)?|secretar(?:y|iat)s?|editors?|authors?|conven[eo]rs?
        |rapporteurs?|committee[ ]managers?|project[ ]leaders?|staff|members?|participants|everyone|group|committee|consortium|team|board|council|WG|TC|SC|TSC|CPC|DT|office|director|ADs?|NSBs?|national[ ]bodies|we|working[ ]group|task[ ]force|ad[ ]hoc|delegates|experts|liaison[ ](?:officer|representative)s?)"""
    ),
    then_decided=_pattern(r"""[ ]and[ ](?:then[ ]|therefore[ ])?(?:agreed|decided|resolved|concluded)[ ](?:to|that|on)\b"""),
    recital=_pattern(
        r"""(?:considering|noting|recogni[sz]ing|recalling|having|whereas|in[ ]view[ ]of|taking[ ]into[ ]account|bearing[ ]in[ ]mind|welcoming
        |acknowledging|given[ ]that|as[ ]the|mindful|aware)\b"""
    ),
    unnamed=re.compile(
        r"^[Ww]ill\s(?!(?:be|not|is|was|has|wants)\b)[a-z]{2,}|^To\s(?!(?:be|the|an?|not)\b|do\b\s*$)[a-z]{2,}(?!.*(?:,\s(?:you|please|we|it)|\s(?:has|have|is|are|was|were|will))\b)"
    ),
    promised=_pattern(
        r"""\bI(?:['’]ll|[ ]will|[ ]can|[ ]already|[ ]have|[ ]did)?[ ](?:already[ ])?(?:take|have|took|got)[ ](?:the|an|that|this|on[ ]the)[ ]action\b
        |^(?:an?[ ])?action[ ](?:taken[ ]|item[ ])?(?:to|for)[ ]
        |^(?:(?:yes|ok|okay|sure|right|agreed)[,.;:]?[ ])?(?:I(?:['’]ll|[ ]will|[ ]can)|will|I['’]m[ ]going[ ]to)[ ](?:also[ ]|then[ ]|try[ ]to[ ]|go[ ]and[ ])?(?:make|write|open|create|send|update|draft|prepare
            |file|submit|check|ask|contact|talk[ ]to|reach[ ]out|follow[ ]up|add|fix|review|propose|put|do[ ](?:that|it|this|so)|take[ ]care|work[ ](?:on|with)|share|post|publish|raise
            |provide|finish|merge|set[ ]up|organi[sz]e|schedule|swap|chase|look[ ]into)\b"""
    ),
    imperative=_pattern(
        r"""(?:keep|move|remove|clarify|close|merge|update|refine|add|drop|use|adopt|publish|rename|leave|split|mark|change|revert|retain|include|delete|replace)[ ](?!to\b|up\b.*\?)[a-z]"""
    ),
    arranged=_pattern(
        rf"""\bthere[ ]will[ ]be[ ](?:an?|another)[ ](?:\w+[ ]){0,2}?(?:drafts?|vote|ballot|call|poll|workshop|proposal|document|report|PR|team|review|survey)\b|\bcall[ ]for[ ]adoption[ ]on\b|\b(?:(?:will|shall|should|must|is[ ]to|are[ ]to|(?:^|[:–—-][ ]*)to)[ ](?:also[ ]|then[ ]|now[ ]|therefore[ ]|soon[ ])*be[ ](?:also[ ]|then[ ]|jointly[ ])*{_DOING})\b"""
    ),
    resolving=_pattern(
        r"""(?<!who[ ])(?<!which[ ])(?<!that[ ])\b(?:(?:resolves|decides)[ ](?:to|that)|agrees[ ]to)\b"""
    ),
    needed=_pattern(r"""\bneeds?[ ]to[ ][a-z]+"""),
    moved=_pattern(r"""\b(?:motion|moves?|moved|proposal)[ ](?:is[ ]|was[ ]\w+[ ]by[ ][\w ]+?[ ])?(?:to|that|for|of)\b"""),
    plans=_pattern(r"""^(?:plans?|next[ ]steps?|way[ ]forward|actions?|the[ ]plan)\b.*:$|\b(?:agreed|decided|resolved)(?:[ ](?:that|to|on|as[ ]follows|(?:on[ ])?the[ ]following[^.]*))?:$|\b(?:next[ ]steps|following[ ](?:actions|decisions|steps))\b[^.]*:$"""),
    routine=_pattern(
        r"""\b(?:agenda|minutes|notes|report[ ]of[ ]the[ ](?:last|previous)[ ]meeting)\b[^.;]{0,60}\b(?:adopt|approv|accept|confirm|agreed)
        |\b(?:adopt|approv|accept|confirm)\w*[ ](?:of[ ])?(?:the[ ])?(?:\w+[ ]){0,4}?(?:agenda|minutes|notes)\b
        |\breport\b[^.;]{0,60}\b(?:was|were|is)[ ](?:approved|adopted|accepted)|^(?:plan(?:ned)?[ ]for[ ])?next[ ](?:\w+[ ])?(?:meeting|call|telecon)s?\b[^.;]{0,60}$|\bthank|\bappreciation\b|\bgratitude\b|\bnext[ ](?:\w+[ ])?(?:meeting|call|telecon|plenary|session)s?\b[^.;]{0,40}\b(?:will[ ]be|is|was|on|planned|scheduled)\b
        |\bdrafting[ ]committee\b|\bmeeting[ ](?:was[ ])?(?:adjourned|closed|opened|called)|\b(?:took|takes?)[ ]note\b|\bmotion[ ]to[ ](?:adjourn|accept[ ]the)
        |\bresolutions?\b[^.;]{0,40}[ ](?:was|were|has[ ]been|have[ ]been)[ ](?:read|taken|approved|adopted)\b|\bquorum\b"""
    ),
    supposed=_pattern(
        r"""^(?:if|unless|should[ ]we|whether|suppose|what[ ]if|in[ ]case|maybe|perhaps)\b"""
    ),
    reported=_pattern(
        r"""\b(?:said|says|mention(?:ed|s)|noted|notes|report(?:ed|s)|asked|asks|suggest(?:ed|s)|propose[sd]?|think(?:s)?|thought|believe[sd]?|wonder(?:s|ed)?|explain(?:ed|s)|point(?:ed|s)[ ]out|remind(?:ed|s)|hope[sd]?|wants?|would[ ]like|argue[sd]|stated|clarified|commented|informed|remarked|observed|felt|considered|told|recalled|stressed|announced|question|concern(?:ed|s)?)\b"""
    ),
    never_names=frozenset(
        """this that these those it there here they he she you who what which when where why how some someone anyone everything something
        nothing any no not all both each one two three four if but and or so then also because while since until once after before
        work issue issues proposal suggestion note question answer need needs next still maybe yes see currently please thanks
        time plan plans planning review goal idea discussion discussions link links pr prs want looking want going waiting ready able happy
        hope hoping trying like likely due up back down how according subject want wants used able in on at for from with
        ways way intent option options one first second third more most many much lots decision decisions""".split()
    ),
)
