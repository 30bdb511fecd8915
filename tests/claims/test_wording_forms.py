"""Conditions, futures and views by the form of their words, and questions left open."""

import pytest

from claims.checkworthy import check_worthiness
from claims.foretold import comes_to_pass
from claims.records import Modality, Worthiness
from claims.wording import modality_of


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("If the grant fails, the school will close", "en", "conditional"),
        ("Had the pilot waited, the crash would have been avoided", "en", "conditional"),
        ("The minister said the mine would close in May", "en", "predicted"),
        ("To my mind, the gravest error was made in 2019", "en", "opinion"),
        ("Surely the bridge was the worst purchase of the decade", "en", "opinion"),
        ("تخسر الشركة حصتها إذا تأخر التسليم", "ar", "conditional"),
        ("دفعت الشركة كما لو كانت مذنبة", "ar", "asserted"),
        ("Hardly a week later the bank failed", "en", "asserted"),
        ("The council fined a baker who had not paid his taxes", "en", "asserted"),
        ("He resigned because nobody trusted him", "en", "asserted"),
        ("The firm ordered that no photographs be taken", "en", "asserted"),
        ("The dam could fail at any moment", "en", "conditional"),
        ("The fire may have started in the kitchen", "en", "conditional"),
        ("The new king appeared on the balcony at noon", "en", "asserted"),
        ("Even if it rains, the match will go ahead", "en", "predicted"),
        ("The report that the ministry never published cost £2 million", "en", "asserted"),
        ("Scheitern die Gespräche, gibt es Streik", "de", "conditional"),
        ("Kommt es zum Streik, fallen alle Züge aus", "de", "conditional"),
        ("Der Minister kündigte an, die Schule würde 2027 schließen", "de", "predicted"),
        ("Die Firma hätte 2019 fast Insolvenz angemeldet", "de", "conditional"),
        ("Die Brücke sollte 2020 fertig sein", "de", "predicted"),
        ("Aus unserer Sicht hätte man die Bahn nie aufgeben dürfen", "de", "opinion"),
        ("Die Stadt forderte, dass niemand das Gelände betritt", "de", "asserted"),
        ("Die Stadt verkaufte das Haus, weil niemand es mieten wollte", "de", "asserted"),
        ("Das könnte 300 Arbeitsplätze kosten", "de", "conditional"),
        ("Auch wenn die Kosten steigen, wird der Bund zahlen", "de", "predicted"),
        ("Heute Morgen, will die Polizei gesehen haben, brannte es", "de", "asserted"),
        ("Le groupe a annoncé que l'usine fermerait en 2027", "fr", "predicted"),
        ("Le suspect serait arrivé mardi en France", "fr", "conditional"),
        ("Les travaux seraient achevés avant la fin de 2028", "fr", "predicted"),
        ("L'accord aurait été signé en mars", "fr", "conditional"),
        ("Si le vote échoue, le maire démissionnera", "fr", "conditional"),
        ("En cas de refus, la ville saisira le juge", "fr", "conditional"),
        ("À mon avis, la réforme est une erreur", "fr", "opinion"),
        ("À nos yeux, le maire a trahi ses électeurs", "fr", "opinion"),
        ("La mairie n'a plus que trois employés", "fr", "asserted"),
        ("Même si le prix baisse, l'usine fermera", "fr", "predicted"),
        ("Il a quitté le parti parce qu'il n'était pas écouté", "fr", "asserted"),
        ("Les syndicats demandent que le site ne ferme pas", "fr", "asserted"),
        ("La ministra dijo que la fábrica cerraría en mayo", "es", "predicted"),
        ("Si llueve, el partido se suspenderá", "es", "conditional"),
        ("De seguir así, la empresa cerrará", "es", "conditional"),
        ("Madrid sí ha respondido a la carta", "es", "asserted"),
        ("El Gobierno creó una agencia en 2019", "es", "asserted"),
        ("En mi opinión, la ley es un error", "es", "opinion"),
        ("Los precedentes invitan a la cautela", "es", "opinion"),
        ("El sospechoso habría huido a Francia", "es", "conditional"),
        ("La secretaría publicó la lista", "es", "asserted"),
        ("La refinería quería ampliar la planta", "es", "asserted"),
        ("El puente podría caer", "es", "conditional"),
        ("La batería sufría fallos", "es", "asserted"),
        ("El juez ordenó que no se publicara la sentencia", "es", "asserted"),
        ("Если цены вырастут, завод закроют", "ru", "conditional"),
        ("Компания заявила, что построит мост к 2027 году", "ru", "predicted"),
        ("На мой взгляд, это решение ошибочно", "ru", "opinion"),
        ("Банк создаёт новый фонд", "ru", "asserted"),
        ("Он получает пенсию", "ru", "asserted"),
        ("Губернатор уволит трёх министров", "ru", "predicted"),
        ("Дорога проходит через лес", "ru", "asserted"),
        ("Он ушёл, потому что ему не платили", "ru", "asserted"),
        ("Мост может рухнуть", "ru", "conditional"),
        ("Производство составит 5 тонн", "ru", "predicted"),
        ("Школа становится платной", "ru", "asserted"),
        ("Он стоит дорого", "ru", "asserted"),
        ("Суд потребовал, чтобы журналисты не публиковали имена", "ru", "asserted"),
        ("Фильм победит на фестивале", "ru", "predicted"),
        ("إن فازت الحكومة في التصويت، فستجري انتخابات", "ar", "conditional"),
        ("إذا تعثرت المفاوضات، ستغلق الموانئ", "ar", "conditional"),
        ("أغلب الظن أن الحكومة ستسقط", "ar", "opinion"),
        ("من وجهة نظري كان القرار خطأ", "ar", "opinion"),
        ("سيرفع البنك سعر الفائدة", "ar", "predicted"),
        ("سيدفع المصرف تعويضات", "ar", "predicted"),
        ("سيارة الوزير احترقت", "ar", "asserted"),
        ("سياسة الحكومة تغيرت", "ar", "asserted"),
        ("سيطرت القوات على المدينة", "ar", "asserted"),
        ("ستة عشر شخصا قتلوا", "ar", "asserted"),
        ("سندات الخزانة ارتفعت", "ar", "asserted"),
        ("لقد تراجعت الأسعار", "ar", "asserted"),
        ("قد تتراجع الأسعار", "ar", "conditional"),
        ("استقال لأن أحدا لم يدعمه", "ar", "asserted"),
        ("سينمو الاقتصاد ثلاثة في المئة", "ar", "predicted"),
        ("سيحضر الرئيس القمة", "ar", "predicted"),
        ("سنوات الحرب دمرت المدينة", "ar", "asserted"),
        ("ستمئة عامل فقدوا وظائفهم", "ar", "asserted"),
        ("Şirket zarar ederse fabrika kapanacak", "tr", "conditional"),
        ("Bence bu karar yanlış", "tr", "opinion"),
        ("Ödeme yapılmaması halinde dava açılacak", "tr", "conditional"),
        ("Bakan köprünün 2027'de açılacağını söyledi", "tr", "predicted"),
        ("Köprü çökebilir", "tr", "conditional"),
        ("Belediye, borcunu ödemeyen esnafa ceza kesti", "tr", "asserted"),
        ("اگر باران نبارد، سد خالی می‌شود", "fa", "conditional"),
        ("به نظر من این تصمیم اشتباه است", "fa", "opinion"),
        ("وزیر استعفا داد چون کسی از او حمایت نکرد", "fa", "asserted"),
        ("دولت ممکن است قیمت‌ها را افزایش دهد", "fa", "conditional"),
        ("در صورت تصویب، قانون اجرا خواهد شد", "fa", "conditional"),
        ("如果谈判破裂，工厂将关闭", "zh", "conditional"),
        ("在我看来，这个决定是错误的", "zh", "opinion"),
        ("无人机坠毁", "zh", "asserted"),
        ("该公司计划明年上市", "zh", "asserted"),
        ("他辞职了，因为没有人支持他", "zh", "asserted"),
        ("桥可能会倒塌", "zh", "conditional"),
        ("政府拟明年提高税率", "zh", "predicted"),
        ("毫无疑问他赢了", "zh", "asserted"),
        ("Were the court to agree, the sale would stop", "en", "conditional"),
        ("Bauern aus Bayern, die klagten, sind enttäuscht", "de", "asserted"),
        ("Der Zug hielt, wie geplant, in Bonn", "de", "asserted"),
        ("Le vigneron et les bûcherons protestent", "fr", "asserted"),
        ("La mayoría votó en contra", "es", "asserted"),
        ("El hospital abriría en 2026, según la consejería", "es", "predicted"),
        ("La librería cerró", "es", "asserted"),
        ("Corría el año 1936", "es", "asserted"),
        ("Город растёт", "ru", "asserted"),
        ("Музей откроется в мае", "ru", "predicted"),
        ("Он живёт в Москве", "ru", "asserted"),
        ("Компания ведёт переговоры", "ru", "asserted"),
        ("Население составит 2 млн человек", "ru", "predicted"),
        ("Доходы составят 3 млрд", "ru", "predicted"),
        ("Завод создаст 300 рабочих мест", "ru", "predicted"),
        ("Театр поставит «Чайку»", "ru", "predicted"),
        ("Дума рассмотрит законопроект во вторник", "ru", "predicted"),
        ("Врачи видят улучшение", "ru", "asserted"),
        ("Власти решают вопрос", "ru", "asserted"),
        ("Летят самолёты", "ru", "asserted"),
        ("Он едет домой", "ru", "asserted"),
        ("Река несёт лёд", "ru", "asserted"),
        ("Запас чуть выше", "ru", "asserted"),
        ("سيد القصر توفي أمس", "ar", "asserted"),
        ("سيول جارفة ضربت المدينة", "ar", "asserted"),
        ("سنت الحكومة قانونا", "ar", "asserted"),
        ("سنغلق المصنع غدا", "ar", "predicted"),
        ("سيناقش المجلس الخطة", "ar", "predicted"),
        ("ستتوقف الرحلات", "ar", "predicted"),
        ("قد ترك الوزير منصبه", "ar", "asserted"),
        ("وقد تلقى المصابون العلاج", "ar", "asserted"),
        ("وكان قد تقدم بطلب", "ar", "asserted"),
        ("وقد تعرضت السفينة لهجوم", "ar", "asserted"),
        ("وإن الحكومة تدرس الأمر", "ar", "asserted"),
        ("会议将于明日举行", "zh", "predicted"),
        ("Les obsèques auraient lieu jeudi", "fr", "predicted"),
        ("The bridge which is expected to cost £9 million", "en", "predicted"),
        ("Le chanteur serait mort avant Noël", "fr", "conditional"),
    ],
)
def test_conditions_told_by_a_verb_futures_told_by_a_form_and_a_view_of_ones_own(
    text: str, language: str, modality: str
) -> None:
    assert modality_of(text, language) is Modality(modality)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ob das Geld genügt, wird sich zeigen", "de"),
        ("Whether the money is enough remains to be seen", "en"),
        ("Reste à savoir si la ville paiera", "fr"),
        ("El tiempo dirá si basta", "es"),
        ("Время покажет, хватит ли этого", "ru"),
        ("Bunun yetip yetmeyeceğini zaman gösterecek", "tr"),
        ("باید دید این پول کافی است یا نه", "fa"),
        ("效果如何，有待观察", "zh"),
        ("ويبقى السؤال هل تكفي الأموال", "ar"),
    ],
)
def test_a_question_that_the_writer_leaves_open_is_no_claim(text: str, language: str) -> None:
    assert check_worthiness(text, language).category is Worthiness.RHETORIC


def test_a_past_that_folding_makes_i_believe_is_no_opinion() -> None:
    assert check_worthiness("El Congreso creó una agencia", "es").category is Worthiness.FACTUAL


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Belediye, yapılacak 640 konutun temelini salı günü attı", "asserted"),
        ("Şirket, gelecek yıl açılacak hattın ihalesini kazandı", "asserted"),
        ("Belediye gelecek yıl 640 konut yapacak", "predicted"),
        ("konutlar bu yıl yapılacaktı", "predicted"),
    ],
)
def test_a_turkish_past_is_no_prediction_for_what_lies_ahead_of_a_noun(text: str, modality: str) -> None:
    assert modality_of(text, "tr").value == modality


def test_an_arabic_present_beside_a_day_to_come_is_foretold() -> None:
    """What a plan of the past says of that day is none, nor what is told without a day to come."""
    assert comes_to_pass("وتعقد اللجنة جلستها الثانية في 3 يوليو", "ar", ["في 3 يوليو"])
    assert not comes_to_pass("عقدت اللجنة جلسة تمهيدا للقاء 3 يوليو", "ar", ["3 يوليو"])
    assert not comes_to_pass("وتعقد اللجنة جلساتها في مقر البلدية", "ar", [])
