"""What a claim denies, and how firmly it is put: only the words of its main statement count."""

import pytest

from claims.records import Modality, Polarity
from claims.wording import modality_of, polarity_of


@pytest.mark.parametrize(
    ("text", "language", "polarity"),
    [
        ("Muhtar Hatice Sönmez", "tr", "affirmed"),
        ("Ödül Hatice Sönmez'e verildi", "tr", "affirmed"),
        ("Korkmaz, müdür", "tr", "affirmed"),
        ("Bakan Yılmaz açıklama yapmadı", "tr", "negated"),
        ("Kira ödenmez", "tr", "negated"),
        ("tesis müdürlüğüne ise bakanın damadı getirilmiş", "tr", "affirmed"),
        ("Filmin türü komedi", "tr", "affirmed"),
        ("adının yazılmasını istemeyen bir mühendis", "tr", "negated"),
        ("vergi ödemeyen bir esnaf belediyeye başvurdu", "tr", "affirmed"),
        ("58 per cent would rather have it than nobody at all", "en", "affirmed"),
        ("She preferred a broken clock to none", "en", "affirmed"),
        ("an official who asked not to be named", "en", "affirmed"),
        ("The plan is not to close the school", "en", "negated"),
        ("No, it is where the thing was made", "en", "affirmed"),
        ("No, it was not made here", "en", "negated"),
        ("No buyer came forward", "en", "negated"),
        ("The ferry, which never had a permit, was sold in May", "en", "affirmed"),
        ("The ferry, which sank in May, was never found", "en", "negated"),
        ("Investigators found that no one had signed", "en", "affirmed"),
        ("The police found “no evidence” of arson", "en", "negated"),
        ("The shop sold a sign with “No dogs” on it", "en", "affirmed"),
        ("补充了一个没有写进去的数字", "zh", "affirmed"),
        ("最多的人（百分之三十四）选的是“没有”", "zh", "affirmed"),
        ("自己去年秋天发现有人未经许可用他的声音卖减肥茶，告到法院", "zh", "affirmed"),
        ("学生觉得“随便给一个路过的东西起名不礼貌”", "zh", "affirmed"),
        ("好笑归好笑，也有笑不出来的事", "zh", "affirmed"),
        ("他出席了没有公开的会议", "zh", "affirmed"),
        ("不，那是造它的地方", "zh", "affirmed"),
        ("他没有出席上周举行的会议", "zh", "negated"),
        ("该厂过去没有公布伤亡的数字", "zh", "negated"),
        ("药物的作用没有预期的大", "zh", "negated"),
        ("有些居民不同意市政府的方案", "zh", "negated"),
        ("文件未经审核", "zh", "negated"),
        ("تحذير صندوق النقد في نيسان من «تقييمات لا سند لها»", "ar", "affirmed"),
        ("النقابة تركت مخطوط كتاب لم ينشر بعد", "ar", "affirmed"),
        ("لا، بل هو المكان الذي صنع فيه", "ar", "affirmed"),
        ("إن لم تُنشئ الدول صندوقها قبل نهاية العام فقد يبلغ القسط واحدا بالمئة", "ar", "affirmed"),
        ("الوزير يزيد خوري لم يوقع", "ar", "negated"),
        ("وزارة يقودها خوري لم تدفع", "ar", "negated"),
        ("الشركة التي اشترت أرضا لم تدفع ثمنها", "ar", "negated"),
        ("für Vorsatz gebe es „bislang keinen Beleg“", "de", "negated"),
        ("Er malte „Keine Gewalt“ auf das Tor", "de", "affirmed"),
        ("so viele kamen wie nie zuvor", "de", "affirmed"),
        ("La ville vendra à moins que l'État ne paie", "fr", "affirmed"),
        ("Le fleuve a monté comme jamais", "fr", "affirmed"),
        ("Il y a eu « aucun blessé »", "fr", "negated"),
        ("No, es donde se hizo la cosa", "es", "affirmed"),
        ("El río creció como nunca", "es", "affirmed"),
        ("Нет, именно там её и сделали", "ru", "affirmed"),
        ("Нет денег на ремонт", "ru", "negated"),
        ("чиновник, попросивший не называть его имени", "ru", "affirmed"),
        ("Река поднялась как никогда высоко", "ru", "affirmed"),
        ("نه، همان جایی است که ساخته شد", "fa", "affirmed"),
    ],
)
def test_names_comparisons_answers_and_clauses_that_hang_on_a_noun_deny_nothing(
    text: str, language: str, polarity: str
) -> None:
    assert polarity_of(text, language) is Polarity(polarity)


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("58 per cent would rather have it than nobody at all", "en", "asserted"),
        ("most residents would like a quieter street", "en", "asserted"),
        ("The firm would build 40 homes", "en", "predicted"),
        ("the telegraph, which could report a sick ship", "en", "asserted"),
        ("a red one with which she could make him stop", "en", "asserted"),
        ("The town could lose its station", "en", "conditional"),
        ("Prices could rise next year", "en", "conditional"),
        ("a bill which could cost the town £3 million by 2030", "en", "conditional"),
        ("most of whom, to judge by the noise, had not expected to be told anything", "en", "asserted"),
        ("Patients were less likely to fall than the others", "en", "asserted"),
        ("The firm is expected to open in May", "en", "predicted"),
        ("Should the council refuse, the firm will leave", "en", "conditional"),
        ("一美国音乐家联合会曾在七百多家报纸上刊登广告", "zh", "asserted"),
        ("该联合会在报纸上刊登广告", "zh", "asserted"),
        ("市政府曾取消同一路线的地铁计划", "zh", "asserted"),
        ("公司将其工厂迁往越南", "zh", "asserted"),
        ("市长曾明将于五月离任", "zh", "predicted"),
        ("ويُفترض أن تبلغ النسبة غراما واحدا في 2027", "ar", "predicted"),
        ("ويُفترض أن تبلغ النسبة غراما واحدا في 2027، ما لم يطلب أحد الطرفين", "ar", "conditional"),
        ("كان يفترض أن تنتهي الأعمال في 2020", "ar", "asserted"),
        ("وإن لم تُنشئ الدول صندوقا، فقد يبلغ القسط واحدا بالمئة", "ar", "conditional"),
        ("كانت عيادة ثم مدرسة رقص، أحد عشر صندوقا", "ar", "asserted"),
        ("لعله أقدم ما في البيت", "ar", "conditional"),
        ("ein Mitarbeiter, der seinen Namen nicht gedruckt sehen will", "de", "asserted"),
        ("die Firma, die im Mai 300 Lehrer einstellen will", "de", "predicted"),
        ("Der Rat will nicht zahlen", "de", "predicted"),
        ("falls der Bund nicht zahlt, müssten die Länder einspringen", "de", "conditional"),
        ("die Länder müssten einspringen, sofern der Bund nicht zahlt", "de", "conditional"),
        ("Sollte der Bund nicht zahlen, müssten die Länder einspringen", "de", "conditional"),
        ("Zahlt der Bund nicht, müssten die Länder einspringen", "de", "conditional"),
        ("La ville vendra à moins que l'État ne paie", "fr", "conditional"),
    ],
)
def test_a_wish_an_ability_and_a_past_are_facts_and_a_condition_is_none(
    text: str, language: str, modality: str
) -> None:
    assert modality_of(text, language) is Modality(modality)
