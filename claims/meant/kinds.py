# ruff: noqa: E501 -- word lists read better in long lines
"""The kind and gender of what a name or a noun names, as far as its words tell."""

from functools import cache

import regex

from claims.closed import Closed, compiled
from claims.folding import folded
from claims.lexicon import words_of
from claims.meant.records import ALL, Kind
from claims.meant.words import stem, stems
from claims.records import Name, NameKind

_KINDS = {NameKind.PERSON: Kind.PERSON, NameKind.ORGANISATION: Kind.BODY, NameKind.PLACE: Kind.PLACE, NameKind.WORK: Kind.THING, NameKind.UNKNOWN: Kind.UNKNOWN}  # fmt: skip


def _table(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


#: given names that tell a gender in most of the languages that are written in Latin letters
_WOMEN = _table("""mary anna anne ann maria marie lena sophie sophia sofia claire clara julia julie emma laura sarah sara ruth olive grace denise ivy selma
 eva eve elena helen helena jane joan judith karen kate katherine catherine linda lisa lucy margaret martha nina nora olivia patricia paula rachel rebecca rosa rose
 sandra silvia susan teresa ursula vera victoria alice amelia angela barbara beatrice brigitte camille carmen carolina caroline chloe christina christine daniela diana dolores
 dorothy edith elisa elisabeth elizabeth emily esther fatima florence françoise gabriela hannah heidi ines ingrid irene iris isabel isabelle jacqueline janet jennifer jessica
 josephine juliette karin katja kerstin leila louise lucia madeleine magdalena marta michelle miriam monica monika nadia natalia nathalie petra pilar renate sabine sigrid simone sonja stefanie sylvie
 tania tatiana ulrike valentina valerie veronica virginia yvonne zoe amparo ana beatriz consuelo dolores elvira mercedes feride ayşe fatma zeynep elif emine hatice derya selin nur faith
 abigail adele agnes aisha alexandra alison amanda amina amy angelina anita annette annika antonia astrid audrey bella bernadette beth bianca bridget bronwyn cecilia charlotte chiara chloé clara colette
 cynthia deborah denise donna doris eileen eleanor elsa elsie erica erin estelle eunice evelyn fiona freya frida gemma georgia gertrude gillian gina giulia greta gwen harriet hazel hilda hilary holly ida imogen ingeborg isla
 jasmine jemima jenny jill joanna joanne joy joyce judy khadija kirsten laila lara laurie lauren leah lillian lily lorraine lydia mabel maeve maggie magda maria margot marianne marion martina matilda maureen megan
 melanie melissa mia mildred millicent miranda molly nancy naomi natasha nicole nora norma oksana olga paige pamela patience pauline penelope phyllis polly priscilla priyanka rachael rebekah rhoda rita roberta rosemary
 roxana sally samantha shirley sheila sienna sofia sonia stella stephanie sue sunita svetlana tamara tara tessa theresa tina tracy una valeria vanessa violet vivian wendy wilhelmina winifred yasmin zainab zara""")
_MEN = _table("""john james robert michael william david richard joseph thomas charles paul mark marc peter george daniel anthony anil hugh martin kofi julio jan jonas bernd uwe
 adam alan albert alexander alexandre andré andreas andrew antoine antonio arthur benjamin bernard boris brian bruno carl carlos christian christopher claude dennis diego dieter dominique donald edward
 emmanuel enrique eric erich ernst eugene felix fernando francisco françois frank franz fred friedrich gabriel georg gerard gilles giovanni gregory guillaume gustav hans harry heinrich henri henry hermann
 hernán hugo ian ivan jack jacques javier jean jeffrey jens jeremy jim joaquín johann jorge josé juan jürgen karim karl kenneth kevin klaus konrad kurt lars laurent leo leon lorenzo louis luc lucas luis
 manfred manuel marcel marco mario matthew matthias max miguel nicolas nicholas oliver olivier oscar otto pablo pascal patrick pedro philip philippe pierre rafael ralf ramón raúl raymond rené ricardo roger roland
 rolf roman rudolf salvador samuel santiago sebastian sergio simon stefan stephen steven sven theo timothy tobias tom uwe victor vincent walter werner wolfgang xavier yves mehmet ahmet mustafa ali hasan hüseyin hakan selim kemal
 aaron abdul abraham adrian aidan alastair alexei alistair amir angus anton archie arnold arjun arturo ashok barry bartholomew basil ben bill billy bob bradley brendan brett bruce callum carlo cedric chad charlie chris clarence clive
 colin connor cormac craig damian damien dan darren dave dean declan deepak derek dermot desmond dmitri dominic douglas duncan dylan eamon edgar edmund edwin eduardo elliot emil ethan evan ewan felipe fergus finn floyd gareth gary
 gavin geoffrey gerald gideon giles giuseppe glen glenn gordon graham grant greg hamish haruto harold harvey hector herbert howard ibrahim igor irving isaac ismail jake jamal jason jayden jared jerome jesse jim jimmy joe joel johnny
 jonathan jordi josh joshua julian justin keith kenji kevin kieran kwame kyle lance lawrence leonard lewis liam lionel louie luke malcolm marcus mohamed mohammed mike mikhail milan mohammad morris moses nathan neil nigel noah
 norman omar orlando osama owen patrik pavel peter phil philipp ralph randall raj rajesh reginald reuben rhys rob robbie rodney ron ronald rory ross roy rupert russell ryan sam samir sanjay scott sean sergei seth shane shaun sidney
 stanley steve stuart sunil tariq ted terence terry tim timofey toby todd tomas tomás tony travis trevor tyler vadim vijay vikram vladimir wallace walt walter warren wayne wesley will william winston yusuf zachary""")
#: Arabic given names of women, and those that men and women bear
_ARABIC_WOMEN = _table("""ليلى فاطمة عائشة خديجة مريم زينب هدى سارة هند منى سلمى رنا ريم دينا داليا رانيا سعاد سميرة نادية نجوى هالة أمل إيمان آمنة بثينة جميلة حنان رباب سهى شيماء عبير غادة لمياء نهى ياسمين كمالا هيلاري تيريزا أنغيلا
 نوال نورة هناء وداد لبنى رشا رولا سناء سوسن شذى عزة فدوى فريدة كوثر لطيفة ماجدة مها نسرين نعيمة هيفاء إلهام ابتهال عبير ديما لارا تالا ميرا روان رهف تسنيم مجدولين ناديا نزيهة زهراء حورية عفراء لبيبة منيرة نائلة هاديا يسرى رقية صفية حفصة أسماء أسيل كريمة سامية رابعة مرفت ميرفت نيفين إنجي شريفة
 إبتسام ابتسام أروى إسراء أفنان أماني أميرة أنيسة إيناس بدرية بسمة بشرى تغريد جمان جنان حليمة حنين خلود خولة دلال راوية رزان رغد رهام رؤى ريما رنيم زكية زهرة ساجدة سحر سلوى سماح سمر سميحة سندس سهام سهير شهد شهيرة صابرين ضحى عايدة عفاف علياء غزل فاتن فاديا فايزة فتحية فيروز كاميليا كلثوم لينا ليان لميس ليال مايا ميساء ميسون منال منيرة مي مية نبيلة نجاة نجلاء ندى نرمين نزهة نعمة نهال نوف نورا هاجر هبة هنادي هيا وردة وسيلة يمنى زهور حياة ربيعة فوزية فضيلة حسناء حسيبة رشيدة زبيدة سكينة شادية صباح عواطف غالية غيداء لطفية مليكة مديحة نفيسة وجدان
 إيزابيل إيلينا إيفا إيميلي إميلي إريكا ألكسندرا بريجيت جينيفر جيسيكا جوليا جانيت ساره صوفيا صوفي كلارا كاترين كارين ماريا ماري لورا أورسولا كريستين كريستينا جورجيا ميشيل تيريزا آنا حنا إيما""")
_ARABIC_EITHER = _table(
    "نور وفاء ضياء صفاء إحسان جهاد رجاء علاء نهاد وسام إكرام إنصاف سلاف وصال صبا عطية أثير براء جنان تقي عصمت حكمت رفعت صباح شمس قمر نجاح كرم فرح سلام سلامة إسلام مهجة ميشال ديان رينيه"
)
_BODIES = _table(
    "فرقة فريق هيئة حكومة محكمة نيابة إدارة عصابة جماعة قناة إذاعة سفارة دائرة نادي منتخب كتلة معارضة برلمان قوات جيش سلطات مديرية غرفة صندوق بنك مصرف شركة لجنة وزارة حزب نقابة اتحاد رابطة جمعية منظمة بلدية جامعة مجموعة حركة تنظيم شرطة"
    " regulator watchdog government treasury opposition coalition team maker steelmaker lender insurer school gouvernement équipe laiterie gobierno equipo regierung mannschaft landkreis правительство команда hükümet belediye takım دولت شهرداری تیم"
)
_TITLE_WOMAN = {
    "en": regex.compile(r"(?<!\w)(?:mrs|ms|miss|lady|queen|princess|actress|duchess|baroness|dame|mother|daughter|sister|wife|widow|aunt|spokeswoman|chairwoman|businesswoman|policewoman|congresswoman|councilwoman|female|woman|girl|nun|grandmother|stepmother|granddaughter|niece|heiress|waitress|hostess|headmistress|midwife|bride|girlfriend)(?!\w)"),
    "fr": regex.compile(r"(?<!\w)(?:mme|madame|la|\p{L}+(?:trice|euse|iere|ienne|ente|esse|ere|ee))(?!\w)"),
    "es": regex.compile(r"(?<!\w)(?:la|doña|dona|señora|senora|\p{L}+(?:ora|triz|esa|era|ona|ica|oga|ada|ina))(?!\w)"),
    "de": regex.compile(r"(?<!\w)(?:frau|\p{L}+in)$"),
    "ru": regex.compile(r"(?<!\w)(?:\p{L}+(?:ница|ша|иня|истка|тка|ица)|госпожа)(?!\w)"),
    "ar": regex.compile(r"(?<!\w)\p{L}+[ةه](?!\w)"),
}  # fmt: skip
_TITLE_MAN = {
    "en": regex.compile(r"(?<!\w)(?:mr|sir|lord|king|prince|father|son|brother|husband|widower|uncle|spokesman|chairman|businessman|policeman|congressman|councilman|male|man|boy|grandfather|stepfather|grandson|nephew|heir|waiter|headmaster|bridegroom|boyfriend|monk|priest|bishop|pope|duke|baron)(?!\w)"),
    "fr": regex.compile(r"(?<!\w)(?:m|monsieur|le)(?!\w)"), "es": regex.compile(r"(?<!\w)(?:el|don|señor|senor)(?!\w)"), "de": regex.compile(r"(?<!\w)herrn?(?!\w)"),
}  # fmt: skip
_SURNAME = {
    "woman": regex.compile(r"\p{L}+(?:ова|ева|ёва|ина|ына|ая|ской)"),
    "man": regex.compile(r"\p{L}+(?:ов|ев|ёв|ин|ын|ский|ой)"),
}


def kind_of_name(name: Name) -> Kind:
    """The kind of a found name."""
    return _KINDS[name.kind]


@cache
def _classes(language: str) -> tuple[Closed, Closed, Closed]:
    words = words_of(language)
    return Closed(words.titles), Closed(words.organisation), Closed(words.place)


@cache
def kinds_meant(noun: str, language: str, *, of_a_class: bool) -> frozenset[Kind]:
    """The kinds that a bare description may take up: its own and the unknown ones; any where its noun names no class."""
    if not of_a_class:
        return ALL
    kind = kind_of_noun(noun, language)
    return frozenset({kind}) if kind in {Kind.PLACE, Kind.PERSON} else frozenset({kind, Kind.UNKNOWN})


def kind_of_noun(noun: str, language: str) -> Kind:
    """The kind of a common noun: role words name persons, some nouns bodies or places, the others things."""
    word = folded(noun)
    title, organisation, place = _classes(language)
    if language == "ar":
        word = compiled(r"^[وف]?(?:[بك]?ال|لل)").sub("", word)
    own = stem(word, language)
    if own in stems(language, "persons") or title.fullmatch(word):
        return Kind.PERSON
    if own in stems(language, "firms") or word in _BODIES or organisation.fullmatch(word):
        return Kind.BODY
    if own in stems(language, "places") or place.fullmatch(word):
        return Kind.PLACE
    return Kind.THING


def given_gender(word: str) -> str:
    """The gender that a folded Arabic given name tells: "f", "m", "" where nothing does."""
    if word in _ARABIC_WOMEN - _ARABIC_EITHER:
        return "f"
    return "m" if word in words_of("ar").given_names and word not in _ARABIC_EITHER else ""


def gender_of_name(text: str, role: str, language: str) -> str:
    """The gender that a person's title, given name or surname tells."""
    title, words = folded(role), folded(text).split()
    for which, table in (("f", _TITLE_WOMAN), ("m", _TITLE_MAN)):
        pattern = table.get(language)
        if title and pattern is not None and pattern.search(title):
            return which
    if language == "ru" and words:
        for which, pattern in (("f", _SURNAME["woman"]), ("m", _SURNAME["man"])):
            if any(pattern.fullmatch(word) for word in words):
                return which
        return ""
    if not words or language in {"ar", "fa", "zh"}:
        return ""
    if words[0] in _WOMEN:
        return "f"
    return (
        "m"
        if words[0] in _MEN
        else "f"
        if language in {"es", "fr"} and words[0].endswith("a") and len(words) > 1
        else ""
    )
