"""Who says a thing, what a claim denies and what its pronouns mean, in languages read by their tokens."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.main_clause import main_clause
from claims.records import Claim, ClaimKind, Modality, Polarity
from claims.wording import modality_of, polarity_of


def _claims(text: str, language: str, published: date = date(2025, 3, 12)) -> list[Claim]:
    article = read_article(f"Titel\n\n{text}".encode(), source="a.txt", language=language, published_on=published)
    return extract_claims(article, learnt=False)  # what the rules cut by themselves


def _texts(claims: list[Claim], kind: ClaimKind = ClaimKind.CONTENT) -> list[str]:
    return [one.text for one in claims if one.kind is kind]


def _speaker_of(claims: list[Claim], part: str) -> str:
    found = [one for one in claims if part in one.text and one.kind is ClaimKind.CONTENT]
    assert found, f"nothing says {part}"
    return found[0].attribution.speaker if found[0].attribution else ""


@pytest.mark.parametrize(
    ("text", "language", "polarity"),
    [
        ("La caisse verse 900 euros, auxquels s'ajoute une prime qui n'est pas imposée", "fr", "affirmed"),
        ("Le préfet n'a reçu que deux plaintes", "fr", "affirmed"),
        ("Le préfet n'a pas reçu de plainte", "fr", "negated"),
        ("Le maire a juré de ne plus augmenter les taxes", "fr", "affirmed"),
        ("La alcaldesa acusó a la empresa de no haber pagado", "es", "affirmed"),
        ("La fábrica, que nunca tuvo permiso, cerró", "es", "affirmed"),
        ("La fábrica no cerró", "es", "negated"),
        ("Die Stadt kaufte ein Haus, das nicht bewohnt war", "de", "affirmed"),
        ("Der Rat versprach, keine Bäume zu fällen", "de", "affirmed"),
        ("Der Rat, die Stadt und das Land zahlen nicht", "de", "negated"),
        ("Город продал дом, который не отапливался", "ru", "affirmed"),
        ("Совет решил не закрывать школу", "ru", "affirmed"),
        ("Vergisini ödemediğini söyleyen esnaf belediyede toplandı", "tr", "affirmed"),
        ("Kira ödenmezse sözleşme sona erecek", "tr", "affirmed"),
        ("Belediye borcunu ödemedi", "tr", "negated"),
        ("不少居民参加了会议", "zh", "affirmed"),
        ("居民讨论要不要搬走", "zh", "affirmed"),
        ("工厂没有停产", "zh", "negated"),
        ("لا يزال مئات النازحين في المخيم", "ar", "affirmed"),
        ("عاشت المدينة أفراحا لا توصف", "ar", "affirmed"),
        ("لم يعد النازحون إلى المخيم", "ar", "negated"),
        ("بیست و نه نفر زخمی شدند", "fa", "affirmed"),
        ("نه نفر زخمی شدند", "fa", "affirmed"),
        ("او نه استعفا داد و نه عذر خواست", "fa", "negated"),
        ("کارگران هنوز دستمزدی نگرفته‌اند", "fa", "negated"),
        ("شهردار دلیلی نگفت", "fa", "negated"),
        ("نبرد دو روز طول کشید", "fa", "affirmed"),
        ("تا پایان تابستان نه شعبه از هجده شعبه خود را تعطیل می‌کند", "fa", "affirmed"),  # nine
        ("les pêcheurs, qui ne possèdent pas de port", "fr", "negated"),
        ("die Nachbarn, die nicht gefragt wurden", "de", "negated"),
        ("мосты, которых никто не проверил", "ru", "negated"),
        ("مكاتب مفتوحة الأحد ما لم تهطل الأمطار", "ar", "affirmed"),
        ("The ferry sails on Sunday unless it does not stop raining", "en", "affirmed"),
        ("The mayor painted “we shall not be moved” on the gate", "en", "affirmed"),
        ("The mayor of the old town “did not know the gate”", "en", "negated"),
        ("Şirket ödeme yapmayacağını", "tr", "negated"),
    ],
)
def test_only_what_the_main_clause_denies_is_denied(text: str, language: str, polarity: str) -> None:
    assert polarity_of(text, language) is Polarity(polarity)


def test_the_future_of_a_relative_clause_is_not_that_of_the_claim() -> None:
    text = "Le tribunal a validé le rachat par une société que dirigera Paule Roy"
    assert modality_of(text, "fr") is Modality.ASSERTED
    assert "dirigera" not in main_clause(text, "fr")
    assert modality_of("El Gobierno no ha aclarado si pedirá su devolución", "es") is Modality.ASSERTED
    assert modality_of("وكانت سترات النجاة تكفي أقل من نصف الركاب", "ar") is Modality.ASSERTED  # "vests", no future
    assert modality_of("Le retour des trains n'est pas attendu avant mardi", "fr") is Modality.PREDICTED
    assert modality_of("Der Rat will davon nichts gewusst haben", "de") is Modality.ASSERTED
    assert modality_of("Der Rat will das Bad schließen", "de") is Modality.PREDICTED
    assert modality_of("Morgen wird der Chor im Hof singen", "de") is Modality.PREDICTED
    assert modality_of("Das Lied wird im Hof gesungen", "de") is Modality.ASSERTED
    assert modality_of("孩子们在这里学会游泳", "zh") is Modality.ASSERTED


def test_a_german_subjunctive_is_the_word_of_whoever_spoke_last() -> None:
    told = _claims(
        "Die Fähre stellt den Betrieb ein. Das teilte die Reederei am Montag mit. Grund sei ein Schaden am Antrieb.",
        "de",
    )
    assert _speaker_of(told, "Grund sei") == "die Reederei"
    assert _claims("Das Wasser sei sauber.", "de") == [], "nobody is told to say it"


def test_a_source_that_opens_a_german_sentence_is_the_speaker() -> None:
    told = _claims("Aus Schwerin hieß es dazu, das Land prüfe den Antrag der Reederei.", "de")
    assert _speaker_of(told, "das Land prüfe") == "Schwerin"


def test_the_source_of_russian_words_is_the_woman_told_before() -> None:
    told = _claims(
        "О ремонте сообщила директор школы Анна Лебедева. По её словам, часть окон заменили в августе.", "ru"
    )
    assert _speaker_of(told, "часть окон") == "Анна Лебедева"


def test_a_quotation_has_its_speaker_behind_any_verb_and_in_the_next_sentence() -> None:
    told = _claims(
        "« La digue date de 1950 », a soufflé Maud Kerven, déléguée du port, qui y travaille depuis 1998. "
        "« La mer a emporté douze maisons en janvier. »",
        "fr",
    )
    assert any("a soufflé" in one.text and "1998" not in one.text for one in told if one.kind is ClaimKind.SPEECH)
    assert _speaker_of(told, "douze maisons") == "Maud Kerven"
    assert any("depuis 1998" in text and "Maud Kerven" in text for text in _texts(told))


def test_a_quotation_that_nobody_is_told_to_say_is_no_claim() -> None:
    assert _claims("“书店卖了一百本书。”", "zh") == []


def test_a_demand_and_a_view_are_claims_only_of_having_been_said() -> None:
    demanded = _claims("Der Verband fordert, das Land müsse 300 Lehrer einstellen.", "de")
    assert _texts(demanded) == []
    assert len(_texts(demanded, ClaimKind.SPEECH)) == 1
    view = _claims("Pour Maud Kerven, directrice du port, la ville n'avait pas le choix.", "fr")
    assert _texts(view) == []
    assert [one.attribution.speaker for one in view if one.attribution] == ["Maud Kerven"]


def test_the_verb_of_saying_stays_with_each_sentence_of_a_turkish_quotation() -> None:
    told = _claims('Otuz koyunu olan Yıldız, "Yem 400 lira oldu. Geçen yıl 250 liraydı" dedi.', "tr")
    said = [one for one in told if one.kind is ClaimKind.SPEECH]
    assert len(said) == 2
    assert all(one.text.endswith("dedi") for one in said)
    assert {one.attribution.speaker for one in said if one.attribution} == {"Yıldız"}


def test_what_was_not_said_is_no_speech() -> None:
    told = _claims("该厂负责人没有透露原因，只说机器已经停了三天。", "zh")
    assert _texts(told, ClaimKind.SPEECH) == []
    assert all(one.attribution is None for one in told)


def test_datelines_and_bylines_are_no_part_of_a_claim() -> None:
    assert _texts(_claims("MARDİN - Çiftçiler dün valilik önünde toplandı.", "tr"))[0].startswith("Çiftçiler")
    assert "记者" not in "".join(_texts(_claims("本报讯（记者 王一）市政府昨天关闭了两家工厂。", "zh")))


def test_a_persian_condition_keeps_its_consequence() -> None:
    told = _claims("سارا احمدی هشدار داد اگر باران نبارد، سد تا پاییز خالی خواهد شد.", "fa")
    assert all("اگر" in text for text in _texts(told) if "خالی" in text)
    assert any("خالی" in text for text in _texts(told))


def test_russian_prepositions_and_nouns_are_no_verbs() -> None:
    told = _texts(_claims("Жители, помогавшие выносить вещи из сгоревшего подвала, нашли 40 монет.", "ru"))
    assert "Жители нашли 40 монет" in told


def test_a_second_predicate_behind_aunque_shares_its_subject() -> None:
    told = _texts(_claims("Ambos presentan fracturas leves, aunque están fuera de peligro.", "es"))
    assert told == ["Ambos presentan fracturas leves", "Ambos están fuera de peligro"]


def test_an_object_that_opens_a_clause_is_not_given_the_subject_before() -> None:
    told = _texts(_claims("La pareja salió el jueves, pero la sorprendió un temporal de nieve.", "es"))
    assert not any(text.startswith("La pareja la") for text in told)


def test_a_place_is_not_they_and_a_person_is_no_firm() -> None:
    told = _claims("À Quimper, la fête a duré trois jours. Elles étaient quarante à défiler lundi soir.", "fr")
    assert not any("[Quimper]" in one.text for one in told)
    told = _claims(
        "Le tribunal a choisi une coopérative que présidera Maud Kerven, 51 ans. "
        "L'entreprise avait été placée en redressement en 2023.",
        "fr",
    )
    assert not any("[Maud Kerven]" in one.text for one in told)


def test_a_german_number_closes_a_sentence_before_an_article() -> None:
    told = _texts(_claims("Für den Betrieb brauchen wir 60. Die 14 Beschäftigten bekamen im Mai neue Verträge.", "de"))
    assert any(text.startswith("Die 14 Beschäftigten") for text in told)


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("ستبحر العبارة صباح الأحد إذا هدأت الرياح", "ar", "conditional"),
        ("The ferry will sail on Sunday if the wind drops", "en", "conditional"),
        ("La course partira dimanche si le vent tombe", "fr", "conditional"),
        ("قد تتأخر العبارة بسبب الرياح", "ar", "conditional"),
        ("كانت العبارة قد تأخرت بسبب الرياح", "ar", "asserted"),
        ("لم يقل القبطان هل سيبحر غدا", "ar", "asserted"),
        ("The captain has not said whether he will sail", "en", "asserted"),
        ("تنتج الورشة مئة قارب سنويا", "ar", "asserted"),
        ("Der Damm hätte gehalten", "de", "conditional"),
        ("Der Damm hatte gehalten", "de", "asserted"),
        ("Скорее всего, паром опоздал", "ru", "conditional"),
        ("Ярмарка откроется на набережной", "ru", "predicted"),
    ],
)
def test_a_condition_anywhere_and_a_question_told_say_how_firmly_it_is_put(
    text: str, language: str, modality: str
) -> None:
    assert modality_of(text, language) is Modality(modality)


def test_each_side_of_a_frame_is_its_own_statement_where_it_has_a_verb() -> None:
    """A frame set into one statement leaves it whole; between two clauses it parts them."""
    assert "Drei Schulen müssten bis 2028 saniert werden" in _texts(
        _claims("Drei Schulen, sagte Ministerin Lia Roth, müssten bis 2028 saniert werden.", "de")
    )
    assert "später sei der Umbau gescheitert" in _texts(
        _claims("Das Geld habe nicht gereicht, sagte Ministerin Lia Roth, später sei der Umbau gescheitert.", "de")
    )


def test_a_russian_dateline_with_its_stop_is_no_claim() -> None:
    """Neither the place and day nor the agency asserts anything."""
    assert _texts(_claims("САНКТ-ПЕТЕРБУРГ, 18 ноября. /ТАСС/. Пожар на складе потушили к полудню.", "ru")) == [
        "Пожар на складе потушили к полудню"
    ]
