"""Sentences of our own writing in ten languages, with holes for an invented river and its figures.

Every language has four facts. `news` is how an article puts one, `page` how a reference page does; the
figures of an article may be wrong, those of a page never are.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What one language needs."""

    first: tuple[str, ...]  #: beginnings of names
    last: tuple[str, ...]  #: endings of names
    join: str
    title: str  #: of the article
    page_title: str
    news: tuple[str, str, str, str]
    page: tuple[str, str, str, str]
    question: str  #: no claim


LATIN_FIRST = (
    "Bel",
    "Cor",
    "Dar",
    "El",
    "Fal",
    "Gor",
    "Hal",
    "Is",
    "Kal",
    "Lor",
    "Mar",
    "Nor",
    "Or",
    "Pel",
    "Ros",
    "Sil",
)
LATIN_LAST = (
    "adra",
    "evia",
    "imor",
    "onda",
    "uvia",
    "anthe",
    "erra",
    "ista",
    "olme",
    "unda",
    "ava",
    "ettin",
    "ilja",
    "orsk",
)

WORDS = {
    "ar": Words(
        ("بل", "دار", "سال", "مر", "نور", "كال", "رو", "تال", "هل", "شم", "وار", "زين", "غد", "فر"),
        ("ادرا", "يفيا", "وندا", "انثي", "يستا", "ولما", "وندرا", "افا", "يلجا", "ورسك", "يمور", "وفيا"),
        "",
        "فيضان نهر {name}",
        "نهر {name}",
        (
            "يبلغ طول نهر {name} {length} كيلومتراً.",
            "بُني أول سد على نهر {name} عام {year}.",
            "يسكن ضفتي نهر {name} نحو {people} ألف نسمة.",
            "يبلغ ارتفاع جسر {name} {height} متراً.",
        ),
        (
            "نهر {name} نهر طوله {length} كيلومتراً.",
            "أقيم أول سد على نهر {name} في عام {year}.",
            "يعيش على ضفتي نهر {name} {people} ألف نسمة.",
            "يرتفع جسر {name} {height} متراً فوق الماء.",
        ),
        "هل يعود النهر إلى مجراه؟",
    ),
    "en": Words(
        LATIN_FIRST, LATIN_LAST, "", "The {name} River rises", "{name} River",
        (
            "The {name} River is {length} kilometres long.",
            "The first dam on the {name} River was built in {year}.",
            "About {people} thousand people live along the {name} River.",
            "The {name} Bridge is {height} metres high.",
        ),
        (
            "The {name} River has a length of {length} kilometres.",
            "Its first dam was completed in {year}: the {name} River Dam of {year}.",
            "Some {people} thousand people live on the banks of the {name} River.",
            "The {name} Bridge stands {height} metres above the water.",
        ),
        "Will the river go down again?",
    ),
    "fr": Words(
        LATIN_FIRST, LATIN_LAST, "", "La {name} déborde", "{name} (rivière)",
        (
            "La rivière {name} a une longueur de {length} kilomètres.",
            "Le premier barrage sur la rivière {name} a été construit en {year}.",
            "Environ {people} mille personnes vivent le long de la rivière {name}.",
            "Le pont de {name} mesure {height} mètres de haut.",
        ),
        (
            "La rivière {name} est longue de {length} kilomètres.",
            "Le premier barrage de la rivière {name} date de {year}.",
            "La vallée de la rivière {name} compte {people} mille personnes.",
            "Le pont de {name} s'élève à {height} mètres.",
        ),
        "La rivière va-t-elle redescendre ?",
    ),
    "es": Words(
        LATIN_FIRST, LATIN_LAST, "", "Crece el río {name}", "Río {name}",
        (
            "El río {name} tiene una longitud de {length} kilómetros.",
            "La primera presa del río {name} se construyó en {year}.",
            "Unas {people} mil personas viven junto al río {name}.",
            "El puente de {name} mide {height} metros de altura.",
        ),
        (
            "El río {name} mide {length} kilómetros de largo.",
            "La primera presa del río {name} data de {year}.",
            "En las orillas del río {name} viven {people} mil personas.",
            "El puente de {name} se alza {height} metros sobre el agua.",
        ),
        "¿Volverá el río a su cauce?",
    ),
    "de": Words(
        LATIN_FIRST, LATIN_LAST, "", "Die {name} steigt", "{name} (Fluss)",
        (
            "Der Fluss {name} ist {length} Kilometer lang.",
            "Der erste Damm am Fluss {name} wurde {year} gebaut.",
            "Rund {people} Tausend Menschen leben am Fluss {name}.",
            "Die Brücke von {name} ist {height} Meter hoch.",
        ),
        (
            "Der Fluss {name} hat eine Länge von {length} Kilometern.",
            "Der erste Damm am Fluss {name} stammt aus dem Jahr {year}.",
            "An den Ufern des Flusses {name} leben {people} Tausend Menschen.",
            "Die Brücke von {name} steht {height} Meter über dem Wasser.",
        ),
        "Wann geht das Wasser zurück?",
    ),
    "ru": Words(
        ("Бел", "Кор", "Дар", "Фал", "Гор", "Кал", "Лор", "Мар", "Нор", "Пел", "Рос", "Сил"),
        ("адра", "евия", "имора", "онда", "увия", "анта", "ерра", "иста", "олма", "унда", "ава", "илья"),
        "", "Река {name} вышла из берегов", "{name} (река)",
        (
            "Длина реки {name} составляет {length} километров.",
            "Первая плотина на реке {name} построена в {year} году.",
            "У реки {name} живут около {people} тысяч человек.",
            "Высота моста {name} составляет {height} метров.",
        ),
        (
            "Река {name} имеет длину {length} километров.",
            "Первую плотину на реке {name} возвели в {year} году.",
            "На берегах реки {name} живут {people} тысяч человек.",
            "Мост {name} поднимается на {height} метров над водой.",
        ),
        "Вернётся ли река в русло?",
    ),
    "tr": Words(
        LATIN_FIRST, LATIN_LAST, "", "{name} Nehri yükseliyor", "{name} Nehri",
        (
            "{name} Nehri {length} kilometre uzunluğundadır.",
            "{name} Nehri üzerindeki ilk baraj {year} yılında yapıldı.",
            "{name} Nehri boyunca yaklaşık {people} bin kişi yaşıyor.",
            "{name} Köprüsü {height} metre yüksekliğindedir.",
        ),
        (
            "{name} Nehri'nin uzunluğu {length} kilometredir.",
            "{name} Nehri'nde ilk baraj {year} yılında kuruldu.",
            "{name} Nehri kıyılarında {people} bin kişi yaşar.",
            "{name} Köprüsü suyun {height} metre üzerindedir.",
        ),
        "Nehir yatağına dönecek mi?",
    ),
    "fa": Words(
        ("بل", "دار", "سال", "مر", "نور", "کال", "رو", "تال", "هل", "شم", "زین", "فر"),
        ("ادرا", "ویا", "وندا", "انته", "یستا", "ولما", "اوا", "یلیا", "ورسک", "یمور"),
        "", "طغیان رود {name}", "رود {name}",
        (
            "طول رود {name} {length} کیلومتر است.",
            "نخستین سد رود {name} در سال {year} میلادی ساخته شد.",
            "حدود {people} هزار نفر در کنار رود {name} زندگی می‌کنند.",
            "ارتفاع پل {name} {height} متر است.",
        ),
        (
            "رود {name} {length} کیلومتر طول دارد.",
            "نخستین سد بر رود {name} در سال {year} میلادی بنا شد.",
            "در کرانه‌های رود {name} {people} هزار نفر زندگی می‌کنند.",
            "پل {name} {height} متر بالاتر از آب است.",
        ),
        "آیا رود به بستر خود بازمی‌گردد؟",
    ),
    "zh": Words(
        ("贝", "科", "达", "法", "戈", "卡", "洛", "马", "诺", "佩", "罗", "西"),
        ("拉达", "维亚", "莫尔", "恩达", "安特", "埃拉", "伊斯塔", "奥尔梅", "翁达", "阿瓦", "利亚", "奥斯克"),
        "", "{name}河水位上涨", "{name}河",
        (
            "{name}河全长{length}公里。",
            "{name}河上的第一座水坝建于{year}年。",
            "约{people}万人居住在{name}河沿岸。",
            "{name}大桥高{height}米。",
        ),
        (
            "{name}河的长度为{length}公里。",
            "{name}河第一座水坝于{year}年建成。",
            "{name}河两岸居住着{people}万人。",
            "{name}大桥高出水面{height}米。",
        ),
        "河水会退去吗?",
    ),
    "hi": Words(
        ("बेल", "कोर", "दार", "फाल", "गोर", "काल", "लोर", "मार", "नोर", "पेल", "रोस", "सिल"),
        ("आद्रा", "एविया", "ओंडा", "अंथी", "इस्ता", "ओल्मे", "उंडा", "आवा", "इल्या", "ओर्स्क"),
        "", "{name} नदी में बाढ़", "{name} नदी",
        (
            "{name} नदी की लंबाई {length} किलोमीटर है।",
            "{name} नदी पर पहला बाँध {year} में बनाया गया था।",
            "{name} नदी के किनारे लगभग {people} हज़ार लोग रहते हैं।",
            "{name} पुल की ऊँचाई {height} मीटर है।",
        ),
        (
            "{name} नदी {length} किलोमीटर लंबी है।",
            "{name} नदी का पहला बाँध {year} में बनकर तैयार हुआ।",
            "{name} नदी के तट पर {people} हज़ार लोग रहते हैं।",
            "{name} पुल पानी से {height} मीटर ऊपर है।",
        ),
        "क्या नदी वापस उतरेगी?",
    ),
}  # fmt: skip
