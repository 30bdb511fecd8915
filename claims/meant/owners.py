# ruff: noqa: E501 -- word lists read better in long lines
"""What a noun tells of its owner, and which nouns take up which others: "his wife", "its crew", "the vessel"."""

from functools import cache

from claims.meant.records import NOT_PERSONS, PERSONS, Kind
from claims.meant.words import stem

_PERSONS_HAVE = {
    "en": "wife husband mother father son daughter sister brother family parents children child widow friend colleague career life death birth childhood client lawyer barrister solicitor salary retirement body hand heart face",
    "ar": "زوجة زوج ابنة ابن والد والدة أم أب شقيق شقيقة أخ أخت صديق زميل زميلة محامي موكل مسيرة حياة وفاة تقاعد ميلاد مولد طفولة أسرة عائلة أبناء أولاد بنات شريك شريكة جثمان جنازة رأس يد يدي قلب وجه راتب إقامة دراسة أطروحة رواية قصائد ديوان ترشيح إدانة اعتقال زواج طلاق مذكرات والدي شهادة مستحقات رواتب",
    "fr": "femme mari mère père fils fille soeur frère famille parents enfants ami collègue carrière vie mort naissance enfance client avocat salaire retraite épouse veuve",
    "es": "esposa marido madre padre hijo hija hermana hermano familia padres hijos amigo colega carrera vida muerte infancia cliente abogado salario jubilación viuda mapas",
    "de": "frau mann mutter vater sohn tochter schwester bruder familie eltern kinder freund kollege kollegin karriere leben tod kindheit mandant anwalt gehalt stelle trainer trainerin",
    "ru": "жена муж мать отец сын дочь сестра брат семья родители дети друг коллега карьера жизнь смерть детство адвокат зарплата вдова",
}
_THINGS_HAVE = {
    "ar": "مساحة طاقم محرك محركات ترميم جناح ارتفاع حجم سعة طول عرض عمق سكان ركاب أسهم فروع إنتاج إيرادات مبيعات أرباح خسائر ميزانية موظفي عمال موقع افتتاح إغلاق تشغيل تمويل بناء هدم تكلفة كلفة قيمة ثمن أسعار سعر عدد وزن لون تاريخ نسبة معدل",
    "fr": "filiale filiales actionnaire actionnaires effectif effectifs habitant habitants superficie maison-mère",
    "es": "filial filiales accionistas matriz plantilla habitantes superficie",
    "de": "tochterfirma tochterfirmen tochtergesellschaft muttergesellschaft mutterkonzern aktionäre belegschaft umsatz umsätze einwohner fläche",
}
#: general nouns -> nouns that they take up
_GENERAL = {
    "en": {"building": "palace museum hospital house school hotel church mosque library theatre castle tower factory block hall station", "vessel": "ship boat barge ferry trawler tanker yacht freighter", "ship": "ferry tanker trawler freighter", "boat": "ferry trawler barge", "vehicle": "car bus truck lorry van", "animal": "seal whale dog cat bear wolf bird fish shark", "plant": "factory furnace works mill smelter refinery", "site": "mine factory works furnace plant camp quarry", "facility": "plant factory hospital clinic mine prison", "disease": "cholera malaria measles cancer flu", "structure": "bridge dam tower building", "firm": "company", "drug": "medicine vaccine", "team": "club side", "side": "club team", "institution": "university museum hospital school bank", "paper": "newspaper gazette"},
    "ar": {"مبنى": "قصر متحف مستشفى منزل مدرسة فندق كنيسة مسجد مكتبة مسرح قلعة برج مصنع عمارة", "مركب": "سفينة قارب", "باخرة": "سفينة", "مركبة": "سيارة حافلة شاحنة", "منشأة": "مصنع منجم مستشفى محطة", "موقع": "منجم مصنع", "مؤسسة": "جامعة متحف بنك شركة", "مرض": "كوليرا حصبة سرطان", "فريق": "نادي منتخب", "حيوان": "أخطبوط كلب دب"},
    "fr": {"bâtiment": "musée hôpital école hôtel église palais château usine", "navire": "ferry pétrolier cargo bateau", "site": "usine mine", "établissement": "hôpital école lycée musée", "entreprise": "laiterie usine société", "usine": "laiterie fabrique"},
    "es": {"edificio": "museo hospital escuela hotel iglesia palacio fábrica", "barco": "buque ferri petrolero", "planta": "fábrica", "equipo": "club"},
    "de": {"gebäude": "museum krankenhaus schule hotel kirche schloss fabrik", "schiff": "fähre tanker frachter", "werk": "fabrik", "mannschaft": "verein"},
    "tr": {"tesis": "fabrika", "bina": "müze okul hastane otel", "takım": "kulüp"},
    "ru": {"здание": "музей больница школа гостиница церковь завод", "судно": "паром танкер корабль", "предприятие": "завод фабрика комбинат"},
}  # fmt: skip


@cache
def _stems(language: str, *, persons: bool) -> frozenset[str]:
    table = _PERSONS_HAVE if persons else _THINGS_HAVE
    return frozenset(stem(word, language) for word in table.get(language, "").split())


def owners_of(noun: str, language: str) -> frozenset[Kind]:
    """The kinds that can own what a noun names; empty where it tells nothing."""
    own = stem(noun, language)
    if own in _stems(language, persons=True):
        return PERSONS
    return NOT_PERSONS if own in _stems(language, persons=False) else frozenset()


@cache
def _general(language: str) -> dict[str, frozenset[str]]:
    return {
        stem(word, language): frozenset(stem(one, language) for one in under.split())
        for word, under in _GENERAL.get(language, {}).items()
    }


def takes_up(own: str, language: str) -> frozenset[str]:
    """The stems of the nouns that a general noun may take up, by its own stem."""
    return _general(language).get(own, frozenset())
