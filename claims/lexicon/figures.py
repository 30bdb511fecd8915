# ruff: noqa: E501 -- word lists read better in long lines
"""Words around figures and dates, a language each: clock times, labels, shares, ranges, ends of periods, feasts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from claims.folding import folded
from claims.lexicon.build import any_of, fold_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Patterns over folded text; an empty one means that the language has no such rule."""

    clock: str = ""  #: an hour of the day with its digits
    labels: str = ""  #: nouns whose number is a name: "Article 50", "الدقيقة 88"
    one_in: tuple[str, ...] = ()  #: shares of persons: {k} in {n}, with {o} for an ordinal
    share_words: Mapping[str, int] = field(default_factory=dict)  #: small numbers allowed as {k}
    change: str = ""  #: verbs behind which "from X to Y" are two values and "to X" is no bound
    change_from: str = ""  #: what opens such a pair
    change_to: str = ""  #: what stands between its ends
    up_to: str = ""  #: a bound, unless a verb of change stands before it
    spans: tuple[tuple[str, str, str], ...] = ()  #: what stands before, between and behind two dates of one period
    lasting: str = ""  #: behind a date: from then on
    ending: str = ""  #: behind a date: up to then
    ends: tuple[tuple[str, str], ...] = ()  #: the part of a unit that is running, as "the end of the month", with {U}
    end_words: str = ""  #: the same in one word, "Jahresende", with groups named by unit
    season_alone: str = ""  #: what makes a season without a year a date
    feasts: Mapping[str, tuple[int, int]] = field(default_factory=dict)  #: month and day; 0 where the day moves
    partitive: str = ""  #: "nine of them"
    joined: str = ""  #: between two parts of one duration
    between_unit: str = ""  #: adjectives between a number and its unit
    collective: str = ""  #: number words that are never exact
    future_raw: str = ""  #: future forms that only an accent tells apart, over text as written
    past: str = ""  #: past forms
    past_raw: str = ""  #: past forms that only an accent tells apart, over text as written
    past_one: str = ""  #: the whole unit up to publication: "over the past {U}"
    behind: tuple[tuple[str, str], ...] = ()  #: a part or a frame told behind a date: "2026 sonuna", "2024年初"
    year_ahead: str = ""  #: nouns that a year stands before: "2026 sonuna", "2028 Olimpiyatları"
    events: str = ""  #: what a day without a year names: "the October 7 attack"
    indefinite: str = ""  #: powers and dozens that count nothing by themselves: "millions of people"
    no_share: str = ""  #: behind a fraction: "half past three", "un quart de finale"
    half: str = ""  #: fractions that count only before a unit or a power: "yarım bıraktı" is no 0.5
    minus: str = ""  #: before a number: "minus 5 degrees"
    below: str = ""  #: behind a temperature: "5 degrees below zero"
    further: str = ""  #: between comparator and number: "at least another 30"
    address: str = ""  #: the number of a house, with the group n
    heads: str = ""  #: nouns that even a number like a year may count: "2024 people"
    uncounted: str = ""  #: stretches whose numbers count and rank nothing: names of rounds, wars, groups
    unplaced: tuple[str, ...] = ()  #: times that only another one places, "the same year", and dates in names
    week_of: tuple[str, ...] = ()  #: "the second week of April", with {o} or {last} and {m}, {y}
    day_alone: tuple[str, ...] = ()  #: a day of the month told by its number alone, with {d}
    days_of: tuple[tuple[str, str], ...] = ()  #: "the 14th of this month": -1, 0 or 1 months away, with {d}


