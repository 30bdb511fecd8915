# ruff: noqa: E501 -- word lists read better in long lines
"""What pronouns, determiners and class nouns of each language let a reference mean."""

from dataclasses import dataclass
from functools import cache

import regex

from claims.folding import folded
from claims.meant.records import ALL, NOT_PERSONS, PERSONS, Kind, Part

OPEN = "?"  #: stands in the brackets where a reference is open
ANY = frozenset[str]()
M, F, N = frozenset("m"), frozenset("f"), frozenset("n")
MF, MN = frozenset("mf"), frozenset("mn")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What one pronoun may stand for."""

    part: Part
    genders: frozenset[str]
    number: str
    kinds: frozenset[Kind]


_S, _O, _W = Part.SUBJECT, Part.OBJECT, Part.OWNER
#: language -> rows of words, part, genders, number, kinds
_ROWS: dict[str, list[tuple[str, Part, frozenset[str], str, frozenset[Kind]]]] = {
    "en": [
        ("he", _S, M, "s", PERSONS), ("him", _O, M, "s", PERSONS), ("his", _W, M, "s", PERSONS),
        ("she", _S, F, "s", PERSONS), ("her hers", _W, F, "s", PERSONS),
        ("it", _S, ANY, "s", NOT_PERSONS), ("its", _W, ANY, "s", NOT_PERSONS),
        ("they", _S, ANY, "p", ALL), ("them", _O, ANY, "p", ALL), ("their theirs", _W, ANY, "p", ALL),
    ],
    "fr": [
        ("il", _S, M, "s", ALL), ("elle", _S, F, "s", ALL), ("ils", _S, M, "p", ALL), ("elles", _S, F, "p", ALL),
        ("son sa ses", _W, ANY, "s", ALL), ("leur leurs", _W, ANY, "p", ALL), ("celui-ci", _S, M, "s", ALL), ("celle-ci", _S, F, "s", ALL),
    ],
    "es": [
        ("él", _S, M, "s", ALL), ("ella", _S, F, "s", ALL), ("ellos", _S, M, "p", ALL), ("ellas", _S, F, "p", ALL),
        ("su sus suyo suya suyos suyas", _W, ANY, "", ALL),
    ],
    "de": [
        ("er", _S, M, "s", ALL), ("ihn", _O, M, "s", ALL), ("ihm", _O, MN, "s", ALL), ("sie", _S, F, "", ALL), ("es", _S, N, "s", NOT_PERSONS),
        ("ihr ihre ihrem ihren ihrer ihres", _W, F, "", ALL), ("sein seine seinem seinen seiner seines", _W, MN, "s", ALL), ("ihnen", _O, ANY, "p", ALL),
    ],
    "ru": [
        ("он", _S, M, "s", ALL), ("она", _S, F, "s", ALL), ("оно", _S, N, "s", ALL), ("они", _S, ANY, "p", ALL),
        ("его", _W, MN, "s", ALL), ("ему", _O, MN, "s", ALL), ("нём него нему ним", _O, MN, "s", ALL),
        ("её", _W, F, "s", ALL), ("ей ней неё нее", _O, F, "s", ALL), ("их", _W, ANY, "p", ALL), ("им ими них ними", _O, ANY, "p", ALL),
    ],
    "tr": [
        ("onu ona ondan onda", _O, ANY, "s", ALL), ("onun", _W, ANY, "s", ALL), ("onlar", _S, ANY, "p", ALL), ("onları onlara", _O, ANY, "p", ALL), ("onların", _W, ANY, "p", ALL),
        ("kendisi", _S, ANY, "s", PERSONS),
    ],
    "fa": [
        ("او وی", _S, ANY, "s", PERSONS), ("آنها آنان ایشان آن‌ها", _S, ANY, "p", ALL),
    ],
    "zh": [
        ("他", _S, M, "s", PERSONS), ("她", _S, F, "s", PERSONS), ("它", _S, ANY, "s", NOT_PERSONS), ("他们 她们", _S, ANY, "p", PERSONS), ("它们", _S, ANY, "p", NOT_PERSONS), ("其", _W, ANY, "s", ALL),
    ],
}  # fmt: skip


def _table(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


@cache
def pronouns_of(language: str) -> dict[str, Pronoun]:
    """The pronouns of a language that point outside their clause, folded."""
    return {folded(word): Pronoun(part, genders, number, kinds) for words, part, genders, number, kinds in _ROWS.get(language, []) for word in words.split()}  # fmt: skip


#: nouns that name a class alone, so that a name may stand behind them: a firm, a place, a person
FIRMS = {
    "en": _table(
        "company firm group business manufacturer corporation organisation organization agency charity club conglomerate carmaker airline retailer maker operator startup"
    ),
    "fr": _table("entreprise société groupe compagnie firme association organisation club constructeur fabricant"),
    "es": _table("empresa compañía grupo firma organización club fabricante asociación"),
    "de": _table("unternehmen firma konzern gruppe verein hersteller verband organisation"),
    "ru": _table("компания предприятие фирма корпорация группа организация холдинг клуб"),
    "tr": _table("şirket firma kuruluş grup holding kulüp"),
    "fa": _table("شرکت گروه سازمان باشگاه"),
    "zh": _table("公司 集团 企业 该公司 该集团 俱乐部"),
    "ar": _table("شركة مجموعة مؤسسة منظمة"),
}
PLACES = {
    "en": _table("city town village municipality"),
    "fr": _table("ville village commune"),
    "es": _table("ciudad pueblo municipio localidad"),
    "de": _table("stadt dorf gemeinde"),
    "ru": _table("город село деревня"),
    "tr": _table("kent şehir köy ilçe"),
    "fa": _table("شهر روستا"),
    "zh": frozenset[str](),
    "ar": _table("مدينة بلدة قرية"),
}
PERSONS_BARE = {
    "en": _table("man woman"),
    "fr": _table("homme femme défunt défunte"),
    "es": _table("hombre mujer fallecido fallecida"),
    "de": _table("mann frau verstorbene"),
    "ru": _table("мужчина женщина"),
    "tr": _table("sanatçı adam kadın"),
    "fa": _table("هنرمند"),
    "zh": frozenset[str](),
    "ar": _table("راحل راحلة فقيد فقيدة مرحوم مرحومة متوفى"),
}
#: bodies that nobody calls "the company"
INSTITUTIONS = {
    "en": _table(
        "university college institute ministry department council committee commission party court parliament senate congress union newspaper gazette times post herald tribune church army navy police federation league hospital museum board treasury government reuters school authority office"
    ),
    "fr": _table(
        "université institut ministère conseil tribunal cour parlement sénat parti syndicat journal quotidien hôpital musée police armée préfecture mairie agence ministere"
    ),
    "es": _table(
        "universidad instituto ministerio consejo tribunal parlamento congreso senado partido sindicato periódico diario hospital museo policía ejército ayuntamiento gobierno"
    ),
    "de": _table(
        "universität hochschule institut ministerium rat gericht landgericht parlament bundestag senat partei gewerkschaft zeitung krankenhaus museum polizei amt bundesamt landesamt stadtrat klinik"
    ),
    "ru": _table(
        "университет институт министерство совет суд парламент дума партия профсоюз газета больница музей полиция"
    ),
    "tr": _table(
        "üniversitesi enstitüsü bakanlığı meclisi mahkemesi partisi sendikası gazetesi hastanesi müzesi belediyesi"
    ),
    "fa": _table("دانشگاه موسسه وزارت شورای مجلس دادگاه حزب اتحادیه روزنامه بیمارستان موزه پلیس شهرداری"),
    "zh": _table("大学 学院 医院 法院 警方 银行 日报 晚报 政府"),
    "ar": _table(
        "جامعة معهد وزارة مجلس محكمة برلمان حزب نقابة صحيفة جريدة مستشفى متحف شرطة جيش بلدية كلية مجلة وكالة حكومة لجنة"
    ),
}
#: definite determiners with the gender that they tell, and indefinite ones
DEFINITE = {
    "fr": {
        "le": "m",
        "la": "f",
        "l": "",
        "les": "p",
        "ce": "m",
        "cet": "m",
        "cette": "f",
        "ces": "p",
        "du": "m",
        "au": "m",
        "des": "p",
        "aux": "p",
    },
    "es": {
        "el": "m",
        "la": "f",
        "los": "p",
        "las": "p",
        "este": "m",
        "esta": "f",
        "ese": "m",
        "esa": "f",
        "del": "m",
        "al": "m",
        "dicho": "m",
        "dicha": "f",
        "estos": "p",
        "estas": "p",
    },
    "de": {
        "der": "",
        "die": "",
        "das": "n",
        "den": "",
        "dem": "mn",
        "des": "mn",
        "diese": "",
        "dieser": "",
        "dieses": "n",
        "diesem": "mn",
        "diesen": "",
        "im": "mn",
        "am": "mn",
        "vom": "mn",
        "zum": "mn",
        "zur": "f",
        "beim": "mn",
        "ins": "n",
    },
}
INDEFINITE = {
    "fr": {"un": "m", "une": "f"},
    "es": {"un": "m", "una": "f", "unos": "p", "unas": "p"},
    "de": {"ein": "mn", "eine": "f", "einer": "f", "einen": "m", "einem": "mn", "eines": "mn"},
}
#: what may stand between determiner and noun where adjectives mostly follow it
BEFORE_NOUN = {
    "fr": _table(
        "premier première dernier dernière nouveau nouvelle ancien ancienne petit petite grand grande jeune vieux vieille deux trois quatre même principal autre futur future propre"
    ),
    "es": _table(
        "primer primera último última nuevo nueva antiguo antigua gran pequeño pequeña dos tres cuatro mismo misma otro otra principal joven"
    ),
}
OF = {"fr": _table("de du des d"), "es": _table("de del"), "de": _table("des der von vom aus in im für am")}
#: what a bare description never means: times, parts, what everybody has
UNIQUE = {
    "fr": _table(
        "an année mois jour semaine moment fois heure soir matin fin début suite reste cas fait monde soleil pays état temps part cause fond sujet cadre place lieu but titre public nuit"
    ),
    "es": _table(
        "año mes día semana momento vez hora noche mañana fin principio resto caso hecho mundo sol país tiempo parte lunes martes miércoles jueves viernes sábado domingo público"
    ),
    "de": _table(
        "jahr monat tag woche zeit uhr montag dienstag mittwoch donnerstag freitag samstag sonntag ende anfang welt sonne land fall teil abend morgen frühjahr sommer herbst winter mal januar februar märz april mai juni juli august september oktober november dezember nacht rest öffentlichkeit"
    ),
    "en": _table(
        "year month week day time hour night morning evening end start rest case fact world sun country public future past weekend moment way area decade century same middle beginning spring summer autumn winter first last second other others law media internet police government sea air ground others others"
    ),
    "ar": _table(
        "يوم عام سنة شهر أسبوع ساعة وقت صباح مساء ليل نهار عالم شمس دولة بلاد قانون وزير حكومة شرطة ناس شعب إنترنت سبت أحد اثنين ثلاثاء أربعاء خميس جمعة ماضي مقبل جاري حالي آن آخر أول ثاني ثالث رابع خامس غد أمس نسبة مائة مئة حال وقت لحظة مرة عصر قرن عقد شيء أمر موضوع شأن جانب إطار ساحة حين فترة بعض كل صعيد ضوء سياق مجال مستوى طريق يمين يسار شمال جنوب شرق غرب داخل خارج سماء أرض بحر حياة موت أقل أكثر إعلام صحافة أخير أخيرة"
    ),
}
#: what a person says of a firm or body that is not told
OURS = {
    "en": _table("we us our"), "fr": _table("notre nos"), "es": _table("nuestro nuestra nuestros nuestras"),
    "de": _table("unser unsere unserem unseren unserer"),
}  # fmt: skip
#: first persons that speak for whoever speaks, folded
FIRST = {
    "en": _table("i we my our us me"), "fr": _table("je nous notre nos mon ma mes j"), "es": _table("nosotros nuestro nuestra nuestros nuestras mi mis yo"),
    "de": _table("ich wir unser unsere unserem unseren unserer mein meine uns"), "ru": _table("я мы наш наша наши нашей нашего мой моя нас нам"),
    "tr": _table("ben biz bizim benim"), "fa": _table("من ما"), "zh": _table("我 我们"), "ar": _table("أنا نحن لنا لدينا بنا عندنا"),
}  # fmt: skip

_ENDINGS = {
    "en": regex.compile(r"(?<=.{2}[^s])s$|(?<=..)(?:ies|y)$"),
    "fr": regex.compile(r"(?<=...)[sx]$"),
    "es": regex.compile(r"(?<=...)(?:es|s)$"),
    "de": regex.compile(r"(?<=.{4})(?:en|es|em|er|e|n|s)$"),
    "ru": regex.compile(
        r"(?<=..)(?:иями|ями|ами|иях|иям|ией|иеи|ии|ию|ия|ие|ов|ев|еи|ом|ем|ои|ою|ах|ях|ам|ям|а|я|ы|и|у|ю|е|о|ь|й)$"
    ),
    "fa": regex.compile(r"(?<=...)(?:\u200c?های|\u200c?ها|ی)$"),
    "ar": regex.compile(r"(?<=..)(?:تها|تهم|ته|هما|ها|هم|ه|ات|ون|ين|ت)$|(?<=....)ا$"),
}
_ARABIC_LEAD = regex.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=ال))(?=..)")


def stem(word: str, language: str) -> str:
    """A noun without what case, number and article add: what two mentions of one thing share."""
    plain = folded(word).split("'")[0].split("’")[0] if language == "tr" else folded(word)
    if language == "tr":
        return plain[:5]
    if language == "ar":
        plain = _ARABIC_LEAD.sub("", plain)
    ending = _ENDINGS.get(language)
    return ending.sub("", plain) if ending else plain


@cache
def stems(language: str, table: str) -> frozenset[str]:
    """The stems of one of the tables of nouns."""
    tables = {"firms": FIRMS, "places": PLACES, "persons": PERSONS_BARE, "unique": UNIQUE}
    return frozenset(stem(word, language) for word in tables[table].get(language, ()))


#: stems of nouns of bodies that may be another's class or none: a group can be a company
_LOOSE = {"en": frozenset({"group"})}
#: stems of nouns of bodies that are no other's class: a charity is no company
_OWN_CLASS = {"en": frozenset({"agenc", "charit", "club", "organisation", "organization"})}


@cache
def classes_of(own: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """For a noun that names a class alone: the nouns of its class, and those of other bodies; empty for any other."""
    for table in ("firms", "places", "persons"):
        if own in stems(language, table) and own in _OWN_CLASS.get(language, ()):
            return frozenset({own}), stems(language, "firms") - {own}
        if own in stems(language, table):
            others = (
                frozenset(stem(word, language) for word in INSTITUTIONS.get(language, ()))
                | _OWN_CLASS.get(language, frozenset())
                if table == "firms"
                else frozenset[str]()
            )
            apart = _OWN_CLASS.get(language, frozenset()) | (_LOOSE.get(language, frozenset()) - {own})
            return stems(language, table) - apart, others
    return frozenset(), frozenset()
