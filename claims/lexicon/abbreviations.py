# ruff: noqa: E501 -- word lists read better in long lines
"""Abbreviations that are followed by more of the same sentence: folded, without the last dot."""

_LISTS = {
    "ar": "أ أ.د ا ا.د ب ت ج ج.م د د.م س ص ص.ب ط ق ق.م م م.م ه هـ",
    "en": "al approx apr aug capt cf ch co col corp dec dept dr e.g est feb fig gen gov hon i.e inc jan jr jul jun lt ltd mar mr mrs ms no nov oct p pp prof rep rev sen sep sept sgt sr st u.k u.n u.s vol vs",
    "fr": "apr art av avr cf chap dec dr ed env fevr j.-c janv juil m me mlle mm mme n no nov oct p pp pr sept st ste vol",
    "es": "abr ago aprox art av avda c.f cap d dic dna dr dra ee ee.uu ene feb gral ing jul jun lic mar may no nov num oct p pag pp prof s.a sep sept sr sra srta ud uds uu vda vol",
    "de": "a abs apr art aug b bzw ca d d.h d.j dez dipl dr evtl feb fr geb gest ggf h hr i ing inkl jan jh jul jun mar mio mrd nov nr o.a o.ä okt prof s sep sept st str tsd u u.a usw vgl z z.b",
    "ru": "акад в гл зав зам им кн митр преп св вв г гг д до др е им к коп млн млрд н н.э обл п проф р-н рис руб см ср стр т т.д т.е т.к т.п тыс ул э",
    "tr": "a.s alb apt av bkz cad doc dr gen ltd m.o m.s mah no org orn prof s sf sn sok sti t.c tel vb vs yard yrd örn",
    "fa": "ج د ر.ك ر.ک ش ص ق ق.م م ه ه.ش ه.ق",
    "it": "ago apr art avv cfr dic dott ecc es feb gen giu ing lug mag mar n nov on ott p pp prof s.p.a set sig sig.ra",
    "pt": "abr ago art av dez dr dra eng etc ex fev jan jul jun mai mar n no nov out p pp prof set sr sra",
    "nl": "apr aug bijv blz d.w.z dec dr drs feb i.p.v ir jan jul jun m.b.t mr mrt nov nr o.a okt p prof sep",
    "pl": "dr godz im inz m.in mgr mld mln np nr prof r str sw tj tys tzn ul w",
    "uk": "акад вул грн д див м млн млрд проф р рр с ст т тис ім",
    "hi": "कु डॉ प्रो श्री",
    "ur": "ڈاکٹر",
    "id": "dr drs h hj ir jl no prof pt tbk",
}

ABBREVIATIONS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