_FIGURES: dict[str, Figures] = {
    "en": Figures(
        past_one="(?:over|in|during|for|within) the (?:past|last) {U}|the past {U}", events="attacks?|massacre|bombings?|shootings?|coup|uprising|revolution|movement|elections?|referendum|riots?|ceasefire|assault",
        indefinite="dozens|hundreds|thousands|tens|millions|billions|trillions", no_share=r"past(?= \p{l}+)|of an hour|-?(?:time|mast|brother|sister|century|hour)|(?:final|finals|back|backs)(?!\w)|of the (?:match|game|season|year)",
        minus="minus|negative", below="below(?: zero| freezing)?", further="another|an additional|a further|an extra|some", heads="people|men|women|children|jobs|workers|homes|votes|deaths|cases",
        address=r"(?P<n>\d{1,4}\p{l}?)(?: (?!(?:in|on|at|of|the|a|to|from|near|by|and|for|people)\b)[\p{l}'.]+){1,2} (?:street|st|avenue|ave|road|lane|drive|boulevard|square|terrace|crescent)|(?P<n>\d(?:\.\d)?)[- ]magnitude|the group of (?P<n>7|8|20|77)(?! (?:\p{l}+s|people|men|women|children)(?!\w))",
        ends=(("late", "(?:the )?(?:end|close) of (?:the|this) {U}"), ("early", "(?:the )?(?:start|beginning) of (?:the|this) {U}"), ("middle", "the middle of (?:the|this) {U}")),
        clock=r"(?:at |by |around |until |from )?\d{1,2}(?:[.:]?\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'?clock|gmt|utc|est|edt|bst|local time)|at \d{1,2}[.:]\d\d"
        r"|(?:between|from) \d{1,2}(?:[.:]\d\d)? (?:and|to) \d{1,2}(?:[.:]?\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'?clock)"
        r"|(?:(?:a )?quarter|half|{h}(?:[ -]five)?(?: minutes?)?) past {h}(?! (?:per ?cent|percent|million|thousand|hundred))"
        r"|{h}(?:[ -]five)? minutes? to {h}(?! (?:hours|minutes|days|weeks))"
        r"|(?:at|by|until|till|since|around|about|before|after|it was) (?:(?:a )?quarter|five|ten|twenty(?:[ -]five)?) to {h}(?=\s*(?:[,.;:!?)]|$)| (?:in|on|when|that|and|the|this|local)(?!\w))"
        r"|(?<!from |between |aged )(?:a quarter|twenty(?:[ -]five)?) to (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:[,.;:!?)]|$)| (?:in|on|at|when|that|and|the|this|before|after|as)(?!\w))",
        day_alone=(
            r"the {d}(?:st|nd|rd|th)(?<=(?<!\w)(?:on|by|until|till|before|since|after) the \S+)(?=\s*(?:[,.;:!?)]|$)| (?:and|but|or|to|when|at|after|because|that|with|as|for|by|he|she|they|it|the|a|his|her|their)(?!\w))",
        ),
        days_of=(("-1", "the {d}(?:st|nd|rd|th) of last month"), ("0", "the {d}(?:st|nd|rd|th) of (?:this|the current) month"), ("1", "the {d}(?:st|nd|rd|th) of (?:next|the coming) month")),
        labels=any_of("route article section chapter page paragraph flight highway number no no. gate platform phase unit building room apartment district mile kilometre minute clause rule resolution amendment schedule lane channel episode season version volume stage studio courtroom ward pier terminal week day act line formula magnitude channel exit"),
        one_in=("{k} (?:in|out of) (?:every )?{n}(?![.,]\\d)(?! (?:days?|weeks?|months?|years?|hours?|minutes?))", "every {o} (?!time|day|week|month|year)"),
        share_words={"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, **{str(n): n for n in range(2, 10)}},
        change=any_of("rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing drop drops dropped climb climbs climbed jump jumps jumped increase increases increased increasing decrease decreased decline declines declined widen widened widens narrow narrowed cut cuts raise raises raised lower lowered double doubled up down went gone goes slip slipped slid sink sank soar soared surge surged shrink shrank change changed move moved slow slowed accelerate accelerated ease eased extend extended extends reduce reduced expand expanded"),
        change_from="from", change_to="to", spans=(("between", "and", ""), ("from", "to|until|till|through", ""), ("", "to|until|through", "")),
        season_alone="in(?: the)?|during the|until|before|by",
        feasts={"christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31), "new year's day": (1, 1), "halloween": (10, 31), "valentine's day": (2, 14), "thanksgiving day": (11, 0), "thanksgiving": (11, 0)},
        partitive=r"of(?= (?:the|them|those|these|its|his|her|their|our))|(?<!(?<!\w)(?:the|these|those|all|both)\s\S{1,20}\s)(?:were|are|have|had|died|survived|remain|remained)", joined="and|, and|,", between_unit="full|whole|consecutive|straight|long|calendar|working|more|nautical",
        past=r"\p{l}{2,}ed|was|were|had|did|went|came|took|said|won|lost|fell|rose|bought|sold|left|began|broke|brought|built|caught|chose|drew|drove|ate|fought|found|flew|gave|got|grew|held|hit|kept|knew|laid|led|lent|let|made|meant|met|paid|put|ran|rang|read|sang|sank|saw|sent|set|shot|showed|shut|slept|spoke|spent|spread|stood|struck|swam|taught|told|thought|threw|tore|wore|withdrew|wrote|became|has been|have been",
    ),
    "de": Figures(
        events=r"anschlage?n?|attentate?n?|terroranschlage?n?|angriffe?n?|massakers?|putsch\p{l}*|aufstand\p{l}*|wahlen?",
        indefinite="millionen|milliarden|billionen|dutzende|hunderte|tausende|zehntausende|hunderttausende", no_share="stadt(?=[ ,.])", half="halb|eine halbe|einer halben|ein halbes|einem halben",
        minus="minus", below="unter null|unter dem gefrierpunkt|frost|minus", further="weitere|weiteren|weiterer|etwa|rund", heads="menschen|personen|stimmen|fälle|tote|mitarbeiter|stellen|euro",
        address=r"(?:\p{l}*(?:strasse|str\.|straße|platz|weg|allee|gasse|ufer|damm|ring|markt)) (?P<n>\d{1,4}\p{l}?)(?= (?:in|und|wurde|an|am|im) |,|\.|$|\))",
        ends=(("late", "ende (?:des|der|dieses|dieser) {U}"), ("early", "(?:anfang|beginn) (?:des|der|dieses|dieser) {U}"), ("middle", "mitte (?:des|der|dieses|dieser) {U}")),
        day_alone=(r"(?:am|zum|bis zum|vom|seit dem|ab dem) {d}\.(?=,| (?:wurde|wurden|war|waren|hat|hatte|haben|ist|sind|wird|werden|soll|sollen|und|um|kam|ging|dieses|begann|endete)(?!\w))",),
        clock=r"zwischen \d{1,2}(?:[.:]\d\d)? und \d{1,2}(?:[.:]\d\d)? uhr|{h} minuten (?:vor|nach) (?:halb )?{h}(?= uhr|\s*(?:[,.;:!?)]|$))|um {h} minuten (?:vor|nach) (?:halb )?{h}|(?:um |gegen |ab |bis |von |nach |vor |kurz nach |kurz vor )?\d{1,2}(?:[.:]\d\d)?(?: ?(?:-|bis) ?\d{1,2}(?:[.:]\d\d)?)? uhr(?: \d\d)?|(?:um |gegen |ab |bis )?{h} uhr|(?:morgens|abends|nachts|mittags|nachmittags|vormittags|fruh) (?:um |gegen |ab |bis |kurz nach |kurz vor )?(?:halb )?{h}(?! (?:prozent|euro|millionen|meter|kilometer))|(?:um |gegen )(?:halb )?{h} (?:morgens|abends|nachts|mittags|nachmittags|vormittags|fruh)",
        labels=any_of("studio saal tempo artikel paragraf paragraph absatz kapitel seite kilometer nummer nr nr. gleis linie zimmer raum platz minute runde halle block bundesstrasse bundesstraße autobahn gruppe stufe phase klasse stärke § b a mitte ende anfang formel agenda"),
        one_in=(r"jede[rsnm]? {o}", "(?P<k>eine?r?) von {n}", "{k} von {n}"), share_words={"ein": 1, "eine": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9},
        change=any_of("stieg steigt gestiegen steigen sank sinkt gesunken sinken fiel fällt gefallen wuchs wächst gewachsen kletterte erhöhte erhöht erhöhen senkte gesenkt ging geht gegangen schrumpfte verringerte zurück kürzte steigerte gesteigert zugelegt legte verdoppelte auf"),
        change_from="von", change_to="auf", up_to="", spans=(("zwischen", "und", ""), ("von", "bis", ""), ("", "bis", "")),
        end_words=r"(?P<year>jahresende)|(?P<month>monatsende)|(?P<week>wochenende)", season_alone="im|bis zum|vor dem|ab",
        feasts={"weihnachten": (12, 25), "heiligabend": (12, 24), "silvester": (12, 31), "neujahr": (1, 1)},
        partitive=r"von(?= (?:ihnen|den|diesen))|der|davon|(?<!(?<!\w)(?:die|alle|diese|beide|ubrigen|anderen)\s\S{1,20}\s)(?:wurden|starben|sind|waren|kamen|blieben|haben|hatten)", joined="und|,", between_unit="weitere|weiteren|vollen|ganze|ganzen|volle|ersten|letzten|kommenden|aufeinanderfolgende",
        future_raw="wird|werden|beginnt|findet|finden", past=r"\p{l}{3,}te(?:n)?|worden|tra(?:t|ten)|begann(?:en)?|stieg(?:en)?|sank(?:en)?|fand(?:en)?|verlor(?:en)?|gewann(?:en)?|schloss(?:en)?|schlug(?:en)?|zog(?:en)?|wuchs(?:en)?|brach(?:en)?|griff(?:en)?|rief(?:en)?|schrieb(?:en)?|entschied(?:en)?|fielen|kamen|gingen|lagen|standen|hielten|nahmen|gaben|fuhren|starb|starben|(?:hat|haben|ist|sind) (?:\p{l}+ ){0,6}ge\p{l}+(?:t|en)|war|waren|hatte|hatten|wurde|wurden|galt|galten|lag|stand|ging|kam|blieb|fiel|hielt|lief|fuhr|gab|nahm|sprach|starb|traf",
    ),
    "fr": Figures(
        events="attentats?|attaques?|massacre|coup d'etat|manifestations|elections|referendum|revolution|emeute", past_raw=r"\p{L}{2,}(?:ait|aient|èrent|irent)|(?:a|ont|avait|avaient|avons|avez|ai|avions) (?!lieu)\p{L}+",
        indefinite="milliers|dizaines|centaines|millions|milliards|vingtaines|douzaines", no_share="de finale|de finales|d'heure|de tour|de siecle|du temps", half="un demi|une demie?",
        minus="moins", below="(?:en dessous de|au-dessous de|sous) zero|sous zero", further="autres|quelque|nouvelles|nouveaux", heads="personnes|manifestants|emplois|salaries|habitants|voix|morts|cas",
        address=r"(?P<n>\d{1,4})(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|impasse|chemin|allee|square|faubourg)",
        ends=(("late", "(?:la )?fin (?:de l'|du |de la |de cette |de ){U}"), ("early", "(?:le )?debut (?:de l'|du |de la |de cette ){U}")),
        clock=r"(?:de |a |vers |des |jusqu'a |avant |apres |depuis |entre )\d{1,2} ?(?:h|heures?)(?: ?\d\d)?(?: (?:et|a) \d{1,2} ?(?:h|heures?)(?: ?\d\d)?)?|\d{1,2} ?h ?\d\d|(?:a |vers |des |jusqu'a ){h} heures(?: moins (?:le quart|{h})| (?:du|de l'|et|precises|passees)(?: ?\p{l}+)?)?(?! d')",
        labels=any_of("studio chambre article chapitre page paragraphe numéro no n° vol autoroute ligne étage phase tome salle quai groupe minute kilomètre porte catégorie mai rn rd départementale nationale formule chaîne top magnitude"),
        one_in=(r"{k} (?:\p{l}+ )?sur {n}",), share_words={"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "neuf": 9},
        change=r"(?:pass|augment|baiss|grimp|chut|recul|progress|bond|diminu|tomb|mont|descend|recul|rel[ae]v|abaiss|port|ramen|rédui)\p{l}*".replace("é", "e"),
        change_from="de|d'", change_to="à|a", spans=(("entre", "et", ""), ("de|du", "à|au|jusqu'en|jusqu'au", ""), ("", "à|au", "")),
        season_alone="a l'|au|en|avant l'|pendant l'|d'ici l'",
        feasts={"noel": (12, 25), "le jour de l'an": (1, 1), "la saint-sylvestre": (12, 31), "la toussaint": (11, 1)},
        partitive=r"d'entre|de(?= (?:ces|ses|leurs|nos))|des|(?<!(?<!\w)(?:les|ces|tous)\s\S{1,20}\s)(?:ont|sont|furent|etaient)", joined="et|,", between_unit="premieres|premiers|dernieres|derniers|prochaines|prochains|autres|nouvelles|longues|bonnes|petites|grands",
        collective="centaine|centaines|dizaine|dizaines|vingtaine|trentaine|cinquantaine|quinzaine|quarantaine|soixantaine|millier|milliers",
        future_raw=r"a lieu|ont lieu|aura lieu|débute|débutent|commence|affronte|se déroule|ouvre", past=r"(?:ont|est|sont|avait|etait) (?!lieu)\p{l}+",
    ),
    "es": Figures(
        events="atentados?|ataques?|masacre|golpe|elecciones|referendum|revolucion|manifestacion|movimiento", past_raw=r"\p{L}{2,}(?:ó|aron|ieron|aba|aban|ía|ían)|fue|fueron|ha(?:n|bía|bían)? (?:sido )?\p{L}+d[oa]s?|murió|hizo|dijo|dio|vino|tuvo|pudo|puso",
        indefinite="miles|millones|decenas|docenas|centenares|millares|cientos|billones", no_share="de hora|de finales?|de siglo", half="medio",
        minus="menos", below="bajo cero", further="otros|otras|unos|unas|nuevos|nuevas", heads="personas|manifestantes|empleos|trabajadores|habitantes|votos|muertos|casos",
        address=r"(?:calle|avenida|plaza|paseo|carrera|ronda|travesia|camino)(?: [\p{l}.]+){1,4}(?:, (?:numero |n\.? ?|no\.? )?| numero )(?P<n>\d{1,4})|(?P<n>\d{1,3}) (?:aniversario|edicion|congreso|cumpleanos)|(?P<n>\d{1,2}-[smajf])|el (?P<n>once) (?:titular|inicial)",
        ends=(("late", "(?:finales|fines|final|fin) (?:de|del|de la|de este|de esta) {U}"), ("early", "(?:principios|comienzos|inicios) (?:de|del|de la|de este|de esta) {U}")),
        day_alone=("el (?:pasado |próximo )?día {d}(?! (?:de|del)(?!\\w))",),
        clock=r"entre las \d{1,2}[.:]\d\d y las \d{1,2}[.:]\d\d|de \d{1,2}(?:[.:]\d\d)? a \d{1,2}(?:[.:]\d\d)? horas|(?:a|hacia|desde|sobre|hasta|de) las? \d{1,2}(?:[.:]\d\d)?(?: (?:horas|h|de la \p{l}+))?|\d{1,2}[.:]\d\d (?:horas|h)|(?:a|hacia|desde|sobre|hasta) las? {h}(?: y \p{l}+)? de la (?:manana|tarde|noche|madrugada)",
        labels=any_of("vuelo estudio artículo capítulo página párrafo número no ruta autopista línea fase sala puerta grupo minuto kilómetro piso nivel grado fórmula antena canal ley real_decreto magnitud nacional carretera"),
        one_in=(r"{k} de cada {n}",), share_words={"uno": 1, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "siete": 7, "ocho": 8, "nueve": 9},
        change=r"(?:pas|aument|subi|subió|baj|cay|creci|descend|disminu|reduj|redu[cj]|elev|increment|trep|retroced)\p{l}*",
        change_from="de|del|desde", change_to="a|al|hasta", up_to="hasta(?: (?:los|las|el))?", spans=(("entre", "y", ""), ("de|desde|del", "a|al|hasta", ""), ("", "a", "")),
        season_alone="en el|en la|antes del|durante el|para el|hasta el",
        feasts={"navidad": (12, 25), "nochebuena": (12, 24), "nochevieja": (12, 31), "ano nuevo": (1, 1)},
        partitive=r"de(?= (?:ellos|ellas|los|las|sus))|(?<!(?<!\w)(?:los|las|estos|estas|esos)\s\S{1,20}\s)(?:resultaron|fueron|murieron|quedaron|siguen|permanecen|fallecieron)", joined="y|,", between_unit="primeros|primeras|últimos|últimas|próximos|próximas|largos|buenos",
        collective="centenares|decenas|millares|centenar", future_raw=r"se celebra|se celebran|tiene lugar|comienza|comienzan|arranca|empieza|disputa|\p{L}{2,}(?:rá|rán|remos|ré)|(?<!(?<!\p{L})(?:la|una|de|del|en|su|cada|esta|esa|con|por|para|y|e|o|nueva|gran|otra|antigua) )(?!\p{L}*(?:qu|f|sug|ing|dig|h|adh)ería|\p{L}*quiría|habr)(?:\p{L}+[aei]r|\p{L}*(?:tendr|pondr|vendr|saldr|har|dir)|podr|sabr|cabr|querr|valdr)ían?(?! (?:haber|\p{L}+(?:ó|aron|ieron))(?!\p{L}))|para (?:el|la) (?:próximo |próxima )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mes)", past=r"\p{l}{2,}(?:aron|ieron)|fue|fueron|habia",
    ),
    "ru": Figures(
        events=r"теракт\p{l}*|атак\p{l}{1,3}|нападени\p{l}{1,3}|резн\p{l}{1,2}|восстани\p{l}{1,2}|путч\p{l}*|выбор(?:ы|ов|ах)|событи\p{l}{1,3}",
        indefinite="десятки|сотни|тысячи|миллионы|миллиарды|десятков|сотен|тысяч|миллионов|миллиардов|десятками|сотнями|тысячами", no_share="часа|финала|века",
        minus="минус", below="мороза|ниже нуля|холода", further="еще|другие|других", heads="человек|рабочих|сотрудников|жителей|голосов|случаев|рублей|долларов",
        address=r"(?:ул\.|улица|улице|проспект\p{l}*|пр\.|переулок|переулке|шоссе|набережная|набережной)(?: [\p{l}.]+){1,3}(?:, (?:дом |д\. ?)?| дом )(?P<n>\d{1,4})(?!-|\s?год)",
        ends=(("late", "кон(?:ца|це|цу) (?:этого |текущего )?{U}"), ("early", "начал[аеу] (?:этого |текущего )?{U}")),
        day_alone=(r"{d}(?:-?го|-?е)? числ(?:а|е|у|о)(?! кажд)",),
        clock=r"(?:между|с) \d{1,2}[.:][0-5]\d (?:и|до) \d{1,2}[.:][0-5]\d(?=\s*(?:[,.;:!?)]|$)| (?:часами|мск|по)(?!\w))|(?:{h}(?: {h})? минут[аы]?|половин[аеу]|четверть) (?:первого|второго|третьего|четвертого|пятого|шестого|седьмого|восьмого|девятого|десятого|одиннадцатого|двенадцатого)|с \d{1,2}(?:[.:]\d\d)? до \d{1,2}(?:[.:]\d\d)? (?:час(?:ов|а)?|ч)|(?:в|к|около|до|после|с) \d{1,2}(?:[.:]\d\d)? (?:час(?:ов|а)?|ч)(?: (?:утра|вечера|дня|ночи|\d\d минут))?|в \d{1,2}[.:]\d\d|(?:в|к|около|до|после|с) {h}(?: час\p{l}*)? (?:утра|вечера|дня|ночи)",
        labels=any_of("рейс рейса рейсе рейсом кабинет кабинете зал зале палате палата маршрут статья статьи статье статью статьёй глава главе главы страница странице страницы номер № шоссе трасса м-4 линия этап фаза группа дом квартира минута минуте километр километре школа школе пункт канал формула группа группы магнитудой магнитуда номером"),
        one_in=(r"кажд\p{l}{2,3} {o}", "{k} из {n}"), share_words={"двое": 2, "трое": 3, "четверо": 4, "пятеро": 5, "шестеро": 6, "семеро": 7, "семь": 7, "восемь": 8, "девять": 9},
        change=r"(?:вырос|выраст|выро|возрос|возрастет|увелич|повыс|повыш|подня|подним|сниз|сниж|упа|пада|сократ|сокращ|уменьш|опуст|прибав|подорож|подешев)\p{l}*",
        change_from="с|со", change_to="до", up_to="до", spans=(("между", "и", ""), ("с|со|от", "по|до", ""), ("в", "и", "гг")),
        season_alone="", feasts={"рождества": (1, 7), "рождество": (1, 7)},
        partitive=r"из(?= (?:них|этих))|(?:получили|погибли|были|остались|остаются|пострадали|умерли|ранены)", joined="и|,", between_unit="последних|первых|полных|подряд|лишних|новых",
        past=r"(?!числ)\p{l}{2,}л(?:а|о|и)?(?:с[яь])?",
    ),
    "tr": Figures(
        events=r"(?:\p{l}+ )?(?:saldırı\p{l}*|darbe\p{l}*|seçim\p{l}*|deprem\p{l}*|katliam\p{l}*|terör\p{l}*|zafer\p{l}*|olay\p{l}*|süreci\p{l}*|hareketi\p{l}*)",
        past=r"(?!yedi|kendi|simdi|hindi)\p{l}{2,}(?:di|du|ti|tu)(?:ler|lar|k|m)?|\p{l}{2,}(?:misti|mustu)",
        year_ahead=r"(?:anayasa|arasi|dönemi|yillari|sonu|bas|orta|once|sonra|yaz|seçim|olimpiyat|bütçe|deprem|sezon|şampiyona)\p{l}*|kupasi\p{l}*|model|mali|yerel|genel|dunya|avrupa|fifa|uefa|paris|yarisi\p{l}*",
        behind=(("late", r"(?:'?n?[iu]n)?\s+sonu(?:nda|na|ndan)?(?:\s+(?:itibariyle|itibariyla))?"), ("early", r"(?:'?n?[iu]n)?\s+(?:basi|baslari)(?:nda|na|ndan)?"), ("middle", r"(?:'?n?[iu]n)?\s+ortasi?(?:nda|na|ndan|nin|larinda)?"), ("before", r"(?:'?(?:den|dan|ten|tan))?\s+once(?:si\p{l}*|ki)?|\s+oncesi\p{l}*"), ("after", r"(?:'?(?:den|dan|ten|tan))?\s+sonra(?:si\p{l}*|ki)?|\s+sonrasi\p{l}*")),
        indefinite="onlarca|yüzlerce|binlerce|milyonlarca|milyarlarca", half="yarım|çeyrek", no_share="",
        minus="eksi|sıfırın altında", below="", further="daha", heads=r"kişi\p{l}*|işçi\p{l}*|insan\p{l}*|lira\p{l}*|öğrenci\p{l}*|asker\p{l}*|ev\p{l}{0,3}|vaka\p{l}*",
        address=r"(?:cadde\p{l}*|sokak|sokağ\p{l}*|bulvar\p{l}*|mahalle\p{l}*),? no ?[:.]? ?(?P<n>\d{1,4})|(?P<n>\d(?:[.,]\d)?) büyüklü\p{l}*",
        ends=(("late", r"(?:bu )?{U} sonu\p{l}*"), ("early", r"(?:bu )?{U} basi\p{l}*")),
        day_alone=(r"(?<!her )ayın {d}'\p{l}+",),
        clock=r"\d{1,2}[.:][0-5]\d (?:ile|-) \d{1,2}[.:][0-5]\d aras\p{l}+|(?:bire|ikiye|üçe|dörde|beşe|altıya|yediye|sekize|dokuza|ona|biri|ikiyi|üçü|dördü|beşi|altıyı|yediyi|sekizi|dokuzu|onu) (?:çeyrek|buçuk|{h}(?: {h})?) (?:kala|geçe|var|geçiyor)|saat(?:ler\p{l}*)? \d{1,2}(?:[.:]\d\d)?(?:'?\p{l}{1,5})?(?: (?:ile|-) \d{1,2}(?:[.:]\d\d)?(?:'?\p{l}{1,5})?)?",
        labels=any_of("madde sayfa bölüm paragraf numara no kat oda hat faz grup kilometre dakika sınıf etap no: kanal formula"),
        one_in=(r"her {n} \p{l}+ (?P<k>biri|ikisi|ucu)\p{l}*", ), share_words={"biri": 1, "ikisi": 2, "ucu": 3},
        change=r"(?:yüksel|art|düş|çık|in|azal|gerile|tırman|geç)\p{l}*", change_from="", change_to="",
        spans=(("", r"(?<=[dt][ae]n\s)", r"'?y?[ae]?\s+kadar"), ("", "ile|ila|ve|-|–", r"(?:\s*(?:yillari|yili|tarihleri))?\s*(?:arasi\p{l}*|doneminde)")),
        lasting=r"(?:'?(?:den|dan|ten|tan))?\s+(?:beri|bu yana|itibaren)", ending=r"(?:'?(?:e|a|ye|ya|ne|na))?\s+kadar",
        season_alone="", feasts={"yilbasi": (1, 1), "yilbasinda": (1, 1), "29 ekim'de": (10, 29)},
        partitive="", joined="", between_unit="tam|uzun",
    ),
    "fa": Figures(
        ends=(("late", "(?:پایان|اواخر) (?:امسال|{U})"), ("early", "(?:آغاز|ابتدای|اوایل) (?:امسال|{U})")),
        minus="منفی", below="زیر صفر", uncounted=any_of("بانوی_اول وهله_اول درجه_اول درجه_یک درجه_دو سوم_شخص جهان_سوم نقش_اول شخص_اول دست_اول دست_دوم معاون_اول یازده_سپتامبر چهل_ستون هشت_بهشت هفت_سین چهارشنبه_سوری")
        + r"|جنگ(?:های)? جهانی (?:اول|دوم|سوم)|(?:دسته|لیگ|لیگ دسته) (?:اول|دوم|سوم|یک|دو)|(?:یک[ \u200c])?(?:چهارم|هشتم|شانزدهم)[ \u200c]نهایی|نیمه[ \u200c]?نهایی|هفت[ \u200c]?تیر|سی[ \u200c]?و[ \u200c]?سه[ \u200c]?پل|منفی \d+(?:[.,]\d+)?(?! درجه سانتی)|(?:هزاره|سده|قرن) \p{L}+ (?:پیش|قبل) از میلاد"
        r"|(?:شاه|پادشاه|ملکه|پاپ|سلطان|امپراتور|خلیفه|شاهزاده|تزار|بانک|خیابان|میدان|کوچه|بلوار|شهید)(?: \p{L}+){1,3} (?:اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم)|(?:رضا|محمدرضا|ناصرالدین|شاه|داریوش|خشایارشا|کوروش|اردشیر|شاپور|یزدگرد|خسرو|عباس|اسماعیل|طهماسب|ناپلئون|لویی|هنری|چارلز|جورج|ادوارد|ویلیام|الیزابت|کاترین|نیکلاس|الکساندر|فردریک|ویلهلم|فیلیپ|پل|بندیکت|ژان‌پل|عبدالله|مراد|سلیم|محمود|رامسس)(?: شاه)? (?:اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|چهاردهم|شانزدهم)",
        unplaced=(
            r"(?:{d} )?{sm}[ \u200c]?(?:ماه )?\d{2}(?!\d)", r"سال \d{2}(?!\d|[.,]\d)", r"دهه (?:1[34]\d0|\d{2}|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|ده|اول|دوم|سوم|چهارم|پنجم|ششم|هفتم)(?: (?:میلادی|خورشیدی|شمسی|زندگی\p{L}*))?(?!\d)", r"(?:قرن|سده) {o} (?:هجری|خورشیدی|شمسی)\p{L}*",
            r"(?:حملات|حمله|کودتای|انقلاب|خیابان|میدان|قیام|حادثه|عملیات|جنبش|پل|رویداد|تظاهرات|اعتراضات|فاجعه|واقعه|اتوبان|بیمارستان|دانشگاه|انتخابات|مسجد|ورزشگاه|پارک|شهدای) {d} (?:{m}|{sm})",
            r"{x} (?:قبل|بعد|پیش از آن|پس از آن|بعد از آن|قبل از آن)", r"(?:همان|آن) {x}", r"{w} هفته (?:گذشته|آینده|قبل|پیش|جاری)", r"سال (?:گذشته|جاری|آینده) میلادی", r"(?:نماز|امام|امامان|خطبه\p{L}*|ائمه|هر|روزهای) {w}",
            r"(?:\d{1,2}|سه|شش|نه|چهار|پنج|هشت|ده)[ \u200c]?ماه(?:ه)? (?:اول|نخست|دوم|ابتدایی|ابتدای|پایانی)(?: (?:سال )?(?:{y}|جاری|گذشته))?(?: امسال| سال)?", r"هفته {o} (?:ماه )?{sm}", r"(?:نیمه|نیم‌سال|نیمسال) (?:{o}|پایانی)(?! {y})",
        ),
        week_of=(r"هفته {o} (?:ماه )?{m}(?: {y})?",),
        clock=r"ساعت (?:حدود )?(?:{h}|\p{l}*\d{1,2}(?:[.:]\d\d)?)(?: و (?:نیم|ربع|\d{1,2} دقیقه|\p{l}+(?: و \p{l}+)? دقیقه))?", labels=any_of("ماده صفحه فصل بند شماره دقیقه کیلومتر اتاق خط طبقه تبصره گروه کربن تلفن بوئینگ ایرباص کانال خیابان کوچه پلاک"),
        one_in=(r"{k} \p{l}+ از هر {n}", r"از هر {n} (?:نفر )?{k}"), share_words={"یک": 1, "دو": 2, "سه": 3},
        change=any_of("رسید رسیده افزایش کاهش رساند"), change_from="از", change_to="به", up_to=r"(?<!از [^.]{1,30})تا", spans=(("بین|از", "تا|و|الی", ""), ("", "تا", "")),
        past=r"\p{l}*(?:کرد|شد|بود|داد|گفت|رفت|آمد|گرفت|داشت|یافت|رسید|کشت|مرد|زد|ساخت|برد|دید|نوشت|خواند)(?:ند|م|یم|ه|ه\u200c?اند|ه است|ه بود)?",
        season_alone="", feasts={"نوروز": (3, 21)}, partitive="از(?= (?:آنها|آنان))", joined="و", between_unit="کامل",
    ),
    "zh": Figures(
        behind=(("early", r"年?(?:初|上旬)"), ("before", r"年?(?:之前|以前|前(?![往后期景线锋提任总主首一二三四五六七八九十半几两\d]))"), ("late", r"年?(?:[底末]|下旬)"), ("middle", r"年?中(?:旬|期)?(?!国|央|心|学|华)"), ("after", r"年?(?:之后|以后|后(?![半来期勤代卫]))")),
        minus="零下|负", further="另|还|有|已|造成|导致|需|达|为|是|已有|已造成|将|可|共|能|涉及|发现|出现|拥有|存在|需要|逮捕|拘留", address=r"(?:路|街|道|巷|弄|里|大道|大街)(?P<n>\d{1,5})号|(?:波音|空客|国道|省道|米格)-?(?P<n>\d+)|(?P<n>\d{2,4})(?:国道|省道|县道)|(?P<n>\d{1,4})(?:路(?!人)|号(?=[线楼门院馆桌机房店仓桥井坑厅病车船柜台]|公[车交]|巴士|列车|机组|地块|选手|球员|展[馆厅]|泊位|电梯|站台))", heads="人|名|位|张|条|颗|只|头|匹|枚|架|艘|吨|册|部|篇|株|棵|个|家|辆|户|例|元|吨|所|座|件|次|米",
        clock=r"(?:上午|下午|凌晨|晚上|早上|中午|晚|傍晚|清晨|夜里)?\s?(?:\d{1,2}|[零一二两三四五六七八九十]{1,2})\s?(?:点(?![零〇一二三四五六七八九]+(?![十零〇一二三四五六七八九分刻钟]))|时(?!间|代|期|候))(?:(?:\d{1,2}|[零一二三四五六七八九十]{1,3})分|[零一二三四五六七八九十]{2,3}(?!\p{Han})|[一三]刻|半|许|左右)?",
        labels="", one_in=(), share_words={}, change="升|降|增|跌|涨|减", change_from="从|由", change_to="升至|降至|增至|增加到|下降到|上升到|跌至|提高到|降到|升到|涨到|上涨到|减少到|扩大到|缩短至",
        spans=(("从|自|在|", "至|到|-|–|—", ""),), lasting=r"(?:以来|起(?!义|来|草|火|诉|飞|步)|开始)", ending=r"为止",
        day_alone=(
            r"(?:(?P<ms>[本上下当]个?月)|(?<!\d|为期|连续|月|每|共|近|第|超过|路|街|道|巷|弄))\s?(?P<d>[0-3]?\d)(?:日|号(?![线楼门院馆桌机房店仓桥井坑厅病车船码文令]))(?!内|间|游|龄|均|元|后|前|夜|程|薪|以(?!\d))",
            r"(?:(?P<ms>[本上下当]个?月)|(?<=[于在到至自从]|截至|定[于在]))(?P<d>[一二三四五六七八九十]{1,3})日(?!之?[内间后前]|游|龄|均|元|夜|程|薪|以|三餐)",
            r"(?P<ms>[本上下当]个?月)(?P<d>[一二三四五六七八九十]{1,3})号(?![楼线门院馆桌])",
            r"(?<=^|[，。；、“「])(?P<d>二?十[一二三四五六七八九]|[二三]十|三十一)日(?![之内间游龄均元夜程薪以后前])",
        ),
        unplaced=(r"公元前\s?[\d零〇一二三四五六七八九十百千]+\s?(?:世纪|年)",),
        end_words=r"(?P<year>年底|年末)|(?P<month>月底|月末)", season_alone="", past="已经?|曾", feasts={"圣诞节": (12, 25), "元旦": (1, 1), "国庆节": (10, 1)},
    ),
    "ar": Figures(
        ends=(("late", "(?:نهاية|أواخر|ختام) (?:ال)?{U}"), ("early", "(?:بداية|مطلع|مستهل|أوائل) (?:ال)?{U}"), ("middle", "منتصف (?:ال)?{U}")),
        clock=r"(?:الساع[هة] )?ال(?:واحدة|ثانية|ثالثة|رابعة|خامسة|سادسة|سابعة|ثامنة|تاسعة|عاشرة|حادية|ثانية)(?: عشرة)? و\p{l}+(?: \p{l}+){0,2} دق(?:يقة|ائق)|الساع[هة] (?:ال\p{l}+|\d{1,2}(?:[.:]\d\d)?)(?: و?(?:النصف|الربع|\d+ دقيقه))?|\d{1,2}:\d\d",
        minus="ناقص|سالب", below="تحت الصفر|دون الصفر",
        uncounted=any_of("دور_الستة_عشر على_الأقل على_الأكثر مجموعة_السبع مجموعة_العشرين مجموعة_الثماني مجموعة_السبعة مجموعة_السبع_والسبعين السيدة_الأولى العالم_الثالث المقام_الأول بئر_السبع الربع_الخالي الثلث_المعطل نصف_القرن ألف_ليلة_وليلة ألف_مبروك ألف_شكر أربعين_الحسين الأربعين_حرامي السبع_الكبار الساعات_الأولى من_جهة_ثانية مرة_ثانية من_ناحية_ثانية")
        + r"|دور (?:ال ?)?\d{1,3}|(?:نصف|ربع|ثمن|سدس عشر|ثلث) (?:ال)?نهائي\p{L}*|مجموعة (?:ال ?)?\d{1,2}|(?:القرن|القرنين) ال\p{L}+(?: عشر)?(?: وال\p{L}+(?: عشر)?)?|الدقيقة \d{1,3}\+\d{1,2}|غرينتش ?[+-] ?\d{1,2}|(?:ناقص|سالب) \d+(?:[.,]\d+)?(?! درج\p{L}+ مئوية)"
        r"|(?:\d[\d.,]* \p{L}+ )?لكل (?:\d[\d.,]*|\p{L}+)(?: ألف| آلاف| مليون)?(?= (?:نسمة|شخص|ساكن|مولود|ولادة))|في العقد ال\p{L}+ من (?:عمر|العمر)\p{L}*|في (?:سن )?ال\p{L}+(?: وال\p{L}+)? من (?:عمر|العمر)\p{L}*|من الساعة \S+ (?:إلى|حتى) (?:الساعة )?\S+|(?:بضع|بضعة) و\p{L}+",
        unplaced=(
            r"{x} (?:السابق|السابقة|التالي|التالية|نفسه|نفسها|ذاته|ذاتها|عينه|عينها|اللاحق|اللاحقة|الموالي|الموالية|الأسبق|الذي \p{L}+|التي \p{L}+|قبل الماضي|قبل الماضية|قبل السابق)",
            r"ال{x} (?:السابق|السابقة|التالي|التالية|نفسه|نفسها|ذاته|ذاتها|عينه|عينها|اللاحق|اللاحقة|الموالي|الموالية|الأسبق|الذي \p{L}+|التي \p{L}+|قبل الماضي|قبل الماضية|قبل السابق)",
            r"(?:{d} (?:من )?)?{m} (?:من )?(?:ال)?(?:عام|سنة) (?:السابق|السابقة|التالي|التالية|نفسه|نفسها|ذاته|ذاتها|عينه|اللاحق|اللاحقة|الموالي|الموالية|الذي \p{L}+|التي \p{L}+)",
            r"(?:{d} (?:من )?)?{m} (?:من )?(?:ذلك|تلك|نفس) (?:ال)?(?:عام|سنة)", r"(?:ذلك|تلك|نفس) (?:ال){x}", r"{d} (?:من )?(?:ال)?شهر (?:نفسه|ذاته)",
            r"القرن (?:ال)?{o} (?:الهجري|للهجرة|هجري)", r"(?:(?:عام|سنة|العام|السنة) )?(?:\d{1,3}|1[0-2]\d\d|13[0-3]\d)\s?(?:هـ|ه|هجرية|هجري|للهجرة)", r"(?:عام|سنة|العام|السنة) \d{1,2}(?![\d.,%])", r"(?:عام|سنة) \d{1,3} (?:ميلادي|ميلادية|للميلاد)",
            r"(?:مدينة|ميدان|جسر|كوبري|شارع|طريق|حي|جامعة|ملعب|استاد|حركة|حراك|ثورة|انقلاب|أحداث|هجمات|هجوم|اعتداءات|تفجيرات|انتفاضة|حرب|معركة|مجزرة|اتفاق|اتفاقية|تفاهم|بيان|احتجاجات|انفجار|عيد|نكسة|محور|مستشفى|قاعدة|كلية|صحيفة|موقع|ائتلاف|تحالف|كتائب|جماعة|منظمة|انتخابات|عملية|ذكرى) {d} (?:من )?{m}",
            r"(?:رؤية|أجندة|خطة|استراتيجية|مبادرة|مشروع|برنامج) (?:\p{L}+ )?{y}", r"(?:فجر|صباح|ظهر|عصر|مساء) اليوم (?:{o}|نفسه|ذاته|التالي|السابق|الموالي|الأخير|الذي)", r"(?:صلاة|خطبة|عطلة|يوما|أيام|كل|كل يوم|سوق|مسجد) {w}", r"{w} (?:الأسود|السوداء|العظيمة|الحزينة|البيضاء)",
            r"(?:النصف|الربع|الثلث|العقد|العقدين|العقود) (?:{o}|الأخير|الأخيرين|الأخيرة) من القرن (?:الحالي|الماضي|الجاري|ال{o}|{o})", r"ربع القرن (?:الأخير|الماضي)",
            r"(?:ال)?(?:عشرين|ثلاثين|أربعين|خمسين|ستين|سبعين|ثمانين|تسعين)ي?ات (?:من )?(?:ال)?عمر\p{L}*", r"(?:عشرين|ثلاثين|أربعين|خمسين|ستين|سبعين|ثمانين|تسعين)ي?ات(?:ه|ها|هم)",
            r"(?:الأشهر|الأسابيع|الأيام|السنوات|الأعوام) (?:ال)?[\p{L}\d]+ (?:الأولى|الأخيرة) من (?:عام |العام |سنة )?{y}", r"(?:الربع|النصف) {o} من (?:ال)?سنة المالية(?: {y})?", r"منتصف القرن(?! ال)", r"(?:الربع|النصف|الفترة|الأشهر|الشهور|الأسبوع|المدة) (?:نفسه|نفسها|ذاته|ذاتها|عينها) (?:من|في) (?:عام |العام |سنة )?{y}", r"(?:يومي|أيام) \d{1,2}(?:,? و?\d{1,2})+ من (?:ال)?شهر \p{L}+", r"(?:بين|من) ال\p{L}+ (?:و|إلى |حتى )ال\p{L}+ من {m}(?: {y})?",
            r"(?:شاب|شابة|رجل|امرأة|سيدة|فتاة|شبان|رجال|نساء|مواطن|مواطنة) (?:\p{L}+ )?في (?:أوائل |منتصف |أواخر |مطلع )?(?:ال)?(?:عشرين|ثلاثين|أربعين|خمسين|ستين|سبعين|ثمانين|تسعين)ي?ات",
        ),
        week_of=(r"الأسبوع (?:{o}|(?P<last>الأخير)) (?:من )?(?:شهر )?{m}(?:,? (?:من )?{y})?",),
        days_of=(("-1", r"{d} من (?:ال)?شهر (?:الماضي|المنصرم|الفائت)"), ("0", r"{d} من (?:ال)?شهر (?:الجاري|الحالي)|{d} من هذا الشهر"), ("1", r"{d} من (?:ال)?شهر (?:المقبل|القادم)")),
        future_raw=r"[وف]?(?:توقع|رجح)(?:ت|وا)?(?: \p{L}+){0,4}? أن|[وف]?[يت]ُ?(?:نتظر|توقع|رتقب|فترض) أن|(?:المقرر|المتوقع|المنتظر|المزمع) أن",
        past=any_of("قال قالت أعلن أعلنت ذكر ذكرت أكد أكدت أفاد أفادت أضاف أضافت صرح صرحت أوضح أوضحت كشف كشفت أبلغ أبلغت نشر نشرت أشار أشارت كتب كتبت وقع وقعت شهد شهدت قتل قتلت أصيب وصل وصلت التقى اجتمع بحث ناقش استقبل زار غادر توفي اعتقل أوقف قرر قررت وافق وافقت رفض رفضت طالب طالبت دعا دعت حذر حذرت"),
        labels=any_of("المادة المادتين مادة الدقيقة القرار الفقرة البند الطريق الصفحة رقم الرقم الفصل الجولة المجموعة الدائرة الكيلومتر الغرفة الفوج اللواء الفرقة القناة طراز شارع طريق هاتف الهاتف مربع بوينغ إيرباص الآية سورة خط ص.ب البوابة القاعة النموذج الموديل المجاني"),
        one_in=(r"(?P<k>\d{1,2}|ثلاثة|أربعة|ستة|سبعة|ثمانية|تسعة|ثلاث|أربع|ست|سبع|ثماني|تسع|اثنين|اثنان) من (?:بين |أصل )?كل {n}", r"(?:(?![وفبل]?أن )\p{l}+ )?(?P<k>واحدا?|واحده|شخصا?|طفلا?|اسره|امراه|رجلا?|اثنان|اثنين|ثلاثه) من (?:بين )?كل {n}"), share_words={"واحد": 1, "واحده": 1, "واحدا": 1, "شخصا": 1, "طفلا": 1, "رجلا": 1, "شخص": 1, "طفل": 1, "اسره": 1, "امراه": 1, "رجل": 1, "اثنان": 2, "اثنين": 2, "ثلاثه": 3},
        change=r"[وف]?(?:سي|ست|ي|ت)?(?:ارتفع|رتفع|انخفض|نخفض|تراجع|زاد|زيد|هبط|قفز|نما|ازداد|صعد|تقلص|انتقل|نتقل|رفع|خفض|ارتفاع|انخفاض|تراجع)\p{l}*",
        change_from="من", change_to="إلى|حتى", up_to="", spans=(("بين|ما بين", "و", ""), ("من|منذ|بين", "إلى|حتى|وحتى|ل", ""), ("", "إلى|حتى|وحتى", "")),
        season_alone="في|قبل|خلال|حتى|مع", feasts={"راس السنه الميلاديه": (1, 1), "راس السنه": (1, 1)},
        partitive="من(?! (?:ال)?عمر)|منهم|منها", joined="و|,", between_unit="كاملة|متتالية|متواصلة|أخرى",
    ),
}  # fmt: skip
#: "el jueves 19", "am Donnerstag, dem 23.": a day of the month told by its weekday, where nothing is counted
DAY_BEHIND_WEEKDAY = {
    "es": r" {d}(?=\s*(?:[,.;:)]|$)|\s+(?:y|e|a|en|por|para|con|pero|cuando|que|de este mes|de madrugada)\s)",
    "fr": r" {d}(?=\s*(?:[,.;:)]|$)|\s+(?:et|a|au|en|dans|par|pour|avec|mais|quand|dernier|prochain)(?!\w))",
    "de": r", de[nm] {d}\.",
}
_PLAIN = frozenset({"share_words", "feasts", "future_raw", "past_raw"})


def _spaced(pattern: str) -> str:
    """A pattern in folded letters whose spaces match any space."""
    return fold_pattern(pattern).replace(" ?", r"\s?").replace(" ", r"\s+")


@cache
def figures_of(language: str) -> Figures:
    """The words around figures of a language, folded; empty ones where it has none."""
    found = _FIGURES.get(language)
    if found is None:
        return Figures()
    made = {}
    for name in found.__slots__:
        value = getattr(found, name)
        if isinstance(value, str) and name not in _PLAIN:
            value = _spaced(value)
        elif isinstance(value, tuple):
            value = tuple(
                tuple(_spaced(one) for one in entry) if isinstance(entry, tuple) else _spaced(entry) for entry in value
            )
        elif isinstance(value, dict):
            value = {folded(key): one for key, one in value.items()}
        made[name] = value
    return Figures(**made)
